import { describe, expect, test } from 'vitest';
import { placeOf } from '../../src/assessment/loading/places.js';
import { ruritania } from './fixture.js';

describe('a place', () => {
  test('names the record that it is in, as a person calls it', () => {
    const it = ruritania({ 'indicators.1.label': 'A label of more than forty characters, which is cut' });
    expect(placeOf(it, ['indicators', 1, 'statements', 0, 'footnotes', 2])).toBe(
      'indicators[1] (2, "A label of more than forty characters,…") statements[0].footnotes[2]',
    );
    expect(placeOf(it, ['footnotes', 1, 'sources', 0, 'sameAs'])).toBe('footnotes[1] (2) sources[0].sameAs');
    expect(placeOf(it, ['votes', 1, 'wording'])).toBe('votes[1] (A/RES/76/177) wording');
    expect(placeOf(it, ['checks', 0])).toBe('checks[0] (treaty, rome-statute)');
    expect(placeOf(it, ['overview', 0, 'text'])).toBe('overview[0].text');
    expect(placeOf(it, ['country', 'iso3'])).toBe('country.iso3');
  });

  test('can be told of a file that has nothing there', () => {
    expect(placeOf({ indicators: 7 }, ['indicators', 0, 'label'])).toBe('indicators[0].label');
    expect(placeOf(null, ['id'])).toBe('id');
  });
});
