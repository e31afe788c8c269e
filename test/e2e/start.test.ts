import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GatewayIntentBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiscordDouble } from '../discord-double/double.js';
import { APPLICATION, Bot, leaks, ROOT, TOKEN } from './bot.js';
import { startDouble } from './world.js';

const DATA_DIR = join(ROOT, 'data');

let double: DiscordDouble;
let bot: Bot | undefined;

beforeEach(async () => {
  double = await startDouble();
});

afterEach(async () => {
  await bot?.kill();
  await double.close();
  expect(double.violations).toEqual([]);
  expect(bot ? leaks(bot, double) : []).toEqual([]);
  bot = undefined;
});

/** Starts what cannot run, and gives what it says of that. */
async function refused(env: Record<string, string>): Promise<string> {
  bot = Bot.spawn({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: double.apiUrl, ...env });
  const { code } = await bot.exited;
  expect(code).toBe(1);
  expect(bot.stdout).toBe('');
  expect(bot.stderr).not.toMatch(/^\s+at /m);
  expect(bot.sentences.length).toBeGreaterThan(0);
  return bot.sentences.join('\n');
}

describe('a start', () => {
  it('asks Discord for messages alone and for nothing privileged, gives the links to install it, and writes nothing but its log', async () => {
    bot = await Bot.start(double);
    const { GuildMessages, DirectMessages } = GatewayIntentBits;
    expect(double.gateway.identifies.map(({ intents }) => intents)).toEqual([GuildMessages | DirectMessages]);

    const { server, account } = await bot.logged((line) => 'server' in line);
    const links = [server, account].map((address) => new URL(String(address)));
    for (const [at, { origin, pathname, searchParams }] of links.entries()) {
      expect(origin + pathname).toBe('https://discord.com/oauth2/authorize');
      expect(searchParams.get('client_id')).toBe(APPLICATION);
      expect(searchParams.get('integration_type')).toBe(String(at));
      expect(searchParams.get('scope')).toContain('applications.commands');
    }
    expect(links[0]?.searchParams.get('permissions')).toBe('0');

    expect(bot.sentences).toEqual([]);
    expect(bot.stdout).toBe('');
    expect(bot.lines.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('is as quiet as LOG_LEVEL says', async () => {
    bot = Bot.spawn({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: double.apiUrl, LOG_LEVEL: 'warn' });
    await double.ready();
    // Signals are obeyed from the first line of the log on; without one, an answer shows that it runs.
    double
      .commands()
      .push({ name: 'about', type: 1, contexts: [0, 1, 2], integration_types: [0, 1] } as never);
    await double.command('about');
    await bot.end('SIGTERM');
    expect(bot.stderr).toBe('');
  });

  it('reads .env where it is started', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'footnote-'));
    try {
      const variables = [
        `DISCORD_TOKEN=${TOKEN}`,
        `DISCORD_API_URL="${double.apiUrl}/"`,
        'DISCORD_GUILD_ID=',
      ];
      await writeFile(join(folder, '.env'), variables.join('\n'));
      bot = Bot.spawn({ DATA_DIR, INDEX_DIR: join(folder, '.index') }, folder);
      await bot.logged((line) => 'server' in line);
      expect(double.registrations).toBe(1);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('a start that cannot be', () => {
  it('says what to do where Discord refuses the token', async () => {
    const wrong = `${TOKEN.slice(0, -6)}qwerty`;
    const sentence = await refused({ DISCORD_TOKEN: wrong });
    expect(sentence).toMatch(/^Discord refused DISCORD_TOKEN\. .*Reset Token.*\.env.*start again\.$/);
    expect(bot?.stderr).not.toContain(wrong.split('.').at(-1));
  });

  it('says so where the token is none at all', async () => {
    expect(await refused({ DISCORD_TOKEN: 'paste your token here' })).toMatch(
      /^Discord refused DISCORD_TOKEN\./,
    );
    expect(bot?.stderr).not.toContain('paste your');
  });

  it('says where Discord cannot be reached, and goes on trying', async () => {
    const apiUrl = `http://127.0.0.1:${await closedPort()}/api`;
    bot = Bot.spawn({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: apiUrl, METRICS_PORT: '0' });
    const unreached = ({ msg }: { msg: string }) => msg.startsWith('Discord could not be reached at ');
    const first = await bot.logged(unreached);
    expect(first.msg).toContain(`${apiUrl} (ECONNREFUSED). Check the network and DISCORD_API_URL`);
    const { port } = await bot.logged(({ msg }) => msg === 'listening for monitoring');
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { status: 'not ready', data: true, gateway: false, http: false },
    ]);
    const again = await bot.logged(unreached, bot.lines.indexOf(first) + 1);
    expect(Number(again.waitMs)).toBeGreaterThan(Number(first.waitMs));
    expect((await bot.end('SIGTERM')).code).toBe(0);
  });

  it.each([
    ['what answers is not Discord', { status: 200, body: { hello: 'world' } }],
    ['Discord is out of order', 503],
  ] as const)('waits where %s, and connects when it is back', async (_, response) => {
    double.fail('GET /gateway/bot', 4, response);
    bot = Bot.spawn({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: double.apiUrl });
    await bot.logged(({ msg }) => msg.startsWith('Discord could not be reached at '));
    await bot.logged(({ msg }) => msg === 'connected to Discord');
    expect(bot.sentences).toEqual([]);
  });

  it.each([
    [4011, /^Discord wants more than one connection .*SHARDS=auto.* start again\.$/],
    [4014, /^Discord closed the connection for good \(code 4014\)/],
  ])('says so where Discord refuses the connection (%i)', async (code, sentence) => {
    double.refuseIdentify(code);
    expect(await refused({})).toMatch(sentence);
  });

  it('names every variable that is wrong, and repeats none of what was in it', async () => {
    const sentence = await refused({
      DISCORD_GUILD_ID: 'my-server',
      DISCORD_API_URL: 'discord',
      LOG_LEVEL: 'loud',
    });
    expect(sentence).toMatch(/DISCORD_GUILD_ID: .*\n.*LOG_LEVEL: |DISCORD_API_URL: /);
    for (const name of ['DISCORD_GUILD_ID', 'DISCORD_API_URL', 'LOG_LEVEL'])
      expect(sentence).toContain(`${name}: `);
    expect(sentence).not.toMatch(/my-server|loud/);
  });

  it('says so where there is no assessment', async () => {
    expect(await refused({ DATA_DIR: join(ROOT, 'src') })).toContain(join(ROOT, 'src'));
  });
});

/** A port of this machine on which nothing listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('no address');
  return address.port;
}
