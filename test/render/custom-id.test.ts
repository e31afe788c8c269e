import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ButtonState,
  CUSTOM_ID_MAX,
  decodeRemove,
  decodeState,
  encodeRemove,
  encodeState,
  stateIn,
} from '../../src/render/custom-id.js';
import { edition } from '../library.js';

const value = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('%', ';', '=', '%3B', '%25', '%253B', 'a'), { maxLength: 12 })
    .map((s) => s.join('')),
);
const name = fc.stringMatching(/^[a-z]{1,10}$/);
const state: fc.Arbitrary<ButtonState> = fc.record(
  {
    verb: fc.constantFrom('turn', 'open', 'share'),
    call: fc.record({
      command: name,
      options: fc.dictionary(name, value, { maxKeys: 4, noNullPrototype: true }),
    }),
    page: fc.integer({ min: 1, max: 999 }),
    stamp: fc.stringMatching(/^[\w-]{6}$/),
  },
  { requiredKeys: ['verb', 'call', 'page'] },
);

describe('what a button does', () => {
  test('is read from its id as it was written, whatever the options say', () => {
    let fitted = 0;
    fc.assert(
      fc.property(state, (given) => {
        const id = encodeState(given);
        if (id === null) return;
        fitted += 1;
        expect(id.length).toBeLessThanOrEqual(CUSTOM_ID_MAX);
        expect(decodeState(id)).toEqual(given);
      }),
      { numRuns: 2000 },
    );
    expect(fitted).toBeGreaterThan(1000);
  });

  test('is said of the edition that it stands under, unless it names another one', () => {
    const { assessment, stamp } = edition;
    const within = (options: Record<string, string>) =>
      decodeState(stateIn(edition, { verb: 'open', call: { command: 'votes', options }, page: 1 }));
    expect(within({ topic: 'Syria' })).toEqual({
      verb: 'open',
      call: { command: 'votes', options: { assessment: assessment.id, topic: 'Syria' } },
      page: 1,
      stamp,
    });
    expect(within({ assessment: 'chn-2022' })?.call.options).toEqual({ assessment: 'chn-2022' });
    // Once, so that it takes no room twice.
    const id = stateIn(edition, {
      verb: 'open',
      call: { command: 'c', options: { assessment: 'a' } },
      page: 1,
    });
    expect(id?.match(/assessment=/g)).toHaveLength(1);
  });

  test('is written where it fits to the last character, and not where it does not', () => {
    const of = (length: number) =>
      encodeState({ verb: 'turn', call: { command: 'c', options: { o: 'x'.repeat(length) } }, page: 1 });
    const room = CUSTOM_ID_MAX - (of(0) as string).length;
    expect(of(room)).toHaveLength(CUSTOM_ID_MAX);
    expect(of(room + 1)).toBeNull();
  });

  test('is nothing where the id is none of ours, and reading it never fails', () => {
    const near = fc
      .tuple(
        fc.constantFrom('2t1', '2o12', '2s999', '2t1.abc', '1t1', '2x1', '2t0', '2t1000', ''),
        fc.array(value, { maxLength: 4 }),
      )
      .map(([head, rest]) => [head, ...rest].join(';'));
    fc.assert(
      fc.property(fc.oneof(fc.string(), near), (id) => {
        const read = decodeState(id);
        if (read) {
          expect(read.page).toBeGreaterThanOrEqual(1);
          expect(read.call.command).not.toBe('');
        }
      }),
      { numRuns: 2000 },
    );
    for (const id of [
      '',
      ';',
      '2t1',
      '2t1;',
      '1t1;cite',
      '2t1.;cite',
      '2t0;cite',
      '2z1;cite',
      '2t1;cite;x',
      '2t1;cite;=x',
      'null',
    ]) {
      expect(decodeState(id), id).toBeNull();
    }
  });

  test('leaves the names that every object has alone', () => {
    const read = decodeState('2t1;cite;__proto__=x;constructor=y');
    expect(Object.getPrototypeOf(read?.call.options)).toBe(Object.prototype);
    expect(Object.prototype).not.toHaveProperty('x');
  });
});

describe('the button that removes an answer', () => {
  test('says whose answer it is, and nothing else does', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 63n }), (id) => {
        const button = encodeRemove(String(id));
        expect(button.length).toBeLessThanOrEqual(CUSTOM_ID_MAX);
        expect(decodeRemove(button)).toBe(String(id));
        expect(decodeState(button)).toBeNull();
      }),
    );
    fc.assert(
      fc.property(state, (given) => {
        expect(decodeRemove(encodeState(given))).toBeNull();
      }),
    );
    for (const id of ['', '2x', '2x-', '1xabc', '2xABC', null, 5]) expect(decodeRemove(id)).toBeNull();
  });
});
