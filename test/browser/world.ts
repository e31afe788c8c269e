/** The program as `npm start` runs it without a token, and a browser on its page. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { devNull } from 'node:os';
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { ROOT } from '../e2e/bot.js';
import { chromium } from './chromium.js';

const PATIENCE = 20_000;

export interface Program {
  /** "http://127.0.0.1:34567" */
  url: string;
  /** What it printed so far. */
  readonly said: string;
  /** Sends it the signal, and waits for its end. @returns its exit code, and how long it took in milliseconds */
  end(signal?: NodeJS.Signals): Promise<{ code: number | null; ms: number }>;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the built program with nothing of the developer's, on a free port unless told. */
export async function start(env: Record<string, string> = {}): Promise<Program> {
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', DOTENV_CONFIG_PATH: devNull, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let said = '';
  let complaints = '';
  child.stderr?.on('data', (chunk) => {
    complaints += chunk;
  });
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`no address within ${PATIENCE} ms: ${said}${complaints}`)),
      PATIENCE,
    );
    child.stdout?.on('data', (chunk) => {
      said += chunk;
      const [address] = /http:\/\/[^\s]+:\d+/.exec(said) ?? [];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
    child.on('exit', (code) => reject(new Error(`ended with ${code}: ${said}${complaints}`)));
  });
  return {
    url,
    get said() {
      return said;
    },
    async end(signal = 'SIGTERM') {
      const since = performance.now();
      if (child.exitCode === null) {
        const ended = once(child, 'exit');
        child.kill(signal);
        await ended;
      }
      running.delete(child);
      return { code: child.exitCode, ms: performance.now() - since };
    },
  };
}

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
