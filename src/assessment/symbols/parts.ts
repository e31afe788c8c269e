/** The parts of a mention: the marker in front of the number, and the number itself, each read from one match. */
import { isCanonical } from './canonical.js';
import { BARE_ENDS, GOES_ON, GOES_ON_SPACED, matchAt, SPACED_SLASH, YEAR, YEAR_GLUED } from './patterns.js';

/** Which body a marker names: `council` is the Security or the Human Rights Council, as the number has it. */
export type Marked = 'hrc' | 'ga' | 'sc' | 'council' | 'other' | undefined;

export interface Marker {
  kind: 'code' | 'words' | 'bare';
  body: Marked;
  /** Whether it says "resolution", in full or in short. */
  resolution: boolean;
  plural: boolean;
}

export function readMarker(match: RegExpExecArray): Marker {
  const groups = match.groups ?? {};
  const kind = groups.code !== undefined ? 'code' : groups.bare !== undefined ? 'bare' : 'words';
  const marker: Marker = {
    kind,
    body: bodyNamed(groups),
    resolution: kind === 'code' || groups.r !== undefined || /res/i.test(match[0]),
    plural: /resolutions/i.test(match[0]),
  };
  // "a res 51/28": a lone letter before a space is a word, unless it is written as in a symbol, "A RES 77 230".
  if (/^[as] res/i.test(match[0]) && !/^[AS] RES/.test(match[0]))
    return { ...marker, kind: 'words', body: undefined };
  return marker;
}

export function bodyNamed(groups: Record<string, string | undefined>): Marked {
  if (groups.other !== undefined) return 'other';
  if (groups.council !== undefined) return 'council';
  if (groups.hrc !== undefined || groups.hrcCode !== undefined) return 'hrc';
  if (groups.ga !== undefined || groups.gaCode !== undefined || groups.assembly !== undefined) return 'ga';
  return groups.sc !== undefined || groups.scCode !== undefined ? 'sc' : undefined;
}

export interface Item {
  /** A running number, a session and a number within it, or a running number and its session. */
  number?: string;
  session?: string;
  roman?: string;
  /** Whether the parts of a pair are joined as in "77-230". */
  hyphenated: boolean;
  year?: number;
  /** In the plain text. */
  start: number;
  end: number;
}

/** Reads the item at `at` with its year; nothing where it goes on into something else. `start` is its marker's, if any. */
export function readItem(
  text: string,
  at: number,
  start: number,
  pattern: RegExp,
  marker: Marker,
): Item | undefined {
  const match = matchAt(pattern, text, at);
  if (match === null) return undefined;
  const { session, joint, ofSession, number, roman } = match.groups ?? {};
  let end = at + match[0].length;
  const year =
    matchAt(YEAR, text, end) ??
    (number !== undefined && roman === undefined && marker.resolution
      ? matchAt(YEAR_GLUED, text, end)
      : null);
  const typed = year?.groups?.inBrackets ?? year?.groups?.inWords ?? year?.groups?.glued;
  end += year?.[0].length ?? 0;
  if (matchAt(GOES_ON, text, end)) return undefined;
  if (marker.kind === 'bare' && !matchAt(BARE_ENDS, text, end)) return undefined;
  if (SPACED_SLASH.test(text.slice(start, end)) && matchAt(GOES_ON_SPACED, text, end)) return undefined;
  return {
    ...(number !== undefined && { number }),
    ...(ofSession !== undefined && { number: ofSession }),
    ...(session !== undefined && { session: session.toUpperCase().replace('_', '-') }),
    ...(roman !== undefined && { roman: roman.toUpperCase() }),
    ...(typed !== undefined && { year: Number(typed) }),
    hyphenated: joint !== undefined && /[_-]/.test(joint),
    start,
    end,
  };
}

/** The canonical symbols that an item can stand for under a body's marker, or under none. */
export function readingsOf({ number, session, roman }: Item, body: Marked): string[] {
  const readings: string[] = [];
  if (roman !== undefined) {
    if (body === undefined || body === 'ga') readings.push(`A/RES/${number}(${roman})`);
  } else if (session === undefined) {
    if (body === undefined || body === 'sc' || body === 'council') readings.push(`S/RES/${number}`);
  } else {
    const named = body === 'hrc' || body === 'council';
    if (named || (body === undefined && isPlausibleCouncilSession(session)))
      readings.push(`A/HRC/RES/${session}/${number}`);
    if (body === undefined || body === 'ga') readings.push(`A/RES/${session}/${number}`);
  }
  return readings.filter(isCanonical);
}

/**
 * The Council first met in 2006 and holds three sessions a year: it is far from its 75th, where the General Assembly has
 * been. A pair without a marker is not taken for the Council's beyond it.
 */
const LAST_PLAUSIBLE_COUNCIL_SESSION = 75;

function isPlausibleCouncilSession(session: string): boolean {
  return session.startsWith('S-') || Number(session) <= LAST_PLAUSIBLE_COUNCIL_SESSION;
}
