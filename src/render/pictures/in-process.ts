/**
 * Drawing in a process of its own, so that nobody waits for a picture that somebody else asked for, and the memory that it
 * takes is given back when it ends: what a thread took to draw, the process would keep.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../../root.js';
import type { Answered, Asked, Draw } from './job.js';

/** A drawing that takes longer, in milliseconds, will not come. */
const HANGS_AFTER = 30_000;

interface Worker {
  process: ChildProcess;
  /** Who waits for it, by the number of what they asked for. */
  waiting: Map<number, { resolve(png: Uint8Array): void; reject(reason: Error): void }>;
}

/**
 * The worker starts when a picture is asked for, and again after it died. It ends when nobody waits for it any more:
 * pictures are kept, so that there is seldom a next one. So it never keeps the program alive for longer than a picture
 * takes.
 * @param script another one than `worker.ts`, for tests
 * @param patience how long a drawing may take, in milliseconds
 */
export function drawInProcess(script = new URL('dist/draw.js', ROOT), patience = HANGS_AFTER): Draw {
  let worker: Worker | undefined;
  let lastId = 0;

  function start(): Worker {
    const child = fork(fileURLToPath(script), {
      serialization: 'advanced',
      // What it is started with is not its own: a memory limit, a debugger, a program given as text.
      execArgv: [],
      // Nothing secret is any business of it.
      env: {},
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const started: Worker = { process: child, waiting: new Map() };
    const { waiting } = started;
    child.on('message', (answered: Answered) => {
      const asker = waiting.get(answered.id);
      waiting.delete(answered.id);
      if ('png' in answered) asker?.resolve(answered.png);
      else asker?.reject(new Error(answered.error));
      if (waiting.size === 0) letGo(started);
    });
    const lost = (reason: Error) => {
      letGo(started);
      for (const { reject } of waiting.values()) reject(reason);
    };
    child.once('error', lost);
    child.once('exit', (code, signal) => lost(new Error(`the drawing process ended with ${code ?? signal}`)));
    return started;
  }

  function letGo(old: Worker): void {
    if (worker === old) worker = undefined;
    old.process.kill('SIGKILL');
  }

  return (job) =>
    new Promise((resolve, reject) => {
      worker ??= start();
      const here = worker;
      const asked: Asked = { id: ++lastId, job };
      const timer = setTimeout(() => letGo(here), patience).unref();
      const settled =
        <Value>(settle: (value: Value) => void) =>
        (value: Value) => {
          clearTimeout(timer);
          settle(value);
        };
      here.waiting.set(asked.id, { resolve: settled(resolve), reject: settled(reject) });
      // Where it is gone by now, its end says so.
      here.process.send(asked, () => {});
    });
}
