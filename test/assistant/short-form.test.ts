/** What stands in a button says the same again, however long the question was. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/assistant/answer-question.js';
import type { Found } from '../../src/assistant/found.js';
import { REASONS, type Reason, type Reply } from '../../src/assistant/reply.js';
import { packReply, unpackReply } from '../../src/commands/short-form.js';
import { ask, PRIVATE, pagesOf, press, pressLabel } from '../commands/asking.js';
import { problemsOf } from '../commands/true-to-footnotes.js';
import { edition, raw } from '../library.js';
import { toldBy } from './told.js';

const SHARE = 'Share with the channel';
/** As long as a question may be, with words that ask for nothing more. */
const long = (question: string) => 'please '.repeat(Math.floor((300 - question.length) / 7)) + question;

const QUESTIONS: [kind: string, question: string][] = [
  ['a rating', 'How is press freedom rated?'],
  ['statements', 'what does the report say about Xinjiang?'],
  ['one vote', 'How did China vote on A/RES/77/230?'],
  ['votes', 'How did China vote in 2022?'],
  ['a premise', 'Did China vote yes on Syria?'],
  ['the bodies compared', 'which body did China vote against most?'],
  ['a treaty', 'Has China ratified the ICCPR?'],
  ['treaties', 'which treaties has China not ratified?'],
  ['a count', 'how many indicators are very weak?'],
  ['ratings compared', 'most common rating'],
  ['sources', 'footnotes 5, 10, 14, 20 and 41'],
  ['the outline', 'how many indicators are there?'],
  ['another country', 'How is Russia rated on civil society?'],
  ['a reason', 'why did China vote against the Syria resolutions?'],
  ['a subject', 'Falun Gong'],
];

describe('a question of 300 characters', () => {
  test.each(QUESTIONS)('on %s can be shared, and says the same', (_, question) => {
    const asked = ask('ask', { question: long(question) });
    expect(asked.message.flags & PRIVATE).toBe(PRIVATE);
    const shared = pressLabel(asked, SHARE);
    expect(shared.message.flags & PRIVATE).toBe(0);
    expect(problemsOf(shared)).toEqual([]);
    expect(shared.dispatched.answer).toEqual(asked.dispatched.answer);
    expect(shared.seen.said).toBe(asked.seen.said);
  });

  test.each(QUESTIONS)('on %s has as many pages as a short one', (_, question) => {
    const pages = pagesOf('ask', { question: long(question) });
    const short = pagesOf('ask', { question });
    expect(toldBy(pages).text.replaceAll(long(question), '')).toBe(toldBy(short).text);
    expect(pages).toHaveLength(short.length);
  });

  test('pages where there is too much for one message', () => {
    expect(pagesOf('ask', { question: long('footnotes 5, 10, 14, 20 and 41') }).length).toBeGreaterThan(1);
  });
});

const founds: Found[] = [
  ...raw.indicators.flatMap((i) =>
    i.statements.map((_, at): Found => ({ kind: 'indicator', id: String(i.number), at, terms: [] })),
  ),
  ...raw.votes.map((v): Found => ({ kind: 'vote', id: v.resolution, at: 0, terms: [] })),
  ...raw.treaties.flatMap((t) =>
    t.statements.map((_, at): Found => ({ kind: 'treaty', id: t.id, at, terms: [] })),
  ),
  ...raw.footnotes.map((f): Found => ({ kind: 'footnote', id: String(f.number), at: 0, terms: [] })),
  ...raw.overview.map((_, i): Found => ({ kind: 'overview', id: String(i + 1), at: 0, terms: [] })),
];
const found = fc.constantFrom(...founds);
const some = fc.array(found, { maxLength: 5 });
const atLeastOne = fc.array(found, { minLength: 1, maxLength: 5 });
const symbol = fc.constantFrom(...raw.votes.map((v) => v.resolution));
const replies: fc.Arbitrary<Reply> = fc.oneof(
  fc.record({ kind: fc.constant('facts' as const), picks: atLeastOne }),
  fc.record({ kind: fc.constant('rated' as const), picks: atLeastOne }),
  fc.record(
    {
      kind: fc.constant('scores' as const),
      by: fc.constantFrom('indicator' as const, 'area' as const, 'rating' as const),
      area: fc.constantFrom(...raw.areas.map(({ id }) => id)),
      ratings: fc.uniqueArray(
        fc.constantFrom('very-weak' as const, 'weak' as const, 'fair' as const, 'very-strong' as const),
        { minLength: 1, maxLength: 3 },
      ),
      trend: fc.constantFrom('unchanged' as const, 'decrease' as const, 'increase' as const),
      update: fc.constant('none' as const),
    },
    { requiredKeys: ['kind', 'by'] },
  ),
  fc.record(
    {
      kind: fc.constant('votes' as const),
      symbols: fc.subarray(
        raw.votes.map((v) => v.resolution),
        { minLength: 1 },
      ),
      absent: fc.array(fc.constantFrom('S/RES/2613', 'A/RES/77/231', 'A/HRC/RES/1/1'), {
        minLength: 1,
        maxLength: 3,
      }),
      misdated: fc.array(fc.record({ symbol, year: fc.integer({ min: 1946, max: 2099 }) }), {
        minLength: 1,
        maxLength: 2,
      }),
      claim: fc.constantFrom('yes' as const, 'no' as const, 'abstained' as const, 'without-vote' as const),
      byBody: fc.constant(true),
      differing: fc.subarray(
        raw.votes.map((v) => v.resolution),
        { minLength: 1 },
      ),
    },
    { requiredKeys: ['kind', 'symbols'] },
  ),
  fc.record({
    kind: fc.constant('treaties' as const),
    ids: fc.subarray(
      raw.treaties.map(({ id }) => id),
      { minLength: 1 },
    ),
  }),
  fc.record({
    kind: fc.constant('sources' as const),
    footnotes: fc.subarray(
      raw.footnotes.map(({ number }) => number),
      { minLength: 1 },
    ),
    picks: some,
  }),
  fc.record({ kind: fc.constant('outline' as const) }),
  fc.record(
    {
      kind: fc.constant('declined' as const),
      reason: fc.constantFrom(...(Object.keys(REASONS) as Reason[])),
      near: some,
      subject: fc.string({ minLength: 1, maxLength: 40 }).filter((text) => !text.includes('~')),
    },
    { requiredKeys: ['kind', 'reason', 'near'] },
  ),
);

describe('the short form of a reply', () => {
  test('stands for that reply', () => {
    fc.assert(
      fc.property(replies, (reply) => {
        expect(unpackReply(packReply(reply, edition), edition)).toEqual(reply);
      }),
      { numRuns: 2000 },
    );
  });

  test('of whatever a question comes to fits a button, and says the same', () => {
    for (const [, question] of QUESTIONS) {
      const reply = answerQuestion(question, edition);
      const short = packReply(reply, edition);
      expect(short.length).toBeLessThan(80);
      const again = unpackReply(short, edition);
      expect(again && packReply(again, edition)).toBe(short);
    }
  });

  test.each([
    ['', 'nothing'],
    ['zz~~~', 'a kind that there is not'],
    ['f~i99.3', 'an indicator of another edition'],
    ['f~i1.99', 'a statement of another edition'],
    ['v~0', 'no vote'],
    ['v~!!', 'no number'],
    ['t~cedaw', 'a treaty of another edition'],
    ['s~49~', 'a footnote of another edition'],
    ['d~Q~', 'a reason that there is not'],
    ['c~x~~~~', 'a table that there is not'],
  ])('%s, which stands for %s, is no reply', (short) => {
    expect(unpackReply(short, edition)).toBeUndefined();
  });

  test('that is foreign or broken is answered all the same, and nothing is thrown', () => {
    const code = fc
      .constantFrom(...'frcvtsod', 'x')
      .chain((kind) =>
        fc
          .array(
            fc.oneof(
              fc.string({ maxLength: 8 }),
              fc.constantFrom(
                'i1',
                'i15.2',
                'i99',
                's2612',
                'f5',
                'constructor',
                '__proto__',
                'toString',
                '-1',
                '1e9',
                'none',
              ),
            ),
            { maxLength: 5 },
          )
          .map((parts) => [kind, ...parts].join('~')),
      );
    const escaped = (value: string) => value.replace(/%/g, '%25').replace(/;/g, '%3B');
    fc.assert(
      fc.property(
        fc.oneof(code, fc.string({ unit: 'binary', maxLength: 40 })),
        fc.constantFrom('ask', 'Find sources'),
        (short, command) => {
          expect(problemsOf(press(`1t1;${command};show=${escaped(short)}`))).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
