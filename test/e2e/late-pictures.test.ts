/** A picture that is drawn only after its answer has gone on to something else: the real client, with drawing held back. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Gateway, startGateway } from '../../src/adapters/gateway/gateway.js';
import { createLimits } from '../../src/adapters/limits.js';
import { createDispatch } from '../../src/dispatch.js';
import { createLog } from '../../src/log.js';
import { createMetrics } from '../../src/prometheus.js';
import { createPictures } from '../../src/render/pictures/pictures.js';
import type { DiscordDouble, Reply } from '../discord-double/double.js';
import { componentsOf, type StoredMessage } from '../discord-double/message.js';
import { library } from '../library.js';
import { TOKEN } from './bot.js';
import { button, seen, startDouble } from './world.js';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
const GALLERY = 12;
const ASKER = { id: '290000000000000777', username: 'asker' };

let double: DiscordDouble;
let gateway: Gateway;
let lines: { level: string; msg: string }[];
/** Lets every drawing that waits be finished. */
let finish: () => void;

beforeEach(async () => {
  const waiting: (() => void)[] = [];
  finish = () => waiting.splice(0).forEach((go) => void go());
  lines = [];
  const pictures = createPictures(() => new Promise((resolve) => waiting.push(() => resolve(PNG))));
  const log = createLog({ level: 'debug', write: (line) => void lines.push(JSON.parse(line)) });
  double = await startDouble();
  gateway = await startGateway({
    token: TOKEN,
    apiUrl: double.apiUrl,
    guildId: undefined,
    dispatch: createDispatch(library, log, '1.2.3', { pictures }),
    limits: createLimits(library, log, createMetrics('1.2.3')),
    metrics: createMetrics('1.2.3'),
    library,
    log,
  });
  await gateway.register();
});
afterEach(async () => {
  await gateway.stop();
  await double.close();
});

const now = ({ message }: Reply) => double.message(String(message?.id));
const hasPicture = (reply: Reply) =>
  componentsOf(now(reply) as StoredMessage).some(({ type }) => type === GALLERY);
const textNow = (reply: Reply) => seen({ message: now(reply) as StoredMessage });
const patches = () => double.requests.filter(({ method }) => method === 'PATCH').length;

describe('a picture that comes late', () => {
  it('is put into the answer that waits for it', async () => {
    const reply = await double.command('ratings');
    expect(hasPicture(reply)).toBe(false);
    finish();
    await vi.waitFor(() => expect(hasPicture(reply)).toBe(true));
    expect(double.violations).toEqual([]);
  });

  it('does not bring back an answer that a button has replaced', async () => {
    const reply = await double.command('votes', {}, { user: ASKER });
    const turned = await double.click(reply, button(reply, 'Next ›').custom_id ?? '', { user: ASKER });
    const before = seen(turned);
    finish();
    await gateway.stop();
    expect(patches()).toBe(0);
    expect(textNow(reply)).toBe(before);
  });

  it('of another ground does not come back either, once the page was turned', async () => {
    const dark = await double.command('votes', {}, { user: ASKER });
    finish();
    await vi.waitFor(() => expect(hasPicture(dark)).toBe(true));
    const known = { ...dark, message: now(dark) as StoredMessage };
    const light = await double.click(known, button(known, 'Light picture').custom_id ?? '', { user: ASKER });
    const turned = await double.click(light, button(light, 'Next ›').custom_id ?? '', { user: ASKER });
    finish();
    await gateway.stop();
    expect(patches()).toBe(1);
    expect(textNow(dark)).toBe(seen(turned));
    expect(double.violations).toEqual([]);
  });

  it('is that of the last of two presses, also where the first one’s answer comes to Discord after it', async () => {
    const reply = await double.command('votes', {}, { user: ASKER });
    const second = await double.click(reply, button(reply, 'Next ›').custom_id ?? '', { user: ASKER });
    const back = button(second, '‹ Previous').custom_id ?? '';
    const before = double.requests.length;
    // Discord wants the first one again in a while.
    const busy = { status: 429, headers: { 'Retry-After': '1' } };
    const fault = double.fail(/callback$/, 1, busy);
    const first = double.click(second, back, { user: ASKER });
    await vi.waitFor(() => expect(fault.hits).toBe(1));
    await double.click(second, back, { user: ASKER });
    await first;
    finish();
    await gateway.stop();
    const tokens = (method: string) =>
      double.requests
        .slice(before)
        .filter((request) => request.method === method)
        .map(({ path }) => path.split('/').at(method === 'PATCH' ? -3 : -2));
    const [early, late, again] = tokens('POST');
    expect(again).toBe(early);
    expect(tokens('PATCH')).toEqual([late]);
    expect(hasPicture(reply)).toBe(true);
    expect(double.violations).toEqual([]);
  });

  it('is let go where its answer was removed, and that is no error', async () => {
    const reply = await double.command('ratings', {}, { user: ASKER });
    await double.click(reply, button(reply, 'Remove').custom_id ?? '', { user: ASKER });
    await vi.waitFor(() => expect(now(reply)).toBeUndefined());
    finish();
    await gateway.stop();
    expect(patches()).toBe(0);
    expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
