/** The statements among what was retrieved, in the order in which they answer. */
import type { Retrieved, StatementHit } from '../index/statements.js';

/** What a statement of its own says; a vote or a work is evidence of another kind. */
export type Stated = StatementHit & { kind: 'indicator' | 'footnote' | 'overview' };

/** What is said best is said in a statement of the report; a footnote's remark or the overview says it beside that. */
const PLACE = { indicator: 1, overview: 0.93, footnote: 0.9 };

const isStated = (hit: StatementHit): hit is Stated =>
  hit.kind === 'indicator' || hit.kind === 'footnote' || hit.kind === 'overview';

/** How near a statement comes to the best one to be preferred where it says more itself: of the same record, of another. */
const AS_NEAR = { same: 0.8, other: 0.97 };

const worth = (hit: Stated) => hit.score * PLACE[hit.kind];
/** By what a statement says itself as much as by what it stands under. */
export const bySaying = (a: Stated, b: Stated) => b.score + b.stated / 2 - a.score - a.stated / 2;

/**
 * The statements among what was retrieved, best first. Of those that are as good, the one that says it itself leads: of a
 * record on education, what speaks of the universities answers a question on those.
 */
export function statements({ hits }: Retrieved): Stated[] {
  const sorted = hits.filter(isStated).sort((a, b) => worth(b) - worth(a));
  const [best] = sorted;
  if (!best) return [];
  const isNear = (hit: Stated) => {
    const isSame = hit.kind === best.kind && hit.id === best.id;
    return worth(hit) >= worth(best) * (isSame ? AS_NEAR.same : AS_NEAR.other);
  };
  const [first = best] = sorted.filter(isNear).sort(bySaying);
  return [first, ...sorted.filter((hit) => hit !== first)];
}
