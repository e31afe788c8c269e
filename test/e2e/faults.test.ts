import { describe, expect, it } from 'vitest';
import type { FaultResponse } from '../discord-double/http.js';
import { Bot } from './bot.js';
import { pagesOf, seen, startDouble, world } from './world.js';

const the = world();

const CALLBACK = /\/callback$/;
const NOT_DELIVERED = { level: 'error', msg: 'an answer did not reach Discord' };
const OVER = { level: 'info', msg: 'an interaction was over before it was answered' };
const UNKNOWN = { status: 404, body: { code: 10062, message: 'Unknown interaction' } };
const KNOWN = { status: 400, body: { code: 40060, message: 'Interaction has already been acknowledged.' } };
const FORBIDDEN = { status: 403, body: { code: 50001, message: 'Missing Access' } };

/** It answers as ever, once it is connected. */
async function expectAnswers(): Promise<void> {
  await the.double.ready();
  expect(seen(await the.double.command('treaty', { name: 'iccpr' }))).toContain('Signed, not ratified');
}

describe('where Discord does not take an answer', () => {
  it.each<[string, FaultResponse, typeof OVER]>([
    ['it fails (500)', 500, NOT_DELIVERED],
    ['it forbids it (403)', FORBIDDEN, NOT_DELIVERED],
    ['it cuts the line', 'drop', NOT_DELIVERED],
    ['it no longer knows the interaction (10062)', UNKNOWN, OVER],
    ['the interaction was answered already (40060)', KNOWN, OVER],
  ])('because %s, the bot says so once and carries on', async (_, response, line) => {
    const [lines, requests] = [the.bot.lines.length, the.double.requests.length];
    const fault = the.double.fail(CALLBACK, 100, response);
    the.double.command('about').catch(() => {});
    await the.bot.logged(({ msg }) => msg === line.msg, lines);
    fault.remove();
    await expectAnswers();

    const said = the.bot.lines.slice(lines).filter(({ msg }) => msg !== 'answered');
    expect(said).toMatchObject([line]);
    // Errors of discord.js quote the address of the callback, which holds the token of the interaction.
    const paths = the.double.requests.slice(requests).map(({ path }) => path.split('/'));
    expect(new Set(paths.map(([, , id]) => id)).size).toBe(2);
    for (const [, , , token] of paths) expect(the.bot.stderr).not.toContain(token);
  });

  it('a list of choices is given up as calmly', async () => {
    const lines = the.bot.lines.length;
    the.double.fail(CALLBACK, 1, UNKNOWN);
    the.double.autocomplete('indicator', { name: 'e' }, 'name').catch(() => {});
    await the.bot.logged(({ msg }) => msg === OVER.msg, lines);
    expect(await the.double.autocomplete('indicator', { name: 'ed' }, 'name')).not.toEqual([]);
  });

  it.each<[string, FaultResponse]>([
    ['it fails', 502],
    ['it cuts the line', 'drop'],
  ])('because %s, and only once, the bot tries again', async (_, response) => {
    const lines = the.bot.lines.length;
    const fault = the.double.fail(CALLBACK, 1, response);
    await expectAnswers();
    expect(fault.hits).toBe(1);
    expect(the.bot.lines.slice(lines).map(({ msg }) => msg)).toEqual(['answered']);
  });

  it('because it fails only once, the bot tries again with the files', async () => {
    const fault = the.double.fail(CALLBACK, 1, 502);
    const { files } = await the.double.command('cite', { footnote: '24', style: 'ris' });
    expect(fault.hits).toBe(1);
    expect(files).toMatchObject([{ name: expect.stringMatching(/\.ris$/) }]);
  });

  it('because something between them forbids it, the bot says so with the status', async () => {
    const [lines, requests] = [the.bot.lines.length, the.double.requests.length];
    the.double.fail(CALLBACK, 1, { status: 403, body: 'Access denied' });
    the.double.command('about').catch(() => {});
    const { err } = await the.bot.logged(({ msg }) => msg === NOT_DELIVERED.msg, lines);
    expect(err).toMatchObject({ status: 403 });
    expect(the.double.requests.slice(requests)).toHaveLength(1);
  });

  it('because the bot was too fast, it waits and tries again', async () => {
    const lines = the.bot.lines.length;
    const fault = the.double.fail(CALLBACK, 1, 429);
    await expectAnswers();
    expect(fault.hits).toBe(1);
    expect(the.bot.lines.slice(lines).map(({ msg }) => msg)).toEqual(['answered']);
  });
});

it('does not send an answer that comes too late, having waited for Discord', async () => {
  const [lines, requests] = [the.bot.lines.length, the.double.requests.length];
  const fault = the.double.fail(CALLBACK, 1, { status: 429, headers: { 'Retry-After': '4' } });
  the.double.command('about').catch(() => {});
  await the.bot.logged(({ msg }) => msg === NOT_DELIVERED.msg, lines);
  expect(fault.hits).toBe(1);
  // Once, and not again when the time to wait is over.
  expect(the.double.requests.slice(requests).filter(({ path }) => CALLBACK.test(path))).toHaveLength(1);
  await expectAnswers();
});

it.each<[string, Record<string, string>]>([
  ['about', {}],
  ['cite', { footnote: '24', style: 'ris' }],
])(
  'gives up an answer (/%s) that Discord says nothing to, and does not send it twice',
  async (name, options) => {
    const [lines, requests] = [the.bot.lines.length, the.double.requests.length];
    const fault = the.double.fail(CALLBACK, 1, 'hang');
    the.double.command(name, options).catch(() => {});
    await the.bot.logged(({ msg }) => msg === NOT_DELIVERED.msg, lines);
    fault.remove();
    expect(the.double.requests.slice(requests).filter(({ path }) => CALLBACK.test(path))).toHaveLength(1);
    await expectAnswers();
  },
);

it('answers many at once, each with its own', async () => {
  const numbers = Array.from({ length: 36 }, (_, at) => String(at + 1));
  const replies = await Promise.all(numbers.map((name) => the.double.command('indicator', { name })));
  expect(replies.map((reply) => /^## (\d+) ·/.exec(seen(reply))?.[1])).toEqual(numbers);
  const pages = await Promise.all(replies.map((reply) => pagesOf(the.double, reply)));
  expect(pages.flat().length).toBeGreaterThan(numbers.length);
});

describe('the connection to Discord', () => {
  it('comes back by itself after it was cut, and what was asked meanwhile is answered', async () => {
    the.double.dropConnection();
    expect(seen(await the.double.command('about'))).toContain('36 indicators');
    await expectAnswers();
    expect(the.double.gateway.resumes).toBe(1);
  });

  it('comes back when Discord asks for it (op 7)', async () => {
    the.double.reconnect();
    await expectAnswers();
    expect(the.double.gateway.resumes).toBe(2);
    expect(the.double.gateway.identifies).toHaveLength(1);
  });

  it('is made anew when Discord has forgotten it (op 9), and nothing is registered again', async () => {
    the.double.invalidate(false);
    await expectAnswers();
    expect(the.double.gateway.identifies).toHaveLength(2);
    expect(the.double.registrations).toBe(1);
    expect(the.bot.lines.filter((line) => 'server' in line)).toHaveLength(1);
  });

  it('is taken for dead where Discord acknowledges no heartbeat, and made anew', async () => {
    const own = await startDouble({ heartbeatInterval: 400 });
    const bot = await Bot.start(own);
    own.withholdAcks();
    await bot.logged(({ msg }) => msg.endsWith('connecting again'));
    own.withholdAcks(false);
    await own.ready();
    expect(seen(await own.command('treaty', { name: 'iccpr' }))).toContain('Signed, not ratified');
    await bot.kill();
    await own.close();
  });

  it('ends the program where Discord closes it for good, and says what to do', async () => {
    // 4004: the token was reset in the developer portal while the bot was running.
    the.double.dropConnection(4004);
    const { code } = await the.bot.exited;
    expect(code).toBe(1);
    expect(the.bot.sentences.join('\n')).toMatch(/DISCORD_TOKEN/);
    expect(the.bot.stderr).not.toMatch(/^\s+at /m);
  });
});
