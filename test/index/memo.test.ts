import { expect, test } from 'vitest';
import { memo } from '../../src/index/memo.js';

test('what was made is made once, also where it is nothing', () => {
  const made: string[] = [];
  const known = memo((key) => {
    made.push(key);
    return key === 'nothing' ? undefined : key.length;
  });
  expect(['two', 'nothing', 'two', 'nothing'].map(known)).toEqual([3, undefined, 3, undefined]);
  expect(made).toEqual(['two', 'nothing']);
});

test('no more is kept than was allowed', () => {
  const made: string[] = [];
  const known = memo((key) => {
    made.push(key);
    return key;
  }, 2);
  for (const key of ['a', 'b', 'c', 'c', 'a']) known(key);
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});
