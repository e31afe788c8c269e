/** Phrases in a sequence of terms: names, sayings, subjects. The longest that begins at a place counts. */
import { memo } from './memo.js';
import { placeOf, placesUnder, type SortedWords, sorted, wordAt } from './sorted.js';

export interface Phrases<Value> {
  /** The longest phrase that begins at `at`, and how many terms it takes. */
  at(read: readonly string[], at: number): { value: Value; length: number } | undefined;
}

/** Stands in no term. */
const BETWEEN = '\t';

/** Phrases as data that can be kept: thousands of them are opened at once, and cost nothing until one is looked for. */
export interface PhraseData<Value> {
  /** The terms of each in one. */
  phrases: SortedWords;
  /** What each stands for, by its place among `values`: many stand for the same. */
  meant: Uint16Array;
  values: readonly Value[];
}

/**
 * @param entries the terms of each phrase with what it stands for, which can be written as JSON; of two with the same terms the
 * later one counts
 */
export function phrasesOf<Value>(
  entries: Iterable<readonly [phrase: readonly string[], value: Value]>,
): PhraseData<Value> {
  const meant = new Map<string, string>();
  const values = new Map<string, Value>();
  for (const [phrase, value] of entries) {
    if (phrase.length === 0) continue;
    const written = JSON.stringify(value);
    meant.set(phrase.join(BETWEEN), written);
    values.set(written, value);
  }
  const phrases = sorted(meant.keys());
  const places = new Map([...values.keys()].map((written, place) => [written, place]));
  return {
    phrases,
    meant: Uint16Array.from({ length: meant.size }, (_, place) =>
      Number(places.get(meant.get(wordAt(phrases, place)) as string)),
    ),
    values: [...values.values()],
  };
}

/** The phrases that were made into `data`. */
export function createPhrases<Value>({ phrases, meant, values }: PhraseData<Value>): Phrases<Value> {
  /** The phrases that begin with a term, the longest first. */
  const beginning = memo((first) => {
    const alone = placeOf(phrases, first);
    const places = [...placesUnder(phrases, first + BETWEEN), ...(alone === undefined ? [] : [alone])];
    return places
      .map((place) => ({
        terms: wordAt(phrases, place).split(BETWEEN),
        value: values[meant[place] as number] as Value,
      }))
      .sort((a, b) => b.terms.length - a.terms.length);
  });
  return {
    at(read, at) {
      const first = read[at];
      if (first === undefined) return undefined;
      for (const { terms, value } of beginning(first)) {
        if (terms.every((term, i) => read[at + i] === term)) return { value, length: terms.length };
      }
      return undefined;
    },
  };
}
