/**
 * The words of the field, kept as data in `data/lexicon.json`: the names of one thing (Uyghur for Uighur, ICC for Rome
 * Statute), other treaties of the field, what people say for the terms of an assessment, and subjects that people ask
 * about and that an assessment may well not mention.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ROOT } from '../root.js';
import { type Country, type CountryMention, countriesOf, createCountries } from './countries.js';
import { TEXTS_KEPT, terms, words } from './language.js';
import { memo } from './memo.js';
import { createPhrases, type PhraseData, type Phrases, phrasesOf } from './phrases.js';
import { createKnown, type Known, type Vocabulary, vocabularyOf } from './spelling.js';

const groups = z.array(z.array(z.string().min(1)).min(2));
const schema = z.strictObject({
  shorthand: z.record(z.string().min(1), z.string().min(1)),
  variants: groups,
  belongs: z.record(z.string().min(1), z.array(z.string().min(1)).min(1)),
  treaties: z.array(z.array(z.string().min(1)).min(1)),
  related: z.array(z.strictObject({ say: z.array(z.string().min(1)), for: z.array(z.string().min(1)) })),
  subjects: z.array(z.string().min(1)),
});
export type Words = Partial<z.infer<typeof schema>>;

/** Belongs to the program, not to an assessment, and so is not looked for in DATA_DIR. */
const FILE = new URL('data/lexicon.json', ROOT);

/** A name is written as its terms with a blank between. */
export interface Lexicon {
  /** A text with what people type for short written out: "w/o a vote" is "without a vote". */
  spellOut(text: string): string;
  /**
   * The terms of a text with each name as one term: the first name of its group, whichever of them the text has. The
   * longest name counts, so that South Sudan is not read as Sudan.
   */
  read(own: readonly string[]): string[];
  /** The same with how many of the terms each takes. */
  spans(own: readonly string[]): { term: string; length: number }[];
  /** The country whose a name is, where that is as good as naming the country: Tibet, the CCP. */
  belongsTo(name: string): string | undefined;
  /** Every name of the thing that has this name, or none where it is no name. */
  names(name: string): readonly string[];
  /** What is said for terms of an assessment, each such term as it is read. */
  readonly sayings: Phrases<readonly (readonly string[])[]>;
  /** The countries that a text names. */
  countries(text: string): readonly CountryMention[];
  /** Subjects that an assessment may not mention, as they are written. */
  readonly subjects: Phrases<string>;
  /** Treaties of the field, as each is called first. */
  readonly treaties: Phrases<string>;
  /** The groups of names of one thing, as they are written. */
  readonly variants: readonly (readonly string[])[];
  /** Every word of a name or saying. */
  readonly known: Known;
}

/** A lexicon with its texts read into terms, which takes most of the time: data that can be kept. */
export interface LexiconData extends Pick<Required<Words>, 'shorthand' | 'variants'> {
  /** The names of one thing, each as its terms with a blank between, the first first; each name with its group. */
  names: PhraseData<string[]>;
  countries: PhraseData<Country>;
  owners: [name: string, country: string][];
  sayings: PhraseData<string[][]>;
  subjects: PhraseData<string>;
  treaties: PhraseData<string>;
  vocabulary: Vocabulary;
}

/** Reads the lexicon. Throws where the file is not there or not of its shape: it is part of the program. */
export const readLexicon = (): LexiconData => lexiconOf(schema.parse(JSON.parse(readFileSync(FILE, 'utf8'))));

/** Reads words into terms. A name in two groups belongs to the later one. */
export function lexiconOf({
  shorthand = {},
  variants = [],
  belongs = {},
  treaties = [],
  related = [],
  subjects = [],
}: Words): LexiconData {
  const groups = [...treaties, ...variants].map((variant) =>
    [...new Set(variant.map((name) => terms(name).join(' ')))].filter(Boolean),
  );
  const names = phrasesOf(
    groups.flatMap((group) => group.map((name): [string[], string[]] => [name.split(' '), group])),
  );
  const { spans } = readerOf(names);
  const readText = (text: string) => spans(terms(text)).map(({ term }) => term);
  const sayings = new Map<string, [phrase: string[], means: string[][]]>();
  for (const { say, for: means } of related) {
    for (const saying of say) {
      const phrase = readText(saying);
      const key = phrase.join('\n');
      const entry = sayings.get(key) ?? [phrase, []];
      entry[1].push(...means.map(readText));
      sayings.set(key, entry);
    }
  }
  const spelled = [
    ...variants.flat(),
    ...treaties.flat(),
    ...related.flatMap(({ say }) => say),
    ...subjects,
  ].flatMap(words);
  return {
    shorthand,
    variants,
    names,
    countries: countriesOf(variants),
    owners: Object.entries(belongs).flatMap(([country, names]) =>
      names.map((name): [string, string] => [readText(name).join(' '), country]),
    ),
    sayings: phrasesOf(sayings.values()),
    subjects: phrasesOf(subjects.map((subject) => [readText(subject), subject])),
    treaties: phrasesOf(
      treaties.flatMap((names) =>
        names.map((name): [string[], string] => [readText(name), names[0] as string]),
      ),
    ),
    vocabulary: vocabularyOf([...new Set(spelled)]),
  };
}

/** What names stand in a sequence of terms. */
function readerOf(names: PhraseData<string[]>) {
  const phrases = createPhrases(names);
  return {
    /** The group of a name. */
    named: memo((name): readonly string[] => {
      const own = name.split(' ');
      const found = phrases.at(own, 0);
      return found?.length === own.length ? found.value : [];
    }),
    spans(own: readonly string[]): { term: string; length: number }[] {
      const found: { term: string; length: number }[] = [];
      for (let at = 0; at < own.length; ) {
        const name = phrases.at(own, at);
        const length = name?.length ?? 1;
        found.push({ term: name?.value[0] ?? (own[at] as string), length });
        at += length;
      }
      return found;
    },
  };
}

/** The lexicon that was read into `data`. */
export function createLexicon(data: LexiconData): Lexicon {
  const { shorthand, variants, sayings, subjects, treaties } = data;
  const { named, spans } = readerOf(data.names);
  const owners = new Map(data.owners);
  const short = Object.keys(shorthand).sort((a, b) => b.length - a.length);
  // By itself, not in a word, a symbol or an address; a capital letter may be a name's.
  const isShort = new RegExp(
    `(?<![\\p{L}\\p{N}'’/.])(?<!\\d )(?:${short.map(literal).join('|') || '(?!)'})(?![\\p{L}\\p{N}'’/]|\\.\\p{L})`,
    'giu',
  );
  return {
    spellOut: (text) =>
      text.replace(isShort, (said) => shorthand[said.length > 1 ? said.toLowerCase() : said] ?? said),
    read: (own) => spans(own).map(({ term }) => term),
    spans,
    belongsTo: (name) => owners.get(name),
    names: named,
    countries: memo(createCountries(data.countries), TEXTS_KEPT),
    sayings: createPhrases(sayings),
    subjects: createPhrases(subjects),
    treaties: createPhrases(treaties),
    variants,
    known: createKnown(data.vocabulary),
  };
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
