/**
 * `node --expose-gc bench/index-memory.mjs NAME`: the memory that an index takes, in megabytes: what is left on the heap,
 * and in buffers beside it, once it is built and has answered a question. Footnote's has with it its code as built, its
 * lexicon and its vectors, since it does not find without them; a search library's code is not counted.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { loadAssessments } from '../dist/assessment/loading/load.js';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const [assessment] = loadAssessments(path('../data'));
const questions = JSON.parse(readFileSync(path('../test/eval/questions.json'), 'utf8')).map(({ q }) => q);

/** What a search is made of; only making it is measured. */
const MAKERS = {
  async 'Footnote, statements'() {
    const { createLibrary } = await import('../dist/library.js');
    const { latest } = createLibrary([assessment]);
    return (question) => latest.retrieve(question);
  },
  async 'Footnote, answers'() {
    const { createLibrary } = await import('../dist/library.js');
    const { answerQuestion } = await import('../dist/assistant/answer-question.js');
    const { latest } = createLibrary([assessment]);
    return (question) => answerQuestion(question, latest);
  },
};

async function engine(name) {
  const { module } = await runnerImport(path('../eval/baselines.ts'), {
    configFile: false,
    logLevel: 'error',
  });
  const { createLibrary } = await import('../dist/library.js');
  const { entries } = module.createCorpus(createLibrary([assessment]).latest);
  const { build } = module.ENGINES.find((one) => one.name === name);
  return async () => build(entries);
}

async function held() {
  for (let i = 0; i < 3; i++) {
    await new Promise(setImmediate);
    globalThis.gc();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const [, , name] = process.argv;
const make = MAKERS[name] ?? (await engine(name));
const before = await held();
const search = await make();
search(questions[0]);
const after = await held();
// It is still there to be asked.
search(questions[1]);
process.stdout.write(`${(after - before) / 2 ** 20}\n`);
