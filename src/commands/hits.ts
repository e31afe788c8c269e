/** Search hits as blocks: each with the statement that bears on the query, the words met set apart, and its source. */
import type { Block, Inline, Section } from '../answer.js';
import type { Statement } from '../assessment/schema.js';
import { cite } from '../citation/report-style.js';
import { type Hit, markTerms } from '../index/search.js';
import type { Edition } from '../library.js';
import { checkBlock, differenceInline, subjectText, treatyTitle } from './pieces.js';
import { indicatorTitle, TREATY_STATUS_WORDS, voteContext } from './words.js';

/** A hit, and which of the record's statements (from 0) bears on the query; a vote has none. */
export interface Found extends Pick<Hit, 'kind' | 'id' | 'terms'> {
  at: number;
}

/** The hit with the statement that meets most of its terms; the earlier of two that meet as many. */
export function withStatement(hit: Omit<Found, 'at'>, edition: Edition): Found {
  const met = statementsOf(hit, edition).map(
    ({ text }) =>
      new Set(markTerms(text, hit.terms).flatMap((part) => (part.hit ? part.text.toLowerCase() : []))).size,
  );
  return { ...hit, at: Math.max(0, met.indexOf(Math.max(...met))) };
}

/** Whether this edition has the record and the statement: a button may come from another one. */
export function exists(found: Found, edition: Edition): boolean {
  return found.kind === 'vote'
    ? edition.vote(found.id) !== undefined
    : found.kind === 'footnote'
      ? edition.footnote(Number(found.id)) !== undefined
      : statementsOf(found, edition)[found.at] !== undefined;
}

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
      return { heading: { text: `Footnote ${number}` }, blocks: works.length ? [cited] : stated };
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

function statementsOf({ kind, id }: Omit<Found, 'at'>, edition: Edition): readonly Statement[] {
  switch (kind) {
    case 'indicator':
      return edition.indicator(Number(id))?.statements ?? [];
    case 'treaty':
      return edition.treaty(id)?.statements ?? [];
    case 'footnote':
      return edition.footnote(Number(id))?.statements ?? [];
    case 'overview':
      return edition.assessment.overview.slice(Number(id) - 1, Number(id));
    case 'vote':
      return [];
  }
}

function known<T>(record: T | undefined, hit: Found): T {
  if (!record) throw new Error(`the index knows ${hit.kind} ${hit.id}, the data does not`);
  return record;
}
