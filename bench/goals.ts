/** What is to be reached, and whether it is. */
import { table } from '../eval/table.js';
import { AUTOCOMPLETE, EXACT } from './asked.js';
import type { Growth, Size } from './growth.js';
import type { Http } from './http.js';
import type { Pictured } from './pictures.js';
import { OWN, type Searched, STATEMENTS } from './search.js';
import type { WholeWay } from './whole-way.js';

/** What was measured: all of it, or some parts. */
export interface Results {
  'whole-way'?: WholeWay;
  http?: Http;
  search?: Searched[];
  growth?: Growth;
  pictures?: Pictured;
}

export interface Goal {
  goal: string;
  /** In words, with its bound. */
  wanted: string;
  /** Which figure it is: of several, the worst, and what that is of. Empty where nothing was measured. */
  figure: string;
  measured: string;
  /** Null where nothing was measured. */
  met: boolean | null;
}

/** A figure, and what it is of. */
type Figure = readonly [of: string, value: number];

/** How much more a look-up may take with 1,000 assessments and still count as taking the same. */
const FLAT = 1.1;
const MANY = 1000;
const MANY_MS = 10;

export function goalsOf(results: Results): Goal[] {
  const { 'whole-way': way, http, search, growth } = results;
  const many = growth?.sizes.find(({ assessments }) => assessments === MANY);
  const isTooMany = growth?.failed.some(({ assessments }) => assessments === MANY) ?? false;
  const trips = Object.entries(way?.alone ?? {});
  const texts = trips.filter(([name]) => name !== AUTOCOMPLETE);
  /** Of what was measured with a thousand; they are missed where it does not even start. */
  const ofMany = (goal: string, most: number, unit: string, figures: readonly Figure[], digits = 1): Goal =>
    isTooMany
      ? { goal, wanted: atMost(most, unit), figure: '', measured: 'does not start', met: false }
      : within(goal, figures, most, unit, digits);
  return [
    within(
      'round trip p50, text commands, by the bare bot',
      texts.map(([name, { p50 }]) => [name, p50.ratio]),
      1.1,
    ),
    within(
      'round trip p99, text commands, by the bare bot',
      texts.map(([name, { p99 }]) => [name, p99.ratio]),
      1.1,
    ),
    within(
      'autocomplete round trip p50, by the bare bot',
      trips.filter(([name]) => name === AUTOCOMPLETE).map(([name, { p50 }]) => [name, p50.ratio]),
      1.05,
    ),
    beyond(
      'interactions a second, by the bare bot',
      Object.entries(way?.together ?? {}).map(([name, { perSecond }]) => [name, perSecond.ratio]),
      0.9,
    ),
    within('start to first answer, by the bare bot', ratiosOf(way?.start), 1.25),
    within('memory at rest, by the bare bot', way ? [['at rest', way.memory['at rest'].ratio]] : [], 1.25),
    beyond(
      'HTTP requests a second, by the bare server',
      Object.entries(http?.together ?? {}).map(([name, { perSecond }]) => [name, perSecond.ratio]),
      0.8,
    ),
    rightAt1(search),
    within(
      'time a query, by MiniSearch',
      (search ?? [])
        .filter(({ name }) => name === STATEMENTS)
        .map(({ name, ratio }) => [`${name}, mean`, ratio]),
      1.5,
    ),
    ofMany('1,000 assessments: p99 of /ask, /search and autocomplete', MANY_MS, ' ms', slowest(many)),
    ofMany('1,000 assessments: start to first answer', 5000, ' ms', many ? [['start', many.startMs]] : [], 0),
    ofMany(
      '1,000 assessments: the same from a saved index',
      1500,
      ' ms',
      many && many.savedStartMs !== null ? [['saved', many.savedStartMs]] : [],
      0,
    ),
    ofMany(
      '1,000 assessments: memory',
      600,
      ' MB',
      many
        ? [
            ['at rest', many.atRestMb],
            ['under load', many.underLoadMb],
          ]
        : [],
      0,
    ),
    ofMany('look-ups by key, p50, 1,000 by 1', FLAT, '', exact(many), 2),
  ];
}

export function goalsTable(goals: readonly Goal[]): string {
  const words = (met: boolean | null) => (met === null ? 'not measured' : met ? 'met' : 'not met');
  return table([
    ['goal', 'wanted', 'measured', '', 'figure'],
    ...goals.map(({ goal, wanted, measured, met, figure }) => [goal, wanted, measured, words(met), figure]),
  ]);
}

const ratiosOf = (figures: Record<string, { ratio: number }> = {}): Figure[] =>
  Object.entries(figures).map(([name, { ratio }]) => [name, ratio]);

const atMost = (most: number, unit = '') => `at most ${most.toLocaleString('en')}${unit}`;

/** The highest is at most so much. */
function within(goal: string, figures: readonly Figure[], most: number, unit = '', digits = 2): Goal {
  const [worst] = [...figures].sort(([, a], [, b]) => b - a);
  return judged(goal, atMost(most, unit), worst, unit, digits, (value) => value <= most);
}

/** The lowest is at least so much. */
function beyond(goal: string, figures: readonly Figure[], least: number): Goal {
  const [worst] = [...figures].sort(([, a], [, b]) => a - b);
  return judged(goal, `at least ${least}`, worst, '', 2, (value) => value >= least);
}

function judged(
  goal: string,
  wanted: string,
  worst: Figure | undefined,
  unit: string,
  digits: number,
  isMet: (value: number) => boolean,
): Goal {
  if (!worst) return { goal, wanted, figure: '', measured: '', met: null };
  const [figure, value] = worst;
  return { goal, wanted, figure, measured: `${value.toFixed(digits)}${unit}`, met: isMet(value) };
}

/** Retrieval alone, like with like: of answers it is said too. */
function rightAt1(search: readonly Searched[] = []): Goal {
  const goal = 'right at 1, by the best search library';
  const wanted = 'ahead';
  const own = search.find(({ name }) => name === STATEMENTS);
  const [best] = search.filter(({ name }) => !OWN.includes(name)).sort((a, b) => b.rightAt1 - a.rightAt1);
  if (!own || !best) return { goal, wanted, figure: '', measured: '', met: null };
  const measured = `${own.rightAt1.toFixed(3)} to ${best.rightAt1.toFixed(3)}`;
  return { goal, wanted, figure: `${own.name}, ${best.name}`, measured, met: own.rightAt1 > best.rightAt1 };
}

/** The p99 of what is searched for, in the newest assessment and in any. */
const slowest = (size: Size | undefined): Figure[] =>
  (['newest', 'any'] as const).flatMap((where) =>
    Object.entries(size?.[where] ?? {})
      .filter(([name]) => !(name in EXACT))
      .map(([name, { p99 }]): Figure => [`${name}, ${where}`, p99]),
  );

const exact = (size: Size | undefined): Figure[] =>
  (['newest', 'any'] as const).flatMap((where) =>
    Object.entries(size?.[where] ?? {})
      .filter(([name]) => name in EXACT)
      .map(([name, { ratio }]): Figure => [`${name}, ${where}`, ratio]),
  );
