/** What a text brings up: the resolutions that it names, which are looked up and never searched for, or search hits. */
import type { Answer, Block, Section } from '../answer.js';
import { KINDS, type Kind } from '../index/documents.js';
import type { Edition } from '../library.js';
import { exists, type Found, withStatement } from './hits.js';
import { coverage, notFound, yearNotes } from './pieces.js';
import { list } from './words.js';

export interface LookedUp {
  /** Best first. */
  hits: Found[];
  /** Resolutions that the text names and the assessment does not list. */
  absent: string[];
  /** What is said of years that are not those of the resolutions named. */
  years: Block[];
}

/** Written like a symbol, or a document's: where it is none, its digits must not bring up another resolution. */
const LIKE_A_SYMBOL = /\b[AS]\s*\/\s*(?:HRC?\s*\/\s*)?(?:RES\s*\/\s*\S+|\d+\/\d+)/gi;
/** A number where votes are spoken of is a resolution's, if it is no year. */
const ON_VOTES = /\b(?:vot(?:e[ds]?|ing)|res(?:olutions?)?)\b/i;
const LONE_NUMBER = /(?<![\d/.,-])(?!19\d\d|20\d\d)\d{4}(?![\d/,-]|\.\d)/g;
/** Alone in a search, a number may be anything: a rank, a year, a date. */
const ANYTHING = /^(?:\d{1,3}|19\d\d|20\d\d|\d{1,3}\/\d{1,3})$/;

export function lookUp(text: string, edition: Edition, options: { limit: number; kinds?: Kind[] }): LookedUp {
  const named = edition.resolutions(text);
  const alone = edition.resolution(text);
  const isAlone = alone.kind !== 'none' && !(alone.kind === 'absent' && ANYTHING.test(text.trim()));
  const mentions = named.length === 0 && isAlone ? [alone] : named;
  const absent = mentions.flatMap((m) => (m.kind === 'absent' ? (m.readings[0] ?? m.given.text) : []));
  if (mentions.length > 0) {
    const symbols = mentions.flatMap((m) =>
      m.kind === 'one' ? [m.symbol] : m.kind === 'ambiguous' ? m.readings : [],
    );
    const years = yearNotes(
      mentions.flatMap((m) => (m.kind === 'one' ? { vote: edition.vote(m.symbol), given: m.given } : [])),
    );
    const wanted = !options.kinds || options.kinds.includes('vote');
    return { hits: wanted ? [...new Set(symbols)].map(voteFound) : [], absent, years };
  }
  const malformed = text.match(LIKE_A_SYMBOL) ?? (ON_VOTES.test(text) ? text.match(LONE_NUMBER) : null);
  if (malformed) return { hits: [], absent: malformed, years: [] };
  return { hits: edition.search(text, options).map((hit) => withStatement(hit, edition)), absent, years: [] };
}

const voteFound = (id: string): Found => ({ kind: 'vote', id, terms: [], at: 0 });

/** How a vote begins in the short form: a body's prefix is long, and a button's id has 100 characters. */
const VOTE_PREFIXES = { s: 'S/RES/', h: 'A/HRC/RES/', g: 'A/RES/' };
/** Before the text of an absent resolution. */
const ABSENT = 'x';

/** What was looked up in a short form that fits a button: `i15.2 f24 s2666 xS/RES/2613`. */
function pack({ hits, absent }: LookedUp): string {
  const codes = hits.map(({ kind, id, at }) => {
    const [letter = kind[0], prefix = ''] =
      Object.entries(kind === 'vote' ? VOTE_PREFIXES : {}).find(([, p]) => id.startsWith(p)) ?? [];
    return letter + id.slice(prefix.length) + (at > 0 ? `.${at}` : '');
  });
  return [...codes, ...absent.map((text) => ABSENT + text.replace(/\s+/g, ''))].join(' ');
}

/** The same again; what this edition does not have is left out. */
export function unpack(short: string, edition: Edition): LookedUp {
  const codes = short.split(' ');
  const isAbsent = (code: string) => code.startsWith(ABSENT);
  return {
    hits: codes.flatMap((code) => {
      const [, letter = '', own = '', at = '0'] = /^([a-z])([^.]+)(?:\.(\d+))?$/.exec(code) ?? [];
      const prefix = VOTE_PREFIXES[letter as keyof typeof VOTE_PREFIXES];
      const kind = prefix ? 'vote' : KINDS.find((k) => k[0] === letter);
      const found = kind && { kind, id: (prefix ?? '') + own, terms: [], at: Number(at) };
      return found && exists(found, edition) ? [found] : [];
    }),
    absent: codes.filter(isAbsent).map((code) => code.slice(ABSENT.length)),
    years: [],
  };
}

/** What is said of resolutions that are not listed, or not of the year given. */
export function remarks({ absent, years }: LookedUp, edition: Edition): Section[] {
  const missing: Block[] = absent.length ? [{ style: 'plain', text: [absentText(absent, edition)] }] : [];
  return [{ blocks: [...missing, ...years] }];
}

/** What brings the answer again where the text does not fit a button; nothing where it would say less. */
export function again(command: string, found: LookedUp): Pick<Answer, 'again'> {
  return found.years.length ? {} : { again: { command, options: { show: pack(found) } } };
}

/** Nothing found: what to do next. */
export function nothing(text: string, { absent }: LookedUp, edition: Edition): Answer {
  const { country, year } = edition.assessment;
  const said = `Nothing in the ${year} assessment of ${country.name} fits “${text}”. Try other words, or look through /ratings, /votes and /treaty.`;
  return absent.length
    ? notFound(edition, 'Not in this assessment', absentText(absent, edition), [])
    : notFound(edition, 'Nothing found', said, []);
}

function absentText(absent: readonly string[], edition: Edition): string {
  return `${list(absent)} ${absent.length === 1 ? 'is' : 'are'} not in this assessment. ${coverage(edition)}`;
}
