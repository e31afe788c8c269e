/** What Discord would refuse, the page shows as an error, and not as a reply. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer, listen, type Server } from '../../src/adapters/http/server.js';
import { playground } from '../../src/adapters/playground/playground.js';
import type { Dispatch } from '../../src/dispatch.js';
import { createLog } from '../../src/log.js';
import { library } from '../library.js';
import { chromium } from './chromium.js';
import { answers, browsing, composer, newest, say } from './world.js';

const text = (content: string) => ({ type: 10, content });
const container = (...components: object[]) => [{ type: 17, components }];
const button = (label: string) => ({ type: 2, style: 2, label, custom_id: label });

/** By the command that brings it: what is wrong with the reply, and what the page says of it. */
const WRONG: Record<string, { components: object[]; says: RegExp }> = {
  about: { components: container({ type: 99 }), says: /no such type/ },
  trends: { components: container(text('x'.repeat(4001))), says: /4000/ },
  ratings: { components: container({ type: 1, components: [button('x'.repeat(81))] }), says: /80/ },
  treaty: { components: container({ type: 1, components: [button('a'), button('a')] }), says: /custom_id/ },
  votes: { components: [], says: /at least one/ },
};

const COMPLETING = 4;
const TOO_MANY = Array.from({ length: 30 }, (_, i) => ({ name: `choice ${i}`, value: `${i}` }));
/** Good for Discord, and beyond this page. */
const BEYOND = container({ type: 1, components: [{ type: 5, custom_id: 'people' }] });

const replyTo = (command: string) => ({
  type: 4,
  data: {
    flags: 1 << 15,
    allowed_mentions: { parse: [] },
    components: command === 'cite' ? BEYOND : (WRONG[command]?.components ?? container(text('all is well'))),
  },
});

describe.skipIf(!chromium)('a reply that Discord would refuse', () => {
  const browser = browsing();
  let server: Server;
  let url: string;
  beforeAll(async () => {
    const dispatch = (({ type, data }: { type: number; data: { name: string } }) => ({
      understood: true,
      response: type === COMPLETING ? { type: 8, data: { choices: TOO_MANY } } : replyTo(data.name),
    })) as unknown as Dispatch;
    server = await createServer(createLog({ level: 'silent' }));
    await server.register(playground, {
      dispatch,
      library,
      page: new URL('../../dist/page/', import.meta.url),
    });
    url = `http://127.0.0.1:${await listen(server, { host: '127.0.0.1', port: 0, orNext: false })}`;
  });
  afterAll(() => server?.close());

  it.each(Object.entries(WRONG))('of /%s', async (command, { says }) => {
    const page = await browser.open(url);
    await say(page, `/${command}`);
    const shown = await newest(page).textContent();
    expect(shown).toContain('Discord would refuse this reply');
    expect(shown).toMatch(says);
    expect(browser.errors).toEqual([]);
  });

  it('of choices', async () => {
    const page = await browser.open(url);
    await composer(page).fill('/indicator name:x');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toMatch(
      /Discord would refuse these choices: .*at most 25/,
    );
  });

  it('shows what it has no way to show as such', async () => {
    const page = await browser.open(url);
    await say(page, '/cite footnote:1');
    expect(await newest(page).textContent()).toContain('This page cannot show a component of type 5.');
    expect(browser.errors).toEqual([]);
  });

  it('is none where all is well', async () => {
    const page = await browser.open(url);
    await say(page, '/search query:x');
    expect(await newest(page).textContent()).toContain('all is well');
    expect(await answers(page).count()).toBe(1);
  });
});
