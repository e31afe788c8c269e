/** How long something takes, in milliseconds. */

export interface Times {
  mean: number;
  p50: number;
  p99: number;
}

const WARM_UP = 3;
const ROUNDS = 5;
const LONG = 2_000;
const BUILDS = 5;

/**
 * `run` on every item, several rounds of it, the first of which are there to warm up, as a bot that has run for minutes is;
 * where the first takes long, it is the only one, and counts.
 */
export function timeEach<T, R>(items: readonly T[], run: (item: T) => R): { results: R[]; times: Times } {
  const results: R[] = [];
  const first = items.map((item) => timeOf(() => results.push(run(item))));
  const isLong = first.reduce((sum, time) => sum + time, 0) > LONG;
  const times = isLong ? first : [];
  for (let round = 1; round < WARM_UP && !isLong; round++) items.forEach(run);
  for (let round = 0; round < ROUNDS && !isLong; round++) {
    for (const item of items) times.push(timeOf(() => run(item)));
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(Math.ceil(times.length * part), times.length) - 1] ?? 0;
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  return { results, times: { mean, p50: at(0.5), p99: at(0.99) } };
}

/** The median of several runs. */
export function timeBuild(run: () => unknown): number {
  const times = Array.from({ length: BUILDS }, () => timeOf(run)).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? 0;
}

function timeOf(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}
