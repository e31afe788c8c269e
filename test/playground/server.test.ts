/** The one HTTP server with the local page in it, asked as a browser asks. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer, type Server } from '../../src/adapters/http/server.js';
import { playground } from '../../src/adapters/playground/playground.js';
import type { Declared, Said } from '../../src/adapters/playground/wire.js';
import { createDispatch } from '../../src/dispatch.js';
import { interactionOf, pressOf } from '../../src/interactions.js';
import { createLog } from '../../src/log.js';
import { createPictures } from '../../src/render/pictures/pictures.js';
import { library, raw } from '../library.js';

/** As `npm run build` leaves it. */
const page = new URL('../../dist/page/', import.meta.url);
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
const lines: string[] = [];
const log = createLog({ level: 'trace', write: (line) => void lines.push(line) });

let server: Server;
beforeAll(async () => {
  const pictures = createPictures(async () => PNG, log);
  server = await createServer(log);
  await server.register(playground, {
    dispatch: createDispatch(library, log, '1.2.3', { pictures }),
    library,
    page,
  });
});
afterAll(() => server.close());

const get = (url: string) => server.inject({ url });
const post = (payload: unknown) =>
  server.inject({ method: 'POST', url: '/playground/interactions', payload: payload as object });
const said = async (payload: unknown) =>
  (await post(payload)).body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Said);
/** The command that the page asks at once. */
const callIn = (html: string) => {
  const [json] = /(?<=<meta name="footnote:call" content=")[^"]*/.exec(html) ?? [];
  return json && JSON.parse(json.replace(/&#(\d+);/g, (_, c) => String.fromCharCode(c)));
};
const titleIn = (html: string) =>
  /<title>(.*?)<\/title>/s.exec(html)?.[1]?.replace(/&#(\d+);/g, (_, c) => String.fromCharCode(c));

test('the server says that it is there', async () => {
  const { statusCode, body } = await get('/playground/alive');
  expect([statusCode, JSON.parse(body)]).toEqual([200, { status: 'ok' }]);
});

describe('the page', () => {
  test('lets nothing in that the server has not sent, and no script or style that is no file', async () => {
    const { headers, body } = await get('/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(body).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
    expect(body).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  test('has its files, whose names change with what is in them', async () => {
    const { body } = await get('/');
    const files = [...body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file]) => file as string);
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      const { statusCode, headers } = await get(file);
      expect([file, statusCode]).toEqual([file, 200]);
      expect(headers['cache-control']).toContain('immutable');
    }
    expect((await get('/assets/../../package.json')).statusCode).toBe(404);
    expect((await get('/assets/%2e%2e/%2e%2e/package.json')).statusCode).not.toBe(200);
  });
});

describe('a permalink', () => {
  const records: [path: string, title: string][] = [
    ...raw.indicators.map((i): [string, string] => [`/indicator/${i.number}`, `${i.number} · ${i.label}`]),
    ...raw.votes.map((v): [string, string] => [`/vote/${v.resolution}`, v.resolution]),
    ...raw.footnotes.map((f): [string, string] => [`/footnote/${f.number}`, `Footnote ${f.number}`]),
    ...raw.treaties.map((t): [string, string] => [
      `/treaty/${t.id}`,
      t.abbreviation ? `${t.name} (${t.abbreviation})` : t.name,
    ]),
  ];
  test.each(records)('%s has its title, and says what it leads to', async (path, title) => {
    const { statusCode, body } = await get(path);
    expect(statusCode).toBe(200);
    expect(titleIn(body)).toBe(`${title} · Footnote`);
    const [description] = /(?<=<meta property="og:description" content=")[^"]*/.exec(body) ?? [];
    expect(description?.length).toBeGreaterThan(5);
    expect(description).not.toMatch(/\*\*|\\/);
    expect(callIn(body)).toMatchObject({ command: expect.stringMatching(/^(indicator|votes|cite|treaty)$/) });
  });

  test.each([
    ['/indicator/37', 'No such indicator'],
    ['/vote/S/RES/2613', 'Not in this assessment'],
    ['/footnote/49', 'No such footnote'],
    ['/treaty/cedaw', 'Not in this assessment'],
  ])('%s is nobody’s: it says so, and is not found', async (path, title) => {
    const { statusCode, body } = await get(path);
    expect(statusCode).toBe(404);
    expect(titleIn(body)).toContain(title);
  });

  test('that is no address of a record is not found', async () => {
    for (const path of ['/nothing', '/indicator', '/indicator/', '/constructor/1', '/__proto__/1']) {
      const { statusCode, body } = await get(path);
      expect([path, statusCode, titleIn(body)]).toEqual([path, 404, 'Nothing at this address · Footnote']);
      expect(callIn(body)).toBe('');
    }
  });

  test('names its assessment, and is of nothing where that is not loaded', async () => {
    const { statusCode, body } = await get(`/indicator/35?assessment=${raw.id}`);
    expect([statusCode, titleIn(body)]).toEqual([200, '35 · Kigali Principles · Footnote']);
    expect(callIn(body)).toEqual({ command: 'indicator', options: { name: '35', assessment: raw.id } });
    expect((await get('/indicator/35?assessment=nope')).statusCode).toBe(404);
  });

  test('is taken as it stands: what looks like an option in it is none', async () => {
    for (const path of ['/indicator/35%20private:true', '/footnote/24%20style:RIS']) {
      const { statusCode, body } = await get(path);
      expect([path, statusCode]).toEqual([path, 404]);
      expect(Object.keys(callIn(body).options)).toHaveLength(1);
    }
  });

  test('says nothing as markup', async () => {
    const { body } = await get('/indicator/"><script>alert(1)<%2Fscript>');
    expect(body).not.toContain('<script>alert');
  });

  test('comes with the answer to the command on that record, and with no other', async () => {
    for (const [command, options, link] of [
      ['indicator', { name: 'education' }, '/indicator/21'],
      ['votes', { resolution: '77/230' }, '/vote/A/RES/77/230'],
      ['cite', { footnote: '24' }, '/footnote/24'],
      ['treaty', { name: 'iccpr' }, '/treaty/iccpr'],
      ['votes', { topic: 'Syria' }, undefined],
      ['votes', {}, undefined],
      ['cite', { footnote: '5, 9-11' }, undefined],
      ['ratings', { rating: 'strong' }, undefined],
      ['ask', { question: 'is press freedom rated weak?' }, undefined],
      ['votes', { resolution: 'S/RES/2613' }, undefined],
    ] as [string, Record<string, string>, string | undefined][]) {
      const [first] = await said(interactionOf({ command, options }));
      expect(first && 'now' in first && first.now.link, `${command} ${JSON.stringify(options)}`).toBe(link);
    }
  });
});

test('the answer to a button has its own address, or none', async () => {
  const [first] = await said(interactionOf({ command: 'indicator', options: { name: '15' } }));
  const buttons = JSON.stringify(first).matchAll(/"label":"([^"]+)","custom_id":"([^"]+)"/g);
  const ids = new Map([...buttons].map(([, label, id]) => [label as string, id as string]));
  const linkOf = async (label: string) => {
    const [pressed] = await said(pressOf(String(ids.get(label)), 0));
    return pressed && 'now' in pressed ? pressed.now.link : undefined;
  };
  expect(await linkOf('Indicator 16 ›')).toBe('/indicator/16');
  expect(await linkOf('Next ›')).toBe('/indicator/15');
  expect(await linkOf('Sources (6)')).toBeUndefined();
});

describe('an interaction', () => {
  test('is answered as in Discord, and its picture follows in a line of its own', async () => {
    const [first, second, third] = await said(interactionOf({ command: 'trends', options: {} }));
    expect(first).toMatchObject({ now: { response: { type: 4 }, files: [], removes: false, refused: [] } });
    expect(second).toMatchObject({
      later: { files: [{ name: 'chn-2023-trends.png', type: 'image/png' }], refused: [] },
    });
    expect(third).toBeUndefined();
    // Drawn once: from now on it comes with the answer.
    const again = await said(interactionOf({ command: 'trends', options: {} }));
    expect(again).toHaveLength(1);
    expect(again[0]).toMatchObject({ now: { files: [{ base64: Buffer.from(PNG).toString('base64') }] } });
  });

  test('completes what is typed', async () => {
    const [first] = await said(interactionOf({ command: 'treaty', options: { name: 'tort' } }, 'name'));
    expect(first).toMatchObject({
      now: { response: { type: 8, data: { choices: [{ value: 'cat' }] } }, refused: [] },
    });
  });

  test.each([null, [], 'text', 12, {}, { type: 99 }, { type: 2 }, { type: 3, data: {} }])(
    'that is none, %j, gets a calm answer',
    async (payload) => {
      const { statusCode, body } = await server.inject({
        method: 'POST',
        url: '/playground/interactions',
        headers: { 'content-type': 'application/json' },
        payload: JSON.stringify(payload),
      });
      expect([200, 400]).toContain(statusCode);
      expect(body).not.toMatch(/TypeError|at \w+ \(|undefined is not/);
    },
  );

  test('that is no JSON, or too long, is refused with what is wrong', async () => {
    const send = (payload: string) =>
      server.inject({
        method: 'POST',
        url: '/playground/interactions',
        headers: { 'content-type': 'application/json' },
        payload,
      });
    expect((await send('{"type":')).statusCode).toBe(400);
    const long = await send(JSON.stringify({ type: 2, filler: 'x'.repeat(300 * 1024) }));
    expect(long.statusCode).toBe(413);
    expect(JSON.parse(long.body).error).toMatch(/large/i);
  });

  test('leaves nothing of what was asked in the log', async () => {
    lines.length = 0;
    await post(interactionOf({ command: 'ask', options: { question: 'is the moon made of cheese' } }));
    await get('/indicator/19?from=somebody');
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('')).not.toMatch(/cheese|somebody/);
  });
});

test('the commands are those that Discord gets', async () => {
  const { commands, onMessage } = JSON.parse((await get('/playground/commands')).body) as Declared;
  expect(commands.map(({ name }) => name)).toEqual([
    'ask',
    'indicator',
    'ratings',
    'trends',
    'votes',
    'treaty',
    'cite',
    'search',
    'about',
  ]);
  expect(onMessage).toEqual(['Find sources']);
  const votes = commands.find(({ name }) => name === 'votes');
  expect(
    votes?.options.map(({ name, autocomplete, choices }) => [name, autocomplete, choices.length]),
  ).toEqual([
    ['resolution', true, 0],
    ['body', false, 3],
    ['year', false, 3],
    ['position', false, 4],
    ['topic', true, 0],
    ['private', false, 0],
  ]);
});
