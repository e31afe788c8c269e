/** Rows of the data as a file for spreadsheets and programs: CSV and JSON. */

import { stringify } from 'csv-stringify/sync';
import type { Action, Answer, Call, OutFile } from '../answer.js';
import type { Indicator, Vote } from '../assessment/schema.js';
import { documentUrl } from '../assessment/symbols/symbols.js';
import { count, list } from '../assessment/words.js';
import type { Edition } from '../library.js';
import { checksUnder, footnotesOf } from './onward.js';

const TABLES = {
  csv: { name: 'CSV', type: 'text/csv' },
  json: { name: 'JSON', type: 'application/json' },
} as const;
type Table = keyof typeof TABLES;
export const isTable = (as: string | undefined): as is Table => as !== undefined && Object.hasOwn(TABLES, as);

type Cell = string | number | null | readonly (string | number)[];
type Row = Readonly<Record<string, Cell>>;

/** Buttons that give the rows of a list as a file. @param call what gives the list */
export function exportActions({ command, options }: Call): Action[] {
  return (Object.keys(TABLES) as Table[]).map((as) => ({
    do: 'open',
    label: `${TABLES[as].name} file`,
    call: { command, options: { ...options, as } },
  }));
}

/** A list as a file, in place of its text. @param what one row is, in the singular */
export function asFile(
  { picture: _, ...answer }: Answer,
  rows: readonly Row[],
  as: Table,
  what: string,
): Answer {
  const { name, type } = TABLES[as];
  const columns = Object.keys(rows[0] ?? {});
  const slug = answer.title
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-');
  const file: OutFile = {
    name: `${answer.assessment}-${slug.replace(/^-|-$/g, '')}.${as}`,
    type,
    data: new TextEncoder().encode(as === 'csv' ? csv(rows) : `${JSON.stringify(rows, null, 2)}\n`),
  };
  return {
    ...answer,
    title: `${answer.title} · ${name}`,
    subtitle: [count(rows.length, what)],
    sections: [
      {
        blocks: [
          {
            style: 'plain',
            text: [
              as === 'csv'
                ? `One row for each ${what}, in UTF-8, under a row with the columns’ names: ${list(columns)}.`
                : `A list of objects, one for each ${what}, with ${list(columns)}.`,
            ],
          },
        ],
      },
    ],
    actions: [],
    related: [],
    files: [file],
  };
}

/** What a spreadsheet would take for a formula is kept a text; the byte-order mark tells Excel that it is UTF-8. */
function csv(rows: readonly Row[]): string {
  const flat = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, cell]) => [column, Array.isArray(cell) ? cell.join('; ') : cell]),
    ),
  );
  return stringify(flat, { header: true, bom: true, escape_formulas: true, record_delimiter: 'windows' });
}

/** A vote as a row. `record` is the position in the UN record, `check` where that differs from the report. */
export function voteRow(vote: Vote, edition: Edition): Row {
  const { assessment } = edition;
  const works = edition.works(vote.footnote);
  return {
    symbol: vote.resolution,
    body: vote.body,
    year: vote.year,
    date: vote.record?.adopted ?? null,
    title: vote.title,
    subject: vote.record?.subject ?? null,
    position: vote.position,
    wording: vote.wording,
    record: vote.record?.position ?? null,
    record_source: vote.record?.source.title ?? null,
    record_url: vote.record?.source.url ?? null,
    check: edition.checks('vote', vote.resolution).map(({ record }) => record),
    footnote: vote.footnote,
    source: works.map(({ title }) => title),
    source_url: works.flatMap(({ URL: url }) => url ?? []),
    document_url: documentUrl(vote.resolution, vote.year),
    assessment: assessment.title,
    assessor: assessment.publisher,
    assessment_url: assessment.url,
  };
}

/** An indicator as a row. */
export function indicatorRow(indicator: Indicator, edition: Edition): Row {
  const { assessment } = edition;
  const footnotes = footnotesOf(indicator, edition).sort((a, b) => a - b);
  const urls = footnotes.flatMap((number) => edition.works(number).flatMap(({ URL: url }) => url ?? []));
  return {
    number: indicator.number,
    area: edition.area(indicator.area).name,
    label: indicator.label,
    name: indicator.name,
    rating: indicator.rating,
    trend: indicator.trend,
    year: assessment.year,
    compared_with: assessment.comparedWith,
    check: checksUnder(indicator, edition).map(({ record }) => record),
    footnote: footnotes,
    source_url: [...new Set(urls)],
    assessment: assessment.title,
    assessor: assessment.publisher,
    assessment_url: assessment.url,
  };
}
