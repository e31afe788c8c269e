/** The programs that are measured, each in a process of its own, with nothing of the developer's. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createConnection, createServer } from 'node:net';
import { devNull } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Side } from './figures.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BARE = fileURLToPath(new URL('bare/', import.meta.url));

/** As each is started: `npm start` in its folder, and what that comes to on a built tree. */
const DIRECTORY: Record<Side, string> = { bare: BARE, footnote: ROOT };
export const NPM_START = ['npm', 'start', '--silent'];
export const NODE_START: Record<Side, string[]> = {
  bare: [process.execPath, 'bot.mjs'],
  footnote: [process.execPath, ...nodeArguments()],
};

export const BARE_SERVER = [process.execPath, 'server.mjs'];
/** `LIBRARY` says what it searches with, and `RECORDS` in which file its records are. */
export const SEARCHING_BOT = [process.execPath, 'searching.mjs'];

/** The arguments of Node in the last step of `npm start`. */
function nodeArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' && ').at(-1)?.split(' ').slice(1) ?? [];
}

/** No process outlives the bench, however it ends. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) kill(child, 'SIGKILL');
});

export interface Running {
  pid: number;
  /** Waits until `words` stand on its standard error. @returns what stands there; nothing where they do not come in time */
  says(words: string, withinMs: number): Promise<string | undefined>;
  /** What `promise` comes to, unless the process ends before that. @throws with what it wrote, where it does */
  whileItRuns<T>(promise: Promise<T>): Promise<T>;
  end(): Promise<void>;
}

/** As much of what a process wrote as is kept. */
const KEPT = 10_000;
/** How long a process that was told to end may take, in milliseconds. */
const ENDS_WITHIN = 10_000;

/** Starts `command` in the folder of a side; of the environment it has the path, and `env`. */
export function start(side: Side, command: readonly string[], env: Record<string, string>): Running {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: DIRECTORY[side],
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', DOTENV_CONFIG_PATH: devNull, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    // npm starts others: all of them end together.
    detached: true,
  });
  running.add(child);
  let said = '';
  const listening = new Set<() => void>();
  child.stderr?.on('data', (data) => {
    said = (said + String(data)).slice(-KEPT);
    for (const listen of listening) listen();
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      running.delete(child);
      resolve();
    });
  });
  const failed = ended.then(() => {
    throw new Error(`${command.join(' ')} ended; it wrote:\n${said}`);
  });
  // It ends in the end, and then nobody waits any more.
  failed.catch(() => {});
  const whileItRuns = <T>(promise: Promise<T>) => Promise.race([promise, failed]);
  return {
    pid: child.pid as number,
    whileItRuns,
    says(words, withinMs) {
      const heard = new Promise<string | undefined>((resolve) => {
        const settle = (what?: string) => {
          clearTimeout(timer);
          listening.delete(listen);
          resolve(what);
        };
        const listen = () => {
          if (said.includes(words)) settle(said);
        };
        const timer = setTimeout(settle, withinMs);
        listening.add(listen);
        listen();
      });
      return whileItRuns(heard);
    },
    async end() {
      kill(child, 'SIGTERM');
      const timer = setTimeout(() => kill(child, 'SIGKILL'), ENDS_WITHIN);
      await ended;
      clearTimeout(timer);
    },
  };
}

const LISTENS_WITHIN = 60_000;

/** Starts a server on a free port of this machine. @returns once it listens */
export async function startServer(
  side: Side,
  command: readonly string[],
  env: Record<string, string>,
): Promise<{ program: Running; origin: string }> {
  const port = await freePort();
  const program = start(side, command, { ...env, PORT: String(port) });
  try {
    await program.whileItRuns(listening(port));
    return { program, origin: `http://127.0.0.1:${port}` };
  } catch (error) {
    await program.end();
    throw error;
  }
}

/** Beforehand: where there is no token, Footnote logs no more than what goes wrong, and so not its port. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function listening(port: number): Promise<void> {
  for (const until = performance.now() + LISTENS_WITHIN; ; await sleep(50)) {
    const socket = createConnection(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
    } finally {
      socket.destroy();
    }
  }
}

function kill({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-(pid as number), signal);
  } catch {
    // It is gone.
  }
}

/** The memory that a process holds now, in megabytes (RSS, from Linux's /proc). */
export function memoryOf({ pid }: Running): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** The processor time that a process has used so far, in milliseconds. */
export function busyOf({ pid }: Running): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  // In hundredths of a second, user and system.
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const LOOKED_AT_EVERY = 1000;
/** Of that, what a process at rest may use. */
const RESTS_BELOW = 20;
/** How often in a row. */
const RESTS_FOR = 5;

/**
 * Waits until nothing of the start is going on any more in any of the processes: pictures are drawn after it, and
 * collected memory is given back. @returns whether they came to rest in time
 */
export async function comeToRest(all: readonly Running[], withinMs = 60_000): Promise<boolean> {
  let quiet = 0;
  const until = performance.now() + withinMs;
  while (quiet < RESTS_FOR && performance.now() < until) {
    const before = all.map(busyOf);
    await sleep(LOOKED_AT_EVERY);
    quiet = all.every((one, i) => busyOf(one) - Number(before[i]) <= RESTS_BELOW) ? quiet + 1 : 0;
  }
  return quiet >= RESTS_FOR;
}
