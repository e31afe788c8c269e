import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/adapters/playground/discord/json.js';
import type { Reply } from '../discord-double/double.js';
import type { StoredMessage } from '../discord-double/message.js';
import type { Place } from '../discord-double/payload.js';
import { HOSTILE, live } from './hostile.js';
import { buttons, expectCited, isPrivate, PLACES, press, SHARE, seen, sent, world } from './world.js';

const the = world();

const SAID = 'They voted against A/RES/77/230, zanzibarbecue!';

const find = (message: string | StoredMessage, place: Place = {}) =>
  the.double.messageCommand('Find sources', message, place);
/** A message of that form, as Discord gives it to a command on it. */
const formed = (marks: JsonObject) => the.double.write('', {}, marks);
const labels = (reply: Reply) => buttons(reply).map(({ label }) => label);

describe.each(PLACES)('Find sources in $where', ({ place }) => {
  it('shows what the assessment says on a message, to the asker alone', async () => {
    const reply = await find(SAID, place);
    expect(reply.response.type).toBe(4);
    expect(isPrivate(reply)).toBe(true);
    expect(seen(reply)).toMatch(/^## What the assessment says on this$/m);
    expect(seen(reply)).toMatch(/A\/RES\/77\/230.*\n.*no.*\[33\]/);
    expectCited(seen(reply));
  });

  it('is shared with the channel by its button', async () => {
    const own = await find(SAID, place);
    const shared = await press(the.double, own, SHARE);
    expect(shared.response.type).toBe(4);
    expect(isPrivate(shared)).toBe(false);
    expect(seen(shared)).toBe(seen(own));
    expect(labels(shared)).not.toContain(SHARE);
  });
});

it('repeats nothing of the message, neither in the answer nor in its buttons nor in the log', async () => {
  const reply = await find(SAID);
  expect(labels(reply)).toContain(SHARE);
  const short = await find('zanzibarbecue');
  for (const { response } of [reply, short]) {
    expect(JSON.stringify(response)).not.toMatch(/zanzibarbecue|voted against/i);
  }
  await the.bot.logged(({ command }) => command === 'Find sources');
  expect(the.bot.stderr).not.toContain('zanzibarbecue');
});

it('says so calmly where nothing bears on the message, and offers nothing to share', async () => {
  const reply = await find('Lunch at noon?');
  expect(seen(reply)).toContain('Nothing in the 2023 assessment of China bears on that message. Try /search');
  expect(isPrivate(reply)).toBe(true);
  expect(labels(reply)).toEqual([]);
});

it('shows at most five', async () => {
  const reply = await find(the.double.write('', {}, { content: symbols(8).join(', ') }));
  expect(seen(reply).match(/^### /gm)?.length).toBeLessThanOrEqual(5);
  expect(seen(await press(the.double, reply, SHARE))).toBe(seen(reply));
});

const symbols = (n: number) =>
  ['S/RES/2612', 'S/RES/2666', 'S/RES/2677', 'A/RES/77/230', 'A/HRC/RES/49/27', 'A/HRC/RES/50/19']
    .concat(['A/HRC/RES/51/26', 'A/HRC/RES/48/19'])
    .slice(0, n);

describe('it reads', () => {
  const embeds = [
    { type: 'rich', title: 'UN news', fields: [{ name: 'Vote', value: 'on A/RES/77/230' }] },
    { type: 'rich', description: 'More below' },
  ];

  it('the longest message that there can be', async () => {
    const message = `${SAID} ${'and so on, '.repeat(400)}`.slice(0, 4000);
    expect(seen(await find(message))).toContain('A/RES/77/230');
  });

  it('the embeds of a message that has no text of its own', async () => {
    expect(seen(await find(formed({ embeds })))).toContain('A/RES/77/230');
  });

  it('as much of the embeds as of a message', async () => {
    const long = { type: 'rich', title: SAID, description: 'and so on, '.repeat(370) };
    expect(seen(await find(formed({ embeds: [long, long] })))).toContain('A/RES/77/230');
  });

  it('the text and not the embeds, where there is text', async () => {
    expect(seen(await find(formed({ content: 'Lunch at noon?', embeds })))).toContain('Nothing found');
  });

  it('a message that was forwarded', async () => {
    const forwarded = {
      message_reference: { type: 1, channel_id: '21', message_id: '22' },
      message_snapshots: [{ message: { content: SAID, embeds: [], type: 0 } }],
    };
    expect(seen(await find(formed(forwarded)))).toContain('A/RES/77/230');
  });

  it('nothing where there is no text, and says that', async () => {
    const reply = await find(formed({ attachments: [{ id: '1', filename: 'cat.png' }] }));
    expect(seen(reply)).toContain('That message has no text that could be looked up.');
    expect(isPrivate(reply)).toBe(true);
  });
});

it.each(HOSTILE)('takes no harm from %s', async (_, text) => {
  const reply = await find(text.slice(0, 4000));
  expect(live(sent(reply))).toEqual([]);
  expect(sent(reply)).not.toMatch(/went wrong|undefined|\[object|\bat \w+ \(/);
  expect(the.bot.lines.filter(({ level }) => level === 'error')).toEqual([]);
});
