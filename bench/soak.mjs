/**
 * `npm run soak [-- COUNT]`: many interactions in one process, on the program as built, and the memory that is left after
 * each 20,000. Ends in 1 where it has grown by more than a tenth since the first 20,000: something is kept that should not be.
 */
import { readFileSync } from 'node:fs';
import { createHistogram } from 'node:perf_hooks';
import { setImmediate as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { loadAssessments } from '../dist/assessment/loading/load.js';
import { commands, optionsOf, slashCommands } from '../dist/commands/registry.js';
import { createDispatch } from '../dist/dispatch.js';
import { interactionOf, pressOf } from '../dist/interactions.js';
import { createLibrary } from '../dist/library.js';
import { createLog } from '../dist/log.js';
import { drawInWorker } from '../dist/render/pictures/in-worker.js';
import { createPictures } from '../dist/render/pictures/pictures.js';

const STEP = 20_000;
const MOST = 1.1;
const USAGE = `Usage: npm run soak [-- COUNT], with COUNT a multiple of ${STEP}, twice that at least`;

const count = Number(process.argv[2] ?? 200_000);
if (!globalThis.gc || count % STEP !== 0 || count < 2 * STEP) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const library = createLibrary(loadAssessments(path('data')));
// The log is written as ever, and goes nowhere. An answer that went wrong ends the soak: it would say nothing of memory.
const log = createLog({
  level: 'info',
  write(line) {
    if (line.includes('"level":"error"')) throw new Error(line);
  },
});
const pictures = createPictures(drawInWorker(), log);
// As in production: drawn once, before anybody asks.
await pictures.drawAll(library.latest);
const dispatch = createDispatch(library, log, 'soak', { pictures });

const { assessment } = library.latest;
const questions = JSON.parse(readFileSync(path('test/eval/questions.json'), 'utf8')).map(({ q }) => q);
const vocabulary = readFileSync(path('data/vectors/words.txt'), 'utf8').split('\n');
const symbols = assessment.votes.map((vote) => vote.resolution);
const labels = assessment.indicators.flatMap(({ label, aliases }) => [label, ...aliases]);

// The same numbers each time: two soaks are alike.
let state = 1;
const below = (most) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * most);
};
const oneOf = (values) => values[below(values.length)];

/** Never the same twice: words that nobody has used yet would be kept, if anything were. */
let asked = 0;
const question = () => `${oneOf(questions)} ${oneOf(vocabulary)} ${oneOf(vocabulary)}${++asked}`;
const begun = (text) => text.slice(0, 1 + below(text.length));

/** What each option is given, most of the time rightly. */
const VALUES = {
  question,
  query: () => `${oneOf(labels)} ${oneOf(vocabulary)}`,
  message: () => `${question()}\n${question()} ${oneOf(symbols)}`,
  footnote: () => oneOf([String(1 + below(48)), 'all', `${1 + below(20)}-${21 + below(20)}`, oneOf(labels)]),
  resolution: () => (below(4) ? oneOf(symbols) : `A/RES/${below(99)}/${below(999)}`),
  name: () => (below(4) ? oneOf(labels) : question().slice(0, 90)),
  topic: () => oneOf(library.latest.topics).name,
};

function call() {
  // Questions are what most people come for.
  const command = below(3) ? oneOf(commands) : oneOf(commands.slice(0, 1));
  const options = {};
  for (const option of optionsOf(command, library)) {
    if (!option.required && command.on !== 'message' && below(3)) continue;
    const choices = option.choices?.(library.latest).map(({ value }) => value);
    options[option.name] = choices
      ? oneOf(choices)
      : (VALUES[option.name] ?? (() => oneOf(['true', 'false'])))();
  }
  return { command: command.name, options };
}

const completed = slashCommands.flatMap(({ name, options }) =>
  options
    .filter(({ autocomplete }) => autocomplete)
    .map((option) => ({ command: name, option: option.name })),
);
function completion() {
  const { command, option } = oneOf(completed);
  return interactionOf({ command, options: { [option]: begun(VALUES[option]()) } }, option);
}

/** What the buttons and choices under a reply say. */
const controlsIn = (parts = []) =>
  parts.flatMap(({ custom_id, disabled, options, components }) => [
    ...(custom_id && !disabled && !options ? [custom_id] : []),
    ...(options ?? []).map(({ value }) => value),
    ...controlsIn(components),
  ]);

/** What comes next: half of the time, something under the last reply is pressed. */
function next(last) {
  const controls = controlsIn(last?.response.data?.components);
  if (controls.length > 0 && below(2)) return pressOf(oneOf(controls), last.response.data.flags);
  return below(5) ? interactionOf(call()) : completion();
}

async function heapAfterCollection() {
  // What waits to be finished with holds on to memory.
  await pause();
  globalThis.gc();
  await pause();
  globalThis.gc();
  return process.memoryUsage();
}

const megabytes = (bytes) => (bytes / 2 ** 20).toFixed(1).padStart(8);
const micros = createHistogram();
const heaps = [];
let last;
let busy = 0;
process.stdout.write('interactions  heap MB  buffers MB  process MB\n');
for (let done = 1; done <= count; done++) {
  const interaction = next(last);
  const started = performance.now();
  last = dispatch(interaction);
  const ms = performance.now() - started;
  busy += ms;
  micros.record(Math.max(1, Math.round(ms * 1000)));
  // Others would get their turn here.
  if (done % 100 === 0) await pause();
  if (done % STEP === 0) {
    const { heapUsed, arrayBuffers, rss } = await heapAfterCollection();
    heaps.push(heapUsed);
    process.stdout.write(
      `${String(done).padStart(12)} ${megabytes(heapUsed)} ${megabytes(arrayBuffers)}    ${megabytes(rss)}\n`,
    );
  }
}

const ratio = heaps.at(-1) / heaps[0];
const time = (percentile) => `${(micros.percentile(percentile) / 1000).toFixed(2)} ms`;
process.stdout.write(
  `${Math.round((count / busy) * 1000)} interactions a second, p50 ${time(50)}, p99 ${time(99)}, slowest ${(micros.max / 1000).toFixed(0)} ms
Heap at the end against that after the first ${STEP}: ${ratio.toFixed(3)} (at most ${MOST})\n`,
);
process.exitCode = ratio > MOST ? 1 : 0;
