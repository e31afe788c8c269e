/** What retrieval finds: every statement of an assessment, what each vote is on, and the works that each footnote cites. */
import type { Assessment, Statement } from '../assessment/schema.js';
import { authorNames, type Work, worksOf } from '../assessment/works.js';
import { siteOf } from './documents.js';
import { subjectOf, topicOf } from './topics.js';

/** `text`: the statement; `name`: its record's names; `sources`: what it cites. */
export const FIELDS = ['text', 'name', 'sources'] as const;
export type Field = (typeof FIELDS)[number];

/** What an entry is of, without what it says. */
export interface Place {
  /** `work`: what a footnote cites; `vote`: what a resolution is on. */
  kind: 'indicator' | 'footnote' | 'overview' | 'vote' | 'work';
  id: string;
  /** Which of the record's statements, from 0. */
  at: number;
}

export interface Entry extends Place, Record<Field, string> {
  /** The three together. */
  key: string;
  /**
   * The keys of what it stands among: the statements of its record, or those that a footnote hangs on. One list for all
   * that stand among the same.
   */
  beside: readonly string[];
}

/** Every entry of an assessment. */
export function entriesOf(assessment: Assessment): Entry[] {
  const works = (footnote: number) => worksOf(assessment, footnote);
  const keyOf = (kind: Entry['kind'], id: string | number, at = 0) => `${kind} ${id} ${at}`;
  const named = (kind: Entry['kind'], id: string | number, at = 0) => ({
    kind,
    id: String(id),
    at,
    key: keyOf(kind, id, at),
  });
  const of = (
    kind: Entry['kind'],
    id: string | number,
    name: string,
    statements: readonly Statement[],
  ): Entry[] => {
    const beside = statements.map((_, at) => keyOf(kind, id, at));
    return statements.map((statement, at) => ({
      ...named(kind, id, at),
      text: statement.text,
      name,
      sources: statement.footnotes
        .flatMap(works)
        .flatMap((work) => [titlesOf(work), authorsOf(work)])
        .join('\n'),
      beside,
    }));
  };
  const marked = (footnote: number) =>
    assessment.indicators.flatMap((i) =>
      i.statements.flatMap((s, at) =>
        s.footnotes.includes(footnote) ? keyOf('indicator', i.number, at) : [],
      ),
    );
  return [
    ...assessment.indicators.flatMap((i) =>
      of('indicator', i.number, [i.label, i.name, ...i.aliases].join('\n'), i.statements),
    ),
    ...assessment.footnotes.flatMap((f) => {
      const beside = marked(f.number);
      return [
        ...of('footnote', f.number, '', f.statements ?? []).map((entry) => ({ ...entry, beside })),
        {
          ...named('work', f.number),
          text: works(f.number).map(titlesOf).join('\n'),
          name: works(f.number).map(authorsOf).join('\n'),
          sources: works(f.number)
            .flatMap((work) => (work.URL ? siteOf(work.URL) : []))
            .join('\n'),
          beside,
        },
      ];
    }),
    ...assessment.overview.flatMap((statement, i) => of('overview', i + 1, '', [statement])),
    ...assessment.votes.map((vote) => ({
      ...named('vote', vote.resolution),
      text: subjectOf(vote) ?? '',
      name: topicOf(vote) ?? '',
      sources: '',
      beside: [],
    })),
  ];
}

const titlesOf = (work: Work) =>
  [work.title, work.section, work['container-title'], work.publisher].filter(Boolean).join('\n');
const authorsOf = (work: Work) => (work.author ?? []).flatMap(authorNames).join('\n');
