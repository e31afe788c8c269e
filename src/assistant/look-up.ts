/** What a text brings up: the resolutions that it names, which are looked up and never searched for, or search hits. */
import type { Resolved } from '../assessment/symbols/symbols.js';
import type { Kind } from '../index/documents.js';
import type { Edition } from '../library.js';
import { type Found, voteFound, withStatement } from './found.js';

export interface LookedUp {
  /** Best first. */
  hits: Found[];
  /** Resolutions that the text names and the assessment does not list. */
  absent: string[];
  /** The resolutions that were named with a year that is not theirs. */
  misdated: { symbol: string; year: number }[];
}

/** Written like a symbol, or a document's: where it is none, its digits must not bring up another resolution. */
const LIKE_A_SYMBOL = /\b[AS]\s*\/\s*(?:HRC?\s*\/\s*)?(?:RES\s*\/\s*\S+|\d+\/(?:L\.?\s?)?\d+)/gi;
/** A number where votes are spoken of is a resolution's, if it is no year. */
const ON_VOTES = /\b(?:vot(?:e[ds]?|ing)|res(?:olutions?)?)\b/i;
const LONE_NUMBER = /(?<![\d/.,-])(?!19\d\d|20\d\d)\d{4}(?![\d/,-]|\.\d)/g;
/** Alone in a search, a number may be anything: a rank, a year, a date. */
const ANYTHING = /^#?(?:\d{1,3}|19\d\d|20\d\d|\d{1,3}\/\d{1,3})$/;

/** In small letters "a" is an article, but not before two numbers: "a res 76 228". */
const SPACED = /\ba res (\d{1,2}) (\d{1,3})(?![\d/])/g;

/** A footnote, as answers mark it. */
const MARK = /\[\d{1,3}\]/g;

/** The symbol of a report to the Council; where a vote is asked for, the resolution of that number is meant. */
const COUNCIL_DOCUMENT = /\bA\/HRC\/(\d{1,2}\/\d{1,3})(?![\d/])/gi;

/** The resolutions that a text names; none where it names none. */
export function resolutionsIn(typed: string, edition: Edition): LookedUp {
  const spaced = typed.replace(MARK, ' ').replace(SPACED, 'A/RES/$1/$2');
  const text = ON_VOTES.test(spaced) ? spaced.replace(COUNCIL_DOCUMENT, 'A/HRC/RES/$1') : spaced;
  const named = edition.resolutions(text);
  const mentions = (named.length > 0 ? named : alone(text, edition)).filter((m) => !isYear(m, text, edition));
  const absent = mentions.flatMap((m) => (m.kind === 'absent' ? (m.readings[0] ?? m.given.text) : []));
  if (mentions.length > 0) {
    const symbols = mentions.flatMap((m) =>
      m.kind === 'one' ? [m.symbol] : m.kind === 'ambiguous' ? m.readings : [],
    );
    return {
      hits: [...new Set(symbols)].map(voteFound),
      absent,
      misdated: mentions.flatMap((m) =>
        m.kind === 'one' && m.yearGiven !== undefined && m.yearGiven !== edition.vote(m.symbol)?.year
          ? { symbol: m.symbol, year: m.yearGiven }
          : [],
      ),
    };
  }
  const malformed = text.match(LIKE_A_SYMBOL) ?? (ON_VOTES.test(text) ? text.match(LONE_NUMBER) : null);
  return { hits: [], absent: malformed ?? [], misdated: [] };
}

/** The one resolution that a text is the symbol of and nothing else. */
function alone(text: string, edition: Edition): Resolved[] {
  const only = edition.resolution(text);
  return only.kind === 'none' || (only.kind === 'absent' && ANYTHING.test(text.trim())) ? [] : [only];
}

/** "The Syria resolution 2022" is one of that year, and no resolution 2022. */
function isYear({ kind, given }: Resolved, text: string, edition: Edition): boolean {
  const [year] = /(?<!\d)20\d\d(?!\d)/.exec(given.text) ?? [];
  return (
    kind === 'absent' &&
    year !== undefined &&
    !given.text.includes('/') &&
    edition.assessment.votes.some((v) => v.year === Number(year)) &&
    (/\b(?:votes|resolutions|voting)\b/i.test(text) ||
      !/\bres/i.test(given.text) ||
      text.replace(given.text, '').trim().length > 3)
  );
}

/** The resolutions that a text names, or else what a search for it finds. */
export function lookUp(text: string, edition: Edition, options: { limit: number; kinds?: Kind[] }): LookedUp {
  const found = resolutionsIn(text, edition);
  if (found.hits.length + found.absent.length > 0) {
    const wanted = !options.kinds || options.kinds.includes('vote');
    return wanted ? found : { ...found, hits: [] };
  }
  return { ...found, hits: edition.search(text, options).map((hit) => withStatement(hit, edition)) };
}
