import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPhrases as open, phrasesOf } from '../../src/index/phrases.js';

const createPhrases = <Value>(entries: Parameters<typeof phrasesOf<Value>>[0]) => open(phrasesOf(entries));

const phrases = createPhrases<string>([
  [['south', 'sudan'], 'South Sudan'],
  [['sudan'], 'Sudan'],
  [['south', 'sudan', 'mission'], 'the mission'],
  [['rome'], 'a city'],
  [['rome'], 'a statute'],
  [[], 'nothing at all'],
]);

describe('phrases', () => {
  test.each<[string, number, string | undefined, number]>([
    ['the sudan question', 1, 'Sudan', 1],
    ['south sudan', 0, 'South Sudan', 2],
    ['south sudan', 1, 'Sudan', 1],
    ['in south sudan mission today', 1, 'the mission', 3],
    ['south sudan missions', 0, 'South Sudan', 2],
    ['south of sudan', 0, undefined, 0],
    ['south', 0, undefined, 0],
    ['sudan', 1, undefined, 0],
    ['', 0, undefined, 0],
  ])('in “%s” at %i: the longest that begins there and is there whole', (text, at, value, length) => {
    const found = phrases.at(text.split(' '), at);
    expect(found).toEqual(value === undefined ? undefined : { value, length });
  });

  test('of the same terms stand for the later one', () => {
    expect(phrases.at(['rome'], 0)?.value).toBe('a statute');
  });

  test('are found wherever they are put, and at their length', () => {
    const word = fc.constantFrom('a', 'b', 'c');
    const phrase = fc.array(word, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(phrase, { maxLength: 6 }),
        phrase,
        fc.array(word, { maxLength: 4 }),
        (all, own, after) => {
          const known = createPhrases([...all, own].map((each) => [each, each.join('')]));
          const read = [...own, ...after];
          const found = known.at(read, 0);
          const longest = Math.max(
            ...[...all, own]
              .filter((each) => each.every((term, i) => term === read[i]))
              .map((each) => each.length),
          );
          expect(found).toEqual({ value: read.slice(0, longest).join(''), length: longest });
        },
      ),
    );
  });

  test('take no property of an object for a phrase', () => {
    expect(createPhrases([[['a'], 1]]).at(['constructor'], 0)).toBeUndefined();
    expect(createPhrases([[['__proto__'], 1]]).at(['__proto__'], 0)).toEqual({ value: 1, length: 1 });
  });
});
