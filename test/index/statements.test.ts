/** Which statement of a small assessment a question comes to. */
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/schema.js';
import { terms } from '../../src/index/language.js';
import { createLexicon, lexiconOf } from '../../src/index/lexicon.js';
import { createStatementIndex, indexStatements } from '../../src/index/statements.js';

const says = (text: string, ...footnotes: number[]) => ({ text, footnotes });
const indicator = (
  number: number,
  label: string,
  aliases: string[],
  statements: ReturnType<typeof says>[],
) => ({
  number,
  id: `i${number}`,
  area: 'a',
  name: label,
  label,
  aliases,
  rating: 'weak' as const,
  trend: 'unchanged' as const,
  update: 'some' as const,
  statements,
});
const assessment: Assessment = {
  id: 'lnd-2023',
  country: { name: 'Landia', iso3: 'LND' },
  year: 2023,
  title: 'Landia',
  publisher: 'A Centre',
  url: 'https://a.example',
  comparedWith: 2022,
  indexChange: null,
  wording: 'own-words',
  areas: [{ id: 'a', name: 'An area' }],
  overview: [says('Landia exports bananas.')],
  indicators: [
    indicator(
      1,
      'Fishing rights',
      ['trawlers'],
      [
        says('Nets have to be mended by law.'),
        says('Boats carry a lantern at night.', 1),
        says('A harbour was closed.'),
      ],
    ),
    indicator(2, 'Railways', [], [says('Lanterns hang in the tunnels.'), says('Trains run on Sunday.', 2)]),
    indicator(3, 'Bridges', [], [says('The railways cross two rivers.')]),
  ],
  footnotes: [
    {
      number: 1,
      statements: [says('Paraffin is used.')],
      sources: [
        {
          type: 'report',
          title: 'On Lighthouses',
          author: [{ family: 'Zimmermann', given: 'Ida' }],
          URL: 'https://b.example/lighthouses',
        },
      ],
    },
    { number: 2, sources: [{ type: 'webpage', title: 'Timetables', URL: 'https://c.example' }] },
  ],
  votes: [
    {
      resolution: 'A/RES/77/999',
      body: 'general-assembly',
      year: 2022,
      title: 'Situation of human rights in Atlantis',
      position: 'no',
      wording: 'no',
      indicator: 2,
      footnote: 2,
    },
  ],
  treaties: [],
  checks: [],
};
const lexicon = createLexicon(lexiconOf({ related: [{ say: ['trawling'], for: ['nets'] }] }));
const { retrieve } = createStatementIndex(indexStatements(assessment, lexicon), lexicon);
const found = (question: string, options?: Parameters<typeof retrieve>[1]) =>
  retrieve(question, options).hits.map(({ kind, id, at }) => `${kind}:${id}.${at}`);

describe('a question', () => {
  test.each([
    ['who mends nets?', 'indicator:1.0'],
    ['lantern at night on boats', 'indicator:1.1'],
    ['was the harbor closed', 'indicator:1.2'],
    ['lanterns in tunnels', 'indicator:2.0'],
    ['paraffin', 'footnote:1.0'],
    ['bananas', 'overview:1.0'],
    ['Atlantis', 'vote:A/RES/77/999.0'],
    ['Zimmermann', 'work:1.0'],
    ['timetables', 'work:2.0'],
    ['trawling', 'indicator:1.0'],
    ['tunels with a lantren', 'indicator:2.0'],
  ])('“%s” comes to the statement that says it', (question, first) => {
    expect(found(question)[0]).toBe(first);
  });

  test('comes to the statement itself before those beside it', () => {
    const all = found('harbour');
    expect(all[0]).toBe('indicator:1.2');
    expect(found('tunnels fishing')[0]).toBe('indicator:2.0');
  });

  test('comes to every statement of a record by its name, and to what says it before others', () => {
    expect(found('fishing rights').slice(0, 3).sort()).toEqual([
      'indicator:1.0',
      'indicator:1.1',
      'indicator:1.2',
    ]);
    expect(found('trawlers').slice(0, 3).sort()).toEqual(['indicator:1.0', 'indicator:1.1', 'indicator:1.2']);
    expect(found('fishing lantern')[0]).toBe('indicator:1.1');
    expect(found('railways lantern')[0]).toBe('indicator:2.0');
  });

  test('that nothing bears on comes to nothing', () => {
    expect(found('xqzzvk')).toEqual([]);
    expect(found('')).toEqual([]);
  });

  test('says how much of it is spoken of', () => {
    const [whole] = retrieve('harbour closed').hits;
    const [half] = retrieve('harbour xqzzvk').hits;
    expect(whole?.coverage).toBeGreaterThan(half?.coverage ?? 1);
    expect(half?.coverage).toBeGreaterThan(0);
    for (const { coverage } of retrieve('boats and railways').hits) {
      expect(coverage).toBeGreaterThanOrEqual(0);
      expect(coverage).toBeLessThanOrEqual(1);
    }
  });

  test('is heard less in words that are set aside', () => {
    expect(found('harbour lighthouses', { aside: new Set(terms('harbour')) })[0]).not.toBe('indicator:1.2');
    expect(found('harbour tunnels', { aside: new Set(terms('tunnels')) })[0]).toBe('indicator:1.2');
    expect(found('harbour tunnels', { aside: new Set(terms('harbour')) })[0]).toBe('indicator:2.0');
  });

  test('for a source counts what a statement cites', () => {
    const cited = (sources: boolean) =>
      retrieve('Zimmermann', { sources }).hits.find(({ kind, at }) => kind === 'indicator' && at === 1)
        ?.score ?? 0;
    expect(cited(true)).toBeGreaterThan(cited(false));
  });

  test('marks the words that were met', () => {
    const [hit] = retrieve('harbors').hits;
    expect(hit?.terms).toEqual(terms('harbour'));
  });
});
