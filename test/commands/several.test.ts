/** Several resolutions in one text, and years that are not theirs. */
import { describe, expect, test } from 'vitest';
import { ask, complete } from './asking.js';

const votesOf = (name: string, options: Record<string, string>) =>
  ask(name, options)
    .dispatched.answer?.evidence.filter(({ kind }) => kind === 'vote')
    .map(({ id }) => id);
const shown = (name: string, options: Record<string, string>) =>
  ask(name, options)
    .seen.body.map(({ text }) => text)
    .join('\n');

describe('several resolutions in one option', () => {
  test('are all shown', () => {
    const options = { resolution: 'HRC 49/27 and 51/26' };
    expect(ask('votes', options).dispatched.answer?.found).toBe(true);
    expect(votesOf('votes', options)).toEqual(['A/HRC/RES/49/27', 'A/HRC/RES/51/26']);
  });

  test('with one that is not listed: that is said, and the others are shown', () => {
    const options = { resolution: 'resolutions 2612 and 2613' };
    expect(votesOf('votes', options)).toEqual(['S/RES/2612']);
    expect(shown('votes', options)).toContain('S/RES/2613 is not in this assessment');
  });

  test('none of them listed is not found', () => {
    expect(ask('votes', { resolution: 'S/RES/2613 and S/RES/2614' }).dispatched.answer).toMatchObject({
      found: false,
      evidence: [],
    });
  });
});

describe('a year that is not the resolution’s', () => {
  test.each([
    ['votes', { resolution: 'S/RES/2666 (2021)' }],
    ['votes', { resolution: 'S/RES/2666 (2021) and S/RES/2612' }],
    ['search', { query: 'S/RES/2666 (2021)' }],
    ['ask', { question: 'how did they vote on resolution 2666 (2021)?' }],
  ])('is pointed out by /%s %o', (name, options) => {
    expect(shown(name, options)).toContain('S/RES/2666 is a resolution of 2022, not of 2021.');
  });

  test('is no matter where it is right', () => {
    expect(shown('votes', { resolution: 'S/RES/2666 (2022)' })).not.toContain('Note');
  });
});

describe('topics offered while one is typed', () => {
  test.each([
    ['south s', 'South Sudan'],
    ['north', 'Democratic People’s Republic of Korea'],
    ['Burndi', 'Burundi'],
    ['syria', 'Syrian Arab Republic'],
  ])('for %s begin with %s', (topic, expected) => {
    expect(complete('votes', { topic }, 'topic')[0]?.value).toBe(expected);
  });
});
