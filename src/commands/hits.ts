/** Search hits as blocks: each with the statement that met the query best, the words met set apart, and its source. */
import type { Block, Inline, Section } from '../answer.js';
import type { Statement } from '../assessment/schema.js';
import { cite } from '../citation/report-style.js';
import { KINDS, type Kind } from '../index/documents.js';
import type { Hit } from '../index/search.js';
import { markTerms } from '../index/search.js';
import { subjectOf } from '../index/topics.js';
import type { Edition } from '../library.js';
import { checkBlock, differenceInline, treatyTitle } from './pieces.js';
import { indicatorTitle, TREATY_STATUS_WORDS, voteContext } from './words.js';

export type Found = Pick<Hit, 'kind' | 'id' | 'terms'>;

/** A hit as a section: what it is, what of it bears on the query, and where the UN record differs from that. */
export function hitSection(hit: Found, edition: Edition): Section {
  const mark = (text: string): Inline[] =>
    markTerms(text, hit.terms).map((part) => (part.hit ? { bold: part.text } : part.text));
  const stated = ({ text, footnotes }: Statement): Block => ({
    style: 'statement',
    text: mark(text),
    footnotes,
  });
  switch (hit.kind) {
    case 'indicator': {
      const indicator = known(edition.indicator(Number(hit.id)), hit);
      const best = bestStatement(indicator.statements, hit.terms);
      // A statement that speaks of a treaty is checked as the treaty is.
      const treaties = edition.assessment.treaties.filter((t) =>
        t.statements.some((s) => s.text === best.text),
      );
      const checks = [
        ...edition.checks('indicator', hit.id),
        ...treaties.flatMap((treaty) => edition.checks('treaty', treaty.id)),
      ];
      return {
        heading: { text: `Indicator ${indicatorTitle(indicator)}` },
        blocks: [stated(best), ...checks.map(checkBlock)],
      };
    }
    case 'treaty': {
      const treaty = known(edition.treaty(hit.id), hit);
      return {
        heading: { text: `${treatyTitle(treaty)}: ${TREATY_STATUS_WORDS[treaty.status]}` },
        blocks: [
          stated(bestStatement(treaty.statements, hit.terms)),
          ...edition.checks('treaty', hit.id).map(checkBlock),
        ],
      };
    }
    case 'overview': {
      const statement = known(edition.assessment.overview[Number(hit.id) - 1], hit);
      return { heading: { text: 'Overview' }, blocks: [stated(statement)] };
    }
    case 'footnote': {
      const footnote = known(edition.footnote(Number(hit.id)), hit);
      const works = edition.works(footnote.number);
      const cited: Block = {
        style: 'plain',
        text: works.flatMap((w, i) => [i ? ' ' : '', ...cite(w)]),
        sourceOf: footnote.number,
      };
      return {
        heading: { text: `Footnote ${footnote.number}` },
        blocks: works.length ? [cited] : [stated(bestStatement(footnote.statements ?? [], hit.terms))],
      };
    }
    case 'vote': {
      const vote = known(edition.vote(hit.id), hit);
      const about = [...mark(subjectOf(vote) ?? ''), vote.title ? ': ' : ' (subject from the UN record): '];
      return {
        heading: { text: `${vote.resolution}, ${voteContext(vote)}` },
        blocks: [
          {
            style: 'statement',
            text: [...about, { bold: vote.wording }, ...differenceInline(vote)],
            footnotes: [vote.footnote],
          },
        ],
      };
    }
  }
}

/** The statement that meets most of the terms; the earlier of two that meet as many. */
function bestStatement(statements: readonly Statement[], terms: readonly string[]): Statement {
  const met = ({ text }: Statement) =>
    new Set(markTerms(text, terms).flatMap((part) => (part.hit ? part.text.toLowerCase() : []))).size;
  const [best] = [...statements].sort((a, b) => met(b) - met(a));
  // The schema asks for at least one; a footnote without works has a remark.
  if (!best) throw new Error('a record without a statement cannot be a hit');
  return best;
}

function known<T>(record: T | undefined, hit: Found): T {
  if (!record) throw new Error(`the index knows ${hit.kind} ${hit.id}, the data does not`);
  return record;
}

/** How a vote begins in the short form, and what that stands for: a body's prefix is long, and an id has 100 characters. */
const VOTE_PREFIXES = { s: 'S/RES/', h: 'A/HRC/RES/', g: 'A/RES/' };

/** Hits in a short form that fits a button: `i15 f24 s2666`. */
export function pack(hits: readonly Pick<Hit, 'kind' | 'id'>[]): string {
  return hits
    .map(({ kind, id }) => {
      if (kind !== 'vote') return kind[0] + id;
      const [letter, prefix] = Object.entries(VOTE_PREFIXES).find(([, p]) => id.startsWith(p)) ?? ['', ''];
      return letter + id.slice(prefix.length);
    })
    .join(' ');
}

/** Hits from their short form; what this edition does not have is left out. */
export function unpack(short: string, edition: Edition): Found[] {
  return short.split(' ').flatMap((code) => {
    const rest = code.slice(1);
    const prefix = VOTE_PREFIXES[code[0] as keyof typeof VOTE_PREFIXES];
    const kind = prefix ? 'vote' : KINDS.find((k) => k[0] === code[0]);
    const id = (prefix ?? '') + rest;
    return kind && has(edition, kind, id) ? [{ kind, id, terms: [] }] : [];
  });
}

function has(edition: Edition, kind: Kind, id: string): boolean {
  const { overview } = edition.assessment;
  const record = {
    indicator: () => edition.indicator(Number(id)),
    vote: () => edition.vote(id),
    footnote: () => edition.footnote(Number(id)),
    treaty: () => edition.treaty(id),
    overview: () => overview[Number(id) - 1],
  }[kind]();
  return record !== undefined;
}
