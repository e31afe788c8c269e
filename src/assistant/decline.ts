/** Declining: what the report does not say, with the nearest that it does say. */
import { asFound } from './evidence.js';
import type { Found } from './found.js';
import type { Question } from './question.js';
import type { Stated } from './ranking.js';
import type { Declined, Reason } from './reply.js';

/** What speaks of less than this of the question is not near it. */
const NEAR = 0.25;
/** What was named is said again, but not at length. */
const SUBJECT_MAX = 40;

/** @param subject what the assessment does not speak of, as it was named */
export function declined(reason: Reason, near: readonly Found[], subject?: string): Declined {
  return {
    kind: 'declined',
    reason,
    near,
    ...(subject ? { subject: [...subject].slice(0, SUBJECT_MAX).join('') } : {}),
  };
}

/** The one or two statements that come nearest to a question; none where none is near. */
export function nearest(question: Question): Found[] {
  // What is called by its name is nearer than what only has its words.
  const worth = ({ score, named }: Stated) => score + named / 2;
  const [best, second] = question.statements().toSorted((a, b) => worth(b) - worth(a));
  if (!best || best.coverage < NEAR) return [];
  const beside = second && second.score > best.score * 0.8 && second.kind !== 'footnote' ? [second] : [];
  return [best, ...beside].map(asFound);
}
