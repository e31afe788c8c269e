/** The thread that draws: started by `in-worker.ts`, which posts it jobs. */
import { parentPort } from 'node:worker_threads';
import { draw } from './draw.js';
import type { Answered, Asked } from './job.js';

// One after the other: drawing two at once would take as long, and the memory of both.
let last = Promise.resolve();
parentPort?.on('message', (asked: Asked) => {
  last = last.then(() => answer(asked));
});

async function answer({ id, job }: Asked): Promise<void> {
  try {
    const png = await draw(job);
    post({ id, png }, [png.buffer as ArrayBuffer]);
  } catch (error) {
    post({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

function post(message: Answered, handedOver: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, handedOver);
}
