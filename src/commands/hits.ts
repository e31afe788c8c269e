/** Search hits as blocks: each with the statement that bears on the query, the words met set apart, and its source. */
import type { Block, Inline, Section } from '../answer.js';
import { TREATY_STATUS_WORDS } from '../assessment/words.js';
import { type Found, statementsOf } from '../assistant/found.js';
import { cite } from '../citation/report-style.js';
import { markTerms } from '../index/search.js';
import type { Edition } from '../library.js';
import { checkBlock, differenceInline, subjectText, treatyTitle } from './pieces.js';
import { indicatorTitle, voteContext } from './words.js';

/** A hit as a section: what it is, what of it bears on the query, and where the UN record differs from that. */
export function hitSection(hit: Found, edition: Edition): Section {
  const mark = (text: string): Inline[] =>
    markTerms(text, hit.terms).map((part) => (part.hit ? { bold: part.text } : part.text));
  const statement = statementsOf(hit, edition)[hit.at];
  const stated: Block[] = statement
    ? [{ style: 'statement', text: mark(statement.text), footnotes: statement.footnotes }]
    : [];
  switch (hit.kind) {
    case 'indicator': {
      // A statement that speaks of a treaty is checked as the treaty is.
      const treaties = edition.assessment.treaties.filter((treaty) =>
        treaty.statements.some(({ text }) => text === statement?.text),
      );
      const checks = [
        ...edition.checks('indicator', hit.id),
        ...treaties.flatMap((treaty) => edition.checks('treaty', treaty.id)),
      ];
      const indicator = known(edition.indicator(Number(hit.id)), hit);
      return {
        heading: { text: `Indicator ${indicatorTitle(indicator)}` },
        blocks: [...stated, ...checks.map(checkBlock)],
      };
    }
    case 'treaty': {
      const treaty = known(edition.treaty(hit.id), hit);
      return {
        heading: { text: `${treatyTitle(treaty)}: ${TREATY_STATUS_WORDS[treaty.status]}` },
        blocks: [...stated, ...edition.checks('treaty', hit.id).map(checkBlock)],
      };
    }
    case 'overview':
      return { heading: { text: 'Overview' }, blocks: stated };
    case 'footnote': {
      const number = Number(hit.id);
      const works = edition.works(number);
      const cited: Block = {
        style: 'plain',
        text: works.flatMap((work, i) => [i ? ' ' : '', ...cite(work)]),
        sourceOf: number,
      };
      // Where its own remark has what was looked for, that is what was found.
      const isRemark =
        statement !== undefined && markTerms(statement.text, hit.terms).some((part) => part.hit);
      return {
        heading: { text: `Footnote ${number}` },
        blocks: isRemark || works.length === 0 ? stated : [cited],
      };
    }
    case 'vote': {
      const vote = known(edition.vote(hit.id), hit);
      const difference = differenceInline(vote);
      return {
        heading: { text: `${vote.resolution}, ${voteContext(vote)}` },
        blocks: [
          {
            style: 'statement',
            text: [
              ...mark(subjectText(vote)),
              `. ${edition.assessment.country.name}: `,
              { bold: vote.wording },
            ],
            footnotes: [vote.footnote],
          },
          // In a block of its own: the report's mark does not stand for the record.
          ...(difference.length ? [{ style: 'check' as const, text: difference }] : []),
        ],
      };
    }
  }
}

function known<T>(record: T | undefined, hit: Found): T {
  if (!record) throw new Error(`the index knows ${hit.kind} ${hit.id}, the data does not`);
  return record;
}
