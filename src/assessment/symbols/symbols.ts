/**
 * UN resolution symbols: from what people type to exactly one canonical symbol, or to none. There is no fuzzy matching
 * here and none may be added: S/RES/2613 must never bring up S/RES/2612.
 */
import { findSymbols, type Mention, readAsSymbol } from './mentions.js';

export { bodyOf, documentUrl, isCanonical } from './canonical.js';
export type { Mention } from './mentions.js';

/** What a mention comes to, measured against the symbols that are known. */
export type Resolved =
  | { kind: 'one'; symbol: string; given: Mention; yearGiven?: number }
  /** More than one reading is known; `readings` are those. */
  | { kind: 'ambiguous'; readings: string[]; given: Mention }
  /** A resolution, but not a known one; `readings` is empty where none can exist ("UNSC 51/28"). */
  | { kind: 'absent'; readings: string[]; given: Mention };

export type Resolution = { kind: 'none' } | Resolved;

/**
 * Resolves an input that should be one symbol, such as the value of an option: there, "2022" and "24/7" are symbols.
 * An input of more words is read as running text. Of several resolutions in it none is preferred: with an unknown one
 * among them the answer is `absent`, with known ones only `ambiguous`.
 */
export function resolveSymbol(text: string, known: ReadonlySet<string>): Resolution {
  const [only, ...others] = readAsSymbol(text);
  if (only && others.length === 0 && areAllOf([only], text)) return resolve(only, known);

  const mentions = findSymbols(text);
  const found = distinct(areAllOf(mentions, text) ? mentions : named(mentions, known), known);
  const [first] = found;
  if (first === undefined) return { kind: 'none' };
  if (found.length === 1) return first;
  const absent = found.find(({ kind }) => kind === 'absent');
  if (absent) return absent;
  const readings = found.flatMap((each) => (each.kind === 'one' ? [each.symbol] : each.readings));
  return { kind: 'ambiguous', readings: [...new Set(readings)], given: first.given };
}

/**
 * Resolves what a running text mentions, in order and each once. A bare number or pair that is not known is left out:
 * it is more likely to be a date, a score or a sum.
 */
export function resolveSymbols(text: string, known: ReadonlySet<string>): Resolved[] {
  return distinct(named(findSymbols(text), known), known);
}

/** Without the bare numbers and pairs that are not known. */
function named(mentions: readonly Mention[], known: ReadonlySet<string>): Mention[] {
  return mentions.filter(
    ({ explicit, readings }) => explicit || readings.some((reading) => known.has(reading)),
  );
}

/** Resolves mentions, each resolution once: where it is mentioned first, or first with a year. */
function distinct(mentions: Mention[], known: ReadonlySet<string>): Resolved[] {
  const found = new Map<string, Resolved>();
  for (const mention of mentions) {
    const resolved = resolve(mention, known);
    const key = resolved.kind === 'one' ? resolved.symbol : resolved.readings.join() || mention.text;
    const before = found.get(key)?.given;
    if (before === undefined || (before.year === undefined && mention.year !== undefined))
      found.set(key, resolved);
  }
  return [...found.values()];
}

function resolve(given: Mention, known: ReadonlySet<string>): Resolved {
  const hits = given.readings.filter((reading) => known.has(reading));
  const [symbol, ...others] = hits;
  if (symbol === undefined) return { kind: 'absent', readings: given.readings, given };
  if (others.length > 0) return { kind: 'ambiguous', readings: hits, given };
  return { kind: 'one', symbol, given, ...(given.year !== undefined && { yearGiven: given.year }) };
}

/** Whether there is nothing but punctuation and "and" around the mentions. */
function areAllOf(mentions: Mention[], text: string): boolean {
  let at = 0;
  const between = [...mentions, { start: text.length, end: text.length }].map(({ start, end }) => {
    const gap = text.slice(at, start);
    at = end;
    return gap;
  });
  return between.every((gap) => /^[^\p{L}\p{N}]*(?:(?:and|or)[^\p{L}\p{N}]*)?$/iu.test(gap));
}
