import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeOf, placesUnder, sorted, wordAt } from '../../src/index/sorted.js';

/** Among them what sorts before a line break, and what takes one byte and two. */
const word = fc.string({
  unit: fc.constantFrom('a', 'b', '\t', '\u0001', ' ', 'é', 'ÿ', 'Ā', '中', '😀'),
  maxLength: 4,
});

describe('sorted words', () => {
  test('are each found at their place, and no other word is', () => {
    fc.assert(
      fc.property(fc.array(word), word, (words, other) => {
        const all = [...new Set(words)].sort();
        const own = sorted(words);
        expect(all.map((_, place) => wordAt(own, place))).toEqual(all);
        expect(all.map((each) => placeOf(own, each))).toEqual([...all.keys()]);
        expect(placeOf(own, other)).toBe(all.includes(other) ? all.indexOf(other) : undefined);
      }),
    );
  });

  test('are found by how they begin', () => {
    fc.assert(
      fc.property(fc.array(word), word, (words, start) => {
        const own = sorted(words);
        const found = [...placesUnder(own, start)].map((place) => wordAt(own, place));
        expect(found).toEqual([...new Set(words)].sort().filter((each) => each.startsWith(start)));
      }),
    );
  });
});
