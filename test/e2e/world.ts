/** What the end-to-end tests share: a double with a bot on it, and views of what a reader sees. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { objects } from '../../src/adapters/playground/discord/json.js';
import type { Assessment } from '../../src/assessment/schema.js';
import { DiscordDouble, type DoubleOptions, type Reply } from '../discord-double/double.js';
import { type Component, componentsOf, textOf } from '../discord-double/message.js';
import { APPLICATION, Bot, leaks, ROOT, TOKEN } from './bot.js';

const EPHEMERAL = 1 << 6;

export const GUILD = '290000000000000001';
/** In a server, in a direct message with the bot, and in a group where only the user has installed it. */
export const PLACES = [
  { where: 'a server', place: { context: 0 } },
  { where: 'a direct message', place: { context: 1 } },
  { where: 'a private channel', place: { context: 2 } },
] as const;

/** The data as it stands in the file: what the program has to say. */
export const data = JSON.parse(readFileSync(join(ROOT, 'data', 'chn-2023.json'), 'utf8')) as Assessment;

export interface World {
  double: DiscordDouble;
  bot: Bot;
}

export function startDouble(options: Partial<DoubleOptions> = {}): Promise<DiscordDouble> {
  return DiscordDouble.start({ token: TOKEN, applicationId: APPLICATION, ...options });
}

/** A double and a bot for a file. After every test Discord has taken all that was sent, and no token got out. */
export function world(options: Partial<DoubleOptions> = {}, env: Record<string, string> = {}): World {
  const shared = {} as World;
  beforeAll(async () => {
    shared.double = await startDouble(options);
    shared.bot = await Bot.start(shared.double, env);
  });
  afterAll(async () => {
    await shared.bot?.kill();
    await shared.double?.close();
  });
  afterEach(() => {
    expect(shared.double.violations).toEqual([]);
    expect(leaks(shared.bot, shared.double)).toEqual([]);
  });
  return shared;
}

/** As much of a reply as a reader sees: a message, whatever brought it. */
export type Shown = Pick<Reply, 'message'>;

/** The text of a reply as its reader sees it: without the escapes and asterisks that make it so. */
export function seen({ message }: Shown): string {
  if (!message) throw new Error('the reply has no message');
  return unescaped(textOf(message)).replaceAll('**', '');
}

/** The text of a reply as it was sent. */
export function sent({ message }: Shown): string {
  if (!message) throw new Error('the reply has no message');
  return textOf(message);
}

function unescaped(text: string): string {
  return text.replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
}

export function isPrivate({ message }: Shown): boolean {
  return ((message?.flags ?? 0) & EPHEMERAL) !== 0;
}

const SOURCE_LINE = /^-# \[(\d+)\] /gm;

/** The footnotes whose sources a text shows. */
export function sources(text: string): number[] {
  return [...text.matchAll(SOURCE_LINE)].map(([, number]) => Number(number));
}

/** The footnotes marked in a text, without the source lines. */
export function marks(text: string): number[] {
  const body = text.split('\n').filter((line) => !line.startsWith('-# '));
  return [...new Set(body.flatMap((line) => [...line.matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n))))];
}

/** A text is true to its footnotes: every mark has its source and every source a mark, and the report is named. */
export function expectCited(text: string): void {
  expect(sources(text)).toEqual(marks(text).sort((a, b) => a - b));
  expect(text).toContain('Asia-Pacific Centre for the Responsibility to Protect, 2023.');
}

export function buttons({ message }: Shown): Component[] {
  return message ? componentsOf(message).filter(({ type }) => type === 2) : [];
}

export function button(reply: Shown, label: string): Component {
  const found = buttons(reply).find((one) => one.label === label);
  if (!found) throw new Error(`no button ${label}, but ${buttons(reply).map((one) => one.label)}`);
  return found;
}

/** Presses the button with that label. */
export function press(double: DiscordDouble, reply: Reply, label: string): Promise<Reply> {
  return double.click(reply, button(reply, label).custom_id ?? '');
}

/** The menus under an answer. */
export function menus({ message }: Shown): Component[] {
  return message ? componentsOf(message).filter(({ type }) => type === 3) : [];
}

/** Chooses from the menu with that placeholder the first option whose label or description has a text. */
export function choose(
  double: DiscordDouble,
  reply: Reply,
  placeholder: string,
  label: string,
): Promise<Reply> {
  const menu = menus(reply).find((one) => one.placeholder === placeholder);
  const option = objects(menu?.options).find((one) => [one.label, one.description].join(' ').includes(label));
  if (!menu || !option)
    throw new Error(`no ${label} in ${placeholder}, but ${menus(reply).map((one) => one.placeholder)}`);
  return double.click(reply, menu.custom_id ?? '', { values: [String(option.value)] });
}

/** An answer and the pages after it, each as its reader sees it. */
export async function pagesOf(double: DiscordDouble, first: Reply): Promise<Reply[]> {
  const pages = [first];
  let page = first;
  while (buttons(page).some(({ label, disabled }) => label === NEXT && !disabled)) {
    page = await press(double, page, NEXT);
    pages.push(page);
  }
  return pages;
}

export const NEXT = 'Next ›';
export const PREVIOUS = '‹ Previous';
export const SHARE = 'Share with the channel';
