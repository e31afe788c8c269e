/** The resolutions of the real report, and what a text comes to among them. */
import { resolveSymbol, resolveSymbols } from '../../src/assessment/symbols/symbols.js';

export const REPORT = new Set(
  (
    'S/RES/2605 S/RES/2612 S/RES/2625 S/RES/2633 S/RES/2659 S/RES/2666 S/RES/2677 ' +
    'A/RES/76/169 A/RES/76/177 A/RES/76/228 A/RES/77/218 A/RES/77/226 A/RES/77/227 A/RES/77/230 ' +
    'A/HRC/RES/48/15 A/HRC/RES/48/19 A/HRC/RES/49/2 A/HRC/RES/49/22 A/HRC/RES/49/27 A/HRC/RES/50/19 ' +
    'A/HRC/RES/51/23 A/HRC/RES/51/26 A/HRC/RES/51/28 A/HRC/RES/51/37 A/HRC/RES/52/1 A/HRC/RES/52/28 A/HRC/RES/52/30'
  ).split(' '),
);
/** With every resolution that the texts of the tests could be mistaken for. */
export const TEMPTING = new Set([
  ...REPORT,
  'A/RES/51/28',
  'S/RES/266',
  'S/RES/2022',
  'S/RES/77',
  'S/RES/51',
  'S/RES/28',
]);

/** One line a result, so that a failing row shows all of it. */
export function shown(text: string, known: ReadonlySet<string> = REPORT): string {
  const result = resolveSymbol(text, known);
  if (result.kind === 'none') return 'none';
  return result.kind === 'one' ? result.symbol : `${result.kind}: ${result.readings.join(', ')}`;
}

export function shownInText(text: string, known: ReadonlySet<string> = REPORT): string[] {
  return resolveSymbols(text, known).map((result) =>
    result.kind === 'one' ? result.symbol : `${result.kind}: ${result.readings.join(', ')}`,
  );
}

export const inSentence = (text: string) => `How did China vote on ${text} last week?`;
