/** What Discord shows before an answer, in the languages of its clients. */
import { describe, expect, test } from 'vitest';
import { validateCommands } from '../../src/adapters/playground/discord/validate-commands.js';
import { TRANSLATIONS } from '../../src/commands/translations.js';
import { declarations } from '../../src/declarations.js';
import { library, raw } from '../library.js';

interface Named {
  name: string;
  name_localizations?: Record<string, string>;
  description?: string;
  description_localizations?: Record<string, string>;
  options?: Named[];
  choices?: Named[];
  type?: number;
}
const declared = declarations(library, { inOneServer: false }) as unknown as Named[];
const locales = Object.keys(TRANSLATIONS);
/** Names of the data, of years, and of styles and bodies that are called so everywhere. */
const OWN = new Set([
  ...raw.areas.map(({ name }) => name),
  ...raw.votes.map(({ year }) => String(year)),
  'APA (7th edition)',
  'Chicago (author-date, 17th edition)',
  'Harvard (Cite Them Right, 12th edition)',
  'MLA (9th edition)',
]);

test('are at least French, Spanish and Simplified Chinese', () => {
  expect(locales).toEqual(expect.arrayContaining(['fr', 'es-ES', 'zh-CN']));
});

test('are taken by Discord', () => {
  expect(validateCommands(declared as never)).toEqual([]);
});

describe.each(locales)('in %s', (locale) => {
  const of = (named: Named) => [
    named.name_localizations?.[locale],
    named.description_localizations?.[locale],
  ];

  test('every command and option has a name and says what it is for', () => {
    for (const command of declared) {
      const [name, description] = of(command);
      expect(name, command.name).toBeTruthy();
      if (command.description) expect(description, command.name).toBeTruthy();
      for (const option of command.options ?? []) {
        for (const text of of(option)) expect(text, `${command.name}.${option.name}`).toBeTruthy();
        for (const choice of option.choices ?? [])
          if (!OWN.has(choice.name)) expect(of(choice)[0], choice.name).toBeTruthy();
      }
    }
  });

  test('what is typed in examples stays as it has to be typed', () => {
    for (const command of declared)
      for (const option of command.options ?? []) {
        const examples =
          option.description?.match(/\b(?:[AS]\/\S+\d|\d+(?:-\d+)?|all|education|Syria|ICCPR)\b/g) ?? [];
        for (const example of examples) expect(option.description_localizations?.[locale]).toContain(example);
      }
  });

  test('nothing is translated that is not there', () => {
    const known = new Set(
      declared.flatMap(({ name, options = [] }) => [
        name,
        ...options.flatMap((o) => [`${name}.${o.name}`, o.name]),
      ]),
    );
    const choices = new Set(
      declared.flatMap((c) => (c.options ?? []).flatMap((o) => (o.choices ?? []).map((x) => x.name))),
    );
    const { texts, choices: own } = TRANSLATIONS[locale] ?? { texts: {}, choices: {} };
    expect(Object.keys(texts).filter((key) => !known.has(key) && key !== 'assessment')).toEqual([]);
    expect(Object.keys(own).filter((name) => !choices.has(name))).toEqual([]);
  });
});
