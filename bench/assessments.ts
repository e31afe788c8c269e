/**
 * Assessments that nobody has written, as large as the real one: of other countries and years, with other words in them.
 * They are there to be loaded, indexed and asked; what they say means nothing. The same number gives the same assessment.
 */
import { readFileSync } from 'node:fs';
import { type Assessment, LABEL_MAX } from '../src/assessment/schema.js';
import { readLexicon } from '../src/index/lexicon.js';

interface Country {
  name: string;
  adjective: string;
  iso3: string;
}

/** How many of the words that may be another one are. */
const SHARE = 0.2;
/** Words of this length are put in the place of others, and others in theirs: the grammar stays. */
const WORD = /\b[a-z]{5,12}\b/g;
/** What only says something within its own assessment. */
const VARIED = new Set(['text', 'label', 'aliases']);
/** What names the country as well. */
const NAMED = new Set([...VARIED, 'name', 'title', 'report', 'record', 'subject']);

const WORDS = readFileSync(new URL('../data/vectors/words.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((word) => /^[a-z]{5,12}$/.test(word));
const COUNTRIES = countries();

/** How many there are: the newest first, then the real one, which stays as it is; alone, it is the newest. */
export function* assessments(real: Assessment, count: number): Generator<Assessment> {
  for (let at = 0; at < count; at++) {
    if (count === 1 || at === 1) yield real;
    else yield assessmentOf(real, at);
  }
}

/** The `at`th assessment, from 0; that is the only one of its year, which no other is as new as. */
function assessmentOf(real: Assessment, at: number): Assessment {
  const country = countryOf(at);
  const year = at === 0 ? real.year + 1 : real.year - Math.floor(at / COUNTRIES.length);
  const named = (text: string) => rename(text, country);
  const made = map(real, (text, key) => {
    if (!NAMED.has(key)) return text;
    return VARIED.has(key) ? vary(named(text), at) : named(text);
  });
  const labels = new Set<string>();
  return {
    ...made,
    id: `${country.iso3.toLowerCase()}-${year}`,
    country: { name: country.name, iso3: country.iso3 },
    year,
    comparedWith: year - 1,
    title: made.title.replace(String(real.year), String(year)),
    // A label is short and nobody else's: where it has become something else, it stays as it was.
    indicators: made.indicators.map((indicator, i) => {
      const own = real.indicators[i]?.label ?? '';
      const isTaken = labels.has(indicator.label.toLowerCase()) || indicator.label.length > LABEL_MAX;
      const label = isTaken ? own : indicator.label;
      labels.add(label.toLowerCase());
      return { ...indicator, label };
    }),
  };
}

const countryOf = (at: number) => COUNTRIES[at % COUNTRIES.length] as Country;

/** A question on the real assessment, put about another one. */
export function questionFor({ country: { name } }: Assessment): (question: string) => string {
  const country = COUNTRIES.find((one) => one.name === name);
  return country ? (question) => rename(question, country) : (question) => question;
}

const rename = (text: string, { name, adjective }: Country): string =>
  text.replace(/\bchinese\b/gi, adjective).replace(/\bchina\b/gi, name);

/** Some words are others, the same ones throughout an assessment. */
function vary(text: string, at: number): string {
  return text.replace(WORD, (word) => {
    const hash = hashOf(`${at} ${word}`);
    return (hash % 1000) / 1000 < SHARE ? (WORDS[(hash >>> 10) % WORDS.length] as string) : word;
  });
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** A copy with every text made anew; `key` is that of the text, or of the list that it stands in. */
function map<T>(value: T, make: (text: string, key: string) => string, key = ''): T {
  if (typeof value === 'string') return make(value, key) as T;
  if (Array.isArray(value)) return value.map((item) => map(item, make, key)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([own, inner]) => [own, map(inner, make, own)]);
  return Object.fromEntries(entries) as T;
}

/**
 * Countries as Unicode's data in Node has them, whose names are words and nothing else. Their codes of three letters are
 * made up from those of two, so that no two are the same.
 */
function countries(): Country[] {
  const display = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const { variants } = readLexicon();
  const found = new Map<string, Country>();
  for (const code of letters.flatMap((a) => letters.map((b) => a + b))) {
    const name = display.of(code);
    if (!name || found.has(name) || !/^(?:\p{L}+ )*\p{L}+$/u.test(name) || name.includes('China')) continue;
    const names = variants.find((group) => group.includes(name)) ?? [];
    const adjective = names.find((other) => other !== name && /(?:an|ese|ish|ic|ch|i)$/.test(other));
    found.set(name, { name, adjective: adjective ?? name, iso3: `${code}${name.slice(-1).toUpperCase()}` });
  }
  return [...found.values()].filter(({ iso3 }) => /^[A-Z]{3}$/.test(iso3));
}
