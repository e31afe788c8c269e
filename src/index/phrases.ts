/** Phrases in a sequence of terms: names, sayings, subjects. The longest that begins at a place counts. */
export interface Phrases<Value> {
  /** The longest phrase that begins at `at`, and how many terms it takes. */
  at(read: readonly string[], at: number): { value: Value; length: number } | undefined;
}

/** Stands in no term. */
const BETWEEN = '\n';
const NONE: readonly number[] = [];

/** `entries`: the terms of each phrase with what it stands for; of two with the same terms the later one counts. */
export function createPhrases<Value>(
  entries: Iterable<readonly [phrase: readonly string[], value: Value]>,
): Phrases<Value> {
  const values = new Map<string, Value>();
  /** By its first term, how many terms the phrases have that begin so, the most first. */
  const lengths = new Map<string, number[]>();
  for (const [phrase, value] of entries) {
    const [first] = phrase;
    if (first === undefined) continue;
    values.set(phrase.join(BETWEEN), value);
    const others = lengths.get(first);
    if (!others) lengths.set(first, [phrase.length]);
    else if (!others.includes(phrase.length)) others.push(phrase.length);
  }
  for (const own of lengths.values()) own.sort((a, b) => b - a);
  return {
    at(read, at) {
      const first = read[at];
      for (const length of (first !== undefined && lengths.get(first)) || NONE) {
        if (length > read.length - at) continue;
        const value = values.get(
          length === 1 ? (first as string) : read.slice(at, at + length).join(BETWEEN),
        );
        if (value !== undefined) return { value, length };
      }
      return undefined;
    },
  };
}
