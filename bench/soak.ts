/**
 * `npm run soak [-- COUNT]`: many interactions in one process, and the memory that is left after each 20,000. Ends in 1 where
 * it has grown by more than a tenth since the first 20,000: something is kept that should not be.
 */
import { readFileSync } from 'node:fs';
import { createHistogram } from 'node:perf_hooks';
import { setImmediate as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Call } from '../src/answer.js';
import { loadVolumes } from '../src/assessment/loading/load.js';
import { commands, optionsOf, slashCommands } from '../src/commands/registry.js';
import { createDispatch } from '../src/dispatch.js';
import type { Dispatched } from '../src/dispatched.js';
import { interactionOf, pressOf } from '../src/interactions.js';
import { createLibrary } from '../src/library.js';
import { createLog } from '../src/log.js';
import { drawInProcess } from '../src/render/pictures/in-process.js';
import { PICTURES } from '../src/render/pictures/job.js';
import { THEMES } from '../src/render/pictures/palette.js';
import { createPictures } from '../src/render/pictures/pictures.js';
import { ROOT } from '../src/root.js';

const STEP = 20_000;
const MOST = 1.1;
const USAGE = `Usage: npm run soak [-- COUNT], with COUNT a multiple of ${STEP}, twice that at least`;

const textOf = (name: string) => readFileSync(new URL(name, ROOT), 'utf8');

/** @returns the exit code */
export async function main([wanted = '200000']: readonly string[]): Promise<number> {
  const count = Number(wanted);
  const collect = globalThis.gc;
  if (!collect || count % STEP !== 0 || count < 2 * STEP) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const next = await asker();
  const micros = createHistogram();
  const heaps: number[] = [];
  let busy = 0;
  process.stdout.write('interactions  heap MB  buffers MB  process MB\n');
  for (let done = 1; done <= count; done++) {
    const ms = next();
    busy += ms;
    micros.record(Math.max(1, Math.round(ms * 1000)));
    // Others would get their turn here.
    if (done % 100 === 0) await pause();
    if (done % STEP === 0) {
      // What waits to be finished with holds on to memory.
      for (let i = 0; i < 2; i++) {
        await pause();
        collect();
      }
      const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
      heaps.push(heapUsed);
      process.stdout.write(
        `${String(done).padStart(12)} ${megabytes(heapUsed)} ${megabytes(arrayBuffers)}    ${megabytes(rss)}\n`,
      );
    }
  }
  const ratio = (heaps.at(-1) as number) / (heaps[0] as number);
  const time = (percentile: number) => `${(micros.percentile(percentile) / 1000).toFixed(2)} ms`;
  process.stdout.write(
    `${Math.round((count / busy) * 1000)} interactions a second, p50 ${time(50)}, p99 ${time(99)}, slowest ${(micros.max / 1000).toFixed(0)} ms
Heap at the end against that after the first ${STEP}: ${ratio.toFixed(3)} (at most ${MOST})\n`,
  );
  return ratio > MOST ? 1 : 0;
}

const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1).padStart(8);

/** @returns what puts the next interaction, and gives how long that took, in milliseconds */
async function asker(): Promise<() => number> {
  const library = createLibrary(loadVolumes(fileURLToPath(new URL('data', ROOT))));
  // The log is written as ever, and goes nowhere. An answer that went wrong ends the soak: it would say nothing of memory.
  const log = createLog({
    level: 'info',
    write(line) {
      if (line.includes('"level":"error"')) throw new Error(line);
    },
  });
  const pictures = createPictures(drawInProcess(), log);
  // Drawn before it begins: it is not drawing that is measured.
  for (const name of PICTURES) for (const theme of THEMES) await pictures.get(name, theme, library.latest);
  const dispatch = createDispatch(library, log, 'soak', { pictures });

  const { assessment } = library.latest;
  const questions = (JSON.parse(textOf('test/eval/questions.json')) as { q: string }[]).map(({ q }) => q);
  const vocabulary = textOf('data/vectors/words.txt').split('\n');
  const symbols = assessment.votes.map((vote) => vote.resolution);
  const labels = assessment.indicators.flatMap(({ label, aliases }) => [label, ...aliases]);

  // The same numbers each time: two soaks are alike.
  let state = 1;
  const below = (most: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const oneOf = <Value>(values: readonly Value[]) => values[below(values.length)] as Value;

  /** Never the same twice: words that nobody has used yet would be kept, if anything were. */
  let asked = 0;
  const question = () => `${oneOf(questions)} ${oneOf(vocabulary)} ${oneOf(vocabulary)}${++asked}`;
  const begun = (text: string) => text.slice(0, 1 + below(text.length));

  /** What each option is given, most of the time rightly. */
  const VALUES: Record<string, () => string> = {
    question,
    query: () => `${oneOf(labels)} ${oneOf(vocabulary)}`,
    message: () => `${question()}\n${question()} ${oneOf(symbols)}`,
    footnote: () =>
      oneOf([String(1 + below(48)), 'all', `${1 + below(20)}-${21 + below(20)}`, oneOf(labels)]),
    resolution: () => (below(4) ? oneOf(symbols) : `A/RES/${below(99)}/${below(999)}`),
    name: () => (below(4) ? oneOf(labels) : question().slice(0, 90)),
    topic: () => oneOf(library.latest.topics()).name,
  };
  const given = (option: string) => (VALUES[option] ?? (() => oneOf(['true', 'false'])))();

  function call(): Call {
    // Questions are what most people come for.
    const command = below(3) ? oneOf(commands) : oneOf(commands.slice(0, 1));
    const options: Record<string, string> = {};
    for (const option of optionsOf(command, library)) {
      if (!option.required && command.on !== 'message' && below(3)) continue;
      const choices = option.choices?.(library.latest.card).map(({ value }) => value);
      options[option.name] = choices ? oneOf(choices) : given(option.name);
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
    return interactionOf({ command, options: { [option]: begun(given(option)) } }, option);
  }

  /** What comes next: half of the time, something under the last reply is pressed. */
  let last: Dispatched | undefined;
  function next() {
    const { data } = (last?.response ?? {}) as { data?: Component & { flags?: number } };
    const controls = controlsIn(data?.components);
    if (controls.length > 0 && below(2)) return pressOf(oneOf(controls), data?.flags ?? 0);
    return below(5) ? interactionOf(call()) : completion();
  }

  return () => {
    const interaction = next();
    const started = performance.now();
    last = dispatch(interaction);
    return performance.now() - started;
  };
}

interface Component {
  custom_id?: string;
  disabled?: boolean;
  options?: { value: string }[];
  components?: Component[];
}

/** What the buttons and choices under a reply say. */
const controlsIn = (parts: readonly Component[] = []): string[] =>
  parts.flatMap(({ custom_id, disabled, options, components }) => [
    ...(custom_id && !disabled && !options ? [custom_id] : []),
    ...(options ?? []).map(({ value }) => value),
    ...controlsIn(components),
  ]);
