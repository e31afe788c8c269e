/** `npm run -s chat -- --json`: one line in, one line out, whatever the line. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateReply } from '../../src/adapters/playground/discord/validate.js';
import { raw } from '../library.js';
import { type Run, run } from '../process/run.js';

interface Line {
  input: string;
  answer: {
    found: boolean;
    evidence: { assessment: string; kind: string; id: string }[];
    sources: number[];
  };
  message: { flags: number };
  files?: { name: string; type: string; base64: string }[];
}

const EPHEMERAL = 64;

/** What the program writes for these lines, one each, after the checks that hold for every one. */
async function answersTo(lines: readonly string[], ending = '\n'): Promise<Line[]> {
  const ended = await run(['--chat', '--json'], { input: lines.join('\n') + ending });
  const answers = parsed(ended);
  expect(answers.map(({ input }) => input)).toEqual(lines);
  for (const answer of answers) expect(problemsWith(answer), answer.input.slice(0, 200)).toEqual([]);
  return answers;
}

function parsed({ code, stdout, stderr }: Run): Line[] {
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout === '' || stdout.endsWith('\n')).toBe(true);
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

function problemsWith({ answer, message, files, ...rest }: Line): string[] {
  const attached = (files ?? []).map(({ name, base64 }) => ({ name, data: Buffer.from(base64, 'base64') }));
  const { found, evidence, sources, ...other } = answer;
  const numbers = new Set(raw.footnotes.map(({ number }) => number));
  return [
    ...validateReply({ type: 4, data: message }, attached, 'command'),
    ...[...Object.keys(rest), ...Object.keys(other)].filter((key) => key !== 'input'),
    ...(typeof found === 'boolean' ? [] : ['found is no truth value']),
    ...evidence.filter((it) => !isInReport(it)).map((it) => `evidence ${JSON.stringify(it)}`),
    ...sources.filter((number) => !numbers.has(number)).map((number) => `source ${number}`),
  ];
}

function isInReport({ assessment, kind, id }: Line['answer']['evidence'][number]): boolean {
  const ids: Record<string, string[]> = {
    indicator: raw.indicators.map(({ number }) => String(number)),
    vote: raw.votes.map(({ resolution }) => resolution),
    footnote: raw.footnotes.map(({ number }) => String(number)),
    treaty: raw.treaties.map((treaty) => treaty.id),
    overview: raw.overview.map((_, i) => String(i + 1)),
  };
  return assessment === raw.id && ids[kind]?.includes(id) === true;
}

test('each kind of record is the evidence for itself, by its own id', async () => {
  const asked: [string, string, string][] = [
    ['/indicator name:24', 'indicator', '24'],
    ['/indicator name:Countering and preventing violent extremism', 'indicator', '15'],
    ['/votes resolution: a/res/77-230', 'vote', 'A/RES/77/230'],
    ['/votes resolution:UNSC resolution 2666', 'vote', 'S/RES/2666'],
    ['/cite footnote:33', 'footnote', '33'],
    ['/treaty name:iccpr', 'treaty', 'iccpr'],
    ['/treaty name:Rome Statute', 'treaty', 'rome-statute'],
  ];
  const answers = await answersTo(asked.map(([line]) => line));
  for (const [i, [, kind, id]] of asked.entries()) {
    expect(answers[i]?.answer).toMatchObject({ found: true });
    expect(answers[i]?.answer.evidence[0]).toEqual({ assessment: 'chn-2023', kind, id });
  }
  expect(answers[4]?.answer.sources).toEqual([33]);
});

test('what is not in the report is not found, and has no source', async () => {
  const lines = ['/votes resolution:S/RES/2613', '/treaty name:Treaty of Westphalia', '/nonsense', ''];
  for (const { answer } of await answersTo(lines)) {
    expect(answer).toMatchObject({ found: false, sources: [] });
  }
});

test('values keep their spaces and colons, and end at the next option', async () => {
  const lines = [
    '/search query:sexual abuse: torture in:Indicators private:false',
    '/ask question:a thing: what of it?',
    '/indicator   name:  violent-extremism   private:true  ',
    '/INDICATOR NAME:15 Private:TRUE',
    '/indicator 15',
    '/treaty private:true name:iccpr',
  ];
  const answers = await answersTo(lines);
  expect(answers[0]?.answer.evidence.every(({ kind }) => kind === 'indicator')).toBe(true);
  for (const at of [2, 3, 4]) expect(answers[at]?.answer.evidence[0]?.id).toBe('15');
  expect(answers[5]?.answer.evidence[0]?.id).toBe('iccpr');
});

test('private answers carry the flag, and only those', async () => {
  const flag = new Map([
    ['/treaty name:iccpr', false],
    ['/treaty name:iccpr private:true', true],
    ['/treaty name:iccpr private:false', false],
    ['/search query:genocide', true],
    ['/search query:genocide private:false', false],
    ['does it export arms?', true],
    ['/ask question:does it export arms? private:false', false],
    ['/nonsense', true],
  ]);
  for (const { input, message } of await answersTo([...flag.keys()])) {
    expect((message.flags & EPHEMERAL) !== 0, input).toBe(flag.get(input));
  }
});

test('empty lines, odd lines and the last one without an end are lines', async () => {
  const lines = [
    '',
    ' ',
    '\t',
    '/',
    '//',
    '/ ',
    ':',
    '!1',
    'quit',
    '/exit',
    '{"input":1}',
    '"',
    '\\',
    '\u0000',
  ];
  await answersTo([...lines, '/treaty name:iccpr'], '');
  expect(parsed(await run(['--json'], { input: '' }))).toEqual([]);
});

test('lines may end as on Windows', async () => {
  const answers = parsed(await run(['--json'], { input: '/treaty name:iccpr\r\n\r\n/about\r\n' }));
  expect(answers.map(({ input }) => input)).toEqual(['/treaty name:iccpr', '', '/about']);
});

test('only a line feed ends a line', async () => {
  const lines = ['who\u2028voted', 'who\u2029voted', 'who\u0085voted', 'who\u000bvoted', 'who\u000cvoted'];
  await answersTo(lines);
});

test('a carriage return within a line does not end it', async () => {
  await answersTo(['who\rvoted', '/treaty name:iccpr']);
});

test('a byte order mark in front of the first line is no part of it', async () => {
  const [answer] = parsed(await run(['--json'], { input: '\uFEFF/treaty name:iccpr\n' }));
  expect(answer?.answer.found).toBe(true);
});

test('all writing systems are taken, and what is not UTF-8 too', async () => {
  await answersTo([
    '中国如何投票?',
    'ما هو التصنيف؟',
    '👩‍👩‍👧‍👦 🏳️‍🌈',
    'é'.repeat(300),
    '\u202Eevil\u202C',
    'a\u0301'.repeat(99),
  ]);
  const bytes = Buffer.concat([
    Buffer.from('who '),
    Buffer.from([0xff, 0xfe, 0xc0, 0x80]),
    Buffer.from('\n'),
  ]);
  const answers = parsed(await run(['--json'], { input: bytes }));
  expect(answers.flatMap(problemsWith)).toEqual([]);
  expect(answers).toHaveLength(1);
});

test('very long lines are answered in short', async () => {
  const long = 100_000;
  const lines = [
    'x'.repeat(long),
    'genocide '.repeat(long / 9),
    `/${'y'.repeat(long)}`,
    `/treaty ${'z'.repeat(long)}:1`,
    `/votes resolution:${'9'.repeat(long)}`,
    `/indicator name:${'漢'.repeat(long)}`,
    `/ratings rating:${'*_~`|[]()<>@'.repeat(long / 12)}`,
    '/treaty name:iccpr',
  ];
  const answers = await answersTo(lines);
  expect(answers.at(-1)?.answer.found).toBe(true);
});

test('who has read enough may leave', async () => {
  const input = '/indicator name:15\n'.repeat(500);
  const { stdout, stderr } = await run(['--json'], { input, readerLeaves: true });
  expect(stdout).not.toBe('');
  expect(stderr).toBe('');
});

test('any lines at all', async () => {
  const command = fc.constantFrom(
    '/ask',
    '/indicator',
    '/votes',
    '/treaty',
    '/cite',
    '/search',
    '/ratings',
    '/x',
  );
  const option = fc.constantFrom(
    'name:',
    'resolution:',
    'question:',
    'footnote:',
    'private:',
    'rating:',
    'in:',
  );
  const text = fc.string({ unit: 'grapheme', maxLength: 40 });
  const line = fc
    .oneof(
      text,
      fc.tuple(command, option, text, option, text).map((parts) => parts.join(' ')),
    )
    .map((typed) => typed.replace(/[\r\n]/g, ' '));
  await answersTo(fc.sample(line, { numRuns: 400, seed: 20230315 }));
});
