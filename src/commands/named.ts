import type { NamedKind } from '../index/names.js';
import type { Edition } from '../library.js';

/** How many names are offered where none is certain: what fits one row of buttons. */
const NEAREST = 5;

/**
 * The one record that a typed name means, or the nearest. An exact name decides; without one, the first tier that has
 * any candidate decides where it has just one.
 */
export function resolveNamed(
  edition: Edition,
  kind: NamedKind,
  typed: string,
): { id: string } | { nearest: string[] } {
  const best = typed.trim() ? edition.fitting(kind, typed) : [];
  const [first] = best;
  if (!first) return { nearest: [] };
  if (best.length === 1 || first.tier === 'exact') return { id: first.id };
  return { nearest: edition.suggest(kind, typed, NEAREST).map(({ id }) => id) };
}
