/** Draws nothing: one picture comes back, one cannot be drawn, and one is the end of the worker. */
import { parentPort, threadId } from 'node:worker_threads';

parentPort.on('message', ({ id, job }) => {
  if (job.picture === 'trends') throw new Error('the worker broke');
  const isDrawn = job.picture === 'scorecard';
  parentPort.postMessage(isDrawn ? { id, png: Uint8Array.of(id, threadId) } : { id, error: 'no ink' });
});
