/** The built program without a token: the local page. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { devNull } from 'node:os';
import { ROOT } from '../e2e/bot.js';

const PATIENCE = 20_000;

export interface Program {
  /** "http://127.0.0.1:34567" */
  url: string;
  /** What it printed so far. */
  readonly said: string;
  /** Comes when its log says so. */
  complained(text: string): Promise<void>;
  /** Sends it the signal, and waits for its end. @returns its exit code, and how long it took in milliseconds */
  end(signal?: NodeJS.Signals): Promise<{ code: number | null; ms: number }>;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the built program with nothing of the developer's, on a free port unless told. */
export async function start(env: Record<string, string> = {}): Promise<Program> {
  const child = spawn(process.execPath, ['dist/main.js'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', DOTENV_CONFIG_PATH: devNull, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let said = '';
  let complaints = '';
  child.stderr?.on('data', (chunk) => {
    complaints += chunk;
  });
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`no address within ${PATIENCE} ms: ${said}${complaints}`)),
      PATIENCE,
    );
    child.stdout?.on('data', (chunk) => {
      said += chunk;
      const [address] = /http:\/\/[^\s]+:\d+/.exec(said) ?? [];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
    child.on('exit', (code) => reject(new Error(`ended with ${code}: ${said}${complaints}`)));
  });
  return {
    url,
    get said() {
      return said;
    },
    async complained(text) {
      while (!complaints.includes(text)) await once(child.stderr as NodeJS.ReadableStream, 'data');
    },
    async end(signal = 'SIGTERM') {
      const since = performance.now();
      if (child.exitCode === null) {
        const ended = once(child, 'exit');
        child.kill(signal);
        await ended;
      }
      running.delete(child);
      return { code: child.exitCode, ms: performance.now() - since };
    },
  };
}
