import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { subjectOf, topicOf } from '../../src/index/topics.js';
import { edition } from '../library.js';

const { votes } = edition.assessment;
const on = (topic: string) => edition.votesOn(topic).map((vote) => vote.resolution);
const titled = (pattern: RegExp) =>
  votes.filter((v) => pattern.test(subjectOf(v) ?? '')).map((v) => v.resolution);

const SYRIA = titled(/Syrian Arab Republic/);
const KOREA = titled(/People’s Republic of Korea/);
const SOUTH_SUDAN = titled(/South Sudan/);
const DRC = titled(/Democratic Republic of the Congo/);
const CAR = titled(/Central African Republic/);

test('the data has what these tests count on', () => {
  expect([SYRIA, KOREA, SOUTH_SUDAN, DRC, CAR].map((found) => found.length)).toEqual([7, 4, 5, 2, 4]);
});

describe('votes on a topic', () => {
  test.each([
    ['Syria', SYRIA],
    ['syrian arab republic', SYRIA],
    ['Syira', SYRIA],
    ['North Korea', KOREA],
    ['DPRK', KOREA],
    ['d.p.r.k.', KOREA],
    // No state has that name alone, and just one of the two is in the data.
    ['Korea?', KOREA],
    ['South Sudan', SOUTH_SUDAN],
    ['DRC', DRC],
    ['DR Congo', DRC],
    ['Congo', DRC],
    ['CAR', CAR],
    ['Myanmar', ['A/RES/77/227']],
    ['Burma', ['A/RES/77/227']],
    ['Rohingya', ['A/RES/77/227']],
    ['Burundi', ['A/HRC/RES/51/28']],
    ['terrorism', ['A/RES/76/169']],
    ['executions', ['A/RES/77/218']],
    ['transitional justice', ['A/HRC/RES/51/23']],
    // A mission is in the subject of some of the votes on its country.
    ['MINUSCA', ['S/RES/2605']],
    ['UNMISS', ['S/RES/2625', 'S/RES/2677']],
    ['sanctions', ['S/RES/2633']],
  ])('%s', (topic, expected) => {
    expect(on(topic)).toEqual(expected);
  });

  test.each([
    // Other countries than those whose names hold theirs.
    ...[
      'Sudan',
      'South Korea',
      'Republic of Korea',
      'Korea, Republic of',
      'Republic of the Congo',
      'Congo-Brazzaville',
    ],
    ...['nonsense', 'falun gong', 'China', 'Russia', '', ' ', '!!', 'the', '2612', '77/230', '4'],
    // What every vote is, and no vote is on.
    ...['resolution', 'vote', 'Security Council', 'against', 'yes', '2022'],
  ])('%j has none', (topic) => {
    expect(on(topic)).toEqual([]);
  });

  test.each(edition.topics().map(({ name, count }) => [name, count] as const))(
    '%s has its own',
    (name, count) => {
      const own = votes.filter((vote) => topicOf(vote) === name).map((vote) => vote.resolution);
      expect(on(name)).toEqual(own);
      expect(own).toHaveLength(count);
    },
  );

  test('are votes of the data in its order, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (topic) => {
        const found = edition.votesOn(topic);
        expect(found).toEqual(votes.filter((vote) => found.includes(vote)));
      }),
    );
  });
});

test('every vote has a topic, and every topic is counted, most votes first', () => {
  expect(votes.filter((vote) => !topicOf(vote))).toEqual([]);
  const counts = edition.topics().map(({ count }) => count);
  expect(counts.reduce((a, b) => a + b)).toBe(votes.length);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
});
