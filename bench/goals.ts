/** What is to be reached, and whether it is. */
import { table } from '../eval/table.js';
import { AUTOCOMPLETE, EXACT, NEW, SEARCHED } from './asked.js';
import type { Growth, Size } from './growth.js';
import type { Http } from './http.js';
import type { Pictured } from './pictures.js';
import { OWN, type Searched, STATEMENTS } from './search.js';
import type { BesideSearching } from './searching-bot.js';
import { FIRST_START, type WholeWay } from './whole-way.js';

/** What was measured: all of it, or some parts. */
export interface Results {
  'whole-way'?: WholeWay;
  'searching-bot'?: BesideSearching;
  http?: Http;
  search?: Searched[];
  growth?: Growth;
  pictures?: Pictured;
}

export interface Goal {
  goal: string;
  wanted: string;
  measured: string;
  /** Which figure that is, in words: of several, the worst, and behind it those that miss the goal too. Empty where nothing was measured. */
  figure: string;
  /** Null where nothing was measured. */
  met: boolean | null;
}

/** A figure, and what it is of. */
type Figure = readonly [of: string, value: number];

interface Bound {
  /** The worst figure may be no more than this, or no less than that. */
  most?: number;
  least?: number;
  unit?: string;
  digits?: number;
}

const MANY = 1000;
/** How much more a look-up may take with 1,000 assessments and still count as taking the same. */
const FLAT = 1.1;
const MS = { unit: ' ms', digits: 0 };

/** The goals in the order in which they were set. */
export function goalsOf({ 'whole-way': way, http, search, growth }: Results): Goal[] {
  const alone = Object.entries(way?.alone ?? {});
  const texts = alone.filter(([name]) => !name.startsWith(AUTOCOMPLETE));
  const completion = alone.filter(([name]) => name.startsWith(AUTOCOMPLETE));
  const p50 = (trips: typeof alone): Figure[] => trips.map(([name, trip]) => [name, trip.p50.ratio]);
  const p99 = (trips: typeof alone): Figure[] => trips.map(([name, trip]) => [name, trip.p99.ratio]);
  const perSecond = (loads: Http['together'] | WholeWay['together'] = {}): Figure[] =>
    Object.entries(loads).map(([name, load]) => [name, load.perSecond.ratio]);
  const starts: Figure[] = Object.entries(way?.start ?? {})
    .filter(([name]) => name !== FIRST_START)
    .map(([name, { ratio }]) => [name, ratio]);
  const atRest: Figure[] = way ? [['at rest', way.memory['at rest'].ratio]] : [];
  const statements = search?.find(({ name }) => name === STATEMENTS);
  return [
    ...bothWays('round trip p50 of text commands, by the bare bot', { most: 1.1 }, p50(texts)),
    ...bothWays('round trip p99 of text commands, by the bare bot', { most: 1.1 }, p99(texts)),
    ...bothWays('round trip p50 of autocomplete, by the bare bot', { most: 1.05 }, p50(completion)),
    ...bothWays(
      'interactions a second, 50 at once, by the bare bot',
      { least: 0.9 },
      perSecond(way?.together),
    ),
    goal('start to first answer, by the bare bot', { most: 1.25 }, starts),
    goal('memory at rest, by the bare bot', { most: 1.25 }, atRest),
    ...bothWays(
      'HTTP requests a second, 50 at once, by the bare server',
      { least: 0.8 },
      perSecond(http?.together),
    ),
    rightAt1(search),
    goal(
      'time a query, by MiniSearch',
      { most: 1.5 },
      statements ? [[`mean of ${statements.name}`, statements.ratio]] : [],
    ),
    ...goalsOfMany(growth),
  ];
}

function goalsOfMany(growth: Growth | undefined): Goal[] {
  const many = growth?.sizes.find(({ assessments }) => assessments === MANY);
  const isTooMany = growth?.failed.some(({ assessments }) => assessments === MANY) ?? false;
  /** @param why there is no figure of it, where it was tried: then it is missed */
  const ofMany = (name: string, bound: Bound, figures: (size: Size) => Figure[], why = ''): Goal => {
    const own = goal(`1,000 assessments: ${name}`, bound, many ? figures(many) : []);
    const missing = isTooMany ? 'did not start' : many ? why : '';
    return own.met === null && missing ? { ...own, measured: missing, met: false } : own;
  };
  return [
    ofMany('p99 of /ask, /search and autocomplete', { most: 10, ...MS, digits: 1 }, (size) =>
      trips(size, (name) => name in SEARCHED).map(([of, { p99 }]) => [of, p99]),
    ),
    ofMany('start to first answer', { most: 5000, ...MS }, ({ startMs }) => [['no saved index', startMs]]),
    ofMany(
      'the same from a saved index',
      { most: 1500, ...MS },
      ({ savedStartMs }) => (savedStartMs === null ? [] : [['saved index', savedStartMs]]),
      'none was saved',
    ),
    ofMany('memory', { most: 600, unit: ' MB', digits: 0 }, ({ atRestMb, underLoadMb }) => [
      ['at rest', atRestMb],
      ['under load', underLoadMb],
    ]),
    ofMany('p50 of look-ups by key, by that of 1', { most: FLAT }, (size) =>
      // Of any assessment, those of many are new answers, and those of one are not.
      trips(size, (name) => name in EXACT, ['newest']).map(([of, { ratio }]) => [of, ratio]),
    ),
  ];
}

const trips = (
  size: Size,
  isWanted: (name: string) => boolean,
  places: readonly ('newest' | 'any')[] = ['newest', 'any'],
) =>
  places.flatMap((where) =>
    Object.entries(size[where])
      .filter(([name]) => isWanted(name))
      .map(([name, trip]) => [`${name}, ${where}`, trip] as const),
  );

/** Whether the worst of the figures keeps within its bound. */
function goal(name: string, bound: Bound, figures: readonly Figure[]): Goal {
  const { most, least, unit = '', digits = 2 } = bound;
  const wanted =
    most === undefined ? `at least ${least}${unit}` : `at most ${most.toLocaleString('en')}${unit}`;
  const [worst, ...others] = [...figures].sort(([, a], [, b]) => (most === undefined ? a - b : b - a));
  if (!worst) return { goal: name, wanted, measured: '', figure: '', met: null };
  const isMet = (value: number) =>
    value <= (most ?? Number.POSITIVE_INFINITY) && value >= (least ?? Number.NEGATIVE_INFINITY);
  const [of, value] = worst;
  const missed = others.filter(([, other]) => !isMet(other)).map(([other]) => other);
  return {
    goal: name,
    wanted,
    measured: `${value.toFixed(digits)}${unit}`,
    figure: [of, ...missed].join('; '),
    met: isMet(value),
  };
}

/** What was asked before is answered from memory, and what is new is not: a figure of each. */
const bothWays = (name: string, bound: Bound, figures: readonly Figure[]): Goal[] => [
  goal(
    `${name}, asked before`,
    bound,
    figures.filter(([of]) => !of.includes(NEW)),
  ),
  goal(
    name + NEW,
    bound,
    figures.flatMap(([of, value]): Figure[] => (of.includes(NEW) ? [[of.replace(NEW, ''), value]] : [])),
  ),
];

/** Of retrieval alone: like with like. */
function rightAt1(search: readonly Searched[] = []): Goal {
  const own = search.find(({ name }) => name === STATEMENTS);
  const [best] = search.filter(({ name }) => !OWN.includes(name)).sort((a, b) => b.rightAt1 - a.rightAt1);
  const named = { goal: 'right at 1, by the best of the search libraries', wanted: 'ahead' };
  if (!own || !best) return { ...named, measured: '', figure: '', met: null };
  return {
    ...named,
    measured: `${own.rightAt1.toFixed(3)} to ${best.rightAt1.toFixed(3)}`,
    figure: `${own.name}; ${best.name}`,
    met: own.rightAt1 > best.rightAt1,
  };
}

export function goalsTable(goals: readonly Goal[]): string {
  const inWords = (met: boolean | null) => (met === null ? 'not measured' : met ? 'met' : 'not met');
  return table([
    ['goal', 'wanted', 'measured', 'reached', 'figure'],
    ...goals.map(({ goal, wanted, measured, figure, met }) => [goal, wanted, measured, inWords(met), figure]),
  ]);
}
