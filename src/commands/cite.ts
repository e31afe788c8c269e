import type { Answer, Block, Section } from '../answer.js';
import type { Footnote } from '../assessment/schema.js';
import { count, list } from '../assessment/words.js';
import { type Citable, citableAssessment, once } from '../citation/csl.js';
import { authorsOf, yearOf } from '../citation/report-style.js';
import type { Edition } from '../library.js';
import { absentText, instead, slip } from './absent.js';
import {
  type AnyStyle,
  advice,
  citableIn,
  filesFor,
  noWork,
  remarksBelow,
  remarksOf,
  STYLE_CHOICES,
  stylesFor,
  titled,
  writerOf,
} from './citation-blocks.js';
import { type Cited, citedByKey, citedIn, inFileName, packFootnotes } from './cited.js';
import type { Choice, Command, Context } from './command.js';
import { toIndicator } from './onward.js';
import { checkSections, voteLine } from './pieces.js';
import { indicatorTitle, numberList } from './words.js';

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
        return footnotesAnswer(cited, style, Number(work), edition);
      case 'absent':
        return instead(edition, 'Not in this assessment', absentText(cited.resolutions, edition), [
          { label: 'All votes', call: { command: 'votes', options: {} } },
        ]);
      case 'no-indicator':
        return noIndicatorAnswer(footnote, cited, edition);
      case 'none':
        return noneAnswer(footnote, cited.near, edition);
    }
  },
} satisfies Command;

/** No such indicator, no certain one, or more than one. */
function noIndicatorAnswer(
  typed: string,
  { near, several }: Cited & { kind: 'no-indicator' },
  edition: Edition,
): Answer {
  const { length } = edition.assessment.indicators;
  const ways = near.map((i) => ({ label: indicatorTitle(i), call: callOf(`indicator ${i.number}`) }));
  if (several && ways.length > 0)
    return slip(
      edition,
      'Which indicator?',
      'Indicators are cited one at a time, each as a section of the assessment: choose one of these, or give its number.',
      ways,
    );
  const said = `“${typed}” names no indicator of this assessment for certain. They run from 1 to ${length}`;
  if (ways.length > 0)
    return slip(edition, 'Which indicator?', `${said}: give a number, or choose one of these.`, ways);
  const all = { label: 'All indicators', call: { command: 'ratings', options: {} } };
  return { ...instead(edition, 'No such indicator', `${said}; /ratings lists them.`, [all]), slip: true };
}

/** No such footnote, or no certain one. */
function noneAnswer(typed: string, near: readonly Footnote[], edition: Edition): Answer {
  const { length } = edition.assessment.footnotes;
  if (length === 0)
    return instead(
      edition,
      'No such footnote',
      'This assessment has no footnotes: what to cite is the assessment itself.',
      [{ label: 'Cite the assessment', call: callOf('assessment') }],
    );
  return slip(
    edition,
    near.length ? 'Which footnote?' : 'No such footnote',
    near.length
      ? `“${typed}” fits more than one footnote. Choose one, or give a number from 1 to ${length}.`
      : `“${typed}” is not a footnote of this assessment. They run from 1 to ${length}: give a number, a list (5, 9-11), all, an author or a word of a title.`,
    near.map((f) => ({ label: nameOf(f, edition), call: callOf(String(f.number)) })),
  );
}

/** @param at of one footnote, the one work that is meant, from 1; of no footnote where it is no number of a work */
function footnotesAnswer(
  cited: Cited & { kind: 'footnotes' },
  style: AnyStyle,
  at: number,
  edition: Edition,
): Answer {
  const { assessment } = edition;
  const { footnotes, absent } = cited;
  const [first] = footnotes;
  const numbers = footnotes.map(({ number }) => number);
  const only = numbers.length === 1 && first ? edition.works(first.number)[at - 1] : undefined;
  const own = footnotes.map((footnote) => ({
    footnote,
    works: only ? [only] : edition.works(footnote.number),
  }));
  // A footnote that only remarks on something is cited as what it is: a part of the assessment.
  const whole = own.some(({ works }) => works.length === 0) ? [citableAssessment(assessment)] : [];
  const citables = [...own.flatMap(({ works }) => works.map(citableIn(edition))), ...whole];
  const write = writerOf(style, citables, edition);
  const sections = own.map(
    ({ footnote, works }): Section => ({
      ...(numbers.length === 1 ? {} : { heading: { text: `Footnote ${footnote.number}` } }),
      blocks: [
        ...(only || style !== 'report' ? [] : remarksOf(footnote.number, edition)),
        ...works.flatMap((work) => write(work, footnote.number)),
        ...(works.length ? [] : noWork(footnote.number, style, edition)),
        ...(only || style === 'report' || works.length === 0 ? [] : remarksBelow(footnote.number, edition)),
      ],
    }),
  );
  const note: Block[] = absent.length
    ? [
        {
          style: 'plain',
          text: [
            `There is no footnote ${numberList(absent, 'or')} in this assessment: they run from 1 to ${assessment.footnotes.length}.`,
          ],
        },
      ]
    : [];
  const under = edition.indicatorsUnder(numbers);
  const call = callOf(packFootnotes(numbers, edition));
  const options = { ...call.options, ...(only ? { work: String(at) } : {}) };
  const file =
    numbers.length === 1
      ? `footnote-${first?.number}`
      : `${assessment.id}-footnotes-${inFileName(numbers, edition)}`;
  return {
    found: true,
    assessment: assessment.id,
    title: titled(titleOf(cited, edition), style),
    subtitle:
      numbers.length > 1
        ? [held(citables, whole, style)]
        : [
            ...(only && first
              ? [`Work ${at} of ${edition.works(first.number).length}${under.length ? ' · ' : ''}`]
              : []),
            ...(under.length ? [`Under ${list(under.map(indicatorTitle))}`] : []),
          ],
    sections: [
      ...(note.length ? [{ blocks: note }] : []),
      // Of a list, which may have pages, on the first of them.
      ...(numbers.length > 1 ? advice(style, citables) : []),
      ...sections,
      ...(numbers.length > 1 ? [] : advice(style, citables)),
    ],
    again: { command: 'cite', options: { ...options, ...styleOption(style) } },
    evidence: [
      ...numbers.map((number) => ({ kind: 'footnote' as const, id: String(number) })),
      ...(numbers.length === 1
        ? under.map((i) => ({ kind: 'indicator' as const, id: String(i.number) }))
        : []),
    ],
    actions: numbers.length === 1 && first ? neighbours(first, style, edition) : [],
    ...(numbers.length === 1 ? { related: under.map(toIndicator) } : {}),
    ...stylesFor(options, style),
    ...filesFor(style, citables, only ? `${file}-${at}` : file),
    ...(only?.URL
      ? {
          documents: [{ label: only.title, short: 'Open source', url: only.URL, call }],
          documentsOnly: true,
        }
      : {}),
  };
}

/** How many works there are in a list or its file, each once, and the assessment where it stands among them. */
function held(citables: readonly Citable[], whole: readonly Citable[], style: AnyStyle): string {
  const works = once(citables).length - whole.length;
  // In the report's own style a remark is given as it stands, and cites nothing.
  if (whole.length === 0 || style === 'report') return count(works, 'work');
  return works ? `${count(works, 'work')} and the assessment itself` : 'the assessment itself';
}

/** The assessment itself, one of its indicators, or a vote that it lists, as a work to be cited. */
function assessmentAnswer(cited: Cited & { kind: 'assessment' }, style: AnyStyle, edition: Edition): Answer {
  const { assessment } = edition;
  const { indicator, vote } = cited;
  const citable = citableAssessment(assessment, indicator, vote);
  const typed = vote ? vote.resolution : indicator ? `indicator ${indicator.number}` : 'assessment';
  const { options } = callOf(typed);
  return {
    found: true,
    assessment: assessment.id,
    title: titled(titleOf(cited, edition), style),
    subtitle:
      vote && indicator ? [`Under ${indicatorTitle(indicator)}`] : indicator ? [] : [assessment.title],
    sections: [
      { blocks: writerOf(style, [citable], edition)(citable) },
      ...advice(style, [citable]),
      // What is cited stands beside its citation, and where the record has it otherwise.
      ...(vote
        ? [
            { heading: { text: vote.resolution }, blocks: [voteLine(vote, assessment.country.name)] },
            ...checkSections(edition.checks('vote', vote.resolution)),
          ]
        : []),
    ],
    ...(indicator ? { indicators: [indicator.number] } : {}),
    again: { command: 'cite', options: { ...options, ...styleOption(style) } },
    evidence: vote
      ? [{ kind: 'vote', id: vote.resolution }]
      : indicator
        ? [{ kind: 'indicator', id: String(indicator.number) }]
        : [],
    actions: [],
    related: indicator ? [toIndicator(indicator)] : [],
    ...stylesFor(options, style),
    ...filesFor(style, [citable], typed.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')),
  };
}

/** The report's own style goes without saying. */
const styleOption = (style: AnyStyle) => (style === 'report' ? {} : { style });

function neighbours({ number }: Footnote, style: AnyStyle, edition: Edition): Answer['actions'] {
  return [-1, 1].flatMap((step) => {
    const next = edition.footnote(number + step);
    if (!next) return [];
    const label = step < 0 ? `‹ Footnote ${next.number}` : `Footnote ${next.number} ›`;
    const { command, options } = callOf(String(next.number));
    return [
      { do: 'turn' as const, label, call: { command, options: { ...options, ...styleOption(style) } } },
    ];
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
  const cited = citedByKey(typed, edition);
  const footnotes = edition
    .suggest('footnote', typed)
    .flatMap(({ id }) => edition.footnote(Number(id)) ?? []);
  return [
    ...(cited ? moreChoices(cited, edition) : []),
    ...footnotes.map((f) => ({ name: nameOf(f, edition), value: String(f.number) })),
  ];
}

function moreChoices(cited: Cited, edition: Edition): Choice[] {
  if (cited.kind === 'assessment') {
    const { vote, indicator } = cited;
    const value = vote ? vote.resolution : indicator ? `indicator ${indicator.number}` : 'assessment';
    return [{ name: titleOf(cited, edition), value }];
  }
  if (cited.kind !== 'footnotes' || cited.footnotes.length < 2) return [];
  const numbers = cited.footnotes.map(({ number }) => number);
  return [{ name: titleOf(cited, edition), value: packFootnotes(numbers, edition) }];
}

/** What is cited, in a few words. */
function titleOf(cited: Cited & { kind: 'assessment' | 'footnotes' }, { assessment }: Edition): string {
  if (cited.kind === 'assessment') {
    const { vote, indicator } = cited;
    return `Cite ${vote ? vote.resolution : indicator ? `indicator ${indicatorTitle(indicator)}` : 'the assessment'}`;
  }
  const numbers = cited.footnotes.map(({ number }) => number);
  if (numbers.length === 1) return `Footnote ${numbers[0]}`;
  return numbers.length === assessment.footnotes.length
    ? `All ${numbers.length} footnotes`
    : `Footnotes ${numberList(numbers)}`;
}
