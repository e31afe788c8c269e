/** What stands around the citations of a reply: what is missing, how many works there are, what a file is called. */
import { describe, expect, test } from 'vitest';
import { once } from '../../src/citation/csl.js';
import { missingIn } from '../../src/citation/missing.js';
import type { Style } from '../../src/citation/styles.js';
import { citableIn } from '../../src/commands/citation-blocks.js';
import { ask, pagesOf } from '../commands/asking.js';
import { edition, raw } from '../library.js';

const SITE = 'the name of the site';
const READ = 'the day on which you read it';

describe('what a style wants and the report does not give', () => {
  const worksOf = (footnote: number) => edition.works(footnote).map(citableIn(edition));

  test.each<[string, number, Record<Style, string[]>]>([
    ['a page of an institution', 24, { apa: [], chicago: [], harvard: [READ], mla: [SITE] }],
    ['an undated one', 40, { apa: [READ], chicago: [READ], harvard: [READ], mla: [SITE, READ] }],
    ['a page of a person', 13, { apa: [SITE], chicago: [SITE], harvard: [READ], mla: [SITE] }],
    ['a section of one', 36, { apa: [SITE], chicago: [SITE], harvard: [READ], mla: [SITE] }],
    ['a newspaper', 39, { apa: [], chicago: [], harvard: [READ], mla: [] }],
    [
      'a report of persons',
      43,
      {
        apa: ['the publisher'],
        chicago: ['the publisher'],
        harvard: ['the publisher', READ],
        mla: ['the publisher'],
      },
    ],
    ['a section of a report', 21, { apa: [], chicago: [], harvard: [READ], mla: [] }],
  ])('of %s', (_, footnote, expected) => {
    for (const [style, missing] of Object.entries(expected))
      expect(missingIn(style as Style, worksOf(footnote)), style).toEqual(missing);
  });

  test('of several says of which, where not all lack it', () => {
    expect(missingIn('apa', worksOf(14))).toEqual([
      `${SITE} (for web pages by persons)`,
      'the name of the podcast',
    ]);
  });

  test('is said in the reply, of a list on its first page, and not at all where nothing is missing', () => {
    const says = /The style also wants (.*)\./;
    expect(ask('cite', { footnote: '13', style: 'apa' }).seen.said).toMatch(says);
    expect(ask('cite', { footnote: '39', style: 'apa' }).seen.said).not.toMatch(says);
    expect(ask('cite', { footnote: '7', style: 'report' }).seen.said).not.toMatch(says);
    const pages = pagesOf('cite', { footnote: 'all', style: 'mla' }).map(({ seen }) => says.test(seen.said));
    expect(pages.slice(0, 2)).toEqual([true, false]);
  });
});

describe('the works of a list are counted', () => {
  const head = (footnote: string, style?: string) =>
    ask('cite', { footnote, ...(style ? { style } : {}) })
      .seen.head.map(({ text }) => text)
      .join('\n');

  test('each once', () => {
    expect(head('13-14')).toContain('4 works');
    expect(head('13-14', 'bibtex')).toContain('4 works');
  });

  test('as many as the file holds', () => {
    const works = once(raw.footnotes.flatMap(({ number }) => edition.works(number).map(citableIn(edition))));
    expect(head('all', 'bibtex')).toContain(`${works.length} works and the assessment itself`);
    const [file] = ask('cite', { footnote: 'all', style: 'bibtex' }).dispatched.files ?? [];
    expect(new TextDecoder().decode(file?.data).match(/^@/gm)).toHaveLength(works.length + 1);
  });

  test('with the assessment alone where the footnotes are remarks', () => {
    expect(head('2,4', 'ris')).toContain('the assessment itself');
    expect(head('2,4', 'ris')).not.toContain('no works');
    expect(head('2,4')).toContain('no works');
  });
});

test.each([
  ['24', 'footnote-24'],
  ['3,24', 'chn-2023-footnotes-3-24'],
  ['3-24', 'chn-2023-footnotes-3-to-24'],
  ['5, 9-11', 'chn-2023-footnotes-5-9-to-11'],
  ['all', 'chn-2023-footnotes-all'],
  [
    '1,3,5,7,9,11,13,15,17,19,21,23,25,27,29,31,33',
    'chn-2023-footnotes-1-3-5-7-9-11-13-15-17-19-21-23-25-27-29-and-more',
  ],
  [
    '1,3,5,7,9,11,13,15,17,19,21,23,25,27,30-33',
    'chn-2023-footnotes-1-3-5-7-9-11-13-15-17-19-21-23-25-27-30-and-more',
  ],
])('the file of %s is called %s', (footnote, name) => {
  const [file] = ask('cite', { footnote, style: 'ris' }).dispatched.files ?? [];
  expect(file?.name).toBe(`${name}.ris`);
});

describe('an indicator', () => {
  const said = (footnote: string) => ask('cite', { footnote }).seen;

  test('that there is not leads to the list of them', () => {
    expect(said('indicator 99').said).toContain('They run from 1 to 36; /ratings lists them.');
    expect(said('indicator 99').said).not.toContain('choose one');
    expect(said('indicator 99').buttons.map(({ label }) => label)).toContain('All indicators');
  });

  test.each(['indicators 3-5', 'indicators 3, 4 and 5'])('is cited one at a time: %s', (typed) => {
    expect(said(typed).said).toContain('Indicators are cited one at a time');
    expect(said(typed).buttons.map(({ label }) => label?.split(' ')[0])).toEqual(['3', '4', '5']);
  });

  test('may be written in the plural', () => {
    expect(said('indicators 15').said).toContain('Indicator 15: ');
  });
});
