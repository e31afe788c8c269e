/** Draws nothing: one picture comes back, one cannot be drawn, one is the end of the worker; in the dark, none comes. */
process.on('message', ({ id, job }) => {
  if (job.picture === 'trends') process.exit(3);
  if (job.theme === 'dark') return;
  const isDrawn = job.picture === 'scorecard';
  process.send(isDrawn ? { id, png: Buffer.from(`${id} ${process.pid}`) } : { id, error: 'no ink' });
});
