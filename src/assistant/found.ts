/** A piece of evidence: a record of the assessment, and which of its statements bears on what was asked. */
import type { Statement } from '../assessment/schema.js';
import { type Hit, markTerms } from '../index/search.js';
import type { Edition } from '../library.js';

/** A record, and which of its statements (from 0) bears on the query; a vote has none. `terms` are to be marked in it. */
export interface Found extends Pick<Hit, 'kind' | 'id' | 'terms'> {
  at: number;
}

/** The hit with the statement that meets most of its terms; the earlier of two that meet as many. */
export function withStatement({ kind, id, terms }: Omit<Found, 'at'>, edition: Edition): Found {
  const hit = { kind, id, terms };
  const statements = statementsOf(hit, edition);
  if (statements.length < 2) return { ...hit, at: 0 };
  let [best, most] = [0, 0];
  statements.forEach(({ text }, at) => {
    const met = new Set<string>();
    for (const part of markTerms(text, terms)) if (part.hit) met.add(part.text.toLowerCase());
    if (met.size > most) [best, most] = [at, met.size];
  });
  return { ...hit, at: best };
}

/** Whether this edition has the record and the statement: a button may come from another one. */
export function exists(found: Found, edition: Edition): boolean {
  return found.kind === 'vote'
    ? edition.vote(found.id) !== undefined
    : found.kind === 'footnote'
      ? edition.footnote(Number(found.id)) !== undefined
      : statementsOf(found, edition)[found.at] !== undefined;
}

/** The statements of the record that was found; a vote has none. */
export function statementsOf({ kind, id }: Omit<Found, 'at'>, edition: Edition): readonly Statement[] {
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

/** Votes as what was found. */
export const voteFound = (id: string): Found => ({ kind: 'vote', id, terms: [], at: 0 });
