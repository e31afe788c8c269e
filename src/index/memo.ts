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

/** Where each of a list stands in it. */
export function placesOf(list: readonly string[]): ReadonlyMap<string, number> {
  // One by one: as many pairs would be left behind.
  const places = new Map<string, number>();
  for (const [place, each] of list.entries()) places.set(each, place);
  return places;
}

/** What `make` makes, made when it is first asked for. */
export function once<Made>(make: () => Made): () => Made {
  let kept: { made: Made } | undefined;
  return () => {
    kept ??= { made: make() };
    return kept.made;
  };
}
