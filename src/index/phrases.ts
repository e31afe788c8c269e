/** Phrases in a sequence of terms: names, sayings, subjects. The longest that begins at a place counts. */
import { placesOf } from './memo.js';

export interface Phrases<Value> {
  /** The longest phrase that begins at `at`, and how many terms it takes. */
  at(read: readonly string[], at: number): { value: Value; length: number } | undefined;
}

/** Stands in no term. */
const BETWEEN = '\n';
const NONE: readonly number[] = [];

/** Phrases as data that can be kept: each as its terms in one, and what it stands for. */
export interface PhraseData<Value> {
  phrases: readonly string[];
  values: readonly Value[];
}

/** `entries`: the terms of each phrase with what it stands for; of two with the same terms the later one counts. */
export function phrasesOf<Value>(
  entries: Iterable<readonly [phrase: readonly string[], value: Value]>,
): PhraseData<Value> {
  const values = new Map<string, Value>();
  for (const [phrase, value] of entries) if (phrase.length > 0) values.set(phrase.join(BETWEEN), value);
  return { phrases: [...values.keys()], values: [...values.values()] };
}

/** The phrases that were made into `data`. */
export function createPhrases<Value>({ phrases, values }: PhraseData<Value>): Phrases<Value> {
  const places = placesOf(phrases);
  /** By its first term, how many terms the phrases have that begin so, the most first. */
  const lengths = new Map<string, number[]>();
  for (const phrase of phrases) {
    const end = phrase.indexOf(BETWEEN);
    const first = end < 0 ? phrase : phrase.slice(0, end);
    const length = phrase.split(BETWEEN).length;
    const others = lengths.get(first);
    if (!others) lengths.set(first, [length]);
    else if (!others.includes(length)) others.push(length);
  }
  for (const own of lengths.values()) own.sort((a, b) => b - a);
  return {
    at(read, at) {
      const first = read[at];
      for (const length of (first !== undefined && lengths.get(first)) || NONE) {
        if (length > read.length - at) continue;
        const phrase = length === 1 ? (first as string) : read.slice(at, at + length).join(BETWEEN);
        const place = places.get(phrase);
        if (place !== undefined) return { value: values[place] as Value, length };
      }
      return undefined;
    },
  };
}
