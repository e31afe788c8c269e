/** What a typed name means. */
import { describe, expect, test } from 'vitest';
import { raw } from '../library.js';
import { ask, complete, pressLabel, type Reply } from './asking.js';

const evidenceOf = ({ dispatched }: Reply) => {
  const [first] = dispatched.answer?.evidence ?? [];
  return dispatched.answer?.found ? `${first?.kind} ${first?.id}` : 'not found';
};
const typings = [(s: string) => s, (s: string) => s.toUpperCase(), (s: string) => `  ${s.toLowerCase()} `];

describe('an indicator', () => {
  test.each(raw.indicators.map((i) => [i.number, i] as const))(
    '%i is found by all of its names',
    (number, i) => {
      const names = [
        `${number}`,
        `#${number}`,
        `# ${number}`,
        `[${number}]`,
        `no. ${number}`,
        `indicator ${number}`,
        i.id,
        i.label,
        i.name,
        ...i.aliases,
      ];
      const wrong = names.flatMap((name) =>
        typings
          .map((type) => type(name))
          .filter((typed) => evidenceOf(ask('indicator', { name: typed })) !== `indicator ${number}`),
      );
      expect(wrong).toEqual([]);
    },
  );

  test('has no alias that another has too', () => {
    const aliases = raw.indicators.flatMap((i) => [...new Set(i.aliases.map((a) => a.toLowerCase()))]);
    expect(aliases.filter((alias, i) => aliases.indexOf(alias) !== i)).toEqual([]);
  });

  test.each(['37', '0', '1.5', '151', '15 16'])('is not found by the number %s', (name) => {
    const reply = ask('indicator', { name });
    expect(reply.dispatched.answer).toMatchObject({ found: false, evidence: [] });
    expect(reply.seen.said).toContain('run from 1 to 36');
  });

  test.each(['human rights', 'Security Council', 'R2P'])(
    'called %s may be several: each is offered',
    (name) => {
      const reply = ask('indicator', { name });
      expect(evidenceOf(reply)).toBe('not found');
      expect(reply.seen.buttons.length).toBeGreaterThan(1);
      for (const { label } of reply.seen.buttons) {
        const pressed = pressLabel(reply, label);
        expect(pressed.dispatched.response.type).toBe(7);
        expect(evidenceOf(pressed)).toBe(`indicator ${Number.parseInt(label, 10)}`);
      }
    },
  );
});

test('what is offered while a footnote is typed fits an option, and is answered when chosen', () => {
  const symbols = raw.votes.map((v) => v.resolution).join(', ');
  const typings = [
    '',
    '5, 9-11',
    '1-48',
    '1,3,5,7,9,11,13,15,17,19,21',
    'all',
    '24',
    'Freedom',
    'indicator 15',
  ];
  for (const footnote of [...typings, 'S/RES/2677', symbols.slice(0, 100), 'S/RES/2677, 24']) {
    for (const { value } of complete('cite', { footnote }, 'footnote')) {
      expect(String(value).length, footnote).toBeLessThanOrEqual(100);
      const reply = ask('cite', { footnote: String(value) });
      expect(reply.dispatched.answer?.found, `${footnote}: ${value}`).toBe(true);
    }
  }
});

describe('a footnote', () => {
  const forms = (n: number) => [
    `${n}`,
    `[${n}]`,
    `[ ${n} ]`,
    `#${n}`,
    `fn ${n}`,
    `fn${n}`,
    `fn. ${n}`,
    `Footnote ${n}`,
    `note ${n}`,
    `no. ${n}`,
  ];

  test.each(raw.footnotes.map((f) => f.number))('%i is found however its number is written', (number) => {
    const wrong = forms(number).filter(
      (footnote) => evidenceOf(ask('cite', { footnote })) !== `footnote ${number}`,
    );
    expect(wrong).toEqual([]);
  });

  test('is found by an author that only it has', () => {
    const found = (footnote: string) => evidenceOf(ask('cite', { footnote }));
    expect(found('Rakisits')).toBe('footnote 30');
    expect(found('Karen DeYoung')).toBe('footnote 39');
    expect(found('reporters without borders')).toBe('footnote 24');
    expect(found('The Washington Post')).toBe('footnote 39');
  });

  test('is offered among others by an author that several have', () => {
    for (const name of ['Freedom House', 'UN Digital Library', 'Human Rights Watch']) {
      const reply = ask('cite', { footnote: name });
      expect(evidenceOf(reply), name).toBe('not found');
      for (const { label } of reply.seen.buttons) {
        expect(evidenceOf(pressLabel(reply, label))).toBe(`footnote ${Number.parseInt(label, 10)}`);
      }
    }
  });

  test.each(['HRW', 'hrw'])('by %s may be any of the works of Human Rights Watch', (footnote) => {
    const reply = ask('cite', { footnote });
    expect(evidenceOf(reply)).toBe('not found');
    expect(reply.seen.buttons.map(({ label }) => Number.parseInt(label, 10)).sort((a, b) => a - b)).toEqual([
      5, 23, 29,
    ]);
  });

  test.each(['49', '0', '480', '2023', 'nobody'])('is not found by %s', (footnote) => {
    expect(ask('cite', { footnote }).dispatched.answer).toMatchObject({ found: false, sources: [] });
  });
});

describe('a treaty', () => {
  test.each(raw.treaties.map((t) => [t.id, t] as const))('%s is found by all of its names', (id, treaty) => {
    const names = [id, treaty.name, ...(treaty.abbreviation ? [treaty.abbreviation] : [])];
    const wrong = names.flatMap((name) =>
      typings
        .map((type) => type(name))
        .filter((typed) => evidenceOf(ask('treaty', { name: typed })) !== `treaty ${id}`),
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    ['UNCAT', 'cat'],
    ['Torture Convention', 'cat'],
    ['ICERD', 'cerd'],
    ['UNCRC', 'crc'],
    ['ICC', 'rome-statute'],
    ['International Criminal Court', 'rome-statute'],
  ])('%s is the %s', (name, id) => {
    expect(evidenceOf(ask('treaty', { name }))).toBe(`treaty ${id}`);
  });

  test.each(['CEDAW', 'ICESCR', 'Genocide Convention', 'Treaty of Westphalia', 'ICPPED'])(
    '%s is not in the report, and no other stands for it',
    (name) => {
      const reply = ask('treaty', { name });
      expect(reply.dispatched.answer).toMatchObject({ found: false, evidence: [] });
      expect(reply.seen.head[0]?.text).toBe('Not in this assessment');
    },
  );
});

describe('while typing', () => {
  test('a choice leads to what it says', () => {
    for (const [command, option, kind] of [
      ['indicator', 'name', 'indicator'],
      ['cite', 'footnote', 'footnote'],
      ['treaty', 'name', 'treaty'],
      ['votes', 'resolution', 'vote'],
    ] as const) {
      for (const typed of ['', '1', 'c', 'rights', 'S/RES']) {
        for (const choice of complete(command, { [option]: typed }, option)) {
          const reply = ask(command, { [option]: String(choice.value) });
          expect(evidenceOf(reply)).toBe(`${kind} ${choice.value}`);
        }
      }
    }
  });

  test('choices are at most 25, each of at most 100 characters', () => {
    for (const typed of ['', 'a', 'the', 'freedom', '…', 'x'.repeat(300)]) {
      for (const [command, option] of [
        ['indicator', 'name'],
        ['cite', 'footnote'],
        ['votes', 'topic'],
      ] as const) {
        const choices = complete(command, { [option]: typed }, option);
        expect(choices.length).toBeLessThanOrEqual(25);
        for (const { name, value } of choices) {
          expect(name.length).toBeLessThanOrEqual(100);
          expect(String(value).length).toBeLessThanOrEqual(100);
        }
      }
    }
  });

  test('a topic offered has as many votes as is said', () => {
    for (const { name, value } of complete('votes', { topic: '' }, 'topic')) {
      const { answer } = ask('votes', { topic: String(value) }).dispatched;
      expect(name).toContain(`(${answer?.evidence.length} vote`);
    }
  });
});
