/** Pictures: the first, which has to be drawn, and those that are there already. */
import { setTimeout as sleep } from 'node:timers/promises';
import { table } from '../eval/table.js';
import type { Assessment } from '../src/assessment/schema.js';
import { volumeOf } from '../src/assessment/volume.js';
import { declarations } from '../src/declarations.js';
import { createLibrary } from '../src/library.js';
import { drawInProcess } from '../src/render/pictures/in-process.js';
import type { PictureName } from '../src/render/pictures/job.js';
import { createPictures } from '../src/render/pictures/pictures.js';
import { connect } from './discord.js';
import { median, runAll, type Spread, spreadOf } from './figures.js';
import { comeToRest, NODE_START } from './processes.js';

/** By command. */
export type Pictured = Record<
  string,
  {
    /** From asking until it is drawn, in milliseconds: the process that draws it is started for it. */
    firstMs: number;
    kilobytes: number;
    /** The round trip of an answer with it, in milliseconds. */
    cached: Spread;
  }
>;

const PICTURES: Record<string, PictureName> = { ratings: 'scorecard', votes: 'votes', trends: 'trends' };
const WARM_UP = 100;
/** In tenths of a second. */
const DRAWN_WITHIN = 100;

export async function measurePictures(
  assessment: Assessment,
  { starts, alone }: { starts: number; alone: number },
  told: (what: string) => void,
): Promise<Pictured> {
  const library = createLibrary([volumeOf(assessment)]);
  told('drawing');
  const drawn: Record<string, { firstMs: number; kilobytes: number }> = {};
  for (const [command, picture] of Object.entries(PICTURES)) {
    const times: number[] = [];
    let kilobytes = 0;
    for (let i = 0; i < starts; i++) {
      const since = performance.now();
      const made = await createPictures(drawInProcess()).get(picture, 'dark', library.latest);
      times.push(performance.now() - since);
      if (!made) throw new Error(`the picture of /${command} was not drawn`);
      kilobytes = made.png.length / 1024;
    }
    drawn[command] = { firstMs: median(times), kilobytes };
  }
  const commands = declarations(library, { inOneServer: false });
  const { discord, program, end } = await connect('footnote', NODE_START.footnote, commands);
  try {
    told('coming to rest');
    await comeToRest([program]);
    told('asking');
    const figures: Pictured = {};
    for (const [command, one] of Object.entries(drawn)) {
      // It is drawn when it is asked for first.
      for (let tries = 0; (await discord.command(command)).files.length === 0; tries++) {
        if (tries === DRAWN_WITHIN) throw new Error(`/${command} came without its picture`);
        await sleep(100);
      }
      const times = await runAll(
        Array.from({ length: WARM_UP + alone }),
        1,
        async () => (await discord.command(command)).ms,
      );
      figures[`/${command}`] = { ...one, cached: spreadOf(times.slice(WARM_UP)) };
    }
    return figures;
  } finally {
    await end();
  }
}

export function picturesTables(pictured: Pictured): string[] {
  return [
    'Pictures (ms)',
    table([
      ['', 'first', 'kB', 'cached p50', 'p99'],
      ...Object.entries(pictured).map(([name, { firstMs, kilobytes, cached }]) => [
        name,
        firstMs.toFixed(0),
        kilobytes.toFixed(0),
        cached.p50.toFixed(2),
        cached.p99.toFixed(2),
      ]),
    ]),
  ];
}
