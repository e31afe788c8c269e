/** More assessments than a list of choices holds, and more than stay open. */
import { describe, expect, test } from 'vitest';
import { validateCommands } from '../../src/adapters/playground/discord/validate.js';
import { volumeOf } from '../../src/assessment/volume.js';
import { declarations } from '../../src/declarations.js';
import { createDispatch } from '../../src/dispatch.js';
import { interactionOf } from '../../src/interactions.js';
import { createLibrary } from '../../src/library.js';
import { createLog } from '../../src/log.js';
import { ruritania } from '../assessment/fixture.js';
import { see } from '../render/reading.js';

const YEARS = Array.from({ length: 70 }, (_, i) => 2023 - i);
const library = createLibrary(
  YEARS.map((year) => volumeOf(ruritania({ id: `rur-${year}`, year, comparedWith: year - 1 }))),
);
const dispatch = createDispatch(library, createLog({ level: 'silent' }), '1.2.3');
const ask = (command: string, options: Record<string, string>) => {
  const { response, answer } = dispatch(interactionOf({ command, options }));
  if (response.type !== 4) throw new Error('no message');
  return { answer, seen: see(response.data) };
};
const offered = (typed: string) => {
  const { response } = dispatch(
    interactionOf({ command: 'ratings', options: { assessment: typed } }, 'assessment'),
  );
  return response.type === 8 ? (response.data.choices ?? []).map(({ value }) => value) : [];
};

describe('which of seventy assessments is asked', () => {
  test('is typed, since no list holds them', () => {
    const declared = JSON.parse(JSON.stringify(declarations(library, { inOneServer: false })));
    expect(validateCommands(declared)).toEqual([]);
    const option = declared
      .find(({ name }: { name: string }) => name === 'ratings')
      .options.find(({ name }: { name: string }) => name === 'assessment');
    expect(option).toMatchObject({ autocomplete: true });
    expect(option.choices).toBeUndefined();
  });

  test('is offered while it is typed, by country, year or id', () => {
    expect(offered('')).toHaveLength(25);
    expect(offered('ruritania 1999')).toEqual(['rur-1999']);
    expect(offered('1960')).toEqual(['rur-1960']);
    expect(offered('rur-196').sort()).toEqual(
      YEARS.filter((year) => year >= 1960 && year < 1970)
        .map((year) => `rur-${year}`)
        .sort(),
    );
    expect(offered('atlantis')).toEqual([]);
  });

  test('is answered by its id and by its name', () => {
    for (const assessment of ['rur-1960', 'Ruritania 1960'])
      expect(ask('ratings', { assessment }).answer?.evidence[0]?.assessment).toBe('rur-1960');
  });

  test('is that of what is offered for another option, by its name as well; of none, nothing is', () => {
    const names = (assessment: string) => {
      const { response } = over(
        interactionOf({ command: 'indicator', options: { assessment, name: '' } }, 'name'),
      );
      return response.type === 8 ? (response.data.choices ?? []).map(({ name }) => name) : [];
    };
    const own = ruritania({ id: 'rur-1960', year: 1960, 'indicators.0.label': 'Only of 1960' });
    const over = createDispatch(
      createLibrary([ruritania(), own].map((each) => volumeOf(each))),
      createLog({ level: 'silent' }),
      '1',
    );
    expect(names('Ruritania 1960').join()).toContain('Only of 1960');
    expect(names('rur-1960').join()).toContain('Only of 1960');
    expect(names('rur-2021').join()).not.toContain('Only of 1960');
    expect(names('Atlantis')).toEqual([]);
  });

  test('is not guessed: what is near is named, and not all of them', () => {
    const near = ask('ratings', { assessment: 'Ruritania' }).seen.said;
    expect(near).toContain('Ruritania 2023');
    expect(near).not.toContain('Ruritania 1999');
    expect(ask('ratings', { assessment: 'Atlantis' }).seen.said).toContain('is not one of the choices');
  });
});

test('every one of them answers, again and again, though not all stay open', () => {
  for (const round of [1, 2]) {
    for (const year of YEARS) {
      // Another question each time: what was asked before is not asked of the edition again.
      const { answer } = ask('indicator', { name: String(round), assessment: `rur-${year}` });
      expect([round, answer?.evidence[0]?.assessment]).toEqual([round, `rur-${year}`]);
    }
  }
});

test('what is loaded is told without listing all of it', () => {
  const { seen } = ask('about', {});
  expect(seen.said).toMatch(/and 59 others, all of them in the option assessment/);
});

test('a vote that many others list is offered in the newest of them', () => {
  const [vote] = ruritania().votes;
  const without = ruritania({ id: 'rur-2030', year: 2030, votes: [] });
  const over = createLibrary(
    [without, ...YEARS.map((year) => ruritania({ id: `rur-${year}`, year }))].map((each) => volumeOf(each)),
  );
  const answered = createDispatch(
    over,
    createLog({ level: 'silent' }),
    '1',
  )(interactionOf({ command: 'votes', options: { resolution: vote?.resolution ?? '' } }));
  if (answered.response.type !== 4) throw new Error('no message');
  const buttons = see(answered.response.data).buttons.filter(({ label }) => label.includes(': Ruritania'));
  expect(buttons.map(({ label }) => label.slice(-4))).toEqual(['2023', '2022', '2021', '2020', '2019']);
});
