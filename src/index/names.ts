/** What each record of an assessment may be called. */
import type { Assessment, Footnote, Indicator, Treaty } from '../assessment/schema.js';
import { authorNames, worksOf } from '../assessment/works.js';
import { plain, terms } from './language.js';
import type { Lexicon } from './lexicon.js';
import { type SortedWords, sorted, wordAt } from './sorted.js';
import { startsOf } from './starts.js';

export const NAMED = ['indicator', 'footnote', 'treaty'] as const;
export type NamedKind = (typeof NAMED)[number];

interface Named {
  id: string;
  name: string;
  aliases: readonly string[];
}

/** The exact names of a record that are no words (number, id), as they are compared: never matched in part. */
export interface Keyed {
  id: string;
  keys: readonly string[];
}

/** The records of a kind, in their order, by their keys. */
export function keysIn(kind: NamedKind, { indicators, footnotes, treaties }: Assessment): Keyed[] {
  switch (kind) {
    case 'indicator':
      return indicators.map(({ number, id }) => ({
        id: String(number),
        keys: [String(number), plain(id), `indicator ${number}`],
      }));
    case 'footnote':
      return footnotes.map(({ number }) => ({
        id: String(number),
        keys: [String(number), ...['footnote ', 'note ', 'fn ', 'fn'].map((before) => before + number)],
      }));
    case 'treaty':
      return treaties.map(({ id }) => ({ id, keys: [plain(id)] }));
  }
}

/** The records of a kind, in their order. */
function namedIn(kind: NamedKind, assessment: Assessment): Named[] {
  switch (kind) {
    case 'indicator':
      return assessment.indicators.map(namedIndicator);
    case 'footnote':
      return assessment.footnotes.map((footnote) => namedFootnote(footnote, assessment));
    case 'treaty':
      return assessment.treaties.map(namedTreaty);
  }
}

function namedIndicator(i: Indicator): Named {
  return {
    id: String(i.number),
    name: i.label,
    aliases: [i.name, ...i.aliases],
  };
}

function namedFootnote({ number }: Footnote, assessment: Assessment): Named {
  const works = worksOf(assessment, number);
  const authors = works.flatMap((w) => w.author ?? []);
  return {
    id: String(number),
    name: works.map((w) => w.title).join('; '),
    aliases: [
      ...works.map((w) => w.title),
      ...authors.flatMap(authorNames),
      ...works.flatMap((w) => w['container-title'] ?? []),
    ],
  };
}

function namedTreaty(t: Treaty): Named {
  return { id: t.id, name: t.name, aliases: t.abbreviation ? [t.abbreviation] : [] };
}

/** A record's names as they are compared, its own name first: data that can be kept. */
export interface NameData {
  id: string;
  names: readonly string[];
  /** As they are read, each term in a line: the same for every name and spelling of a thing. */
  readings: readonly string[];
}

/** The names of all records of a kind. The records with word `i` in a name are `holders[starts[i]]` to before `holders[starts[i + 1]]`. */
export interface NamesData {
  records: readonly NameData[];
  words: SortedWords;
  starts: Uint32Array;
  holders: Uint16Array;
}

/** How a text is read, as `NameData` has it. */
export const readingOf = (text: string, lexicon: Lexicon): string => lexicon.read(terms(text)).join('\n');

/** Reads the names of every record of a kind. */
export function indexNames(kind: NamedKind, assessment: Assessment, lexicon: Lexicon): NamesData {
  const records = namedIn(kind, assessment).map(({ id, name, aliases }) => {
    const all = [name, ...aliases];
    return { id, names: all.map(plain), readings: all.map((each) => readingOf(each, lexicon)) };
  });
  const having = new Map<string, number[]>();
  for (const [record, { names }] of records.entries())
    for (const word of new Set(names.flatMap((name) => name.split(' '))))
      having.set(word, [...(having.get(word) ?? []), record]);
  const words = sorted(having.keys());
  const holders = Array.from({ length: having.size }, (_, at) => having.get(wordAt(words, at)) as number[]);
  return { records, words, starts: startsOf(holders), holders: Uint16Array.from(holders.flat()) };
}
