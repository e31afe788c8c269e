/** Phrases in a sequence of terms: names, sayings, subjects. The longest that begins at a place counts. */
export interface Phrases<Value> {
  /** The longest phrase that begins at `at`, and how many terms it takes. */
  at(read: readonly string[], at: number): { value: Value; length: number } | undefined;
}

const SEPARATOR = '\n';

/** `entries`: the terms of each phrase with what it stands for; of two with the same terms the later one counts. */
export function createPhrases<Value>(
  entries: Iterable<readonly [phrase: readonly string[], value: Value]>,
): Phrases<Value> {
  const values = new Map<string, Value>();
  /** How many terms the longest phrase has that begins with a term. */
  const longest = new Map<string, number>();
  for (const [phrase, value] of entries) {
    const [first] = phrase;
    if (first === undefined) continue;
    values.set(phrase.join(SEPARATOR), value);
    longest.set(first, Math.max(longest.get(first) ?? 0, phrase.length));
  }
  return {
    at(read, at) {
      const most = Math.min(longest.get(read[at] ?? '') ?? 0, read.length - at);
      for (let length = most; length > 0; length--) {
        const value = values.get(read.slice(at, at + length).join(SEPARATOR));
        if (value !== undefined) return { value, length };
      }
      return undefined;
    },
  };
}
