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
  const [first] = edition.suggest(kind, typed, 1);
  if (!first || typed.trim() === '') return { nearest: [] };
  if (first.tier === 'exact') return { id: first.id };
  const nearest = edition.suggest(kind, typed, NEAREST);
  const peers = nearest.filter(({ tier }) => tier === first.tier);
  return peers.length === 1 ? { id: first.id } : { nearest: nearest.map(({ id }) => id) };
}
