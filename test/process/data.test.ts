/** The real program on data that is broken in one place, and on variables and flags that are not right. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/schema.js';
import { DATA, type Run, run } from './run.js';

const root = mkdtempSync(join(tmpdir(), 'footnote-broken-'));
afterAll(() => rmSync(root, { recursive: true }));

const good = readFileSync(join(DATA, 'chn-2023.json'), 'utf8');

function folder(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(root, 'data-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  return dir;
}

/** The real assessment, changed in one place as no type would allow. */
function broken(change: (assessment: Assessment) => unknown): string {
  const assessment = JSON.parse(good) as Assessment;
  change(assessment);
  return JSON.stringify(assessment, null, 2);
}

function at<Item>(list: readonly Item[], position: number): Item {
  const item = list[position];
  if (!item) throw new Error(`the real data have nothing at ${position}`);
  return item;
}

const start = (dir: string, args: readonly string[] = ['--check-data']) =>
  run(args, { env: { DATA_DIR: dir } });

/** It ended with a sentence for a person, and with nothing else. */
function expectRefusal({ code, stdout, stderr }: Run): void {
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr.trim()).not.toBe('');
  expect(stderr).not.toMatch(/ {4}at |Error:|\[object|undefined|node:internal/);
}

const EXTREMISM = 'indicators[14] (15, "Countering and preventing violent extre…")';
const POLICING = 'indicators[19] (20, "A legitimate, effective and civilian-co…")';

describe.concurrent('a file that is broken in one place', () => {
  test.each<[string, (assessment: Assessment) => unknown, string[]]>([
    [
      'a footnote is missing',
      ({ footnotes }) => footnotes.splice(24, 1),
      [
        'footnotes[24] (26) number: number 26 comes after 24; expected 25: they run from 1 in order, without gaps',
        `${POLICING} statements[0].footnotes[0]: mark 25 has no footnote; expected the number of one of the 47 in the file`,
      ],
    ],
    [
      'a footnote has the number of another',
      ({ footnotes }) => Object.assign(at(footnotes, 30), { number: 30 }),
      [
        'footnotes[30] (30) number: number 30 stands twice, first at footnotes[29]; expected each once',
        'indicators[22] (23, "Taking part in discussions on the furth…") statements[0].footnotes[0]: mark 31 has no footnote',
      ],
    ],
    [
      'an indicator has the number of another',
      ({ indicators }) => Object.assign(at(indicators, 15), { number: 15 }),
      [
        'indicators[15] (15, "Protecting vulnerable groups, particula…") number: number 15 stands twice, first at indicators[14]',
      ],
    ],
    [
      'a mark has no footnote',
      ({ indicators }) => at(at(indicators, 14).statements, 1).footnotes.push(99),
      [
        `${EXTREMISM} statements[1].footnotes[1]: mark 99 has no footnote; expected the number of one of the 48 in the file`,
      ],
    ],
    [
      'a footnote has no mark',
      ({ indicators }) => at(at(indicators, 19).statements, 0).footnotes.pop(),
      [
        'footnotes[24] (25): footnote 25 is cited nowhere; expected its mark on a statement of the overview, an indicator or a treaty, or on a vote',
      ],
    ],
    [
      'a short form points nowhere',
      ({ footnotes }) =>
        Object.assign(at(at(footnotes, 9).sources, 0), { sameAs: { footnote: 5, source: 7 } }),
      [
        'footnotes[9] (10) sources[0].sameAs: sameAs points to source 7 of footnote 5, which has 3; expected a position counted from 0',
      ],
    ],
    [
      'a short form points to a footnote that is not there',
      ({ footnotes }) =>
        Object.assign(at(at(footnotes, 9).sources, 0), { sameAs: { footnote: 49, source: 0 } }),
      ['footnotes[9] (10) sources[0].sameAs: sameAs points to footnote 49, which is not in the file'],
    ],
    [
      'short forms point to one another',
      ({ footnotes }) => {
        const full = at(at(footnotes, 14).sources, 0);
        delete full.URL;
        full.sameAs = { footnote: 18, source: 0 };
      },
      [
        'footnotes[14] (15) sources[0].sameAs: sameAs leads in a circle: source 0 of footnote 15 -> source 0 of footnote 18 -> source 0 of footnote 15; expected a full reference',
        'footnotes[17] (18) sources[0].sameAs: sameAs leads in a circle',
      ],
    ],
    [
      'a symbol is not canonical',
      ({ votes }) => Object.assign(at(votes, 7), { resolution: 'A/RES/77-230' }),
      [
        'votes[7] (A/RES/77-230) resolution: resolution "A/RES/77-230" is not a canonical symbol; expected one like S/RES/2605, A/RES/77/230 or A/HRC/RES/52/1',
      ],
    ],
    [
      'a label is too long',
      ({ indicators }) => Object.assign(at(indicators, 14), { label: 'Countering '.repeat(8).trim() }),
      [
        'indicators[14] (15, "Countering Countering Countering Counte…") label: label has 87 characters; at most 80 fit',
      ],
    ],
    [
      'a rating is none of the five',
      ({ indicators }) => Object.assign(at(indicators, 14), { rating: 'poor' }),
      [`${EXTREMISM} rating: rating is "poor"; expected one of very-weak, weak, fair, strong, very-strong`],
    ],
    [
      'a key is misspelt',
      ({ indicators }) => Object.assign(at(indicators, 14), { alias: [] }),
      [`${EXTREMISM}: unknown key "alias"; did you mean "aliases"?`],
    ],
  ])('stops the start, and says so: %s', async (_, change, lines) => {
    const dir = folder({ 'chn-2023.json': broken(change) });
    const ended = await start(dir);
    expectRefusal(ended);
    expect(ended.stderr.split('\n')[0]).toBe(join(dir, 'chn-2023.json'));
    for (const line of lines) expect(ended.stderr).toContain(`  ${line}`);
    expect(ended.stderr).toMatch(/\n\d problems? in 1 file\. Nothing was started\.\n$/);
  });

  test('stops the start, and says so: the file is cut off', async () => {
    const half = good.slice(0, good.indexOf('"footnotes"'));
    const dir = folder({ 'chn-2023.json': half });
    const ended = await start(dir);
    expectRefusal(ended);
    const line = half.split('\n').length;
    expect(ended.stderr).toContain(
      `chn-2023.json\n  line ${line}, column ${half.length - half.lastIndexOf('\n')}: is not whole JSON: the file ends too early`,
    );
  });

  test('stops the prompt too', async () => {
    const dir = folder({ 'chn-2023.json': good.slice(0, -10) });
    for (const args of [[], ['--json']]) {
      const ended = await start(dir, args);
      expectRefusal(ended);
      expect(ended.stderr).toContain('is not whole JSON');
    }
  });

  test('is told of with all its problems at once, and those of the other files', async () => {
    const dir = folder({
      'chn-2023.json': broken(({ indicators, votes }) => {
        Object.assign(at(indicators, 14), { rating: 'poor' });
        at(at(indicators, 19).statements, 0).footnotes.pop();
        Object.assign(at(votes, 7), { resolution: 'A/RES/77-230' });
      }),
      'ind-2023.json': good.slice(0, 1000),
    });
    const ended = await start(dir);
    expectRefusal(ended);
    for (const part of [
      'rating is "poor"',
      'footnote 25 is cited nowhere',
      '"A/RES/77-230" is not',
      'ind-2023',
    ]) {
      expect(ended.stderr).toContain(part);
    }
    expect(ended.stderr).toContain('4 problems in 2 files. Nothing was started.');
  });
});

describe.concurrent('a folder', () => {
  test('with two files of one id is refused, each told of the other', async () => {
    const dir = folder({ 'chn-2023.json': good, 'copy.json': good });
    const ended = await start(dir);
    expectRefusal(ended);
    expect(ended.stderr).toContain(`id: id "chn-2023" is also that of ${join(dir, 'copy.json')}`);
    expect(ended.stderr).toContain(`id: id "chn-2023" is also that of ${join(dir, 'chn-2023.json')}`);
  });

  test('that is empty is refused', async () => {
    const dir = folder({});
    const ended = await start(dir);
    expectRefusal(ended);
    expect(ended.stderr).toContain(`${dir}\n  holds no assessment: expected at least one *.json`);
  });

  test('that is not there is refused', async () => {
    const dir = join(root, 'nowhere');
    const ended = await start(dir);
    expectRefusal(ended);
    expect(ended.stderr).toContain(`${dir}\n  does not exist; expected a folder`);
  });

  test('in order is said to be, with what was read', async () => {
    const dir = mkdtempSync(join(root, 'data-'));
    cpSync(DATA, dir, { recursive: true });
    const { code, stdout, stderr } = await start(dir);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('chn-2023: 36 indicators, 48 footnotes, 27 votes, 6 treaties');
    expect(stdout).toContain('in order');
  });
});
