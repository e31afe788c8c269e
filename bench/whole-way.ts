/** The whole way: from Discord to the bot and back, beside a bot that answers everything with one fixed line. */
import { join } from 'node:path';
import { table } from '../eval/table.js';
import type { Assessment } from '../src/assessment/schema.js';
import { volumeOf } from '../src/assessment/volume.js';
import { declarations } from '../src/declarations.js';
import { createLibrary } from '../src/library.js';
import { GROUPS, subjectOf, take, WAYS, type Way } from './asked.js';
import { ask, askAll, type Connected, connect, savesIndex, temporaryFolder } from './discord.js';
import {
  type Compared,
  compare,
  compareBy,
  inRounds,
  inRoundsEach,
  runAll,
  SIDES,
  type Side,
  spreadOf,
} from './figures.js';
import { busyOf, comeToRest, memoryOf, NODE_START, NPM_START } from './processes.js';

export interface WholeWay {
  /** By what was asked, one at a time. */
  alone: Record<string, { p50: Compared; p99: Compared }>;
  /** `busy`: the processor time of the program, in milliseconds an interaction. */
  together: Record<string, { p50: Compared; p99: Compared; perSecond: Compared; busy: Compared }>;
  /** In milliseconds, from the start of the process to the first answer, which is to a question. */
  start: Record<string, Compared>;
  /** In megabytes. */
  memory: Record<'at rest' | 'under load', Compared>;
}

export interface Effort {
  rounds: number;
  starts: number;
  /** How many of each are left alone until they rest. */
  rests: number;
  /** How many are asked in a round: so many that a p99 is not that of two or three. */
  alone: number;
  together: number;
}
export const FULL: Effort = { rounds: 11, starts: 9, rests: 7, alone: 2000, together: 1500 };
export const QUICK: Effort = { rounds: 3, starts: 3, rests: 1, alone: 200, together: 800 };

export const AT_ONCE = 50;
/** The start that is the first with these data: nothing is saved yet. */
export const FIRST_START = 'node, nothing saved';
/** Of each kind: by then both programs are compiled as far as they will be. */
export const WARM_UP = 2000;

export async function measureWholeWay(
  assessment: Assessment,
  effort: Effort,
  told: (what: string) => void,
): Promise<WholeWay> {
  const subject = subjectOf(assessment);
  const commands = declarations(createLibrary([volumeOf(assessment)]), { inOneServer: false });
  const [first] = take(WAYS['/ask'] as (typeof WAYS)[string], subject, 0, 1);
  const folder = temporaryFolder();
  const saved = join(folder, 'saved');
  const connectTo = (side: Side, command: readonly string[], INDEX_DIR = saved) =>
    connect(side, command, commands, { ...(first ? { first } : {}), env: { INDEX_DIR } });

  async function measureStarts(
    command: (side: Side) => string[],
    index?: (at: number) => string,
  ): Promise<Compared> {
    const rounds = await inRounds(SIDES, effort.starts, async (side, at) => {
      const { startMs, end } = await connectTo(side, command(side), index?.(at));
      await end();
      return { startMs };
    });
    return compareBy(rounds, 'startMs');
  }

  told('starts');
  const firstStart = await measureStarts(
    (side) => NODE_START[side],
    (at) => join(folder, `none-${at}`),
  );
  if (!(await savesIndex(await connectTo('footnote', NODE_START.footnote), 1)))
    throw new Error('no index was saved');
  const start = {
    [FIRST_START]: firstStart,
    'npm start': await measureStarts(() => NPM_START),
    node: await measureStarts((side) => NODE_START[side]),
  };
  const both = async () => {
    const sides = {} as Record<Side, Connected>;
    for (const side of SIDES) sides[side] = await connectTo(side, NODE_START[side]);
    const end = async () => {
      for (const { end } of Object.values(sides)) await end();
    };
    const memory = () => ({ bare: memoryOf(sides.bare.program), footnote: memoryOf(sides.footnote.program) });
    return { sides, end, memory };
  };

  const atRest: Record<Side, number>[] = [];
  for (let round = 0; round < effort.rests; round++) {
    told('coming to rest');
    const { sides, end, memory } = await both();
    await comeToRest(SIDES.map((side) => sides[side].program));
    atRest.push(memory());
    await end();
  }
  const { sides, end, memory } = await both();
  try {
    const alone: WholeWay['alone'] = {};
    const together: WholeWay['together'] = {};
    for (const names of GROUPS) {
      const wayOf = (name: string) => WAYS[name] as Way;
      told('warming up');
      for (const name of names)
        for (const { discord } of Object.values(sides))
          await askAll(discord, take(wayOf(name), subject, 0, WARM_UP), AT_ONCE);
      told(`one at a time: ${names.join('; ')}`);
      const one = await inRoundsEach(names, SIDES, effort.rounds, async (name, side, round) => {
        const asked = take(wayOf(name), subject, WARM_UP + round * effort.alone, effort.alone);
        return spreadOf(await askAll(sides[side].discord, asked, 1));
      });
      told(`${AT_ONCE} at once`);
      const from = WARM_UP + effort.rounds * effort.alone;
      const many = await inRoundsEach(names, SIDES, effort.rounds, (name, side, round) =>
        load(sides[side], take(wayOf(name), subject, from + round * effort.together, effort.together)),
      );
      for (const name of names) {
        const [own, ofMany] = [one[name] ?? [], many[name] ?? []];
        alone[name] = { p50: compareBy(own, 'p50'), p99: compareBy(own, 'p99') };
        together[name] = {
          p50: compareBy(ofMany, 'p50'),
          p99: compareBy(ofMany, 'p99'),
          perSecond: compareBy(ofMany, 'perSecond'),
          busy: compareBy(ofMany, 'busy'),
        };
      }
    }
    return {
      alone,
      together,
      start,
      memory: { 'at rest': compare(atRest), 'under load': compare([memory()]) },
    };
  } finally {
    await end();
  }
}

/** Asks 50 at once, and takes what the program makes of it. */
export async function load({ discord, program }: Connected, all: ReturnType<typeof take>) {
  const busy = busyOf(program);
  const since = performance.now();
  const times = await runAll(all, AT_ONCE, (asked) => ask(discord, asked));
  const seconds = (performance.now() - since) / 1000;
  return {
    ...spreadOf(times),
    perSecond: times.length / seconds,
    busy: (busyOf(program) - busy) / times.length,
  };
}

export function wholeWayTables({ alone, together, start, memory }: WholeWay): string[] {
  const head = ['', 'bare', 'Footnote', 'ratio'];
  return [
    'The whole way, one at a time (ms)',
    table([
      ['', 'bare p50', 'p99', 'Footnote p50', 'p99', 'ratio p50', 'p99'],
      ...Object.entries(alone).map(([name, { p50, p99 }]) => [
        name,
        ...[p50.bare, p99.bare, p50.footnote, p99.footnote, p50.ratio, p99.ratio].map((n) => n.toFixed(2)),
      ]),
    ]),
    `The whole way, ${AT_ONCE} at once (ms, interactions a second, processor ms an interaction)`,
    table([
      ['', 'bare p50', 'p99', '/s', 'Footnote p50', 'p99', '/s', 'ratio p50', 'p99', '/s', 'busy', 'ratio'],
      ...Object.entries(together).map(([name, { p50, p99, perSecond, busy }]) => [
        name,
        ...[p50.bare, p99.bare].map((n) => n.toFixed(1)),
        perSecond.bare.toFixed(0),
        ...[p50.footnote, p99.footnote].map((n) => n.toFixed(1)),
        perSecond.footnote.toFixed(0),
        ...[p50.ratio, p99.ratio, perSecond.ratio, busy.footnote, busy.ratio].map((n) => n.toFixed(2)),
      ]),
    ]),
    'From the start of the process to the first answer (ms)',
    table([head, ...Object.entries(start).map(([name, one]) => [name, ...comparedCells(one, 0)])]),
    'Memory (MB of RSS)',
    table([head, ...Object.entries(memory).map(([name, one]) => [name, ...comparedCells(one, 0)])]),
  ];
}

export const comparedCells = ({ bare, footnote, ratio }: Compared, digits: number): string[] => [
  bare.toFixed(digits),
  footnote.toFixed(digits),
  ratio.toFixed(2),
];
