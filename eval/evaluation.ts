/** Puts questions to Footnote and to the search libraries, scores the answers and takes the times. */
import type { Assessment } from '../src/assessment/schema.js';
import { volumeOf } from '../src/assessment/volume.js';
import { indexOf } from '../src/index/edition-index.js';
import { createLexicon, readLexicon } from '../src/index/lexicon.js';
import { createLibrary } from '../src/library.js';
import { createAsker } from './answers.js';
import { createCorpus, ENGINES } from './baselines.js';
import { HALVES, type Half, type Question } from './questions.js';
import { type Figures, figuresOf, type Given, type Mark, mark } from './scoring.js';
import { type Times, timeBuild, timeEach } from './timing.js';

/** Some of the questions: all, or a half. */
export interface Group {
  name: 'all' | Half;
  figures: Figures;
  byKind: { kind: string; figures: Figures }[];
  marks: Mark[];
}

/** Footnote, or what it has to be better than. */
export interface Contender {
  name: string;
  figures: Figures;
  /** Its overall figure in each group. */
  overall: Partial<Record<Group['name'], number | null>>;
  buildMs: number;
  times: Times;
}

export interface Evaluation {
  questions: number;
  /** One for each half that the questions have, or one of all. */
  groups: Group[];
  /** Over all questions. */
  footnote: Contender;
  baselines: Contender[];
}

/** @param alone without the search libraries, which take most of the time */
export function evaluate(
  questions: readonly Question[],
  assessment: Assessment,
  { alone = false } = {},
): Evaluation {
  const library = createLibrary([volumeOf(assessment)]);
  const lexicon = createLexicon(readLexicon());
  const { ask, read } = createAsker(library);
  const corpus = createCorpus(library.latest);
  const treaties = new Map(assessment.treaties.map(({ id, indicators }) => [id, indicators]));
  const asked = questions.map(({ q }) => q);

  /** Puts the questions; `find` alone is timed, `give` makes of what it found what is scored. */
  function put<Found>(find: (question: string) => Found, give: (found: Found) => Given) {
    const { results, times } = timeEach(asked, find);
    const marks = questions.map((question, i) =>
      mark(question, give(results[i] as Found), (treaty) => treaties.get(treaty) ?? []),
    );
    return { marks, times };
  }

  const { marks, times } = put(ask, read);
  return {
    questions: questions.length,
    groups: inHalves(marks).map(([name, some]) => groupOf(name, some)),
    footnote: {
      name: 'Footnote',
      ...scored(marks),
      buildMs: timeBuild(() => indexOf(assessment, lexicon)),
      times,
    },
    baselines: (alone ? [] : ENGINES).map(({ name, build }) => {
      const find = build(corpus.entries);
      const engine = put((question) => find(question), corpus.answerFrom);
      return {
        name,
        ...scored(engine.marks),
        buildMs: timeBuild(() => build(corpus.entries)),
        times: engine.times,
      };
    }),
  };
}

function scored(marks: readonly Mark[]): Pick<Contender, 'figures' | 'overall'> {
  const figures = figuresOf(marks);
  const overall = inHalves(marks).map(([name, some]) => [name, figuresOf(some).overall]);
  return { figures, overall: Object.fromEntries(overall) };
}

function inHalves(marks: readonly Mark[]): [Group['name'], Mark[]][] {
  const halves = HALVES.map((half): [Half, Mark[]] => [
    half,
    marks.filter(({ question }) => question.split === half),
  ]);
  const some = halves.filter(([, inHalf]) => inHalf.length > 0);
  return some.length > 0 ? some : [['all', [...marks]]];
}

function groupOf(name: Group['name'], marks: Mark[]): Group {
  const kinds = [...new Set(marks.map(({ question }) => question.type))].sort();
  const byKind = kinds.map((kind) => ({
    kind,
    figures: figuresOf(marks.filter(({ question }) => question.type === kind)),
  }));
  return { name, figures: figuresOf(marks), byKind, marks };
}
