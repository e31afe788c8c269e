import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiscordDouble, Reply } from '../discord-double/double.js';
import type { FaultResponse, RecordedRequest } from '../discord-double/http.js';
import { Bot, leaks, TOKEN } from './bot.js';
import { seen, startDouble } from './world.js';

let double: DiscordDouble;
let bot: Bot;

beforeEach(async () => {
  double = await startDouble();
});

afterEach(async () => {
  await bot.kill();
  await double.close();
  expect(double.violations).toEqual([]);
  expect(leaks(bot, double)).toEqual([]);
});

const CALLBACK = /\/callback$/;
const REPLY = /\/channels\/\d+\/messages$/;
const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
const WITHIN = 5000;

/** Lets the next requests of that kind meet `response`; resolves when the first of them arrives. */
function met(kind: RegExp, times: number, response: FaultResponse): Promise<void> {
  return new Promise((resolve) => {
    const matches = ({ method, path }: RecordedRequest) => {
      const isOne = kind.test(`${method} ${path}`);
      if (isOne) resolve();
      return isOne;
    };
    double.fail(matches, times, response);
  });
}

describe.each(SIGNALS)('on %s', (signal) => {
  it('it answers what is in flight, and then ends in good order', async () => {
    bot = await Bot.start(double);
    // Discord says: too fast, once more in half a second.
    const delayed = met(CALLBACK, 1, { status: 429, headers: { 'Retry-After': '0.5' } });
    const asked: Promise<Reply> = double.command('treaty', { name: 'iccpr' });
    await delayed;
    const { code, took } = await bot.end(signal);
    expect(seen(await asked)).toContain('Signed, not ratified');
    expect(code).toBe(0);
    expect(took).toBeLessThan(WITHIN);
    expect(bot.lines.slice(-2)).toMatchObject([{ msg: 'stopping', signal }, { msg: 'stopped' }]);
    expect(bot.sentences).toEqual([]);
  });

  it('it replies to a question before, and to none after', async () => {
    bot = await Bot.start(double);
    const delayed = met(REPLY, 1, { status: 429, headers: { 'Retry-After': '0.5' } });
    const asked = double.say('Has China ratified the ICCPR?', { context: 1 });
    await delayed;
    const ended = bot.end(signal);
    await bot.logged(({ msg }) => msg === 'stopping');
    double.write('Has China ratified the ATT?', { context: 1, user: { id: '190000000000000002' } });
    expect((await ended).code).toBe(0);
    expect(seen({ message: await asked })).toContain('ICCPR');
    expect(double.sent).toHaveLength(1);
  });
});

describe('it ends in time', () => {
  it('where Discord does not take an answer', async () => {
    bot = await Bot.start(double);
    const hung = met(CALLBACK, 10, 'hang');
    const unanswered = double.command('about').catch(() => 'unanswered');
    await hung;
    const { code, took } = await bot.end('SIGTERM');
    expect(code).toBe(0);
    expect(took).toBeLessThan(WITHIN);
    expect(await unanswered).toBe('unanswered');
  });

  it('where it is not connected yet', async () => {
    const asked = met(/\/gateway\/bot$/, 10, 'hang');
    bot = Bot.spawn({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: double.apiUrl });
    await asked;
    const { code, took } = await bot.end('SIGTERM');
    expect(code).toBe(0);
    expect(took).toBeLessThan(WITHIN);
  });

  it('where the commands are being registered', async () => {
    const asked = met(/\/commands$/, 10, 'hang');
    bot = Bot.spawn({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: double.apiUrl });
    await asked;
    const { code, took } = await bot.end('SIGTERM');
    expect(code).toBe(0);
    expect(took).toBeLessThan(WITHIN);
  });

  it('where the connection to Discord is gone', async () => {
    bot = await Bot.start(double);
    double.fail('GET /gateway', 10, 503);
    double.dropConnection();
    await bot.logged(({ msg }) => msg.includes('dropped'));
    const { code, took } = await bot.end('SIGTERM');
    expect(code).toBe(0);
    expect(took).toBeLessThan(WITHIN);
  });
});
