/**
 * `node --expose-gc scripts/run.mjs bench/index-memory.ts NAME`: the memory that an index takes, in megabytes: what is left on
 * the heap, and in buffers beside it, once it is built and has answered a question. Footnote's has its lexicon and its vectors
 * with it, since it does not find without them.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createCorpus, ENGINES } from '../eval/baselines.js';
import { loadVolumes } from '../src/assessment/loading/load.js';
import { answerQuestion } from '../src/assistant/answer-question.js';
import { createLibrary } from '../src/library.js';
import { ROOT } from '../src/root.js';

type Search = (question: string) => unknown;

const volumes = loadVolumes(fileURLToPath(new URL('data', ROOT)));

/** What a search is made of; only making it is measured. */
function makerOf(name: string): () => Search {
  if (name.startsWith('Footnote')) {
    return () => {
      const { latest } = createLibrary(volumes);
      return name.endsWith('answers')
        ? (question) => answerQuestion(question, latest)
        : (question) => latest.retrieve(question);
    };
  }
  const engine = ENGINES.find((one) => one.name === name);
  if (!engine) throw new Error(`there is no ${name}`);
  const { entries } = createCorpus(createLibrary(volumes).latest);
  return () => engine.build(entries);
}

async function held(): Promise<number> {
  for (let i = 0; i < 3; i++) {
    await new Promise((resolve) => setImmediate(resolve));
    globalThis.gc?.();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

export async function main([name = '']: readonly string[]): Promise<number> {
  const questions = JSON.parse(readFileSync(new URL('test/eval/questions.json', ROOT), 'utf8')) as {
    q: string;
  }[];
  const [first = '', second = ''] = questions.map(({ q }) => q);
  const make = makerOf(name);
  const before = await held();
  const search = make();
  search(first);
  const after = await held();
  // It is still there to be asked.
  search(second);
  process.stdout.write(`${(after - before) / 2 ** 20}\n`);
  return 0;
}
