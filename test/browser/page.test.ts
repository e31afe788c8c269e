/** The local page as a newcomer uses it: the real program, in a real browser. */
import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { raw } from '../library.js';
import { type Program, start } from '../process/page.js';
import { chromium } from './chromium.js';
import { answers, browsing, composer, entries, newest, say } from './world.js';

describe.skipIf(!chromium)('the local page', () => {
  const browser = browsing();
  let program: Program;
  beforeAll(async () => {
    program = await start();
  });
  afterAll(() => program?.end());
  afterEach(() => {
    expect(browser.errors.splice(0)).toEqual([]);
  });

  const press = async (page: Page, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Types letter by letter, and waits until something is offered for it. */
  const type = async (page: Page, text: string) => {
    await composer(page).pressSequentially(text);
    await page.getByRole('listbox').waitFor();
  };
  const offered = (page: Page) => page.getByRole('listbox').getByRole('option').allTextContents();

  it('welcomes with examples that can be clicked', async () => {
    const page = await browser.open(program.url);
    const welcome = page.getByRole('region', { name: /Ask, and get/ });
    const examples = await welcome.getByRole('button').allTextContents();
    expect(examples.length).toBeGreaterThan(4);
    for (const example of examples) {
      const before = await answers(page).count();
      await welcome.getByRole('button', { name: example, exact: true }).click();
      await expect.poll(() => answers(page).count()).toBe(before + 1);
      expect(await newest(page).textContent()).not.toMatch(/would refuse|Something went wrong/);
    }
  });

  describe('by keyboard alone', () => {
    it('opens the commands with a slash, completes one, its options and their choices', async () => {
      const page = await browser.open(program.url);
      await press(page, '/');
      await page.getByRole('listbox', { name: 'Commands' }).waitFor();
      expect(await offered(page)).toHaveLength(9);
      await composer(page).pressSequentially('vo');
      await expect.poll(() => offered(page)).toEqual([expect.stringContaining('/votes')]);
      await press(page, 'Enter');
      expect(await composer(page).inputValue()).toBe('/votes ');
      await expect.poll(async () => (await offered(page))[0]).toContain('resolution:');
      // One goes to an option, takes it, then a choice of it.
      await press(page, 'ArrowDown', 'ArrowDown', 'Tab');
      expect(await composer(page).inputValue()).toBe('/votes body:');
      await expect
        .poll(() => offered(page))
        .toEqual(['Security Council', 'General Assembly', 'Human Rights Council']);
      await press(page, 'ArrowDown', 'Enter');
      expect(await composer(page).inputValue()).toBe('/votes body:General Assembly ');
      await expect.poll(async () => (await offered(page))[0]).toContain('resolution:');
      await press(page, 'Enter');
      await expect.poll(() => newest(page).textContent()).toContain('7 of 27 votes');
      expect(await composer(page).evaluate((input) => input === document.activeElement)).toBe(true);
    });

    it('offers what the bot completes, and takes it', async () => {
      const page = await browser.open(program.url);
      await type(page, '/indicator name:police');
      await expect.poll(async () => (await offered(page)).join()).toContain('civilian-controlled security');
      await press(page, 'Tab', 'Enter');
      await expect
        .poll(() => newest(page).getByRole('heading', { level: 2 }).textContent())
        .toMatch(/^20 · /);
    });

    it('escapes what is offered, and gets back what was sent', async () => {
      const page = await browser.open(program.url);
      await type(page, '/tr');
      await press(page, 'Escape');
      expect(await page.getByRole('listbox').count()).toBe(0);
      await composer(page).fill('');
      await say(page, '/trends');
      await say(page, 'has china signed the iccpr?');
      await press(page, 'ArrowUp');
      expect(await composer(page).inputValue()).toBe('has china signed the iccpr?');
      await press(page, 'ArrowUp');
      expect(await composer(page).inputValue()).toBe('/trends');
      await press(page, 'ArrowDown', 'ArrowDown');
      expect(await composer(page).inputValue()).toBe('');
    });

    /** What is typed for the options that a command needs; the others are left out. */
    const COMMANDS: [command: string, typed: string, says: string | RegExp][] = [
      ['ask', 'has china signed the iccpr?', 'Only you can see this'],
      ['indicator', 'educ', '21 · An education system'],
      ['ratings', '', '16 Very Weak'],
      ['trends', '', 'one point lower'],
      ['votes', '', '27 votes'],
      ['treaty', '', 'Arms Trade Treaty'],
      ['cite', 'Rakisits', /30.*Rakisits/s],
      ['search', 'veto', 'veto'],
      ['about', '', 'What is loaded'],
    ];
    it.each(COMMANDS)('uses /%s, choosing what is offered', async (command, typed, says) => {
      const page = await browser.open(program.url);
      await press(page, '/');
      await page.getByRole('listbox', { name: 'Commands' }).waitFor();
      // Down to it, as somebody does who knows no names.
      const names = (await offered(page)).map((text) => /^\/(\w+?)(?=[A-Z])/.exec(text)?.[1]);
      for (let i = 0; i < names.indexOf(command); i++) await press(page, 'ArrowDown');
      await press(page, 'Enter');
      expect(await composer(page).inputValue()).toBe(`/${command} `);
      await page.getByRole('listbox', { name: `Options of /${command}` }).waitFor();
      if (typed) {
        await press(page, 'Enter');
        await expect.poll(() => composer(page).inputValue()).toMatch(/:$/);
        await page.keyboard.type(typed);
        if (command === 'indicator' || command === 'cite') {
          await expect.poll(async () => (await offered(page)).length).toBeGreaterThan(0);
          await expect.poll(async () => (await offered(page))[0]).toMatch(says);
          await press(page, 'Enter');
          await expect.poll(() => composer(page).inputValue()).toMatch(/ $/);
        }
      }
      await press(page, 'Enter');
      await expect.poll(() => answers(page).count()).toBe(1);
      expect(await newest(page).textContent()).toMatch(says);
      expect(await newest(page).textContent()).toContain(`You used /${command}`);
    });

    it('shares and removes', async () => {
      const page = await browser.open(program.url);
      await say(page, '/search query:veto');
      await newest(page).getByRole('button', { name: 'Share with the channel' }).focus();
      await press(page, 'Enter');
      await expect.poll(() => answers(page).count()).toBe(2);
      await newest(page).getByRole('button', { name: 'Remove' }).focus();
      await press(page, 'Enter');
      await expect.poll(() => answers(page).count()).toBe(1);
    });

    it('keeps what was typed where a word may be the name of an option', async () => {
      const page = await browser.open(program.url);
      await type(page, '/cite footnote:24 st');
      await expect.poll(async () => (await offered(page))[0]).toContain('style:');
      await press(page, 'Tab');
      expect(await composer(page).inputValue()).toBe('/cite footnote:24 style:');
      await expect.poll(() => offered(page)).toContain('APA (7th edition)');
    });

    it('completes where the caret is, and leaves the rest', async () => {
      const page = await browser.open(program.url);
      await composer(page).fill('/votes body:Gen year:2022');
      for (let i = 0; i < ' year:2022'.length; i++) await press(page, 'ArrowLeft');
      await page.keyboard.type('e');
      await expect.poll(() => offered(page)).toEqual(['General Assembly']);
      await press(page, 'Enter');
      expect(await composer(page).inputValue()).toBe('/votes body:General Assembly year:2022');
    });

    it('takes nothing that was offered for something else', async () => {
      const page = await browser.open(program.url);
      await page.route('**/playground/interactions', async (route) => {
        if (route.request().postDataJSON().type === 4)
          await new Promise((resolve) => setTimeout(resolve, 300));
        await route.continue();
      });
      await type(page, '/indicator name:po');
      await page.keyboard.type('verty');
      await press(page, 'Enter');
      await expect.poll(() => answers(page).count()).toBe(1);
      expect(await newest(page).textContent()).toContain('You used /indicator name:poverty');
    });

    it('leaves Enter to whatever composes the letters', async () => {
      const page = await browser.open(program.url);
      await composer(page).fill('教育');
      await composer(page).evaluate((input) =>
        input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })),
      );
      expect(await composer(page).inputValue()).toBe('教育');
      expect(await entries(page).count()).toBe(1);
    });

    it('says what is wrong with a line, and keeps it', async () => {
      const page = await browser.open(program.url);
      await composer(page).fill('/vote 2677');
      await press(page, 'Enter');
      expect(await page.getByRole('alert').textContent()).toContain(
        'There is no command /vote. There are /ask',
      );
      expect(await composer(page).inputValue()).toBe('/vote 2677');
      expect(await answers(page).count()).toBe(0);
    });
  });

  it('answers free text as /ask, for whoever asks alone, and shares it', async () => {
    const page = await browser.open(program.url);
    await say(page, 'What did China vote on Syria in 2022?');
    const own = newest(page);
    expect(await own.textContent()).toContain('Only you can see this');
    for (const symbol of ['A/RES/77/230', 'A/HRC/RES/49/27', 'A/HRC/RES/50/19', 'A/HRC/RES/51/26'])
      expect(await own.textContent()).toContain(symbol);
    await own.getByRole('button', { name: 'Share with the channel' }).click();
    await expect.poll(() => answers(page).count()).toBe(2);
    const shared = newest(page);
    expect(await shared.textContent()).not.toContain('Only you can see this');
    // Whoever shared it may remove it; the private one is dismissed.
    await shared.getByRole('button', { name: 'Remove' }).click();
    await expect.poll(() => answers(page).count()).toBe(1);
    await newest(page).getByRole('button', { name: 'Dismiss message' }).click();
    await expect.poll(() => answers(page).count()).toBe(0);
  });

  it('finds the sources for what somebody wrote, from the menu of the message', async () => {
    const page = await browser.open(program.url);
    const said = entries(page).first();
    await said.getByText('⋯').click();
    await said.getByRole('button', { name: 'Find sources' }).click();
    await expect.poll(() => answers(page).count()).toBe(1);
    expect(await newest(page).textContent()).toContain('What the assessment says on this');
    expect(await newest(page).textContent()).toContain('Only you can see this');
  });

  it('opens what a menu leads to, by mouse and by keyboard', async () => {
    const page = await browser.open(program.url);
    await say(page, '/votes resolution:S/RES/2677');
    const menu = newest(page).getByRole('combobox', { name: /Open a document or source/ });
    await menu.click();
    expect(await page.getByRole('listbox').getByRole('option').first().textContent()).toContain('S/RES/2677');
    await page.getByRole('option', { name: /UN document/ }).click();
    await expect.poll(() => answers(page).count()).toBe(2);
    const links = await newest(page)
      .getByRole('link', { name: /Open UN document|Archived copy/ })
      .all();
    expect(await Promise.all(links.map((link) => link.getAttribute('href')))).toEqual([
      'https://docs.un.org/en/S/RES/2677(2023)',
      'https://web.archive.org/web/2023/https://docs.un.org/en/S/RES/2677(2023)',
    ]);
    await answers(page)
      .first()
      .getByRole('combobox', { name: /Related/ })
      .focus();
    await press(page, 'ArrowDown', 'ArrowDown', 'Enter');
    await expect.poll(() => answers(page).count()).toBe(3);
  });

  it('shows a picture with what it shows in words, once it is drawn', async () => {
    const page = await browser.open(program.url);
    await say(page, '/ratings');
    const picture = newest(page).getByRole('img');
    await picture.waitFor();
    expect(await picture.getAttribute('alt')).toContain(
      '36 indicators: 16 Very Weak, 12 Weak, 6 Fair and 2 Strong.',
    );
    await expect
      .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(900);
  });

  it('gives a CSV that is the data', async () => {
    const page = await browser.open(program.url);
    await say(page, '/votes');
    await newest(page).getByRole('button', { name: 'CSV file' }).click();
    await expect.poll(() => answers(page).count()).toBe(2);
    const downloading = page.waitForEvent('download');
    await newest(page).getByRole('link', { name: /\.csv/ }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^chn-2023-.*\.csv$/);
    const text = await readFile(await download.path(), 'utf8');
    const { data } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data.map(({ symbol, position, footnote }) => [symbol, position, footnote])).toEqual(
      raw.votes.map((v) => [v.resolution, v.position, String(v.footnote)]),
    );
  });

  it('shows markup that somebody types as text, and links to the web alone', async () => {
    const page = await browser.open(program.url);
    const HOSTILE = [
      '<img src=x onerror="document.title=\'broken into\'">',
      '[press](javascript:document.title=1) @everyone <@1100000000000000001>',
      '"><script>document.title=2</script>',
    ];
    for (const text of HOSTILE) {
      await say(page, text);
      await say(page, `/indicator name:${text}`);
      for (const part of text.split(/[\s"']+/).filter((word) => word.length > 2))
        expect(await newest(page).textContent()).toContain(part);
    }
    expect(await page.title()).toBe('Footnote');
    expect(await page.locator('img').count()).toBe(0);
    const links = await page
      .locator('a')
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).protocol));
    expect(links.filter((protocol) => !['http:', 'https:'].includes(protocol))).toEqual([]);
  });

  it('opens a permalink with its answer, its title and what it says', async () => {
    const page = await browser.open(`${program.url}/vote/A/RES/77/230`);
    await expect.poll(() => answers(page).count()).toBe(1);
    expect(await page.title()).toBe('A/RES/77/230 · Footnote');
    expect(await newest(page).getByRole('heading', { level: 2 }).textContent()).toBe('A/RES/77/230');
    // And the answer leads back to it.
    await newest(page).getByText('⋯').click();
    expect(await newest(page).getByRole('link', { name: 'Open by itself' }).getAttribute('href')).toBe(
      '/vote/A/RES/77/230',
    );
  });

  it('opens a permalink once, also where the program was away meanwhile, and leaves it for what is asked next', async () => {
    const own = await start();
    const page = await browser.open(`${own.url}/indicator/35?assessment=${raw.id}`);
    await expect.poll(() => answers(page).count()).toBe(1);
    expect(await newest(page).getByRole('heading', { level: 2 }).textContent()).toBe(
      '35 · Kigali Principles',
    );
    const { port } = new URL(own.url);
    await own.end('SIGKILL');
    await page.getByText('Footnote does not answer.').waitFor();
    const again = await start({ PORT: port });
    await page.getByText('Footnote does not answer.').waitFor({ state: 'detached' });
    await say(page, '/about');
    expect(await answers(page).count()).toBe(2);
    expect([new URL(page.url()).pathname, await page.title()]).toEqual(['/', 'Footnote']);
    await page.close();
    browser.errors.splice(0);
    await again.end();
  });

  it('says so where there is nothing at an address', async () => {
    const page = await browser.open(`${program.url}/nothing/here`);
    expect(await page.getByRole('alert').textContent()).toContain('There is nothing at this address.');
    expect(browser.errors.splice(0).join()).toContain('404');
  });

  it('has the address of what a message shows now', async () => {
    const page = await browser.open(program.url);
    await say(page, '/indicator name:15');
    await newest(page).getByRole('button', { name: 'Indicator 16 ›' }).click();
    await expect.poll(() => newest(page).getByRole('heading', { level: 2 }).textContent()).toMatch(/^16 /);
    await newest(page).getByText('⋯').click();
    expect(await newest(page).getByRole('link', { name: 'Open by itself' }).getAttribute('href')).toBe(
      '/indicator/16',
    );
    await press(page, 'Escape');
    expect(await newest(page).getByRole('link', { name: 'Open by itself' }).isVisible()).toBe(false);
  });

  it('shows emoji and what else Discord makes of text', async () => {
    const page = await browser.open(program.url);
    await say(page, '/search query:Xinjiang 🔥 ©');
    expect(await newest(page).textContent()).toContain('Xinjiang 🔥 ©');
  });

  it('works where the browser keeps nothing', async () => {
    const page = await browser.open(program.url, { storageState: { cookies: [], origins: [] } });
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
    );
    await page.reload();
    await say(page, '/about');
    await page.getByRole('button', { name: /^(Light|Dark)$/ }).click();
  });

  it('keeps the focus where something can be done when what had it is gone', async () => {
    const page = await browser.open(program.url);
    await say(page, '/search query:veto');
    await newest(page).getByRole('button', { name: 'Dismiss message' }).click();
    expect(await composer(page).evaluate((input) => input === document.activeElement)).toBe(true);
  });

  it('says what broke off half-way, and tries again', async () => {
    const page = await browser.open(program.url);
    let isBroken = true;
    await page.route('**/playground/interactions', (route) =>
      isBroken
        ? route.fulfill({ contentType: 'application/x-ndjson', body: '{"now":{"resp' })
        : route.continue(),
    );
    await say(page, '/about');
    expect(await newest(page).textContent()).toContain('This did not reach Footnote.');
    isBroken = false;
    await newest(page).getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => newest(page).textContent()).toContain('What is loaded');
  });

  it('stays fast with hundreds of messages', async () => {
    const page = await browser.open(program.url);
    const example = page.getByRole('button', { name: '/treaty name:iccpr' });
    await example.evaluate((button: HTMLButtonElement) => {
      for (let i = 0; i < 400; i++) button.click();
    });
    await expect.poll(() => page.locator('.avatar.bot').count(), { timeout: 20_000 }).toBe(400);
    await say(page, '/trends');
    expect(await newest(page).textContent()).toContain('one point lower');
    // What is out of sight is not laid out.
    const laidOut = await entries(page).evaluateAll(
      (all) =>
        all.filter((one) => one.querySelector('h2')?.checkVisibility({ contentVisibilityAuto: true })).length,
    );
    expect(laidOut).toBeLessThan(60);
  });

  it('turns pages after the program was killed and started again, and says while it is gone', async () => {
    const own = await start();
    const port = new URL(own.url).port;
    const page = await browser.open(own.url);
    await say(page, '/indicator name:15');
    const answer = newest(page);
    await own.end('SIGKILL');
    await answer.getByRole('button', { name: 'Next ›' }).click();
    await page.getByText('Footnote does not answer.').waitFor();
    expect(await newest(page).textContent()).toContain('This did not reach Footnote.');
    // The browser reports what it could not reach.
    browser.errors.splice(0);
    const again = await start({ PORT: port });
    await page.getByText('Footnote does not answer.').waitFor({ state: 'detached' });
    await newest(page).getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => answers(page).first().textContent()).toContain('2 of 2');
    expect(await answers(page).count()).toBe(1);
    // Turned by keyboard, the focus stays where it was.
    const previous = answers(page).first().getByRole('button', { name: '‹ Previous' });
    await previous.focus();
    await press(page, 'Enter');
    await expect.poll(() => answers(page).first().textContent()).toContain('1 of 2');
    expect(await previous.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.close();
    browser.errors.splice(0);
    await again.end();
  });

  it('shows itself light or dark as the system has it, and as somebody chooses', async () => {
    const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await browser.open(program.url, { colorScheme: 'light' });
    const dark = await browser.open(program.url, { colorScheme: 'dark' });
    const [white, black] = [await ground(light), await ground(dark)];
    expect(white).not.toBe(black);
    await dark.getByRole('button', { name: 'Light' }).click();
    expect(await ground(dark)).toBe(white);
    await dark.reload();
    await composer(dark).waitFor();
    expect(await ground(dark)).toBe(white);
    await dark.getByRole('button', { name: 'Dark' }).click();
    expect(await ground(dark)).toBe(black);
  });

  it.each([
    ['a phone', { width: 390, height: 844 }],
    ['a narrow phone', { width: 320, height: 640 }],
    ['a desktop', { width: 1280, height: 900 }],
  ])('has nothing beside the screen of %s', async (_, viewport) => {
    const page = await browser.open(program.url, { viewport, hasTouch: true });
    for (const line of ['/votes', '/cite footnote:all style:apa', '/votes resolution:S/RES/2677'])
      await say(page, line);
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1] as number);
    await composer(page).tap();
    await composer(page).fill('/');
    await page.getByRole('option', { name: '/trends' }).tap();
    expect(await composer(page).inputValue()).toBe('/trends ');
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, %s', async (colorScheme) => {
    const axe = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
    const page = await browser.open(program.url, { colorScheme });
    for (const line of [
      '/ratings',
      '/indicator name:15',
      '/votes resolution:S/RES/2677',
      '/cite footnote:3 style:ris',
    ])
      await say(page, line);
    await say(page, 'What is Indonesia’s rating?');
    await page.evaluate(axe);
    const wrong = async () => {
      const { violations } = await page.evaluate(() =>
        (
          window as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          }
        ).axe.run(),
      );
      return violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
    };
    expect(await wrong()).toEqual([]);
    // Whatever opens over it as well.
    await composer(page).fill('/');
    await page.getByRole('listbox').waitFor();
    expect(await wrong(), 'commands').toEqual([]);
    await composer(page).fill('/vote');
    await press(page, 'Escape', 'Enter');
    expect(await wrong(), 'a problem').toEqual([]);
    await answers(page)
      .nth(2)
      .getByRole('combobox', { name: /Related/ })
      .click();
    await page.getByRole('listbox').waitFor();
    expect(await wrong(), 'a menu').toEqual([]);
    await press(page, 'Escape');
    await answers(page).nth(2).getByText('⋯').click();
    expect(await wrong(), 'the menu of a message').toEqual([]);
    await page.route('**/playground/*', (route) => route.abort());
    await say(page, '/about');
    await page.getByText('Footnote does not answer.').waitFor();
    expect(await wrong(), 'a lost server').toEqual([]);
    await page.close();
    browser.errors.splice(0);
  });
});
