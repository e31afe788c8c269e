/** The search index over whole records. */
import type { Document, Kind } from './documents.js';
import { term, terms, words } from './language.js';
import type { Lexicon } from './lexicon.js';
import { memo, once } from './memo.js';
import { readingOf } from './names.js';
import { createPostings, type PostingData, type Postings, postingsOf } from './postings.js';
import { createScratch } from './scratch.js';
import { createKnown, createSpeller, type Vocabulary, vocabularyOf } from './spelling.js';
import { nameTokensOf, pairsOf, termsOfToken, tokensOf } from './tokens.js';

/**
 * `terms` are the terms and names of the document that the query met: what is to be marked in its text. Worked out when they are
 * asked for: a hit that is spread has lost them.
 */
export interface Hit {
  kind: Kind;
  id: string;
  score: number;
  terms: string[];
}

export interface SearchOptions {
  kinds?: readonly Kind[];
  limit?: number;
  /**
   * Every word of the query must be met: among the names and aliases, the last one as one that is still being typed; or in the name.
   * Unless told, any word may be met anywhere.
   */
  within?: 'names' | 'titles';
}

export interface SearchIndex {
  /** The best documents first. Nothing for a query without a word that carries a topic. */
  search(query: string, options?: SearchOptions): Hit[];
  /** A text as it is compared with another: the same for every name and spelling of a thing, empty without a topic. */
  reading(text: string): string;
}

/** A name says what a document is; what it says comes after that. */
const BOOST = { name: 3, aliases: 3, text: 1 };
/** An indicator's text is long where the report has much to say: length counts for less than by default (b 0.7). */
const BM25 = { k: 1.2, b: 0.3, d: 0.5 };
/** What the report itself says comes before the title of a work that it cites for it. */
const FOOTNOTES = 0.6;
/** What begins so counts for less than what is so, the less the more is left to type: as MiniSearch weighs it by default. */
const PREFIX = 0.375;
const PREFIX_REST = 0.3;
/** A hit below this share of the best one is there for a stray word. */
const TAIL = 0.05;
/** What stands in more than this share of the documents tells none of them from another: the country's own name. */
const EVERYWHERE = 0.5;

/** A class, so that the getter is on its prototype: what that of an object literal closes over stays until V8 collects the whole heap. */
class RecordHit implements Hit {
  readonly kind: Kind;
  readonly id: string;
  readonly score: number;
  private readonly termsMet: () => string[];

  constructor(kind: Kind, id: string, score: number, termsMet: () => string[]) {
    this.kind = kind;
    this.id = id;
    this.score = score;
    this.termsMet = termsMet;
  }

  /** Not everyone who searches marks what was met. */
  get terms(): string[] {
    return this.termsMet();
  }
}

/** The index over some documents, as data that can be kept. */
export interface RecordData {
  /** What each document is. */
  documents: readonly { kind: Kind; id: string }[];
  /** Over everything, over names and aliases, and over names alone. */
  whole: PostingData;
  names: PostingData;
  titles: PostingData;
  vocabulary: Vocabulary;
}

/** Indexes `documents`. */
export function indexRecords(documents: readonly Document[], lexicon: Lexicon): RecordData {
  const entries = documents.map(({ name, aliases, text }) => ({
    name: nameTokensOf(name, lexicon),
    aliases: nameTokensOf(aliases, lexicon),
    text: tokensOf(text, lexicon),
  }));
  const over = (fields: readonly ('name' | 'aliases' | 'text')[]) =>
    postingsOf(fields, entries, {
      boost: BOOST,
      bm25: BM25,
      boostDocument: (entry) => weightOf((documents[entry as number] as Document).kind),
    });
  return {
    documents: documents.map(({ kind, id }) => ({ kind, id })),
    whole: over(['name', 'aliases', 'text']),
    names: over(['name', 'aliases']),
    titles: over(['name']),
    vocabulary: vocabularyOf(documents.flatMap(({ name, aliases, text }) => [name, aliases, text])),
  };
}

const weightOf = (kind: Kind): number => (kind === 'footnote' ? FOOTNOTES : 1);

/** Of each document, in whichever assessment: its score, how many tokens of the query it meets, what it has of the one at hand. */
const scratch = createScratch('scores', 'met', 'own');

/** The index that was made into `data`. */
export function createIndex(data: RecordData, lexicon: Lexicon): SearchIndex {
  const { documents } = data;
  const postings = once(() => createPostings(data.whole));
  const named = once(() => createPostings(data.names));
  const titled = once(() => createPostings(data.titles));
  const tells = (token: string) => (postings().get(token) ?? 0) <= documents.length * EVERYWHERE;
  const speller = once(() => createSpeller([createKnown(data.vocabulary), lexicon.known]));
  const termsOf = memo((token) => termsOfToken(token, lexicon));

  /** What any of which is searched for: names and words, pairs of them, and two words that the documents write as one. */
  function queryTokens(query: string): string[] {
    const read = lexicon.read(terms(query, speller().spell));
    const spelled = words(query);
    const together = spelled.slice(1).map((word, i) => spelled[i] + word);
    const joined = lexicon.read(together.flatMap((word) => (/\d/.test(word) ? [] : (term(word) ?? []))));
    const telling = read.some(tells) ? read.filter(tells) : read;
    return [
      ...new Set([...telling, ...[...pairsOf(read), ...joined].filter((token) => postings().has(token))]),
    ];
  }

  /** What stands for a token of a query, and how much that counts. */
  interface Standing {
    token: string;
    from: number;
    to: number;
    weight: number;
  }

  /** The token itself. */
  const whole = (token: string, all: Postings): Standing[] => [{ token, ...all.of(token), weight: 1 }];

  /** Where a token is still being typed: all that begin so, among the names and aliases. */
  const unfinished = memo((token): Standing[] =>
    named()
      .under(token)
      .map(({ token: own, from, to }) => {
        const rest = own.length - token.length;
        const weight = rest ? (PREFIX * own.length) / (own.length + PREFIX_REST * rest) : 1;
        return { token: own, from, to, weight };
      }),
  );

  /** What a query asks of a document: the tokens, each with what stands for it, any or every one of them. */
  function asked(
    query: string,
    { within }: SearchOptions,
  ): { all: Postings; tokens: Standing[][]; every: boolean } {
    if (!within) {
      const all = postings();
      return { all, tokens: queryTokens(query).map((token) => whole(token, all)), every: false };
    }
    const isTyped = within === 'names';
    const all = isTyped ? named() : titled();
    const { spell, spellUnfinished } = speller();
    const read = lexicon.read(terms(query, isTyped ? spellUnfinished : spell));
    const last = isTyped && /[^\s\d]$/.test(query) ? read.at(-1) : undefined;
    return {
      all,
      tokens: read.map((token) => (token === last ? unfinished(token) : whole(token, all))),
      every: true,
    };
  }

  /** What of the tokens that are asked for a document has, as terms and names. */
  function termsMet(entry: number, all: Postings, tokens: readonly Standing[][]): string[] {
    const met = new Set<string>();
    for (const standing of tokens) {
      for (const each of standing) {
        if (all.holds(each, entry)) for (const own of termsOf(each.token)) met.add(own);
      }
    }
    return [...met];
  }

  return {
    search(query, options = {}) {
      const { kinds, limit = 10 } = options;
      const { all, tokens, every } = asked(query, options);
      const { scores, met, own } = scratch(documents.length);
      for (const [before, standing] of tokens.entries()) {
        if (before > 0) own.fill(0, 0, documents.length);
        for (const { from, to, weight } of standing) {
          for (let i = from; i < to; i++) {
            const entry = all.entries[i] as number;
            own[entry] = (own[entry] as number) + (all.scores[i] as number) * weight;
          }
        }
        for (let entry = 0; entry < documents.length; entry++) {
          if (own[entry] === 0 || (every && met[entry] !== before)) continue;
          scores[entry] = (scores[entry] as number) + (own[entry] as number);
          met[entry] = (met[entry] as number) + 1;
        }
      }
      const found: { entry: number; score: number }[] = [];
      for (let entry = 0; entry < documents.length; entry++) {
        const count = met[entry] as number;
        if (count === 0 || (every && count < tokens.length)) continue;
        if (kinds && !kinds.includes((documents[entry] as Pick<Hit, 'kind'>).kind)) continue;
        // As MiniSearch has it: what meets more of a query is the better for that.
        found.push({ entry, score: (scores[entry] as number) * count });
      }
      // Of two as good, the first.
      found.sort((a, b) => b.score - a.score || a.entry - b.entry);
      const floor = (found[0]?.score ?? 0) * TAIL;
      return found
        .filter(({ score }) => score >= floor)
        .slice(0, limit)
        .map(({ entry, score }) => {
          const { kind, id } = documents[entry] as Pick<Hit, 'kind' | 'id'>;
          return new RecordHit(kind, id, score, () => termsMet(entry, all, tokens));
        });
    },
    reading: (text) => readingOf(text, lexicon),
  };
}

/** Words, each with its possessive or the rest of its number, and what stands between them. */
const PIECES = /[\p{L}\p{N}\p{M}\p{Cf}]+(?:['’]\p{L}+|,\d{3})*|[^\p{L}\p{N}\p{M}\p{Cf}]+/gu;

/**
 * Where each piece of a text begins, and the text ends; its words, each with its term and which piece it is; and which words have
 * which term. Kept for the texts of a few assessments.
 */
const piecesOf = memo((text) => {
  const pieces = [...text.matchAll(PIECES)];
  const words = pieces.flatMap(({ 0: piece }, at) => {
    const [term] = terms(piece);
    return term === undefined ? [] : [{ term, at }];
  });
  const having = new Map<string, number[]>();
  words.forEach(({ term }, i) => {
    const others = having.get(term);
    if (others) others.push(i);
    else having.set(term, [i]);
  });
  return { starts: [...pieces.map(({ index }) => index), text.length], words, having };
}, 1000);

/** What stands between two words that are marked is marked with them: "high-profile". */
const JOINT = /^[ -]$/;

/** The parts of a text, what the search met set apart: `met` as a hit's `terms`. Names are marked as a whole. */
export function markTerms(text: string, met: readonly string[]): { text: string; hit: boolean }[] {
  const { starts, words, having } = piecesOf(text);
  const marked: { from: number; to: number }[] = [];
  for (const each of met) {
    const blank = each.indexOf(' ');
    const places = having.get(blank < 0 ? each : each.slice(0, blank));
    if (!places) continue;
    const name = each.split(' ');
    for (const i of places) {
      const [first, last] = [words[i], words[i + name.length - 1]];
      if (!first || !last || !name.every((term, j) => words[i + j]?.term === term)) continue;
      marked.push({ from: first.at, to: last.at + 1 });
    }
  }
  const beginning = (piece: number) => starts[piece] as number;
  const joined: typeof marked = [];
  for (const { from, to } of marked.sort((a, b) => a.from - b.from)) {
    const before = joined.at(-1);
    const isNext =
      before &&
      (from <= before.to ||
        (from === before.to + 1 && JOINT.test(text.slice(beginning(before.to), beginning(from)))));
    if (isNext) before.to = Math.max(before.to, to);
    else joined.push({ from, to });
  }
  const parts: { text: string; hit: boolean }[] = [];
  let end = 0;
  for (const { from, to } of joined) {
    if (beginning(from) > end) parts.push({ text: text.slice(end, beginning(from)), hit: false });
    end = beginning(to);
    parts.push({ text: text.slice(beginning(from), end), hit: true });
  }
  if (end < text.length) parts.push({ text: text.slice(end), hit: false });
  return parts;
}
