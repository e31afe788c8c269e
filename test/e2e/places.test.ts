import { describe, expect, it } from 'vitest';
import type { OptionValues } from '../discord-double/options.js';
import { button, buttons, expectCited, isPrivate, PLACES, press, SHARE, seen, world } from './world.js';

const the = world();

/** A call of every command, and a word of its answer. */
const CALLS: [string, OptionValues, string][] = [
  ['ask', { question: 'What does it say on the Kigali Principles?' }, 'Kigali Principles'],
  ['indicator', { name: 'kigali' }, '## 35 · Kigali Principles'],
  ['ratings', { rating: 'strong' }, '2 of 36 indicators'],
  ['trends', {}, 'one point lower'],
  ['votes', { resolution: 'A/RES/77/230' }, 'in the report: no'],
  ['treaty', { name: 'iccpr' }, 'Signed, not ratified'],
  ['cite', { footnote: '24' }, 'Reporters Without Borders'],
  ['search', { query: 'peacekeeping' }, 'Indicator 33'],
  ['about', {}, '36 indicators'],
];
const PRIVATE_BY_DEFAULT = ['ask', 'search'];

it('has a call here for every command that people type', () => {
  const typed = the.double.commands().filter(({ type }) => type === 1);
  expect(CALLS.map(([name]) => name).sort()).toEqual(typed.map(({ name }) => name).sort());
});

describe.each(PLACES)('in $where', ({ place }) => {
  it.each(CALLS)('/%s answers with its source', async (name, options, word) => {
    const reply = await the.double.command(name, options, place);
    expect(reply.response.type).toBe(4);
    expect(seen(reply)).toContain(word);
    expectCited(seen(reply));
    expect(isPrivate(reply)).toBe(PRIVATE_BY_DEFAULT.includes(name));
  });

  it.each(CALLS)('/%s is private where that is asked, and public where that is', async (name, options) => {
    const hidden = await the.double.command(name, { ...options, private: true }, place);
    const open = await the.double.command(name, { ...options, private: false }, place);
    expect([isPrivate(hidden), isPrivate(open)]).toEqual([true, false]);
    expect(seen(hidden)).toBe(seen(open));
    expect(buttons(open).map(({ label }) => label)).not.toContain(SHARE);
  });

  it.each(['ask', 'search'])(
    'a private answer of /%s is shared with the channel by its button',
    async (name) => {
      const [, options = {}] = CALLS.find(([called]) => called === name) ?? [];
      const own = await the.double.command(name, options, place);
      const shared = await press(the.double, own, SHARE);
      expect(shared.response.type).toBe(4);
      expect(isPrivate(shared)).toBe(false);
      expect(shared.message?.id).not.toBe(own.message?.id);
      expect(seen(shared)).toBe(seen(own));
      expect(buttons(shared).map(({ label }) => label)).not.toContain(SHARE);
    },
  );
});

describe('a private answer', () => {
  it('is shared whole, whatever its length', async () => {
    const question = `What is said on ${'the treatment of refugees, and '.repeat(7)}asylum?`;
    const own = await the.double.command('ask', { question });
    expect(question.length).toBeGreaterThan(100);
    expect(seen(await press(the.double, own, SHARE))).toBe(seen(own));
  });

  it('stays private under its buttons, until it is shared', async () => {
    const own = await the.double.command('indicator', { name: '24', private: true });
    const opened = await press(the.double, own, 'All votes');
    expect(isPrivate(opened)).toBe(true);
    const turned = await press(the.double, own, 'Indicator 25 ›');
    expect(turned.response.type).toBe(7);
    expect(isPrivate(turned)).toBe(true);
    // The page turned to can be shared, and so can the list that was opened.
    const shared = await press(the.double, turned, SHARE);
    expect([isPrivate(shared), seen(shared)]).toEqual([false, seen(turned)]);
    expect(button(opened, SHARE)).toBeDefined();
  });

  it('is what a button under a public one opens: for whoever pressed it, to be shared', async () => {
    const own = await the.double.command('indicator', { name: '24' });
    const opened = await press(the.double, own, 'All votes');
    expect(isPrivate(opened)).toBe(true);
    expect(isPrivate(await press(the.double, opened, SHARE))).toBe(false);
    const turned = await press(the.double, own, 'Indicator 25 ›');
    expect(isPrivate(turned)).toBe(false);
  });
});

it('answers in the same words whatever the language of the user’s Discord', async () => {
  const here = await the.double.command('treaty', { name: 'iccpr' });
  const there = await the.double.command('treaty', { name: 'iccpr' }, { locale: 'zh-CN' });
  expect(seen(there)).toBe(seen(here));
});
