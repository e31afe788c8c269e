/** Names offered while someone types, and the one record that a name means. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveNamed } from '../../src/commands/named.js';
import { plain } from '../../src/index/language.js';
import type { NamedKind } from '../../src/index/names.js';
import { edition } from '../library.js';

const { indicators, footnotes, treaties } = edition.assessment;
const offered = (kind: NamedKind, typed: string) =>
  edition.suggest(kind, typed).map(({ id, tier }) => `${id} ${tier}`);

describe('indicators', () => {
  test.each([
    ['4', ['4 exact']],
    ['36', ['36 exact']],
    ['indicator 12', ['12 exact']],
    ['kigali-principles', ['35 exact']],
    ['kigali principles', ['35 exact']],
    ['KIGALI PRINCIPLES.', ['35 exact']],
    ['kigali', ['35 alias']],
    ['nhri', ['9 alias']],
    ['icc', ['8 alias', '7 prefix']],
    ['universal periodic reviews', ['11 alias']],
    ['kiga', ['35 prefix']],
    ['peacek', ['33 prefix', '34 prefix']],
    ['uni per', ['11 words']],
    ['freedom of the pr', ['19 spelling']],
    ['uyghur figh', ['22 spelling']],
    ['kigalli principels', ['35 spelling']],
    ['peackeepers', ['34 spelling', '33 spelling']],
    ['overseas polce', ['20 spelling']],
  ])('%s: %j', (typed, expected) => {
    expect(offered('indicator', typed)).toEqual(expected);
  });

  test('a better tier comes first, and the report’s order within one', () => {
    const found = offered('indicator', 'r2p');
    expect(found.slice(0, 2)).toEqual(['4 prefix', '23 prefix']);
    expect(found.slice(2)).toContain('6 words');
  });
});

describe('footnotes', () => {
  test.each([
    ['24', ['24 exact']],
    ['fn 24', ['24 exact']],
    ['footnote 24', ['24 exact']],
    ['#24', ['24 exact']],
    ['4', ['4 exact']],
    ['rsf', ['24 alias']],
    ['maizland', ['13 alias', '14 alias']],
    ['lindsay maizland', ['13 alias', '14 alias']],
    ['foot', ['45 alias']],
    ['sipri', ['43 spelling']],
    ['the long arm', ['27 prefix']],
    ['long arm', ['27 words']],
    ['washington p', ['39 words']],
    ['hrw', ['5 alias', '23 alias', '29 alias']],
    ['members', ['3 exact']],
    ['menbers', ['3 spelling']],
  ])('%s: %j', (typed, expected) => {
    expect(offered('footnote', typed)).toEqual(expected);
  });

  test('a year is a whole word of a title', () => {
    expect(offered('footnote', '2022')).toContain('10 prefix');
    expect(offered('footnote', '202')).toEqual([]);
  });
});

describe('treaties', () => {
  test.each([
    ['iccpr', ['iccpr exact']],
    ['att', ['arms-trade-treaty alias']],
    // Not the ICCPR, though that begins so.
    ['icc', ['rome-statute alias', 'iccpr prefix']],
    ['rome statute', ['rome-statute exact']],
    ['arms trade', ['arms-trade-treaty prefix']],
    ['racial discrimination convention', ['cerd alias']],
    ['racail discrimination', ['cerd spelling']],
    ['torture', ['cat words']],
    ['uncrc', ['crc alias']],
    ['paris agreement', []],
  ])('%s: %j', (typed, expected) => {
    expect(offered('treaty', typed)).toEqual(expected);
  });
});

describe.each([
  ['indicator', indicators.map((i) => String(i.number))],
  ['footnote', footnotes.map((f) => String(f.number))],
  ['treaty', treaties.map((t) => t.id)],
] as const)('every %s', (kind, all) => {
  test('is offered in order in an empty box, up to what fits', () => {
    expect(edition.suggest(kind, '').map(({ id }) => id)).toEqual(all.slice(0, 25));
    expect(edition.suggest(kind, '  ', 3)).toHaveLength(3);
  });

  test.each(['zzzz', '99', '0', '!!', '🙂', 'xqj vw', 'climate', '4 8'])('is not offered for %s', (typed) => {
    expect(edition.suggest(kind, typed)).toEqual([]);
  });

  test('that is offered exists, once, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (typed) => {
        const ids = edition.suggest(kind, typed).map(({ id }) => id);
        expect(ids.filter((id) => !all.includes(id))).toEqual([]);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeLessThanOrEqual(25);
      }),
    );
  });
});

describe('words that are typed for an indicator', () => {
  const records = indicators.map((i) => ({
    id: String(i.number),
    names: [i.label, i.name, ...i.aliases].map(plain),
  }));
  const names = records.flatMap((record) => record.names);

  test('find what has them in a name, in any order and each in part', () => {
    const typed = fc.constantFrom(...names).chain((name) =>
      fc
        .shuffledSubarray(name.split(' '), { minLength: 1 })
        .chain((own) => fc.tuple(...own.map((word) => fc.nat(word.length).map((n) => word.slice(0, n + 1)))))
        .map((parts) => ({ parts, query: parts.join(' ') })),
    );
    fc.assert(
      fc.property(typed, ({ parts, query }) => {
        // A number is whole or not there.
        const isNumber = /^[\d ]+$/.test(query);
        const has = (word: string) => (part: string) => (isNumber ? word === part : word.startsWith(part));
        const having = records.filter((record) =>
          record.names.some((each) => parts.every((part) => each.split(' ').some((word) => has(word)(part)))),
        );
        const found = edition.suggest('indicator', query, records.length);
        const late = found.filter(({ tier }) => tier === 'spelling').map(({ id }) => id);
        expect(having.filter(({ id }) => late.includes(id) || !found.some((one) => one.id === id))).toEqual(
          [],
        );
      }),
    );
  });
});

describe('names in the data mean their own record', () => {
  test.each(indicators.map((i) => [i.number, i] as const))('indicator %i', (number, i) => {
    for (const name of [String(number), i.id, i.label, i.name, ...i.aliases]) {
      expect(resolveNamed(edition, 'indicator', name), name).toEqual({ id: String(number) });
    }
  });

  test.each(treaties.map((t) => [t.id, t] as const))('treaty %s', (id, t) => {
    for (const name of [t.id, t.name, ...(t.abbreviation ? [t.abbreviation] : [])]) {
      expect(resolveNamed(edition, 'treaty', name), name).toEqual({ id });
    }
  });

  test('a title names its footnote, and all that cite it where several do', () => {
    for (const { number } of footnotes) {
      for (const { title } of edition.works(number)) {
        const citing = footnotes.filter((f) => edition.works(f.number).some((w) => w.title === title));
        const found = resolveNamed(edition, 'footnote', title);
        if (citing.length === 1) expect(found, title).toEqual({ id: String(number) });
        else
          expect(found, title).toEqual({
            nearest: expect.arrayContaining(citing.map((f) => String(f.number))),
          });
      }
    }
  });
});
