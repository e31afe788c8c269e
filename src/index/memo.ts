/** What has been worked out is kept: questions repeat their words. */

/** `make`, remembering what it made of the last `most` keys that were new. Pure `make` only. */
export function memo<Made>(make: (key: string) => Made, most = 5000): (key: string) => Made {
  const kept = new Map<string, { made: Made }>();
  return (key) => {
    const before = kept.get(key);
    if (before) return before.made;
    const made = make(key);
    // A Map has its keys in the order in which they came.
    for (const oldest of kept.size >= most ? kept.keys() : []) {
      kept.delete(oldest);
      break;
    }
    kept.set(key, { made });
    return made;
  };
}

/** What `make` makes, made when it is first asked for. */
export function once<Made>(make: () => Made): () => Made {
  let kept: { made: Made } | undefined;
  return () => {
    kept ??= { made: make() };
    return kept.made;
  };
}
