/** What has been worked out is kept: questions repeat their words. */

/** `make`, remembering what it made of each key; when it has kept `most` of them, it begins anew. Pure `make` only. */
export function memo<Made>(make: (key: string) => Made, most = 5000): (key: string) => Made {
  const kept = new Map<string, { made: Made }>();
  return (key) => {
    const before = kept.get(key);
    if (before) return before.made;
    const made = make(key);
    if (kept.size >= most) kept.clear();
    kept.set(key, { made });
    return made;
  };
}
