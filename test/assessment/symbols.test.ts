import { describe, expect, it } from 'vitest';
import { findSymbols } from '../../src/assessment/symbol-mentions.js';
import {
  bodyOf,
  documentUrl,
  isCanonical,
  resolveSymbol,
  resolveSymbols,
} from '../../src/assessment/symbols.js';

const REPORT = new Set(
  (
    'S/RES/2605 S/RES/2612 S/RES/2625 S/RES/2633 S/RES/2659 S/RES/2666 S/RES/2677 ' +
    'A/RES/76/169 A/RES/76/177 A/RES/76/228 A/RES/77/218 A/RES/77/226 A/RES/77/227 A/RES/77/230 ' +
    'A/HRC/RES/48/15 A/HRC/RES/48/19 A/HRC/RES/49/2 A/HRC/RES/49/22 A/HRC/RES/49/27 A/HRC/RES/50/19 ' +
    'A/HRC/RES/51/23 A/HRC/RES/51/26 A/HRC/RES/51/28 A/HRC/RES/51/37 A/HRC/RES/52/1 A/HRC/RES/52/28 A/HRC/RES/52/30'
  ).split(' '),
);
/** Every resolution that the texts below could be mistaken for. */
const TEMPTING = new Set([
  ...REPORT,
  'A/RES/51/28',
  'S/RES/266',
  'S/RES/2022',
  'S/RES/77',
  'S/RES/51',
  'S/RES/28',
]);

/** One line a result, so that a failing row shows all of it. */
function shown(text: string, known: ReadonlySet<string> = REPORT): string {
  const result = resolveSymbol(text, known);
  if (result.kind === 'none') return 'none';
  return result.kind === 'one' ? result.symbol : `${result.kind}: ${result.readings.join(', ')}`;
}

function shownInText(text: string, known: ReadonlySet<string> = REPORT): string[] {
  return resolveSymbols(text, known).map((result) =>
    result.kind === 'one' ? result.symbol : `${result.kind}: ${result.readings.join(', ')}`,
  );
}

const inSentence = (text: string) => `How did China vote on ${text} last week?`;

const NOTATIONS: Record<string, string[]> = {
  'A/RES/77/230': [
    'A/RES/77/230',
    'a/res/77/230',
    '77/230',
    'GA 77/230',
    'GA77/230',
    'UNGA 77/230',
    'UNGA77/230',
    'UNGA resolution 77/230',
    'UNGA Res. 77/230',
    'UNGAR 77/230',
    'G.A. Res. 77/230',
    'U.N. Doc. A/RES/77/230',
    'GA/RES/77/230',
    'General Assembly resolution 77/230',
    'UN General Assembly, Resolution 77/230',
    'General Assembly (GA) resolution 77/230',
    'General Assembly 77/230',
    'Assembly resolution 77/230',
    'resolution 77/230 of the General Assembly',
    'resolution 77/230',
    'resolution 77-230',
    'Res 77/230',
    'RES/77/230',
    'A-RES-77-230',
    'a-res-77-230',
    'A RES 77 230',
    'A.RES.77.230',
    'A_RES_77_230-EN.pdf',
    'A\\_RES\\_77\\_230',
    'A\\RES\\77\\230',
    'A / RES / 77 / 230',
    'A/ RES/77 /230',
    'A/RES/77/230 A',
    'A/RES/77/230?',
    'A‑RES‑77‑230',
    'A—RES–77−230',
    'GA 77–230',
    'A⁄RES∕77⧸230',
    'Ａ／ＲＥＳ／７７／２３０',
    'A/RES/\u200B77/\u2060230',
    'GA\u00A077/230',
    'https://undocs.org/A/RES/77/230',
    'https://undocs.org/en/A/RES/77/230.',
    'http://www.undocs.org/a/res/77/230',
    'undocs.org/A/RES/77/230',
    'undocs.org/Home/Mobile?FinalSymbol=A%2FRES%2F77%2F230&Language=E&DeviceType=Desktop',
    'https://docs.un.org/?s=A%252FRES%252F77%252F230',
    'https://www.un.org/en/ga/search/view_doc.asp?symbol=A/RES/77/230',
    'https://www.un.org/en/ga/search/view_doc.asp?symbol=A/RES/77/230&Lang=E',
    '[A/RES/77/230](https://docs.un.org/en/A/RES/77/230)',
    '||A/RES/77/230||',
  ],
  'S/RES/2666': [
    'S/RES/2666',
    's/res/2666',
    'S/RES/2666(2022)',
    'S/RES/2666 (2022)',
    'S/RES/2666[2022]',
    'S/RES/2666/2022',
    'S-RES-2666-2022',
    'S_RES_2666_(2022)-EN.pdf',
    '2666',
    '2666 (2022)',
    '#2666',
    '№2666',
    'SCR 2666',
    'SC 2666',
    'UNSC 2666',
    'UNSC #2666',
    'UNSC-2666',
    'UNSCR2666',
    'UNSCR 2666',
    'S.C. Res. 2666',
    'SC/RES/2666',
    'SC res #2666',
    'res 2666',
    'res. 2666',
    'res2666',
    'Res.2666',
    'resolution 2666 (2022)',
    'resolution 2666 of 2022',
    'resolution number 2666',
    'Resolution: 2666',
    'resolution **2666**',
    'a resolution 2666',
    'UN resolution 2666',
    'UN-resolution 2666',
    'Security Council resolution 2666',
    'Council resolution 2666',
    "the Security Council's resolution 2666",
    'Security Council adopted resolution 2666',
    'UN Security Council Res. no. 2666',
    'United Nations Security Council resolution 2666',
    'resolution 2666 of the UN Security Council',
    '2666 (UNSC)',
    'S RES 2666',
    'S.RES.2666',
    'https://docs.un.org/en/S/RES/2666(2022)',
    'https://docs.un.org/S/RES/2666%20(2022)',
    'https://docs.un.org/S/RES/2666+(2022)',
    'https://undocs.org/S/RES/2666(2022)',
    '<https://docs.un.org/en/S/RES/2666(2022)>',
    '(https://docs.un.org/en/S/RES/2666(2022))',
    'https://en.wikipedia.org/wiki/United_Nations_Security_Council_Resolution_2666',
    'http://unscr.com/en/resolutions/2666',
    '**S/RES/2666**',
    '__S/RES/2666__',
    '_S/RES/2666_',
    '`S/RES/2666`',
    '~~S/RES/2666~~',
    '(S/RES/2666)',
    '"S/RES/2666"',
    '“S/RES/2666”',
    'S/RES/2666.',
    'S/RES/2666:',
    'S/RES/2666’s',
  ],
  'A/HRC/RES/51/28': [
    'A/HRC/RES/51/28',
    'a/hrc/res/51/28',
    'A/HR/RES/51/28',
    'A-HRC-RES-51-28',
    'A_HRC_RES_51_28',
    'A HRC RES 51 28',
    'A / HRC / RES / 51 / 28',
    'HRC/RES/51/28',
    'HRC 51/28',
    'HRC51/28',
    'HRC: 51/28',
    'HRC-51/28',
    'HRC res. 51/28',
    'HRC resolution 51-28',
    'H.R.C. Res. 51/28',
    'UNHRC resolution 51/28',
    'UNHRC 51/28',
    'Human Rights Council resolution 51/28',
    'Human Rights Council (HRC) resolution 51/28',
    'Human Rights Council, resolution 51/28',
    'UN Human Rights Council 51/28',
    'Council resolution 51/28',
    'resolution 51/28 of the Human Rights Council',
    '51/28 (HRC)',
    '51/28',
    'resolution 51/28',
    'https://undocs.org/en/A/HRC/RES/51/28',
    'https://docs.un.org/A%2FHRC%2FRES%2F51%2F28',
  ],
  'A/HRC/RES/50/19': ['A/HR/RES/50/19', 'a/hr/res/50/19'],
  'A/HRC/RES/49/22': ['HRC49/22', 'HRC 49/22'],
};

describe.each(Object.entries(NOTATIONS))('%s', (symbol, notations) => {
  it.each(notations)('is found as %j', (notation) => {
    expect(shown(notation)).toBe(symbol);
  });

  it.each(notations)('is found in a sentence as %j', (notation) => {
    expect(shownInText(inSentence(notation))).toEqual([symbol]);
  });
});

describe('a document', () => {
  it.each([
    'A/77/230',
    'A/HRC/51/28',
    'A/HRC 51/28',
    'S/2022/123',
    'A/C.3/77/L.5',
    'S/PRST/2022/1',
    'A/HRC/DEC/51/28',
    'A/77/PV.54',
    'A/HRC/51/L.1',
    'A/HRC/RES/51/28/Add.1',
    'A / 77 / 230',
    'A / HRC / 51 / 28',
    'A-HRC-51-28',
    'A_HRC_51_28',
    'HRC/51/28',
    'GA/77/230',
    'SC/2666',
    'E/RES/2022/5',
    'E/RES/2666',
    'E-RES-2666',
    'E/CN.4/RES/51/28',
    'X/HRC/RES/51/28',
    'https://docs.un.org/A/HRC/51/28',
    'https://undocs.org/A/77/230',
  ])('is not a resolution: %s', (text) => {
    expect(shown(text, TEMPTING)).toBe('none');
    expect(findSymbols(inSentence(text))).toEqual([]);
  });
});

describe('what belongs to another body, or is no resolution', () => {
  it.each([
    'HRC decision 51/28',
    'decision 51/28 and 51/26',
    'WHA resolution 51/28',
    'ECOSOC resolution 2666',
    'Commission on Human Rights resolution 51/28',
    'H.R. 2666',
    'H. Res. 2666',
    'page 2666',
  ])('is left alone: %s', (text) => {
    expect(shown(text, TEMPTING)).toBe('none');
    expect(findSymbols(inSentence(text))).toEqual([]);
  });
});

describe("a body's marker", () => {
  it.each([
    ['UNSC 51/28', 'absent: '],
    ['SC 77/230', 'absent: '],
    ['S/RES/77/230', 'absent: '],
    ['GA 2666', 'absent: '],
    ['A/RES/2666', 'absent: '],
    ['HRC 2666', 'absent: '],
    ['General Assembly resolution 2666', 'absent: '],
    ['resolution 2666 of the General Assembly', 'absent: '],
    ['51/28 (UNSC)', 'absent: '],
    ['the UNSC vote on 51/28', 'absent: '],
    ['what the General Assembly adopted: GA vote 51/28', 'absent: A/RES/51/28'],
    ['HRC 77/230', 'absent: A/HRC/RES/77/230'],
    ['GA 51/28', 'absent: A/RES/51/28'],
    ['A/RES/51/28', 'absent: A/RES/51/28'],
    ['resolution 51/28 of the General Assembly', 'absent: A/RES/51/28'],
    ['resolution 77/230 of the Human Rights Council', 'absent: A/HRC/RES/77/230'],
    ['Assembly resolution 51/28', 'absent: A/RES/51/28'],
  ])('is binding: %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
    expect(shownInText(inSentence(text))).toEqual([expected]);
  });

  it('goes on along a list', () => {
    expect(shownInText('HRC 49/27 and 51/26')).toEqual(['A/HRC/RES/49/27', 'A/HRC/RES/51/26']);
    expect(shownInText('GA 77/226, 77/227, and 51/28')).toEqual([
      'A/RES/77/226',
      'A/RES/77/227',
      'absent: A/RES/51/28',
    ]);
    expect(shownInText('resolutions 2612, 2613 and 2666', TEMPTING)).toEqual([
      'S/RES/2612',
      'absent: S/RES/2613',
      'S/RES/2666',
    ]);
    expect(shownInText('S/RES/2612 (2021), 2625(2022) & #2666')).toEqual([
      'S/RES/2612',
      'S/RES/2625',
      'S/RES/2666',
    ]);
    expect(shownInText('A/HRC/RES/49/27 / 51/28', TEMPTING)).toEqual(['A/HRC/RES/49/27', 'A/HRC/RES/51/28']);
  });

  it('holds for a whole list from behind, too', () => {
    expect(shownInText('resolutions 49/27 and 51/28 of the Human Rights Council', TEMPTING)).toEqual([
      'A/HRC/RES/49/27',
      'A/HRC/RES/51/28',
    ]);
  });

  it('ends where the next one begins, or where the numbers are of another kind', () => {
    expect(shownInText('GA 77/230 and HRC 51/28', TEMPTING)).toEqual(['A/RES/77/230', 'A/HRC/RES/51/28']);
    expect(shownInText('A/RES/77/230 and 2666')).toEqual(['A/RES/77/230', 'S/RES/2666']);
    expect(shownInText('S/RES/2612 / S/RES/2625')).toEqual(['S/RES/2612', 'S/RES/2625']);
  });

  it('does not take the years and counts behind it for a list', () => {
    expect(shownInText('S/RES/2666 and 2022')).toEqual(['S/RES/2666']);
    expect(shownInText('UNSC 2666, 12 in favour')).toEqual(['S/RES/2666']);
    expect(shownInText('resolution 2666 and 120 states')).toEqual(['S/RES/2666']);
  });
});

describe('another number', () => {
  it.each([
    'S/RES/26661',
    'S/RES/12666',
    'S/RES/2666A',
    'S/RES/2666(A)',
    'S/RES/2666(2022)A',
    'S/RES/2666.1',
    'S/RES/2666-A',
    'S/RES/02666',
    'S/RES/266⁶',
    'A/RES/77/2301',
    'A/RES/77/230A',
    'A/RES/77/230[A]',
    'A/RES/77/230/Add.1',
    'A/RES/77/230 Corr.1',
    'A/RES/177/230',
    'A/RES/077/230',
    'A/RES/77/0230',
    'A/RES/217 A (III)',
    'resolution 51/2⁸',
    'HRC 51.28',
    '51/28/2',
    '2/51/28',
    '51/28-style',
    '51/26-28',
    '2666-2677',
    '2666.5',
    '2,666',
    '12,666',
    '$2666',
    '2666 €',
    '2666%',
    '+2666',
    '-2666',
    '2666+',
    '10:2666',
    'x2666',
    '2666x',
    'id=2666',
    'https://example.com/2022/51/28',
    'https://example.com/?id=2666',
    'https://press.un.org/en/2022/sc2666.doc.htm',
  ])('does not stand for the symbol that it contains: %s', (text) => {
    expect(shown(text, TEMPTING)).toBe('none');
    expect(findSymbols(inSentence(text))).toEqual([]);
  });

  it('never brings up its neighbour', () => {
    for (const text of ['2613', 'S/RES/2613', 'UNSCR 2613', 'resolution 2613 (2021)', 'S/RES/2613 (2612)'])
      expect(shown(text)).toBe('absent: S/RES/2613');
  });

  it('keeps a part letter only where it is glued on', () => {
    expect(shownInText('Was A/RES/77/230 a good text?')).toEqual(['A/RES/77/230']);
    expect(shown('A/RES/77/230B')).toBe('none');
  });
});

describe('running text', () => {
  it.each([
    '2022',
    'in 2023',
    'of 2022',
    '2022/23',
    '12/2022',
    '23/7',
    '24/7',
    '179/180',
    '93-16-52',
    '2613',
    '51/29',
    'resolutions 2022',
    'Security Council resolutions 2022',
    'UNSC 2022',
    'the Security Council 15 members and',
    'the UNSC 13-0 and',
    'what the General Assembly voted 141 to 5 and',
    'what the HRC voted 17-19 and',
    'HRC 17-19',
    '16 December 2022',
  ])('has numbers that are no known resolutions: %s', (text) => {
    expect(shownInText(inSentence(text))).toEqual([]);
  });

  it('has no bare years, even where such a resolution is known', () => {
    expect(shownInText('What happened in 2022 (and 2023)?', new Set(['S/RES/2022', 'S/RES/2023']))).toEqual(
      [],
    );
  });

  it('takes a year for a number behind "resolution", or with its own year', () => {
    expect(shownInText('on resolution 1973')).toEqual(['absent: S/RES/1973']);
    expect(shownInText('on resolutions 1970 (2011) and 1973 (2011)')).toEqual([
      'absent: S/RES/1970',
      'absent: S/RES/1973',
    ]);
  });

  it('gives the mentions in order, with their place in the text as given', () => {
    const text = 'Not **S/RES/2666\u00A0(2022)**, but HRC\u200B 51/28 or\t77/230!';
    const found = findSymbols(text);
    expect(found.map((mention) => mention.text)).toEqual([
      'S/RES/2666\u00A0(2022)',
      'HRC\u200B 51/28',
      '77/230',
    ]);
    for (const { start, end, text: typed } of found) expect(text.slice(start, end)).toBe(typed);
  });

  it('tells what can only be a resolution from what may be anything', () => {
    const explicit = (text: string) => findSymbols(text).map((mention) => mention.explicit);
    expect(explicit('2666 or 51/28')).toEqual([false, false]);
    expect(explicit('UNSC 2666, HRC 51/28, ES-11/1, res 2612')).toEqual([true, true, true, true]);
    expect(explicit('51/28 of the Human Rights Council')).toEqual([true]);
  });

  it('names a resolution once, with the year if there is one', () => {
    expect(resolveSymbols('S/RES/2666, that is UNSCR 2666 (2021)', REPORT)).toMatchObject([
      { symbol: 'S/RES/2666', yearGiven: 2021 },
    ]);
  });

  it('reads the usual styles of legal citation', () => {
    expect(shownInText('UNSC Res 2666 (20 December 2022) UN Doc S/RES/2666')).toEqual(['S/RES/2666']);
    expect(shownInText('G.A. Res. 77/230, U.N. GAOR, 77th Sess., U.N. Doc. A/RES/77/230 (2022)')).toEqual([
      'A/RES/77/230',
    ]);
  });
});

describe('an input that should be one symbol', () => {
  it.each([
    ['2613', 'absent: S/RES/2613'],
    ['2022', 'absent: S/RES/2022'],
    ['242', 'absent: S/RES/242'],
    ['24/7', 'absent: A/HRC/RES/24/7'],
    ['51 / 28', 'A/HRC/RES/51/28'],
    ['51-28', 'A/HRC/RES/51/28'],
    ['  2666 ', 'S/RES/2666'],
    ['UNSC 2022', 'absent: S/RES/2022'],
    ['', 'none'],
    ['?!', 'none'],
    ['0', 'none'],
    ['12345', 'none'],
    ['torture', 'none'],
    ['12/2022', 'none'],
    ['2022/23', 'none'],
    ['179/180', 'none'],
    ['93-16-52', 'none'],
  ])('may be a bare number: %j is %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('does not choose between several', () => {
    expect(shown('2612 and 2666')).toBe('ambiguous: S/RES/2612, S/RES/2666');
    expect(shown('2612 and 2613')).toBe('absent: S/RES/2613');
    expect(shown('S/RES/2612, S/RES/2612')).toBe('S/RES/2612');
  });

  it('is not confused by the numbers beside it', () => {
    for (const text of ['S/RES/2666 2022', '2666, 2022', 'UNSC 2666 (12 votes)', '2666 on Mali, 16 December'])
      expect(shown(text, TEMPTING), text).toBe('S/RES/2666');
  });
});

describe('a bare pair', () => {
  it('stands for the one reading that is known', () => {
    expect(shown('51/28', new Set(['A/HRC/RES/51/28']))).toBe('A/HRC/RES/51/28');
    expect(shown('51/28', new Set(['A/RES/51/28']))).toBe('A/RES/51/28');
  });

  it('is ambiguous where both are, and absent with its readings where none is', () => {
    expect(shown('51/28', TEMPTING)).toBe('ambiguous: A/HRC/RES/51/28, A/RES/51/28');
    expect(shown('resolution 51/28', TEMPTING)).toBe('ambiguous: A/HRC/RES/51/28, A/RES/51/28');
    expect(shown('51/29')).toBe('absent: A/HRC/RES/51/29, A/RES/51/29');
  });

  it('has but one reading where the session can be only one body’s', () => {
    expect(findSymbols('30/1, 31/1, 75/1, 76/1, 100/1').map(({ readings }) => readings)).toEqual([
      ['A/HRC/RES/30/1'],
      ['A/HRC/RES/31/1', 'A/RES/31/1'],
      ['A/HRC/RES/75/1', 'A/RES/75/1'],
      ['A/RES/76/1'],
    ]);
  });
});

describe('other forms of symbols', () => {
  it.each([
    ['A/RES/2758(XXVI)', 'A/RES/2758(XXVI)'],
    ['a/res/2758 (xxvi)', 'A/RES/2758(XXVI)'],
    ['resolution 2758 (XXVI)', 'A/RES/2758(XXVI)'],
    ['General Assembly resolution 2758 (XXVI) of 1971', 'A/RES/2758(XXVI)'],
    ['2758 (XXVI)', 'A/RES/2758(XXVI)'],
    ['A/RES/3201(S-VI)', 'A/RES/3201(S-VI)'],
    ['A/RES/ES-11/1', 'A/RES/ES-11/1'],
    ['A_RES_ES-11_1-EN.pdf', 'A/RES/ES-11/1'],
    ['ES-11/1', 'A/RES/ES-11/1'],
    ['resolution es‑11/1', 'A/RES/ES-11/1'],
    ['A/RES/S-10/2', 'A/RES/S-10/2'],
    ['A/HRC/RES/S-33/1', 'A/HRC/RES/S-33/1'],
    ['HRC S-33/1', 'A/HRC/RES/S-33/1'],
    ['S-33/1', 'A/HRC/RES/S-33/1, A/RES/S-33/1'],
  ])('are known as resolutions: %s', (text, readings) => {
    expect(shown(text)).toBe(`absent: ${readings}`);
    expect(shownInText(inSentence(text))).toEqual([`absent: ${readings}`]);
  });

  it('are no other body’s', () => {
    expect(shown('UNSC 2758 (XXVI)', new Set(['A/RES/2758(XXVI)', 'S/RES/2758']))).toBe('absent: ');
    expect(shown('HRC ES-11/1', new Set(['A/RES/ES-11/1']))).toBe('absent: ');
    expect(shown('A/ES-11/1', new Set(['A/RES/ES-11/1']))).toBe('none');
  });
});

describe('the year typed with a symbol', () => {
  it.each([
    ['S/RES/2666(2022)', 2022],
    ['S/RES/2666 (2021)', 2021],
    ['S/RES/2666 [2022]', 2022],
    ['https://docs.un.org/S/RES/2666%20(2022)', 2022],
    ['resolution 2666 of 2022', 2022],
    ['resolution 2666 from 2019', 2019],
    ['S/RES/2666/2022', 2022],
    ['2666 (1999)', 1999],
    ['A/RES/77/230 (2022)', 2022],
    ['HRC 51/28 (2022)', 2022],
    ['resolution 51/28 (2022) of the Human Rights Council', 2022],
    ['S/RES/2666', undefined],
    ['S/RES/2666 (12)', undefined],
  ])('is given as typed: %s', (text, year) => {
    const result = resolveSymbol(text, REPORT);
    if (result.kind !== 'one') throw new Error(`${text} was not found`);
    expect(result.yearGiven).toBe(year);
    expect(result.given.year).toBe(year);
  });

  it('never changes the symbol', () => {
    expect(shown('S/RES/2613 (2612)', new Set(['S/RES/2612']))).toBe('absent: S/RES/2613');
    expect(shown('2612 of 2022', new Set(['S/RES/2022', 'S/RES/2612']))).toBe('S/RES/2612');
  });
});

describe('canonical symbols', () => {
  it('are recognised', () => {
    for (const symbol of [
      ...REPORT,
      'S/RES/1',
      'A/RES/31/1',
      'A/RES/ES-11/1',
      'A/RES/S-10/2',
      'A/RES/2758(XXVI)',
      'A/RES/3201(S-VI)',
      'A/HRC/RES/S-33/1',
      'A/HRC/RES/5/1',
    ])
      expect(isCanonical(symbol), symbol).toBe(true);
  });

  it.each([
    's/res/2666',
    'S/RES/2666 ',
    'S/RES/2666(2022)',
    'S/RES/02666',
    'S/RES/26661',
    'A/RES/077/230',
    'A/RES/30/1',
    'A/RES/77/2301',
    'A/RES/2666',
    'A/RES/2758()',
    'A/RES/2758(IIX)',
    'A/HR/RES/50/19',
    'A/HRC/RES/ES-1/1',
    'A/HRC/51/28',
    '77/230',
    '',
  ])('are not: %j', (text) => {
    expect(isCanonical(text)).toBe(false);
  });

  it('name their body and their address', () => {
    expect(bodyOf('S/RES/2677')).toBe('security-council');
    expect(bodyOf('A/RES/77/230')).toBe('general-assembly');
    expect(bodyOf('A/RES/ES-11/1')).toBe('general-assembly');
    expect(bodyOf('A/HRC/RES/51/28')).toBe('human-rights-council');
    expect(documentUrl('S/RES/2677', 2023)).toBe('https://docs.un.org/en/S/RES/2677(2023)');
    expect(documentUrl('A/RES/77/230', 2022)).toBe('https://docs.un.org/en/A/RES/77/230');
    expect(documentUrl('A/HRC/RES/51/28', 2022)).toBe('https://docs.un.org/en/A/HRC/RES/51/28');
  });
});
