/**
 * Finds the resolutions that a text mentions, in the many ways in which people write them.
 *
 * The text is first put into plain characters, links are cut down to the symbol that they carry (`withoutLinks`), and
 * then it is read from left to right: a marker ("UNSC resolution no."), an item ("2666", "51/28"), a year, more items
 * ("and 2612"), and perhaps the body behind them ("of the Human Rights Council").
 */

import { bodyNamed, type Item, type Marked, type Marker, readItem, readingsOf, readMarker } from './parts.js';
import {
  BODY_BEHIND,
  CHUNK,
  ITEM_AFTER_CODE,
  ITEM_AFTER_WORDS,
  ITEM_ALONE,
  LINK,
  LOOKS_LIKE_YEAR,
  MARKER,
  MARKER_IN_LINK,
  matchAt,
  NEXT,
} from './patterns.js';
import { plain } from './plain-text.js';

/** One reference to a resolution in a text. */
export interface Mention {
  /**
   * The canonical symbols that the text can stand for, most likely first: one for all but a bare pair such as "51/28".
   * Empty where the marker and the number contradict each other ("UNSC 51/28"): a resolution that cannot exist.
   */
  readings: string[];
  /** The year typed with it, as typed: it never changes the symbol. */
  year?: number;
  /** False for a bare number or pair in running text, which may be anything. */
  explicit: boolean;
  /** Where it stands in the text as given: from `start` up to, not including, `end`. */
  start: number;
  end: number;
  /** As typed. */
  text: string;
}

/** The resolutions that a running text mentions, in order, known or not. Any string will do; the text is not changed. */
export function findSymbols(text: string): Mention[] {
  return read(text, false);
}

/**
 * The same of a text that is expected to be one symbol and nothing else, so that any number is one, and a pair may be
 * written as "77-230".
 */
export function readAsSymbol(text: string): Mention[] {
  return read(text, true);
}

/** No digit is in it, nor what could stand for one. */
const WITHOUT_NUMBERS = /^[ -/:-~]*$/;

/** All mentions in order; `alone` as in `readAsSymbol`. */
function read(source: string, alone: boolean): Mention[] {
  if (WITHOUT_NUMBERS.test(source)) return [];
  const { text: given, from, to } = plain(source);
  const text = withoutLinks(given);
  const mentions: Mention[] = [];
  for (let at = 0; at < text.length; ) {
    const match = matchAt(MARKER, text, at);
    if (match === null) break;
    const marker = readMarker(match);
    const begin = match.index + match[0].length;
    const isDocument = !marker.resolution && match[0].includes('/');
    const pattern = marker.kind === 'bare' && alone ? ITEM_AFTER_WORDS : ITEM_AFTER[marker.kind];
    const first = isDocument ? undefined : readItem(text, begin, match.index, pattern, marker);
    if (first === undefined) {
      at = begin + (matchAt(CHUNK, text, begin)?.[0].length ?? 0);
      continue;
    }

    const items = [first, ...readFurther(text, first, marker)];
    at = items.at(-1)?.end ?? first.end;
    const behind = marker.body === undefined ? matchAt(BODY_BEHIND, text, at) : null;
    const body = behind ? bodyNamed(behind.groups ?? {}) : marker.body;
    if (body === 'other') continue;
    for (const item of items) {
      if (!alone && !isResolution(item, first, marker, body)) continue;
      const start = from[item.start] ?? 0;
      const end = to[item.end - 1] ?? source.length;
      mentions.push({
        readings: readingsOf(item, body),
        ...(item.year !== undefined && { year: item.year }),
        explicit: alone || behind !== null || isExplicit(item, marker),
        start,
        end,
        text: source.slice(start, end),
      });
    }
  }
  return mentions;
}

const ITEM_AFTER = { code: ITEM_AFTER_CODE, words: ITEM_AFTER_WORDS, bare: ITEM_ALONE };

/** The rest of the list that begins with `first`: "and 2612, 2659". */
function readFurther(text: string, first: Item, marker: Marker): Item[] {
  const items: Item[] = [];
  const pattern = marker.kind === 'bare' ? ITEM_ALONE : ITEM_AFTER_WORDS;
  let { end } = first;
  for (let next = matchAt(NEXT, text, end); next !== null; next = matchAt(NEXT, text, end)) {
    const start = end + next[0].length;
    const item = readItem(text, start, start, pattern, marker);
    // A list goes on with the body of its marker, as long as the numbers are of that body's kind.
    if (item === undefined || (marker.body !== 'other' && readingsOf(item, marker.body).length === 0)) break;
    if (marker.kind === 'bare' && !isResolution(item, first, marker, undefined)) break;
    items.push(item);
    end = item.end;
  }
  return items;
}

/**
 * Blanks links up to the symbol that they carry, or altogether. Only a code or the word "resolution" counts within a
 * link: other numbers in it are pages, dates and channels.
 */
function withoutLinks(text: string): string {
  return text.replace(LINK, (link) => {
    const symbol = link.search(MARKER_IN_LINK);
    const blank = symbol === -1 ? link.length : symbol;
    return '\uFFFC'.repeat(blank) + link.slice(blank);
  });
}

/**
 * Whether an item is a resolution at all. Pairs are; a running number may be a year, or count something else, so it
 * needs the more digits the less its marker says.
 */
function isResolution(item: Item, first: Item, marker: Marker, body: Marked): boolean {
  const { number, session, roman } = item;
  if (session !== undefined || roman !== undefined || number === undefined) return true;
  const looksLikeYear = LOOKS_LIKE_YEAR.test(number);
  if (marker.kind === 'bare') return number.length === 4 && !looksLikeYear;
  if (item !== first) {
    const alike = number.length === 4 || (number.length === 3 && first.number?.length === 3);
    return alike && (!looksLikeYear || item.year !== undefined);
  }
  if (marker.kind === 'code') return true;
  // "resolutions 2022", "UNSC 2022" are about a year; "resolution 1973" and "resolutions 1970 (2011)" are not.
  if (looksLikeYear && item.year === undefined && (marker.plural || !marker.resolution)) return false;
  if (number.length === 3) return marker.resolution || body === 'sc';
  return number.length === 4 || (marker.resolution && !marker.plural && body === 'sc');
}

/** Whether nothing but a resolution can be meant, as far as the words go. "S-33/1" needs no marker; "HRC 17-19" may be a vote. */
function isExplicit({ session, roman, hyphenated }: Item, marker: Marker): boolean {
  if (roman !== undefined || session?.includes('-')) return true;
  return marker.kind !== 'bare' && (marker.resolution || !hyphenated);
}
