/** Interactions over HTTP: signed as Discord signs them, with a key pair of the test's own. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer as createHttp, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { interactions } from '../../src/adapters/http/interactions.js';
import { createServer, listen, type Server } from '../../src/adapters/http/server.js';
import { createLimits } from '../../src/adapters/limits.js';
import { validateMessage, validateReply } from '../../src/adapters/playground/discord/validate.js';
import { createDispatch } from '../../src/dispatch.js';
import { interactionOf } from '../../src/interactions.js';
import { createLog } from '../../src/log.js';
import { createMetrics } from '../../src/prometheus.js';
import { createPictures } from '../../src/render/pictures/pictures.js';
import { library } from '../library.js';

const own = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519');
const publicKey = Buffer.from(own.publicKey.export({ format: 'jwk' }).x as string, 'base64url').toString(
  'hex',
);
const NOW = 1_790_000_000_000;
const SECOND = String(NOW / 1000);
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);

let server: Server;
let url: string;
/** Stands in for Discord's API: keeps what it is asked. */
let api: HttpServer;
const asked: { method: string; path: string; form: FormData | undefined }[] = [];
let finish: () => void = () => {};
const lines: string[] = [];
/** What is waited for before an interaction is answered. */
let hold: () => Promise<void> = async () => {};

beforeAll(async () => {
  api = createHttp((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => void chunks.push(chunk));
    request.on('end', async () => {
      const type = String(request.headers['content-type'] ?? '');
      const form = type.startsWith('multipart/')
        ? await new Response(Buffer.concat(chunks), { headers: { 'content-type': type } }).formData()
        : undefined;
      asked.push({ method: String(request.method), path: String(request.url), form });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => api.once('listening', resolve));
  const log = createLog({ level: 'info', write: (line) => void lines.push(line) });
  const pictures = createPictures(
    ({ theme }) =>
      new Promise((resolve) => {
        // That on the other ground is drawn behind it, and nobody waits for it here.
        if (theme === 'dark') finish = () => resolve(PNG);
      }),
    log,
  );
  const limits = createLimits(library, log, createMetrics('1.2.3'));
  server = await createServer(log);
  await server.register(interactions, {
    publicKey,
    dispatch: createDispatch(library, log, '1.2.3', { pictures }),
    limits: async (interaction) => {
      await hold();
      return limits(interaction);
    },
    metrics: createMetrics('1.2.3'),
    apiUrl: `http://127.0.0.1:${(api.address() as AddressInfo).port}/api`,
    log,
    now: () => NOW,
  });
  url = `http://127.0.0.1:${await listen(server, { host: '127.0.0.1', port: 0, orNext: false })}`;
});
afterAll(async () => {
  await server.close();
  api.close();
});

const signed = (
  body: string,
  { key = own.privateKey, at = SECOND }: { key?: KeyObject; at?: string } = {},
) => ({
  'content-type': 'application/json',
  'x-signature-ed25519': sign(null, Buffer.from(at + body), key).toString('hex'),
  'x-signature-timestamp': at,
});
const post = (body: string, headers: Record<string, string> = signed(body), signal?: AbortSignal) =>
  fetch(`${url}/interactions`, { method: 'POST', body, headers, signal: signal ?? null });
const of = (command: string, options: Record<string, string> = {}) =>
  JSON.stringify({
    ...interactionOf({ command, options }),
    id: '12',
    application_id: '34',
    token: 'secret-token',
  });

describe('a signed interaction', () => {
  test('that is a ping gets a pong', async () => {
    const response = await post('{"type":1}');
    expect([response.status, await response.json()]).toEqual([200, { type: 1 }]);
  });

  test('is answered by the same dispatch', async () => {
    const body = of('votes', { resolution: 'S/RES/2677' });
    const response = await post(body);
    const answer = (await response.json()) as { type: number };
    expect(response.status).toBe(200);
    expect(answer.type).toBe(4);
    expect(JSON.stringify(answer)).toContain('China, in the report');
    expect(validateReply(answer, [], 'command')).toEqual([]);
  });

  test('is read as what it is, whatever it says that it is', async () => {
    const body = '{"type":1,"id":"2"}';
    const response = await post(body, { ...signed(body), 'content-type': 'text/plain' });
    expect(await response.json()).toEqual({ type: 1 });
  });

  test('has its files in one form with the answer', async () => {
    const response = await post(of('cite', { footnote: '24', style: 'ris' }));
    const form = await response.formData();
    const answer = JSON.parse(String(form.get('payload_json')));
    const file = form.get('files[0]') as File;
    expect(file.name).toMatch(/\.ris$/);
    expect(await file.text()).toMatch(/^TY {2}- /);
    const data = new Uint8Array(await file.arrayBuffer());
    expect(validateReply(answer, [{ name: file.name, data }], 'command')).toEqual([]);
  });

  test('is answered at once, and its picture is put in when it is drawn', async () => {
    asked.length = 0;
    const response = await post(of('trends'));
    expect(((await response.json()) as { type: number }).type).toBe(4);
    expect(asked).toEqual([]);
    finish();
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    const [{ method, path, form } = asked[0] as never] = asked;
    expect([method, path]).toEqual(['PATCH', '/api/v10/webhooks/34/secret-token/messages/@original']);
    const message = JSON.parse(String(form?.get('payload_json')));
    expect(validateMessage(message, [{ name: 'chn-2023-trends.png', data: PNG }], 'edit')).toEqual([]);
    expect((form?.get('files[0]') as File | undefined)?.name).toBe('chn-2023-trends.png');
  });

  test('has nothing following it where Discord hung up', async () => {
    asked.length = 0;
    lines.length = 0;
    // Another one than above, whose picture is there already.
    const body = of('ratings');
    const hangUp = new AbortController();
    hold = async () => {
      hangUp.abort();
      await new Promise((resolve) => setTimeout(resolve, 100));
    };
    onTestFinished(() => {
      hold = async () => {};
    });
    await expect(post(body, signed(body), hangUp.signal)).rejects.toThrow('aborted');
    await vi.waitFor(() => expect(lines.join('')).toContain('an answer was not waited for'));
    finish();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toEqual([]);
    expect(lines.join('')).not.toContain('"level":"error"');
  });

  test('is waited for with its picture when the server is closed', async () => {
    let draw = () => {};
    const drawn = new Promise<undefined>((resolve) => {
      draw = () => resolve(undefined);
    });
    const log = createLog({ level: 'silent' });
    const closing = await createServer(log);
    await closing.register(interactions, {
      publicKey,
      dispatch: (interaction) => ({ ...dispatch(interaction), later: drawn }),
      limits: async () => undefined,
      metrics: createMetrics('1.2.3'),
      apiUrl: 'http://127.0.0.1:9/api',
      log,
      now: () => NOW,
    });
    const dispatch = createDispatch(library, log, '1.2.3');
    const port = await listen(closing, { host: '127.0.0.1', port: 0, orNext: false });
    const body = of('about');
    await (
      await fetch(`http://127.0.0.1:${port}/interactions`, { method: 'POST', body, headers: signed(body) })
    ).text();
    let isClosed = false;
    const closed = closing.close().then(() => {
      isClosed = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isClosed).toBe(false);
    draw();
    await closed;
  });

  test('leaves no token in the log, and nothing of what was asked', async () => {
    await post(of('ask', { question: 'is the moon made of cheese' }));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('')).not.toMatch(/secret-token|cheese/);
  });
});

describe('is refused, and nothing of it is read:', () => {
  const body = of('about');
  const flipped = (text: string) => (text.startsWith('0') ? '1' : '0') + text.slice(1);
  const { 'x-signature-ed25519': signature } = signed(body);
  test.each<[string, string, Record<string, string>]>([
    ['no signature', body, {}],
    ['no time', body, { 'x-signature-ed25519': signature }],
    ['a wrong signature', body, { ...signed(body), 'x-signature-ed25519': flipped(signature) }],
    ['a signature that is none', body, { ...signed(body), 'x-signature-ed25519': 'zz' }],
    [
      'a signature with something behind it',
      body,
      { ...signed(body), 'x-signature-ed25519': `${signature}00` },
    ],
    ['a signature of somebody else', body, signed(body, { key: other.privateKey })],
    ['the signature of another body', `${body} `, signed(body)],
    [
      'the signature of another time',
      body,
      { ...signed(body), 'x-signature-timestamp': String(Number(SECOND) + 1) },
    ],
    ['a signature of ten minutes ago, sent again', body, signed(body, { at: String(Number(SECOND) - 600) })],
    ['a signature of ten minutes from now', body, signed(body, { at: String(Number(SECOND) + 600) })],
    ['a time that is none', body, signed(body, { at: 'soon' })],
    ['a body that is no JSON, with a wrong signature', '{', { ...signed('{}') }],
    ['no body', '', {}],
  ])('%s', async (_, sent, headers) => {
    lines.length = 0;
    const response = await post(sent, headers);
    expect(response.status).toBe(401);
    expect(lines.filter((line) => line.includes('answered'))).toEqual([]);
  });

  test('what was sent before, sent again', async () => {
    const again = of('trends');
    const headers = signed(again, { at: String(Number(SECOND) - 7) });
    expect((await post(again, headers)).status).toBe(200);
    for (const changed of [
      headers,
      { ...headers, 'x-signature-ed25519': headers['x-signature-ed25519'].toUpperCase() },
    ])
      expect((await post(again, changed)).status).toBe(401);
  });

  test('a body that is too long', async () => {
    const long = JSON.stringify({ type: 1, filler: 'x'.repeat(256 * 1024) });
    expect((await post(long)).status).toBe(413);
  });

  test('what is signed and no JSON, with what is wrong', async () => {
    const response = await post('{"type":');
    expect([response.status, await response.json()]).toEqual([400, { error: 'The body is no JSON.' }]);
  });

  test('what is not posted', async () => {
    expect((await fetch(`${url}/interactions`)).status).toBe(404);
  });
});
