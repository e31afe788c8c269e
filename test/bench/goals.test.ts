import { describe, expect, it, vi } from 'vitest';
import type { Compared } from '../../bench/figures.js';
import { type Goal, goalsOf, goalsTable, type Results } from '../../bench/goals.js';
import type { Size } from '../../bench/growth.js';
import { main } from '../../bench/main.js';
import type { Searched } from '../../bench/search.js';

const by = (ratio: number): Compared => ({ bare: 1, footnote: ratio, ratio });
const trip = (p50: number, p99: number) => ({ p50: by(p50), p99: by(p99) });
const load = (perSecond: number) => ({ ...trip(1, 1), busy: by(1), perSecond: by(perSecond) });
const searched = (name: string, rightAt1: number, ratio: number) => ({ name, rightAt1, ratio }) as Searched;
const grown = (p99: number, ratio: number): Size => ({
  assessments: 1000,
  startMs: 5000,
  savedStartMs: 1501,
  atRestMb: 500,
  underLoadMb: 601,
  newest: { '/ask': { p50: 1, p99, ratio: 9 }, '/cite': { p50: 1, p99: 99, ratio } },
  any: { autocomplete: { p50: 1, p99: 1, ratio: 9 }, '/cite': { p50: 1, p99: 99, ratio: 9 } },
});
const RESULTS: Results = {
  'whole-way': {
    alone: {
      '/ask': trip(1.1, 1.11),
      '/votes': trip(1, 1),
      autocomplete: trip(1.06, 9),
      '/ask, new each time': trip(3, 4),
      '/search, new each time': trip(1.2, 1),
      'autocomplete, new each time': trip(1.05, 9),
    },
    together: { '/ask': load(0.9), '/votes': load(1.2), '/ask, new each time': load(0.3) },
    start: { 'npm start': by(1.2), node: by(1.26) },
    memory: { 'at rest': by(1.25), 'under load': by(9) },
  },
  http: {
    alone: {},
    together: { PING: load(0.95), '/ask': load(0.79), '/votes, new each time': load(0.8) },
  },
  search: [
    searched('Footnote, statements', 0.8, 1.2),
    searched('Footnote, answers', 0.97, 3),
    searched('MiniSearch', 0.6, 1),
    searched('lunr', 0.7, 0.9),
  ],
  growth: { sizes: [grown(10.1, 1.05)], failed: [] },
};

const told = ({ measured, figure, met }: Goal) => [measured, figure, met];
const ofMany = (growth: Results['growth']) => (growth ? goalsOf({ growth }).slice(-5) : []);

describe('the goals', () => {
  it('are held against the worst figure each, which they name', () => {
    expect(goalsOf(RESULTS).map(told)).toEqual([
      ['1.10', '/ask', true],
      ['3.00', '/ask; /search', false],
      ['1.11', '/ask', false],
      ['4.00', '/ask', false],
      ['1.06', 'autocomplete', false],
      ['1.05', 'autocomplete', true],
      ['0.90', '/ask', true],
      ['0.30', '/ask', false],
      ['1.26', 'node', false],
      ['1.25', 'at rest', true],
      ['0.79', '/ask', false],
      ['0.80', '/votes', true],
      ['0.800 to 0.700', 'Footnote, statements; lunr', true],
      ['1.20', 'mean of Footnote, statements', true],
      ['10.1 ms', '/ask, newest', false],
      ['5000 ms', 'no saved index', true],
      ['1501 ms', 'saved index', false],
      ['601 MB', 'under load', false],
      ['1.05', '/cite, newest', true],
    ]);
  });

  it('are neither met nor missed where nothing was measured', () => {
    const goals = goalsOf({});
    expect(goals.map(({ met }) => met)).toEqual(Array(19).fill(null));
    expect(goals.map(({ goal, wanted }) => [goal, wanted])).toEqual(
      goalsOf(RESULTS).map(({ goal, wanted }) => [goal, wanted]),
    );
  });

  it('are missed where the program does not start, or saves no index', () => {
    const tooMany = ofMany({ sizes: [], failed: [{ assessments: 1000, why: 'out of memory' }] });
    expect(tooMany.map(told)).toEqual(Array(5).fill(['did not start', '', false]));
    const unsaved = ofMany({ sizes: [{ ...grown(1, 1), savedStartMs: null }], failed: [] });
    expect(unsaved.map(({ measured }) => measured)).toContain('none was saved');
    expect(unsaved.filter(({ met }) => !met).map(({ goal }) => goal)).toEqual([
      '1,000 assessments: the same from a saved index',
      '1,000 assessments: memory',
    ]);
  });

  it('stand in a table, in words', () => {
    const { growth, ...others } = RESULTS;
    const lines = goalsTable(goalsOf(others)).split('\n');
    expect(lines).toHaveLength(21);
    expect(lines[2]).toMatch(/^round trip p50 of text commands, .* +at most 1.1 +1.10 +met +\/ask$/);
    expect(lines[2]).toContain('asked before');
    expect(lines[3]).toMatch(/, new each time .* not met /);
    expect(lines.at(-1)).toMatch(/not measured$/);
  });
});

describe('flags', () => {
  it.each([
    [['--fast'], "Unknown option '--fast'"],
    [['more'], "Unexpected argument 'more'"],
    [['--only', 'http,nothing'], 'There is no part "nothing".'],
    [['--sizes', '1,few'], 'Sizes are whole numbers from 1, not "1,few".'],
  ])('%j are told from those that there are', async (flags, said) => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    try {
      expect(await main(flags)).toBe(2);
      const written = write.mock.calls.map(([text]) => String(text)).join('');
      expect(written).toContain(said);
      expect(written).toContain('Usage: npm run bench');
    } finally {
      write.mockRestore();
    }
  });
});
