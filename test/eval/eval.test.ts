/** What `npm run eval` measures by: the rules of scoring, the file of questions, what it is compared with. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { afterAll, describe, expect, test } from 'vitest';
import { createAsker, readable } from '../../eval/answers.js';
import { createCorpus, ENGINES } from '../../eval/baselines.js';
import { evaluate } from '../../eval/evaluation.js';
import { HALVES, type Question, readQuestions, UNANSWERABLE } from '../../eval/questions.js';
import { reportOf } from '../../eval/report.js';
import { faultsOf, figuresOf, type Given, mark, rankOf } from '../../eval/scoring.js';
import { edition, library, raw } from '../library.js';

const questions = readQuestions(fileURLToPath(new URL('questions.json', import.meta.url)));

const GOLD = { indicators: [], footnotes: [], votes: [], answer: 'So.', must_include: [], must_match: [] };

function question(gold: Partial<Question['gold']> = {}, more: Partial<Question> = {}): Question {
  return { id: 'q', q: 'what?', type: 'fact', gold: { ...GOLD, ...gold }, ...more };
}

function given(evidence: string, more: Partial<Given> = {}): Given {
  const read = evidence.split(' ').filter(Boolean);
  return {
    found: true,
    evidence: read.map((e) => ({ kind: e.split(':')[0] ?? '', id: e.split(':')[1] ?? '' })),
    sources: [],
    text: '',
    ...more,
  };
}

const marked = (q: Question, g: Given) => mark(q, g, (treaty) => (treaty === 'cat' ? [11] : []));

describe('an answer', () => {
  test('is right at 1 where the first evidence is gold, and right at 3 where one of the first three is', () => {
    const q = question({ indicators: [15], votes: ['S/RES/2677'] });
    expect(marked(q, given('indicator:15 indicator:2'))).toMatchObject({ rightAt1: true, rightAt3: true });
    expect(marked(q, given('indicator:2 footnote:15 vote:S/RES/2677'))).toMatchObject({
      rightAt1: false,
      rightAt3: true,
    });
    expect(marked(q, given('indicator:1 indicator:2 indicator:3 indicator:15')).rightAt3).toBe(false);
    expect(marked(q, given('')).rightAt3).toBe(false);
  });

  test('has the rank of the first evidence that is gold', () => {
    const q = question({ indicators: [15] });
    const rank = (evidence: string) => rankOf(q, given(evidence).evidence, () => []);
    expect(rank('indicator:1 indicator:2 indicator:3 indicator:15')).toBe(4);
    expect(rank('indicator:1')).toBe(Number.POSITIVE_INFINITY);
    expect(rankOf(question({}), [], () => [])).toBe(1);
  });

  test.each([
    ['footnote:24', { footnotes: [24] }, true],
    ['indicator:24', { footnotes: [24] }, false],
    ['vote:A/RES/77/230', { votes: ['A/RES/77/230'] }, true],
    ['vote:A/RES/77/231', { votes: ['A/RES/77/230'] }, false],
    ['treaty:cat', { indicators: [11] }, true],
    ['treaty:iccpr', { indicators: [11] }, false],
    ['overview:3', { overview: [6] }, true],
    ['overview:6', { indicators: [6] }, false],
  ])('with the evidence %s to %j is right: %s', (evidence, gold, right) => {
    expect(marked(question(gold), given(evidence)).rightAt1).toBe(right);
  });

  test('to a question about the whole table needs no evidence', () => {
    expect(marked(question({ must_include: ['36'] }), given('', { text: '36 of them' })).correct).toBe(true);
  });

  test('says what it should, whatever the case, the quotes and the markup', () => {
    const q = question({ must_include: ["china's", 'very weak', '7|seven'] });
    expect(marked(q, given('', { text: '**China’s** rating: _Very_ Weak, seven times' })).unsaid).toEqual([]);
    expect(marked(q, given('', { text: 'China’s rating' })).unsaid).toEqual(['very weak', '7|seven']);
  });

  test('says what a pattern asks for, in the text as it is written or as it is read', () => {
    const q = question({ must_match: ['(?<!very )\\bweak\\b', '^\\*\\*'] });
    expect(marked(q, given('', { text: '**Weak**' })).unsaid).toEqual([]);
    expect(marked(q, given('', { text: '**Very weak**' })).unsaid).toEqual(['(?<!very )\\bweak\\b']);
  });

  test('cites where every footnote of the gold is among its sources', () => {
    const q = question({ footnotes: [33, 34] });
    expect(marked(q, given('', { sources: [34, 1, 33] })).cites).toBe(true);
    expect(marked(q, given('', { sources: [33] }))).toMatchObject({ cites: false, uncited: [34] });
    expect(marked(question(), given('')).cites).toBeNull();
  });

  test('is correct where it is right at 3 and says it, and was not declined', () => {
    const q = question({ indicators: [1], must_include: ['fair'] });
    expect(marked(q, given('indicator:2 indicator:1', { text: 'Fair' })).correct).toBe(true);
    expect(marked(q, given('indicator:1', { text: 'Weak' })).correct).toBe(false);
    expect(marked(q, given('indicator:2', { text: 'Fair' })).correct).toBe(false);
    expect(marked(q, given('indicator:1', { text: 'Fair', found: false })).correct).toBe(false);
  });

  test('that declines is right where the assessment does not answer, and there alone', () => {
    const none = question({ expect: 'abstain' }, { type: UNANSWERABLE });
    expect(marked(none, given('', { found: false }))).toMatchObject({ abstains: true, correct: false });
    expect(marked(none, given('indicator:1'))).toMatchObject({ abstains: false, correct: false });
    expect(marked(question(), given('', { found: false })).abstains).toBe(false);
  });

  test('has its faults named', () => {
    const q = question({ indicators: [1], footnotes: [9], must_include: ['fair'] });
    expect(faultsOf(marked(q, given('indicator:1', { text: 'Fair', sources: [9] })))).toEqual([]);
    expect(faultsOf(marked(q, given('indicator:2 indicator:1')))).toEqual([
      'right at 3, not at 1',
      'does not say "fair"',
      'does not cite 9',
    ]);
    expect(faultsOf(marked(q, given('', { found: false })))[0]).toBe('declined');
  });
});

describe('the figures', () => {
  test('are shares of the questions that each is about', () => {
    const none = question({}, { type: UNANSWERABLE });
    const one = question({ indicators: [1], footnotes: [9], must_include: ['fair'] });
    const two = question({ indicators: [2] });
    const figures = figuresOf([
      marked(none, given('', { found: false })),
      marked(none, given('indicator:3')),
      marked(one, given('indicator:1', { text: 'fair', sources: [9] })),
      marked(one, given('indicator:2 indicator:1', { text: 'weak' })),
      marked(two, given('indicator:1')),
      marked(two, given('', { found: false })),
    ]);
    expect(figures).toEqual({
      questions: 6,
      rightAt1: 1 / 4,
      rightAt3: 2 / 4,
      says: 3 / 4,
      cites: 1 / 2,
      abstains: 1 / 2,
      correct: 1 / 4,
      wronglySilent: 1 / 4,
      overall: 2 / 6,
    });
  });

  test('are absent where no question is about them', () => {
    expect(figuresOf([marked(question(), given(''))])).toMatchObject({ cites: null, abstains: null });
  });
});

test('everything that a message shows is read, and nothing else', () => {
  const components = [
    {
      type: 17,
      components: [
        { type: 10, content: '**Weak**' },
        {
          type: 9,
          components: [{ type: 10, content: 'said' }],
          accessory: { type: 2, label: 'Open', custom_id: 'x' },
        },
        { type: 12, items: [{ description: 'a chart', media: { url: 'attachment://c.png' } }] },
      ],
    },
    { type: 1, components: [{ type: 3, options: [{ label: 'APA', value: 'apa', description: 'a style' }] }] },
  ] as unknown as APIMessageTopLevelComponent[];
  expect(readable({ components })).toBe('**Weak**\nsaid\nOpen\na chart\nAPA\na style');
});

test('an answer of the program is read with its evidence, sources and text', () => {
  const { ask, read } = createAsker(library);
  const answer = read(ask('kigali principles'));
  expect(answer.found).toBe(true);
  expect(answer.evidence[0]).toMatchObject({ kind: 'indicator', id: '35' });
  expect(answer.text).toContain('Kigali');
});

test.each(ENGINES)('$name finds documents, and answers with what they say', ({ build }) => {
  const corpus = createCorpus(edition);
  const answer = corpus.answerFrom(build(corpus.entries)('kigali principles'));
  expect(answer.evidence.map(({ kind, id }) => `${kind} ${id}`)).toContain('indicator 35');
  expect(answer.evidence.length).toBeLessThanOrEqual(3);
  expect(build(corpus.entries)('human rights', 10).length).toBeGreaterThanOrEqual(10);
  expect(answer.text).toContain('Very Weak');
  expect(corpus.answerFrom(build(corpus.entries)('qqqq')).found).toBe(false);
});

test('misses of the check half are numbers until they are asked for', () => {
  const wrong = (split: 'tune' | 'check') =>
    question({ indicators: [36], must_include: ['zzz'] }, { id: split, q: `education ${split}?`, split });
  const evaluation = evaluate([wrong('tune'), wrong('check')], raw, { alone: true });
  const report = reportOf(evaluation, { misses: true, showCheck: false });
  expect(report).toContain('Misses of the tune half: 1 of 1\n- tune [fact] education tune?');
  expect(report).toContain('does not say "zzz"');
  expect(report).toContain('Misses of the check half: 1 of 1 (fact 1)');
  expect(report).not.toContain('education check?');
  expect(reportOf(evaluation, { misses: true, showCheck: true })).toContain('education check?');
});

describe('a file of questions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-eval-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'q.json');
  const good = { id: 'q1', q: 'what?', type: 'fact', gold: { answer: 'So.' } };

  test.each<[string, unknown, string]>([
    ['is no JSON', '[{', 'is not JSON'],
    ['is no list', '{}', 'the file: Invalid input: expected array'],
    ['is empty', '[]', 'the file:'],
    ['lacks a field', [{ ...good, q: undefined }], '[0] (q1) q: '],
    [
      'has a field of another type',
      [good, { ...good, id: 'q2', gold: { answer: 'So.', indicators: [1, 'x'] } }],
      '[1] (q2) gold.indicators[1]: ',
    ],
    ['has an unknown field', [{ ...good, gold: { answer: 'So.', must_inclde: [] } }], '[0] (q1) gold: '],
    [
      'has a broken pattern',
      [{ ...good, gold: { answer: 'So.', must_match: ['('] } }],
      '[0] (q1) gold.must_match[0]: expected a regular expression',
    ],
    ['has an id twice', [good, good], '[1] (q1) id: expected an id of its own'],
    [
      'has halves for some alone',
      [
        { ...good, split: 'tune' },
        { ...good, id: 'q2' },
      ],
      '[1] (q2) split: ',
    ],
  ])('that %s is refused, with the place', (_, content, message) => {
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    expect(() => readQuestions(file)).toThrow(message);
  });

  test('that is not there is refused by its name', () => {
    expect(() => readQuestions(join(folder, 'none.json'))).toThrow('none.json cannot be read');
  });

  test('may leave out what is empty, and halves', () => {
    writeFileSync(file, JSON.stringify([good]));
    expect(readQuestions(file)).toEqual([{ ...good, gold: { ...GOLD, answer: 'So.' } }]);
  });
});

describe('the questions', () => {
  const unanswerable = questions.filter(({ type }) => type === UNANSWERABLE);
  const answerable = questions.filter(({ type }) => type !== UNANSWERABLE);
  const KINDS = [
    'compare',
    'count',
    'fact',
    'list',
    'rating',
    'source',
    'treaty',
    'trend',
    'vote',
    UNANSWERABLE,
  ];

  test('are many, and many of them have no answer', () => {
    expect(questions.length).toBeGreaterThanOrEqual(150);
    expect(unanswerable.length).toBeGreaterThanOrEqual(40);
  });

  test('differ from each other', () => {
    const asked = questions.map(({ q }) => q.toLowerCase());
    expect(asked.filter((q, i) => asked.indexOf(q) < i)).toEqual([]);
  });

  test('are about every indicator', () => {
    const covered = new Set(answerable.flatMap(({ gold }) => gold.indicators));
    expect(raw.indicators.map(({ number }) => number).filter((number) => !covered.has(number))).toEqual([]);
  });

  test('have halves of about one size, with every kind in each', () => {
    for (const half of HALVES) {
      const inHalf = questions.filter(({ split }) => split === half);
      expect(inHalf.length / questions.length).toBeGreaterThan(0.45);
      expect([...new Set(inHalf.map(({ type }) => type))].sort()).toEqual([...KINDS].sort());
    }
  });

  test('name evidence that exists', () => {
    const known = {
      indicators: raw.indicators.map(({ number }) => number),
      footnotes: raw.footnotes.map(({ number }) => number),
      votes: raw.votes.map(({ resolution }) => resolution),
      overview: raw.overview.map((_, i) => i + 1),
    };
    const unknown = questions.flatMap(({ id, gold }) =>
      [gold, gold.near ?? {}].flatMap((named) =>
        Object.entries(known).flatMap(([kind, ids]) =>
          (((named as Record<string, unknown>)[kind] as (number | string)[] | undefined) ?? [])
            .filter((n) => !(ids as (number | string)[]).includes(n))
            .map((n) => `${id}: ${kind} ${n}`),
        ),
      ),
    );
    expect(unknown).toEqual([]);
  });

  test('ask of an answer that it says something, and of no answer that it declines', () => {
    const asksNothing = answerable.filter(
      ({ gold }) => gold.must_include.length + gold.must_match.length === 0,
    );
    expect(asksNothing.map(({ id }) => id)).toEqual([]);
    const emptyParts = answerable.filter(({ gold }) =>
      gold.must_include.some((wanted) => wanted.split('|').includes('')),
    );
    expect(emptyParts.map(({ id }) => id)).toEqual([]);
    expect(answerable.filter(({ gold }) => gold.expect).map(({ id }) => id)).toEqual([]);
    expect(unanswerable.filter(({ gold }) => !gold.expect).map(({ id }) => id)).toEqual([]);
  });
});
