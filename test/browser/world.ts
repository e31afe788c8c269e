/** A browser on the local page. */
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { chromium } from './chromium.js';

const PATIENCE = 20_000;

/** A browser for a file of tests. What a page logs as an error fails the test that asks for it. */
export function browsing() {
  let browser: Browser;
  const errors: string[] = [];
  beforeAll(async () => {
    browser = await playwright.launch({
      executablePath: chromium as string,
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
    });
  });
  afterAll(() => browser?.close());
  return {
    errors,
    /** A page on an address, with nothing kept from other pages, that reaches nothing but this machine. */
    async open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext({ acceptDownloads: true, ...options });
      await context.route(
        (to) => !['127.0.0.1', 'localhost'].includes(to.hostname) && to.protocol !== 'blob:',
        (route) => {
          errors.push(`wanted ${route.request().url()}`);
          return route.abort();
        },
      );
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await page.goto(url);
      await page.getByRole('combobox', { name: /^Message/ }).waitFor();
      return page;
    },
  };
}

/** Where one types. */
export const composer = (page: Page) => page.getByRole('combobox', { name: /^Message/ });
/** Everything in the channel, and its newest entry. */
export const entries = (page: Page) => page.getByRole('article');
export const newest = (page: Page) => entries(page).last();

/** Types a line as somebody does, and sends it without taking what is offered; waits for its answer. */
export async function say(page: Page, line: string): Promise<void> {
  const before = await answers(page).count();
  await composer(page).fill(line);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect.poll(() => answers(page).count(), { timeout: PATIENCE }).toBeGreaterThan(before);
}

/** What Footnote has answered. */
export const answers = (page: Page) => page.getByRole('article', { name: 'Footnote: message' });
