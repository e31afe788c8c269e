/**
 * `make`, remembering what it made of each object, an edition or a record of one, for as long as that is in use. Pure
 * `make` only, and nothing in what it made may be changed.
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
