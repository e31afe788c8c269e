/** The programs that are measured, and what they are measured beside. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { connect, NotStarted } from '../../bench/discord.js';
import {
  BARE_SERVER,
  memoryOf,
  NODE_START,
  type Running,
  SEARCHING_BOT,
  start,
  startServer,
} from '../../bench/processes.js';
import { COMMANDS } from '../discord-double/rig.js';

const ended: (() => Promise<void>)[] = [];
const ending = <T extends Pick<Running, 'end'>>(one: T): T => {
  ended.push(() => one.end());
  return one;
};
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
});

/** A folder that is gone after the test, and after what runs in it. */
function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-programs-'));
  ended.push(async () => rmSync(folder, { recursive: true }));
  return folder;
}

/** The public key as Discord gives it, and what is sent with a body that is signed by the other one. */
function keyPair() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex'),
    headersOf: (body: string, timestamp: string) => ({
      'x-signature-ed25519': sign(null, Buffer.from(timestamp + body), privateKey).toString('hex'),
      'x-signature-timestamp': timestamp,
    }),
  };
}

it('Footnote is started as `npm start` ends, and so do others start it', () => {
  expect(NODE_START.footnote.slice(1)).toEqual(['--env-file=node.env', 'dist/main.js']);
  const text = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  const started = `node ${NODE_START.footnote.slice(1).join(' ')}`;
  expect(JSON.parse(text('package.json')).scripts['start:prod']).toBe(started);
  expect(text('deploy/footnote.service')).toContain(`/usr/bin/${started}\n`);
  expect(text('deploy/Containerfile')).toContain(
    `CMD ${JSON.stringify(started.split(' ')).replaceAll(',', ', ')}\n`,
  );
});

it('two threads check signatures beside the one that answers', async () => {
  const { publicKey, headersOf } = keyPair();
  const body = '{"type":1}';
  const threads = async (command: readonly string[]) => {
    const env = { DISCORD_PUBLIC_KEY: publicKey, INDEX_DIR: temporary() };
    const { program, origin } = await startServer('footnote', command, env);
    ending(program);
    // They are there once there was something to do for them.
    const headers = headersOf(body, String(Math.floor(Date.now() / 1000)));
    const { status } = await fetch(`${origin}/interactions`, { method: 'POST', headers, body });
    expect(status).toBe(200);
    return readdirSync(`/proc/${program.pid}/task`).length;
  };
  const unless = await threads([process.execPath, 'dist/main.js']);
  expect(await threads(NODE_START.footnote)).toBe(unless - 2);
});

it('the bare bot answers everything with one line, or one choice', async () => {
  const first = { name: 'votes', options: { resolution: 'A/RES/77/230' } };
  const { discord, program, startMs } = ending(await connect('bare', NODE_START.bare, COMMANDS, { first }));
  expect(startMs).toBeGreaterThan(0);
  expect(memoryOf(program)).toBeGreaterThan(10);
  const reply = await discord.command('about');
  expect(reply.response).toMatchObject({ type: 4, data: { content: 'One fixed line.' } });
  expect(await discord.autocomplete('votes', {}, 'resolution')).toEqual([
    { name: 'A choice', value: 'choice' },
  ]);
});

it.each(['MiniSearch', 'FlexSearch'])(
  'the bot that searches with %s names the best record, and says so where there is none',
  async (LIBRARY) => {
    const RECORDS = join(temporary(), 'records.json');
    const record = (name: string, text: string) => ({ key: name, name, aliases: '', text });
    const records = [record('Courts', 'judges and teachers'), record('Schools', 'teachers and pupils')];
    writeFileSync(RECORDS, JSON.stringify(records));
    const { discord } = ending(await connect('bare', SEARCHING_BOT, COMMANDS, { env: { LIBRARY, RECORDS } }));
    const answer = async (resolution: string) => (await discord.command('votes', { resolution })).response;
    expect(await answer('Teachers, pupils?')).toMatchObject({ data: { content: 'Schools' } });
    expect(await answer('judges')).toMatchObject({ data: { content: 'Courts' } });
    expect(await answer('weather')).toMatchObject({ data: { content: 'Nothing found.' } });
  },
);

it('the bare server answers what is signed, and nothing else', async () => {
  const { publicKey, headersOf } = keyPair();
  const { program, origin } = await startServer('bare', BARE_SERVER, { DISCORD_PUBLIC_KEY: publicKey });
  ending(program);
  const body = '{"type":1}';
  const headers = headersOf(body, '123');
  const post = (timestamp: string) =>
    fetch(origin, { method: 'POST', headers: { ...headers, 'x-signature-timestamp': timestamp }, body });
  const answer = await post('123');
  expect([answer.status, await answer.json()]).toEqual([
    200,
    { type: 4, data: { content: 'One fixed line.' } },
  ]);
  expect((await post('124')).status).toBe(401);
});

it('a program that ends before it answers is told from a bench that went wrong', async () => {
  const command = [process.execPath, '-e', 'console.error("out of memory"); process.exit(1)'];
  const failure = await connect('bare', command, COMMANDS).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(NotStarted);
  expect((failure as Error).message).toContain('out of memory');
});

it('what a program writes is waited for, for as long as is said', async () => {
  const program = ending(
    start('bare', [process.execPath, '-e', 'console.error("saved"); setInterval(() => {}, 1000)'], {}),
  );
  expect(await program.says('saved', 10_000)).toContain('saved');
  expect(await program.says('never', 50)).toBeUndefined();
});
