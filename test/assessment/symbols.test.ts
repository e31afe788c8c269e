/** From an input to one canonical symbol, or to none. */
import { describe, expect, it } from 'vitest';
import { findSymbols } from '../../src/assessment/symbols/mentions.js';
import { bodyOf, documentUrl, isCanonical } from '../../src/assessment/symbols/symbols.js';
import { REPORT, shown, TEMPTING } from './report-symbols.js';

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
