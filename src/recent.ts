/** What was used last is kept; what was not used for the longest time makes way. */
export interface Recent<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  clear(): void;
  entries(): IterableIterator<[string, Value]>;
  delete(key: string): void;
}

export function createRecent<Value>(most: number): Recent<Value> {
  // A Map has its keys in the order in which they were set.
  const kept = new Map<string, Value>();
  const put = (key: string, value: Value) => {
    kept.delete(key);
    kept.set(key, value);
  };
  return {
    get(key) {
      const value = kept.get(key);
      if (value !== undefined) put(key, value);
      return value;
    },
    set(key, value) {
      put(key, value);
      if (kept.size <= most) return;
      const { value: oldest } = kept.keys().next();
      if (oldest !== undefined) kept.delete(oldest);
    },
    clear: () => kept.clear(),
    entries: () => kept.entries(),
    delete: (key) => void kept.delete(key),
  };
}
