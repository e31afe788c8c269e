/** What the data come to is worked out once, and goes with them. Nothing that people type is kept here. */

/**
 * `make`, remembering what it made of each object, an edition or a record of one, for as long as that is in use. Pure
 * `make` only, and nothing that it made may be changed; nor may that be a function that closes over the object, which V8 would
 * hold on to for longer than that.
 */
export function kept<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
  const all = new WeakMap<Of, { made: Made }>();
  return (of) => {
    const before = all.get(of);
    if (before) return before.made;
    const made = make(of);
    all.set(of, { made });
    return made;
  };
}

/** The same of each key in an object, as the number of a footnote in an edition. Keys are the data's own, never what is typed. */
export function keptByKey<Key extends string | number, Of extends object, Made>(
  make: (key: Key, of: Of) => Made,
): (key: Key, of: Of) => Made {
  const keyed = kept((_: Of) => new Map<Key, { made: Made }>());
  return (key, of) => {
    const all = keyed(of);
    const before = all.get(key);
    if (before) return before.made;
    const made = make(key, of);
    all.set(key, { made });
    return made;
  };
}
