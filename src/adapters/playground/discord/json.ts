/** Narrow views of parsed JSON: everything a bot sends is unknown until looked at. */

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value where it is a list, otherwise an empty one. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The objects of a list, leaving out whatever else is in it. */
export function objects(value: unknown): JsonObject[] {
  return list(value).filter(isObject);
}

/** The text where it is a string, otherwise the empty string. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The value as it would arrive over the wire: `undefined` members are gone. */
export function overTheWire<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}

/** The values that occur more than once, each named once. */
export function repeated<T>(values: Iterable<T>): T[] {
  const seen = new Set<T>();
  const twice = new Set<T>();
  for (const value of values) (seen.has(value) ? twice : seen).add(value);
  return [...twice];
}
