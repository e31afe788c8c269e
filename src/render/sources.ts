/** Marks and the source lines that they point to, in the report's own numbering. */
import type { Document } from '../answer.js';
import { authorsOf, cite, yearOf } from '../citation/report-style.js';
import { kept, keptByKey } from '../index/kept.js';
import type { Edition } from '../library.js';
import { escapeMarkdown, inline, link } from './markdown.js';

/** The marks behind a statement, each a link to its source where that has an address. */
export const marks = (footnotes: readonly number[], edition: Edition): string =>
  footnotes.map((number) => mark(number, edition)).join(' ');

const mark = keptByKey((number: number, edition: Edition): string => {
  const url = edition.works(number).find((work) => work.URL)?.URL;
  const bracketed = `[${number}]`;
  // The brackets inside the link's text are balanced, which Discord takes as text.
  return url ? link(bracketed, url).replace(/\\([[\]])/g, '$1') : escapeMarkdown(bracketed);
});

/** The source line of a footnote: its works in full, and the remark of one that has no work. */
export const sourceLine = keptByKey((number: number, edition: Edition): string => {
  const works = edition.works(number);
  const remarks = edition.footnote(number)?.statements ?? [];
  const parts = works.length
    ? works.map((work) => inline(cite(work)))
    : remarks.map((remark) => `${escapeMarkdown(remark.text)} (Remark of the report.)`);
  return `-# **${escapeMarkdown(`[${number}]`)}** ${parts.join(' ')}`;
});

/**
 * The line that cites the assessment itself, for every statement without a mark.
 * @param isStated whether there are statements: else whose judgement they are goes without saying
 */
export function assessmentLine(
  edition: Edition,
  indicators: readonly number[] = [],
  isStated = true,
): string {
  const numbers = [...new Set(indicators)].sort((a, b) => a - b);
  const [only] = numbers;
  const under =
    numbers.length > 1
      ? `, indicators ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`
      : only
        ? `, indicator ${only}`
        : '';
  const { cited, judged } = assessmentParts(edition);
  return `-# ${cited}${under}.${isStated ? judged : ''}`;
}

/** What stands before and behind the indicators, which need no escaping. */
const assessmentParts = kept(({ assessment }: Edition) => {
  const { publisher, year, title, url, country, wording } = assessment;
  const voice = wording === 'own-words' ? 'in our words' : 'as printed';
  return {
    cited: inline([`Assessment: ${publisher}, ${year}. `, { link: title, url }]),
    judged: inline([
      ` A judgement of ${country.name} as of ${year}, ${voice}; the source of statements without a mark.`,
    ]),
  };
});

/** What can be opened of footnotes: each work that has an address, once. */
export function documentsOf(footnotes: readonly number[], edition: Edition): Document[] {
  const seen = new Set<string>();
  return footnotes.flatMap((number) =>
    documentsIn(number, edition).filter(({ url }) => !seen.has(url) && seen.add(url)),
  );
}

const documentsIn = keptByKey((number: number, edition: Edition): readonly Document[] =>
  edition.works(number).flatMap((work, at): Document[] => {
    if (!work.URL) return [];
    const by = [authorsOf(work), work.author || work.issued ? yearOf(work) : ''].filter(Boolean).join(', ');
    return [
      {
        label: work.title,
        description: [`[${number}]`, by].filter(Boolean).join(' '),
        short: `Open source [${number}]`,
        url: work.URL,
        call: { command: 'cite', options: { footnote: String(number), work: String(at + 1) } },
      },
    ];
  }),
);
