/** What has been worked out is kept: questions repeat their words. */
import QuickLRU from 'quick-lru';

/**
 * `make`, remembering what it made of the last keys that were new, at most `most` of them. Pure `make` only.
 *
 * Not a Map that forgets its oldest key at each new one: what such a Map forgets stays in memory until the whole heap is
 * collected, since V8 links each table that a Map has outgrown to the next.
 */
export function memo<Made>(make: (key: string) => Made, most = 5000): (key: string) => Made {
  // It holds up to twice as many.
  const kept = new QuickLRU<string, { made: Made }>({ maxSize: most / 2 });
  return (key) => {
    const before = kept.get(key);
    if (before) return before.made;
    const made = make(key);
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
