/** Where each of some lists begins when they stand one behind the other, and at last where they end. */
export function startsOf(lists: readonly { readonly length: number }[]): Uint32Array {
  const starts = new Uint32Array(lists.length + 1);
  for (const [i, { length }] of lists.entries()) starts[i + 1] = (starts[i] as number) + length;
  return starts;
}
