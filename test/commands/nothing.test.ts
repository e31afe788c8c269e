/** Three kinds of nothing read differently, and what is absent is never given as something near. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { raw } from '../library.js';
import { ask, complete } from './asking.js';
import { problemsOf } from './true-to-footnotes.js';

const NOT_MENTIONED = /is not in this assessment, which says nothing about it/;
const NO_UPDATE = /The report (?:has|found) no (?:update|new information|new evidence) on/;
const NOBODYS = /no state’s position was recorded/;

describe('nothing', () => {
  test('that the report does not mention is said to be not in it', () => {
    const { said } = ask('votes', { resolution: 'S/RES/2613' }).seen;
    expect(said).toMatch(NOT_MENTIONED);
    expect(said).not.toMatch(NO_UPDATE);
    expect(said).not.toMatch(NOBODYS);
  });

  test('in a message that names any number of resolutions, of any length, is told in a message that fits', () => {
    const many = Array.from({ length: 200 }, (_, i) => `S/RES/${1500 + i}`).join(' ');
    for (const message of [`A/HRC/RES/50/19e${'x'.repeat(3000)}`, many, `${many} S/RES/2677`]) {
      const reply = ask('Find sources', { message });
      expect(problemsOf(reply)).toEqual([]);
      expect(reply.seen.said).toContain('not in this assessment');
    }
    expect(ask('Find sources', { message: many }).seen.said).toMatch(
      /S\/RES\/1511 and \d+ others are not in/,
    );
  });

  test.each(raw.indicators.filter((i) => i.update === 'none').map((i) => i.number))(
    'new on indicator %i is said to be no update',
    (number) => {
      const { said } = ask('indicator', { name: String(number) }).seen;
      expect(said).toMatch(NO_UPDATE);
      expect(said).not.toMatch(NOT_MENTIONED);
      expect(said).not.toMatch(NOBODYS);
    },
  );

  test.each(raw.votes.filter((v) => v.position === 'without-vote').map((v) => v.resolution))(
    'of individual positions on %s is said to be nobody’s',
    (resolution) => {
      const { said } = ask('votes', { resolution }).seen;
      expect(said).toMatch(NOBODYS);
      expect(said).not.toMatch(NOT_MENTIONED);
      expect(said).not.toMatch(NO_UPDATE);
    },
  );
});

describe('a resolution that the report does not list', () => {
  const known = new Set(raw.votes.map((v) => v.resolution));
  const number = (max: number) => fc.integer({ min: 1, max });
  const regular = fc
    .oneof(
      number(2999).map((n) => `S/RES/${n}`),
      fc.tuple(fc.integer({ min: 31, max: 79 }), number(350)).map(([s, n]) => `A/RES/${s}/${n}`),
      fc.tuple(number(60), number(60)).map(([s, n]) => `A/HRC/RES/${s}/${n}`),
      // One digit other than one that it does list.
      fc.tuple(fc.constantFrom(...known), number(9)).map(([s, digit]) => `${s.slice(0, -1)}${digit}`),
    )
    .filter((s) => !known.has(s));
  /** One digit more or less, which may be no symbol at all. */
  const slips = fc
    .oneof(
      fc.constantFrom(...known).map((s) => s.slice(0, -1)),
      fc.tuple(fc.constantFrom(...known), number(9)).map(([s, digit]) => `${s}${digit}`),
    )
    .filter((s) => !known.has(s));
  const symbol = fc.oneof(regular, slips);
  const written = fc
    .tuple(
      symbol,
      fc.constantFrom(
        (s: string) => s,
        (s: string) => s.toLowerCase(),
        (s: string) => ` ${s}. `,
      ),
    )
    .map(([s, write]) => ({ symbol: s, typed: write(s) }));

  test('brings up no other in its place', () => {
    fc.assert(
      fc.property(written, ({ symbol: asked, typed }) => {
        const { seen, dispatched } = ask('votes', { resolution: typed });
        expect(dispatched.answer).toMatchObject({ found: false, evidence: [], sources: [] });
        const labels = seen.buttons.map(({ label }) => label).join('\n');
        const others = `${seen.said}\n${labels}`.match(/[AS]\/(?:HRC\/)?RES\/[\w/-]*\w/g) ?? [];
        const examples = ['S/RES/2666', 'A/RES/77/230', 'A/HRC/RES/51/28'];
        const declined = /is not the symbol of a resolution/.test(seen.said) ? examples : [];
        expect(others.filter((s) => known.has(s) && s !== asked && !declined.includes(s))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  const bringsUpNoVote = (
    symbols: fc.Arbitrary<string>,
    call: (s: string) => [string, Record<string, string>],
  ) =>
    fc.assert(
      fc.property(symbols, (asked) => {
        const { answer } = ask(...call(asked)).dispatched;
        expect(answer?.evidence.filter((e) => e.kind === 'vote')).toEqual([]);
      }),
      { numRuns: 60 },
    );

  test('is not searched for either', () => bringsUpNoVote(symbol, (query) => ['search', { query }]));

  test('brings up no other vote in answer to a question', () =>
    bringsUpNoVote(regular, (s) => ['ask', { question: `How did China vote on ${s}?` }]));

  test('brings up none where it is so misspelled that it is no symbol', () =>
    bringsUpNoVote(slips, (s) => ['ask', { question: `How did China vote on ${s}?` }]));

  test('is offered the lists that there are', () => {
    const { seen } = ask('votes', { resolution: 'S/RES/2613' });
    expect(seen.said).toContain(
      'The assessment lists 27 resolutions from 2021 to 2023: 7 of the Security Council, 7 of the General Assembly and 13 of the Human Rights Council.',
    );
    expect(seen.buttons.map(({ label }) => label)).toEqual(['Votes of the Security Council', 'All votes']);
  });

  test('has nothing offered for it while it is typed', () => {
    for (const resolution of ['S/RES/2613', 'UNSC 2613', 'A/RES/77/231', '2613']) {
      expect(complete('votes', { resolution }, 'resolution')).toEqual([]);
    }
  });
});
