/** `npm run eval [-- FILE] [-- flags]`: how well the questions of a file are answered. Nothing here passes or fails. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DataError, loadVolumes } from '../src/assessment/loading/load.js';
import { evaluate } from './evaluation.js';
import { HALVES, type Half, type Question, QuestionsError, readQuestions } from './questions.js';
import { jsonOf, reportOf } from './report.js';

const USAGE = `Usage: npm run eval [-- FILE] [-- --half tune|check] [--misses] [--alone] [--json]
  FILE           the questions; test/eval/questions.json unless told
  --half HALF    only the questions of one half
  --misses       what went wrong; of the check half numbers only, unless --half check asks for it alone
  --alone        without the search libraries, which take most of the time
  --json         the figures as JSON`;

const QUESTIONS = fileURLToPath(new URL('../test/eval/questions.json', import.meta.url));
const DATA = fileURLToPath(new URL('../data', import.meta.url));
/** What the questions are about. */
const ASSESSMENT = 'chn-2023';

class UsageError extends Error {}

/** @returns the exit code: 1 where the arguments, the questions or the data are wrong, however the figures turn out */
export function main(args: readonly string[]): number {
  try {
    const { file, half, misses, alone, json } = optionsOf(args);
    const questions = inHalf(readQuestions(file), half, file);
    const assessment = loadVolumes(DATA)
      .find(({ card }) => card.id === ASSESSMENT)
      ?.open();
    if (!assessment) throw new Error(`${DATA} has no ${ASSESSMENT}`);
    const evaluation = evaluate(questions, assessment, { alone });
    const options = { misses, showCheck: half === 'check' };
    const report = json
      ? JSON.stringify(jsonOf(evaluation, options), null, 2)
      : reportOf(evaluation, options);
    process.stdout.write(`${report}\n`);
    return 0;
  } catch (error) {
    if (error instanceof QuestionsError || error instanceof DataError)
      process.stderr.write(`${error.message}\n`);
    else if (error instanceof UsageError) process.stderr.write(`${error.message}\n${USAGE}\n`);
    else throw error;
    return 1;
  }
}

function optionsOf(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        half: { type: 'string' },
        misses: { type: 'boolean', default: false },
        alone: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [file = relative('', QUESTIONS), ...more] = positionals;
    if (more.length > 0) throw new UsageError(`One file at a time, not also ${more.join(', ')}.`);
    const half = HALVES.find((name) => name === values.half);
    if (values.half && !half) throw new UsageError(`There is no half "${values.half}".`);
    const { misses, alone, json } = values;
    return { file, half, misses, alone, json };
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) {
      throw new UsageError((error as Error).message);
    }
    throw error;
  }
}

function inHalf(questions: Question[], half: Half | undefined, file: string): Question[] {
  if (!half) return questions;
  const some = questions.filter(({ split }) => split === half);
  if (some.length === 0) throw new UsageError(`${file} has no ${half} half.`);
  return some;
}
