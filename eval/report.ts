/** An evaluation as text to read, and as JSON to keep. */
import type { Contender, Evaluation, Group } from './evaluation.js';
import { type Figures, faultsOf, type Mark } from './scoring.js';
import { milliseconds, shareOf, table } from './table.js';

export interface ReportOptions {
  misses: boolean;
  /** The check half's misses one by one: whoever reads them has begun to tune on them. */
  showCheck: boolean;
}

const FIGURES: [Exclude<keyof Figures, 'questions'>, string][] = [
  ['rightAt1', 'right at 1'],
  ['rightAt3', 'right at 3'],
  ['says', 'says'],
  ['cites', 'cites'],
  ['abstains', 'abstains'],
  ['correct', 'correct'],
  ['wronglySilent', 'wrongly silent'],
  ['overall', 'overall'],
];

const LEGEND = `A library answers with its best three documents: their text, rating and footnotes. It declines where it finds none.
ms: the mean of a query; of Footnote the whole answer, of a library the search alone.`;

export function reportOf(evaluation: Evaluation, options: ReportOptions): string {
  const { groups, footnote, baselines, questions } = evaluation;
  const { p50, p99 } = footnote.times;
  return [
    `Footnote on ${questions} questions`,
    totals(groups),
    ...groups.flatMap((group) => [`By kind${group.name === 'all' ? '' : `, ${group.name}`}`, kinds(group)]),
    ...(baselines.length > 0
      ? [
          'Beside plain search libraries over the same documents',
          engines([footnote, ...baselines], groups),
          LEGEND,
        ]
      : []),
    `An answer takes ${milliseconds(p50)} ms (p50), ${milliseconds(p99)} ms (p99), from interaction to message; the index is built in ${milliseconds(footnote.buildMs)} ms.`,
    ...(options.misses ? groups.map((group) => misses(group, options)) : []),
  ].join('\n\n');
}

export function jsonOf({ questions, groups, footnote, baselines }: Evaluation, options: ReportOptions) {
  return {
    questions,
    groups: groups.map(({ name, figures, byKind, marks }) => ({
      name,
      figures,
      byKind,
      ...(options.misses
        ? { misses: hides(name, options) ? counts(marks) : missed(marks).map(missAsJson) }
        : {}),
    })),
    footnote,
    baselines,
  };
}

function totals(groups: readonly Group[]): string {
  return table([
    ['', ...groups.map(({ name }) => name)],
    ['questions', ...groups.map(({ figures }) => String(figures.questions))],
    ...FIGURES.map(([key, name]) => [name, ...groups.map(({ figures }) => shareOf(figures[key]))]),
  ]);
}

/** Overall is how many were answered correctly, or declined, as the kind asks for. */
function kinds({ byKind }: Group): string {
  const columns = FIGURES.filter(([key]) => !['abstains', 'correct', 'wronglySilent'].includes(key));
  return table([
    ['', 'number', ...columns.map(([, name]) => name)],
    ...byKind.map(({ kind, figures }) => [
      kind,
      String(figures.questions),
      ...columns.map(([key]) => shareOf(figures[key])),
    ]),
  ]);
}

function engines(rows: readonly Contender[], groups: readonly Group[]): string {
  const columns = FIGURES.filter(([key]) => key !== 'correct' && key !== 'wronglySilent');
  const halves = groups.length > 1 ? groups.map(({ name }) => name) : [];
  return table([
    ['', ...columns.map(([, name]) => name), ...halves.map((half) => `on ${half}`), 'ms', 'build ms'],
    ...rows.map(({ name, figures, overall, times, buildMs }) => [
      name,
      ...columns.map(([key]) => shareOf(figures[key])),
      ...halves.map((half) => shareOf(overall[half] ?? null)),
      milliseconds(times.mean),
      milliseconds(buildMs),
    ]),
  ]);
}

const missed = (marks: readonly Mark[]) => marks.filter((m) => faultsOf(m).length > 0);
const hides = (name: Group['name'], { showCheck }: ReportOptions) => name === 'check' && !showCheck;

function misses(group: Group, options: ReportOptions): string {
  const { name, marks } = group;
  const all = missed(marks);
  const title = `Misses${name === 'all' ? '' : ` of the ${name} half`}: ${all.length} of ${marks.length}`;
  if (hides(name, options)) {
    const byKind = Object.entries(counts(marks)).map(([kind, count]) => `${kind} ${count}`);
    return `${title}${byKind.length > 0 ? ` (${byKind.join(', ')})` : ''}`;
  }
  return [title, ...all.map(missAsText)].join('\n');
}

function missAsText(m: Mark): string {
  const { id, type, q } = m.question;
  const { expected, evidence, faults } = missAsJson(m);
  const read = evidence.length > 0 ? evidence.join(', ') : 'none';
  return `- ${id} [${type}] ${q}\n    ${faults.join('; ')}\n    expected: ${expected}\n    evidence: ${read}`;
}

function missAsJson(m: Mark) {
  const { id, type, q, gold } = m.question;
  const named = [
    ...gold.indicators.map((number) => `indicator ${number}`),
    ...gold.votes.map((symbol) => `vote ${symbol}`),
    ...gold.footnotes.map((number) => `footnote ${number}`),
    ...(gold.overview ?? []).map((ordinal) => `overview ${ordinal}`),
  ];
  return {
    id,
    kind: type,
    question: q,
    faults: faultsOf(m),
    expected: m.answerable && named.length > 0 ? `${gold.answer} (${named.join(', ')})` : gold.answer,
    evidence: m.given.evidence.slice(0, 3).map((e) => `${e.kind} ${e.id}`),
  };
}

function counts(marks: readonly Mark[]): Record<string, number> {
  const result: Record<string, number> = {};
  for (const { question } of missed(marks)) result[question.type] = (result[question.type] ?? 0) + 1;
  return result;
}
