import type { Edition, NamedKind } from '../library.js';

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
  const suggestions = edition.suggest(kind, typed);
  const [first] = suggestions;
  if (!first || typed.trim() === '') return { nearest: [] };
  const peers = suggestions.filter(({ tier }) => tier === first.tier);
  if (first.tier === 'exact' || peers.length === 1) return { id: first.id };
  return { nearest: suggestions.slice(0, NEAREST).map(({ id }) => id) };
}
