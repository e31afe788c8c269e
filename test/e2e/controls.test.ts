/** What can be done with an answer: removed, shared, led on from by menus, turned though the data changed meanwhile. */
import { describe, expect, it, vi } from 'vitest';
import type { Reply } from '../discord-double/double.js';
import { componentsOf, findComponent, type StoredMessage } from '../discord-double/message.js';
import { button, buttons, choose, expectCited, isPrivate, NEXT, press, SHARE, seen, world } from './world.js';

const the = world();
const REMOVE = 'Remove';
const ASKER = { id: '290000000000000777', username: 'asker' };
const OTHER = { id: '290000000000000778', username: 'other' };

const idOf = (reply: Reply, label: string) => button(reply, label).custom_id ?? '';
const isGone = ({ message }: Reply) => the.double.message(String(message?.id)) === undefined;

describe('an answer in a channel', () => {
  it('is removed by whoever asked, and stays where another one tries', async () => {
    const reply = await the.double.command('indicator', { name: '24' }, { user: ASKER });
    const tried = await the.double.click(reply, idOf(reply, REMOVE), { user: OTHER });
    expect(isPrivate(tried)).toBe(true);
    expect(seen(tried)).toContain('Only the person who asked for this answer can remove it.');
    expect(isGone(reply)).toBe(false);
    const removed = await the.double.click(reply, idOf(reply, REMOVE), { user: ASKER });
    expect(removed.response.type).toBe(6);
    await vi.waitFor(() => expect(isGone(reply)).toBe(true));
  });

  it('keeps its owner, whoever turns its pages', async () => {
    const reply = await the.double.command('indicator', { name: '15' }, { user: ASKER });
    const turned = await the.double.click(reply, idOf(reply, NEXT), { user: OTHER });
    expect(seen(turned)).not.toBe(seen(reply));
    expect(idOf(turned, REMOVE)).toBe(idOf(reply, REMOVE));
    await the.double.click(turned, idOf(turned, REMOVE), { user: ASKER });
    await vi.waitFor(() => expect(isGone(reply)).toBe(true));
  });

  it('stays where it is when somebody else goes on from it: what they open is theirs alone', async () => {
    const reply = await the.double.command('votes', { topic: 'Syria' }, { user: ASKER });
    const before = seen(reply);
    const opened = await the.double.click(reply, idOf(reply, 'All votes'), { user: OTHER });
    expect(opened.response.type).toBe(4);
    expect(isPrivate(opened)).toBe(true);
    expect(opened.message?.id).not.toBe(reply.message?.id);
    expect(seen({ message: the.double.message(String(reply.message?.id)) as StoredMessage })).toBe(before);
    const own = await the.double.click(reply, idOf(reply, 'All votes'), { user: ASKER });
    expect(own.response.type).toBe(7);
    expect(own.message?.id).toBe(reply.message?.id);
  });

  it('that was shared is removed by whoever shared it', async () => {
    const own = await the.double.command('ask', { question: 'press freedom?' }, { user: ASKER });
    expect(buttons(own).map(({ label }) => label)).not.toContain(REMOVE);
    const shared = await the.double.click(own, idOf(own, SHARE), { user: ASKER });
    expect(isPrivate(shared)).toBe(false);
    await the.double.click(shared, idOf(shared, REMOVE), { user: ASKER });
    await vi.waitFor(() => expect(isGone(shared)).toBe(true));
  });

  it('that is a reply to a mention is removed by whoever asked', async () => {
    const place = { context: 0 as const, user: ASKER };
    const message = await the.double.say('<@1100000000000000001> is press freedom rated weak?', place);
    const remove = componentsOf(message).find(({ label }) => label === REMOVE)?.custom_id ?? '';
    await the.double.clickMessage(message as StoredMessage, remove, place);
    await vi.waitFor(() => expect(the.double.message(message.id)).toBeUndefined());
  });
});

describe('a menu', () => {
  it('opens one of many sources for whoever chose it, as it stands and as it was archived', async () => {
    const reply = await the.double.command('indicator', { name: '19' });
    const opened = await choose(the.double, reply, 'Open a document or source…', 'Reporters Without Borders');
    expect(opened.response.type).toBe(4);
    expect(isPrivate(opened)).toBe(true);
    expectCited(seen(opened));
    const urls = buttons(opened).flatMap(({ url }) => url ?? []);
    expect(urls).toEqual([
      'https://rsf.org/en/country/china',
      'https://web.archive.org/web/2023/https://rsf.org/en/country/china',
    ]);
  });

  it('leads to what is related', async () => {
    const reply = await the.double.command('indicator', { name: '7' });
    const opened = await choose(the.double, reply, 'Related…', 'Arms Trade Treaty');
    expect(seen(opened)).toContain('## Arms Trade Treaty');
  });
});

it('a page of data that have changed since says so', async () => {
  const reply = await the.double.command('indicator', { name: '15' });
  const next = reply.message && findComponent(reply.message, idOf(reply, NEXT));
  if (!next?.custom_id) throw new Error('there is no next page');
  const same = await press(the.double, await the.double.command('indicator', { name: '15' }), NEXT);
  expect(seen(same)).not.toContain('have changed since');
  next.custom_id = next.custom_id.replace(/\.[\w-]{6};/, '.Older1;');
  const turned = await the.double.click(reply, next.custom_id);
  expect(seen(turned)).toContain('The data of this assessment have changed since that answer was given.');
  expectCited(seen(turned));
});
