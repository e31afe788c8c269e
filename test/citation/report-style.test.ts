import { describe, expect, test } from 'vitest';
import { authorsOf, cite, citeInFull, yearOf } from '../../src/citation/report-style.js';
import { inline } from '../../src/render/markdown.js';
import { ask } from '../commands/asking.js';
import { edition, raw } from '../library.js';
import { linesOf } from '../render/reading.js';

/** A work as it is cited, with its title as ‹title›. */
const read = (footnote: number, at = 0) => {
  const work = edition.works(footnote)[at];
  return work ? (linesOf(inline(cite(work)))[0]?.text ?? '').replace(work.title, '‹title›') : '';
};
const pasted = (footnote: number) =>
  ask('cite', { footnote: String(footnote) }).seen.body.map(({ text }) => text);

describe('a citation as the report has it', () => {
  test.each([
    [40, 0, 'Council on Foreign Relations, n.d. ‹title›.'],
    [24, 0, 'Reporters Without Borders, 2023. ‹title›.'],
    [43, 0, 'Yuan, Jingdong, Fei Su, Xuwan Ouyang, 2022. ‹title›, p. 17–20.'],
    [11, 0, 'Cohen, Jerome A., Chi Yin, 2022. ‹title›, The Diplomat, 12 May.'],
    [39, 0, 'DeYoung, Karen, Missy Ryan, 2023. ‹title›, The Washington Post, 13 April.'],
    [32, 1, '‹title›.'],
    [
      19,
      0,
      'U.S Department of State, 2023. ‹title›, ‘Section 6. Discrimination and Societal Abuses: Women’.',
    ],
  ])('of footnote %i, work %i, is “%s…”', (footnote, at, expected) => {
    expect(read(footnote, at)).toBe(expected);
  });

  test('has the pages that the report gives, however many there are', () => {
    expect(read(43)).toContain('17–20');
  });

  test('of several authors keeps their order, the first family name first', () => {
    const author = [
      { family: 'Zeta', given: 'Ann' },
      { family: 'Alpha', given: 'Bo' },
      { literal: 'et al.' },
    ];
    expect(authorsOf({ author })).toBe('Zeta, Ann, Bo Alpha, et al.');
    expect(read(36)).toMatch(/^Freeman, Carla, et al\., 2023\. /);
  });

  test('of one without a given name, or without an author, has nothing in its place', () => {
    expect(authorsOf({ author: [{ family: 'Plato' }] })).toBe('Plato');
    expect(authorsOf({})).toBe('');
  });

  test('has a year, or says that it has none', () => {
    expect(yearOf({ issued: { 'date-parts': [[2023, 5]] } })).toBe('2023');
    expect(yearOf({})).toBe('n.d.');
  });

  test('gives a month without a day as a month', () => {
    const parts = cite({
      id: 'a-2023',
      type: 'report',
      title: 'T',
      author: [{ literal: 'A' }],
      issued: { 'date-parts': [[2023, 5]] },
    });
    expect(inline(parts)).toBe('A, 2023. T, May.');
  });

  test('never has two full stops, nor a gap, where a part is absent', () => {
    for (const { number } of raw.footnotes) {
      for (const work of edition.works(number)) {
        const text = linesOf(inline(cite(work)))[0]?.text ?? '';
        expect(text).not.toMatch(/\.\.|,,|, \.|\s{2}|undefined|null/);
        expect(text).toMatch(/\.$/);
      }
    }
  });
});

describe('a citation to paste', () => {
  test('has its address written out, unbroken', () => {
    for (const { number } of raw.footnotes) {
      for (const work of edition.works(number)) {
        const link = citeInFull(work).find((part) => typeof part === 'object' && 'url' in part);
        expect(link).toEqual(work.URL ? { link: work.URL, url: work.URL } : undefined);
      }
    }
  });

  test('quotes the title of a part of something, and no other', () => {
    expect(pasted(37).join('\n')).toMatch(/Reuters, 2023\. ‘UN expert says [^‘]+’, ABC News, 18 May\./);
    expect(pasted(24).join('\n')).toContain(
      'Reporters Without Borders, 2023. China. https://rsf.org/en/country/china',
    );
  });
});
