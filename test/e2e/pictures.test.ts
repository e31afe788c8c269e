/** Pictures, from the real program in its own process to the message: the words at once, the picture when it is drawn. */
import { describe, expect, it, vi } from 'vitest';
import { objects } from '../../src/adapters/playground/discord/json.js';
import type { Reply } from '../discord-double/double.js';
import { componentsOf } from '../discord-double/message.js';
import { buttons, expectCited, press, seen, world } from './world.js';

const the = world();
const GALLERY = 12;

/** The picture of a message as it stands now. */
function pictureOf({ message }: Reply) {
  const now = message && the.double.message(String(message.id));
  const gallery = now && componentsOf(now).find(({ type }) => type === GALLERY);
  const [item] = objects(gallery?.items);
  return { item, attachments: objects(now?.attachments) };
}

describe.each([
  ['ratings', 'chn-2023-scorecard.png', '36 indicators'],
  ['votes', 'chn-2023-votes.png', 'without a vote'],
  ['trends', 'chn-2023-trends.png', '2022'],
])('/%s', (command, file, says) => {
  it('says everything at once, and shows the picture with its description', async () => {
    const reply = await the.double.command(command);
    expect(reply.response.type).toBe(4);
    expectCited(seen(reply));
    await vi.waitFor(() => expect(pictureOf(reply).item).toBeDefined(), 10_000);
    const { item, attachments } = pictureOf(reply);
    expect(String(item?.description)).toContain(says);
    expect(attachments).toHaveLength(1);
    expect(attachments[0]).toMatchObject({ filename: file, description: item?.description });
    expect(the.double.violations).toEqual([]);
  });

  it('shows it on a light ground as well, in the same place', async () => {
    const reply = await the.double.command(command);
    await vi.waitFor(() => expect(pictureOf(reply).item).toBeDefined(), 10_000);
    const turned = await press(the.double, await the.double.command(command), 'Light picture');
    expect(turned.response.type).toBe(7);
    await vi.waitFor(() => expect(pictureOf(turned).item).toBeDefined(), 10_000);
    const now = { ...turned, message: the.double.message(String(turned.message?.id)) ?? null };
    expect(buttons(now).map(({ label }) => label)).toContain('Dark picture');
    expect(pictureOf(turned).attachments).toHaveLength(1);
  });
});

it('a list that is filtered has none: the picture shows all', async () => {
  const reply = await the.double.command('ratings', { rating: 'fair' });
  expect(buttons(reply).map(({ label }) => label)).not.toContain('Light picture');
  expect(pictureOf(reply).item).toBeUndefined();
});
