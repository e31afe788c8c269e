/** Works in the usual styles, as they are to be pasted. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Inline } from '../../src/answer.js';
import type { Work } from '../../src/assessment/works.js';
import { type Citable, citableAssessment, citableWork, once } from '../../src/citation/csl.js';
import { citeIn, STYLES, type Style } from '../../src/citation/styles.js';
import { edition, raw } from '../library.js';

/** A work as it is cited here: institutions by their full names. */
const cited = (work: Work) => citableWork(work, edition.institutions());
const works: Citable[] = once([
  ...raw.footnotes.flatMap(({ number }) => edition.works(number).map(cited)),
  citableAssessment(raw),
  citableAssessment(raw, raw.indicators[14]),
  citableAssessment(raw, raw.indicators[23], edition.vote('S/RES/2677')),
]);
const said = (parts: readonly Inline[]) =>
  parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('italic' in part) return `*${part.italic}*`;
      return 'bold' in part ? part.bold : part.url;
    })
    .join('');
const plain = (parts: readonly Inline[]) => said(parts).replaceAll('*', '');
const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

describe.each(STYLES)('in %s', (style) => {
  const all = citeIn(style, works);

  test('each entry gives author, title, year and address', () => {
    for (const [i, { item }] of works.entries()) {
      const entry = plain(all[i]?.entry ?? []);
      for (const name of item.author ?? []) {
        const literal = 'literal' in name ? name.literal : name.family;
        // Of three authors MLA names the first.
        if (style === 'mla' && i > 0 && name !== item.author?.[0] && (item.author?.length ?? 0) > 2) continue;
        expect(entry).toContain(literal);
      }
      expect(letters(entry)).toContain(letters(item.title));
      if (item['container-title']) expect(letters(entry)).toContain(letters(item['container-title']));
      if (item.URL) expect(all[i]?.entry).toContainEqual({ link: item.URL, url: item.URL });
      const year = item.issued?.['date-parts'][0][0];
      if (year) expect(entry).toContain(String(year));
      else if (style !== 'mla') expect(entry).toMatch(/n\.d\.|no date/);
    }
  });

  test('no author is a dash, and none has “and et al.”', () => {
    for (const { entry, inText } of all) {
      expect(plain(entry)).not.toMatch(/———|---|(?:and|&) et al/);
      expect(plain(inText)).not.toMatch(/(?:and|&) et al/);
      // Characters of its own are no part of a citation.
      expect(said(entry) + said(inText)).not.toMatch(/[\u{E000}-\u{F8FF}]/u);
    }
  });
});

/** A kind of work: where one stands, and how each style has it. {T} is its title, {A} its author, {C} what it is part of, {U} its address. */
const KINDS: Record<string, [footnote: number, work: number, expected: Record<Style, string>]> = {
  'a page of an institution': [
    3,
    0,
    {
      apa: '{A}. (2023). *{T}*. {U}',
      chicago: '{A}. 2023. “{T}.” {U}.',
      harvard: '{A} (2023) *{T}*. Available at: {U}.',
      mla: '{A}. *{T}*. 2023, {U}.',
    },
  ],
  'a report of an institution': [
    5,
    1,
    {
      apa: 'Human Rights Watch. (2023). *{T}*. {U}',
      chicago: 'Human Rights Watch. 2023. *{T}*. {U}.',
      harvard: 'Human Rights Watch (2023) *{T}*. Available at: {U}.',
      mla: 'Human Rights Watch. *{T}*. 2023, {U}.',
    },
  ],
  'an undated page': [
    40,
    0,
    {
      apa: 'Council on Foreign Relations. (n.d.). *{T}*. {U}',
      chicago: 'Council on Foreign Relations. n.d. “{T}.” {U}.',
      harvard: 'Council on Foreign Relations (no date) *{T}*. Available at: {U}.',
      mla: 'Council on Foreign Relations. *{T}*. {U}.',
    },
  ],
  'a page without author and date': [
    32,
    1,
    {
      apa: '*{T}*. (n.d.). {U}',
      chicago: '“{T}.” n.d. {U}.',
      harvard: '*{T}* (no date). Available at: {U}.',
      mla: '*{T}*. {U}.',
    },
  ],
  'a section of a report that is cited in short': [
    21,
    0,
    {
      apa: 'Amnesty International. (2023). {T}. In *{C}*. {U}',
      chicago: 'Amnesty International. 2023. “{T}.” In *{C}*. {U}.',
      harvard: 'Amnesty International (2023) ‘{T}’, in *{C}*. Available at: {U}.',
      mla: 'Amnesty International. “{T}.” *{C}*, 2023, {U}.',
    },
  ],
  'an article of two persons in a magazine': [
    11,
    0,
    {
      apa: 'Cohen, J. A., & Yin, C. (2022, May 12). {T}. *{C}*. {U}',
      chicago: 'Cohen, Jerome A., and Chi Yin. 2022. “{T}.” *{C}*, May 12, 2022. {U}.',
      harvard: 'Cohen, J.A. and Yin, C. (2022) ‘{T}’, *{C}*, 12 May. Available at: {U}.',
      mla: 'Cohen, Jerome A., and Chi Yin. “{T}.” *{C}*, 12 May 2022, {U}.',
    },
  ],
  'an article of one person and others, by its section': [
    36,
    0,
    {
      apa: 'Freeman, C., et al. (2023). {T}. In *{C}*. {U}',
      chicago: 'Freeman, Carla, et al. 2023. “{T}.” In *{C}*. {U}.',
      harvard: 'Freeman, C. *et al.* (2023) ‘{T}’, in *{C}*. Available at: {U}.',
      mla: 'Freeman, Carla, et al. “{T}.” *{C}*, 2023, {U}.',
    },
  ],
  'the text of a speech': [
    46,
    0,
    {
      apa: '{A}. (2021). *{T}* [Statement]. {U}',
      chicago: '{A}. 2021. “{T}.” Statement. {U}.',
      harvard: '{A} (2021) ‘{T}’. Available at: {U}.',
      mla: '{A}. *{T}*. 2021, {U}.',
    },
  ],
  'a podcast': [
    14,
    3,
    {
      apa: '{A}. (2022). *{T}* [Audio podcast episode]. {U}',
      chicago: '{A}. 2022. “{T}.” Audio podcast episode. {U}.',
      harvard: '{A} (2022) *{T}* [Podcast]. Available at: {U}.',
      mla: '{A}. *{T}*. 2022, {U}.',
    },
  ],
};

describe.each(Object.entries(KINDS))('%s', (_, [footnote, place, expected]) => {
  const citable = cited(edition.works(footnote)[place] as Work);
  const { author = [], title, 'container-title': container = '', URL: url = '' } = citable.item;
  const institution = author.map((name) => ('literal' in name ? name.literal : '')).join('');

  test.each(STYLES)('in %s', (style) => {
    const [cited] = citeIn(style, [citable]);
    const parts: Record<string, string> = { A: institution, T: title, C: container, U: url };
    const wanted = expected[style].replace(/\{([ATCU])\}/g, (whole, part: string) => parts[part] ?? whole);
    // Chicago and MLA write titles in capitals, and quotation marks change within quotation marks.
    expect(loose(said(cited?.entry ?? []))).toBe(loose(wanted));
  });
});

const loose = (text: string) => text.toLowerCase().replace(/[“”‘’]/g, '"');

test.each<[Style, string, string]>([
  ['apa', 'Yuan, J., Su, F., & Ouyang, X. (2022). ', '(Yuan et al., 2022, pp. 17–20)'],
  ['chicago', 'Yuan, Jingdong, Fei Su, and Xuwan Ouyang. 2022. ', '(Yuan, Su, and Ouyang 2022, 17–20)'],
  ['harvard', 'Yuan, J., Su, F. and Ouyang, X. (2022) ', '(Yuan, Su and Ouyang, 2022, pp. 17–20)'],
  ['mla', 'Yuan, Jingdong, et al. ', '(Yuan et al. 17–20)'],
])('the page that the report cites stands in the text, and not in the entry: %s', (style, begins, inText) => {
  const [one] = citeIn(style, edition.works(43).map(cited));
  expect(plain(one?.entry ?? []).startsWith(begins)).toBe(true);
  expect(plain(one?.entry ?? [])).not.toContain('17');
  expect(plain(one?.inText ?? [])).toBe(inText);
});

test('works of one author and year are told apart, the same work twice is not', () => {
  const [whole, section] = citeIn(
    'apa',
    [...edition.works(23).slice(1), ...edition.works(10).slice(0, 1)].map(cited),
  );
  expect(plain(whole?.inText ?? [])).toBe('(Freedom House, 2023b)');
  expect(plain(section?.inText ?? [])).toBe('(Freedom House, 2023a)');
});

test.each<[Style, string, string]>([
  ['apa', 'n.d.-a', 'n.d.-b'],
  ['chicago', 'n.d.-a', 'n.d.-b'],
  ['harvard', 'no date a', 'no date b'],
  ['mla', 'Late and Non-Reporting States', 'View Country Visits by Special Procedures'],
])('undated works of one author are told apart: %s', (style, one, other) => {
  const late = citeIn(style, [...edition.works(7), ...edition.works(8)].map(cited));
  expect(late.map(({ inText }) => plain(inText).replace(/^\(.*Commissioner, (.*)\)$/, '$1'))).toEqual([
    one,
    other,
  ]);
});

test('a year has its letter where Chicago tells works apart by it', () => {
  const both = citeIn(
    'chicago',
    [...edition.works(23).slice(1), ...edition.works(10).slice(0, 1)].map(cited),
  );
  expect(both.map(({ inText }) => plain(inText))).toEqual(['(Freedom House 2023b)', '(Freedom House 2023a)']);
  expect(plain(both[1]?.entry ?? [])).toMatch(/^Freedom House\. 2023a\. /);
});

describe('a title that MLA has in the text', () => {
  const long = (title: string) => ({
    item: { id: title, type: 'report', title, author: [{ literal: 'X' }] },
  });
  const shortIn = (...titles: string[]) =>
    citeIn('mla', [...titles, 'Other'].map(long))
      .slice(0, -1)
      .map(({ inText }) => plain(inText).replace(/^\(X, (.*)\)$/, '$1'));

  test.each([
    ['“They Fear”: How It Is', '“They Fear”'],
    ['Six Short Words Are Quite Enough', 'Six Short Words Are Quite Enough'],
    ['Remarks by Ambassador Zhang Jun, Representative to the UN', 'Remarks by Ambassador Zhang Jun'],
    ['Joint Statement of 68 Countries at the Dialogue', 'Joint Statement of 68 Countries'],
    ['Seven Words That Never Come To Rest', 'Seven Words That Never Come'],
    ['No Break Is Anywhere “Among All in Here”', 'No Break Is Anywhere “Among All in Here”'],
  ])('of “%s” is “%s”', (title, short) => {
    expect(shortIn(title)).toEqual([short]);
  });

  test('is whole where another would be the same in short', () => {
    expect(shortIn('Abuses: Women', 'Abuses: Children')).toEqual(['Abuses: Women', 'Abuses: Children']);
  });

  test('is never as long as a paragraph', () => {
    for (const { inText } of citeIn('mla', works)) expect(plain(inText).length).toBeLessThan(240);
  });
});

test('whatever a work says, nothing is thrown and its address survives', () => {
  // citeproc tells names apart in plain objects: a person called __proto__ is beyond it.
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    .filter((t) => t.trim() !== '' && !(t.trim() in {}));
  const name = fc.oneof(
    fc.record({ literal: text }),
    fc.record({ family: text, given: text }),
    fc.record({ family: text }),
  );
  const work = fc.record({
    title: text,
    author: fc.array(name, { minLength: 1, maxLength: 5 }),
    type: fc.constantFrom('report', 'webpage', 'chapter', 'speech', 'article-newspaper', 'broadcast'),
    URL: fc.webUrl({ withFragments: true, withQueryParameters: true }),
  });
  fc.assert(
    fc.property(fc.constantFrom(...STYLES), fc.array(work, { minLength: 1, maxLength: 3 }), (style, all) => {
      const items = all.map((one, i) => ({ item: { ...one, id: `w${i}` } }) as Citable);
      const cited = citeIn(style, items);
      expect(cited).toHaveLength(items.length);
      for (const [i, { item }] of items.entries())
        expect(cited[i]?.entry).toContainEqual({ link: item.URL, url: item.URL });
    }),
    { numRuns: 40 },
  );
});
