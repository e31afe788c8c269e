import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { RateLimitError, REST } from '@discordjs/rest';
import type { APIInteraction } from 'discord-api-types/v10';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createDelivery, rejectOnRateLimit } from '../../src/adapters/delivery.js';
import type { Dispatched, Sent } from '../../src/dispatched.js';

/** A command's interaction. */
const asked = (id: number) => ({ type: 2, id: String(id), application_id: '1', token: `t${id}` });
/** A button under the message that such a one brought. */
const pressed = (id: number) => ({
  type: 3,
  message: { id: `m${id}`, interaction_metadata: { id: String(id) } },
});

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
  const all = Array.from({ length: 100 }, (_, id) =>
    delivery.follows(asked(id) as APIInteraction, { later } as unknown as Dispatched),
  );
  draw({
    message: { flags: 0, components: [], allowed_mentions: { parse: [] } },
    files: [{ name: 'a.png', type: 'image/png', data: Uint8Array.of(1) }],
  });
  await turn();
  // By now it is drawn, and the last one waits for those before it.
  delivery.begins(pressed(99) as APIInteraction, { replaces: true } as Dispatched);
  await Promise.all(all);
  expect(most).toBe(4);
  expect(routes).toEqual(Array.from({ length: 99 }, (_, id) => `/webhooks/1/t${id}/messages/@original`));
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
  const later = Promise.resolve({
    message: { flags: 0, components: [], allowed_mentions: { parse: [] } },
    files: [],
  });
  const followed = delivery.follows(asked(1) as APIInteraction, { later } as unknown as Dispatched);
  await turn();
  delivery.begins(pressed(1) as APIInteraction, { replaces: true } as Dispatched);
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
  const later = Promise.resolve({
    message: { flags: 0, components: [], allowed_mentions: { parse: [] } },
    files: [],
  });
  const all = Array.from({ length: 5 }, (_, id) =>
    delivery.follows(asked(id) as APIInteraction, { later } as unknown as Dispatched),
  );
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
    return { interaction, dispatched: { later, replaces } as unknown as Dispatched, draw };
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
    const all = [own, other].map(({ interaction, dispatched }) =>
      delivery.follows(interaction as APIInteraction, dispatched),
    );
    const gone = button('30', goesOn) as APIInteraction;
    delivery.begins(gone, { replaces: true } as Dispatched);
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
  const later = Promise.resolve({
    message: { flags: 0, components: [], allowed_mentions: { parse: [] } },
    files: [],
  });
  const interaction = { ...asked(1), application_id: '100000000000000001' } as unknown as APIInteraction;
  const followed = delivery.follows(interaction, { later } as unknown as Dispatched);
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
