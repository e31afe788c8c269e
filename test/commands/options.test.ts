/** Options as they are typed: choices by any of their names, and calm words for what cannot be used. */
import { describe, expect, test } from 'vitest';
import { ask, complete, dispatch, PRIVATE, press, type Reply } from './asking.js';
import { problemsOf } from './true-to-footnotes.js';

const idsOf = (reply: Reply) => reply.dispatched.answer?.evidence.map((e) => e.id);

describe('a choice', () => {
  const spellings: [string, string, string, string[]][] = [
    ['ratings', 'rating', 'very-weak', ['Very Weak', 'VERY WEAK', 'very weak', 'very-weak', ' Very-Weak ']],
    ['ratings', 'rating', 'weak', ['Weak', 'WEAK', 'we']],
    ['ratings', 'trend', 'decrease', ['Decrease', 'worse', 'DOWN', 'decreased', 'dec']],
    [
      'ratings',
      'area',
      'united-nations',
      ['United Nations, prevention, Peacekeeping, and assistance', 'united nations'],
    ],
    ['votes', 'body', 'security-council', ['Security Council', 'UNSC', 'sc', 'un security council', 'Sec']],
    ['votes', 'body', 'human-rights-council', ['HRC', 'unhrc', 'Human Rights Council']],
    ['votes', 'position', 'no', ['No', 'against', 'Voted Against', 'No (against)']],
    ['votes', 'position', 'without-vote', ['consensus', 'Adopted by consensus', 'without vote']],
    ['votes', 'position', 'abstained', ['abstain', 'ABSTENTION']],
  ];

  test.each(spellings)('of /%s %s: %s is taken by all of its names', (command, option, value, names) => {
    const meant = ask(command, { [option]: value });
    expect(meant.dispatched.answer?.found).toBe(true);
    for (const name of names) expect(idsOf(ask(command, { [option]: name })), name).toEqual(idsOf(meant));
  });
});

describe('what cannot be used', () => {
  const long = 'x'.repeat(501);
  const refused: [string, Record<string, string>, RegExp][] = [
    [
      'ratings',
      { rating: 'splendid' },
      /“splendid” is not one of the choices for rating\. Choose Very Weak, Weak, Fair, Strong or Very Strong\./,
    ],
    ['ratings', { rating: 'very' }, /“very” is not one of the choices for rating/],
    ['ratings', { trend: 'sideways' }, /Choose Unchanged, Decrease or Increase\./],
    ['votes', { year: '2020' }, /Choose 2021, 2022 or 2023\./],
    ['votes', { body: '@everyone' }, /“@everyone” is not one of the choices for body/],
    ['votes', { position: 'perhaps' }, /not one of the choices for position/],
    ['cite', {}, /\/cite needs footnote/],
    ['cite', { footnote: '   ' }, /\/cite needs footnote/],
    ['cite', { footnote: '24', style: 'crayon' }, /not one of the choices for style/],
    ['indicator', {}, /\/indicator needs name/],
    ['indicator', { name: '\u200b\u200b' }, /\/indicator needs name/],
    ['indicator', { name: long }, /too long for name: 200 characters fit, 501 were given/],
    ['treaty', { name: long }, /too long for name/],
    ['votes', { resolution: long }, /too long for resolution/],
    ['search', {}, /\/search needs query/],
    ['search', { query: 'rights', in: 'everything' }, /not one of the choices for in\. Choose Indicators/],
    ['search', { query: long }, /too long for query/],
    ['ask', {}, /\/ask needs question/],
    ['ask', { question: long }, /too long for question/],
    ['trends', { private: 'perhaps' }, /Write private:true or private:false/],
    ['trends', { private: long }, /too long for private: 500 characters fit/],
    ['no-such-command', {}, /no command \/no-such-command/],
    ['\u200frat\u202eings', {}, /no command \/ratings any more/],
    [`${'x'.repeat(31)}😀 and on`, {}, /no command \/x{31}😀 any more/u],
  ];

  test.each(refused)('/%s %j is declined in a calm, private sentence', (command, options, said) => {
    const reply = ask(command, options);
    expect(reply.seen.said).toMatch(said);
    expect(reply.seen.said).not.toMatch(/error|exception|undefined|stack|sorry/i);
    expect(reply.message.flags & PRIVATE).toBe(PRIVATE);
    expect(reply.dispatched.understood).toBe(false);
    expect(reply.dispatched.answer).toBeUndefined();
    expect(problemsOf(reply)).toEqual([]);
  });

  test.each<[unknown]>([[{ toString: 1 }], [['China']], [{}], [null]])(
    '%j in place of a text is none',
    (value) => {
      const reply = ask('ask', { question: value as string });
      expect(reply.seen.said).toMatch(/\/ask needs question/);
      expect(problemsOf(reply)).toEqual([]);
    },
  );

  test('is no assessment, and choices come from the newest', () => {
    const assessment = { toString: 1 } as unknown as string;
    expect(complete('votes', { assessment, topic: '' }, 'topic')).toEqual(
      complete('votes', { topic: '' }, 'topic'),
    );
  });

  test.each([
    '',
    '1',
    '1t1;cite;footnote=24',
    '3t1;cite;footnote=24',
    '1t1;gone;x=1',
    '1t0;cite;footnote=24',
    'x'.repeat(101),
    '1t1;cite',
  ])('the button %j is declined, and says what to do', (customId) => {
    const reply = press(customId);
    expect(reply.dispatched.understood).toBe(false);
    expect(reply.message.flags & PRIVATE).toBe(PRIVATE);
    expect(problemsOf(reply)).toEqual([]);
  });
});

describe('private', () => {
  test.each([
    ['search', { query: 'rights' }, true],
    ['ask', { question: 'Uyghurs' }, true],
    ['indicator', { name: '1' }, false],
    ['votes', {}, false],
    ['cite', { footnote: '1' }, false],
    ['about', {}, false],
  ] as [string, Record<string, string>, boolean][])(
    '/%s %j is so by default: %s',
    (command, options, expected) => {
      expect((ask(command, options).message.flags & PRIVATE) !== 0).toBe(expected);
      expect(ask(command, { ...options, private: 'true' }).message.flags & PRIVATE).toBe(PRIVATE);
      expect(ask(command, { ...options, private: 'false' }).message.flags & PRIVATE).toBe(0);
    },
  );
});

describe('a ping', () => {
  test('is answered with a pong', () => {
    expect(dispatch({ type: 1 } as never).response).toEqual({ type: 1 });
  });
});
