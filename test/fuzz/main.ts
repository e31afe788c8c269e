/** `npm run fuzz [-- RUNS] [-- --seed SEED]`: the property of `property.ts`, as often as is wished. */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { done, isAnsweredWell, problemsWith } from './property.js';

const USAGE = `Usage: npm run fuzz [-- RUNS] [-- --seed SEED]
  RUNS          how many interactions; FUZZ_RUNS, or 100,000, unless told
  --seed SEED   those of an earlier run again`;

const SHOWN = 4000;

/** @returns the exit code: 1 where something was not answered well, 2 where the arguments are wrong */
export function main(args: readonly string[]): number {
  const options = optionsOf(args);
  if (!options) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const { runs, seed } = options;
  process.stdout.write(`${figure(runs)} arbitrary interactions, seed ${seed}\n`);
  const started = performance.now();
  const result = fc.check(isAnsweredWell, { numRuns: runs, seed });
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(
    `${figure(result.numRuns)} runs, ${figure(done.interactions)} interactions with the presses that followed, ${figure(done.replies)} different replies, ${seconds.toFixed(0)} s\n`,
  );
  const { ms, interaction } = done.slowest;
  process.stdout.write(`The slowest answer took ${ms.toFixed(0)} ms: ${shown(interaction, 300)}\n`);
  if (!result.failed) {
    process.stdout.write('All were answered well.\n');
    return 0;
  }
  const [first] = result.counterexample ?? [];
  process.stdout.write(`\nNot answered well (seed ${seed}), in its smallest form:\n${shown(first, SHOWN)}\n`);
  if (first) process.stdout.write(`\n${problemsWith(first).join('\n').slice(0, SHOWN)}\n`);
  return 1;
}

function optionsOf(args: readonly string[]): { runs: number; seed: number } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { seed: { type: 'string' } },
    });
    const runs = Number(positionals[0] ?? process.env.FUZZ_RUNS ?? 100_000);
    const seed = Number(values.seed ?? Date.now() % 2 ** 31);
    if (positionals.length < 2 && Number.isInteger(runs) && runs > 0 && Number.isInteger(seed))
      return { runs, seed };
  } catch {
    // An option that there is not.
  }
  return undefined;
}

const figure = (count: number) => count.toLocaleString('en-GB');
const shown = (value: unknown, most: number) => String(JSON.stringify(value)).slice(0, most);
