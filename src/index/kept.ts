/** What the data come to is worked out once, and goes with them. Nothing that people type is kept here. */

/**
 * `make`, remembering what it made of each object, an edition or a record of one, for as long as that is in use. Pure
 * `make` only, and nothing that it made may be changed.
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

/** The same of each number of an object, as that of a footnote in an edition. */
export function keptByNumber<Of extends object, Made>(
  make: (number: number, of: Of) => Made,
): (number: number, of: Of) => Made {
  const numbered = kept((_: Of) => new Map<number, { made: Made }>());
  return (number, of) => {
    const all = numbered(of);
    const before = all.get(number);
    if (before) return before.made;
    const made = make(number, of);
    all.set(number, { made });
    return made;
  };
}
