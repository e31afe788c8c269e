/**
 * An answer divided into pages. Nothing is cut in the middle: a block stands on one page with all its marks, and the
 * sources of a page's marks stand on the same page.
 */
import type { Answer, Block, Section } from '../answer.js';
import type { Edition } from '../library.js';
import { escapeMarkdown, inline } from './markdown.js';
import { assessmentLine, marks, sourceLine } from './sources.js';

/** All text of a message with components together may have 4,000 characters. */
export const MESSAGE_TEXT_MAX = 4000;
/** Left free for what is put on every page: its number, and that the data have changed since. */
const RESERVE = 200;

export interface Page {
  head: string;
  body: string;
  /** Source lines, then the line of the assessment. */
  sources: string;
  /** The footnotes whose sources the page shows, in the report's order. */
  footnotes: number[];
}

interface Draft {
  lines: string[];
  /** Those with a mark on the page, which needs its source line. */
  footnotes: Set<number>;
  /** Those whose source is in the lines themselves. */
  shown: Set<number>;
  /** The section whose heading the page has already. */
  section: Section | null;
  /** Of the lines and source lines, each with its end. */
  length: number;
}

const fresh = (): Draft => ({
  lines: [],
  footnotes: new Set(),
  shown: new Set(),
  section: null,
  length: 0,
});

/** At least one page. Blocks stay in order; a heading stands with the first block under it. */
export function paginate(answer: Answer, edition: Edition): Page[] {
  const head = headOf(answer);
  const assessment = assessmentLine(edition, answer.indicators, isStated(answer));
  const room = MESSAGE_TEXT_MAX - head.length - assessment.length - RESERVE;
  const drafts: Draft[] = [fresh()];
  /** Puts blocks of one section on the page, or where they do not fit, on the next one. @returns whether they fit */
  const put = (section: Section, from: number, blocks: readonly Block[], must: boolean): boolean => {
    for (const page of [drafts.at(-1) as Draft, fresh()]) {
      const more = additions(page, section, from, blocks, edition);
      if (page.length + more.length <= room || (must && page.lines.length === 0)) {
        if (page !== drafts.at(-1)) drafts.push(page);
        extend(page, section, more);
        return true;
      }
    }
    return false;
  };
  for (const section of answer.sections) {
    let from = 0;
    for (const run of runsOf(section)) {
      // What hangs on one source stays together, so that the source stands once; what is too long for that is divided.
      if (!put(section, from, run, false))
        for (const [i, block] of run.entries()) put(section, from + i, [block], true);
      from += run.length;
    }
  }
  return drafts.map((draft) => {
    const footnotes = [...draft.footnotes].sort((a, b) => a - b);
    return {
      head,
      body: draft.lines.join('\n'),
      sources: [...footnotes.map((n) => sourceLine(n, edition)), assessment].join('\n'),
      footnotes: [...new Set([...footnotes, ...draft.shown])].sort((a, b) => a - b),
    };
  });
}

/** Whether an answer says anything of what is assessed, and not only what can be cited or done next. */
const isStated = ({ sections, evidence }: Answer): boolean =>
  evidence.length > 0 &&
  sections.some(({ blocks }) =>
    blocks.some(
      ({ style, sourceOf }) => style === 'statement' || (style === 'item' && sourceOf === undefined),
    ),
  );

/** Blocks that follow each other and share a footnote, be it one that stands on the heading above them. */
function runsOf({ heading, blocks }: Section): Block[][] {
  const runs: Block[][] = [];
  let shared = new Set<number>();
  for (const block of blocks) {
    const own = [
      ...(heading?.footnotes ?? []),
      ...(block.footnotes ?? []),
      ...(block.sourceOf ? [block.sourceOf] : []),
    ];
    const last = runs.at(-1);
    if (last && own.some((number) => shared.has(number))) {
      last.push(block);
      for (const number of own) shared.add(number);
    } else {
      runs.push([block]);
      shared = new Set(own);
    }
  }
  return runs;
}

/** What blocks of a section, from a place in it, put on a page. */
function additions(
  page: Draft,
  section: Section,
  from: number,
  blocks: readonly Block[],
  edition: Edition,
): Omit<Draft, 'section'> {
  const { heading } = section;
  const lines: string[] = [];
  const footnotes = new Set<number>();
  const shown = new Set<number>();
  const add = (numbers: readonly number[] = []) => {
    for (const number of numbers) if (!page.footnotes.has(number)) footnotes.add(number);
  };
  blocks.forEach((block, i) => {
    const isNew = i === 0 && page.section !== section;
    if (heading && isNew) {
      const text = escapeMarkdown(heading.text) + (from > 0 ? ' (continued)' : '');
      lines.push(`### ${[text, marks(heading.footnotes ?? [], edition)].filter(Boolean).join(' ')}`);
      add(heading.footnotes);
    } else if (page.lines.length + lines.length > 0 && (isParagraph(block) || isNew)) {
      // A paragraph has a line of its own to breathe.
      lines.push('');
    }
    lines.push(blockLine(block, edition));
    add(block.footnotes);
    if (block.sourceOf) shown.add(block.sourceOf);
  });
  let length = 0;
  for (const line of lines) length += line.length + 1;
  for (const number of footnotes) length += sourceLine(number, edition).length + 1;
  return { lines, footnotes, shown, length };
}

function extend(page: Draft, section: Section, more: Omit<Draft, 'section'>): void {
  page.lines.push(...more.lines);
  for (const number of more.footnotes) page.footnotes.add(number);
  for (const number of more.shown) page.shown.add(number);
  page.section = section;
  page.length += more.length;
}

const isParagraph = ({ style }: Block) => style === 'statement' || style === 'check';

function blockLine(block: Block, edition: Edition): string {
  const text = [inline(block.text), marks(block.footnotes ?? [], edition)].filter(Boolean).join(' ');
  switch (block.style) {
    case 'item':
      return `- ${text}`;
    case 'check':
      return `> ${text}`;
    case 'small':
      return `-# ${text}`;
    case 'statement':
    case 'plain':
      return text;
  }
}

function headOf({ title, subtitle = [], context }: Answer): string {
  return [
    `## ${escapeMarkdown(title)}`,
    ...(subtitle.length ? [inline(subtitle)] : []),
    ...(context ? [`-# ${escapeMarkdown(context)}`] : []),
  ].join('\n');
}
