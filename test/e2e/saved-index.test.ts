/** The index that a start saves for the next one: by the real program, in a process of its own. */
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiscordDouble } from '../discord-double/double.js';
import { Bot, ROOT } from './bot.js';
import { seen, startDouble } from './world.js';

const FILE = 'chn-2023.json';
let folder: string;
let data: string;
let index: string;
let double: DiscordDouble;
let bot: Bot;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-saved-'));
  [data, index] = [join(folder, 'data'), join(folder, 'index')];
  await cp(join(ROOT, 'data', FILE), join(data, FILE));
  double = await startDouble();
});
afterEach(async () => {
  await bot.kill();
  await double.close();
  await rm(folder, { recursive: true, force: true });
});

const start = async () => {
  bot = await Bot.start(double, { DATA_DIR: data, INDEX_DIR: index, LOG_LEVEL: 'info' });
};
const saves = () => bot.logged(({ msg }) => msg === 'the index is saved');
const files = async () => (await readdir(index, { recursive: true })).filter((name) => name.includes('.'));
const answer = async () =>
  seen(await double.command('ask', { question: 'did china vote on syria in 2022?' }));

describe('a start with data that are new to it', () => {
  it('answers at once, and saves the index aside; the next start has it, and saves nothing', async () => {
    await start();
    const said = await answer();
    expect((await saves()).assessments).toBe(1);
    const saved = await files();
    expect(saved.map((name) => name.split('.').at(-1)).sort()).toEqual([
      ...['card', 'footnote', 'indicator', 'lexicon', 'records', 'statements', 'treaty'],
    ]);
    const written = await Promise.all(saved.map(async (name) => (await stat(join(index, name))).mtimeMs));
    await bot.end('SIGTERM');

    await start();
    expect(await answer()).toEqual(said);
    // It would be saved two seconds after the start.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(bot.lines.map(({ msg }) => msg)).not.toContain('the index is saved');
    const later = await Promise.all(
      (await files()).map(async (name) => (await stat(join(index, name))).mtimeMs),
    );
    expect(later).toEqual(written);
  });

  it('throws away what was saved of data that are gone', async () => {
    await start();
    await saves();
    const before = await files();
    await bot.end('SIGTERM');
    const changed = (await readFile(join(data, FILE), 'utf8')).replace(
      '"title": "China',
      '"title": "New: China',
    );
    await writeFile(join(data, FILE), changed);

    await start();
    expect(await answer()).toContain('New: China');
    await saves();
    const after = await files();
    expect(after).toHaveLength(before.length);
    expect(after.filter((name) => before.includes(name)).map((name) => name.split('.').at(-1))).toEqual([
      'lexicon',
    ]);
  });
});

it('an index that is damaged is as good as none: what is said is the same, and it is saved anew', async () => {
  await start();
  const said = await answer();
  await saves();
  await bot.end('SIGTERM');
  for (const name of await files()) await writeFile(join(index, name), 'damaged');

  await start();
  expect(await answer()).toEqual(said);
  await saves();
});

it('where nothing can be written, it answers all the same, and the log says so', async () => {
  await writeFile(index, 'a file in the place of the folder');
  await start();
  const line = await bot.logged(({ msg }) => msg.startsWith('the index could not be saved'));
  expect(line).toMatchObject({ level: 'warn', dir: index });
  expect(await answer()).toContain('Syrian Arab Republic');
});
