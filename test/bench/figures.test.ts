import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compare,
  compareBy,
  inRounds,
  inRoundsEach,
  median,
  percentile,
  runAll,
  spreadOf,
} from '../../bench/figures.js';

const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 300 });

describe('a percentile', () => {
  it('is one of the values, and the smallest that so many of them do not exceed', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (all, part) => {
        const found = percentile(all, part);
        expect(all).toContain(found);
        expect(all.filter((value) => value <= found).length).toBeGreaterThanOrEqual(all.length * part);
        expect(all.filter((value) => value < found).length).toBeLessThanOrEqual(all.length * part);
      }),
    );
  });

  it('does not mind in which order the values come, and leaves them as they are', () => {
    fc.assert(
      fc.property(values, (all) => {
        const before = [...all];
        expect(spreadOf(all)).toEqual(spreadOf([...all].reverse()));
        expect(all).toEqual(before);
      }),
    );
  });

  it('grows with the part', () => {
    fc.assert(
      fc.property(values, (all) => {
        const { p50, p99 } = spreadOf(all);
        expect(p50).toBeLessThanOrEqual(p99);
        expect([percentile(all, 0), percentile(all, 1)]).toEqual([Math.min(...all), Math.max(...all)]);
      }),
    );
  });

  it('is known for what can be counted by hand', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
    expect(spreadOf(hundred)).toEqual({ p50: 50, p99: 99 });
    expect(median([3, 1, 2])).toBe(2);
    expect(median([])).toBeNaN();
  });
});

describe('a ratio', () => {
  const positive = fc.double({ min: 0.001, max: 1e4, noNaN: true });
  const rounds = fc.array(fc.record({ bare: positive, footnote: positive }), { minLength: 1, maxLength: 20 });

  it('is that of one of the rounds, the one in the middle', () => {
    fc.assert(
      fc.property(rounds, (all) => {
        const ratios = all.map(({ bare, footnote }) => footnote / bare);
        expect(ratios).toContain(compare(all).ratio);
        expect(compare(all).ratio).toBe(median(ratios));
      }),
    );
  });

  it('stays what it is where a round is slower for both sides', () => {
    const all = [1, 7, 2].map((slow) => ({ bare: 2 * slow, footnote: 3 * slow }));
    expect(compare(all)).toEqual({ bare: 4, footnote: 6, ratio: 1.5 });
  });

  it('may be of one figure among several', () => {
    const [bare, footnote] = [spreadOf([1, 2, 3]), spreadOf([2, 4, 6])];
    expect(compareBy([{ bare, footnote }], 'p50')).toEqual({ bare: 2, footnote: 4, ratio: 2 });
  });
});

describe('rounds', () => {
  it('measure each side once, and begin with another one each time', async () => {
    const order: string[] = [];
    const all = await inRounds(['a', 'b'], 3, (side, round) => {
      order.push(`${side}${round}`);
      return side;
    });
    expect(order).toEqual(['b0', 'a0', 'a1', 'b1', 'b2', 'a2']);
    expect(all).toEqual(Array(3).fill({ a: 'a', b: 'b' }));
  });

  it('begin with each side in turn, however many there are', async () => {
    const begun: string[] = [];
    await inRounds(['a', 'b', 'c', 'd'], 4, (side, round) => {
      begun[round] ??= side;
    });
    expect(begun.sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('go through all things before the next one', async () => {
    const order: string[] = [];
    const all = await inRoundsEach(['x', 'y'], ['a', 'b'], 2, (thing, side, round) => {
      order.push(thing + side + round);
      return thing;
    });
    expect(order).toEqual(['xb0', 'xa0', 'yb0', 'ya0', 'xa1', 'xb1', 'ya1', 'yb1']);
    expect(all).toEqual({ x: Array(2).fill({ a: 'x', b: 'x' }), y: Array(2).fill({ a: 'y', b: 'y' }) });
  });
});

describe('running through all', () => {
  it('does each once, and never more at once than it may', async () => {
    const items = Array.from({ length: 20 }, (_, i) => i);
    let [now, most] = [0, 0];
    const done = await runAll(items, 4, async (item) => {
      most = Math.max(most, ++now);
      await new Promise(setImmediate);
      now -= 1;
      return item;
    });
    expect(done.sort((a, b) => a - b)).toEqual(items);
    expect(most).toBe(4);
  });

  it('fails where one fails', async () => {
    const failing = runAll([1, 2], 1, () => Promise.reject(new Error('no answer')));
    await expect(failing).rejects.toThrow('no answer');
  });
});
