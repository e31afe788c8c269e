/** What times come to. */

/** In milliseconds, unless told otherwise. */
export interface Spread {
  p50: number;
  p99: number;
}

/** The smallest value that at least this part of the values (from 0 to 1) does not exceed; NaN of none. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(Math.ceil(sorted.length * part), 1) - 1] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const spreadOf = (values: readonly number[]): Spread => ({
  p50: median(values),
  p99: percentile(values, 0.99),
});

export type Side = 'bare' | 'footnote';
export const SIDES = ['bare', 'footnote'] as const;

/** Two sides that were measured in turn, round by round. */
export interface Compared {
  bare: number;
  footnote: number;
  /** Footnote's by the bare one's: the median of the rounds. */
  ratio: number;
}

/** The median of each side, and of the ratios within the rounds: what the machine did to one side it did to both. */
export function compare(rounds: readonly Record<Side, number>[]): Compared {
  return {
    bare: median(rounds.map(({ bare }) => bare)),
    footnote: median(rounds.map(({ footnote }) => footnote)),
    ratio: median(rounds.map(({ bare, footnote }) => footnote / bare)),
  };
}

/** The same of one figure among several. */
export const compareBy = <Key extends string>(
  rounds: readonly Record<Side, Readonly<Record<Key, number>>>[],
  key: Key,
): Compared => compare(rounds.map(({ bare, footnote }) => ({ bare: bare[key], footnote: footnote[key] })));

/** Measures each side once a round, in turn: each round begins with another one. */
export async function inRounds<Name extends string, Figures>(
  sides: readonly Name[],
  rounds: number,
  measure: (side: Name, round: number) => Promise<Figures> | Figures,
): Promise<Record<Name, Figures>[]> {
  const { only } = await inRoundsEach(['only'], sides, rounds, (_, side, round) => measure(side, round));
  return only;
}

/** The same of several things, each of them once in every round: no one of them has all of a bad minute. */
export async function inRoundsEach<Thing extends string, Name extends string, Figures>(
  things: readonly Thing[],
  sides: readonly Name[],
  rounds: number,
  measure: (thing: Thing, side: Name, round: number) => Promise<Figures> | Figures,
): Promise<Record<Thing, Record<Name, Figures>[]>> {
  const all = Object.fromEntries(things.map((thing) => [thing, []])) as unknown as Record<
    Thing,
    Record<Name, Figures>[]
  >;
  for (let round = 0; round < rounds; round++) {
    for (const thing of things) {
      const own = {} as Record<Name, Figures>;
      const first = (round + 1) % sides.length;
      for (const side of [...sides.slice(first), ...sides.slice(0, first)])
        own[side] = await measure(thing, side, round);
      all[thing].push(own);
    }
  }
  return all;
}

/** Runs through all items, so many at once. @returns what `run` gives of each, in the order in which they were done */
export async function runAll<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) results.push(await run(item));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
