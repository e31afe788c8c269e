import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { RateLimitError, REST } from '@discordjs/rest';
import type { APIInteraction } from 'discord-api-types/v10';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createDelivery, type Delivery, rejectOnRateLimit } from '../../src/adapters/delivery.js';
import type { Dispatched, Sent } from '../../src/dispatched.js';

/** A command's interaction. */
const asked = (id: number) => ({ type: 2, id: String(id), application_id: '1', token: `t${id}` });
/** A button under the message that such a one brought. */
const pressed = (id: number) => ({
  type: 3,
  message: { id: `m${id}`, interaction_metadata: { id: String(id) } },
});

/** An answer that Discord takes at once, unless `send` says otherwise, and what follows it. */
const bring = (
  delivery: Delivery,
  interaction: object,
  dispatched: Pick<Dispatched, 'later' | 'replaces'>,
  send = () => Promise.resolve(),
) => delivery.deliver(interaction as APIInteraction, dispatched as Dispatched, send);
/** A button takes another answer to the message that it stands under. */
const goOn = (delivery: Delivery, button: object) => bring(delivery, button, { replaces: true });

test('hundreds that wait for a picture get it a few at a time, and those that have gone on do not', async () => {
  let [now, most] = [0, 0];
  const routes: string[] = [];
  const delivery = createDelivery({
    async patch(route) {
      routes.push(route);
      most = Math.max(most, ++now);
      await turn();
      now -= 1;
    },
    delete: () => Promise.reject(new Error('nothing is removed')),
  });
  let draw: (sent: Sent) => void = () => {};
  const later = new Promise<Sent>((resolve) => {
    draw = resolve;
  });
  const all = Array.from({ length: 100 }, (_, id) => bring(delivery, asked(id), { later }));
  draw({
    message: { flags: 0, components: [], allowed_mentions: { parse: [] } },
    files: [{ name: 'a.png', type: 'image/png', data: Uint8Array.of(1) }],
  });
  await turn();
  // By now it is drawn, and the last one waits for those before it.
  await goOn(delivery, pressed(99));
  await Promise.all(all);
  expect(most).toBe(4);
  expect(routes).toEqual(Array.from({ length: 99 }, (_, id) => `/webhooks/1/t${id}/messages/@original`));
});

const SENT: Sent = { message: { flags: 0, components: [], allowed_mentions: { parse: [] } }, files: [] };
/** A picture that is there at once. */
const drawn = () => Promise.resolve(SENT);

test('of several answers on one message, the last one alone gets its picture', async () => {
  const routes: string[] = [];
  const delivery = createDelivery({
    patch: async (route) => void routes.push(route.split('/')[3] as string),
    delete: () => Promise.reject(new Error('nothing is removed')),
  });
  const press = (token: string, send?: () => Promise<void>) =>
    bring(delivery, { ...pressed(1), id: token, token }, { replaces: true, later: drawn() }, send);
  // Each is pressed before Discord has said that it has the one before.
  let taken = () => {};
  const first = press(
    'first',
    () =>
      new Promise((resolve) => {
        taken = resolve;
      }),
  );
  let draw = () => {};
  const second = bring(
    delivery,
    { ...pressed(1), id: 'second', token: 'second' },
    {
      replaces: true,
      later: new Promise((resolve) => {
        draw = () => resolve(SENT);
      }),
    },
  );
  taken();
  await first;
  // The first has come to its end, and the second still waits.
  const third = press('third');
  draw();
  await Promise.all([second, third]);
  expect(routes).toEqual(['third']);
});

test('a picture is not sent where Discord did not take the answer, and the next one is', async () => {
  const routes: string[] = [];
  const delivery = createDelivery({
    patch: async (route) => void routes.push(route),
    delete: () => Promise.reject(new Error('nothing is removed')),
  });
  const refused = bring(delivery, asked(1), { later: drawn() }, () => Promise.reject(new Error('refused')));
  await expect(refused).rejects.toThrow('refused');
  expect(routes).toEqual([]);
  await bring(delivery, asked(1), { later: drawn() });
  expect(routes).toHaveLength(1);
});

test('a picture that fails before the answer is there is nobody’s', async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  onTestFinished(() => void process.off('unhandledRejection', unhandled));
  const delivery = createDelivery({
    patch: () => Promise.reject(new Error('nothing is sent')),
    delete: () => Promise.reject(new Error('nothing is removed')),
  });
  const later = Promise.reject(new Error('not drawn'));
  const refused = bring(delivery, asked(1), { later }, () =>
    turn().then(() => Promise.reject(new Error('refused'))),
  );
  await expect(refused).rejects.toThrow('refused');
  const failed = bring(delivery, asked(1), { later }, async () => void (await turn()));
  await expect(failed).rejects.toThrow('not drawn');
  expect(unhandled).not.toHaveBeenCalled();
});

test('a picture that is tried again is not, once its message has gone on', async () => {
  let tries = 0;
  const delivery = createDelivery({
    async patch() {
      tries += 1;
      throw Object.assign(new Error('Unknown Message'), { code: 10008 });
    },
    delete: () => Promise.reject(new Error('nothing is removed')),
  });
  const later = drawn();
  const followed = bring(delivery, asked(1), { later });
  await turn();
  await goOn(delivery, pressed(1));
  await followed;
  expect(tries).toBe(1);
});

test('a picture that Discord does not take is given up, and not waited for by the next ones', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const taken: string[] = [];
  const delivery = createDelivery({
    patch(route, { signal }) {
      if (route.includes('/t4/')) taken.push(route);
      else return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      return Promise.resolve();
    },
    delete: () => Promise.reject(new Error('nothing is removed')),
  });
  const later = drawn();
  const all = Array.from({ length: 5 }, (_, id) => bring(delivery, asked(id), { later }));
  const settled = Promise.allSettled(all);
  await vi.advanceTimersByTimeAsync(16_000);
  const late = { status: 'rejected', reason: new Error('a picture was not sent in time') };
  expect(await settled).toEqual([...Array(4).fill(late), { status: 'fulfilled' }]);
  expect(taken).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

describe('a message that a button opens', () => {
  /** Waits for its picture: of the message itself where that is replaced, and of one of its own otherwise. */
  function follow(interaction: object, replaces: boolean) {
    let draw = () => {};
    const later = new Promise<Sent>((resolve) => {
      draw = () =>
        resolve({ message: { flags: 0, components: [], allowed_mentions: { parse: [] } }, files: [] });
    });
    return { interaction, dispatched: { later, replaces }, draw };
  }
  const button = (id: string, under: object) => ({
    type: 3,
    id,
    application_id: '1',
    token: `t${id}`,
    message: under,
  });
  const first = { id: 'm1', interaction_metadata: { id: '10' } };
  const opened = { id: 'm2', interaction_metadata: { id: '20' } };

  test.each([
    ['itself goes on', opened, []],
    ['stands under one that goes on', first, ['t20']],
  ])('%s', async (_, goesOn, sent) => {
    const routes: string[] = [];
    const delivery = createDelivery({
      patch: async (route) => void routes.push(route.split('/')[3] as string),
      delete: () => Promise.reject(new Error('nothing is removed')),
    });
    // The picture of the first is being drawn when another message is opened under it.
    const own = follow(button('11', first), true);
    const other = follow(button('20', first), false);
    const all = [own, other].map(({ interaction, dispatched }) => bring(delivery, interaction, dispatched));
    await goOn(delivery, button('30', goesOn));
    own.draw();
    other.draw();
    await Promise.all(all);
    expect(routes).toEqual(goesOn === first ? sent : ['t11', ...sent]);
  });
});

test('a picture that Discord wants much later is given up at once', async () => {
  const server = createServer((_, response) => {
    response.writeHead(429, { 'Retry-After': '25', 'Content-Type': 'application/json' });
    response.end('{"retry_after":25}');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const delivery = createDelivery(new REST({ api: `http://127.0.0.1:${port}/api`, rejectOnRateLimit }));
  const later = drawn();
  const followed = bring(delivery, { ...asked(1), application_id: '100000000000000001' }, { later });
  await expect(followed).rejects.toBeInstanceOf(RateLimitError);
});

test.each([
  ['/webhooks/:id/:token/messages/@original', 'PATCH', 15_001, true],
  ['/webhooks/:id/:token/messages/@original', 'PATCH', 15_000, false],
  ['/webhooks/:id/:token/messages/@original', 'DELETE', 60_000, false],
  ['/interactions/:id/:token/callback', 'POST', 3001, true],
  ['/interactions/:id/:token/callback', 'POST', 3000, false],
  ['/applications/:id/commands', 'PUT', 60_000, false],
  ['/channels/:id/messages', 'POST', 60_000, false],
])('of %s, %s, a wait of %i ms is too long: %s', (route, method, retryAfter, expected) => {
  expect(rejectOnRateLimit({ route, method, retryAfter })).toBe(expected);
});
