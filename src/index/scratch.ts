/** Lists of numbers that are only looked at while something is looked for: made once, and cleared for the next. */

/** So many numbers a list are kept; longer ones are made anew each time. */
const MOST = 20_000;

/**
 * @param names of the lists
 * @returns gives those lists, all 0 as far as `length`, and perhaps longer than that; they are the next one's when it is asked again
 */
export function createScratch<Name extends string>(
  ...names: Name[]
): (length: number) => Readonly<Record<Name, Float64Array>> {
  const made = (length: number) =>
    Object.fromEntries(names.map((name) => [name, new Float64Array(length)])) as Record<Name, Float64Array>;
  let [kept, size] = [made(0), 0];
  return (length) => {
    if (length > MOST) return made(length);
    if (size < length) [kept, size] = [made(length), length];
    else for (const name of names) kept[name].fill(0, 0, length);
    return kept;
  };
}
