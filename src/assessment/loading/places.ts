/** Where something stands in an assessment file, as a person reads it. */
import { clip } from './describe.js';

/** Where a value stands in an assessment file: keys, and positions counted from 0. */
export type Path = readonly PropertyKey[];

/**
 * A path as a person reads it: `indicators[14] (15, "Countering extremism") statements[2].footnotes[0]`.
 * @param root the content of the file; it need not have the shape of the schema
 */
export function placeOf(root: unknown, path: Path): string {
  let place = '';
  let value = root;
  for (const [depth, step] of path.entries()) {
    value = (value as Record<PropertyKey, unknown> | null | undefined)?.[step];
    if (typeof step === 'number') place += `[${step}]`;
    else place += place === '' || place.endsWith(') ') ? String(step) : `.${String(step)}`;
    const name = depth === 1 ? nameOf(value) : '';
    if (name) place += ` (${name}) `;
  }
  return place.trimEnd();
}

/** What a person calls a record: `15, "Countering extremism"`, or `S/RES/2605`, or nothing. */
function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const { number, label, name, resolution, id, about } = value as Record<string, unknown>;
  const title = label ?? name;
  const parts = [number, typeof title === 'string' ? `"${clip(title, 40)}"` : (resolution ?? id)];
  if (typeof about === 'object' && about !== null) parts.push(...Object.values(about));
  return parts.filter((part) => typeof part === 'string' || typeof part === 'number').join(', ');
}
