/** What has been worked out is kept: questions repeat their words. */

/**
 * `make`, remembering what it made of the last keys that were asked for, at most `most` of them. Pure `make` only.
 *
 * In two Maps, the older of which is let go of as a whole: what a Map forgets one by one stays in memory until the whole heap is
 * collected, since V8 links each table that a Map has outgrown to the next. A question looks into hundreds of these, and
 * quick-lru, which does the same, takes twice as long for it.
 */
export function memo<Made>(make: (key: string) => Made, most = 5000): (key: string) => Made {
  let recent = new Map<string, { made: Made }>();
  let older: typeof recent | undefined;
  return (key) => {
    const known = recent.get(key);
    if (known) return known.made;
    const found = older?.get(key) ?? { made: make(key) };
    if (recent.size >= Math.floor(most / 2)) {
      older = recent;
      recent = new Map();
    }
    recent.set(key, found);
    return found.made;
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
