import { describe, expect, it } from 'vitest';
import type { Reply } from '../discord-double/double.js';
import { findComponent } from '../discord-double/message.js';
import { Bot } from './bot.js';
import {
  button,
  buttons,
  choose,
  data,
  expectCited,
  isPrivate,
  NEXT,
  PLACES,
  PREVIOUS,
  pagesOf,
  press,
  seen,
  world,
} from './world.js';

const the = world();

const labels = (reply: Reply) => buttons(reply).map(({ label }) => label);

describe('the pages of an answer', () => {
  it.each(PLACES)('are turned to the last and back, in $where', async ({ place }) => {
    const first = await the.double.command('indicator', { name: '15' }, place);
    const there = await pagesOf(the.double, first);
    expect(there.length).toBeGreaterThan(1);
    const texts = there.map(seen);
    there.forEach((page, at) => {
      expectCited(texts[at] ?? '');
      expect(button(page, `${at + 1} of ${there.length}`).disabled).toBe(true);
      expect(button(page, PREVIOUS).disabled ?? false).toBe(at === 0);
      expect(button(page, NEXT).disabled ?? false).toBe(at === there.length - 1);
      expect(page.message?.id, 'it stays one message').toBe(first.message?.id);
    });

    let page = there.at(-1) as Reply;
    for (let at = there.length - 2; at >= 0; at -= 1) {
      page = await press(the.double, page, PREVIOUS);
      expect(seen(page)).toBe(texts[at]);
    }
  });

  it('hold every statement of every indicator exactly once', async () => {
    for (const { number, statements } of data.indicators) {
      const pages = await pagesOf(
        the.double,
        await the.double.command('indicator', { name: String(number) }),
      );
      const lines = pages.flatMap((page) => seen(page).split('\n'));
      for (const { text, footnotes } of statements) {
        const found = lines.filter((line) => line.startsWith(text));
        expect(found, `${number}: ${text}`).toHaveLength(1);
        const marked = found[0]?.slice(text.length).match(/\[(\d+)\]/g) ?? [];
        expect(marked).toEqual(footnotes.map((footnote) => `[${footnote}]`));
      }
    }
  });

  it('stay private where the answer was', async () => {
    const first = await the.double.command('indicator', { name: '15', private: true });
    for (const page of await pagesOf(the.double, first)) expect(isPrivate(page)).toBe(true);
  });
});

describe('a button', () => {
  it('leads to the neighbours in the same message, and not beyond the ends', async () => {
    const reply = await the.double.command('indicator', { name: '2' });
    const next = await press(the.double, reply, 'Indicator 3 ›');
    expect(seen(next)).toContain('## 3 ·');
    expect(next.message?.id).toBe(reply.message?.id);
    const first = await press(the.double, await press(the.double, next, '‹ Indicator 2'), '‹ Indicator 1');
    expect(seen(first)).toContain('## 1 ·');
    expect(labels(first).filter((label) => label?.startsWith('‹'))).toEqual([]);
    const last = await the.double.command('indicator', { name: '36' });
    expect(labels(last)).not.toContain('Indicator 37 ›');
  });

  it('opens a treaty of an indicator as a message of its own', async () => {
    const reply = await the.double.command('indicator', { name: '7' });
    const opened = await choose(the.double, reply, 'Related…', 'Arms Trade Treaty');
    expect(opened.response.type).toBe(4);
    expect(opened.message?.id).not.toBe(reply.message?.id);
    expect(seen(opened)).toContain('## Arms Trade Treaty');
    expect(seen(await press(the.double, opened, 'All treaties'))).toContain('6 treaties in the report');
  });

  it('opens the list of votes of an indicator', async () => {
    const reply = await the.double.command('indicator', { name: '24' });
    expect(seen(await press(the.double, reply, 'All votes'))).toMatch(/UN votes\n27 votes/);
  });

  it('leads from a vote to its topic and to its indicator', async () => {
    const reply = await the.double.command('votes', { resolution: 'S/RES/2677' });
    const indicator = data.indicators.find(({ number }) => number === 24);
    const opened = await choose(the.double, reply, 'Related…', indicator?.label ?? '');
    expect(seen(opened)).toContain('## 24 ·');
    expect(seen(await press(the.double, reply, 'All on South Sudan'))).toContain('S/RES/2625');
  });

  it('does what it says, wherever it stands: every one of every first page', async () => {
    for (const [command, options] of [
      ...data.indicators.map(({ number }) => ['indicator', { name: String(number) }] as const),
      ...data.treaties.map(({ id }) => ['treaty', { name: id }] as const),
      ...data.votes.map(({ resolution }) => ['votes', { resolution }] as const),
      ['cite', { footnote: '1' }] as const,
      ['ratings', {}] as const,
      ['trends', {}] as const,
      ['about', {}] as const,
    ]) {
      const asked = await the.double.command(command, options);
      for (const [at, { custom_id: id, disabled, label }] of buttons(asked).entries()) {
        if (!id || disabled) continue;
        // A button that turns the page takes the others away: each is pressed under an answer of its own.
        const fresh = await the.double.command(command, options);
        const reply = await the.double.click(fresh, String(buttons(fresh)[at]?.custom_id));
        expectCited(seen(reply));
        expect(seen(reply), `${label} under ${seen(asked).split('\n')[0]}`).not.toMatch(
          /another version|went wrong/,
        );
      }
    }
  });
});

describe('a button that Footnote did not make', () => {
  it.each([
    ['of another version', '9t1;indicator;name=15'],
    ['of another program', 'page:next:1'],
    ['of a command that is no more', '2t1;weather;city=Rome'],
    ['with an option that is no more', '2t1;votes;body=world-court'],
    ['with what the command needs left out', '2t1;indicator'],
    ['with half of an option', '2t1;indicator;name'],
    ['with names of an object', '2t1;indicator;__proto__=1;constructor=2'],
    ['of the longest garbage', '\u{1F4A9}'.repeat(50)],
  ])('%s gets a calm and private sentence', async (_, id) => {
    const reply = await the.double.command('about');
    const own = button(reply, 'All ratings').custom_id ?? '';
    const component = reply.message && findComponent(reply.message, own);
    if (!component) throw new Error('the message has lost its button');
    component.custom_id = id;
    const answer = await the.double.click(reply, id);
    expect(answer.response.type).toBe(4);
    expect(isPrivate(answer)).toBe(true);
    expect(seen(answer)).toMatch(/^[^#].*[.]$/m);
    expect(seen(answer)).not.toMatch(/went wrong|error|undefined|\bat \w+ \(/i);
    expect(the.bot.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('asks for a page that there no longer is, and gets the last', async () => {
    const reply = await the.double.command('indicator', { name: '15' });
    const pages = await pagesOf(the.double, reply);
    const again = await the.double.command('indicator', { name: '15' });
    const next = again.message && findComponent(again.message, button(again, NEXT).custom_id ?? '');
    if (!next) throw new Error('there is no next page');
    next.custom_id = '2t999;indicator;name=15';
    expect(seen(await the.double.click(again, next.custom_id))).toBe(seen(pages.at(-1) as Reply));
  });
});

it('works after the bot was killed and started again', async () => {
  const ask = () => the.double.command('indicator', { name: '15' });
  const before = (await pagesOf(the.double, await ask())).map(seen);
  const reply = await ask();
  const hidden = await the.double.command('search', { query: 'uygur camps' });
  await the.bot.kill();
  the.bot = await Bot.start(the.double);

  expect((await pagesOf(the.double, reply)).map(seen)).toEqual(before);
  const shared = await press(the.double, hidden, 'Share with the channel');
  expect([isPrivate(shared), seen(shared)]).toEqual([false, seen(hidden)]);
});
