/** What the rules across records share: their form, and the look-ups of what a record points to. */

import type { Assessment } from '../schema.js';
import type { Path } from './places.js';

export type Report = (path: Path, message: string) => void;
/** Reports each thing that is wrong, the message saying what, and what would be right. */
export type Rule = (assessment: Assessment, report: Report) => void;

export function noSuchFootnote({ footnotes }: Assessment, mark: number): string | undefined {
  if (footnotes.some(({ number }) => number === mark)) return undefined;
  return `mark ${mark} has no footnote; expected the number of one of the ${footnotes.length} in the file`;
}

export function noSuchIndicator({ indicators }: Assessment, wanted: number): string | undefined {
  if (indicators.some(({ number }) => number === wanted)) return undefined;
  return `indicator ${wanted} does not exist; expected the number of one of the ${indicators.length} in the file`;
}
