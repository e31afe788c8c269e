/** Search hits as blocks: each with the statement that met the query best, the words met set apart, and its source. */
import type { Block, Inline, Section } from '../answer.js';
import type { Statement } from '../assessment/schema.js';
import { cite } from '../citation/report-style.js';
import type { Hit } from '../index/search.js';
import { markTerms } from '../index/search.js';
import { subjectOf } from '../index/topics.js';
import type { Edition } from '../library.js';
import { treatyTitle } from './pieces.js';
import { indicatorTitle, POSITION_WORDS, TREATY_STATUS_WORDS, voteContext } from './words.js';

type Found = Pick<Hit, 'kind' | 'id' | 'terms'>;

/** A hit as a section: what it is, and what of it bears on the query. */
export function hitSection(hit: Found, edition: Edition): Section {
  const mark = (text: string): Inline[] =>
    markTerms(text, hit.terms).map((part) => (part.hit ? { bold: part.text } : part.text));
  const stated = (statements: readonly Statement[]): Block[] => {
    const best = bestStatement(statements, hit.terms);
    return best ? [{ style: 'statement', text: mark(best.text), footnotes: best.footnotes }] : [];
  };
  switch (hit.kind) {
    case 'indicator': {
      const indicator = known(edition.indicator(Number(hit.id)), hit);
      return {
        heading: { text: `Indicator ${indicatorTitle(indicator)}` },
        blocks: stated(indicator.statements),
      };
    }
    case 'treaty': {
      const treaty = known(edition.treaty(hit.id), hit);
      return {
        heading: { text: `${treatyTitle(treaty)}: ${TREATY_STATUS_WORDS[treaty.status]}` },
        blocks: stated(treaty.statements),
      };
    }
    case 'overview': {
      const statement = known(edition.assessment.overview[Number(hit.id) - 1], hit);
      return { heading: { text: 'Overview' }, blocks: stated([statement]) };
    }
    case 'footnote': {
      const footnote = known(edition.footnote(Number(hit.id)), hit);
      const works = edition.works(footnote.number);
      return {
        heading: { text: `Footnote ${footnote.number}` },
        blocks: works.length
          ? [
              {
                style: 'plain',
                text: works.flatMap((w, i) => [i ? ' ' : '', ...cite(w)]),
                sourceOf: footnote.number,
              },
            ]
          : stated(footnote.statements ?? []),
      };
    }
    case 'vote': {
      const vote = known(edition.vote(hit.id), hit);
      const recorded = vote.record?.position;
      const differs =
        recorded && recorded !== vote.position ? ` — UN record: ${POSITION_WORDS[recorded]}` : '';
      const source = vote.title ? '' : ' (subject from the UN record)';
      return {
        heading: { text: `${vote.resolution}, ${voteContext(vote)}` },
        blocks: [
          {
            style: 'statement',
            text: [...mark(subjectOf(vote) ?? ''), `${source}: `, { bold: vote.wording }, differs],
            footnotes: [vote.footnote],
          },
        ],
      };
    }
  }
}

/** The statement that meets most of the terms; the earlier of two that meet as many. */
function bestStatement(statements: readonly Statement[], terms: readonly string[]): Statement | undefined {
  const met = (s: Statement) =>
    new Set(
      markTerms(s.text, terms)
        .filter((p) => p.hit)
        .map((p) => p.text),
    ).size;
  return [...statements].sort((a, b) => met(b) - met(a))[0];
}

function known<T>(record: T | undefined, hit: Found): T {
  if (!record) throw new Error(`the index knows ${hit.kind} ${hit.id}, the data does not`);
  return record;
}
