/** What somebody wants cited, as they type it. */
import type { Footnote, Indicator, Vote } from '../assessment/schema.js';
import type { Edition } from '../library.js';
import { resolveNamed } from './named.js';
import { numberList } from './words.js';

export type Cited =
  /** `absent`: numbers that were given and that no footnote has. */
  | { kind: 'footnotes'; footnotes: readonly Footnote[]; absent: readonly number[] }
  /** The assessment as the work, with what of it is cited. */
  | { kind: 'assessment'; indicator?: Indicator; vote?: Vote }
  /** Resolutions that the assessment does not list. */
  | { kind: 'absent'; resolutions: readonly string[] }
  /** No indicator for certain; or several, by their numbers. */
  | { kind: 'no-indicator'; near: readonly Indicator[]; several: boolean }
  /** No footnote for certain. */
  | { kind: 'none'; near: readonly Footnote[] };

const ALL = /^(?:all|every|everything|all (?:the )?(?:footnotes|notes|sources|of them))$/i;
const ITSELF = /^(?:the |this )?(?:assessment|report)(?: itself)?$/i;
const INDICATOR = /^(?:indicators?|ind\.?)\s*(?:nos?\.?|#)?\s*(.+)$/i;
/** "footnote 24", "[24]", "#24", "fn. 24". */
const BEFORE_NUMBER = /^(?:footnotes?|notes?|fn|no|#)\s*\.?\s*(?=\[?\s*\d)/i;
/** Numbers and ranges, and what stands between them. */
const NUMBERS =
  /^\[?\s*\d{1,4}\s*\]?(?:\s*(?:[-–—,;+&]|\band\b|\bto\b|\bthrough\b|\s)\s*\[?\s*\d{1,4}\s*\]?)*$/i;
const ITEM = /(\d+)(?:\]?\s*(?:[-–—]|\bto\b|\bthrough\b)\s*\[?(\d+))?/gi;
/** Numbers as the bits of one: a long list does not fit a button. */
const PACKED = /^~([0-9a-z]{1,60})$/;
/** What is longer than this is packed. */
const LIST_MAX = 20;

/** Footnotes in a form that fits a button, whatever they are: "5, 9-11", "all", or packed. */
export function packFootnotes(numbers: readonly number[], edition: Edition): string {
  if (numbers.length > 1 && numbers.length === edition.assessment.footnotes.length) return 'all';
  const text = numbers.join(',');
  if (text.length <= LIST_MAX) return text;
  return `~${numbers.reduce((bits, number) => bits | (1n << BigInt(number)), 0n).toString(36)}`;
}

/** What is longer than this is cut in the name of a file. */
const NAME_MAX = 40;

/** Footnotes in the name of a file: "5-9-to-11", "all"; of a long list the beginning. */
export function inFileName(numbers: readonly number[], edition: Edition): string {
  if (numbers.length === edition.assessment.footnotes.length) return 'all';
  const name = numberList(numbers)
    .replaceAll('–', '-to-')
    .replace(/, | and /g, '-');
  if (name.length <= NAME_MAX) return name;
  // No number is cut in two; of a range its first may stay.
  return `${name.slice(0, NAME_MAX).replace(/-(?:to-)?[^-]*$/, '')}-and-more`;
}

/** Reads what is typed for a footnote: a number, a list or range, all, an author or a title; an indicator; a vote. */
export const citedIn = (typed: string, edition: Edition): Cited =>
  citedByKey(typed, edition) ?? namedIn(typed.trim(), edition);

/** The same but for an author or a title; nothing where it can be no more than that. */
export function citedByKey(typed: string, edition: Edition): Cited | undefined {
  const text = typed.trim();
  const { footnotes } = edition.assessment;
  if (ALL.test(text) && footnotes.length > 0) return { kind: 'footnotes', footnotes, absent: [] };
  if (ITSELF.test(text)) return { kind: 'assessment' };
  const numbers =
    unpacked(text, footnotes.length) ?? numbersIn(text.replace(BEFORE_NUMBER, ''), footnotes.length);
  const found = numbers?.flatMap((number) => edition.footnote(number) ?? []) ?? [];
  if (numbers && found.length > 0) {
    return {
      kind: 'footnotes',
      footnotes: found,
      absent: numbers.filter((number) => !edition.footnote(number)),
    };
  }
  // A number that no footnote has may be that of a resolution.
  const vote = voteIn(text, edition);
  if (vote) return vote;
  if (numbers) return { kind: 'none', near: [] };
  const [, named] = INDICATOR.exec(text) ?? [];
  return named ? indicatorIn(named, edition) : undefined;
}

function voteIn(text: string, edition: Edition): Cited | undefined {
  if (!/\d/.test(text)) return undefined;
  const resolution = edition.resolution(text);
  // Short numbers are footnotes that are not there.
  if (resolution.kind === 'absent' && !/^\d{1,3}$/.test(text))
    return { kind: 'absent', resolutions: resolution.readings.length ? resolution.readings : [text] };
  const vote = resolution.kind === 'one' ? edition.vote(resolution.symbol) : undefined;
  const indicator = vote && edition.indicator(vote.indicator);
  return vote && { kind: 'assessment', vote, ...(indicator ? { indicator } : {}) };
}

function indicatorIn(named: string, edition: Edition): Cited {
  const numbers = numbersIn(named, edition.assessment.indicators.length) ?? [];
  const several = numbers.length > 1;
  const found = several ? { nearest: numbers } : resolveNamed(edition, 'indicator', named);
  const ids = 'id' in found ? [found.id] : found.nearest;
  const near = ids.flatMap((id) => edition.indicator(Number(id)) ?? []);
  const [indicator] = near;
  return 'id' in found && indicator
    ? { kind: 'assessment', indicator }
    : { kind: 'no-indicator', near, several };
}

function namedIn(text: string, edition: Edition): Cited {
  const found = resolveNamed(edition, 'footnote', text);
  const ids = 'id' in found ? [found.id] : found.nearest;
  const near = ids.flatMap((id) => edition.footnote(Number(id)) ?? []);
  return 'id' in found ? { kind: 'footnotes', footnotes: near, absent: [] } : { kind: 'none', near };
}

/** The numbers of a list, each once, in order; undefined where it is none. Of a range, those beyond the last are one. */
function numbersIn(text: string, last: number): number[] | undefined {
  if (!NUMBERS.test(text)) return undefined;
  const numbers = [...text.matchAll(ITEM)].flatMap(([, from, to = from]) => {
    const [low, high] = [Number(from), Number(to)].sort((a, b) => a - b) as [number, number];
    const within = Array.from({ length: Math.max(0, Math.min(high, last) - low + 1) }, (_, i) => low + i);
    return high > last ? [...within, high] : within;
  });
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function unpacked(text: string, last: number): number[] | undefined {
  const [, code] = PACKED.exec(text) ?? [];
  if (!code) return undefined;
  const bits = [...code].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n);
  return Array.from({ length: last }, (_, i) => i + 1).filter((number) => (bits >> BigInt(number)) & 1n);
}
