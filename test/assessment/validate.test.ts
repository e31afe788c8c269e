import { describe, expect, test } from 'vitest';
import { validate } from '../../src/assessment/loading/validate.js';
import { ruritania } from './fixture.js';

/** The problems of the fixture with these changes, as a person reads them: `place > message`. */
function problemsWith(changes: Readonly<Record<string, unknown>>): string[] {
  return validate(ruritania(changes)).problems.map(({ place, message }) => `${place} > ${message}`);
}

test('a file that is as it should be is an assessment, and has no problems', () => {
  expect(validate(ruritania())).toEqual({ assessment: ruritania(), problems: [] });
});

describe('a field that is not as it should be', () => {
  const second = 'indicators[1] (2, "Free courts")';

  test.each([
    [
      'a wrong choice',
      { 'indicators.1.rating': 'week' },
      `${second} rating > rating is "week"; expected one of very-weak, weak, fair, strong, very-strong`,
    ],
    [
      'a choice that is missing',
      { 'indicators.1.trend': undefined },
      `${second} trend > trend is missing; expected one of unchanged, decrease, increase`,
    ],
    [
      'text that is missing',
      { 'indicators.1.label': undefined },
      'indicators[1] (2, "Let the courts of Zenda decide freely.") label > label is missing; expected text',
    ],
    ['no text', { 'indicators.1.name': ' ' }, `${second} name > name is empty; expected text`],
    [
      'a label that is too long',
      { 'indicators.1.label': 'x'.repeat(93) },
      `indicators[1] (2, "${'x'.repeat(39)}…") label > label has 93 characters; at most 80 fit`,
    ],
    ['text for a number', { year: '2021' }, 'year > year is "2021"; expected a number'],
    ['a broken number', { year: 2021.5 }, 'year > year is 2021.5; expected a whole number'],
    [
      'a number that is too small',
      { comparedWith: 20 },
      'comparedWith > comparedWith is 20; expected at least 1945',
    ],
    ['a number that is too big', { year: 20210 }, 'year > year is 20210; expected at most 2100'],
    [
      'text for a list',
      { 'indicators.1.statements.0.footnotes': '1' },
      `${second} statements[0].footnotes > footnotes is "1"; expected a list`,
    ],
    [
      'an entry of the wrong kind',
      { 'indicators.0.statements.0.footnotes.2': '1' },
      'indicators[0] (1, "Open castle") statements[0].footnotes[2] > footnotes[2] is "1"; expected a number',
    ],
    [
      'an empty list',
      { 'indicators.1.statements': [] },
      `${second} statements > statements has 0 entries; expected at least 1`,
    ],
    [
      'a list that is too long',
      { 'footnotes.0.sources.0.issued.date-parts.1': [2022] },
      'footnotes[0] (1) sources[0].issued.date-parts > date-parts has 2 entries; at most 1 fit',
    ],
    ['text for an object', { country: 'Ruritania' }, 'country > country is "Ruritania"; expected an object'],
    [
      'a slip in a key',
      { 'indicators.1.alliases': [] },
      `${second} > unknown key "alliases"; did you mean "aliases"?`,
    ],
    [
      'a key that is not known',
      { 'country.continent': 'Europe' },
      'country > unknown key "continent"; expected one of name, iso3',
    ],
    [
      'an id that is no slug',
      { 'indicators.1.id': 'Free Courts' },
      `${second} id > id is "Free Courts"; expected a slug: lower-case words joined by hyphens`,
    ],
    ['no URL', { url: 'example.org' }, 'url > url is "example.org"; expected an http or https URL'],
    [
      'a URL with backslashes',
      { url: 'https://example.org/a\\_b' },
      'url > url is "https://example.org/a\\\\_b"; expected a clean URL, without spaces, backslashes or angle brackets',
    ],
    [
      'a day that does not exist',
      { 'votes.0.record.adopted': '2021-02-30' },
      'votes[0] (S/RES/2605) record.adopted > adopted is "2021-02-30"; expected a date that exists, like 2023-03-15',
    ],
    [
      'a month that does not exist',
      { 'footnotes.0.sources.0.issued.date-parts.0': [2021, 13] },
      'footnotes[0] (1) sources[0].issued.date-parts[0][1] > date-parts[0][1] is 13; expected at most 12',
    ],
    [
      'a date that is none',
      { 'footnotes.0.sources.0.issued.date-parts.0': 2021 },
      'footnotes[0] (1) sources[0].issued.date-parts[0] > date-parts[0] is 2021; expected [year], [year, month] or [year, month, day] in numbers',
    ],
    [
      'a name that is none',
      { 'footnotes.0.sources.0.author.0': { name: 'Office' } },
      'footnotes[0] (1) sources[0].author[0] > author[0] is {"name":"Office"}; expected {"literal": "an institution"} or {"family": "a person", "given": "…"}',
    ],
    [
      'a check of an unknown kind',
      { 'checks.0.about.kind': 'footnote' },
      'checks[0] (footnote, rome-statute) about.kind > kind is none of the known ones; expected one of vote, treaty, indicator',
    ],
  ])('%s', (_, changes, problem) => {
    expect(problemsWith(changes)).toEqual([problem]);
  });

  test('every problem is told, each where it is', () => {
    expect(problemsWith({ 'indicators.1.lable': 'Free courts', 'indicators.1.label': undefined })).toEqual([
      'indicators[1] (2, "Let the courts of Zenda decide freely.") label > label is missing; expected text',
      'indicators[1] (2, "Let the courts of Zenda decide freely.") > unknown key "lable"; did you mean "label"?',
    ]);
  });
});

describe('problems across records', () => {
  test.each([
    [
      { 'overview.0.footnotes.1': 99 },
      'overview[0].footnotes[1] > mark 99 has no footnote; expected the number of one of the 4 in the file',
    ],
    [
      { 'indicators.2.statements.0.footnotes': [] },
      'footnotes[2] (3) > footnote 3 is cited nowhere; expected its mark on a statement of the overview, an indicator or a treaty, or on a vote',
    ],
    [
      { 'footnotes.1.sources.0.sameAs.footnote': 9 },
      'footnotes[1] (2) sources[0].sameAs > sameAs points to footnote 9, which is not in the file',
    ],
    [
      { 'votes.0.body': 'general-assembly' },
      'votes[0] (S/RES/2605) body > body is general-assembly; expected security-council, the body of S/RES/2605',
    ],
  ])('%o', (changes, problem) => {
    expect(problemsWith(changes)).toEqual([problem]);
  });

  const orphaned = { 'indicators.2.statements.0.footnotes': [] };
  const orphan = expect.stringMatching(/^footnotes\[2\] \(3\) > footnote 3 is cited nowhere/);

  test('are told in the same go as those of single fields', () => {
    expect(problemsWith({ ...orphaned, 'indicators.1.rating': 'week' })).toEqual([
      expect.stringContaining('rating is "week"'),
      orphan,
    ]);
    expect(problemsWith({ ...orphaned, 'indicators.1.label': undefined })).toEqual([
      expect.stringContaining('label is missing'),
      orphan,
    ]);
  });

  test('are not told of a record that has the wrong shape', () => {
    expect(problemsWith({ 'indicators.1.area': 7, 'votes.0.position': undefined })).toEqual([
      expect.stringContaining('area is 7'),
      expect.stringContaining('position is missing'),
    ]);
  });

  test('do not follow from a number that is missing, or from a list that is', () => {
    expect(problemsWith({ 'indicators.0.number': undefined })).toEqual([
      'indicators[0] ("Open castle") number > number is missing; expected a number',
    ]);
    expect(problemsWith({ footnotes: undefined })).toEqual([
      'footnotes > footnotes is missing; expected a list',
    ]);
  });
});
