/** A button says everything needed to answer it. */
import { describe, expect, test } from 'vitest';
import { raw } from '../library.js';
import { ask, PRIVATE, pagesOf, press, pressLabel, type Reply } from './asking.js';
import { problemsOf } from './true-to-footnotes.js';

const SHARE = 'Share with the channel';
const titleOf = (reply: Reply) => reply.seen.head[0]?.text;

describe('every button', () => {
  test('under every kind of answer works, and its answer is as good as any', () => {
    const answers = [
      ask('ask', { question: 'Has China ratified the ICCPR?' }),
      ask('indicator', { name: '7' }),
      ask('indicator', { name: '15' }),
      ask('indicator', { name: 'rights' }),
      ask('ratings', { rating: 'fair' }),
      ask('ratings'),
      ask('trends'),
      ask('about'),
      ask('votes', { topic: 'Syria' }),
      ask('votes', { resolution: 'S/RES/2677' }),
      ask('votes', { resolution: 'S/RES/2613' }),
      ask('votes', { topic: 'Syria', position: 'yes' }),
      ask('treaty'),
      ask('treaty', { name: 'rome-statute' }),
      ask('treaty', { name: 'CEDAW' }),
      ask('cite', { footnote: '30' }),
      ask('cite', { footnote: 'Freedom House' }),
      ask('search', { query: 'human rights' }),
    ];
    for (const answer of answers) {
      for (const { label, customId, disabled } of answer.seen.buttons) {
        if (!customId || disabled) continue;
        const reply = press(customId, answer.message.flags);
        expect(reply.dispatched.understood, `${label} under ${titleOf(answer)}`).toBe(true);
        expect(reply.dispatched.answer, `${label} under ${titleOf(answer)}`).toBeDefined();
        expect(problemsOf(reply)).toEqual([]);
      }
    }
  });

  test('of a neighbour leads to it and back', () => {
    const reply = pressLabel(ask('indicator', { name: '7' }), 'Indicator 8 ›');
    expect(titleOf(reply)).toMatch(/^8 · /);
    expect(titleOf(pressLabel(reply, '‹ Indicator 7'))).toMatch(/^7 · /);
    expect(ask('indicator', { name: '36' }).seen.buttons.map((b) => b.label)).not.toContain('Indicator 37 ›');
  });
});

describe('an answer that only the asker sees', () => {
  const long =
    'What does the assessment say about foreign aid, development partnerships and other countries? '.repeat(
      3,
    );
  const answers: [string, Record<string, string>][] = [
    ['search', { query: 'human rights' }],
    ['ask', { question: 'Has China ratified the ICCPR?' }],
    ['ask', { question: long }],
    ['indicator', { name: '24', private: 'true' }],
    ['indicator', { name: raw.indicators[23]?.name ?? '', private: 'true' }],
    ['treaty', { name: raw.treaties.find((t) => t.id === 'cat')?.name ?? '', private: 'true' }],
    ['cite', { footnote: raw.footnotes[45]?.sources[0]?.title ?? '', private: 'true' }],
    ['votes', { private: 'true' }],
  ];

  test.each(answers)('of /%s %j can be shared with the channel', (command, options) => {
    const asked = ask(command, options);
    expect(asked.message.flags & PRIVATE).toBe(PRIVATE);
    const shared = pressLabel(asked, SHARE);
    expect(shared.dispatched.response.type).toBe(4);
    expect(shared.message.flags & PRIVATE).toBe(0);
    expect(shared.dispatched.answer?.evidence).toEqual(asked.dispatched.answer?.evidence);
    expect(shared.seen.buttons.map(({ label }) => label)).not.toContain(SHARE);
    expect(problemsOf(shared)).toEqual([]);
  });

  test('shares the page that is open', () => {
    const [, second] = pagesOf('votes', { private: 'true' });
    const shared = pressLabel(second as Reply, SHARE);
    expect(shared.seen.body).toEqual(second?.seen.body);
  });

  test('stays so for what a button under it opens', () => {
    const opened = pressLabel(ask('indicator', { name: '24', private: 'true' }), 'Sources (3)');
    expect(opened.message.flags & PRIVATE).toBe(PRIVATE);
  });
});

describe('an answer of several pages', () => {
  test('has them all, however long the name it was asked by', () => {
    const long = `${'violent extremism '.repeat(11)}`.trim();
    const pages = pagesOf('indicator', { name: '15' }).length;
    expect(pages).toBeGreaterThan(1);
    expect(ask('indicator', { name: long }).dispatched.answer?.evidence[0]?.id).toBe('15');
    expect(pagesOf('indicator', { name: long })).toHaveLength(pages);
  });

  test('has them all, whatever was searched for', () => {
    const words = 'report UNOHCHR Xinjiang Permanent Mission';
    const pages = pagesOf('search', { query: words }).length;
    expect(pages).toBeGreaterThan(1);
    expect(pagesOf('search', { query: `${words} ${'%;'.repeat((59 - words.length) / 2)}` })).toHaveLength(
      pages,
    );
  });
});
