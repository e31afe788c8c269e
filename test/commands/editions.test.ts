/** Buttons of an edition when other data is loaded. */
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/schema.js';
import { volumeOf } from '../../src/assessment/volume.js';
import { createDispatch } from '../../src/dispatch.js';
import { interactionOf, pressOf } from '../../src/interactions.js';
import { createLibrary } from '../../src/library.js';
import { createLog } from '../../src/log.js';
import { ruritania } from '../assessment/fixture.js';
import { raw } from '../library.js';
import { see } from '../render/reading.js';

const later = ruritania({ id: 'rur-2025', year: 2025 });
const dispatchOver = (...assessments: Assessment[]) =>
  createDispatch(
    createLibrary(assessments.map((each) => volumeOf(each))),
    createLog({ level: 'silent' }),
    '1.2.3',
  );
const shown = (dispatched: ReturnType<ReturnType<typeof createDispatch>>) => {
  const { response } = dispatched;
  if (response.type !== 4 && response.type !== 7) throw new Error('no message');
  return see(response.data);
};

describe('a button of an edition', () => {
  const alone = shown(dispatchOver(raw)(interactionOf({ command: 'indicator', options: { name: '1' } })));
  const next = alone.buttons.find(({ label }) => label === 'Indicator 2 ›')?.customId ?? '';

  test('leads on in that edition, also where a newer one has come since', () => {
    const { answer } = dispatchOver(later, raw)(pressOf(next, 0));
    expect(answer?.evidence[0]).toEqual({ assessment: raw.id, kind: 'indicator', id: '2' });
  });

  test('says so where that edition is not there any more', () => {
    const dispatched = dispatchOver(later)(pressOf(next, 0));
    expect(dispatched.answer).toBeUndefined();
    expect(shown(dispatched).said).toContain('not loaded any more');
  });
});

test('a vote that another loaded edition lists is offered there', () => {
  const dispatch = dispatchOver(later, raw);
  const seen = shown(dispatch(interactionOf({ command: 'votes', options: { resolution: '2666' } })));
  expect(seen.said).toContain('S/RES/2666 is not in this assessment');
  const button = seen.buttons.find(({ label }) => label === 'S/RES/2666: China 2023');
  expect(dispatch(pressOf(button?.customId ?? '', 0)).answer?.evidence[0]).toEqual({
    assessment: raw.id,
    kind: 'vote',
    id: 'S/RES/2666',
  });
});

describe('the trends of an edition', () => {
  const before = {
    ...raw,
    id: 'chn-2022',
    year: 2022,
    comparedWith: 2021,
    indicators: raw.indicators.map((i) => (i.trend === 'decrease' ? { ...i, rating: 'fair' as const } : i)),
  };
  const trendsOver = (...assessments: Parameters<typeof dispatchOver>) =>
    shown(dispatchOver(...assessments)(interactionOf({ command: 'trends', options: {} })));

  test('give the ratings from which, where the edition before is loaded', () => {
    const seen = trendsOver(raw, before);
    const items = seen.body.filter(({ style }) => style === 'item').map(({ text }) => text);
    expect(items).toHaveLength(2);
    for (const text of items) expect(text).toMatch(/— ↓ Decrease \(2022: Fair\)$/);
    expect(seen.said).not.toContain('are not given here');
  });

  test('say that those are not given, where it is not', () => {
    expect(trendsOver(raw).said).toContain('the ratings of 2022 are not given here');
    // Nor are those of another country, or of an older edition.
    expect(trendsOver(raw, { ...before, year: 2021 }).said).toContain('are not given here');
    const other = { ...before, country: { name: 'Ruritania', iso3: 'RUR' } };
    expect(trendsOver(raw, other).said).not.toMatch(/2022: Fair/);
  });
});

describe('what names nothing for certain', () => {
  const flags = (options: Record<string, string>) => {
    const { response } = dispatchOver(raw)(interactionOf({ command: 'indicator', options }));
    return response.type === 4 ? response.data.flags & 64 : undefined;
  };
  test('is shown to the asker alone', () => expect(flags({ name: 'xyzzy' })).toBe(64));
  test('but to all where that was asked for', () =>
    expect(flags({ name: 'xyzzy', private: 'false' })).toBe(0));
  test('and a right name is shown to all', () => expect(flags({ name: 'education' })).toBe(0));
});
