/** Which way the imports run, of types too: from the top row down, never up, and never across a row. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROWS = [
  ['main.ts', 'save-index.ts'],
  ['run.ts'],
  ['serve.ts', 'reload.ts', 'indexer.ts'],
  ['program.ts'],
  ['adapters/gateway', 'adapters/http', 'adapters/playground', 'adapters/terminal'],
  ['adapters/delivery.ts', 'adapters/limits.ts', 'adapters/rate-limiter-flexible.d.ts'],
  ['adapters/body.ts'],
  ['declarations.ts', 'dispatch.ts', 'interactions.ts'],
  ['dispatched.ts', 'incoming.ts', 'recent-answers.ts'],
  ['commands', 'render'],
  ['assistant', 'citation'],
  ['answer.ts'],
  ['library.ts'],
  ['index'],
  ['assessment'],
  ['config.ts', 'log.ts', 'prometheus.ts'],
  ['metrics.ts'],
  ['root.ts'],
];

interface Import {
  from: string;
  /** A file of the program, or the name of a package. */
  to: string;
  typeOnly: boolean;
}

const SRC = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  const found = text.matchAll(/^(?:import|export)\b( type)?[^;'"]*?'([^']+)'|\bimport\('([^']+)'\)/gm);
  return [...found].map(([, type, named, dynamic]) => {
    const target = named ?? dynamic ?? '';
    const own = target.startsWith('.');
    const path = relative(SRC, join(SRC, dirname(file), target)).replace(/\.js$/, '.ts');
    return { from: file, to: own ? path : target, typeOnly: type !== undefined };
  });
}

const roomOf = (file: string) =>
  ROWS.flat().find((room) => file === room || file.startsWith(`${room}/`)) ?? '';
const rowOf = (file: string) => ROWS.findIndex((row) => row.includes(roomOf(file)));
const within = imports.filter(({ to }) => files.includes(to));
const shown = ({ from, to }: Import) => `${from} -> ${to}`;

test('every file has its room', () => {
  expect(files.filter((file) => rowOf(file) === -1)).toEqual([]);
  expect(within.length).toBeGreaterThan(files.length);
});

test('imports run from the top down', () => {
  const wrong = within.filter(({ from, to }) => roomOf(from) !== roomOf(to) && rowOf(from) >= rowOf(to));
  expect(wrong.map(shown)).toEqual([]);
});

test('no import leads back to where it came from', () => {
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, trail: string[]) => {
    if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
    else if (!done.has(file))
      for (const { from, to } of within) if (from === file) walk(to, [...trail, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  expect(circles).toEqual([]);
});

test('no file is there to pass on what others export', () => {
  expect(files.filter((file) => /(?:^|\/)index\.ts$/.test(file))).toEqual([]);
  const everything = files.filter((file) => /^export \*/m.test(readFileSync(join(SRC, file), 'utf8')));
  expect(everything).toEqual([]);
});

test.each([
  // Their import takes a while: discord.js, a quarter of a second.
  ['discord.js', 'adapters/gateway/sharding.ts'],
  ['@discordjs/ws', 'adapters/gateway/'],
  ['undici', 'adapters/gateway/'],
  ['minisearch', 'index/'],
  // They take a while to load, and much memory: in a process of their own.
  ['satori', 'render/pictures/draw.ts'],
  ['@resvg/resvg-js', 'render/pictures/draw.ts'],
  ['csv-stringify/sync', 'commands/export.ts'],
  ['pino', 'log.ts'],
  ['dotenv', 'main.ts'],
  ['config.ts', 'main.ts'],
])('%s is imported by %s alone', (target, place) => {
  const importers = imports.filter(({ to, typeOnly }) => to === target && !typeOnly).map(({ from }) => from);
  expect(importers).not.toEqual([]);
  expect(importers.filter((file) => !file.startsWith(place))).toEqual([]);
});
