/** Which of many assessments stay open, and which are read anew. */
import { expect, test } from 'vitest';
import { volumeOf } from '../src/assessment/volume.js';
import { createLibrary } from '../src/library.js';
import { ruritania } from './assessment/fixture.js';

const YEARS = Array.from({ length: 120 }, (_, i) => 1900 + i);
const edition = (year: number, title = `Of ${year}`) =>
  volumeOf({ ...ruritania({ id: `rur-${year}`, year, comparedWith: year - 1 }), title });

/** A library of many years, and how often each was read. */
function counted() {
  const read = new Map<number, number>();
  const volumes = YEARS.map((year) => {
    const volume = edition(year);
    return {
      ...volume,
      open() {
        read.set(year, (read.get(year) ?? 0) + 1);
        return volume.open();
      },
    };
  });
  const library = createLibrary(volumes);
  const ask = (...years: number[]) => years.map((year) => library.edition(`rur-${year}`));
  return { library, ask, timesRead: (year: number) => read.get(year) ?? 0 };
}

const upTo = (from: number, to: number) => YEARS.filter((year) => year >= from && year < to);

test('one that is asked is there for the next question, with the one that it is compared with', () => {
  const { library, ask } = counted();
  const [asked] = ask(2000);
  expect(asked && library.before(asked)).toBe(library.edition('rur-1999'));
  // And when another is asked in between.
  const [other] = ask(1950);
  expect(other && library.before(other)?.card.year).toBe(1949);
  expect(ask(2000)[0]).toBe(asked);
});

test('one that is asked once makes way for others, and one that is asked again before long stays', () => {
  const { ask, timesRead } = counted();
  ask(2000, ...upTo(1910, 1920), 2000);
  expect(timesRead(2000)).toBe(2);
  // However many others are asked once.
  ask(...upTo(1920, 1990), 2000);
  expect(timesRead(2000)).toBe(2);
});

test('one that is asked again long after is as one that was never asked', () => {
  const { ask, timesRead } = counted();
  ask(2000, ...upTo(1910, 1960), 2000, ...upTo(1960, 1970), 2000);
  expect(timesRead(2000)).toBe(3);
});

test('of those that come back, the twelve that were used last stay', () => {
  const { ask, timesRead } = counted();
  const [often, others] = [upTo(1900, 1912), upTo(1980, 1990)];
  // At their second time, they are there to stay.
  ask(...often, ...others, ...often);
  // The first one is used again, and a thirteenth comes in: that drives out the second.
  ask(1900, 2000, ...upTo(1950, 1960), 2000);
  const stay = [1900, ...upTo(1902, 1912), 2000];
  const before = stay.map(timesRead);
  ask(...stay);
  expect(stay.map(timesRead)).toEqual(before);
  const goes = timesRead(1901);
  ask(1901);
  expect(timesRead(1901)).toBe(goes + 1);
});

test('none stays whose data have changed, and the others do', () => {
  const { library, ask } = counted();
  // Two that are there to stay, and two that were asked once.
  ask(2000, 2001, ...upTo(1910, 1920), 2000, 2001, 2010, 2011);
  const [stays, changes, lent, lentAndChanges] = ask(2000, 2001, 2010, 2011);
  const changed = new Set([2001, 2011]);
  library.replace(
    library.volumes.map((volume) =>
      changed.has(volume.card.year) ? edition(volume.card.year, 'Another') : volume,
    ),
  );
  const after = ask(2000, 2001, 2010, 2011);
  expect(after[0]).toBe(stays);
  expect(after[2]).toBe(lent);
  expect([after[1] === changes, after[3] === lentAndChanges]).toEqual([false, false]);
  expect([after[1], after[3]].map((one) => one?.assessment.title)).toEqual(['Another', 'Another']);
});
