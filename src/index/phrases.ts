/** Phrases in a sequence of terms: names, sayings, subjects. The longest that begins at a place counts. */
export interface Phrases<Value> {
  /** The longest phrase that begins at `at`, and how many terms it takes. */
  at(read: readonly string[], at: number): { value: Value; length: number } | undefined;
}

/** Stands in no term. */
const BETWEEN = '\n';

/** `entries`: the terms of each phrase with what it stands for; of two with the same terms the later one counts. */
export function createPhrases<Value>(
  entries: Iterable<readonly [phrase: readonly string[], value: Value]>,
): Phrases<Value> {
  const values = new Map<string, Value>();
  /** By its first term, how many terms the longest phrase has that begins so. */
  const longest = new Map<string, number>();
  for (const [phrase, value] of entries) {
    const [first] = phrase;
    if (first === undefined) continue;
    values.set(phrase.join(BETWEEN), value);
    longest.set(first, Math.max(longest.get(first) ?? 0, phrase.length));
  }
  return {
    at(read, at) {
      const first = read[at];
      if (first === undefined) return undefined;
      for (let length = Math.min(longest.get(first) ?? 0, read.length - at); length > 0; length--) {
        const value = values.get(length === 1 ? first : read.slice(at, at + length).join(BETWEEN));
        if (value !== undefined) return { value, length };
      }
      return undefined;
    },
  };
}
