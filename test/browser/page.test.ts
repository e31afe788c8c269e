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

    const LINES: [line: string, says: string | RegExp][] = [
      ['/ask question:has china signed the iccpr?', 'ICCPR'],
      ['/indicator name:education', '21 · An education system'],
      ['/ratings rating:strong', '2 of 36 indicators'],
      ['/trends', 'one point lower'],
      ['/votes resolution:S/RES/2613', 'S/RES/2613 is not in this assessment'],
      ['/treaty name:att', 'Arms Trade Treaty'],
      ['/cite footnote:24', 'Reporters Without Borders'],
      ['/search query:veto', 'veto'],
      ['/about', 'What is loaded'],
    ];
    it.each(LINES)('answers %s', async (line, says) => {
      const page = await browser.open(program.url);
      await composer(page).focus();
      await page.keyboard.type(line);
      await press(page, 'Escape', 'Enter');
      await expect.poll(() => answers(page).count()).toBe(1);
      expect(await newest(page).textContent()).toMatch(says);
      expect(await newest(page).textContent()).toContain(`You used ${line}`);
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
      expect(await newest(page).textContent()).toContain(text.slice(0, 20));
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
    await composer(page).fill('/votes body:');
    await page.getByRole('listbox').waitFor();
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      (
        window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        }
      ).axe.run(),
    );
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
});
