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

/** At least one page. Blocks stay in order; a heading stands with the first block under it. */
export function paginate(answer: Answer, edition: Edition): Page[] {
  const head = headOf(answer);
  const assessment = assessmentLine(edition, answer.indicators);
  // Room for the number of the page and the line breaks between the parts.
  const room = MESSAGE_TEXT_MAX - head.length - assessment.length - 40;
  const drafts: Draft[] = [{ lines: [], footnotes: new Set(), shown: new Set(), section: null }];
  for (const section of answer.sections) {
    section.blocks.forEach((block, at) => {
      const page = drafts.at(-1) as Draft;
      const here = extend(page, section, block, at > 0, edition);
      if (page.lines.length === 0 || size(here, edition) <= room) {
        drafts[drafts.length - 1] = here;
      } else {
        const fresh: Draft = { lines: [], footnotes: new Set(), shown: new Set(), section: null };
        drafts.push(extend(fresh, section, block, at > 0, edition));
      }
    });
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

function extend(page: Draft, section: Section, block: Block, continued: boolean, edition: Edition): Draft {
  const lines = [...page.lines];
  const footnotes = new Set(page.footnotes);
  const shown = new Set(page.shown);
  if (section.heading && page.section !== section) {
    const text = escapeMarkdown(section.heading.text) + (continued ? ' (continued)' : '');
    lines.push(`### ${[text, marks(section.heading.footnotes ?? [], edition)].filter(Boolean).join(' ')}`);
    for (const number of section.heading.footnotes ?? []) footnotes.add(number);
  }
  lines.push(blockLine(block, edition));
  for (const number of block.footnotes ?? []) footnotes.add(number);
  if (block.sourceOf) shown.add(block.sourceOf);
  return { lines, footnotes, shown, section };
}

function size(draft: Draft, edition: Edition): number {
  const sources = [...draft.footnotes].map((n) => sourceLine(n, edition).length + 1);
  return draft.lines.reduce((sum, line) => sum + line.length + 1, 0) + sources.reduce((a, b) => a + b, 0);
}

function blockLine(block: Block, edition: Edition): string {
  const text = [inline(block.text), marks(block.footnotes ?? [], edition)].filter(Boolean).join(' ');
  switch (block.style) {
    case 'item':
    case 'statement':
      return `- ${text}`;
    case 'check':
      return `> ${text}`;
    case 'small':
      return `-# ${text}`;
    case 'plain':
      return text;
  }
}

function headOf(answer: Answer): string {
  const subtitle = answer.subtitle?.length ? `\n${inline(answer.subtitle)}` : '';
  return `## ${escapeMarkdown(answer.title)}${subtitle}`;
}
