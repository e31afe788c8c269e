/** A program at the local Discord: registered already, started, asked. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../src/adapters/playground/discord/json.js';
import { DiscordDouble } from '../test/discord-double/double.js';
import type { Asked } from './asked.js';
import { runAll, type Side } from './figures.js';
import { type Running, start } from './processes.js';

const TOKEN = 'MTAw.bench.token';
const APPLICATION = '100000000000000001';

/** A program and the Discord that it is connected to. */
export interface Connected {
  discord: DiscordDouble;
  program: Running;
  /** From the start of the process to its first answer, in milliseconds. */
  startMs: number;
  end(): Promise<void>;
}

/** The program ended before its first answer, or did not come to it in time; the message says what it wrote. */
export class NotStarted extends Error {}

/** Long enough for what takes far too long: a figure like every other, so long as it comes to an end. */
const STARTS_WITHIN = 300_000;
const ANSWERS_WITHIN = 60_000;

/**
 * Starts a program at a Discord of its own, where its commands are registered: registering is no part of a start that is
 * measured.
 * @param first what is asked first; where it is missing, nothing
 * @throws NotStarted
 */
export async function connect(
  side: Side,
  command: readonly string[],
  commands: readonly object[],
  { first, env = {} }: { first?: Asked; env?: Record<string, string> } = {},
): Promise<Connected> {
  const discord = await DiscordDouble.start({
    token: TOKEN,
    applicationId: APPLICATION,
    commands: JSON.parse(JSON.stringify(commands)) as JsonObject[],
    answerWithin: ANSWERS_WITHIN,
    checks: false,
  });
  const since = performance.now();
  const program = start(side, command, { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl, ...env });
  const end = async () => {
    await program.end();
    await discord.close();
  };
  try {
    await program.whileItRuns(discord.ready(STARTS_WITHIN));
    if (first) await program.whileItRuns(ask(discord, first));
    return { discord, program, startMs: performance.now() - since, end };
  } catch (error) {
    await end();
    throw new NotStarted((error as Error).message);
  }
}

const IS_SAVED = 'the index is saved';
/** In milliseconds: for all, and for each assessment. */
const SAVED_WITHIN = [10_000, 250] as const;

/** Waits until a program has saved its index of so many assessments, and ends it. @returns whether it has */
export async function savesIndex({ program, end }: Connected, count: number): Promise<boolean> {
  const [least, each] = SAVED_WITHIN;
  try {
    return (await program.says(IS_SAVED, least + each * count)) !== undefined;
  } finally {
    await end();
  }
}

/** A folder that is gone when the bench has ended, however it does. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** @returns the round trip in milliseconds: from the interaction to its callback */
export async function ask(discord: DiscordDouble, { name, options, focused }: Asked): Promise<number> {
  return focused ? discord.completion(name, options, focused) : (await discord.command(name, options)).ms;
}

/** Asks so many at a time. @returns the round trips in milliseconds */
export const askAll = (discord: DiscordDouble, all: readonly Asked[], atOnce: number): Promise<number[]> =>
  runAll(all, atOnce, (asked) => ask(discord, asked));
