/** Interactions over HTTP, from the real program in its own process: alone, and beside the gateway. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { interactionOf } from '../../src/interactions.js';
import type { DiscordDouble } from '../discord-double/double.js';
import { Bot, leaks, TOKEN } from './bot.js';
import { seen, startDouble } from './world.js';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const DISCORD_PUBLIC_KEY = Buffer.from(publicKey.export({ format: 'jwk' }).x as string, 'base64url').toString(
  'hex',
);
const ASKER = { id: '290000000000000777' };

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

const start = (env: Record<string, string> = {}) => {
  bot = Bot.spawn({
    DISCORD_PUBLIC_KEY,
    DISCORD_API_URL: double.apiUrl,
    PORT: '0',
    LOG_LEVEL: 'info',
    ...env,
  });
  return bot.logged(({ msg }) => msg === 'listening').then(({ port }) => Number(port));
};
const together = async () => {
  const port = await start({ DISCORD_TOKEN: TOKEN });
  await bot.logged((line) => 'server' in line);
  return port;
};
let interaction = 0;
const bodyOf = (command: string, user = ASKER) =>
  JSON.stringify({
    ...interactionOf({ command, options: {} }),
    id: String(++interaction),
    application_id: '34',
    user,
  });
function signed(body: string): Record<string, string> {
  const at = String(Math.floor(Date.now() / 1000));
  return {
    'content-type': 'application/json',
    'x-signature-ed25519': sign(null, Buffer.from(at + body), privateKey).toString('hex'),
    'x-signature-timestamp': at,
  };
}
const post = (port: number, body: string) =>
  fetch(`http://127.0.0.1:${port}/interactions`, { method: 'POST', body, headers: signed(body) });
const get = async (port: number, path: string) => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, text: await response.text() };
};

describe('alone', () => {
  it('answers what is signed, is ready, and has no page and nothing else unsigned', async () => {
    const port = await start();
    expect(JSON.stringify(await (await post(port, bodyOf('about'))).json())).toContain('What is loaded');
    expect(await get(port, '/readyz')).toEqual({
      status: 200,
      text: '{"status":"ready","data":true,"http":true}',
    });
    expect((await get(port, '/')).status).toBe(404);
    const unsigned = await fetch(`http://127.0.0.1:${port}/playground/interactions`, {
      method: 'POST',
      body: '{}',
    });
    expect(unsigned.status).toBe(404);
    expect(bot.stdout).toBe('');
    expect(double.gateway.identifies).toEqual([]);
  });

  it('waits for a request that is under way when it is told to stop, and then ends', async () => {
    const port = await start();
    const body = bodyOf('about');
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const head = Object.entries({
      ...signed(body),
      host: 'localhost',
      'content-length': String(body.length),
    });
    const lines = head.map(([name, value]) => `${name}: ${value}`).join('\r\n');
    socket.write(`POST /interactions HTTP/1.1\r\n${lines}\r\n\r\n${body.slice(0, 20)}`);
    // Until that has arrived, there is nothing under way.
    await new Promise((resolve) => setTimeout(resolve, 200));
    const ended = bot.end('SIGTERM');
    await bot.logged(({ msg }) => msg === 'stopping');
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.write(body.slice(20));
    const { code } = await ended;
    expect(code).toBe(0);
    expect(answer).toContain('What is loaded');
  });

  it('does not wait for a sender that dawdles', async () => {
    const port = await start();
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    await once(socket, 'connect');
    socket.write('POST /interactions HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\n{"ty');
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { code, took } = await bot.end('SIGTERM');
    expect(code).toBe(0);
    expect(took).toBeLessThan(6000);
  });

  it('keeps names that somebody has made up out of the log and the metrics', async () => {
    const port = await start();
    const press = JSON.stringify({
      type: 3,
      id: '12',
      application_id: '34',
      token: 'x',
      data: { component_type: 2, custom_id: '2o1;secret words' },
      message: { id: '1', flags: 0, components: [] },
    });
    expect((await post(port, press)).status).toBe(200);
    expect((await get(port, '/metrics')).text).toContain('command="unknown button",outcome="refused"');
    expect((await get(port, '/metrics')).text + bot.stderr).not.toContain('secret words');
  });

  it('takes signed JSON that is no interaction as calmly', async () => {
    const port = await start();
    for (const [body, status] of [
      ['null', 400],
      ['[]', 200],
      ['{"type":2,"member":{},"data":{}}', 200],
      ['{"type":3,"data":{"custom_id":"x","component_type":2}}', 200],
    ] as const)
      expect([body, (await post(port, body)).status]).toEqual([body, status]);
    expect(bot.lines.filter(({ msg }) => msg === 'a request failed')).toEqual([]);
  });
});

describe('beside the gateway', () => {
  it('has one limit for a person in both', async () => {
    const port = await together();
    for (let i = 0; i < 12; i++) await double.command('about', {}, { user: ASKER });
    const texts: string[] = [];
    for (let i = 0; i < 12; i++) texts.push(await (await post(port, bodyOf('about'))).text());
    expect(texts.filter((text) => text.includes('That was a lot in a short time'))).toHaveLength(4);
    expect((await get(port, '/metrics')).text).toContain(
      'footnote_interactions_total{command="about",outcome="too many"} 4',
    );
  });

  it('is ready where either can answer', async () => {
    const port = await together();
    expect(await get(port, '/readyz')).toEqual({
      status: 200,
      text: '{"status":"ready","data":true,"gateway":true,"http":true}',
    });
  });

  it('answers and stops over HTTP also where Discord’s gateway is not reached', async () => {
    double.fail('GET /gateway/bot', 1000, 503);
    const port = await start({ DISCORD_TOKEN: TOKEN });
    expect((await post(port, bodyOf('about'))).status).toBe(200);
    expect((await bot.end('SIGTERM')).code).toBe(0);
  });
});

describe('a fault', () => {
  it('of Discord’s API that passes is tried again at once', async () => {
    bot = await Bot.start(double);
    const fault = double.fail(/\/callback$/, 1, 500);
    expect(seen(await double.command('treaty', { name: 'iccpr' }))).toContain('Signed, not ratified');
    expect(fault.hits).toBe(1);
  });

  it('a second signal does not cut off what is being answered', async () => {
    bot = await Bot.start(double);
    double.fail(/\/callback$/, 1, { status: 429, headers: { 'Retry-After': '0.7' } });
    const asked = double.command('treaty', { name: 'iccpr' });
    await bot.logged(({ msg }) => msg === 'answered');
    const ended = bot.end('SIGTERM');
    await bot.logged(({ msg }) => msg === 'stopping');
    bot.signal('SIGTERM');
    expect(seen(await asked)).toContain('Signed, not ratified');
    expect((await ended).code).toBe(0);
  });
});
