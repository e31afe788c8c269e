/** What somebody wants cited, as they type it. */
import type { Footnote, Indicator, Vote } from '../assessment/schema.js';
import type { Edition } from '../library.js';
import { resolveNamed } from './named.js';

export type Cited =
  /** `absent`: numbers that were given and that no footnote has. */
  | { kind: 'footnotes'; footnotes: readonly Footnote[]; absent: readonly number[] }
  /** The assessment as the work, with what of it is cited. */
  | { kind: 'assessment'; indicator?: Indicator; vote?: Vote }
  /** Nothing for certain. */
  | { kind: 'none'; near: readonly Footnote[] };

const ALL = /^(?:all|every|everything|all (?:the )?(?:footnotes|notes|sources|of them))$/i;
const ITSELF = /^(?:the |this )?(?:assessment|report)(?: itself)?$/i;
const INDICATOR = /^(?:indicator|ind\.?)\s*(?:no\.?|#)?\s*(.+)$/i;
/** "footnote 24", "[24]", "#24", "fn. 24". */
const BEFORE_NUMBER = /^(?:footnotes?|notes?|fn|no|#)\s*\.?\s*(?=\[?\s*\d)/i;
/** Numbers and ranges, and what stands between them. */
const NUMBERS =
  /^\[?\s*\d{1,4}\s*\]?(?:\s*(?:[-–—,;+&]|\band\b|\bto\b|\bthrough\b|\s)\s*\[?\s*\d{1,4}\s*\]?)*$/i;
const ITEM = /(\d+)(?:\]?\s*(?:[-–—]|\bto\b|\bthrough\b)\s*\[?(\d+))?/gi;

/** Reads what is typed for a footnote: a number, a list or range, all, an author or a title; an indicator; a vote. */
export function citedIn(typed: string, edition: Edition): Cited {
  const text = typed.trim();
  const { footnotes } = edition.assessment;
  if (ALL.test(text) && footnotes.length > 0) return { kind: 'footnotes', footnotes, absent: [] };
  if (ITSELF.test(text)) return { kind: 'assessment' };
  const numbers = numbersIn(text.replace(BEFORE_NUMBER, ''), footnotes.length);
  if (numbers) {
    const found = numbers.flatMap((number) => edition.footnote(number) ?? []);
    const absent = numbers.filter((number) => !edition.footnote(number));
    return found.length ? { kind: 'footnotes', footnotes: found, absent } : { kind: 'none', near: [] };
  }
  const [, named] = INDICATOR.exec(text) ?? [];
  if (named) {
    const found = resolveNamed(edition, 'indicator', named);
    const indicator = 'id' in found ? edition.indicator(Number(found.id)) : undefined;
    if (indicator) return { kind: 'assessment', indicator };
  }
  const resolution = /\d/.test(text) ? edition.resolution(text) : undefined;
  const vote = resolution?.kind === 'one' ? edition.vote(resolution.symbol) : undefined;
  if (vote) {
    const indicator = edition.indicator(vote.indicator);
    return { kind: 'assessment', vote, ...(indicator ? { indicator } : {}) };
  }
  const found = resolveNamed(edition, 'footnote', text);
  const ids = 'id' in found ? [found.id] : found.nearest;
  const near = ids.flatMap((id) => edition.footnote(Number(id)) ?? []);
  return 'id' in found ? { kind: 'footnotes', footnotes: near, absent: [] } : { kind: 'none', near };
}

/** The numbers of a list, each once, in order; undefined where it is none. A range ends at the first number that is not there. */
function numbersIn(text: string, last: number): number[] | undefined {
  if (!NUMBERS.test(text)) return undefined;
  const numbers = [...text.matchAll(ITEM)].flatMap(([, from, to = from]) => {
    const [low, high] = [Number(from), Number(to)].sort((a, b) => a - b) as [number, number];
    return Array.from({ length: Math.min(high, Math.max(low, last + 1)) - low + 1 }, (_, i) => low + i);
  });
  return [...new Set(numbers)].sort((a, b) => a - b);
}
