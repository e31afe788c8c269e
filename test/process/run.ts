/** The program as a person starts it: a process of its own, in an empty folder, with nothing of the developer's. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
export const DATA = fileURLToPath(new URL('../../data', import.meta.url));

/** There is no .env here, and nothing else. */
const cwd = mkdtempSync(join(tmpdir(), 'footnote-run-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Options {
  /** The whole of its standard input. */
  input?: string | Uint8Array;
  env?: Record<string, string>;
  /** Whoever reads its output has seen enough with the first piece of it, as `head` has. */
  readerLeaves?: boolean;
}

/** Runs it to its end. */
export function run(
  args: readonly string[],
  { input = '', env = {}, readerLeaves = false }: Options = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      cwd,
      env: { PATH: process.env.PATH ?? '', DATA_DIR: DATA, ...env },
      timeout: 20_000,
    });
    const written = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        written[stream] += text;
        if (readerLeaves && stream === 'stdout') child.stdout.destroy();
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...written }));
    // It may end before it has read everything.
    child.stdin.on('error', () => {}).end(input);
  });
}
