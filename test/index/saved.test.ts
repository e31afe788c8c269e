/** What is saved of an index, and when it is not taken. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Volume, volumeOf } from '../../src/assessment/volume.js';
import { createDispatch } from '../../src/dispatch.js';
import { indexOf } from '../../src/index/edition-index.js';
import { createLexicon, readLexicon } from '../../src/index/lexicon.js';
import { createSaver, NOTHING_SAVED, openSaved, type Saved } from '../../src/index/saved.js';
import { interactionOf } from '../../src/interactions.js';
import { createLibrary } from '../../src/library.js';
import { createLog } from '../../src/log.js';
import { ruritania } from '../assessment/fixture.js';
import { edition, raw } from '../library.js';
import { read } from './hits.js';

const root = mkdtempSync(join(tmpdir(), 'footnote-saved-'));
afterAll(() => rmSync(root, { recursive: true }));
const folder = () => mkdtempSync(join(root, 'index-'));

const PROGRAM = 'footnote-0123456789abcdef';
const words = readLexicon();
const lexicon = createLexicon(words);
const china = volumeOf(raw);

function saveInto(dir: string, ...volumes: Volume[]): Saved {
  const saver = createSaver(dir, PROGRAM);
  saver.saveLexicon(words);
  for (const { key, open, card } of volumes) saver.save(key, indexOf(open(), lexicon), card);
  return openSaved(dir, PROGRAM);
}

/** A library that must not index anything: what is not saved is missed. */
const fromSaved = (saved: Saved) =>
  createLibrary([china], {
    ...saved,
    index(key, part) {
      const found = saved.index(key, part);
      if (!found) throw new Error('nothing is saved');
      return found;
    },
  }).latest;

describe('an index that was saved', () => {
  const dir = folder();
  const saved = saveInto(dir, china);

  test('finds what one does that was just made', () => {
    const again = fromSaved(saved);
    for (const text of ['press freedom', 'uighurs in xinjiang', 'Syria 2022', 'peacekeping', 'zzz']) {
      expect(again.search(text).map(read)).toEqual(edition.search(text).map(read));
      expect(again.suggest('indicator', text)).toEqual(edition.suggest('indicator', text));
      expect(again.votesOn(text)).toEqual(edition.votesOn(text));
      const plain = ({ hits, concepts }: ReturnType<typeof edition.retrieve>) => ({
        concepts,
        hits: hits.map(({ kind, id, at, score, coverage, terms }) => ({
          ...{ kind, id, at, score, coverage, terms },
        })),
      });
      expect(plain(again.retrieve(text))).toEqual(plain(edition.retrieve(text)));
    }
  });

  test('has the card of the assessment, so that it need not be opened', () => {
    expect(saved.card(china.key)).toEqual(china.card);
  });

  test('is not taken for other data, nor by another program', () => {
    const other = volumeOf({ ...raw, title: 'Another' });
    expect(saved.card(other.key)).toBeUndefined();
    expect(saved.index(other.key, 'records')).toBeUndefined();
    const elsewhere = openSaved(dir, 'footnote-fedcba9876543210');
    expect([elsewhere.card(china.key), elsewhere.index(china.key, 'indicator'), elsewhere.lexicon()]).toEqual(
      [undefined, undefined, undefined],
    );
  });
});

test.each([
  ['cut off', (content: Buffer) => content.subarray(0, content.length / 2)],
  ['changed in one place', (content: Buffer) => content.fill(content[99] === 1 ? 2 : 1, 99, 100)],
  ['empty', () => Buffer.alloc(0)],
  ['something else', () => Buffer.from('{"no": "index"}')],
])('a file that is %s is as good as not there', (_, damage) => {
  const dir = folder();
  const saved = saveInto(dir, china);
  for (const name of readdirSync(join(dir, PROGRAM))) {
    const file = join(dir, PROGRAM, name);
    writeFileSync(file, damage(readFileSync(file)));
  }
  expect([saved.card(china.key), saved.index(china.key, 'records'), saved.lexicon()]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(createLibrary([china], saved).latest.search('syria').map(read)).toEqual(
    edition.search('syria').map(read),
  );
});

test('what no longer belongs there is thrown away, and nothing else', () => {
  const dir = folder();
  mkdirSync(join(dir, 'footnote-fedcba9876543210'));
  mkdirSync(join(dir, 'fedcba9876543210'));
  mkdirSync(join(dir, 'photographs'));
  writeFileSync(join(dir, 'README.md'), 'mine');
  const rur = volumeOf(ruritania());
  const saved = saveInto(dir, china, rur);
  createSaver(dir, PROGRAM).keepOnly([rur.key]);
  expect(saved.card(china.key)).toBeUndefined();
  expect(saved.index(china.key, 'records')).toBeUndefined();
  expect(saved.card(rur.key)).toEqual(rur.card);
  expect(saved.lexicon()).toBeDefined();
  expect(readdirSync(dir).sort()).toEqual([PROGRAM, 'README.md', 'fedcba9876543210', 'photographs'].sort());
});

test.each([
  ['/indicator 4', 'indicator', { name: '4' }],
  ['a vote by its symbol', 'votes', { resolution: 'S/RES/2677' }],
  ['/treaty iccpr', 'treaty', { name: 'iccpr' }],
])('%s needs nothing of the index, be it saved or not', (_, command, options) => {
  const asked: string[] = [];
  const nothing = { ...NOTHING_SAVED, index: (_key: string, part: string) => void asked.push(part) };
  const library = createLibrary([china], nothing);
  const dispatch = createDispatch(library, createLog({ level: 'silent' }), '1');
  expect(dispatch(interactionOf({ command, options })).answer?.found).toBe(true);
  expect(asked).toEqual([]);
});
