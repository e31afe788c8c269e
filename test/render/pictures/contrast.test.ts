/** WCAG 2.2: text at least 4.5:1 against what it lies on (1.4.3), and shapes at least 3:1 (1.4.11). */
import { describe, expect, test } from 'vitest';
import { RATINGS, TRENDS } from '../../../src/assessment/schema.js';
import type { Element } from '../../../src/render/pictures/element.js';
import { PALETTES, THEMES } from '../../../src/render/pictures/palette.js';
import { scorecard } from '../../../src/render/pictures/scorecard.js';
import { trendsChart } from '../../../src/render/pictures/trends-chart.js';
import { votesChart } from '../../../src/render/pictures/votes-chart.js';
import { china, withChanges } from './data.js';
import { marks } from './tree.js';

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const channels = /^#(..)(..)(..)$/.exec(colour)?.slice(1);
  if (!channels) throw new Error(`${colour} is no colour of six digits`);
  const [r = 0, g = 0, b = 0] = channels.map((hex) => {
    const c = Number.parseInt(hex, 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** With every rating, every trend, every position, and boxes that are empty. */
const VARIANTS = [
  china,
  withChanges({
    indicators: china.indicators.map((i, at) => ({
      ...i,
      rating: RATINGS[at % RATINGS.length] ?? i.rating,
      trend: TRENDS[at % TRENDS.length] ?? i.trend,
    })),
  }),
  withChanges({
    indicators: china.indicators.slice(0, 1),
    votes: china.votes.slice(0, 1),
    indexChange: null,
  }),
];

test('black on white is 21:1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});

describe.each(THEMES)('in the %s theme', (theme) => {
  test.each<[string, typeof scorecard]>([
    ['scorecard', scorecard],
    ['votes', votesChart],
    ['trends', trendsChart],
  ])('all that the %s has is told from what it lies on', (_name, chart) => {
    const found = VARIANTS.flatMap((variant) => marks(chart(variant, theme) satisfies Element));
    expect(found.length).toBeGreaterThan(100);
    const faint = found
      .map(({ mark, colour, background }) => ({
        mark,
        colour,
        background,
        ratio: contrast(colour, background),
      }))
      .filter(({ mark, ratio }) => ratio < (mark === 'path' ? 3 : 4.5));
    expect(faint).toEqual([]);
  });

  test('every colour of the palette bears its ink', () => {
    const { ratings, trends, positions } = PALETTES[theme];
    for (const { fill, ink } of [ratings, trends, positions].flatMap((some) => Object.values(some)))
      expect(contrast(fill, ink), fill).toBeGreaterThanOrEqual(4.5);
  });
});
