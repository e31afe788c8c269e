/** Drawing in a thread of its own, so that nobody waits for a picture that somebody else asked for. */
import { Worker } from 'node:worker_threads';
import type { Answered, Asked, Draw } from './job.js';

/** A drawing that takes longer, in milliseconds, will not come. */
const HANGS_AFTER = 30_000;

interface Thread {
  worker: Worker;
  /** Who waits for it, by the number of what they asked for. */
  waiting: Map<number, { resolve(png: Uint8Array): void; reject(reason: Error): void }>;
}

/**
 * The worker starts when a picture is asked for, and again after it died. It ends when nobody waits for it any more:
 * pictures are kept, so that there is seldom a next one, and the memory that it takes to draw is much. So it never keeps
 * the process alive for longer than a picture takes.
 * @param script another one than `worker.ts`, for tests
 * @param patience how long a drawing may take, in milliseconds
 */
export function drawInWorker(script = new URL('./worker.js', import.meta.url), patience = HANGS_AFTER): Draw {
  let thread: Thread | undefined;
  let lastId = 0;

  function start(): Thread {
    const started: Thread = { worker: new Worker(script), waiting: new Map() };
    const { worker, waiting } = started;
    const letGo = () => {
      if (thread === started) thread = undefined;
    };
    let reason = new Error('the drawing worker ended');
    worker.on('message', (answered: Answered) => {
      const asker = waiting.get(answered.id);
      waiting.delete(answered.id);
      if ('png' in answered) asker?.resolve(answered.png);
      else asker?.reject(new Error(answered.error));
      if (waiting.size > 0) return;
      letGo();
      void worker.terminate();
    });
    worker.on('error', (error: Error) => {
      reason = error;
    });
    // Comes after an error too.
    worker.on('exit', () => {
      letGo();
      for (const { reject } of waiting.values()) reject(reason);
    });
    return started;
  }

  return (job) =>
    new Promise((resolve, reject) => {
      thread ??= start();
      const { worker, waiting } = thread;
      const asked: Asked = { id: ++lastId, job };
      const timer = setTimeout(() => void worker.terminate(), patience).unref();
      const settled =
        <Value>(settle: (value: Value) => void) =>
        (value: Value) => {
          clearTimeout(timer);
          settle(value);
        };
      waiting.set(asked.id, { resolve: settled(resolve), reject: settled(reject) });
      worker.postMessage(asked);
    });
}
