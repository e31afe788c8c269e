/** Phrases in a sequence of terms: names, sayings, subjects. The longest that begins at a place counts. */
export interface Phrases<Value> {
  /** The longest phrase that begins at `at`, and how many terms it takes. */
  at(read: readonly string[], at: number): { value: Value; length: number } | undefined;
}

/** What may follow a term; `value` where a phrase ends with it. */
interface Node<Value> {
  next: Map<string, Node<Value>>;
  value?: Value;
}

/** `entries`: the terms of each phrase with what it stands for; of two with the same terms the later one counts. */
export function createPhrases<Value>(
  entries: Iterable<readonly [phrase: readonly string[], value: Value]>,
): Phrases<Value> {
  const root: Node<Value> = { next: new Map() };
  for (const [phrase, value] of entries) {
    let node = root;
    for (const term of phrase) {
      const next: Node<Value> = node.next.get(term) ?? { next: new Map() };
      node.next.set(term, next);
      node = next;
    }
    if (phrase.length > 0) node.value = value;
  }
  return {
    at(read, at) {
      let found: { value: Value; length: number } | undefined;
      let node: Node<Value> | undefined = root;
      for (let i = at; i < read.length; i++) {
        node = node.next.get(read[i] as string);
        if (!node) break;
        if (node.value !== undefined) found = { value: node.value, length: i - at + 1 };
      }
      return found;
    },
  };
}
