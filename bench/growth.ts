/** What becomes of start, memory and answers as the assessments grow in number. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from '../eval/table.js';
import { ASSESSMENT } from '../src/answer.js';
import type { Assessment } from '../src/assessment/schema.js';
import { type Asked, EXACT, LISTED, SEARCHED, type Subject, subjectOf, type Way } from './asked.js';
import { assessments, questionFor } from './assessments.js';
import { askAll, type Connected, connect, NotStarted, savesIndex, temporaryFolder } from './discord.js';
import { inRounds, median, type Spread, spreadOf } from './figures.js';
import { comeToRest, memoryOf, NODE_START } from './processes.js';

/** A round trip in milliseconds, and its p50 by that of the fewest assessments: the median of the rounds. */
export interface Trip extends Spread {
  ratio: number;
}

/** What it is with so many assessments. */
export interface Size {
  assessments: number;
  /** From the start of the process to the first answer, in milliseconds. */
  startMs: number;
  /** The same with an index that an earlier start has saved; null where none was saved. */
  savedStartMs: number | null;
  /** In megabytes. */
  atRestMb: number;
  underLoadMb: number;
  /** By what was asked: of the newest assessment, and of any of them where there are several. */
  newest: Record<string, Trip>;
  any: Record<string, Trip>;
}

export interface Growth {
  sizes: Size[];
  /** Of those with which it did not start: why. */
  failed: { assessments: number; why: string }[];
}

export interface GrowthEffort {
  sizes: readonly number[];
  starts: number;
  rounds: number;
  /** How many of each are asked in a round. */
  asked: number;
}
export const GROWTH_FULL: GrowthEffort = { sizes: [1, 10, 100, 1000], starts: 3, rounds: 5, asked: 1000 };
export const GROWTH_QUICK: GrowthEffort = { sizes: [1, 10], starts: 1, rounds: 3, asked: 200 };

const WAYS = { ...EXACT, ...SEARCHED, ...LISTED };
const WARM_UP = 300;
const RESTS_WITHIN = 180_000;
const REGISTERS_WITHIN = 60_000;

type Where = 'newest' | 'any';

/** What runs with so many assessments, until all sizes have been asked. */
interface Grown {
  count: number;
  subjects: readonly Subject[];
  connected: Connected;
  startMs: number;
  savedStartMs: number | null;
  atRestMb: number;
}

export async function measureGrowth(
  real: Assessment,
  effort: GrowthEffort,
  told: (what: string) => void,
): Promise<Growth> {
  const folder = temporaryFolder();
  const all = new Map<number, Grown>();
  const failed: Growth['failed'] = [];
  try {
    for (const count of effort.sizes) {
      try {
        all.set(count, await grow(real, count, join(folder, String(count)), effort.starts, told));
      } catch (error) {
        if (!(error instanceof NotStarted)) throw error;
        // A figure like every other: so many are too many.
        failed.push({ assessments: count, why: error.message });
        told(`${count} assessments: ${error.message}`);
      }
    }
    const trips = await measureTrips([...all.values()], effort, told);
    const sizes = [...all.values()].map(
      ({ count, startMs, savedStartMs, atRestMb, connected }): Size => ({
        assessments: count,
        startMs,
        savedStartMs,
        atRestMb,
        underLoadMb: memoryOf(connected.program),
        newest: trips(count, 'newest'),
        any: trips(count, 'any'),
      }),
    );
    return { sizes, failed };
  } finally {
    for (const { connected } of all.values()) await connected.end();
  }
}

async function grow(
  real: Assessment,
  count: number,
  folder: string,
  starts: number,
  told: (what: string) => void,
): Promise<Grown> {
  told(`${count} assessments: writing`);
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  const subjects: Subject[] = [];
  for (const assessment of assessments(real, count)) {
    writeFileSync(join(data, `${assessment.id}.json`), JSON.stringify(assessment));
    subjects.push(subjectOf(assessment, questionFor(assessment)));
  }
  const env = (index: string) => {
    mkdirSync(join(folder, index), { recursive: true });
    return { DATA_DIR: data, INDEX_DIR: join(folder, index) };
  };
  const first = asking(WAYS['/ask'] as Way, subjects, 'newest', 0);

  told(`${count} assessments: registering, and saving the index`);
  const { commands, isSaved } = await prepare(count, env('saved'));
  const starting = (index: string) =>
    connect('footnote', NODE_START.footnote, commands, { first, env: env(index) });
  const times = async (index: (at: number) => string) => {
    const all: number[] = [];
    for (let at = 0; at < starts; at++) {
      const { startMs, end } = await starting(index(at));
      all.push(startMs);
      await end();
    }
    return median(all);
  };
  told(`${count} assessments: starts`);
  const startMs = await times((at) => `none-${at}`);
  const savedStartMs = isSaved ? await times(() => 'saved') : null;
  const connected = await starting('saved');
  told(`${count} assessments: coming to rest`);
  await comeToRest([connected.program], RESTS_WITHIN);
  const atRestMb = memoryOf(connected.program);
  return { count, subjects, connected, startMs, savedStartMs, atRestMb };
}

/** The first start: it registers what is then registered already, and saves an index where it does so at all. */
async function prepare(
  count: number,
  env: Record<string, string>,
): Promise<{ commands: object[]; isSaved: boolean }> {
  const connected = await connect('footnote', NODE_START.footnote, [], { env });
  // The line with the link, which comes once they are registered.
  await connected.program.says('"server"', REGISTERS_WITHIN);
  // What Discord makes of a command has more in it than what is registered.
  const commands = connected.discord.commands().map(({ id, application_id, version, ...own }) => own);
  return { commands, isSaved: await savesIndex(connected, count) };
}

/** All sizes in turn, round by round: what the machine does to one it does to all. */
async function measureTrips(all: readonly Grown[], effort: GrowthEffort, told: (what: string) => void) {
  const byCount = new Map(all.map((one) => [String(one.count), one]));
  const counts = [...byCount.keys()];
  const figures = { newest: {}, any: {} } as Record<Where, Record<string, Record<string, Spread>[]>>;
  for (const [name, way] of Object.entries(WAYS)) {
    for (const where of ['newest', 'any'] as const) {
      told(`${name}, ${where}`);
      const asked = async (count: string, from: number, number: number) => {
        const { subjects, connected } = byCount.get(count) as Grown;
        const questions = Array.from({ length: number }, (_, i) => asking(way, subjects, where, from + i));
        return spreadOf(await connected.program.whileItRuns(askAll(connected.discord, questions, 1)));
      };
      // Of any assessment, the first question is one that counts: most of them have been asked nothing yet.
      if (where === 'newest') for (const count of counts) await asked(count, 0, WARM_UP);
      figures[where][name] = await inRounds(counts, effort.rounds, (count, round) =>
        asked(count, WARM_UP + round * effort.asked, effort.asked),
      );
    }
  }
  const [fewest = ''] = counts;
  return (count: number, where: Where): Record<string, Trip> =>
    // Of one, any is the newest.
    Object.fromEntries(
      Object.entries(count === 1 && where === 'any' ? {} : figures[where]).map(([name, rounds]) => {
        const own = rounds.map((round) => round[count] as Spread);
        const ratios = rounds.map((round, i) => Number(own[i]?.p50) / Number(round[fewest]?.p50));
        const [p50, p99] = [median(own.map((one) => one.p50)), median(own.map((one) => one.p99))];
        return [name, { p50, p99, ratio: median(ratios) }];
      }),
    );
}

/** What is asked, of the newest assessment or of one that chance picks; the same chance each time. */
function asking(way: Way, subjects: readonly Subject[], where: Where, at: number): Asked {
  const [newest] = subjects as [Subject];
  if (where === 'newest' || subjects.length === 1) return way(newest, at);
  const subject = subjects[chance(at) % subjects.length] as Subject;
  const asked = way(subject, at);
  return { ...asked, options: { ...asked.options, [ASSESSMENT]: subject.id } };
}

/** A number that says nothing of the one before it. */
function chance(at: number): number {
  let mixed = Math.imul(at + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

export function growthTables({ sizes, failed }: Growth): string[] {
  const head = ['', ...sizes.map(({ assessments }) => assessments.toLocaleString('en'))];
  const row = (name: string, cell: (size: Size) => string) => [name, ...sizes.map(cell)];
  const trips = (where: Where) =>
    Object.keys(WAYS).map((name) =>
      row(name, (size) => {
        const trip = size[where][name];
        return trip ? `${trip.p50.toFixed(2)} / ${trip.p99.toFixed(2)} (${trip.ratio.toFixed(2)})` : '–';
      }),
    );
  return [
    'Growth: assessments',
    table([
      head,
      row('start to first answer (ms)', ({ startMs }) => startMs.toFixed(0)),
      row('from a saved index (ms)', ({ savedStartMs }) => savedStartMs?.toFixed(0) ?? '–'),
      row('at rest (MB)', ({ atRestMb }) => atRestMb.toFixed(0)),
      row('under load (MB)', ({ underLoadMb }) => underLoadMb.toFixed(0)),
    ]),
    'The newest assessment: p50 / p99 in ms (p50 by that of the fewest)',
    table([head, ...trips('newest')]),
    'Any assessment, by chance: the same',
    table([head, ...trips('any')]),
    ...failed.map(({ assessments, why }) => `With ${assessments} it did not start: ${why}`),
  ];
}
