/** Draws nothing: one picture comes back, one cannot be drawn, one is the end of the worker; in the dark, none comes. */
import { parentPort, threadId } from 'node:worker_threads';

parentPort.on('message', ({ id, job }) => {
  if (job.picture === 'trends') throw new Error('the worker broke');
  if (job.theme === 'dark') return;
  const isDrawn = job.picture === 'scorecard';
  parentPort.postMessage(isDrawn ? { id, png: Uint8Array.of(id, threadId) } : { id, error: 'no ink' });
});
