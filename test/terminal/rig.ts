/** A terminal without a terminal: what is typed goes in as text, what is shown is kept. */
import { PassThrough } from 'node:stream';
import { answerOnce, prompt, type Terminal } from '../../src/adapters/terminal/terminal.js';
import { createDispatch } from '../../src/dispatch.js';
import { createLog } from '../../src/log.js';
import { library } from '../library.js';

export const dispatch = createDispatch(library, createLog({ level: 'silent' }), '0.0.0');

interface Options {
  isTTY?: boolean;
  columns?: number;
  env?: Record<string, string>;
}

/** `shown` gives what was written so far. */
export function rig({ isTTY = false, columns, env = {} }: Options = {}): Terminal & { shown: () => string } {
  const input = Object.assign(new PassThrough(), { isTTY });
  const output = Object.assign(new PassThrough(), { isTTY, ...(columns && { columns }) });
  let shown = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
  });
  return { dispatch, library, input, output, env, shown: () => shown };
}

export interface Once {
  code: number;
  shown: string;
}

/** What one line gives. */
export function once(line: string, options?: Options): Once {
  const terminal = rig(options);
  const code = answerOnce(line, terminal);
  return { code, shown: terminal.shown() };
}

/** What the prompt shows while `keys` are typed, each when the one before it has had its effect. */
export async function typed(keys: readonly string[], options: Options = { isTTY: true }): Promise<string> {
  const terminal = rig(options);
  const ended = prompt(terminal);
  for (const key of keys) {
    terminal.input.push(key);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  terminal.input.push(null);
  await ended;
  return terminal.shown();
}
