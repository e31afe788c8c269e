import { describe, expect, test } from 'vitest';
import { raw } from '../library.js';
import { ask, pagesOf } from './asking.js';

const RATINGS = {
  'very-weak': 'Very Weak',
  weak: 'Weak',
  fair: 'Fair',
  strong: 'Strong',
  'very-strong': 'Very Strong',
};
const TRENDS = { unchanged: 'Unchanged', decrease: 'Decrease', increase: 'Increase' };
/** A shape beside each word, so that nothing depends on colour. */
const SHAPES = {
  'very-weak': '○',
  weak: '◔',
  fair: '◑',
  strong: '◕',
  'very-strong': '●',
  unchanged: '→',
  decrease: '↓',
  increase: '↑',
};
const lineOf = (i: (typeof raw.indicators)[number]) =>
  `${SHAPES[i.rating]} ${RATINGS[i.rating]} · ${i.number} · ${i.label}${
    i.trend === 'unchanged' ? '' : ` — ${SHAPES[i.trend]} ${TRENDS[i.trend]}`
  }`;
const any = [undefined];
const filters = [...any, ...raw.areas.map((a) => a.id)].flatMap((area) =>
  [...any, ...Object.keys(RATINGS)].flatMap((rating) =>
    [...any, ...Object.keys(TRENDS)].map((trend) => ({ area, rating, trend })),
  ),
);

describe('ratings', () => {
  test('are counted as the data counts them, for every filter', () => {
    for (const filter of filters) {
      const given = Object.fromEntries(
        Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined),
      );
      const rows = raw.indicators.filter((i) =>
        Object.entries(given).every(([key, value]) => i[key as keyof typeof filter] === value),
      );
      const pages = pagesOf('ratings', given);
      const [first] = pages;
      expect(first?.dispatched.answer?.found, JSON.stringify(given)).toBe(rows.length > 0);
      expect(first?.dispatched.answer?.evidence.map((e) => Number(e.id))).toEqual(rows.map((i) => i.number));
      if (rows.length === 0) {
        expect(first?.seen.said).toMatch(
          /^None of the 36 indicators .*(?:Choose another|Leave one of the filters out)/m,
        );
        expect(first?.seen.buttons.map(({ label }) => label)).toContain('All ratings');
        continue;
      }
      const items = pages.flatMap(({ seen }) => seen.body.filter(({ style }) => style === 'item'));
      expect(items.map(({ text }) => text)).toEqual(rows.map(lineOf));
      for (const [key, words] of [
        ['rating', RATINGS],
        ['trend', TRENDS],
      ] as const) {
        for (const [value, word] of Object.entries(words)) {
          const n = rows.filter((i) => i[key] === value).length;
          const said = new RegExp(`(?<!Very )(?<![\\d] )\\b(\\d+) ${word}\\b`).exec(
            first?.seen.body[0]?.text ?? '',
          );
          expect(said?.[1], `${word} in ${JSON.stringify(given)}`).toBe(n ? String(n) : undefined);
        }
      }
    }
  });

  test('stand under their areas, in the report’s order', () => {
    const headings = pagesOf('ratings').flatMap(({ seen }) =>
      seen.body.filter(({ style }) => style === 'heading'),
    );
    const names = headings.map(({ text }) => text).filter((text) => !text.endsWith('(continued)'));
    expect(names).toEqual(raw.areas.map((a) => a.name));
  });

  test('of an indicator say whose judgement they are, and as of when', () => {
    const { seen } = ask('indicator', { name: '24' });
    expect(seen.head[1]?.bold).toEqual(['Weak', 'Unchanged']);
    expect(seen.sources.at(-1)?.text).toContain(raw.publisher);
    expect(seen.sources.at(-1)?.text).toContain('judgement of China as of 2023');
  });
});

describe('trends', () => {
  test('name every indicator that changed, and the index', () => {
    const { seen, dispatched } = ask('trends');
    const changed = raw.indicators.filter((i) => i.trend !== 'unchanged');
    const items = seen.body.filter(({ style }) => style === 'item').map(({ text }) => text);
    expect(items).toEqual(changed.map(lineOf));
    expect(seen.said).toContain('China’s index score is one point lower than in 2022.');
    expect(seen.said).toContain(
      `Unchanged: ${raw.indicators.length - changed.length} of 36 indicators. Increase: none.`,
    );
    expect(dispatched.answer?.evidence.map((e) => e.id)).toEqual([
      ...changed.map((i) => String(i.number)),
      '19',
    ]);
  });
});
