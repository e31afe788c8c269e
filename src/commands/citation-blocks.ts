/** Works in a style, as blocks and as files. */

import type { Answer, Block, Inline, Onward, Section } from '../answer.js';
import { list } from '../assessment/words.js';
import type { Work } from '../assessment/works.js';
import { type Citable, citableAssessment, citableWork, once, workKey } from '../citation/csl.js';
import { exchange, FORMATS, type Format } from '../citation/exchange.js';
import { missingIn } from '../citation/missing.js';
import { citeInFull } from '../citation/report-style.js';
import { type Cited, citeIn, STYLES, type Style } from '../citation/styles.js';
import { kept } from '../index/kept.js';
import { memo } from '../index/memo.js';
import type { Edition } from '../library.js';
import type { Choice } from './command.js';

export type AnyStyle = 'report' | Style | Format;
export const STYLE_CHOICES: readonly (Choice & { value: AnyStyle })[] = [
  { name: 'As in the report', value: 'report' },
  { name: 'APA (7th edition)', value: 'apa', aliases: ['apa7', 'apa 7'] },
  { name: 'Chicago (author-date, 17th edition)', value: 'chicago' },
  { name: 'Harvard (Cite Them Right, 12th edition)', value: 'harvard' },
  { name: 'MLA (9th edition)', value: 'mla', aliases: ['mla9', 'mla 9'] },
  { name: 'BibTeX file', value: 'bibtex', aliases: ['bib', 'latex'] },
  { name: 'RIS file', value: 'ris', aliases: ['endnote', 'zotero', 'mendeley'] },
  { name: 'CSL-JSON file', value: 'csl-json', aliases: ['csl', 'json'] },
];

/** A work of an edition as it is cited. */
export const citableIn =
  ({ institutions }: Edition) =>
  (work: Work): Citable =>
    citableWork(work, institutions());

/** Writes one of several that are cited together in a style, as blocks; a file holds what is written in no style. */
export function writerOf(style: AnyStyle, citables: readonly Citable[], edition: Edition) {
  const works = once(citables);
  const styled = isStyle(style) ? citedTogether(style, works, edition) : undefined;
  const place = new Map(works.map((work, i) => [workKey(work), i]));
  return (what: Work | Citable, footnote?: number): Block[] => {
    const citable = 'item' in what ? what : citableIn(edition)(what);
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

/** What is cited by itself, or in a short list, is cited so again and again: writing it in a style takes a while. */
function citedTogether(style: Style, works: readonly Citable[], edition: Edition): readonly Cited[] {
  return works.length > SHORT_LIST
    ? citeIn(style, works)
    : citedBefore(edition)(JSON.stringify([style, works]));
}
const SHORT_LIST = 5;
const LISTS_KEPT = 500;
const citedBefore = kept((_: Edition) =>
  memo((key) => citeIn(...(JSON.parse(key) as [Style, Citable[]])), LISTS_KEPT),
);

/** A section of a work as the report would cite it: behind the title of the whole. */
function asWork({ item }: Citable): Work {
  const { 'container-title': whole, title, ...rest } = item;
  return item.type === 'chapter' && whole
    ? { ...rest, title: whole, section: title }
    : { ...rest, title, ...(whole ? { 'container-title': whole } : {}) };
}

/** The remarks of a footnote, each whole. */
export const remarksOf = (number: number, edition: Edition): Block[] =>
  (edition.footnote(number)?.statements ?? []).map(({ text }) => ({
    style: 'item',
    text: [text],
    sourceOf: number,
  }));

/** The same behind what is to be pasted. */
export const remarksBelow = (number: number, edition: Edition): Block[] =>
  (edition.footnote(number)?.statements ?? []).map(({ text }) => ({
    style: 'small',
    text: [`Remark of the report: ${text}`],
    sourceOf: number,
  }));

/** What is said of a footnote that cites nothing, and, in another style than the report's, the assessment as the work. */
export function noWork(number: number, style: AnyStyle, edition: Edition): Block[] {
  if (style === 'report')
    return [{ style: 'small', text: ['A remark of the report: this footnote cites no work.'] }];
  const whole = citableAssessment(edition.assessment);
  return [
    ...remarksBelow(number, edition),
    { style: 'small', text: ['It cites no work: what to cite is the assessment itself.'] },
    ...writerOf(style, [whole], edition)(whole),
  ];
}

/** What a style wants of what is cited and the report does not give; nothing where nothing is missing. */
export function advice(style: AnyStyle, citables: readonly Citable[]): Section[] {
  const missing = isStyle(style) ? missingIn(style, once(citables)) : [];
  if (missing.length === 0) return [];
  const text = `As full as the report gives it, capitals included. The style also wants ${list(missing)}.`;
  return [{ blocks: [{ style: 'small', text: [text] }] }];
}

const isStyle = (style: AnyStyle): style is Style => (STYLES as readonly string[]).includes(style);
const isFormat = (style: AnyStyle): style is Format => style in FORMATS;
const styleName = (style: AnyStyle) => STYLE_CHOICES.find(({ value }) => value === style)?.name ?? style;

/** A title, with the style that is not the report's. */
export const titled = (title: string, style: AnyStyle) =>
  style === 'report' ? title : `${title} · ${styleName(style)}`;

/** The other styles, to choose from. */
export function stylesFor(options: Readonly<Record<string, string>>, style: AnyStyle): Pick<Answer, 'forms'> {
  const choices = STYLE_CHOICES.filter(({ value }) => value !== style).map(
    ({ name, value }): Onward => ({
      label: name,
      call: { command: 'cite', options: { ...options, ...(value === 'report' ? {} : { style: value }) } },
    }),
  );
  return { forms: { label: 'In another style…', choices } };
}

/** What a style gives as a file; nothing where it is for reading. */
export function filesFor(style: AnyStyle, citables: readonly Citable[], name: string): Pick<Answer, 'files'> {
  if (!isFormat(style) || citables.length === 0) return {};
  const { extension, type } = FORMATS[style];
  return {
    files: [
      { name: `${name}.${extension}`, type, data: new TextEncoder().encode(exchange(style, citables)) },
    ],
  };
}
