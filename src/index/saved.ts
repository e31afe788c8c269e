/**
 * What was made before of the same data by the same program, in files: it is loaded in a small part of the time that it takes
 * to make. A file is known by the hash of what it was made of; what does not match is thrown away.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Card } from '../assessment/volume.js';
import { ROOT } from '../root.js';
import type { IndexData } from './edition-index.js';
import type { LexiconData } from './lexicon.js';
import { NAMED } from './names.js';
import { pack, unpack } from './packed.js';

/** What there may be, by its key where there is one for each file of data. */
export interface Saved {
  lexicon(): LexiconData | undefined;
  card(key: string): Card | undefined;
  /** A part of the index: most answers need no more than one. */
  index<Part extends keyof IndexData>(key: string, part: Part): IndexData[Part] | undefined;
}

export const NOTHING_SAVED: Saved = {
  lexicon: () => undefined,
  card: () => undefined,
  index: () => undefined,
};

const PARTS = ['records', 'statements', ...NAMED] as const satisfies (keyof IndexData)[];
type Kind = 'lexicon' | 'card' | (typeof PARTS)[number];
const nameOf = (kind: Kind, key = 'all') => `${key}.${kind}`;

/** How the folder of a program is called: there may be others beside it. */
const PROGRAM = /^footnote-[0-9a-f]{16}$/;
/** What of the program goes into what is saved. The names of what is built have the hash of what is in it. */
const SOURCES = ['dist/main.js', 'dist/save-index.js', 'data/lexicon.json', 'data/vectors/words.txt'];
const BUILT = 'dist/assets';

/** Which program this is, by its content; undefined where it is not built, and so may be another one at any time. */
export function programKey(): string | undefined {
  const hash = createHash('sha256').update(process.version);
  try {
    for (const source of SOURCES) hash.update(readFileSync(new URL(source, ROOT)));
    hash.update(readdirSync(new URL(BUILT, ROOT)).sort().join());
  } catch {
    return undefined;
  }
  return `footnote-${hash.digest('hex').slice(0, 16)}`;
}

/**
 * What is saved in a folder. Whatever cannot be read is as good as not there; where that is a part of an index, its card goes
 * as well, so that it is saved anew.
 * @param program by which it was saved
 */
export function openSaved(dir: string, program = programKey()): Saved {
  if (program === undefined) return NOTHING_SAVED;
  const readFile = createReader();
  const read = (kind: Kind, key?: string): unknown => {
    try {
      return unpack(readFile(join(dir, program, nameOf(kind, key))));
    } catch {
      return undefined;
    }
  };
  const forget = (key: string) => {
    try {
      rmSync(join(dir, program, nameOf('card', key)), { force: true });
    } catch {
      // It may not be written to: then it is made anew each time.
    }
  };
  return {
    lexicon: () => read('lexicon') as LexiconData | undefined,
    card: (key) => read('card', key) as Card | undefined,
    index<Part extends keyof IndexData>(key: string, part: Part) {
      const found = read(part, key) as IndexData[Part] | undefined;
      if (found === undefined) forget(key);
      return found;
    },
  };
}

/**
 * Reads files into one piece of memory: what it gave of a file is another one's by the next call. As much memory anew for each of them
 * would have the whole heap collected every few hundred.
 */
function createReader(): (file: string) => Buffer {
  let memory = Buffer.alloc(0);
  return (file) => {
    const opened = openSync(file, 'r');
    try {
      const { size } = fstatSync(opened);
      if (memory.length < size) memory = Buffer.allocUnsafeSlow(size);
      return memory.subarray(0, readSync(opened, memory, 0, size, 0));
    } finally {
      closeSync(opened);
    }
  };
}

/** Saves into a folder, and takes away what no longer belongs there. */
export interface Saver {
  saved: Saved;
  saveLexicon(data: LexiconData): void;
  /** The card comes last: where it is, the index is. */
  save(key: string, data: IndexData, card: Card): void;
  /** Takes away everything but what was saved of these keys. */
  keepOnly(keys: readonly string[]): void;
}

/** @throws where the folder cannot be written to */
export function createSaver(dir: string, program: string): Saver {
  const own = join(dir, program);
  mkdirSync(own, { recursive: true });
  /** In one step: whoever reads meanwhile finds the whole of it, or nothing. */
  const write = (kind: Kind, data: unknown, key?: string) => {
    const file = join(own, nameOf(kind, key));
    writeFileSync(`${file}.${process.pid}`, pack(data));
    renameSync(`${file}.${process.pid}`, file);
  };
  return {
    saved: openSaved(dir, program),
    saveLexicon: (data) => write('lexicon', data),
    save(key, data, card) {
      for (const part of PARTS) write(part, data[part], key);
      write('card', card, key);
    },
    keepOnly(keys) {
      const wanted = new Set([
        nameOf('lexicon'),
        ...keys.flatMap((key) => ['card' as const, ...PARTS].map((kind) => nameOf(kind, key))),
      ]);
      // The folder may hold what is none of ours.
      for (const name of readdirSync(dir))
        if (PROGRAM.test(name) && name !== program) rmSync(join(dir, name), { recursive: true });
      // What is being written now has another name until it is.
      for (const name of readdirSync(own))
        if (!wanted.has(name) && !/\.\d+$/.test(name)) rmSync(join(own, name), { force: true });
    },
  };
}
