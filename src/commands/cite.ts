import type { Answer, Block, Inline, Onward, Section } from '../answer.js';
import type { Footnote } from '../assessment/schema.js';
import type { Work } from '../assessment/works.js';
import { type Citable, citableAssessment, citableWork, once, workKey } from '../citation/csl.js';
import { exchange, FORMATS, type Format } from '../citation/exchange.js';
import { authorsOf, citeInFull, yearOf } from '../citation/report-style.js';
import { citeIn, STYLES, type Style } from '../citation/styles.js';
import type { Edition } from '../library.js';
import { type Cited, citedIn } from './cited.js';
import type { Choice, Command, Context } from './command.js';
import { toIndicator } from './onward.js';
import { notFound, slip } from './pieces.js';
import { count, indicatorTitle, list, numberList } from './words.js';

type AnyStyle = 'report' | Style | Format;
const STYLE_CHOICES: readonly (Choice & { value: AnyStyle })[] = [
  { name: 'As in the report', value: 'report' },
  { name: 'APA (7th edition)', value: 'apa', aliases: ['apa7', 'apa 7'] },
  { name: 'Chicago (author-date)', value: 'chicago' },
  { name: 'Harvard (Cite Them Right)', value: 'harvard' },
  { name: 'MLA (9th edition)', value: 'mla', aliases: ['mla9', 'mla 9'] },
  { name: 'BibTeX file', value: 'bibtex', aliases: ['bib', 'latex'] },
  { name: 'RIS file', value: 'ris', aliases: ['endnote', 'zotero', 'mendeley'] },
  { name: 'CSL-JSON file', value: 'csl-json', aliases: ['csl', 'json'] },
];

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
  { footnotes, absent }: Cited & { kind: 'footnotes' },
  style: AnyStyle,
  only: number | undefined,
  edition: Edition,
): Answer {
  const { assessment } = edition;
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
  const title = isOne
    ? `Footnote ${first?.number}`
    : isAll
      ? `All ${numbers.length} footnotes`
      : `Footnotes ${numberList(numbers)}`;
  return {
    found: true,
    assessment: assessment.id,
    title: [title, ...(style === 'report' ? [] : [styleName(style)])].join(' · '),
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
    ...filesFor(style, citables, isOne ? `footnote-${first?.number}` : `${assessment.id}-footnotes`),
    ...(only && own[0]?.works[0]?.URL
      ? {
          documents: [{ label: own[0].works[0].title, short: 'Open source', url: own[0].works[0].URL, call }],
          documentsOnly: true,
        }
      : {}),
  };
}

/** The assessment itself, one of its indicators, or a vote that it lists, as a work to be cited. */
function assessmentAnswer(
  { indicator, vote }: Cited & { kind: 'assessment' },
  style: AnyStyle,
  edition: Edition,
): Answer {
  const { assessment } = edition;
  const citable = citableAssessment(assessment, indicator, vote);
  const typed = vote ? vote.resolution : indicator ? `indicator ${indicator.number}` : 'assessment';
  const call = callOf(typed);
  const what = vote ? vote.resolution : indicator ? `indicator ${indicator.number}` : 'the assessment';
  return {
    found: true,
    assessment: assessment.id,
    title: [`To cite ${what}`, ...(style === 'report' ? [] : [styleName(style)])].join(' · '),
    subtitle: indicator ? [indicatorTitle(indicator)] : [assessment.title],
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

/** Writes one of several that are cited together in a style, as blocks; a file holds what is written in no style. */
function writerOf(style: AnyStyle, citables: readonly Citable[]) {
  const works = once(citables);
  const styled = isStyle(style) ? citeIn(style, works) : undefined;
  const place = new Map(works.map((work, i) => [workKey(work), i]));
  return (what: Work | Citable, footnote?: number): Block[] => {
    const citable = 'item' in what ? what : citableWork(what);
    const cited = styled?.[place.get(workKey(citable)) ?? 0];
    const source = footnote ? { sourceOf: footnote } : {};
    if (cited) {
      return [
        { style: 'item', text: cited.entry, ...source },
        { style: 'small', text: ['In the text: ', ...cited.inText], ...source },
      ];
    }
    const full: Inline[] =
      'item' in what
        ? citeInFull(asWork(what))
        : [...citeInFull(what), ...(what.shortFor ? [` (given in full in footnote ${what.shortFor})`] : [])];
    return [{ style: 'item', text: full, ...source }];
  };
}

/** A section of a work as the report would cite it: behind the title of the whole. */
function asWork({ item }: Citable): Work {
  const { 'container-title': whole, title, ...rest } = item;
  return item.type === 'chapter' && whole
    ? { ...rest, title: whole, section: title }
    : { ...rest, title, ...(whole ? { 'container-title': whole } : {}) };
}

/** A footnote that only remarks on something is cited as what it is: a part of the assessment. */
function noWork(style: AnyStyle, { assessment }: Edition): Block[] {
  const said: Block = { style: 'small', text: ['A remark of the report: this footnote cites no work.'] };
  if (style === 'report') return [said];
  const whole = citableAssessment(assessment);
  return [said, ...writerOf(style, [whole])(whole)];
}

const remarksOf = ({ statements = [], number }: Footnote): Block[] =>
  statements.map(({ text }) => ({ style: 'item', text: [text], sourceOf: number }));

/** The same behind what is to be pasted. */
const remarksBelow = ({ statements = [], number }: Footnote): Block[] =>
  statements.map(({ text }) => ({
    style: 'small',
    text: [`Remark of the report: ${text}`],
    sourceOf: number,
  }));

const isStyle = (style: AnyStyle): style is Style => (STYLES as readonly string[]).includes(style);
const isFormat = (style: AnyStyle): style is Format => style in FORMATS;
const styleName = (style: AnyStyle) => STYLE_CHOICES.find(({ value }) => value === style)?.name ?? style;

/** The other styles, to choose from. */
function stylesFor(options: Readonly<Record<string, string>>, style: AnyStyle): Pick<Answer, 'forms'> {
  const choices = STYLE_CHOICES.filter(({ value }) => value !== style).map(
    ({ name, value }): Onward => ({
      label: name,
      call: { command: 'cite', options: { ...options, ...(value === 'report' ? {} : { style: value }) } },
    }),
  );
  return { forms: { label: 'In another style…', choices } };
}

function filesFor(style: AnyStyle, citables: readonly Citable[], name: string): Pick<Answer, 'files'> {
  if (!isFormat(style) || citables.length === 0) return {};
  const { extension, type } = FORMATS[style];
  return {
    files: [
      { name: `${name}.${extension}`, type, data: new TextEncoder().encode(exchange(style, citables)) },
    ],
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

function footnoteChoices(typed: string, edition: Edition): Choice[] {
  return edition.suggest('footnote', typed).flatMap(({ id }) => {
    const found = edition.footnote(Number(id));
    return found ? [{ name: nameOf(found, edition), value: id }] : [];
  });
}
