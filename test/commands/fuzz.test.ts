/** Whatever arrives is answered: with a message that Discord takes and that mentions nobody. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateReply } from '../../src/adapters/playground/discord/validate.js';
import { commands } from '../../src/commands/registry.js';
import { interactionOf } from '../../src/interactions.js';
import { raw } from '../library.js';
import { see } from '../render/reading.js';
import { ask, dispatch, press } from './asking.js';
import { problemsOf } from './true-to-footnotes.js';

const words = fc
  .array(
    fc.constantFrom(
      ...[
        '@everyone',
        '@here',
        '<@12345678901234567>',
        '<@&12345678901234567>',
        '<#12345678901234567>',
        '||',
        '**',
      ],
      ...[
        '[a](https://a.example)',
        'https://a.example',
        '> ',
        '# ',
        '`',
        '\\',
        '\n',
        '\u202e',
        '\u200b',
        '😀',
        '%3B;=',
      ],
      ...[
        'China',
        'Sudan',
        'rights',
        'S/RES/2677',
        'A/RES/77/999',
        '51/28',
        '24',
        '0',
        'not',
        'the',
        'Freedom House',
      ],
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(' '));
const known = fc.constantFrom(
  ...raw.indicators.flatMap((i) => [i.label, ...i.aliases]),
  ...raw.votes.map((v) => v.resolution),
  ...raw.treaties.map((t) => t.name),
  ...['very-weak', 'no', 'security-council', '2022', 'decrease', 'vote', 'report', 'true', 'false'],
);
const value = fc.oneof(
  words,
  known,
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.lorem({ maxCount: 80 }),
);
const name = fc.constantFrom(...commands.map((c) => c.name));
const option = fc.constantFrom(
  ...commands.flatMap((c) => c.options.map((o) => o.name)),
  'private',
  'assessment',
  'x',
);
const called = fc.record({ command: name, options: fc.dictionary(option, value, { maxKeys: 4 }) });

describe('whatever is typed', () => {
  test('is answered well', () => {
    fc.assert(
      fc.property(called, ({ command, options }) => {
        expect(problemsOf(ask(command, options))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  test('with all options of a command is answered well', () => {
    const full = fc.constantFrom(...commands).chain((command) =>
      fc.record({
        command: fc.constant(command.name),
        options: fc.record(Object.fromEntries(command.options.map((o) => [o.name, fc.oneof(known, words)]))),
      }),
    );
    fc.assert(
      fc.property(full, ({ command, options }) => {
        expect(problemsOf(ask(command, options))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('brings up choices that Discord takes', () => {
    fc.assert(
      fc.property(called, ({ command, options }) => {
        for (const focused of Object.keys(options)) {
          const { response } = dispatch(interactionOf({ command, options }, focused));
          expect(validateReply(response, [], 'autocomplete', { optionType: 3 })).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('whatever button is pressed', () => {
  const made = fc
    .tuple(
      fc.constantFrom('1t1', '1o1', '1s1', '1t9', '1s3', '2t1', '1'),
      name,
      fc.array(fc.tuple(option, value), { maxLength: 3 }),
    )
    .map(([head, command, pairs]) => [head, command, ...pairs.map(([k, v]) => `${k}=${v}`)].join(';'));

  test('is answered well', () => {
    fc.assert(
      fc.property(fc.oneof(made, fc.string(), words), fc.constantFrom(0, 64, 1 << 15), (id, flags) => {
        expect(problemsOf(press(id, flags))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('an interaction that Discord would never send', () => {
  const part = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(undefined));
  const odd = fc.oneof(
    fc.record(
      { type: fc.integer({ min: 0, max: 7 }), data: part, message: part },
      { requiredKeys: ['type'] },
    ),
    fc.record({
      type: fc.integer({ min: 2, max: 5 }),
      data: fc.record(
        {
          name: fc.oneof(name, fc.string(), part),
          type: fc.oneof(fc.integer({ min: 1, max: 4 }), part),
          custom_id: fc.oneof(fc.string(), part),
          component_type: fc.oneof(fc.integer({ min: 1, max: 8 }), part),
          options: fc.oneof(
            fc.array(fc.record({ name: option, type: part, value: part, focused: part })),
            part,
          ),
        },
        { requiredKeys: [] },
      ),
      message: fc.oneof(fc.record({ flags: part }), part),
    }),
  );

  test('is answered as well, and nothing is thrown', () => {
    fc.assert(
      fc.property(odd, (interaction) => {
        const { response } = dispatch(interaction as never);
        if (!('data' in response) || !('components' in response.data)) return;
        const kind = interaction.type === 3 ? 'component' : 'command';
        expect(validateReply(response, [], kind)).toEqual([]);
        const { head, body, sources } = see(response.data);
        const markup = [...head, ...body, ...sources].flatMap((line) => line.markup);
        expect(
          markup.filter((type) => /user|role|channel|everyone|here|emoji|spoiler|code/i.test(type)),
        ).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['a button without data', { type: 3 }],
    ['a button without an id', { type: 3, data: { component_type: 2 } }],
    ['a button whose id is a number', { type: 3, data: { component_type: 2, custom_id: 5 } }],
    ['a command without data', { type: 2 }],
    ['a command whose data is a text', { type: 2, data: 'cite' }],
    ['an autocompletion without data', { type: 4 }],
    ['a command whose options are a number', { type: 2, data: { type: 1, name: 'cite', options: 5 } }],
    ['a modal', { type: 5, data: { custom_id: 'x', components: [] } }],
    ['a message’s command', { type: 2, data: { type: 3, name: 'cite' } }],
  ])('such as %s is answered', (_, interaction) => {
    expect(() => dispatch(interaction as never)).not.toThrow();
  });
});
