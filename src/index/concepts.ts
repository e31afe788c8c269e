/** A question as concepts: each word, name or saying with every token of the index that may stand for it. */
import { spelledTerms, term, words } from './language.js';
import type { Lexicon } from './lexicon.js';
import type { Meanings } from './meanings.js';
import { pairsOf } from './tokens.js';

export interface Concept {
  /** As it is read, and as it was typed. */
  term: string;
  said: string;
  /** What may stand for it in the index, and how surely, up to 1. None where the assessment does not know it. */
  tokens: ReadonlyMap<string, number>;
  /** How much it tells: a rare one more than a common one. */
  weight: number;
  /** It is the name of something, and not a word. */
  isName: boolean;
  /** Everybody says it: it may be about anything. */
  isCommon: boolean;
  /** It stands in nearly every statement, and tells none from another: the assessed country's own name. */
  isEverywhere: boolean;
  /** Nothing but words that are near to it in meaning stand for it. */
  isGuessed: boolean;
  /** It says what is asked, not what about. */
  aside: boolean;
  /** The subject that it names, as the lexicon has it, where the assessment does not know that. */
  subject?: string;
}

/** A saying stands for what it says a little less surely than the word itself. */
const SAID = 0.8;
/** One word of a name or saying that has several. */
const OWN_PART = 0.6;
/** One word of what it says, where that has several. */
const PART = 0.45;
/** A word that is near in meaning to one that the assessment has itself. */
const NEAR_KNOWN = 0.4;
/** What is less sure than this stands for nothing. */
const SURE_ENOUGH = 0.12;
/** Words that no name or saying goes across. */
const BREAKS = new Set('and or but nor than versus vs how what which who whose when where why if'.split(' '));
/** Two words that follow each other in the question and in the index. */
const PAIR = 1.15;
/** What says how it is asked and not what about. */
const LITTLE = 0.15;
/** What stands in more than this share of the statements tells none of them from another: the country's own name. */
const EVERYWHERE = 0.6;

export interface Ingredients {
  lexicon: Lexicon;
  meanings: Meanings;
  spell(word: string): string;
  /** How many of the `total` statements hold a token. */
  holders: Pick<ReadonlyMap<string, number>, 'get' | 'has'>;
  total: number;
}

/** How much a word tells by how common it is in English: the weight of those before a place by frequency. */
type Scale = readonly (readonly [rank: number, weight: number])[];
/** A word that the assessment has may be common and still be what is asked about: police, rights, aid. */
const KNOWN: Scale = [
  [300, 0.55],
  [1000, 0.7],
  [3000, 0.85],
];
const UNKNOWN: Scale = [
  [300, 0.15],
  [1000, 0.3],
  [3000, 0.5],
  [10_000, 0.75],
];

/** A name tells more than a word that is as rare. */
const NAME = 1.3;

/** Reads questions. */
export function createConcepts({ lexicon, meanings, spell, holders, total }: Ingredients) {
  const rarity = (token: string) => Math.log(1 + total / (holders.get(token) ?? 1));
  const commonness = (word: string, scale: Scale) =>
    scale.find(([rank]) => meanings.rank(word) < rank)?.[1] ?? 1;
  /** Whether the assessment has a phrase as such, and not only its words. */
  const isHeld = (phrase: readonly string[]) =>
    phrase.every((t) => holders.has(t)) && pairsOf(phrase).every((pair) => holders.has(pair));
  const everywhere = (token: string) => (holders.get(token) ?? 0) > total * EVERYWHERE;
  /** Pairs that tell more than their words: not "China aid", where every statement is on China. */
  const tellingPairs = (read: readonly string[]) => pairsOf(read.filter((t) => !everywhere(t)));

  /** A proper noun is never inflected: what trumps something is not a president. */
  const isSpelledOut = (typed: string) => words(typed).every((word) => lexicon.known.count(spell(word)) > 0);

  /** One word is a subject in singular and plural, and not whatever has its stem: who is dated is not dating. */
  const isSubject = (subject: string, typed: string) =>
    /^\p{Lu}/u.test(subject)
      ? isSpelledOut(typed)
      : words(subject).length > 1 || bare(spell(typed)) === bare(subject.toLowerCase());
  /** "One that China supported" is no One China policy: what stands between its words belongs to a name. */
  const isTogether = (subject: string, first: number, last: number) =>
    last - first < Math.max(words(subject).length, 1);
  const bare = (word: string) => word.replace(/e?s$/, '');

  return (question: string, except: ReadonlySet<string>): Concept[] => {
    const spelled = spelledTerms(question, spell);
    const spans = lexicon.spans(spelled.map((each) => each.term));
    const read = spans.map((span) => span.term);
    /** Where each span begins among the words. */
    const starts: number[] = [];
    let taken = 0;
    for (const { length } of spans) {
      starts.push(taken);
      taken += length;
    }
    const said = (from: number, to: number) =>
      spelled
        .slice(starts[from], starts[to] ?? spelled.length)
        .map(({ word }) => word)
        .join(' ');
    /** The place among all words of a span's first word, or of the one before it. */
    const placeOf = (span: number, step = 0) =>
      spelled[(starts[span] ?? spelled.length) + step]?.at ?? Number.POSITIVE_INFINITY;
    const all = words(question);
    /** Whether what stands between two words parts them. */
    const isBroken = (first: number, last: number) =>
      all.slice(first + 1, last).some((word) => BREAKS.has(word));
    const found: {
      terms: string[];
      said: string;
      means: readonly (readonly string[])[];
      subject?: string;
    }[] = [];
    for (let at = 0; at < read.length; ) {
      const known = lexicon.sayings.at(read, at);
      const saying = known && !isBroken(placeOf(at), placeOf(at + known.length, -1)) ? known : undefined;
      const subject = lexicon.subjects.at(read, at);
      const unknown =
        subject &&
        !isHeld(read.slice(at, at + subject.length)) &&
        isSubject(subject.value, said(at, at + subject.length)) &&
        isTogether(subject.value, placeOf(at), placeOf(at + subject.length, -1));
      const length = Math.max(saying?.length ?? 1, unknown ? subject.length : 1);
      found.push({
        terms: read.slice(at, at + length),
        said: said(at, at + length),
        means: saying?.length === length ? saying.value : [],
        ...(unknown && subject.length === length && !(saying?.length === length)
          ? { subject: subject.value }
          : {}),
      });
      at += length;
    }
    // Two words that the documents write as one.
    const joined = all.slice(1).flatMap((word, i) => {
      const together = term(`${all[i]}${word}`);
      return together && !/\d/.test(together) && holders.has(together)
        ? [{ together, parts: [all[i], word] }]
        : [];
    });

    const concepts = found.map(({ terms: own, said, means, subject }, i): Concept => {
      const tokens = new Map<string, number>();
      const add = (token: string, weight: number) => {
        if (holders.has(token)) tokens.set(token, Math.max(tokens.get(token) ?? 0, weight));
      };
      const [only] = own;
      if (own.length === 1 && only) add(only, 1);
      else {
        for (const t of own) add(t, OWN_PART);
        for (const pair of tellingPairs(own)) add(pair, PAIR);
      }
      for (const meaning of means) {
        const [single] = meaning;
        if (meaning.length === 1 && single) add(single, SAID);
        else {
          for (const pair of tellingPairs(meaning)) add(pair, SAID * PAIR);
          for (const t of meaning) if (!everywhere(t)) add(t, PART);
        }
      }
      for (const { together, parts } of joined)
        if (parts.some((part) => own.includes(term(part ?? '') ?? ''))) add(together, 1);
      // What is said in a word of its own is looked for in words that are near to it, the more where it is not known.
      const isKnown = tokens.size > 0;
      const isName = own.some((t) => lexicon.names(t).length > 0);
      if (own.length === 1 && !said.includes(' ') && !subject && !isName) {
        for (const { term: near, weight } of meanings.near(said)) {
          const sure = isKnown ? weight * NEAR_KNOWN : weight;
          if (sure >= SURE_ENOUGH) add(near, sure);
        }
      }
      const next = found[i + 1]?.terms[0];
      const before = found[i - 1]?.terms.at(-1);
      const tells = (t: string | undefined) => t !== undefined && !everywhere(t) && !except.has(t);
      if (tells(next) && tells(own.at(-1))) add(`${own.at(-1)}+${next}`, PAIR);
      if (tells(before) && tells(own[0])) add(`${before}+${own[0]}`, PAIR);
      const direct = own.filter((t) => holders.has(t));
      const rarest = Math.max(
        0,
        ...direct.map(rarity),
        ...(means.length > 0 || direct.length === 0
          ? [...tokens].map(([token, sure]) => rarity(token) * Math.min(1, sure))
          : []),
      );
      const isWord = own.length === 1 && lexicon.names(own[0] ?? '').length === 0;
      const weight =
        (isKnown ? rarest : rarity('')) *
        (isWord ? commonness(said, isKnown ? KNOWN : UNKNOWN) : isName ? NAME : 1);
      // What stands for it may be commoner than it is, and then says less.
      for (const [token, sure] of tokens)
        tokens.set(token, sure * Math.min(1, rarity(token) / (isKnown ? rarest : rarity(''))));
      const absent =
        subject ??
        (tokens.size === 0 && own.some((t) => lexicon.names(t).length > 0) && isSpelledOut(said)
          ? said
          : undefined);
      // "Dealing with the past" says what about, though neither word does.
      const isPhrase = own.length > 1 && (means.length > 0 || pairsOf(own).some((pair) => holders.has(pair)));
      const aside = !isPhrase && own.every((t) => except.has(t));
      return {
        term: own.join(' '),
        said,
        tokens,
        weight: aside ? weight * LITTLE : weight,
        aside,
        isName,
        isEverywhere: everywhere(own.join(' ')),
        isGuessed: !isKnown && tokens.size > 0,
        isCommon: isWord && commonness(said, KNOWN) < 1,
        ...(absent ? { subject: absent } : {}),
      };
    });
    const telling = concepts.filter(({ isEverywhere }) => !isEverywhere);
    return telling.length ? telling : concepts;
  };
}
