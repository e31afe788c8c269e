/** The rules on footnotes: each mark has its footnote, each footnote its mark, each short form its full reference. */

import type { Assessment, Footnote, Source, Statement } from '../schema.js';
import { clip } from './describe.js';
import type { Path } from './places.js';
import { noSuchFootnote, type Report } from './rules.js';

export function marks(assessment: Assessment, report: Report): void {
  const statements = [...bodyStatements(assessment), ...statementsIn('footnotes', assessment.footnotes)];
  for (const { path, statement } of statements) {
    for (const [i, mark] of statement.footnotes.entries()) {
      const at = [...path, 'footnotes', i];
      const missing = noSuchFootnote(assessment, mark);
      if (missing) report(at, missing);
      if (statement.footnotes.indexOf(mark) < i) {
        report(at, `mark ${mark} stands twice on one statement; expected each mark once`);
      }
    }
  }
}

export function orphans(assessment: Assessment, report: Report): void {
  const cited = new Set([
    ...bodyStatements(assessment).flatMap(({ statement }) => statement.footnotes),
    ...assessment.votes.map(({ footnote }) => footnote),
  ]);
  for (const [i, { number }] of assessment.footnotes.entries()) {
    if (cited.has(number)) continue;
    const expected = 'its mark on a statement of the overview, an indicator or a treaty, or on a vote';
    report(['footnotes', i], `footnote ${number} is cited nowhere; expected ${expected}`);
  }
}

type PlacedStatement = { path: Path; statement: Statement };

/** The statements of the report itself. The footnotes' own remarks are not among them. */
function bodyStatements({ overview, indicators, treaties }: Assessment): PlacedStatement[] {
  return [
    ...overview.map((statement, i) => ({ path: ['overview', i], statement })),
    ...statementsIn('indicators', indicators),
    ...statementsIn('treaties', treaties),
  ];
}

function statementsIn(
  collection: string,
  records: readonly { statements?: Statement[] | undefined }[],
): PlacedStatement[] {
  return records.flatMap(({ statements = [] }, i) =>
    statements.map((statement, j) => ({ path: [collection, i, 'statements', j], statement })),
  );
}

/** Citations, and the files made of them, tell works apart by their ids. */
export function sourceIds(assessment: Assessment, report: Report): void {
  const first = new Map<string, number>();
  for (const [i, { number, sources }] of assessment.footnotes.entries()) {
    for (const [position, { id }] of sources.entries()) {
      if (id === undefined) continue;
      const before = first.get(id);
      const at = ['footnotes', i, 'sources', position, 'id'];
      if (before !== undefined)
        report(at, `id "${clip(id, 40)}" is that of a source of footnote ${before}; expected one of its own`);
      else first.set(id, number);
    }
  }
}

export function footnotes(assessment: Assessment, report: Report): void {
  for (const [i, { number, statements, sources }] of assessment.footnotes.entries()) {
    const path = ['footnotes', i];
    if (sources.length === 0 && !statements?.length) {
      report(path, `footnote ${number} is empty; expected a remark (in statements) or a source`);
    }
    for (const [position, source] of sources.entries()) {
      const at = [...path, 'sources', position];
      const wrong = source.sameAs
        ? wrongShortForm(assessment.footnotes, { footnote: number, source: position }, source.sameAs)
        : wrongFullReference(source);
      if (wrong) report(source.sameAs ? [...at, 'sameAs'] : at, wrong);
      if (source.sameAs && source.URL) {
        report([...at, 'URL'], 'URL stands beside sameAs; expected sameAs alone on a short form');
      }
    }
  }
}

/**
 * A full reference has to lead somewhere. A printed work does so without a URL when it says who published it, or in
 * what; a work with none of these is most likely a short form that lacks its `sameAs`.
 */
function wrongFullReference(source: Source): string | undefined {
  if (source.URL ?? source.DOI ?? source.publisher ?? source['container-title']) return undefined;
  return `source "${clip(source.title, 40)}" leads nowhere; expected a URL, or sameAs where it is a short form (a printed work: DOI, publisher or container-title)`;
}

type Reference = NonNullable<Source['sameAs']>;

/** What is wrong with where a short form points; undefined where that is a full reference. */
function wrongShortForm(footnotes: Footnote[], self: Reference, target: Reference): string | undefined {
  const footnoteOf = (reference: Reference) => footnotes.find(({ number }) => number === reference.footnote);
  const sourceOf = (reference: Reference) => footnoteOf(reference)?.sources[reference.source];
  const name = ({ footnote, source }: Reference) => `source ${source} of footnote ${footnote}`;

  if (name(target) === name(self)) return 'sameAs points to itself; expected the full reference';
  const footnote = footnoteOf(target);
  if (!footnote) return `sameAs points to footnote ${target.footnote}, which is not in the file`;
  const found = sourceOf(target);
  if (!found) {
    const count = footnote.sources.length;
    return `sameAs points to ${name(target)}, which has ${count || 'none'}; expected a position counted from 0`;
  }
  if (!found.sameAs) return undefined;

  const trail = [name(self), name(target)];
  for (let next: Reference | undefined = found.sameAs; next; next = sourceOf(next)?.sameAs) {
    const circle = trail.includes(name(next));
    trail.push(name(next));
    if (circle) return `sameAs leads in a circle: ${trail.join(' -> ')}; expected a full reference`;
  }
  return `sameAs points to another short form: ${trail.join(' -> ')}; expected the full reference itself`;
}
