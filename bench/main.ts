/** `npm run bench [-- flags]`: how fast it is, beside what people would pick instead. Nothing here passes or fails. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadVolumes } from '../src/assessment/loading/load.js';
import type { Assessment } from '../src/assessment/schema.js';
import { goalsOf, goalsTable, type Results } from './goals.js';
import { GROWTH_FULL, GROWTH_QUICK, type GrowthEffort, growthTables, measureGrowth } from './growth.js';
import { httpTables, measureHttp } from './http.js';
import { machine, machineText } from './machine.js';
import { measurePictures, picturesTables } from './pictures.js';
import { measureSearch, searchTables } from './search.js';
import { besideSearchingTables, measureBesideSearching } from './searching-bot.js';
import { type Effort, FULL, measureWholeWay, QUICK, wholeWayTables } from './whole-way.js';

const PARTS = ['whole-way', 'searching-bot', 'http', 'search', 'growth', 'pictures'] as const;
type Part = (typeof PARTS)[number];

const USAGE = `Usage: npm run bench [-- flags]
  --only PARTS   some of ${PARTS.join(',')}
  --quick        fewer rounds, and no more than 10 assessments: to see whether it runs
  --sizes NS     how many assessments, as ${GROWTH_FULL.sizes.join(',')}
  --json         everything as JSON`;

const DATA = fileURLToPath(new URL('../data', import.meta.url));

class UsageError extends Error {}

/** @returns the exit code: 2 where the flags are wrong, however the figures turn out */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const { only, sizes, quick, json } = optionsOf(args);
    const [volume] = loadVolumes(DATA);
    if (!volume) throw new Error(`${DATA} has no assessment`);
    const assessment = volume.open();
    const here = machine();
    // What is read by programs stands alone on standard output.
    const told = (what: string) => process.stderr.write(`${what}\n`);
    const print = (what: string) => (json ? undefined : process.stdout.write(`${what}\n\n`));
    print(machineText(here));
    const results: Results = {};
    const growth = { ...(quick ? GROWTH_QUICK : GROWTH_FULL), ...(sizes ? { sizes } : {}) };
    const efforts = { effort: quick ? QUICK : FULL, growth };
    for (const part of only)
      for (const text of await measure(part, assessment, efforts, results, told)) print(text);
    const goals = goalsOf(results);
    print('Goals');
    print(goalsTable(goals));
    if (json) process.stdout.write(`${JSON.stringify({ machine: here, ...results, goals }, null, 2)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n${USAGE}\n`);
    return 2;
  }
}

/** Measures a part into the results. @returns its tables */
async function measure(
  part: Part,
  assessment: Assessment,
  { effort, growth }: { effort: Effort; growth: GrowthEffort },
  results: Results,
  report: (what: string) => void,
): Promise<string[]> {
  const told = (what: string) => report(`${part}: ${what}`);
  switch (part) {
    case 'whole-way':
      results['whole-way'] = await measureWholeWay(assessment, effort, told);
      return wholeWayTables(results['whole-way']);
    case 'searching-bot':
      results['searching-bot'] = await measureBesideSearching(assessment, effort, told);
      return besideSearchingTables(results['searching-bot']);
    case 'http':
      results.http = await measureHttp(assessment, effort, told);
      return httpTables(results.http);
    case 'search':
      results.search = await measureSearch(assessment, effort, told);
      return searchTables(results.search);
    case 'growth':
      results.growth = await measureGrowth(assessment, growth, told);
      return growthTables(results.growth);
    case 'pictures':
      results.pictures = await measurePictures(assessment, effort, told);
      return picturesTables(results.pictures);
  }
}

interface Flags {
  only: readonly Part[];
  /** Those of the full run, or of the quick one, where they are missing. */
  sizes: readonly number[] | undefined;
  quick: boolean;
  json: boolean;
}

function optionsOf(args: readonly string[]): Flags {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string' },
        sizes: { type: 'string' },
        quick: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const named = values.only?.split(',') ?? PARTS;
    const unknown = named.filter((name) => !(PARTS as readonly string[]).includes(name));
    if (unknown.length > 0) throw new UsageError(`There is no part "${unknown.join(', ')}".`);
    const sizes = values.sizes?.split(',').map(Number);
    if (sizes?.some((size) => !Number.isInteger(size) || size < 1))
      throw new UsageError(`Sizes are whole numbers from 1, not "${values.sizes}".`);
    const { quick, json } = values;
    return { only: PARTS.filter((part) => named.includes(part)), sizes, quick, json };
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS'))
      throw new UsageError((error as Error).message);
    throw error;
  }
}
