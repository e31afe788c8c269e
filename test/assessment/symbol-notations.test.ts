/** Every way to write a symbol that we have seen, alone and in a sentence. */
import { describe, expect, it } from 'vitest';
import { resolveSymbol } from '../../src/assessment/symbols/symbols.js';
import { inSentence, REPORT, shown, shownInText } from './report-symbols.js';

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
