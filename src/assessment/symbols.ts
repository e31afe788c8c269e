/**
 * UN resolution symbols: from what people type to exactly one canonical symbol, or to none. There is no fuzzy matching
 * here and none may be added: S/RES/2613 must never bring up S/RES/2612.
 *
 * The text is first put into plain characters (`plain`), links are cut down to the symbol that they carry
 * (`withoutLinks`), and then read from left to right: a marker ("UNSC resolution no."), an item ("2666", "51/28"),
 * a year, more items ("and 2612"), and perhaps the body behind them ("of the Human Rights Council"). Each pattern below
 * matches a short piece, so that reading takes time linear in the text.
 */
import type { Body } from './schema.js';

export type { Body } from './schema.js';

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

/** What a mention comes to, measured against the symbols that are known. */
export type Resolved =
  | { kind: 'one'; symbol: string; given: Mention; yearGiven?: number }
  /** More than one reading is known; `readings` are those. */
  | { kind: 'ambiguous'; readings: string[]; given: Mention }
  /** A resolution, but not a known one; `readings` is empty where none can exist ("UNSC 51/28"). */
  | { kind: 'absent'; readings: string[]; given: Mention };

export type Resolution = { kind: 'none' } | Resolved;

// ---------------------------------------------------------------------------------------------------------------------
// Canonical symbols

/**
 * UN sessions and numbers have no leading zero. General Assembly symbols have the form session/number since the 31st
 * session (1976); before, the session stood in Roman numerals behind a running number. A special session is "S-10", an
 * emergency special session "ES-11"; the Human Rights Council has the former kind only.
 * https://research.un.org/en/docs/symbols
 */
const ROMAN = '(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})';
const CANONICAL = new RegExp(
  '^(?:' +
    [
      'S/RES/[1-9]\\d{0,3}',
      'A/HRC/RES/(?:S-)?[1-9]\\d?/[1-9]\\d{0,2}',
      'A/RES/(?:3[1-9]|[4-9]\\d|E?S-[1-9]\\d?)/[1-9]\\d{0,2}',
      `A/RES/[1-9]\\d{0,3}\\((?:E?S-)?${ROMAN}\\)`,
    ].join('|') +
    ')$',
);

/**
 * The Council first met in 2006 and holds three sessions a year: it is far from its 75th, where the General Assembly has
 * been. A pair without a marker is not taken for the Council's beyond it.
 */
const LAST_PLAUSIBLE_COUNCIL_SESSION = 75;

/** Whether the symbol is written exactly as this program writes it. */
export function isCanonical(symbol: string): boolean {
  return CANONICAL.test(symbol);
}

/** The body that adopted the resolution, from its canonical symbol. */
export function bodyOf(symbol: string): Body {
  if (symbol.startsWith('S/')) return 'security-council';
  return symbol.startsWith('A/HRC/') ? 'human-rights-council' : 'general-assembly';
}

/**
 * The address of the resolution's text, from its canonical symbol and the year of its adoption. The UN's document
 * server wants the year behind a Security Council symbol, and behind no other.
 */
export function documentUrl(symbol: string, year: number): string {
  const suffix = bodyOf(symbol) === 'security-council' ? `(${year})` : '';
  return `https://docs.un.org/en/${symbol}${suffix}`;
}

// ---------------------------------------------------------------------------------------------------------------------
// Plain characters

/** A text in plain characters. `from[i]` and `to[i]` bound the character `i` in the text as given. */
interface Plain {
  text: string;
  from: number[];
  to: number[];
}

const SPACE = /[\s\p{Cc}]/u;
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/u;
/** Superscripts, fractions, circled digits: compatible with digits, but no digits of a symbol ("S/RES/266⁶"). */
const OTHER_NUMERAL = /\p{No}/u;
const DASH = /[\p{Pd}\u2212\u2043]/u;
const SLASH = /[\u2044\u2215\u2571\u29F8]/;
const SINGLE_QUOTE = /[\u2018-\u201B\u2032]/;
const NUMBER_SIGN = /\u2116/;
const DOUBLE_QUOTE = /[\u201C-\u201F\u00AB\u00BB]/;
/** A run of percent-encoded bytes, encoded once or several times ("%2F", "%252F"). */
const ENCODED = /(?:%(?:25)*[0-9a-f]{2})+/iy;
const ESCAPED_BY_MARKDOWN = /[!-/:-@[-`{-~]/;

/** Unifies compatible characters, dashes, slashes, quotes and spaces; drops what is invisible; decodes links. */
function plain(given: string): Plain {
  const out: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const put = (characters: string, start: number, end: number) => {
    for (const character of characters) {
      if (INVISIBLE.test(character)) continue;
      const unified = unify(character);
      if (unified === ' ' && out.at(-1) === ' ') {
        to[to.length - 1] = end;
        continue;
      }
      for (const unit of unified.split('')) {
        out.push(unit);
        from.push(start);
        to.push(end);
      }
    }
  };
  for (let at = 0; at < given.length; ) {
    const character = String.fromCodePoint(given.codePointAt(at) ?? 0);
    ENCODED.lastIndex = at;
    const run = character === '%' ? ENCODED.exec(given)?.[0] : undefined;
    const length = run?.length ?? character.length;
    if (character === '\\') {
      // "A\_RES\_77\_230" is Discord's way to write underscores; any other backslash is a slash gone wrong.
      if (!ESCAPED_BY_MARKDOWN.test(given[at + 1] ?? '')) put('/', at, at + 1);
    } else {
      put(run === undefined ? character : decode(run), at, at + length);
    }
    at += length;
  }
  return { text: out.join(''), from, to };
}

function unify(character: string): string {
  if (SPACE.test(character)) return ' ';
  if (OTHER_NUMERAL.test(character)) return character;
  if (NUMBER_SIGN.test(character)) return '#';
  const compatible = character.normalize('NFKC');
  if (SPACE.test(compatible)) return ' ';
  if (DASH.test(compatible)) return '-';
  if (SLASH.test(compatible)) return '/';
  if (SINGLE_QUOTE.test(compatible)) return "'";
  if (DOUBLE_QUOTE.test(compatible)) return '"';
  return compatible;
}

function decode(run: string): string {
  try {
    return decodeURIComponent(run.replace(/%(?:25)+(?=[0-9a-f]{2})/gi, '%'));
  } catch {
    return run;
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// Patterns, over plain text; letter case does not matter. Only those for a link and a glued word repeat without a bound,
// and what they match is not looked at again.

const WORD = '[\\p{L}\\p{N}\\p{M}]';
const NO_LETTER = '(?!\\p{L})';
/** Between the parts of a code: "A/RES", "A-RES", "A RES", "A / RES". */
const JOINT = ' ?[/_.-]? ?';
/** Between the words of a name, as in a sentence, a file name or a link. */
const GAP = '[ _-]';
const MARKUP = '[*_`"\']{0,3}';
const UN = `(?:(?:U\\.?N\\.?|United${GAP}Nations)${GAP}?)?`;
const RESOLUTION = `(?:resolutions?|reso?l?\\.?)${NO_LETTER}`;
/** From the marker to the number: "/", " no. ", ": **". */
const TO_NUMBER = ` ?[/:_-]? ?(?:(?:(?:nos?|nrs?|num|numbers?)${NO_LETTER}\\.?|n°) ?)?#? ?${MARKUP}`;

/** The beginning of a symbol, as in documents. "A/HR/RES" is a misprint that is in use for "A/HRC/RES". */
const CODE =
  `(?:(?<hrcCode>(?:A${JOINT})?HRC|A${JOINT}HR|UN${GAP}?HRC)` +
  `|(?<gaCode>(?:UN${GAP}?)?GA|A)` +
  `|(?<scCode>(?:UN${GAP}?)?SC|S))${JOINT}RES${NO_LETTER}\\.?`;
/** A body's name. An R for "resolution" may be glued to the short ones ("UNSCR"). */
const SHORT_NAME_ENDS = '\\.?(?=R?(?!\\p{L}))';
const NAME =
  `${UN}(?:(?<hrc>H\\.?R\\.?C${SHORT_NAME_ENDS}|(?:Human${GAP}Rights|HR)${GAP}Council${NO_LETTER})` +
  `|(?<ga>G\\.?A${SHORT_NAME_ENDS}|General${GAP}Assembly${NO_LETTER})` +
  `|(?<sc>S\\.?C${SHORT_NAME_ENDS}|Security${GAP}Council${NO_LETTER}))(?: \\((?:UN)?(?:HRC|GA|SC)\\))?`;
/** What a body, or a state in it, does with a resolution: " adopted", " vote on". */
const ACT = `(?:${GAP}(?:adopt(?:ed)?|pass(?:ed)?|vot(?:es?|ed|ing))(?:${GAP}(?:on|for|against))?)?`;
/** From a body's name to "resolution": " ", "'s ", ") ", ", ", " adopted its ". */
const TO_RESOLUTION = `(?:'s|\\))?,?${ACT}(?:${GAP}(?:its|the))?${GAP}?`;
/** Among UN people the rest of the name goes without saying, before "resolution". */
const PART_OF_NAME = `(?:(?<assembly>Assembly)|(?<council>Council))${TO_RESOLUTION}`;

/** Other bodies, and what is numbered like a resolution without being one: the number behind it is theirs. */
const OTHER =
  `(?:(?:ECOSOC|Economic${GAP}and${GAP}Social${GAP}Council|Commission${GAP}on${GAP}Human${GAP}Rights` +
  `|World${GAP}Health${GAP}Assembly|WHA|Trusteeship${GAP}Council|Parliamentary${GAP}Assembly|European${GAP}Parliament` +
  `|House|Senate|Congress|H\\. ?R\\.|H\\.)(?:'s)?${GAP}?(?:res(?:olutions?)?${NO_LETTER}\\.?)?` +
  `|(?:decisions?|dec|documents?|docs?|A ?/ ?HRC|articles?|art|paragraphs?|paras?|pages?|pp?|footnotes?|chapter|section|rule)` +
  `${NO_LETTER}\\.?)`;

const ITEM_BEGINS = '(?=(?:E?S[_-])?[1-9])';
const BEFORE_CODE = `(?<!${WORD}'?|/)`;
/** Words must not be the rest of a path, or of a hyphenated or dotted word: "E/RES/5", "E-RES-5". */
const BEFORE_WORD = `(?<!${WORD}['._-]?|/ ?)`;
/** A bare number stands alone: not in "$2666", "-2666", "x=2666", "1,2666". */
const BEFORE_BARE = `(?<=^|[ ([{<>"'*_|,;:\`\\uFFFC])(?<!\\p{L}['*_]|\\p{N}['*_,;:]|/ |\\p{Sc} )`;

/** Finds where the next resolution is named, or a bare number or pair stands; ends where the number begins. */
const MARKER = new RegExp(
  `(?:(?<code>${BEFORE_CODE}${CODE})` +
    `|${BEFORE_WORD}(?<other>${OTHER})` +
    `|${BEFORE_WORD}(?:${NAME}(?:(?<r>R)${NO_LETTER})?(?:${TO_RESOLUTION}${RESOLUTION}|(?:'s|\\))?${ACT})` +
    `|(?:${PART_OF_NAME}|${UN})${RESOLUTION}))${TO_NUMBER}${ITEM_BEGINS}` +
    `|(?<bare>${BEFORE_BARE}#?)${ITEM_BEGINS}`,
  'giu',
);

/** A number, a pair, or a number with a session in Roman numerals; `joint` is what may stand within the pair. */
const item = (joint: string) =>
  new RegExp(
    `(?:(?<session>(?:E?S[_-])?[1-9]\\d?)(?<joint>${joint})(?<ofSession>[1-9]\\d{0,2})` +
      `|(?<number>[1-9]\\d{0,3})(?:[ _]?[([](?<roman>(?:E?S-)?[IVX]{1,7})[)\\]])?)(?!\\d)`,
    'iuy',
  );
const ITEM_AFTER_CODE = item(' ?[/_.-] ?| ');
const ITEM_AFTER_WORDS = item(' ?/ ?|[_-]');
const ITEM_ALONE = item('/');

const YEAR_NUMBER = '(?:194[6-9]|19[5-9]\\d|20\\d\\d)';
const LOOKS_LIKE_YEAR = new RegExp(`^${YEAR_NUMBER}$`);
/** "(2022)", " [2022]", " of 2022". */
const YEAR = new RegExp(
  `[ _+-]{0,2}[([] ?(?<inBrackets>${YEAR_NUMBER}) ?[)\\]]` +
    `| (?:of|from) (?<inWords>${YEAR_NUMBER})(?!${WORD}|[/-]\\d)`,
  'iuy',
);
/** "S-RES-2666-2022", "S/RES/2666/2022": file names have it so. A Security Council number has no other second part. */
const YEAR_GLUED = new RegExp(`[/_-](?<glued>${YEAR_NUMBER})(?!${WORD})`, 'uy');

/**
 * What makes the number before it another number, another symbol or another thing: digits, a part letter, an addendum,
 * decimals, thousands, a percentage.
 */
const GOES_ON = new RegExp(
  `${WORD}|/${WORD}|[.:]\\d|,\\d{1,3}(?![\\d/-])|[_-](?:\\d|\\p{L}${NO_LETTER})` +
    `|[([](?:\\p{L}|[IVX]{1,7})[)\\]]| [A-Z]{1,2} ?\\([IVX]{1,7}\\)` +
    `|[ ./_,-]{0,2}(?:Add|Rev|Corr|Amend)\\.? ?\\d| ?%| ?\\p{Sc}|°`,
  'iuy',
);
/** A bare number ends with its word; "51/28-style" and "2666+" are no resolutions. */
const BARE_ENDS = /(?=$|[ .,;:!?)\]}>"'*_|~`&\uFFFC])(?!_[\p{L}\p{N}])/uy;
/** A symbol written with spaces around its slashes goes on behind such a slash. */
const SPACED_SLASH = / \/|\/ /;
const GOES_ON_SPACED = new RegExp(` ?/ ?${WORD}`, 'uy');

/** From one item of a list to the next: ", ", " and ", " / ". */
const NEXT = new RegExp(
  `${MARKUP}(?:,? (?:and|or|plus|vs\\.?|versus|with) | ?[,;&+] ?(?:and |or )?| / )(?:no\\.? )?#?${MARKUP}${ITEM_BEGINS}`,
  'iuy',
);
/** The body behind the number: " of the Human Rights Council", " (HRC)". */
const BODY_BEHIND = new RegExp(
  `${MARKUP}(?: (?:adopted )?(?:of|by|from|in|at) (?:the )?| ?[([](?:the )?)${NAME}(?!R| ?(?:resolutions?|res\\.?|nos?\\.?|#)? ?\\d)`,
  'iuy',
);
/** Skips a word, with what is glued to it. */
const CHUNK = new RegExp(`(?:${WORD}|[/._-](?=${WORD}))*`, 'uy');

const LINK =
  /(?:https?:\/\/|www\.|[a-z0-9-]{1,63}\.(?:org|com|net|int|info|gov|edu|io)(?=[/?]))[^\s<>"'`|\]\uFFFC]*/giu;
const MARKER_IN_LINK = new RegExp(
  `(?<!${WORD})(?:${CODE}|(?:${NAME}R?${TO_RESOLUTION})?${RESOLUTION})${TO_NUMBER}${ITEM_BEGINS}`,
  'iu',
);

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

// ---------------------------------------------------------------------------------------------------------------------
// Reading

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

/** Which body a marker names: `council` is the Security or the Human Rights Council, as the number has it. */
type Marked = 'hrc' | 'ga' | 'sc' | 'council' | 'other' | undefined;

interface Marker {
  kind: 'code' | 'words' | 'bare';
  body: Marked;
  /** Whether it says "resolution", in full or in short. */
  resolution: boolean;
  plural: boolean;
}

function readMarker(match: RegExpExecArray): Marker {
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

function bodyNamed(groups: Record<string, string | undefined>): Marked {
  if (groups.other !== undefined) return 'other';
  if (groups.council !== undefined) return 'council';
  if (groups.hrc !== undefined || groups.hrcCode !== undefined) return 'hrc';
  if (groups.ga !== undefined || groups.gaCode !== undefined || groups.assembly !== undefined) return 'ga';
  return groups.sc !== undefined || groups.scCode !== undefined ? 'sc' : undefined;
}

interface Item {
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
function readItem(
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
function readingsOf({ number, session, roman }: Item, body: Marked): string[] {
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

function isPlausibleCouncilSession(session: string): boolean {
  return session.startsWith('S-') || Number(session) <= LAST_PLAUSIBLE_COUNCIL_SESSION;
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

/**
 * All mentions in order. `alone`: the text is expected to be one symbol and nothing else, so that any number is one, and
 * a pair may be written as "77-230".
 */
function read({ text: given, from, to }: Plain, source: string, alone: boolean): Mention[] {
  const text = withoutLinks(given);
  const mentions: Mention[] = [];
  for (let at = 0; at < text.length; ) {
    const match = matchAt(MARKER, text, at);
    if (match === null) break;
    const marker = readMarker(match);
    const begin = match.index + match[0].length;
    const pattern =
      marker.kind === 'code'
        ? ITEM_AFTER_CODE
        : marker.kind === 'words' || alone
          ? ITEM_AFTER_WORDS
          : ITEM_ALONE;
    const isDocument = !marker.resolution && match[0].includes('/');
    const first = isDocument ? undefined : readItem(text, begin, match.index, pattern, marker);
    if (first === undefined) {
      at = begin + (matchAt(CHUNK, text, begin)?.[0].length ?? 0);
      continue;
    }

    const items = [first];
    const listed = marker.kind === 'bare' ? ITEM_ALONE : ITEM_AFTER_WORDS;
    at = first.end;
    for (let next = matchAt(NEXT, text, at); next !== null; next = matchAt(NEXT, text, at)) {
      const start = at + next[0].length;
      const item = readItem(text, start, start, listed, marker);
      // A list goes on with the body of its marker, as long as the numbers are of that body's kind.
      if (item === undefined || (marker.body !== 'other' && readingsOf(item, marker.body).length === 0))
        break;
      if (marker.kind === 'bare' && !isResolution(item, first, marker, undefined)) break;
      items.push(item);
      at = item.end;
    }

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

// ---------------------------------------------------------------------------------------------------------------------
// What the rest of the program uses

/** The resolutions that a running text mentions, in order, known or not. Any string will do; the text is not changed. */
export function findSymbols(text: string): Mention[] {
  return read(plain(text), text, false);
}

/**
 * Resolves an input that should be one symbol, such as the value of an option: there, "2022" and "24/7" are symbols.
 * An input of more words is read as running text. Of several resolutions in it none is preferred: with an unknown one
 * among them the answer is `absent`, with known ones only `ambiguous`.
 */
export function resolveSymbol(text: string, known: ReadonlySet<string>): Resolution {
  const [only, ...others] = read(plain(text), text, true);
  if (only && others.length === 0 && areAllOf([only], text)) return resolve(only, known);

  const mentions = findSymbols(text);
  const found = areAllOf(mentions, text) ? distinct(mentions, known) : resolveSymbols(text, known);
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
  const isKnown = (reading: string) => known.has(reading);
  return distinct(
    findSymbols(text).filter(({ explicit, readings }) => explicit || readings.some(isKnown)),
    known,
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
