import { describe, expect, test } from 'vitest';
import { term } from '../../src/index/language.js';
import { createMeanings, meaningsOf } from '../../src/index/meanings.js';

const meanings = createMeanings(
  meaningsOf(['The police arrest a journalist', 'refugees and soldiers', 'a court of law']),
);
const near = (word: string) => meanings.near(word).map((each) => each.term);

describe('words near in meaning', () => {
  test.each([
    ['reporter', 'journalist'],
    ['cops', 'police'],
    ['judge', 'court'],
    ['troops', 'soldiers'],
    ['detained', 'arrest'],
    ['migrants', 'refugees'],
  ])('%s is near to %s', (word, other) => {
    expect(near(word)).toContain(term(other));
  });

  test.each(['banana', 'guitar', 'xqzzvk', '', 'constructor', '__proto__', '😀'])(
    '%s is near to none of them',
    (word) => {
      expect(meanings.near(word)).toEqual([]);
    },
  );

  test('are words of the texts, and never so sure as the word itself', () => {
    for (const word of ['reporter', 'cops', 'judge', 'troops', 'war', 'law', 'police']) {
      const found = meanings.near(word);
      expect(found.length).toBeLessThanOrEqual(3);
      for (const { term: other, weight } of found) {
        expect(other).not.toBe(term(word));
        expect(weight).toBeGreaterThan(0);
        expect(weight).toBeLessThan(1);
      }
      expect(found.map(({ weight }) => weight)).toEqual(
        found.map(({ weight }) => weight).sort((a, b) => b - a),
      );
    }
  });

  test('are the same when they are looked up again', () => {
    expect(meanings.near('reporter')).toEqual(meanings.near('reporter'));
  });

  test('are none where there is no text', () => {
    expect(createMeanings(meaningsOf([])).near('police')).toEqual([]);
  });
});

describe('a word', () => {
  test.each(['police', 'labour', 'organisation', 'defence'])('%s is one, in British spelling too', (word) => {
    expect(meanings.isWord(word)).toBe(true);
  });

  test.each(['polcie', 'xqzzvk', ''])('%s is none', (word) => {
    expect(meanings.isWord(word)).toBe(false);
  });

  test('has a place by how common it is, and comes last where it is none', () => {
    expect(meanings.rank('the')).toBeLessThan(meanings.rank('police'));
    expect(meanings.rank('police')).toBeLessThan(meanings.rank('extrajudicial'));
    expect(meanings.rank('extrajudicial')).toBeLessThanOrEqual(meanings.rank('xqzzvk'));
  });
});
