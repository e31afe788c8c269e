import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { DataError, loadVolumes } from '../../src/assessment/loading/load.js';
import { ruritania } from './fixture.js';

const root = mkdtempSync(join(tmpdir(), 'footnote-load-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A new folder with these files; what is not text or bytes is written as JSON. */
function folder(files: Readonly<Record<string, unknown>>): string {
  const dir = mkdtempSync(join(root, 'data-'));
  for (const [name, content] of Object.entries(files)) {
    const asIs = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(join(dir, name), asIs ? content : JSON.stringify(content, null, 2));
  }
  return dir;
}

function errorOf(dir: string): DataError {
  try {
    loadVolumes(dir);
  } catch (error) {
    if (error instanceof DataError) return error;
    throw error;
  }
  throw new Error('expected the folder not to load');
}

/** The problems of a folder as a person reads them, the folder's own name left out: `file > place > message`. */
function problemsOf(files: Readonly<Record<string, unknown>>): string[] {
  const dir = folder(files);
  return errorOf(dir).problems.map(({ file, place, message }) =>
    [file, place, message].join(' > ').replaceAll(join(dir, '/'), ''),
  );
}

describe('a good folder', () => {
  test('loads every assessment, newest first, those of one year by id', () => {
    const dir = folder({
      'a.json': ruritania({ id: 'rur-2019', year: 2019, comparedWith: 2018 }),
      'b.json': ruritania({ id: 'rur-2023', year: 2023 }),
      'c.json': ruritania({ id: 'gra-2023', year: 2023 }),
      'd.json': ruritania({ id: 'rur-2020', year: 2020, comparedWith: 2019 }),
    });
    expect(loadVolumes(dir).map(({ card }) => card.id)).toEqual([
      'gra-2023',
      'rur-2023',
      'rur-2020',
      'rur-2019',
    ]);
  });

  test('gives the content of the file', () => {
    const [volume, ...others] = loadVolumes(folder({ 'rur.json': ruritania() }));
    expect(volume?.open()).toEqual(ruritania());
    expect(others).toEqual([]);
  });

  test('may begin a file with a byte order mark', () => {
    const dir = folder({ 'rur.json': `\uFEFF${JSON.stringify(ruritania())}` });
    expect(loadVolumes(dir)).toHaveLength(1);
  });

  test('may hold the search vocabulary, notes, hidden files and folders', () => {
    const dir = folder({ 'rur.json': ruritania(), 'lexicon.json': [], 'README.md': 'x', '._rur.json': 'x' });
    mkdirSync(join(dir, 'old'));
    expect(loadVolumes(dir)).toHaveLength(1);
  });
});

describe('the folder itself', () => {
  test('holds nothing', () => {
    const dir = folder({ 'lexicon.json': {}, 'README.md': '' });
    expect(errorOf(dir).message).toBe(
      `${dir}\n  holds no assessment: expected at least one *.json\n\n1 problem in 1 folder. Nothing was started.`,
    );
  });

  test('is not there', () => {
    const dir = join(root, 'nowhere');
    expect(errorOf(dir).message).toBe(
      `${dir}\n  does not exist; expected a folder with one *.json for each assessment\n\n1 problem in 1 folder. Nothing was started.`,
    );
  });

  test('is a file', () => {
    const file = join(folder({ 'rur.json': ruritania() }), 'rur.json');
    expect(errorOf(file).message).toBe(
      `${file}\n  is not a folder; expected a folder with one *.json for each assessment\n\n1 problem in 1 file. Nothing was started.`,
    );
  });
});

describe('a file that cannot be read', () => {
  test('is a folder, or a link to nothing', () => {
    const dir = folder({});
    mkdirSync(join(dir, 'a.json'));
    symlinkSync(join(dir, 'gone'), join(dir, 'b.json'));
    expect(errorOf(dir).problems).toEqual([
      {
        file: join(dir, 'a.json'),
        place: '',
        message: 'is a folder; expected a file (or another name, without .json)',
      },
      { file: join(dir, 'b.json'), place: '', message: 'does not exist' },
    ]);
  });

  test.each([
    ['empty', ' \n', 'is empty; expected an assessment in JSON'],
    [
      'not UTF-8',
      Buffer.from('\uFEFF{"id": 1}', 'utf16le'),
      'is not UTF-8 text; expected JSON saved as UTF-8',
    ],
  ])('is %s', (_, content, message) => {
    expect(problemsOf({ 'rur.json': content })).toEqual([`rur.json >  > ${message}`]);
  });
});

describe('a file that is not JSON', () => {
  test('is cut off: says where it ends, and after what', () => {
    const whole = JSON.stringify(ruritania(), null, 2);
    const cut = whole.slice(0, whole.indexOf('weak') + 2);
    const line = cut.split('\n').length;
    const column = cut.length - cut.lastIndexOf('\n');
    expect(problemsOf({ 'rur.json': cut })).toEqual([
      `rur.json > line ${line}, column ${column} > is not whole JSON: the file ends too early, after "rating": "we; was it cut off?`,
    ]);
  });

  test('is cut off, wherever that is', () => {
    const whole = JSON.stringify(ruritania());
    for (let end = 1; end < whole.length; end++) {
      const text = whole.slice(0, end);
      expect(problemsOf({ 'rur.json': text }), text.slice(-40)).toEqual([
        expect.stringContaining(`line 1, column ${end + 1} > is not whole JSON: the file ends too early`),
      ]);
    }
  });

  test.each([
    [
      'a comma too many',
      '{\n  "id": "x",\n}',
      'line 3, column 1 > is not valid JSON: Expected double-quoted property name; here stands }',
    ],
    [
      'a comma too few',
      '{\n  "id": "x"\n  "year": 2021\n}',
      `line 3, column 3 > is not valid JSON: Expected ',' or '}' after property value; here stands "year": 2021`,
    ],
    [
      'no value, far from either end',
      `{\n  "id": "${'x'.repeat(50)}",\n  "year": ,\n  "title": "${'x'.repeat(50)}"\n}`,
      "line 3, column 11 > is not valid JSON: Unexpected token ','; here stands ,",
    ],
    [
      'no value, in a short file',
      '{"id": [}',
      "line 1, column 9 > is not valid JSON: Unexpected token '}'; here stands }",
    ],
    [
      'more than one value',
      '{}\r\n{}',
      'line 2, column 1 > is not valid JSON: Unexpected non-whitespace character after JSON; here stands {}',
    ],
    [
      'a page instead',
      '<!DOCTYPE html>',
      "line 1, column 1 > is not valid JSON: Unexpected token '<'; here stands <!DOCTYPE html>",
    ],
  ])('has %s', (_, text, problem) => {
    expect(problemsOf({ 'rur.json': text })).toEqual([`rur.json > ${problem}`]);
  });
});

describe('a file that is no assessment', () => {
  test.each([
    ['a list', [ruritania()], 'holds a list; expected an object, one assessment'],
    ['null', 'null', 'holds null; expected an object, one assessment'],
    ['a number', '7', 'holds the number 7; expected an object, one assessment'],
    [
      'something else',
      { name: 'footnote', version: '1.0.0' },
      'is not an assessment (its keys: name, version); expected an assessment, which has country, indicators, footnotes and more',
    ],
    [
      'empty',
      {},
      'is not an assessment (its keys: none); expected an assessment, which has country, indicators, footnotes and more',
    ],
  ])('but %s has one problem', (_, content, message) => {
    expect(problemsOf({ 'rur.json': content })).toEqual([`rur.json >  > ${message}`]);
  });
});

describe('several files', () => {
  test('may not share an id: both are told', () => {
    const files = {
      'a.json': ruritania(),
      'b.json': ruritania({ year: 2022 }),
      'c.json': ruritania({ id: 'rur-2019' }),
    };
    expect(problemsOf(files)).toEqual([
      'a.json > id > id "rur-2021" is also that of b.json; expected each file to have its own',
      'b.json > id > id "rur-2021" is also that of a.json; expected each file to have its own',
    ]);
  });

  test('are reported together, by file, with a count and without a stack', () => {
    const dir = folder({
      'a.json': ruritania({ 'indicators.1.rating': 'week', 'treaties.0.indicators': [4] }),
      'b.json': '[',
      'c.json': ruritania({ id: 'rur-2019' }),
      'd.json': ruritania({ publisher: undefined }),
    });
    expect(errorOf(dir).message).toBe(
      `
${dir}/a.json
  indicators[1] (2, "Free courts") rating: rating is "week"; expected one of very-weak, weak, fair, strong, very-strong
  treaties[0] ("Rome Statute") indicators[0]: indicator 4 does not exist; expected the number of one of the 3 in the file
  id: id "rur-2021" is also that of ${dir}/d.json; expected each file to have its own

${dir}/b.json
  line 1, column 2: is not whole JSON: the file ends too early, after [; was it cut off?

${dir}/d.json
  publisher: publisher is missing; expected text
  id: id "rur-2021" is also that of ${dir}/a.json; expected each file to have its own

6 problems in 3 files. Nothing was started.`.trimStart(),
    );
  });
});

test('whatever is put anywhere in a file, it loads or the problems are told', () => {
  const paths: string[] = [];
  const collect = (value: unknown, path: string[]): void => {
    if (path.length > 0) paths.push(path.join('.'));
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) collect(part, [...path, key]);
  };
  collect(ruritania(), []);
  const file = join(folder({}), 'rur.json');
  // The object cannot be turned into text, which is found out when it stands where a choice should.
  const anything = fc.oneof(fc.jsonValue(), fc.constantFrom(undefined, { toString: 0 }));
  const attempt = (change: Record<string, unknown>) => {
    writeFileSync(file, JSON.stringify(ruritania(change)));
    try {
      loadVolumes(join(file, '..'));
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      expect(error.message).toMatch(/\n\n\d+ problems? in 1 file\. Nothing was started\.$/);
    }
  };
  fc.assert(
    fc.property(fc.constantFrom(...paths), anything, (path, value) => attempt({ [path]: value })),
    { numRuns: 1000 },
  );
});
