import { describe, expect, it } from 'vitest';
import { validateCommands } from '../../src/adapters/playground/discord/validate.js';

const string = (more: object = {}) => ({ type: 3, name: 'name', description: 'What to look for', ...more });
const command = (more: object = {}) => ({ name: 'votes', description: 'Shows votes', ...more });
const choices = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ name: `c${n}`, value: `v${n}` }));
const many = (count: number, more: object) =>
  Array.from({ length: count }, (_, n) => ({ name: `c${n}`, ...more }));

describe('good declarations', () => {
  it.each([
    ['a plain command', [command()]],
    ['one command, as posted', command()],
    [
      'everything at once',
      [
        command({
          name_localizations: { 'zh-CN': '投票', de: 'abstimmungen' },
          description_localizations: { fr: 'Montre les votes' },
          integration_types: [0, 1],
          contexts: [0, 1, 2],
          nsfw: false,
          default_member_permissions: '8',
          options: [
            string({ required: true, autocomplete: true, min_length: 1, max_length: 6000 }),
            string({ name: 'body', choices: choices(25), required: false }),
            { type: 4, name: 'year', description: 'Which year', min_value: 1945, max_value: 2100 },
            { type: 5, name: 'private', description: 'Only for you' },
          ],
        }),
        { type: 3, name: 'Find sources', integration_types: [0, 1] },
      ],
    ],
    [
      'subcommands',
      [command({ options: [{ type: 1, name: 'show', description: 'Shows', options: [string()] }] })],
    ],
    ['the same name for another type', [command(), { type: 3, name: 'votes' }]],
    ['none', []],
  ])('%s', (_, body) => {
    expect(validateCommands(body)).toEqual([]);
  });
});

describe('bad declarations', () => {
  const long = 'x'.repeat(101);
  const bulky = Array.from({ length: 4 }, (_, n) =>
    string({
      name: `o${n}`,
      choices: choices(25).map(({ name, value }) => ({
        name: name.padEnd(50, '.'),
        value: value.padEnd(50, '.'),
      })),
    }),
  );
  it.each<[string, unknown, RegExp]>([
    ['an upper-case name', command({ name: 'Votes' }), /not a valid name/],
    ['a name with a space', command({ name: 'two words' }), /not a valid name/],
    ['a name of 33 characters', command({ name: 'x'.repeat(33) }), /not a valid name/],
    ['an upper-case localised name', command({ name_localizations: { de: 'Stimmen' } }), /not a valid name/],
    ['an unknown locale', command({ description_localizations: { zh: 'x' } }), /not a locale/],
    ['no description', { name: 'votes' }, /description is 0 characters/],
    ['a long description', command({ description: long }), /description is 101 characters/],
    [
      '26 options',
      command({ options: Array.from({ length: 26 }, (_, n) => string({ name: `o${n}` })) }),
      /26 options/,
    ],
    [
      'required after optional',
      command({ options: [string(), string({ name: 'b', required: true })] }),
      /before optional/,
    ],
    ['two options of a name', command({ options: [string(), string()] }), /two options are called name/],
    ['26 choices', command({ options: [string({ choices: choices(26) })] }), /26 choices/],
    [
      'a long choice name',
      command({ options: [string({ choices: [{ name: long, value: 'a' }] })] }),
      /choice name/,
    ],
    [
      'a long choice value',
      command({ options: [string({ choices: [{ name: 'a', value: long }] })] }),
      /over 100/,
    ],
    [
      'a repeated choice',
      command({ options: [string({ choices: [...choices(1), ...choices(1)] })] }),
      /two choices/,
    ],
    [
      'choices and autocomplete',
      command({ options: [string({ choices: choices(1), autocomplete: true })] }),
      /exclude/,
    ],
    [
      'autocomplete of a boolean',
      command({ options: [string({ type: 5, autocomplete: true })] }),
      /neither choices/,
    ],
    ['max_length 6001', command({ options: [string({ max_length: 6001 })] }), /max_length/],
    ['max_length 0', command({ options: [string({ max_length: 0 })] }), /max_length/],
    [
      'min above max',
      command({ options: [string({ min_length: 5, max_length: 2 })] }),
      /min_length is above/,
    ],
    [
      'a mixed list of options',
      command({ options: [string(), { type: 1, name: 's', description: 'S' }] }),
      /side by side/,
    ],
    ['an unknown option type', command({ options: [string({ type: 99 })] }), /no such type/],
    ['more than 8000 characters', command({ options: bulky }), /at most 8000/],
    ['two commands of a name', [command(), command()], /two CHAT_INPUT commands are called votes/],
    ['101 commands', many(101, { description: 'd' }), /101 CHAT_INPUT commands, at most 100/],
    ['16 message commands', many(16, { type: 3 }), /16 MESSAGE commands, at most 15/],
    ['a described message command', { type: 3, name: 'Find', description: 'no' }, /only CHAT_INPUT/],
    ['options of a message command', { type: 3, name: 'Find', options: [string()] }, /only CHAT_INPUT/],
    ['an unknown key', command({ colour: 'red' }), /colour: unknown key/],
    [
      'an unknown key of an option',
      command({ options: [string({ colour: 'red' })] }),
      /options\[0\]\.colour: unknown/,
    ],
    ['an unknown context', command({ contexts: [3] }), /contexts/],
    ['no object at all', ['votes'], /must be an object/],
  ])('%s', (_, body, problem) => {
    expect(validateCommands(body)).toContainEqual(expect.stringMatching(problem));
  });

  it('contexts and installation types on the commands of one server', () => {
    const body = [command({ contexts: [0], integration_types: [0] })];
    expect(validateCommands(body)).toEqual([]);
    expect(validateCommands(body, { guild: true })).toEqual([
      '/votes.integration_types: only allowed on global commands',
      '/votes.contexts: only allowed on global commands',
    ]);
  });
});
