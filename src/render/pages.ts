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
}

const fresh = (): Draft => ({ lines: [], footnotes: new Set(), shown: new Set(), section: null });

/** At least one page. Blocks stay in order; a heading stands with the first block under it. */
export function paginate(answer: Answer, edition: Edition): Page[] {
  const head = headOf(answer);
  const assessment = assessmentLine(edition, answer.indicators, isStated(answer));
  const room = MESSAGE_TEXT_MAX - head.length - assessment.length - RESERVE;
  const fits = (draft: Draft) => size(draft, edition) <= room;
  const drafts: Draft[] = [fresh()];
  /** Puts blocks of one section on the page, or where they do not fit, on the next one. @returns whether they fit */
  const put = (section: Section, from: number, blocks: readonly Block[], must: boolean): boolean => {
    for (const before of [drafts.at(-1) as Draft, fresh()]) {
      const after = blocks.reduce(
        (draft, block, i) => extend(draft, section, block, from + i > 0, edition),
        before,
      );
      if (fits(after) || (must && before.lines.length === 0)) {
        if (before === drafts.at(-1)) drafts.pop();
        drafts.push(after);
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

function extend(page: Draft, section: Section, block: Block, continued: boolean, edition: Edition): Draft {
  const lines = [...page.lines];
  const footnotes = new Set(page.footnotes);
  const shown = new Set(page.shown);
  if (section.heading && page.section !== section) {
    const text = escapeMarkdown(section.heading.text) + (continued ? ' (continued)' : '');
    lines.push(`### ${[text, marks(section.heading.footnotes ?? [], edition)].filter(Boolean).join(' ')}`);
    for (const number of section.heading.footnotes ?? []) footnotes.add(number);
  } else if (lines.length > 0 && (isParagraph(block) || page.section !== section)) {
    // A paragraph has a line of its own to breathe.
    lines.push('');
  }
  lines.push(blockLine(block, edition));
  for (const number of block.footnotes ?? []) footnotes.add(number);
  if (block.sourceOf) shown.add(block.sourceOf);
  return { lines, footnotes, shown, section };
}

const isParagraph = ({ style }: Block) => style === 'statement' || style === 'check';

function size(draft: Draft, edition: Edition): number {
  const sources = [...draft.footnotes].map((n) => sourceLine(n, edition).length + 1);
  return draft.lines.reduce((sum, line) => sum + line.length + 1, 0) + sources.reduce((a, b) => a + b, 0);
}

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
