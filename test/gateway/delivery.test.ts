import { setImmediate as turn } from 'node:timers/promises';
import type { APIInteraction } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { createDelivery } from '../../src/adapters/delivery.js';
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
  expect(most).toBe(8);
  expect(routes).toEqual(Array.from({ length: 99 }, (_, id) => `/webhooks/1/t${id}/messages/@original`));
});
