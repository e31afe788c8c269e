/** Whatever arrives is answered: with a message that Discord takes, that mentions nobody, and that cites or declines. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pressOf } from '../../src/interactions.js';
import { isAnsweredWell, problemsWith } from './property.js';
import { replyTo } from './replies.js';

/** `npm run fuzz` takes many more. */
const RUNS = 3000;

test(`${RUNS} arbitrary interactions are answered well`, () => {
  fc.assert(isAnsweredWell, { numRuns: RUNS });
});

describe('an interaction that Discord would never send', () => {
  test.each([
    ['nothing', null],
    ['a button without data', { type: 3 }],
    ['a button without an id', { type: 3, data: { component_type: 2 } }],
    ['a button whose id is a number', { type: 3, data: { component_type: 2, custom_id: 5 } }],
    ['a command without data', { type: 2 }],
    ['a command whose data is a text', { type: 2, data: 'cite' }],
    ['an autocompletion without data', { type: 4 }],
    ['a command whose options are a number', { type: 2, data: { type: 1, name: 'cite', options: 5 } }],
    [
      'a button of somebody whose id is a number',
      { ...pressOf('2o1;ratings', 0), member: { user: { id: -9.148345846451205e150 } } },
    ],
    ['a modal', { type: 5, data: { custom_id: 'x', components: [] } }],
    ['a message’s command', { type: 2, data: { type: 3, name: 'cite' } }],
  ])('such as %s is answered as well', (_, interaction) => {
    const arrived = { interaction, isWhole: false, presses: [], pictures: true };
    expect(problemsWith(arrived)).toEqual([]);
  });

  test('such as components in components without end is answered as well', () => {
    let components: unknown[] = [];
    for (let i = 0; i < 100_000; i++) components = [{ components }];
    const press = { ...pressOf('2o1;about', 0), message: { flags: 0, components } };
    expect(replyTo(press).dispatched.response.type).toBe(4);
  });
});
