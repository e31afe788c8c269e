/** The process that draws: started by `in-process.ts`, which sends it jobs. */
import { draw } from './draw.js';
import type { Answered, Asked } from './job.js';

// One after the other: drawing two at once would take as long, and the memory of both.
let last = Promise.resolve();
process.on('message', (asked: Asked) => {
  last = last.then(() => answer(asked));
});
// The program is gone.
process.on('disconnect', () => process.exit());

async function answer({ id, job }: Asked): Promise<void> {
  try {
    post({ id, png: await draw(job) });
  } catch (error) {
    post({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

function post(message: Answered): void {
  process.send?.(message);
}
