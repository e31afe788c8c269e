/** What nobody has asked before, beside the least that bots which search can do: what it takes to search at all. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCorpus } from '../eval/baselines.js';
import { table } from '../eval/table.js';
import type { Assessment } from '../src/assessment/schema.js';
import { volumeOf } from '../src/assessment/volume.js';
import { declarations } from '../src/declarations.js';
import { createLibrary } from '../src/library.js';
import { NEW, subjectOf, take, WAYS, type Way } from './asked.js';
import { askAll, type Connected, connect, temporaryFolder } from './discord.js';
import { inRoundsEach, median, spreadOf } from './figures.js';
import { comeToRest, NODE_START, SEARCHING_BOT } from './processes.js';
import { AT_ONCE, type Effort, load, WARM_UP } from './whole-way.js';

const BOTS = ['bare', 'MiniSearch', 'FlexSearch', 'Footnote'] as const;
/** The bare bot, bots that search with a library and name the best record, and Footnote. */
type Bot = (typeof BOTS)[number];

/** In milliseconds, one at a time; and interactions a second, 50 at once. */
type Figure = 'p50' | 'p99' | 'perSecond';

/** A figure, and the same by the bare bot's: the medians of the rounds. */
type Measured = Record<Figure, { value: number; ratio: number }>;

/** By what was asked. */
export type BesideSearching = Record<string, Record<Bot, Measured>>;

const NAMES = ['/search', '/ask'].map((name) => name + NEW);

export async function measureBesideSearching(
  assessment: Assessment,
  effort: Effort,
  told: (what: string) => void,
): Promise<BesideSearching> {
  const subject = subjectOf(assessment);
  const library = createLibrary([volumeOf(assessment)]);
  const folder = temporaryFolder();
  const RECORDS = join(folder, 'records.json');
  writeFileSync(RECORDS, JSON.stringify(createCorpus(library.latest).entries));
  const commands = declarations(library, { inOneServer: false });
  const asked = (name: string, from: number, count: number) => take(WAYS[name] as Way, subject, from, count);

  const bots = {} as Record<Bot, Connected>;
  try {
    bots.bare = await connect('bare', NODE_START.bare, commands);
    for (const LIBRARY of ['MiniSearch', 'FlexSearch'] as const)
      bots[LIBRARY] = await connect('bare', SEARCHING_BOT, commands, { env: { LIBRARY, RECORDS } });
    bots.Footnote = await connect('footnote', NODE_START.footnote, commands, { env: { INDEX_DIR: folder } });
    // Its index is saved meanwhile.
    told('coming to rest');
    await comeToRest(BOTS.map((bot) => bots[bot].program));
    told('warming up');
    for (const name of NAMES)
      for (const { discord } of Object.values(bots)) await askAll(discord, asked(name, 0, WARM_UP), AT_ONCE);
    told(`one at a time, and ${AT_ONCE} at once`);
    const all = await inRoundsEach(NAMES, BOTS, effort.rounds, async (name, bot, round) => {
      const from = WARM_UP + round * (effort.alone + effort.together);
      const alone = await askAll(bots[bot].discord, asked(name, from, effort.alone), 1);
      const { perSecond } = await load(bots[bot], asked(name, from + effort.alone, effort.together));
      return { ...spreadOf(alone), perSecond };
    });
    return Object.fromEntries(
      Object.entries(all).map(([name, rounds]) => {
        const figure = (bot: Bot, of: Figure) => ({
          value: median(rounds.map((round) => round[bot][of])),
          ratio: median(rounds.map((round) => round[bot][of] / round.bare[of])),
        });
        const measured = (bot: Bot): Measured => ({
          p50: figure(bot, 'p50'),
          p99: figure(bot, 'p99'),
          perSecond: figure(bot, 'perSecond'),
        });
        return [name, Object.fromEntries(BOTS.map((bot) => [bot, measured(bot)])) as Record<Bot, Measured>];
      }),
    );
  } finally {
    for (const { end } of Object.values(bots)) await end();
  }
}

export function besideSearchingTables(all: BesideSearching): string[] {
  const rows = Object.entries(all).flatMap(([name, bots]) =>
    BOTS.map((bot) => {
      const { p50, p99, perSecond } = bots[bot];
      return [
        name,
        bot,
        p50.value.toFixed(2),
        p99.value.toFixed(2),
        perSecond.value.toFixed(0),
        ...[p50, p99, perSecond].map(({ ratio }) => ratio.toFixed(2)),
      ];
    }),
  );
  return [
    `Beside bots that search, by the bare bot (ms one at a time; interactions a second, ${AT_ONCE} at once)`,
    table([['', '', 'p50', 'p99', '/s', 'ratio p50', 'p99', '/s'], ...rows]),
  ];
}
