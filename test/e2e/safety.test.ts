import { describe, expect, it } from 'vitest';
import { objects } from '../../src/adapters/playground/discord/json.js';
import { HOSTILE, live } from './hostile.js';
import { isPrivate, sent, world } from './world.js';

const the = world();

/** Every option in which people can type what they like, and how much of it Discord lets through. */
const FREE: [command: string, option: string][] = [
  ['ask', 'question'],
  ['indicator', 'name'],
  ['votes', 'resolution'],
  ['votes', 'topic'],
  ['treaty', 'name'],
  ['cite', 'footnote'],
  ['search', 'query'],
];

function limit(command: string, option: string): number {
  const declared = the.double.commands().find(({ name }) => name === command);
  const found = objects(declared?.options).find(({ name }) => name === option);
  return Number(found?.max_length ?? 6000);
}

it('knows here every option that takes free text', () => {
  const declared = the.double
    .commands()
    .flatMap(({ name, options }) =>
      objects(options).flatMap((option) =>
        option.type === 3 && !option.choices ? [`${name} ${String(option.name)}`] : [],
      ),
    );
  expect(declared.sort()).toEqual(FREE.map(([command, option]) => `${command} ${option}`).sort());
});

describe.each(FREE)('/%s %s:', (command, option) => {
  it.each(HOSTILE)('shows %s as text, and notifies nobody', async (_, text) => {
    // Discord counts in its own way what it lets through; here it is code units.
    const value = text.slice(0, limit(command, option));
    const reply = await the.double.command(command, { [option]: value });
    expect(reply.response.data?.allowed_mentions).toEqual({ parse: [] });
    expect(live(sent(reply))).toEqual([]);
    expect(sent(reply)).not.toMatch(/went wrong|undefined|\[object|\bat \w+ \(/);
    expect(the.bot.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

it('shows what was typed, whole and as it was', async () => {
  const typed = '**bold** <@123> [a](https://evil.example) @everyone';
  const reply = await the.double.command('treaty', { name: typed });
  const text = sent(reply);
  expect(live(text)).toEqual([]);
  expect(text.replace(/\\(?=[^\p{L}\p{N}\s])/gu, '')).toContain(`“${typed}”`);
});

it('refuses calmly and privately what is too long for an option', async () => {
  // A client would not send it; an older registration of the command might still allow it.
  const most = limit('search', 'query');
  const declared = the.double.commands().find(({ name }) => name === 'search');
  for (const one of objects(declared?.options)) delete one.max_length;
  const reply = await the.double.command('search', { query: 'x'.repeat(6000), private: false });
  expect(sent(reply)).toMatch(
    new RegExp(`^That is too long for query: ${most} characters fit, 6000 were given.`),
  );
  expect(isPrivate(reply)).toBe(true);
});
