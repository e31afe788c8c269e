/** What somebody is told who asks a question: every page of the answer, checked as each message of the program is. */
import { expect } from 'vitest';
import type { Vote } from '../../src/assessment/schema.js';
import { type Reply as Asked, pagesOf } from '../commands/asking.js';
import { problemsOf, statements, unmarked } from '../commands/true-to-footnotes.js';
import { raw } from '../library.js';
import type { Line } from '../render/reading.js';

export interface Told {
  found: boolean;
  /** `vote:S/RES/2612`, `indicator:15`; the best first. */
  evidence: string[];
  /** The footnotes shown, on whichever page. */
  sources: number[];
  title: string;
  /** Title, subtitle and all that is said. */
  text: string;
  /** What is said, line by line. */
  lines: Line[];
  pages: Asked[];
}

export function told(question: string): Told {
  return toldBy(pagesOf('ask', { question }));
}

/** The same of *Find sources* on a message. */
export function toldOn(message: string): Told {
  return toldBy(pagesOf('Find sources', { message }));
}

export function toldBy(pages: Asked[]): Told {
  for (const page of pages) expect(problemsOf(page)).toEqual([]);
  const [first] = pages;
  const answer = first?.dispatched.answer;
  if (!first || !answer) throw new Error(`no answer, but: ${first?.seen.said}`);
  return {
    found: answer.found,
    evidence: answer.evidence.map(({ kind, id }) => `${kind}:${id}`),
    sources: [...new Set(pages.flatMap((page) => page.dispatched.answer?.sources ?? []))].sort(
      (a, b) => a - b,
    ),
    title: first.seen.head[0]?.text ?? '',
    text: [...first.seen.head, ...pages.flatMap(({ seen }) => seen.body)].map(({ text }) => text).join('\n'),
    lines: pages.flatMap(({ seen }) => seen.body),
    pages,
  };
}

/** The votes among the evidence, in the order of the data. */
export const votesIn = ({ evidence }: Told) =>
  raw.votes.map((v) => v.resolution).filter((symbol) => evidence.includes(`vote:${symbol}`));

/** The symbols of the votes that fit, in the order of the data. */
export const votesWhere = (fits: (vote: Vote) => boolean) => raw.votes.filter(fits).map((v) => v.resolution);

/** The numbers of the indicators among the evidence. */
export const indicatorsIn = ({ evidence }: Told) =>
  evidence.flatMap((id) => /^indicator:(\d+)$/.exec(id)?.[1] ?? []).map(Number);

/** The statements of the assessment that are shown, without their marks. */
export const statementsIn = ({ lines }: Told) =>
  lines.map(unmarked).filter((said) => statements.some(({ text }) => text === said));

export const NEAREST = 'The nearest that it does say:';
