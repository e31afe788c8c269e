/** What is asked while it is measured: what people ask, and never one thing alone. */
import { readFileSync } from 'node:fs';
import type { Assessment } from '../src/assessment/schema.js';
import { term, words } from '../src/index/language.js';

/** A command with its options; with `focused`, the choices for that option while it is being typed. */
export interface Asked {
  name: string;
  options: Record<string, string>;
  focused?: string;
}

/** As much of an assessment as is asked about. */
export interface Subject {
  id: string;
  /** What its indicators are called: by number, label and aliases. */
  names: readonly string[];
  /** The words of those that carry a topic. */
  words: readonly string[];
  symbols: readonly string[];
  /** The ids of its treaties. */
  treaties: readonly string[];
  indicators: number;
  footnotes: number;
  /** A question as it is put about this assessment. */
  reword(question: string): string;
}

const FILE = new URL('../test/eval/questions.json', import.meta.url);
const QUESTIONS = (JSON.parse(readFileSync(FILE, 'utf8')) as { q: string }[]).map(({ q }) => q);

/** As Discord takes them. */
const QUERY_MAX = 100;
/** After how many letters the choices are asked for. */
const TYPED = [3, 6, 12];

export function subjectOf(
  { id, indicators, votes, footnotes, treaties }: Assessment,
  reword: Subject['reword'] = (question) => question,
): Subject {
  const names = indicators.flatMap(({ number, label, aliases }) => [String(number), label, ...aliases]);
  return {
    id,
    names,
    words: [...new Set(names.flatMap(words))].filter((word) => term(word) !== null),
    symbols: votes.map(({ resolution }) => resolution),
    treaties: treaties.map(({ id }) => id),
    indicators: indicators.length,
    footnotes: footnotes.length,
    reword,
  };
}

/** A way of asking: the `at`th thing that is asked so, from 0 and without end. */
export type Way = (subject: Subject, at: number) => Asked;

const nth = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
const begun = (text: string, at: number) => text.slice(0, nth(TYPED, at));

export const AUTOCOMPLETE = 'autocomplete';
/** Written as nobody has before: what is kept of earlier answers is of no use. */
export const NEW = ', new each time';

const search: Way = ({ names }, at) => ({
  name: 'search',
  options: { query: nth(names, at).slice(0, QUERY_MAX) },
});
const ask: Way = ({ reword }, at) => ({ name: 'ask', options: { question: reword(nth(QUESTIONS, at)) } });
const votes: Way = ({ symbols }, at) => ({ name: 'votes', options: { resolution: nth(symbols, at) } });
/** Of four, three are for indicators and one is for votes. */
const autocomplete: Way = ({ names, symbols }, at) => {
  const round = Math.floor(at / 4);
  return at % 4 === 3
    ? { name: 'votes', options: { resolution: begun(nth(symbols, round), round) }, focused: 'resolution' }
    : { name: 'indicator', options: { name: begun(nth(names, at), round) }, focused: 'name' };
};

const indicator: Way = ({ names }, at) => ({ name: 'indicator', options: { name: nth(names, at) } });

/** The option that is varied. */
const VARIED: Record<string, string> = {
  indicator: 'name',
  votes: 'resolution',
  treaty: 'name',
  search: 'query',
  ask: 'question',
};
const MARKS = ['?', '!', '.', ','];

/** The same with marks behind it that no other has: it means the same, and nobody has written it so before. */
const anew =
  (way: Way): Way =>
  (subject, at) => {
    const asked = way(subject, at);
    const option = VARIED[asked.name] as string;
    const marks = Array.from({ length: 8 }, (_, i) => MARKS[(at >> (i * 2)) & 3]).join('');
    const text = (asked.options[option] as string).slice(0, QUERY_MAX - marks.length);
    return { ...asked, options: { ...asked.options, [option]: text + marks } };
  };

const ASKED: Readonly<Record<string, Way>> = {
  '/indicator': indicator,
  '/votes': votes,
  '/search': search,
  '/ask': ask,
  [AUTOCOMPLETE]: autocomplete,
};

/** Each name with a word of another one before it, and with the next one when its turn comes again. */
const searchAnew: Way = ({ names, words }, at) => ({
  name: 'search',
  options: {
    query: `${nth(words, at * 7 + Math.floor(at / names.length))} ${nth(names, at)}`.slice(0, QUERY_MAX),
  },
});

const ANEW: Readonly<Record<string, Way>> = Object.fromEntries(
  Object.entries({ ...ASKED, '/search': searchAnew }).map(([name, way]) => [name + NEW, anew(way)]),
);

/** By what each is called in the tables. */
export const WAYS: Readonly<Record<string, Way>> = { ...ASKED, ...ANEW };

/** What is asked in the same rounds: answers to what is new take the places of those that are kept. */
export const GROUPS: readonly (readonly string[])[] = [Object.keys(ASKED), Object.keys(ANEW)];

/** What is looked up by its key. */
export const EXACT: Readonly<Record<string, Way>> = {
  '/indicator by number': anew(({ indicators }, at) => ({
    name: 'indicator',
    options: { name: String(1 + (at % indicators)) },
  })),
  '/votes by symbol': anew(votes),
  '/cite': ({ footnotes }, at) => ({ name: 'cite', options: { footnote: String(1 + (at % footnotes)) } }),
};
/** What is searched for. */
export const SEARCHED: Readonly<Record<string, Way>> = {
  '/search': search,
  '/ask': ask,
  [AUTOCOMPLETE]: autocomplete,
};

/** What lists or tells of the whole, and treaties. */
export const LISTED: Readonly<Record<string, Way>> = {
  '/ratings': () => ({ name: 'ratings', options: {} }),
  '/trends': () => ({ name: 'trends', options: {} }),
  '/treaty': anew(({ treaties }, at) => ({ name: 'treaty', options: { name: nth(treaties, at) } })),
  '/about': () => ({ name: 'about', options: {} }),
};

export const take = (way: Way, subject: Subject, from: number, count: number): Asked[] =>
  Array.from({ length: count }, (_, i) => way(subject, from + i));
