/** One process a shard: SHARDS, with the real program and its processes against the double. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backOff } from '../../src/adapters/gateway/back-off.js';
import type { DiscordDouble, Reply } from '../discord-double/double.js';
import type { FaultResponse } from '../discord-double/http.js';
import { Bot, type LogLine, leaks, TOKEN } from './bot.js';
import { seen, startDouble } from './world.js';

/** Of two shards, each has one of these. */
const [FIRST, SECOND] = ['288230376151711744', '288230376155906048'] as const;
const CALLBACK = /\/callback$/;
const RECOMMENDATION = /^GET \/gateway\/bot$/;

let double: DiscordDouble;
let bot: Bot;

beforeEach(async () => {
  const guilds = [FIRST, SECOND].map((id) => ({ id }));
  double = await startDouble({ guilds, shards: { recommended: 2, atOnce: 16 } });
});

afterEach(async () => {
  await bot.kill();
  await double.close();
  expect(double.violations).toEqual([]);
  expect(leaks(bot, double)).toEqual([]);
});

async function start(env: Record<string, string> = {}): Promise<void> {
  bot = await Bot.start(double, { SHARDS: 'auto', ...env });
  await connected(1);
}

/** Waits for what the bot logs of a shard, after the first `from` lines. */
const logged = (shard: number, isSo: (line: LogLine) => boolean, from = 0) =>
  bot.logged((line) => line.shard === shard && isSo(line), from);
const connected = (shard: number, from = 0) =>
  logged(shard, ({ msg }) => msg === 'connected to Discord', from);
const ask = (guildId: string): Promise<Reply> => double.command('treaty', { name: 'iccpr' }, { guildId });

async function expectAnswers(...guilds: string[]): Promise<void> {
  for (const guild of guilds) expect(seen(await ask(guild))).toContain('Signed, not ratified');
}

/** Which shards connected, each once, in whatever order their processes came to it. */
function expectIdentified(...shards: [id: number, count: number][]): void {
  const identified = double.gateway.identifies.map(({ shard }) => String(shard));
  expect(identified.sort()).toEqual(shards.map(String));
}

/** The process of a shard that was started last. */
function pidOf(shard: number): number {
  const pid = bot.lines.findLast((line) => line.shard === shard && 'pid' in line)?.pid;
  if (typeof pid !== 'number') throw new Error(`shard ${shard} was not started`);
  return pid;
}

/** Asks in the server of the second shard, whose answer waits for half a second; comes once it is under way. */
async function inFlight(): Promise<{ answer: Promise<Reply> }> {
  const arrived = new Promise<void>((resolve) => {
    const matches = ({ path }: { path: string }) => {
      if (CALLBACK.test(path)) resolve();
      return CALLBACK.test(path);
    };
    double.fail(matches, 1, { status: 429, headers: { 'Retry-After': '0.5' } });
  });
  const answer = ask(SECOND);
  await arrived;
  return { answer };
}

/** It ends with a sentence, and nothing that it started is left: they would hold its standard error open. */
async function expectRefused(): Promise<string> {
  expect(await bot.exited).toEqual({ code: 1, signal: null });
  expect(bot.stdout).toBe('');
  expect(bot.stderr).not.toMatch(/^\s+at /m);
  return bot.sentences.join('\n');
}

describe('with SHARDS', () => {
  it('auto, as many processes run as Discord recommends, and each answers in its own servers', async () => {
    await start();
    expectIdentified([0, 2], [1, 2]);
    expect(new Set([pidOf(0), pidOf(1)]).size).toBe(2);
    for (const [shard, guild] of [FIRST, SECOND].entries()) {
      await expectAnswers(guild);
      await logged(shard, ({ msg }) => msg === 'answered');
    }
    // Direct messages are the first one's.
    await double.command('about', {}, { context: 1 });
    await logged(0, ({ command }) => command === 'about');
    expect(bot.stdout).toBe('');
    expect(bot.sentences).toEqual([]);
  });

  it('as a number, so many run, whatever Discord recommends', async () => {
    bot = await Bot.start(double, { SHARDS: '3' });
    await Promise.all([1, 2].map((shard) => connected(shard)));
    expectIdentified([0, 3], [1, 3], [2, 3]);
  });

  it('empty, one process runs as it does without', async () => {
    bot = await Bot.start(double, { SHARDS: '' });
    expectIdentified([0, 1]);
    await expectAnswers(FIRST, SECOND);
    expect(bot.lines.filter((line) => 'shard' in line)).toEqual([]);
  });

  it('what is to be done once for the bot is done once: commands, links, the port for interactions', async () => {
    await start({ DISCORD_PUBLIC_KEY: 'ab'.repeat(32), PORT: '0' });
    await expectAnswers(SECOND);
    expect(double.registrations).toBe(1);
    const once = bot.lines.filter(({ msg, ...line }) => 'server' in line || msg === 'listening');
    expect(once.map(({ shard }) => shard)).toEqual([0, 0]);
  });
});

describe('a shard that ends', () => {
  it.each([
    [0, FIRST, SECOND],
    [1, SECOND, FIRST],
  ])('is started again and answers again, while the others go on: %i', async (shard, own, other) => {
    await start();
    const [before, lines] = [pidOf(shard), bot.lines.length];
    process.kill(before, 'SIGKILL');
    const end = await logged(shard, ({ msg }) => msg === 'a shard ended; it starts again', lines);
    expect(end).toMatchObject({ level: 'warn', signal: 'SIGKILL', delay: backOff(1) });
    await expectAnswers(other);
    await connected(shard, lines);
    await expectAnswers(own, other);
    expect(pidOf(shard)).not.toBe(before);
    expect(double.registrations).toBe(1);
  });

  it('reads its data again when the manager is told to', async () => {
    bot = await Bot.start(double, { SHARDS: '2', LOG_LEVEL: 'debug' });
    await Promise.all([connected(0), connected(1)]);
    bot.signal('SIGHUP');
    for (const shard of [0, 1]) await logged(shard, ({ msg }) => msg === 'the data are as they were');
    await expectAnswers(FIRST);
  });

  it('that does not reach Discord tries again by itself, and says why', async () => {
    let asked = 0;
    // The manager is answered; the first shard is not, however often it tries.
    double.fail((request) => RECOMMENDATION.test(`${request.method} ${request.path}`) && ++asked > 1, 4, 503);
    bot = Bot.spawn({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: double.apiUrl, SHARDS: '1' });
    await logged(0, ({ msg }) => /^Discord could not be reached at .* Trying again\.$/.test(msg));
    await connected(0);
    await bot.logged((line) => 'server' in line);
    await expectAnswers(FIRST);
    expect(bot.sentences).toEqual([]);
  });

  it('ends the program where Discord no longer takes the token', async () => {
    await start();
    double.dropConnection(4004, 1);
    expect(await expectRefused()).toMatch(/^Discord no longer takes DISCORD_TOKEN\..*\.$/);
  });

  it('ends the program, which says it once, where that happens to all of them', async () => {
    await start();
    double.dropConnection(4014, 0);
    double.dropConnection(4014, 1);
    expect(await expectRefused()).toMatch(/^Discord closed the connection for good \(code 4014\)\. .*$/);
  });

  it('waits longer each time, and never longer than a minute', () => {
    const delays = [1, 2, 3, 4, 5, 6, 7, 8, 100].map(backOff);
    expect(delays).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });
});

describe('a start that cannot be', () => {
  const refused = (env: Record<string, string> = {}) => {
    bot = Bot.spawn({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: double.apiUrl, SHARDS: 'auto', ...env });
    return expectRefused();
  };

  it('says what to do where Discord refuses the token', async () => {
    expect(await refused({ DISCORD_TOKEN: `${TOKEN}x` })).toMatch(/^Discord refused DISCORD_TOKEN\. .*\.$/);
  });

  it.each<[string, FaultResponse]>([
    ['the line is cut', 'drop'],
    ['what answers is not Discord', { status: 200, body: { hello: 'world' } }],
  ])('waits where %s, and starts the shards when Discord is back', async (_, response) => {
    const fault = double.fail(RECOMMENDATION, 100, response);
    bot = Bot.spawn({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: double.apiUrl, SHARDS: '1' });
    await bot.logged(({ msg }) => /^Discord could not be reached at .* Trying again\.$/.test(msg));
    fault.remove();
    await bot.logged((line) => 'server' in line);
    expect(bot.sentences).toEqual([]);
  });

  it('says so where Discord refuses the connections', async () => {
    double.refuseIdentify(4014);
    expect(await refused()).toMatch(/^Discord closed the connection for good \(code 4014\)/);
  });

  it('says so once where the data are wrong', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'footnote-'));
    await writeFile(join(folder, 'broken.json'), '{');
    const sentence = await refused({ DATA_DIR: folder });
    await rm(folder, { recursive: true });
    expect(sentence.match(/broken\.json/g)).toHaveLength(1);
    expect(double.gateway.identifies).toEqual([]);
  });

  it('names SHARDS where it is wrong', async () => {
    expect(await refused({ SHARDS: 'many' })).toMatch(/^ {2}SHARDS: .*expected auto or a whole number/m);
  });
});

describe('the end', () => {
  /** Every shard has said that it stopped, and was waited for. */
  const expectOrder = () => {
    const stopped = bot.lines.filter(({ msg }) => msg === 'stopped').map(({ shard }) => shard);
    expect(new Set(stopped.slice(0, 2))).toEqual(new Set([0, 1]));
    expect(stopped.slice(2)).toEqual([undefined]);
    expect(bot.lines.filter(({ level }) => level !== 'info')).toEqual([]);
    expect(bot.sentences).toEqual([]);
  };

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'on %s comes when all of them have answered what is in flight',
    async (signal) => {
      await start();
      const { answer } = await inFlight();
      expect((await bot.end(signal)).code).toBe(0);
      expect(seen(await answer)).toContain('Signed, not ratified');
      expectOrder();
    },
  );

  it('comes in as good an order where the shards get the signal as well, as by Ctrl-C', async () => {
    await start();
    const { answer } = await inFlight();
    const ended = bot.end('SIGINT');
    for (const shard of [0, 1]) process.kill(pidOf(shard), 'SIGINT');
    expect((await ended).code).toBe(0);
    expect(seen(await answer)).toContain('Signed, not ratified');
    expectOrder();
  });

  it('comes where a shard hangs', async () => {
    await start();
    process.kill(pidOf(1), 'SIGSTOP');
    expect((await bot.end('SIGTERM')).code).toBe(0);
  });

  it('comes where Discord does not say how many shards there are to be', async () => {
    const asked = new Promise<void>((resolve) => {
      double.fail(
        ({ path }) => {
          resolve();
          return path === '/gateway/bot';
        },
        10,
        'hang',
      );
    });
    bot = Bot.spawn({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: double.apiUrl, SHARDS: 'auto' });
    await asked;
    expect((await bot.end('SIGTERM')).code).toBe(0);
  });

  it('comes to the shards as well where the manager is killed, once they have answered', async () => {
    await start();
    const { answer } = await inFlight();
    const ended = bot.end('SIGKILL');
    await logged(1, ({ msg }) => msg === 'stopping');
    // Of this, discord.js would tell the manager.
    double.dropConnection(undefined, 1);
    // It has ended only when nobody holds its standard error any more, and so when its shards have.
    expect((await ended).signal).toBe('SIGKILL');
    expect(seen(await answer)).toContain('Signed, not ratified');
    const stopped = bot.lines.filter(({ msg }) => msg === 'stopped').map(({ shard }) => shard);
    expect(stopped.sort()).toEqual([0, 1]);
    expect(bot.sentences).toEqual([]);
  });
});
