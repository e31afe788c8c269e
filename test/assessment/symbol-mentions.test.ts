/** What in a text is a resolution, and what is not. */
import { describe, expect, it } from 'vitest';
import { findSymbols } from '../../src/assessment/symbols/mentions.js';
import { resolveSymbols } from '../../src/assessment/symbols/symbols.js';
import { inSentence, REPORT, shown, shownInText, TEMPTING } from './report-symbols.js';

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
