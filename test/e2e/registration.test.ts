import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type JsonObject, objects } from '../../src/adapters/playground/discord/json.js';
import type { DiscordDouble } from '../discord-double/double.js';
import type { RegisteredCommand } from '../discord-double/registry.js';
import { run } from '../process/run.js';
import { Bot, leaks } from './bot.js';
import { GUILD, startDouble } from './world.js';

let double: DiscordDouble;
const bots: Bot[] = [];

beforeEach(async () => {
  double = await startDouble();
});

afterEach(async () => {
  const started = bots.splice(0);
  await Promise.all(started.map((bot) => bot.kill()));
  await double.close();
  expect(double.violations).toEqual([]);
  expect(started.flatMap((bot) => leaks(bot, double))).toEqual([]);
});

/** Starts the program, waits until it has looked at its commands, and ends it: a start as far as Discord sees it. */
async function start(env: Record<string, string> = {}): Promise<Bot> {
  const bot = await Bot.start(double, env);
  bots.push(bot);
  await bot.kill();
  return bot;
}

const TYPED = ['about', 'ask', 'cite', 'indicator', 'ratings', 'search', 'treaty', 'trends', 'votes'];

/** Ways in which what is registered may differ from what the program declares. */
const CHANGES: Record<string, (votes: JsonObject) => void> = {
  'a description': (votes) => Object.assign(votes, { description: 'Other' }),
  'where it may be used': (votes) => Object.assign(votes, { contexts: [0] }),
  'a command too many': (votes) =>
    double.commands().push({ ...structuredClone(votes), name: 'weather', id: '7' } as RegisteredCommand),
};

/** A command without its version, which every change makes another. */
const essence = ({ version: _, ...rest }: JsonObject) => rest;

const names = (guildId?: string) =>
  double
    .commands(guildId)
    .flatMap(({ type, name }) => (type === 1 ? [name] : []))
    .sort();

function choices(command: string, option: string): unknown[] {
  const options = objects(double.commands().find(({ name }) => name === command)?.options);
  return objects(options.find(({ name }) => name === option)?.choices).map(({ value }) => value);
}

const saysOf = (bot: Bot) => bot.lines.find(({ changed }) => changed !== undefined);

it('at the first start all commands are registered, at once, for servers and users, for everywhere', async () => {
  expect(saysOf(await start())).toMatchObject({ changed: true });
  expect(double.registrations).toBe(1);
  expect(names()).toEqual(TYPED);
  expect(double.commands()).toHaveLength(TYPED.length + 1);
  for (const { name, integration_types, contexts, options } of double.commands()) {
    const where = { integration_types: [0, 1], contexts: [0, 1, 2] };
    expect({ name, integration_types, contexts }).toEqual({ name, ...where });
    if (!TYPED.includes(name)) continue;
    const hidden = objects(options).find((option) => option.name === 'private');
    expect(hidden, name).toMatchObject({ type: 5 });
    expect(hidden?.description).toMatch(['ask', 'search'].includes(name) ? /unless false/ : /unless true/);
  }
  // In the menu of a message stands the name alone.
  const onMessages = double.commands().filter(({ type }) => type === 3);
  expect(onMessages).toMatchObject([{ name: 'Find sources', description: '' }]);
  expect(onMessages[0]).not.toHaveProperty('options');
  expect(choices('votes', 'body')).toEqual(['security-council', 'general-assembly', 'human-rights-council']);
  expect(choices('votes', 'year')).toEqual(['2021', '2022', '2023']);
  expect(choices('votes', 'position')).toEqual(['yes', 'no', 'abstained', 'without-vote']);
  expect(choices('ratings', 'area')).toHaveLength(6);
});

describe('at a later start', () => {
  it('nothing is registered: what Discord adds, and the order in which it gives back, is no change', async () => {
    await start();
    expect(saysOf(await start())).toMatchObject({ changed: false });
    const commands = double.commands();
    commands.reverse();
    for (const command of commands) {
      (command.contexts as number[]).reverse();
      (command.integration_types as number[]).reverse();
      Object.assign(command, { handler: null, nsfw: false, name_localized: command.name, version: '7' });
      for (const option of objects(command.options)) {
        Object.assign(option, {
          required: option.required ?? false,
          channel_types: [],
        });
        for (const choice of objects(option.choices)) choice.name_localized = choice.name;
      }
    }
    await start();
    expect(double.registrations).toBe(1);
  });

  it('all are registered again where one is another, whatever it is in', async () => {
    await start();
    const wanted = structuredClone(double.commands()).map(essence);
    for (const [what, change] of Object.entries(CHANGES)) {
      const before = double.registrations;
      const command = double.commands().find(({ name }) => name === 'votes');
      change(command ?? {});
      expect(saysOf(await start()), what).toMatchObject({ changed: true });
      expect(double.registrations, what).toBe(before + 1);
      expect(double.commands().map(essence), what).toEqual(wanted);
    }
  });
});

describe('with DISCORD_GUILD_ID', () => {
  it('the commands are registered in that server alone, without what only global ones have', async () => {
    await start({ DISCORD_GUILD_ID: GUILD });
    expect(double.commands()).toEqual([]);
    expect(names(GUILD)).toEqual(TYPED);
    const [put] = double.requests.filter(({ method }) => method === 'PUT');
    for (const declared of objects(put?.body)) {
      expect(declared).not.toHaveProperty('contexts');
      expect(declared).not.toHaveProperty('integration_types');
    }
    await start({ DISCORD_GUILD_ID: GUILD });
    expect(double.registrations).toBe(1);
  });
});

describe('where Discord does not take the commands', () => {
  it('those of the last start are answered, and the log says so once', async () => {
    await start();
    for (const command of double.commands()) command.description = 'Other';
    double.fail('PUT /applications', 1, { status: 403, body: { code: 20012, message: 'Not authorized' } });
    const bot = await Bot.start(double);
    bots.push(bot);
    expect(await double.command('about')).toMatchObject({ response: { type: 4 } });
    const said = bot.lines.filter(({ level }) => level === 'error');
    expect(said.map(({ msg }) => msg)).toEqual([
      'the commands could not be registered; start again to try again',
    ]);
  });
});

describe('without connecting', () => {
  it('the commands are registered once, and are there for interactions over HTTP', async () => {
    const env = { DISCORD_TOKEN: double.token, DISCORD_API_URL: double.apiUrl };
    expect(await run(['--register'], { env })).toEqual({
      code: 0,
      stdout: 'The commands are registered.\n',
      stderr: '',
    });
    expect(double.commands().map(({ name }) => name)).toEqual(expect.arrayContaining(TYPED));
    expect((await run(['--register'], { env })).stdout).toBe('The commands are registered as they are.\n');
    expect([double.registrations, double.gateway.identifies]).toEqual([1, []]);
  });

  it.each([
    ['no token', {}, 'DISCORD_TOKEN is not set'],
    ['a token that is refused', { DISCORD_TOKEN: 'other' }, 'Discord refused DISCORD_TOKEN.'],
  ])('says so where there is %s', async (_, own, says) => {
    const { code, stderr } = await run(['--register'], { env: { DISCORD_API_URL: double.apiUrl, ...own } });
    expect(code).toBe(1);
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/ {4}at /);
  });
});
