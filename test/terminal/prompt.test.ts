/** The interactive prompt: keys, completion, buttons; and what is shown of what was typed. */
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { completions } from '../../src/adapters/terminal/terminal.js';
import { slashCommands } from '../../src/commands/registry.js';
import { once, rig, typed } from './rig.js';

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const CONTROL = /(?!\n)\p{Cc}/u;

const offered = (line: string) => completions(line, rig());

describe('Tab offers', () => {
  test('the commands', () => {
    expect(offered('/')).toEqual([slashCommands.map(({ name }) => `/${name} `), '/']);
    expect(offered('/tre')).toEqual([['/trends ', '/treaty '], '/tre']);
    expect(offered('/nonsense')).toEqual([[], '/nonsense']);
  });

  test('the options of a command, each once', () => {
    expect(offered('/votes ')).toEqual([
      ['resolution:', 'body:', 'year:', 'position:', 'topic:', 'private:'],
      '',
    ]);
    expect(offered('/votes po')).toEqual([['position:'], 'po']);
  });

  test('the options that are left, behind a value', () => {
    expect(offered('/votes body:General Assembly p')).toEqual([['position:', 'private:'], 'p']);
    expect(offered('/treaty name:iccpr ')).toEqual([['private:'], '']);
    expect(offered('/treaty name:iccpr private:true n')).toEqual([[], 'n']);
  });

  test('the values of an option, whether they are a choice or completed as in Discord', () => {
    expect(offered('/ratings rating:very')).toEqual([['Very Weak', 'Very Strong'], 'very']);
    expect(offered('/treaty private:t')).toEqual([['true'], 't']);
    expect(offered('/treaty name:iccpr')[0]).toEqual(['iccpr']);
    expect(offered('/votes resolution:2666')[0]).toContain('S/RES/2666');
    expect(offered('/indicator name:extremism')[0].length).toBeGreaterThan(0);
  });

  test('nothing in a question', () => {
    expect(offered('how did it vote')).toEqual([[], 'how did it vote']);
    expect(offered('')).toEqual([[], '']);
  });

  test('something that can be typed: each offer is understood', () => {
    for (const { name } of slashCommands) {
      for (const option of offered(`/${name} `)[0]) {
        for (const value of offered(`/${name} ${option}`)[0].slice(0, 5)) {
          const line = `/${name} ${option}${value}`;
          const only = once(line);
          expect(only.code === 0 || /needs/.test(only.shown), line).toBe(true);
        }
      }
    }
  });
});

describe('at the prompt', () => {
  test('Tab completes what is typed', async () => {
    const shown = await typed(['/trea', '\t', 'na', '\t', 'iccpr', '\r', CTRL_D]);
    expect(stripVTControlCharacters(shown)).toContain('› /treaty name:iccpr');
    expect(shown).toContain('signed the ICCPR in 1998');
  });

  test('an exclamation mark and a number press a button of the last answer', async () => {
    const shown = await typed(['/indicator name:15\r', '!1\r', '!99\r', '!1\r', CTRL_D]);
    const pages = stripVTControlCharacters(shown).match(/^15 · /gm);
    expect(pages).toHaveLength(3);
    expect(shown).toContain('There is no such button');
  });

  test('a button may be asked for before there is any', async () => {
    expect(await typed(['!1\r', CTRL_D])).toContain('There is no such button');
  });

  test('the arrow brings the last line again', async () => {
    const shown = await typed(['/treaty name:iccpr\r', '\u001b[A', '\r', CTRL_D]);
    expect(shown.match(/Covenant on Civil and Political Rights \(ICCPR\)/g)).toHaveLength(2);
  });

  test.each([
    ['Ctrl-D', CTRL_D],
    ['Ctrl-C', CTRL_C],
    ['quit', 'quit\r'],
  ])('%s leaves', async (_, key) => {
    const shown = await typed(['/treaty name:iccpr\r', key, '/treaty name:rome-statute\r']);
    expect(shown).toContain('signed the ICCPR in 1998');
    expect(shown).not.toContain('Rome Statute of the');
  });
});

describe('the answer to a line', () => {
  test.each([
    ['a required option that is not given', '/indicator', '/indicator needs name'],
    ['a choice that there is not', '/ratings rating:superb', '“superb” is not one of the choices for rating'],
    ['text for a command that takes none', '/about this', '/about takes private:'],
    ['nothing', '', '/ask needs question'],
  ])('that could not be understood is 1, and why: %s', (_, line, why) => {
    const { code, shown } = once(line);
    expect(code).toBe(1);
    expect(shown.replace(/\s+/g, ' ')).toContain(why);
  });

  test.each([
    ['a command', '/bad\u001b[31mred'],
    ['a command, in one 8-bit character', '/bad\u009b31mred'],
    ['an option', '/treaty \u001b[2Jname:iccpr'],
    ['an option that there is not', '/treaty n\u0007ame:iccpr'],
    ['a value', '/treaty name:\u001b[31mred\u0007'],
    ['a choice', '/ratings rating:\u001b[5mstrong'],
    ['a symbol', '/votes resolution:S/RES/\u009b31m2666'],
    ['a footnote', '/cite footnote:\u001b]8;;https://example.org\u0007x'],
    ['a question', '\u001b]0;title\u0007 who \r\u0008voted'],
  ])('has no control characters, where there are some in %s', (_, line) => {
    expect(once(line).shown).not.toMatch(CONTROL);
  });
});
