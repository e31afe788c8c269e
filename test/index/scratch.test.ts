import { describe, expect, test } from 'vitest';
import { createScratch } from '../../src/index/scratch.js';

describe('lists for what is looked at meanwhile', () => {
  test('are cleared as far as they are asked for, and made once', () => {
    const scratch = createScratch('one', 'other');
    const first = scratch(5);
    first.one.fill(1);
    first.other.fill(2);
    const next = scratch(3);
    expect(next.one).toBe(first.one);
    expect([...next.one.subarray(0, 3), ...next.other.subarray(0, 3)]).toEqual([0, 0, 0, 0, 0, 0]);
    expect([...scratch(9).one]).toEqual(Array(9).fill(0));
  });

  test('are not kept where they are long', () => {
    const scratch = createScratch('one');
    const long = scratch(20_001);
    expect(long.one).toHaveLength(20_001);
    expect(scratch(20_001).one).not.toBe(long.one);
    long.one[0] = 1;
    expect(scratch(1).one[0]).toBe(0);
  });
});
