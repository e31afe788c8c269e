import { expect, test } from 'vitest';
import { EXACT, LISTED, SEARCHED, subjectOf, take, WAYS } from '../../bench/asked.js';
import { assessments, questionFor } from '../../bench/assessments.js';
import { loadVolumes } from '../../src/assessment/loading/load.js';
import { validate } from '../../src/assessment/loading/validate.js';
import type { Assessment } from '../../src/assessment/schema.js';
import { volumeOf } from '../../src/assessment/volume.js';
import { createDispatch } from '../../src/dispatch.js';
import { interactionOf } from '../../src/interactions.js';
import { createLibrary } from '../../src/library.js';
import { createLog } from '../../src/log.js';

const [real] = loadVolumes('data').map((volume) => volume.open()) as [Assessment];
const some = [...assessments(real, 4)];
const made = some.filter(({ id }) => id !== real.id);
const wordsOf = ({ indicators, overview }: Assessment) =>
  [...overview, ...indicators.flatMap(({ statements }) => statements)].map(({ text }) => text);

test('alone, the assessment is the real one; among others, it is as it was', () => {
  expect([...assessments(real, 1)]).toEqual([real]);
  expect(some).toContainEqual(real);
});

test('those that are made load without problems', () => {
  for (const one of made) expect(validate(one).problems).toEqual([]);
});

test('they are as large as the real one', () => {
  for (const one of made) {
    expect(one.indicators).toHaveLength(real.indicators.length);
    expect(one.footnotes).toHaveLength(real.footnotes.length);
    expect(one.votes.map(({ resolution }) => resolution)).toEqual(real.votes.map((v) => v.resolution));
  }
});

test('they differ in country and words', () => {
  expect(made).toHaveLength(3);
  for (const one of made) {
    expect(wordsOf(one).join(' ')).not.toMatch(/\b(?:China|Chinese)\b/);
    expect(wordsOf(one).join(' ')).toContain(one.country.name);
    for (const other of made.filter(({ id }) => id !== one.id)) {
      const alike = wordsOf(one).filter((text) => wordsOf(other).includes(text));
      expect(alike.length).toBeLessThan(wordsOf(one).length / 2);
    }
  }
});

test('the same ones are made each time', () => {
  expect([...assessments(real, 4)]).toEqual(some);
});

test('a thousand have ids, countries and years of their own, and one is the newest', () => {
  const ids = new Set<string>();
  const editions = new Set<string>();
  const years: number[] = [];
  for (const { id, country, year, comparedWith } of assessments(real, 1000)) {
    ids.add(id);
    editions.add(`${country.name} ${country.iso3} ${year}`);
    years.push(year);
    expect(comparedWith).toBe(year - 1);
  }
  expect([ids.size, editions.size]).toEqual([1000, 1000]);
  expect(years.filter((year) => year === Math.max(...years))).toEqual([years[0]]);
});

test('questions are put about the country of the assessment', () => {
  const [newest] = some as [Assessment];
  const about = questionFor(newest);
  expect(about("what is china's rating?")).toBe(`what is ${newest.country.name}'s rating?`);
  expect(questionFor(real)("what is china's rating?")).toBe("what is china's rating?");
});

test.each(Object.entries({ ...WAYS, ...EXACT, ...SEARCHED }))(
  '%s asks about what there is, without end',
  (_, way) => {
    const asked = take(way, subjectOf(real), 0, 2000);
    expect(asked).toHaveLength(2000);
    for (const { options, focused } of asked) {
      const values = Object.values(options);
      expect(values).toHaveLength(1);
      expect(values[0]).toMatch(/\S/);
      if (focused) expect(options).toHaveProperty(focused);
    }
    expect(new Set(asked.map(({ options }) => JSON.stringify(options))).size).toBeGreaterThan(20);
  },
);

test.each(Object.entries(LISTED))('%s asks about what there is', (_, way) => {
  const dispatch = createDispatch(createLibrary([volumeOf(real)]), createLog({ level: 'silent' }), '1');
  for (const { name: command, options } of take(way, subjectOf(real), 0, 20))
    expect(dispatch(interactionOf({ command, options })).answer?.found).toBe(true);
});
