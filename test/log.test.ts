import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { createLog, type Log } from '../src/log.js';

const TOKEN = 'MTEwMDAwMDAwMDAwMDAwMDAwMQ.GxQ7pz.s3cr3t-of-the_bot';
const INTERACTION = 'aW50ZXJhY3Rpb246s3cr3t-of_one';

/** What a log with the bot's token among its secrets writes. */
function written(act: (log: Log) => void, level = 'info'): string {
  const lines: string[] = [];
  act(createLog({ level, secrets: [TOKEN], write: (line) => lines.push(line) }));
  return lines.join('');
}

const callback = `https://discord.com/api/v10/interactions/1100000000000000009/${INTERACTION}/callback`;
const followUp = `https://discord.com/api/v10/webhooks/1100000000000000001/${INTERACTION}/messages/@original`;

/** As the libraries make them: with what was sent, and where to. */
function failed(message: string, rest: object = {}): Error {
  return Object.assign(new Error(message), rest);
}

describe('the log', () => {
  test('writes lines of JSON with a time, a level in words and a message', () => {
    const [line = '', ...others] = written((log) => log.info({ command: 'treaty' }, 'answered')).split('\n');
    expect(others).toEqual(['']);
    expect(JSON.parse(line)).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      command: 'treaty',
      msg: 'answered',
    });
  });

  test('of one shard of several says which, in every line', () => {
    const lines: string[] = [];
    createLog({ level: 'info', shard: 0, write: (line) => lines.push(line) }).info('answered');
    expect(JSON.parse(lines.join(''))).toMatchObject({ shard: 0, msg: 'answered' });
  });

  test('is as quiet as its level says', () => {
    const both = (log: Log) => {
      log.info('one');
      log.warn('two');
    };
    expect(written(both, 'warn')).not.toContain('one');
    expect(written(both, 'warn')).toContain('two');
    expect(written(both, 'silent')).toBe('');
  });

  test.each(['ends', 'falls over'])('loses no line where the program %s at once', (end) => {
    const { stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'test/logging.ts', end], {
      encoding: 'utf8',
    });
    const lines = stderr.split('\n').filter((line) => line.startsWith('{'));
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['one', 'two']);
  });

  test('keeps of an error what went wrong, and where', () => {
    const line = written((log) => log.error({ err: failed('the disk is full') }, 'stopping'));
    expect(JSON.parse(line).err).toMatchObject({
      type: 'Error',
      message: 'the disk is full',
      stack: expect.stringContaining('log.test.ts'),
    });
  });
});

describe('a secret is never written', () => {
  test.each<[string, (log: Log) => void]>([
    ['the token in the message', (log) => log.info(`logging in as ${TOKEN}`)],
    ['the token in a field of any name', (log) => log.info({ authorization: `Bot ${TOKEN}` }, 'sent')],
    ['the token deep in an object', (log) => log.info({ a: { b: [{ c: TOKEN }] } }, 'sent')],
    ['the token as a key', (log) => log.info({ [TOKEN]: 1 }, 'sent')],
    ['the token, twice', (log) => log.info({ token: TOKEN }, `${TOKEN} ${TOKEN}`)],
    ['the token in the text of an error', (log) => log.error({ err: failed(`401 for ${TOKEN}`) }, 'no')],
    ['the token in the cause of an error', (log) => log.error(failed('no', { cause: failed(TOKEN) }), 'no')],
    ['the token in an address', (log) => log.error({ err: failed('no', { url: `wss://x/?t=${TOKEN}` }) })],
    ['an interaction token in the address of its callback', (log) => log.warn({ path: callback }, 'late')],
    ['an interaction token in the address of a follow-up', (log) => log.warn(`PATCH ${followUp} failed`)],
    ['an interaction token in a relative address', (log) => log.warn(new URL(callback).pathname)],
    ['an interaction token in two addresses', (log) => log.warn({ callback, followUp }, callback)],
    ['an interaction token in the text and stack of an error', (log) => log.error(failed(callback), 'no')],
    [
      'an interaction token in what the error of a library carries',
      (log) =>
        log.error({ err: failed('no', { url: callback, requestBody: { json: { token: INTERACTION } } }) }),
    ],
    [
      'an interaction token in what a rate limit is of',
      (log) =>
        log.error({ err: failed('too fast', { majorParameter: `100000000000000001/${INTERACTION}` }) }),
    ],
    ['an interaction token in a field', (log) => log.warn({ token: INTERACTION }, 'late')],
    ['an interaction token in an interaction', (log) => log.warn({ interaction: { token: INTERACTION } })],
    [
      'an interaction token deeper in an object',
      (log) => log.warn({ packet: { d: { id: '1', token: INTERACTION } } }, 'late'),
    ],
    [
      'an interaction token deeper in an error',
      (log) => log.error({ err: failed('no', { request: { interaction: { token: INTERACTION } } }) }),
    ],
  ])('%s', (_, act) => {
    const line = written(act);
    expect(line).not.toBe('');
    expect(line).not.toContain('s3cr3t');
    expect(() => JSON.parse(line)).not.toThrow();
  });

  test('nor by a child of the log', () => {
    const line = written((log) => log.child({ token: INTERACTION, bot: TOKEN }).info({ callback }, TOKEN));
    expect(line).not.toContain('s3cr3t');
  });

  test('and the rest of its line stays', () => {
    const line = written((log) => log.warn({ command: 'treaty', path: callback }, `late: ${TOKEN}`));
    expect(JSON.parse(line)).toMatchObject({
      command: 'treaty',
      path: expect.stringContaining('/interactions/1100000000000000009/'),
      msg: expect.stringMatching(/^late: \[/),
    });
  });

  test('where there are none to hide, everything is written', () => {
    const lines: string[] = [];
    const log = createLog({ level: 'info', secrets: [''], write: (line) => lines.push(line) });
    log.info('as it is');
    expect(lines.join('')).toContain('as it is');
  });
});
