/** A question as it is read: what is asked, and what it is about. */
import type { Body, Position, Rating, Trend } from '../assessment/schema.js';
import type { CountryMention } from '../index/countries.js';
import { kept } from '../index/kept.js';
import { plain, terms, words } from '../index/language.js';
import type { Retrieved } from '../index/statements.js';
import type { Edition } from '../library.js';
import { ASKS, type Ask, BODIES, FURNITURE, POSITIONS, RATINGS, TRENDS, WORKS, YES_OR_NO } from './cues.js';
import { type Stated, statements } from './ranking.js';

export interface Question {
  text: string;
  /** Folded words with one space between. */
  plain: string;
  asks: ReadonlySet<Ask>;
  ratings: readonly Rating[];
  trends: readonly Trend[];
  bodies: readonly Body[];
  /** Bodies that are not meant: "outside the Security Council". */
  exceptBodies: readonly Body[];
  positions: readonly Position[];
  years: readonly number[];
  /** Sessions of a body: the first number of its symbols. */
  sessions: readonly number[];
  /** Numbers of footnotes and of indicators that are named as such. */
  footnotes: readonly number[];
  indicators: readonly number[];
  /** Countries other than the one that is assessed. */
  countries: readonly CountryMention[];
  /** The words with every other country as `@`, and the assessed one as `%`. */
  pattern: string;
  /** Whether a word says no more than a body, a position or a year that is read already. */
  spent(word: string): boolean;
  /** Areas that are named. */
  areas: readonly string[];
  /** Statements that bear on it. */
  retrieved: Retrieved;
  /** Those of the report's own, best first. */
  statements(): readonly Stated[];
}

/** Phrases that say what is asked, in words that could say what it is about. */
const CUES_ONLY = /\bdirection of travel\b|\bwhich (?:way|direction)\b|\ba number please\b/gi;
const LITTLE: ReadonlySet<string> = new Set(terms(FURNITURE));

/** The same patterns for every place where they stand. */
const EVERYWHERE = new Map(
  [...RATINGS, ...TRENDS, ...BODIES, ...POSITIONS].map(([, pattern]) => [
    pattern,
    new RegExp(pattern.source, 'g'),
  ]),
);
const EXCEPT = BODIES.map(
  ([body, { source }]) =>
    [
      body,
      new RegExp(
        `\\b(?:outside|apart from|other than|except|excluding|besides|aside from|not (?:in|at)) (?:of )?(?:the )?(?:un )?${source.replace(/^\\b/, '')}`,
      ),
    ] as const,
);

/** Reads a question. Pure and quick: everything that depends on the assessment is looked up in memory. */
export function read(text: string, edition: Edition): Question {
  const own = withoutNegated(plain(text));
  const all = edition.countries(text);
  const home = edition.home();
  // "The Mongolian language" and "The Japan Times" are no countries.
  const after = (at: number) => words(text)[at];
  const countries = all.filter(
    ({ name, at, length }) => name !== home && !/^(?:languages?|times|post)$/.test(after(at + length) ?? ''),
  );
  const found = <Value>(table: readonly (readonly [Value, RegExp])[], from = own) => {
    // What one pattern has taken is not there for the next: "very weak" is not weak.
    let rest = from;
    return table.flatMap(([value, pattern]) => {
      if (!pattern.test(rest)) return [];
      rest = rest.replace(EVERYWHERE.get(pattern) ?? pattern, ' ');
      return [value];
    });
  };
  const exceptBodies = EXCEPT.flatMap(([body, pattern]) => (pattern.test(own) ? [body] : []));
  const pattern = withoutNegated(patternOf(text, edition, { countries: all }));
  let left: string | undefined;
  const asks = new Set((Object.keys(ASKS) as Ask[]).filter((ask) => ASKS[ask].test(pattern)));
  if (WORKS.test(pattern) && !YES_OR_NO.test(pattern)) asks.add('source');
  const retrieved = edition.retrieve(withoutNegated(text.replace(CUES_ONLY, ' ')), {
    aside: LITTLE,
    sources: asks.has('source'),
  });
  let ranked: readonly Stated[] | undefined;
  return {
    text,
    plain: own,
    spent: (word) => {
      left ??= unspent(own);
      return !left.includes(` ${word} `);
    },
    asks,
    // "How strong is it" asks for a rating, and for none in particular.
    ratings: found(RATINGS, own.replace(/\bhow (?:very )?(?:weak|strong|fair)\b/g, ' ')),
    trends: found(TRENDS),
    bodies: found(BODIES).filter((body) => !exceptBodies.includes(body)),
    exceptBodies,
    positions: found(POSITIONS),
    sessions: [...own.matchAll(/\b(\d{2})(?:st|nd|rd|th)? session\b|\bsession (\d{2})\b/g)].map(
      ([, before, after]) => Number(before ?? after),
    ),
    years: [...own.matchAll(/\b(?:19|20)\d\d\b/g)].map(([year]) => Number(year)),
    footnotes: [
      ...numbersAfter(text, FOOTNOTES),
      ...[...text.matchAll(/\[(\d{1,3})\]/g)].map(([, number]) => Number(number)),
    ],
    indicators: numbersAfter(text, INDICATORS),
    countries,
    pattern,
    areas: areasIn(text, edition),
    retrieved,
    statements: () => {
      ranked ??= statements(retrieved);
      return ranked;
    },
  };
}

/** What is left of the words without bodies, positions and years, each with a space on either side. */
function unspent(own: string): string {
  const rest = [...BODIES, ...POSITIONS].reduce(
    (left, [, pattern]) => left.replace(EVERYWHERE.get(pattern) ?? pattern, ' '),
    own.replace(/\b(?:19|20)\d\d\b/g, ' '),
  );
  return ` ${rest.replace(/ +/g, ' ')} `;
}

/** What is not meant is not asked for: "weak, not very weak". */
const NEGATED =
  /\b(?:not|excluding|except|without|no) (?:the |any )?(?:very|v) (?:weak|strong)(?: ones?)?\b/gi;
const withoutNegated = (from: string) => from.replace(NEGATED, ' ');

/** Words that were read, as they stand in the text; as they were read where they do not. */
export function asTyped(said: string, text: string): string {
  // Letters of all scripts take long to make a pattern of, and most texts have none but ours.
  const [letter, digit] = /[^ -~]/.test(text) ? ['\\p{L}', '\\p{N}'] : ['a-z', '\\d'];
  const between = `[^${letter}${digit}]+`;
  const pattern = said
    .split(' ')
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, '.'))
    .join(`${between}(?:[${letter}]{1,3}${between})?`);
  return new RegExp(`(?<![${letter}])${pattern}(?![${letter}])`, 'iu').exec(text)?.[0] ?? said;
}

/** "footnote 24", "notes 5, 9 and 11", "fn. #3". */
const numbersBehind = (word: string) =>
  new RegExp(
    `\\b${word}\\s*(?:no\\.?|number|nr\\.?|#)?\\s*#?(\\d{1,3}(?:\\s*(?:,|and|&|\\+|or)\\s*\\d{1,3})*)(?![\\d/]|\\s*(?:resolutions?|votes|times|percent|%|years|countries))`,
    'gi',
  );
const FOOTNOTES = numbersBehind('(?:foot ?notes?|notes?|fn|refs?|references?|citations?|cites?|sources?)');
const INDICATORS = numbersBehind('(?:indicators?|ind\\.?)');

function numbersAfter(text: string, listed: RegExp): number[] {
  return [...text.matchAll(listed)].flatMap(([, numbers = '']) => numbers.match(/\d+/g) ?? []).map(Number);
}

/** The words of a text with the assessed country as `%` and every other one as `@`; adjectives too, unless told. */
export function patternOf(
  text: string,
  edition: Edition,
  { adjectives = true, countries = edition.countries(text) } = {},
): string {
  const own = [...words(text)];
  const home = edition.home();
  for (const { name, at, length, isAdjective } of countries.toReversed()) {
    if (name === home) own.splice(at, length, '%');
    else if (adjectives || !isAdjective) own.splice(at, length, '@');
  }
  return own.join(' ');
}

/** What an area of the assessment may be called. */
const AREA = new Set(terms('area theme section block pillar category domain dimension chapter'));

/** By their order: "the last chapter", "theme 2". */
const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
const BY_ORDER =
  /\b(?:(\w+) (?:thematic )?(?:area|theme|section|pillar|category|domain|dimension|chapter)|(?:area|theme|section|pillar|category|chapter) (?:no |number )?(\d+))\b/;

/**
 * An area is named by its place in the order; by two words of its name that follow each other, or by one before "area":
 * "the policy section"; or by two of its words anywhere, where an area is spoken of.
 */
function areasIn(text: string, edition: Edition): string[] {
  const { areas } = edition.assessment;
  const own = plain(text);
  const [, ordinal = '', number = ''] = BY_ORDER.exec(own) ?? [];
  const place = ordinal === 'last' ? areas.length : number ? Number(number) : ORDINALS.indexOf(ordinal) + 1;
  const placed = areas[place - 1];
  if (placed) return [placed.id];
  const read = edition.reading(text);
  const said = new Set(pairsOf(read));
  const before = new Set(read.filter((_, i) => AREA.has(read[i + 1] ?? '')));
  const all = new Set(read);
  const speaksOfAreas =
    read.some((term) => AREA.has(term)) || /\bindicators (?:in|of|under|within)\b/.test(own);
  return areaNames(edition)
    .filter(
      ({ terms, telling, pairs }) =>
        (speaksOfAreas && terms.filter((term) => all.has(term)).length > 1) ||
        telling.some((term) => before.has(term)) ||
        pairs.some((pair) => said.has(pair)),
    )
    .map(({ id }) => id);
}

/** The names of the areas as they are read; what is human or a right tells none of them from another. */
const areaNames = kept(({ assessment, reading }: Edition) =>
  assessment.areas.map(({ id, name }) => {
    const own = reading(name);
    return {
      id,
      terms: own,
      telling: own.filter((term) => !/^(?:human|right)$/.test(term)),
      pairs: pairsOf(own).filter((pair) => !/human right/.test(pair)),
    };
  }),
);

/** Two terms that follow each other. */
const pairsOf = (read: readonly string[]) => read.slice(1).map((term, i) => `${read[i]} ${term}`);
