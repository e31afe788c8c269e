/** Which of many assessments stay open, and which are read anew. */
import { expect, test } from 'vitest';
import { volumeOf } from '../src/assessment/volume.js';
import { createLibrary } from '../src/library.js';
import { ruritania } from './assessment/fixture.js';

/** A library of a hundred, and how often each was read. */
function counted() {
  const read = new Map<string, number>();
  const volumes = Array.from({ length: 100 }, (_, i) => {
    const volume = volumeOf({ ...ruritania(), id: `rur-${i}` });
    return {
      ...volume,
      open() {
        read.set(volume.card.id, (read.get(volume.card.id) ?? 0) + 1);
        return volume.open();
      },
    };
  });
  const library = createLibrary(volumes);
  const ask = (...all: number[]) => all.map((i) => library.edition(`rur-${i}`));
  return { volumes, library, ask, timesRead: (i: number) => read.get(`rur-${i}`) ?? 0 };
}

const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

test('one that is asked again at once is read once', () => {
  const { ask, timesRead } = counted();
  const [first, second, again] = ask(1, 2, 1);
  expect(again).toBe(first);
  expect(second).not.toBe(first);
  expect([timesRead(1), timesRead(2)]).toEqual([1, 1]);
});

test('one that is asked once is not held on to; one that is asked again before long stays', () => {
  const { ask, timesRead } = counted();
  ask(1, ...upTo(10, 20), 1);
  expect(timesRead(1)).toBe(2);
  // It came back: many others, asked once each, do not drive it out.
  ask(...upTo(20, 60), 1);
  expect(timesRead(1)).toBe(2);
});

test('of those that come back, the ones that were used last stay', () => {
  const { ask, timesRead } = counted();
  const often = upTo(0, 14);
  ask(...often, ...upTo(20, 30), ...often);
  expect(often.map(timesRead)).toEqual(often.map(() => 2));
  ask(13, 0);
  expect([timesRead(13), timesRead(0)]).toEqual([2, 3]);
});

test('where its data are others, it is read anew, and the rest stays', () => {
  const { volumes, library, ask, timesRead } = counted();
  const [one, two] = ask(1, 2);
  const changed = volumeOf({ ...ruritania(), id: 'rur-1', title: 'Another title' });
  library.replace(volumes.map((volume) => (volume.card.id === 'rur-1' ? changed : volume)));
  const [other, same] = ask(1, 2);
  expect(other).not.toBe(one);
  expect(other?.assessment.title).toBe('Another title');
  expect(same).toBe(two);
  expect(timesRead(2)).toBe(1);
});
