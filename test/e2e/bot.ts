/** The built program, without what `npm start` has in node.env: a process of its own, against the double, with nothing of the developer's. */

import { type ChildProcess, spawn } from 'node:child_process';
import { devNull } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { JsonObject } from '../../src/adapters/playground/discord/json.js';
import type { DiscordDouble } from '../discord-double/double.js';
import { INDEX_DIR } from './index-saved.js';

export const APPLICATION = '1100000000000000001';
/** Of the form of a real one: the id of the bot, a time and a signature. */
export const TOKEN = [Buffer.from(APPLICATION).toString('base64'), 'GxQ7pz', 'e2e_'.padEnd(38, 'aZ9-')].join(
  '.',
);

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** Long enough for a busy machine: nothing should ever wait so long. */
const PATIENCE = 20_000;
/** How long a process that was told to end may take before it is killed. */
const GRACE = 10_000;

/** No process outlives the tests, however they end. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export interface LogLine extends JsonObject {
  level: string;
  msg: string;
}

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

type Env = Record<string, string>;

export class Bot {
  /** What the log said so far. */
  readonly lines: LogLine[] = [];
  /** What was written that is no line of the log: sentences for the operator. */
  readonly sentences: string[] = [];
  stdout = '';
  stderr = '';
  readonly exited: Promise<Exit>;
  readonly #child: ChildProcess;
  readonly #watchers = new Set<() => void>();
  #exit: Exit | null = null;

  private constructor(env: Env, cwd: string) {
    // Nothing is inherited but the path, and the .env that a developer has in the root is not read.
    const own = {
      PATH: process.env.PATH ?? '',
      INDEX_DIR,
      ...(cwd === ROOT ? { DOTENV_CONFIG_PATH: devNull } : {}),
    };
    const child = spawn(process.execPath, [MAIN], {
      cwd,
      env: { ...own, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    running.add(child);
    child.stdout?.on('data', (data) => {
      this.stdout += String(data);
    });
    child.stderr?.on('data', (data) => {
      this.stderr += String(data);
    });
    if (child.stderr) createInterface({ input: child.stderr }).on('line', (line) => this.#read(line));
    this.exited = new Promise((resolve) => {
      // Not "exit": by "close" everything that it wrote has been read.
      child.once('close', (code, signal) => {
        running.delete(child);
        this.#exit = { code, signal };
        for (const look of [...this.#watchers]) look();
        resolve(this.#exit);
      });
    });
  }

  /** Starts it without waiting for anything. */
  static spawn(env: Env, cwd = ROOT): Bot {
    return new Bot(env, cwd);
  }

  /** Starts it against `double`, and waits until it is connected and its commands are registered. */
  static async start(double: DiscordDouble, env: Env = {}, cwd = ROOT): Promise<Bot> {
    const bot = new Bot({ DISCORD_TOKEN: double.token, DISCORD_API_URL: double.apiUrl, ...env }, cwd);
    await bot.logged((line) => 'server' in line);
    return bot;
  }

  /** The first line of the log that is so, among those after the first `from` or still to come. */
  logged(isSo: (line: LogLine) => boolean, from = 0): Promise<LogLine> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        clearTimeout(timer);
        this.#watchers.delete(look);
        act();
      };
      const fail = (why: string) => settle(() => reject(new Error(`${why}; it wrote:\n${this.stderr}`)));
      const look = () => {
        const line = this.lines.slice(from).find(isSo);
        if (line) settle(() => resolve(line));
        else if (this.#exit) fail(`the bot ended with ${this.#exit.code ?? this.#exit.signal}`);
      };
      const timer = setTimeout(() => fail(`no such line in ${PATIENCE} ms`), PATIENCE);
      this.#watchers.add(look);
      look();
    });
  }

  /** Sends a signal and gives how it ended, and how many milliseconds later: with SIGKILL where it would not. */
  async end(signal: NodeJS.Signals): Promise<Exit & { took: number }> {
    const since = performance.now();
    this.#child.kill(signal);
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), GRACE);
    const exit = await this.exited;
    clearTimeout(timer);
    return { ...exit, took: performance.now() - since };
  }

  /** Sends a signal that does not end it. */
  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Ends it for good; where it is gone already, nothing. */
  async kill(): Promise<void> {
    if (!this.#exit) await this.end('SIGKILL');
  }

  #read(line: string): void {
    if (line.startsWith('{')) this.lines.push(JSON.parse(line) as LogLine);
    else this.sentences.push(line);
    for (const look of [...this.#watchers]) look();
  }
}

/** The secrets that `bot` let out: the token, or the token of an interaction. There must be none. */
export function leaks(bot: Bot, double?: DiscordDouble): string[] {
  const signature = (token: string) => token.split('.').at(-1) ?? token;
  const paths = double?.requests.map(({ path }) => path.split('/')) ?? [];
  const interactions = paths.flatMap(([, kind, , token]) =>
    kind === 'interactions' && token ? [token] : [],
  );
  const written = bot.stdout + bot.stderr;
  return [signature(TOKEN), ...interactions].filter((secret) => written.includes(secret));
}
