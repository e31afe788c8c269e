import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSymbols } from '../../src/assessment/symbols/mentions.js';
import {
  bodyOf,
  documentUrl,
  isCanonical,
  resolveSymbol,
  resolveSymbols,
} from '../../src/assessment/symbols/symbols.js';
import { REPORT } from './report-symbols.js';

const year = fc.integer({ min: 1946, max: 2099 });
const securityCouncil = fc.integer({ min: 1, max: 9999 }).map((number) => `S/RES/${number}`);
const pair = (prefix: string, first: number, last: number) =>
  fc
    .tuple(fc.integer({ min: first, max: last }), fc.integer({ min: 1, max: 999 }))
    .map(([session, number]) => `${prefix}/${session}/${number}`);
const generalAssembly = pair('A/RES', 31, 99);
const councilSessions = pair('A/HRC/RES', 1, 75);
const symbol = fc.oneof(
  securityCouncil,
  generalAssembly,
  councilSessions,
  fc.constantFrom(...REPORT, 'A/RES/ES-11/1', 'A/HRC/RES/S-33/1', 'A/RES/S-10/2'),
);

/** Ways to write a symbol that say, or leave no doubt, whose it is. */
function notations(of: string): string[] {
  const number = of.slice(of.indexOf('RES/') + 4);
  const names = {
    'security-council': [
      'UNSC',
      'SC',
      'UNSCR',
      'SCR',
      'Security Council',
      'UN Security Council',
      'S.C. Res.',
    ],
    'general-assembly': ['UNGA', 'GA', 'General Assembly', 'United Nations General Assembly', 'G.A. Res.'],
    'human-rights-council': [
      'UNHRC',
      'HRC',
      'Human Rights Council',
      'UN Human Rights Council',
      'H.R.C. Res.',
    ],
  }[bodyOf(of)];
  const code = { 'security-council': 'SC', 'general-assembly': 'GA', 'human-rights-council': 'HRC' }[
    bodyOf(of)
  ];
  return [
    of,
    of.toLowerCase(),
    of.replaceAll('/', '-'),
    of.replaceAll('/', '‑'),
    of.replaceAll('/', '_'),
    of.replaceAll('/', ' / '),
    of.replaceAll('/', '⁄'),
    of.replaceAll('/', ' '),
    of.replaceAll('/', '\u200B/'),
    of.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
    `${of.replaceAll('/', '_')}-EN.pdf`,
    `${code}/RES/${number}`,
    `https://docs.un.org/en/${of}`,
    `https://undocs.org/${encodeURIComponent(of)}`,
    `undocs.org/Home/Mobile?FinalSymbol=${encodeURIComponent(of)}&Language=E`,
    `https://www.un.org/en/ga/search/view_doc.asp?symbol=${of}`,
    `**${of}**`,
    `(${of})`,
    `“${of}”.`,
    ...names.flatMap((name) => [
      ...(/Res/.test(name) ? [] : [`${name} resolution ${number}`, `${name}\u00A0Res. no. ${number}`]),
      `${name} ${number}`,
    ]),
    `resolution ${number} of the ${names.find((name) => name.includes('Council') || name.includes('Assembly'))}`,
  ].filter((text) => !(text.endsWith(` ${number}`) && isVague(text, number)));
}

/** In running text a short number, or one that may be a year, needs "resolution" and the body before it. */
function isVague(text: string, number: string): boolean {
  return !number.includes('/') && (number.length < 3 || isYear(number)) && !/res|SCR/i.test(text);
}

const isYear = (number: string) => Number(number) >= 1946 && Number(number) <= 2099;

const notation = symbol.chain((of) =>
  fc.record({
    of: fc.constant(of),
    typed: fc.oneof(
      fc.constantFrom(...notations(of)),
      year.map((each) => documentUrl(of, each)),
      year.map((each) => `${of} (${each})`),
      year.map((each) => `${of} of ${each}`),
    ),
  }),
);

const word = fc.constantFrom(
  ...'how did the state vote on this text about torture yes no abstained in favour against when why a is it and or was'.split(
    ' ',
  ),
);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));

describe('any canonical symbol', () => {
  it('is canonical', () => {
    fc.assert(
      fc.property(symbol, (of) => {
        expect(isCanonical(of)).toBe(true);
      }),
    );
  });

  it('is found in every notation', () => {
    fc.assert(
      fc.property(symbol, (of) => {
        for (const typed of notations(of))
          expect(resolveSymbol(typed, new Set([of])), typed).toMatchObject({ kind: 'one', symbol: of });
      }),
      { numRuns: 500 },
    );
  });

  it('is found by its bare number, or bare pair', () => {
    fc.assert(
      fc.property(fc.oneof(securityCouncil, generalAssembly, councilSessions), (of) => {
        const number = of.slice(of.indexOf('RES/') + 4);
        expect(resolveSymbol(number, new Set([of]))).toMatchObject({ kind: 'one', symbol: of });
        expect(resolveSymbol(`resolution ${number}`, new Set([of]))).toMatchObject({
          kind: 'one',
          symbol: of,
        });
      }),
    );
  });

  it('keeps the year typed with it', () => {
    fc.assert(
      fc.property(symbol, year, (of, typed) => {
        for (const text of [`${of}(${typed})`, `${of} (${typed})`, `${of} of ${typed}`, `<${of} [${typed}]>`])
          expect(resolveSymbol(text, new Set([of]))).toMatchObject({ symbol: of, yearGiven: typed });
      }),
    );
  });

  it('is found in the middle of a sentence', () => {
    fc.assert(
      fc.property(notation, words, words, ({ of, typed }, before, after) => {
        const known = new Set([of]);
        for (const text of [
          `${before} ${typed} ${after}`,
          `${before}: ${typed}, ${after}?`,
          `${before}\n${typed}\n`,
        ]) {
          expect(resolveSymbol(text, known), text).toMatchObject({ kind: 'one', symbol: of });
          expect(resolveSymbols(text, known), text).toMatchObject([{ kind: 'one', symbol: of }]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('brings up no other, whatever the notation', () => {
    fc.assert(
      fc.property(notation, fc.uniqueArray(symbol), ({ of, typed }, others) => {
        const known = new Set([...REPORT, ...others, ...neighbours(of)]);
        known.delete(of);
        expect(resolveSymbol(typed, known), typed).toMatchObject({ kind: 'absent', readings: [of] });
        expect(resolveSymbols(`vote on ${typed} please`, known), typed).toMatchObject([{ kind: 'absent' }]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is not found with a digit or a letter more, or with a digit less', () => {
    fc.assert(
      fc.property(symbol, fc.constantFrom(...'0123456789ABCZéж'), (of, glued) => {
        const known = new Set([of]);
        for (const text of [`${of}${glued}`, `${glued}${of}`, of.slice(0, -1)]) {
          if (isCanonical(text) && text.length !== of.length + 1) known.delete(text);
          expect(resolveSymbol(text, known), text).not.toMatchObject({ kind: 'one' });
          expect(resolveSymbols(`see ${text} there`, known), text).not.toMatchObject([{ kind: 'one' }]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** What a fuzzy search would bring up: the same number elsewhere, the numbers beside it, a digit more or less. */
function neighbours(of: string): string[] {
  const number = of.slice(of.indexOf('RES/') + 4);
  const last = Number(/\d+$/.exec(of)?.[0]);
  const stem = of.replace(/\d+$/, '');
  return [
    ...['S/RES/', 'A/RES/', 'A/HRC/RES/'].map((prefix) => prefix + number),
    ...[last - 1, last + 1, last * 10, Math.floor(last / 10)].map((each) => stem + each),
    ...number.split('/').map((part) => `S/RES/${part}`),
  ].filter(isCanonical);
}

describe('any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom(
      ...'A S HRC RES UNSC UNGA GA SC / - _ . , ( ) [ ] % %2 %2F %FF \\ # ES- S- resolution of 2022 2666 77/230 51/28 XXVI https:// docs.un.org/'.split(
        ' ',
      ),
      ' ',
      '\ud800',
      '\udc00',
    ),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  it('is read without an error, and into known symbols only', () => {
    fc.assert(
      fc.property(text, (given) => {
        for (const mention of findSymbols(given)) {
          expect(mention.readings.every(isCanonical)).toBe(true);
          expect(given.slice(mention.start, mention.end)).toBe(mention.text);
          expect(mention.text).not.toBe('');
        }
        for (const result of [resolveSymbol(given, REPORT), ...resolveSymbols(given, REPORT)]) {
          if (result.kind === 'one') expect(REPORT.has(result.symbol)).toBe(true);
          if (result.kind === 'ambiguous')
            expect(result.readings.every((each) => REPORT.has(each))).toBe(true);
          if (result.kind === 'absent') expect(result.readings.some((each) => REPORT.has(each))).toBe(false);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('gives its mentions in order, and apart from each other', () => {
    fc.assert(
      fc.property(text, (given) => {
        let end = 0;
        for (const mention of findSymbols(given)) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          end = mention.end;
        }
      }),
    );
  });

  it.each([
    'A/',
    '/ ',
    '9',
    '9 ',
    '1/',
    ' ',
    'A_',
    'a-',
    '(',
    '\\',
    '%2',
    '%ff',
    '%25',
    'HRC ',
    'UN ',
    'United Nations ',
    'Human Rights ',
    'resolution ',
    'A/RES/77/230, ',
    '51/28 and ',
    '2666 ',
    'https://',
    'www.',
    'a.',
    'a.org/',
    '\u200B',
    '\ud800',
    'ﷺ',
  ])('is read in linear time: %j, many times over', (unit) => {
    const junk = unit.repeat(100_000 / unit.length);
    const start = performance.now();
    findSymbols(junk);
    resolveSymbol(junk, REPORT);
    // A tenth of a second or two; anything quadratic takes minutes.
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
