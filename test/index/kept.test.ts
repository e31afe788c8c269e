import { describe, expect, it } from 'vitest';
import { kept, keptByKey } from '../../src/index/kept.js';

describe('What an object comes to', () => {
  it('is worked out once for each object, nothing included', () => {
    const made: string[] = [];
    const find = kept(({ name }: { name: string }) => {
      made.push(name);
      return name === 'none' ? undefined : name.length;
    });
    const [one, other, none] = [{ name: 'one' }, { name: 'other' }, { name: 'none' }];
    expect([one, other, one, none, none].map(find)).toEqual([3, 5, 3, undefined, undefined]);
    expect(made).toEqual(['one', 'other', 'none']);
  });

  it('is another one for another object that says the same', () => {
    const copy = kept((of: { name: string }) => ({ ...of }));
    expect(copy({ name: 'one' })).not.toBe(copy({ name: 'one' }));
  });

  it('is worked out once for each of its numbers', () => {
    const made: number[] = [];
    const times = keptByKey((number: number, { factor }: { factor: number }) => {
      made.push(number);
      return number * factor;
    });
    const [two, ten] = [{ factor: 2 }, { factor: 10 }];
    expect([times(3, two), times(3, ten), times(3, two), times(4, two)]).toEqual([6, 30, 6, 8]);
    expect(made).toEqual([3, 3, 4]);
  });
});
