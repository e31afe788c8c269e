/** Values of a data file in the words of a message, cut to a length that a message can bear. */

/** Text of at most `max` characters, closed by an ellipsis where it was longer. */
export function clip(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).trimEnd()}…`;
}

/** What there is in place of an object. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `the ${typeof value} ${shown(value)}`;
}

/** A value as it stands in the file. */
export function shown(value: unknown): string {
  return clip(JSON.stringify(value) ?? 'nothing', 60);
}

export function listed(keys: readonly string[]): string {
  return keys.length === 0 ? 'none' : clip(keys.join(', '), 300);
}
