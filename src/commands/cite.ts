import type { Answer, Section } from '../answer.js';
import type { Footnote } from '../assessment/schema.js';
import { citableAssessment, citableWork } from '../citation/csl.js';
import { authorsOf, yearOf } from '../citation/report-style.js';
import type { Edition } from '../library.js';
import {
  type AnyStyle,
  filesFor,
  noWork,
  remarksBelow,
  remarksOf,
  STYLE_CHOICES,
  stylesFor,
  titled,
  writerOf,
} from './citation-blocks.js';
import { type Cited, citedIn } from './cited.js';
import type { Choice, Command, Context } from './command.js';
import { toIndicator } from './onward.js';
import { notFound, slip } from './pieces.js';
import { count, indicatorTitle, list, numberList } from './words.js';

export const cite = {
  name: 'cite',
  description: 'A footnote, several or all, as citations to paste or as a file',
  options: [
    {
      name: 'footnote',
      description: 'Number, list (5, 9-11), all, author or title; or indicator 15, S/RES/2677',
      required: true,
      maxLength: 200,
      autocomplete: footnoteChoices,
    },
    { name: 'style', description: 'How the citation is written', choices: () => [...STYLE_CHOICES] },
  ],
  run(
    { footnote = '', style = 'report', work }: { footnote?: string; style?: AnyStyle; work?: string },
    { edition }: Context,
  ): Answer {
    const cited = citedIn(footnote, edition);
    switch (cited.kind) {
      case 'assessment':
        return assessmentAnswer(cited, style, edition);
      case 'footnotes':
        return footnotesAnswer(cited, style, work ? Number(work) : undefined, edition);
      case 'none':
        return noneAnswer(footnote, cited.near, edition);
    }
  },
} satisfies Command;

/** No such footnote, or no certain one. */
function noneAnswer(typed: string, near: readonly Footnote[], edition: Edition): Answer {
  const { length } = edition.assessment.footnotes;
  if (length === 0) return notFound(edition, 'No such footnote', 'This assessment has no footnotes.', []);
  return slip(
    edition,
    near.length ? 'Which footnote?' : 'No such footnote',
    near.length
      ? `“${typed}” fits more than one footnote. Choose one, or give a number from 1 to ${length}.`
      : `“${typed}” is no footnote of this assessment. They run from 1 to ${length}: give a number, a list (5, 9-11), all, an author or a word of a title.`,
    near.map((f) => ({ label: nameOf(f, edition), call: callOf(String(f.number)) })),
  );
}

/** @param only of one footnote, the work at that place, from 1 */
function footnotesAnswer(
  cited: Cited & { kind: 'footnotes' },
  style: AnyStyle,
  only: number | undefined,
  edition: Edition,
): Answer {
  const { assessment } = edition;
  const { footnotes, absent } = cited;
  const [first] = footnotes;
  const numbers = footnotes.map(({ number }) => number);
  const isOne = numbers.length === 1;
  const isAll = numbers.length === assessment.footnotes.length;
  const own = footnotes.map((footnote) => {
    const works = edition.works(footnote.number);
    return { footnote, works: only && isOne && works[only - 1] ? works.slice(only - 1, only) : works };
  });
  const citables = own.flatMap(({ works }) => works.map(citableWork));
  const write = writerOf(style, citables);
  const sections = own.map(
    ({ footnote, works }): Section => ({
      ...(isOne ? {} : { heading: { text: `Footnote ${footnote.number}` } }),
      blocks: [
        ...(only || style !== 'report' ? [] : remarksOf(footnote)),
        ...works.flatMap((work) => write(work, footnote.number)),
        ...(only || style === 'report' ? [] : remarksBelow(footnote)),
        ...(works.length ? [] : noWork(style, edition)),
      ],
    }),
  );
  const under = assessment.indicators.filter(
    (i) =>
      i.statements.some((s) => s.footnotes.some((number) => numbers.includes(number))) ||
      assessment.votes.some((v) => numbers.includes(v.footnote) && v.indicator === i.number),
  );
  const typed = isAll && !isOne ? 'all' : numberList(numbers).replaceAll(' and ', ', ').replaceAll('–', '-');
  const call = callOf(typed);
  return {
    found: true,
    assessment: assessment.id,
    title: titled(titleOf(cited, edition), style),
    subtitle: isOne
      ? under.length
        ? [`Under ${list(under.map(indicatorTitle))}`]
        : []
      : [count(citables.length, 'work')],
    sections: [
      ...(absent.length
        ? [
            {
              blocks: [
                {
                  style: 'plain' as const,
                  text: [
                    `There is no footnote ${list(absent.map(String), 'or')}: they run from 1 to ${assessment.footnotes.length}.`,
                  ],
                },
              ],
            },
          ]
        : []),
      ...sections,
    ],
    again: { command: 'cite', options: { ...call.options, ...(style === 'report' ? {} : { style }) } },
    evidence: [
      ...numbers.map((number) => ({ kind: 'footnote' as const, id: String(number) })),
      ...(isOne ? under.map((i) => ({ kind: 'indicator' as const, id: String(i.number) })) : []),
    ],
    actions: isOne && first ? neighbours(first, style, edition) : [],
    ...(isOne ? { related: under.map(toIndicator) } : {}),
    ...stylesFor(call.options, style),
    ...filesFor(
      style,
      citables.length ? citables : [citableAssessment(assessment)],
      isOne ? `footnote-${first?.number}` : `${assessment.id}-footnotes`,
    ),
    ...(only && own[0]?.works[0]?.URL
      ? {
          documents: [{ label: own[0].works[0].title, short: 'Open source', url: own[0].works[0].URL, call }],
          documentsOnly: true,
        }
      : {}),
  };
}

/** The assessment itself, one of its indicators, or a vote that it lists, as a work to be cited. */
function assessmentAnswer(cited: Cited & { kind: 'assessment' }, style: AnyStyle, edition: Edition): Answer {
  const { assessment } = edition;
  const { indicator, vote } = cited;
  const citable = citableAssessment(assessment, indicator, vote);
  const typed = vote ? vote.resolution : indicator ? `indicator ${indicator.number}` : 'assessment';
  const call = callOf(typed);
  return {
    found: true,
    assessment: assessment.id,
    title: titled(titleOf(cited, edition), style),
    subtitle:
      vote && indicator ? [`Under ${indicatorTitle(indicator)}`] : indicator ? [] : [assessment.title],
    sections: [{ blocks: writerOf(style, [citable])(citable) }],
    ...(indicator ? { indicators: [indicator.number] } : {}),
    again: { command: 'cite', options: { ...call.options, ...(style === 'report' ? {} : { style }) } },
    evidence: vote
      ? [{ kind: 'vote', id: vote.resolution }]
      : indicator
        ? [{ kind: 'indicator', id: String(indicator.number) }]
        : [],
    actions: [],
    related: indicator ? [toIndicator(indicator)] : [],
    ...stylesFor(call.options, style),
    ...filesFor(style, [citable], typed.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')),
  };
}

function neighbours({ number }: Footnote, style: AnyStyle, edition: Edition): Answer['actions'] {
  return [-1, 1].flatMap((step) => {
    const next = edition.footnote(number + step);
    if (!next) return [];
    const label = step < 0 ? `‹ Footnote ${next.number}` : `Footnote ${next.number} ›`;
    const { command, options } = callOf(String(next.number));
    const call = { command, options: { ...options, ...(style === 'report' ? {} : { style }) } };
    return [{ do: 'turn' as const, label, call }];
  });
}

const callOf = (footnote: string) => ({ command: 'cite', options: { footnote } });

/** "24 · Reporters Without Borders, 2023: China". */
function nameOf(footnote: Footnote, edition: Edition): string {
  const works = edition.works(footnote.number);
  const names = works.map((w) => [authorsOf(w), `${yearOf(w)}: ${w.title}`].filter(Boolean).join(', '));
  return `${footnote.number} · ${names.join('; ') || footnote.statements?.[0]?.text || ''}`;
}

/** Footnotes by number, author and title; several, an indicator or a vote, where that is what is typed. */
function footnoteChoices(typed: string, edition: Edition): Choice[] {
  const cited = citedIn(typed, edition);
  const meant = cited.kind === 'none' ? undefined : titleOf(cited, edition);
  const isMore = cited.kind === 'assessment' || (cited.kind === 'footnotes' && cited.footnotes.length > 1);
  const footnotes = edition
    .suggest('footnote', typed)
    .flatMap(({ id }) => edition.footnote(Number(id)) ?? []);
  return [
    ...(isMore && meant ? [{ name: meant, value: typed.trim() }] : []),
    ...footnotes.map((f) => ({ name: nameOf(f, edition), value: String(f.number) })),
  ];
}

/** What is cited, in a few words. */
function titleOf(cited: Exclude<Cited, { kind: 'none' }>, { assessment }: Edition): string {
  if (cited.kind === 'assessment') {
    const { vote, indicator } = cited;
    return `To cite ${vote ? vote.resolution : indicator ? `indicator ${indicatorTitle(indicator)}` : 'the assessment'}`;
  }
  const numbers = cited.footnotes.map(({ number }) => number);
  if (numbers.length === 1) return `Footnote ${numbers[0]}`;
  return numbers.length === assessment.footnotes.length
    ? `All ${numbers.length} footnotes`
    : `Footnotes ${numberList(numbers)}`;
}
