/** Footnote's retrieval and answers, beside search libraries as they come, over the same documents and questions. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createCorpus, ENGINES } from '../eval/baselines.js';
import { type Question, readQuestions, UNANSWERABLE } from '../eval/questions.js';
import { rankOf } from '../eval/scoring.js';
import { milliseconds, shareOf, table } from '../eval/table.js';
import { timeBuild } from '../eval/timing.js';
import type { Evidence } from '../src/answer.js';
import type { Assessment } from '../src/assessment/schema.js';
import { volumeOf } from '../src/assessment/volume.js';
import { answerQuestion } from '../src/assistant/answer-question.js';
import { commands } from '../src/commands/registry.js';
import { layOut } from '../src/commands/replies/layout.js';
import { createLibrary } from '../src/library.js';
import { inRounds, mean, median, type Spread, spreadOf } from './figures.js';

/** Quality is of the questions of the check half that the assessment answers, times are of all. */
export interface Searched extends Spread {
  name: string;
  /** The share of questions where the first evidence is right. */
  rightAt1: number;
  /** The mean of 1/rank of the first right evidence, of which the first ten count. */
  reciprocalRank: number;
  /** A query, in milliseconds. */
  mean: number;
  /** That of the very first pass, before anything is warm. */
  firstMean: number;
  /** The mean by that of MiniSearch: the median of the rounds. */
  ratio: number;
  /** Until the first query is answered, in milliseconds. */
  buildMs: number;
  /** In megabytes, in a process of its own, with the first query answered. */
  memoryMb: number;
}

export const STATEMENTS = 'Footnote, statements';
export const ANSWERS = 'Footnote, answers';
export const MINISEARCH = 'MiniSearch';
/** The two sides that are Footnote's own. */
export const OWN: readonly string[] = [STATEMENTS, ANSWERS];

const QUESTIONS = fileURLToPath(new URL('../test/eval/questions.json', import.meta.url));
const RUN = fileURLToPath(new URL('../scripts/run.mjs', import.meta.url));
const INDEX_MEMORY = fileURLToPath(new URL('index-memory.ts', import.meta.url));
const RANKS = 10;
/** In milliseconds: what takes longer for all questions is asked them once. */
const LONG = 2000;
const FIRST = 'has it ratified the rome statute?';

/** Something that finds: `find` is what is timed, `evidence` reads what it found, best first. */
interface Finder {
  name: string;
  build(): { find(question: string): unknown; evidence(question: string): readonly Evidence[] };
}

export async function measureSearch(
  assessment: Assessment,
  { rounds }: { rounds: number },
  told: (what: string) => void,
): Promise<Searched[]> {
  const questions = readQuestions(QUESTIONS);
  const all = findersOf(assessment);
  const built = new Map(all.map(({ name, build }) => [name, build()]));
  const ask = (name: string) => {
    const finder = built.get(name);
    return questions.map(({ q }) => {
      const since = performance.now();
      finder?.find(q);
      return performance.now() - since;
    });
  };
  told('first pass');
  const first = new Map(all.map(({ name }) => [name, ask(name)]));
  const isLong = (name: string) => mean(first.get(name) ?? []) * questions.length > LONG;
  told('rounds');
  const quick = all.map(({ name }) => name).filter((name) => !isLong(name));
  const taken = await inRounds(quick, rounds, (name) => {
    const times = ask(name);
    return { ...spreadOf(times), mean: mean(times) };
  });
  return all.map(({ name, build }): Searched => {
    told(name);
    const times = first.get(name) ?? [];
    const firstMean = mean(times);
    const own = taken.flatMap((round) => round[name] ?? []);
    const figures = own.length > 0 ? own : [{ ...spreadOf(times), mean: firstMean }];
    const ratios = taken.map((round) => (round[name]?.mean ?? firstMean) / (round[MINISEARCH]?.mean ?? 0));
    return {
      name,
      ...qualityOf(questions, assessment, built.get(name)?.evidence ?? (() => [])),
      p50: median(figures.map(({ p50 }) => p50)),
      p99: median(figures.map(({ p99 }) => p99)),
      mean: median(figures.map((figure) => figure.mean)),
      firstMean,
      ratio: median(ratios),
      buildMs: timeBuild(() => build().find(FIRST)),
      memoryMb: memoryOf(name),
    };
  });
}

function findersOf(assessment: Assessment): Finder[] {
  const corpus = createCorpus(createLibrary([volumeOf(assessment)]).latest);
  return [
    {
      name: STATEMENTS,
      build() {
        const { latest } = createLibrary([volumeOf(assessment)]);
        const evidence = (question: string) => statementEvidence(latest.retrieve(question).hits);
        return { find: (question) => latest.retrieve(question), evidence };
      },
    },
    {
      name: ANSWERS,
      build() {
        const library = createLibrary([volumeOf(assessment)]);
        const { latest: edition } = library;
        const context = { edition, library, version: 'bench', commands };
        return {
          find: (question) => answerQuestion(question, edition),
          evidence: (question) => layOut(answerQuestion(question, edition), context).evidence,
        };
      },
    },
    ...ENGINES.map(({ name, build }) => ({
      name,
      build() {
        const search = build(corpus.entries);
        const find = (question: string) => search(question, RANKS);
        return { find, evidence: (question: string) => find(question).map(evidenceOf) };
      },
    })),
  ];
}

/** The records of statements, each once: the works of a footnote are the footnote's. */
function statementEvidence(hits: readonly { kind: string; id: string }[]): Evidence[] {
  const keys = new Set<string>();
  for (const { kind, id } of hits) {
    if (keys.size === RANKS) break;
    keys.add(`${kind === 'work' ? 'footnote' : kind}:${id}`);
  }
  return [...keys].map(evidenceOf);
}

function evidenceOf(key: string): Evidence {
  const [kind, id] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  return { kind, id } as Evidence;
}

function qualityOf(
  questions: readonly Question[],
  { treaties }: Assessment,
  evidence: (question: string) => readonly Evidence[],
): Pick<Searched, 'rightAt1' | 'reciprocalRank'> {
  const under = new Map(treaties.map(({ id, indicators }) => [id, indicators]));
  const ranks = questions
    // Of the half that Footnote was never tuned on: the libraries were tuned on neither.
    .filter(({ type, split }) => type !== UNANSWERABLE && split === 'check')
    .map((question) => rankOf(question, evidence(question.q).slice(0, RANKS), (id) => under.get(id) ?? []));
  return {
    rightAt1: mean(ranks.map((rank) => (rank === 1 ? 1 : 0))),
    reciprocalRank: mean(ranks.map((rank) => 1 / rank)),
  };
}

/** In a process of its own, where nothing else is made. */
function memoryOf(name: string): number {
  return Number(
    execFileSync(process.execPath, ['--expose-gc', RUN, INDEX_MEMORY, name], { encoding: 'utf8' }),
  );
}

export function searchTables(searched: readonly Searched[]): string[] {
  return [
    'Search, over the same documents and questions',
    table([
      ['', 'right at 1', 'MRR', 'ms mean', 'p50', 'p99', 'first pass', 'by MiniSearch', 'build ms', 'MB'],
      ...searched.map(
        ({ name, rightAt1, reciprocalRank, mean, p50, p99, firstMean, ratio, buildMs, memoryMb }) => [
          name,
          shareOf(rightAt1),
          shareOf(reciprocalRank),
          ...[mean, p50, p99, firstMean].map(milliseconds),
          ratio.toFixed(2),
          buildMs.toFixed(1),
          memoryMb.toFixed(1),
        ],
      ),
    ]),
  ];
}
