import { describe, expect, test } from 'vitest';
import { countriesOf, createCountries, isCountry } from '../../src/index/countries.js';

const countriesIn = createCountries(
  countriesOf([
    ['South Sudan', 'South Sudanese', 'Juba'],
    ['Sudan', 'Sudanese'],
    ['North Korea', 'DPRK', "Democratic People's Republic of Korea"],
    ['United States', 'USA', 'US', 'U.S.', 'America', 'American'],
    ['China', 'PRC', 'Chinese', 'Beijing'],
    ['Myanmar', 'Burma', 'Burmese', 'Myanmar (Burma)'],
    ['Uighur', 'Uyghur'],
    ['Inner Mongolia', 'Inner Mongolian'],
  ]),
);
const names = (text: string) => countriesIn(text).map(({ name }) => name);

describe('countries in a text', () => {
  test.each([
    ['How did Germany vote?', ['Germany']],
    ['germany and FRANCE', ['Germany', 'France']],
    ['South Sudan', ['South Sudan']],
    ['Sudan and South Sudan', ['Sudan', 'South Sudan']],
    ['the South Sudanese mission', ['South Sudan']],
    ['what does China say of the DPRK?', ['China', 'North Korea']],
    ['Beijing’s answer', ['China']],
    ['Burma, that is Myanmar', ['Myanmar', 'Myanmar']],
    ['Bosnia & Herzegovina', ['Bosnia & Herzegovina']],
    ['Inner Mongolia', []],
    ['Mongolia and Inner Mongolia', ['Mongolia']],
    ['nothing of the kind', []],
    ['', []],
  ])('“%s” are called by one name each', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test.each([
    ['How did the US vote?', ['United States']],
    ['how did the us vote?', ['United States']],
    ['the U.S. position', ['United States']],
    ['USA', ['United States']],
    ['tell us about it', []],
    ['let us see', []],
  ])('“%s”: us are no country', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test('stand at a place, and take their words', () => {
    expect(countriesIn('did the Democratic People’s Republic of Korea or Chad abstain')).toEqual([
      { name: 'North Korea', at: 2, length: 5, isAdjective: false },
      { name: 'Chad', at: 8, length: 1, isAdjective: false },
    ]);
  });

  test('are not what only sounds like one', () => {
    expect(names('Uyghur people')).toEqual([]);
    expect(names('a romanian is no Romania')).toEqual(['Romania']);
    expect(names('the UN and the eurozone')).toEqual([]);
  });
});

test('a country’s name is that alone', () => {
  expect(isCountry('south sudan')).toBe(true);
  expect(isCountry('Sudan')).toBe(true);
  expect(isCountry('the south of Sudan')).toBe(false);
  expect(isCountry('United Nations')).toBe(false);
  expect(isCountry('')).toBe(false);
});
