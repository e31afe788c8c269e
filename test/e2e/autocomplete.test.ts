import { describe, expect, it } from 'vitest';
import { objects } from '../../src/adapters/playground/discord/json.js';
import type { Choice } from '../discord-double/double.js';
import { HOSTILE } from './hostile.js';
import { data, PLACES, seen, world } from './world.js';

const the = world();

/** What is offered to someone who typed that; names and values are as long as Discord takes them. */
async function offered(command: string, option: string, typed: string): Promise<Choice[]> {
  const choices = await the.double.autocomplete(command, { [option]: typed }, option);
  expect(choices.length).toBeLessThanOrEqual(25);
  for (const { name, value } of choices) {
    expect(name.length, name).toBeLessThanOrEqual(100);
    expect(name.trim()).toBe(name);
    expect(String(value).length, name).toBeLessThanOrEqual(100);
  }
  return choices;
}

const values = async (command: string, option: string, typed: string) =>
  (await offered(command, option, typed)).map(({ value }) => value);

const answer = async (command: string, options: Record<string, string>) =>
  seen(await the.double.command(command, options));

/** Every option that completes, and words that people type for it. */
const OPTIONS: [command: string, option: string, typed: string[]][] = [
  ['indicator', 'name', ['15', 'edu', 'press', 'genoc', 'veto']],
  ['votes', 'resolution', ['2666', '77/2', 'A/HRC', 'syria', 'burundi']],
  ['votes', 'topic', ['syr', 'korea', 'terror']],
  ['treaty', 'name', ['icc', 'rome', 'torture', 'arms']],
  ['cite', 'footnote', ['24', 'freedom', 'maizland', 'state']],
];

it('knows here every option that completes', () => {
  const declared = the.double
    .commands()
    .flatMap((command) =>
      objects(command.options).flatMap(({ name, autocomplete }) =>
        autocomplete ? [`${command.name} ${name}`] : [],
      ),
    );
  expect(declared.sort()).toEqual(OPTIONS.map(([command, option]) => `${command} ${option}`).sort());
});

describe.each(OPTIONS)('/%s %s:', (command, option, typed) => {
  it('offers something before anything is typed', async () => {
    expect(await offered(command, option, '')).not.toEqual([]);
  });

  it.each(typed)('offers for “%s” what the command then takes', async (text) => {
    const choices = await offered(command, option, text);
    expect(choices).not.toEqual([]);
    for (const { name, value } of choices) {
      const text = await answer(command, { [option]: String(value) });
      expect(text, name).not.toMatch(/^## (?:No such|Not |Which|.*UN votes$)/);
    }
  });

  it('offers it wherever the command can be used', async () => {
    for (const { place } of PLACES) {
      const here = await the.double.autocomplete(command, { [option]: typed[0] ?? '' }, option, place);
      expect(here).toEqual(await offered(command, option, typed[0] ?? ''));
    }
  });

  it.each(HOSTILE)('takes no harm from %s', async (_, text) => {
    await offered(command, option, text.slice(0, 6000));
  });

  it('offers nothing for what names nothing', async () => {
    expect(await offered(command, option, 'qqxzzv jjkwq')).toEqual([]);
  });
});

describe('the first choice', () => {
  it.each(['1', '2', '3', '15', '24', '36'])('for %s is that number', async (number) => {
    expect((await values('indicator', 'name', number))[0]).toBe(number);
    expect((await values('cite', 'footnote', number))[0]).toBe(number);
  });

  it.each(data.votes.map(({ resolution }) => resolution))('for %s is that resolution', async (symbol) => {
    expect((await values('votes', 'resolution', symbol.toLowerCase()))[0]).toBe(symbol);
  });

  it.each(data.treaties.map(({ id, name, abbreviation }) => [abbreviation ?? name, id]))(
    'for %s is that treaty',
    async (typed = '', id = '') => {
      expect((await values('treaty', 'name', typed.toLowerCase()))[0]).toBe(id);
    },
  );
});

it('offers no neighbour of a resolution that is not there', async () => {
  expect(await values('votes', 'resolution', 'S/RES/2613')).toEqual([]);
  expect(await values('votes', 'resolution', '2613')).toEqual([]);
});

it('names in a choice what it is: the rating, the vote, the status, the author', async () => {
  const first = async (command: string, option: string, typed: string) =>
    (await offered(command, option, typed))[0]?.name;
  expect(await first('indicator', 'name', '35')).toBe('35 · Kigali Principles (Very Weak)');
  expect(await first('votes', 'resolution', '2677')).toMatch(/^S\/RES\/2677 \(2023\) yes: /);
  expect(await first('treaty', 'name', 'iccpr')).toMatch(/\(ICCPR\): Signed, not ratified$/);
  expect(await first('cite', 'footnote', '24')).toBe('24 · Reporters Without Borders, 2023: China');
  expect(await first('votes', 'topic', 'burundi')).toBe('Burundi (1 vote)');
});

it.each([
  ['indicator', 'name', 'press freedom', '## 19 ·'],
  ['indicator', 'name', 'KIGALI', '## 35 ·'],
  ['indicator', 'name', 'indicator 7', '## 7 ·'],
  ['votes', 'resolution', 'resolution 2666 (2022)', '## S/RES/2666'],
  ['votes', 'resolution', 'HRC 51/28', '## A/HRC/RES/51/28'],
  ['votes', 'topic', 'DPRK', 'A/RES/77/226'],
  ['treaty', 'name', 'Rome Statute', '## Rome Statute'],
  ['cite', 'footnote', 'Maizland', 'Repression of Uyghurs'],
])('/%s %s:%s works when typed past the list', async (command, option, typed, shown) => {
  expect(await answer(command, { [option]: typed })).toContain(shown);
});

it('offers the nearest names where what was typed is not certain', async () => {
  const text = await answer('indicator', { name: 'peacekeping' });
  expect(text).toMatch(/33 · Contribution to UN peacekeeping operations/);
  const treaty = await answer('treaty', { name: 'convention' });
  expect(treaty).toMatch(/### Nearest\n- /);
});
