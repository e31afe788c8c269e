/** Files that are attached: rows for spreadsheets and programs, read back. */
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { documentUrl } from '../../src/assessment/symbols/symbols.js';
import { volumeOf } from '../../src/assessment/volume.js';
import { createDispatch } from '../../src/dispatch.js';
import { interactionOf } from '../../src/interactions.js';
import { createLibrary } from '../../src/library.js';
import { createLog } from '../../src/log.js';
import { raw } from '../library.js';
import { ask, dispatch, pressLabel } from './asking.js';

type Row = Record<string, string>;
const fileOf = (command: string, options: Record<string, string>, by = dispatch) => {
  const { files = [], response } = by(interactionOf({ command, options }));
  const [file] = files;
  if (!file || files.length > 1) throw new Error(`${files.length} files`);
  return { ...file, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.data), response };
};
const read = (text: string) => {
  const { data, errors } = Papa.parse<Row>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
};

describe('votes as CSV', () => {
  test('have a row for each vote of the list, in its order', () => {
    const { name, type, text } = fileOf('votes', { as: 'csv' });
    expect(name).toBe('chn-2023-china-un-votes.csv');
    expect(type).toBe('text/csv');
    expect(text.startsWith('\uFEFFsymbol,body,year,date,title,')).toBe(true);
    const rows = read(text);
    expect(rows.map(({ symbol }) => symbol)).toEqual(raw.votes.map(({ resolution }) => resolution));
    for (const [i, vote] of raw.votes.entries()) {
      expect(rows[i]).toMatchObject({
        body: vote.body,
        year: String(vote.year),
        date: vote.record?.adopted ?? '',
        title: vote.title ?? '',
        position: vote.position,
        wording: vote.wording,
        record: vote.record?.position ?? '',
        footnote: String(vote.footnote),
        document_url: documentUrl(vote.resolution, vote.year),
      });
      const checks = raw.checks.filter(({ about }) => about.kind === 'vote' && about.id === vote.resolution);
      expect(rows[i]?.check).toBe(checks.map(({ record }) => record).join('; '));
      for (const { URL: url } of raw.footnotes[vote.footnote - 1]?.sources ?? [])
        if (url) expect(rows[i]?.source_url?.split('; ')).toContain(url);
    }
  });

  test('are those that were asked for', () => {
    const rows = read(fileOf('votes', { as: 'csv', topic: 'Syria', year: '2022' }).text);
    expect(rows.map(({ symbol }) => symbol)).toEqual([
      'A/RES/77/230',
      'A/HRC/RES/49/27',
      'A/HRC/RES/50/19',
      'A/HRC/RES/51/26',
    ]);
  });

  test('are no formulas', () => {
    const [first, ...others] = raw.votes;
    const title = '=HYPERLINK("https://example.org","click")';
    const altered = { ...raw, votes: [{ ...first, title }, ...others] } as typeof raw;
    const own = createDispatch(createLibrary([volumeOf(altered)]), createLog({ level: 'silent' }), '1');
    expect(read(fileOf('votes', { as: 'csv' }, own).text)[0]?.title).toBe(`'${title}`);
  });
});

test('votes as JSON are the same rows, with lists as lists', () => {
  const rows = JSON.parse(fileOf('votes', { as: 'json', position: 'abstained' }).text) as Record<
    string,
    unknown
  >[];
  const own = raw.votes.filter(({ position }) => position === 'abstained');
  expect(rows.map(({ symbol }) => symbol)).toEqual(own.map(({ resolution }) => resolution));
  expect(rows[0]?.source_url).toEqual(
    raw.footnotes[(own[0]?.footnote ?? 1) - 1]?.sources.flatMap(({ URL: url }) => url ?? []),
  );
});

test.each(['csv', 'json'])('ratings as %s have a row for each indicator of the list', (as) => {
  const { text } = fileOf('ratings', { as, rating: 'weak' });
  const rows = as === 'csv' ? read(text) : (JSON.parse(text) as Record<string, unknown>[]);
  const own = raw.indicators.filter(({ rating }) => rating === 'weak');
  expect(rows.map(({ number }) => Number(number))).toEqual(own.map(({ number }) => number));
  for (const [i, { label, name, trend }] of own.entries())
    expect(rows[i]).toMatchObject({ label, name, trend });
});

test.each([
  ['votes', { body: 'security-council' }],
  ['ratings', { area: 'basic-compliance' }],
])('a button gives the rows of /%s %j', (command, options) => {
  for (const label of ['CSV file', 'JSON file']) {
    const { dispatched, message } = pressLabel(ask(command, options), label);
    const { files = [] } = dispatched;
    expect(files).toHaveLength(1);
    expect(message.attachments).toEqual([{ id: '0', filename: files[0]?.name }]);
    expect(new TextDecoder().decode(files[0]?.data)).not.toBe('');
  }
});
