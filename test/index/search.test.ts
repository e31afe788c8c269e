/** What a search never does, and what holds for every query. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentsOf, KINDS } from '../../src/index/documents.js';
import { createLexicon, readLexicon } from '../../src/index/lexicon.js';
import { createIndex, indexRecords, markTerms } from '../../src/index/search.js';
import { edition } from '../library.js';
import { read } from './hits.js';

const documents = documentsOf(edition.assessment);
const keys = new Set(documents.map(({ kind, id }) => `${kind}:${id}`));
const ids = (query: string, options = {}) =>
  edition.search(query, { limit: 200, ...options }).map(({ kind, id }) => `${kind}:${id}`);

describe('nothing is found', () => {
  test.each([
    // Not in the report, and no near word stands in for them.
    ...['falun gong', 'gdp', 'climate', 'qigong', 'taiwan', 'dalai lama', 'organ harvesting', 'inflation'],
    ...['india', 'emissions', 'elections', 'submarine', 'bitcoin', 'balloon'],
    // Names that hold, or are held by, the name of another country.
    ...[
      'Sudan',
      'sudanese',
      'South Korea',
      'Republic of Korea',
      'Republic of the Congo',
      'Congo-Brazzaville',
    ],
    // The country that it all is about tells nothing.
    ...['falun gong china', 'chinese gdp', 'climate in the PRC'],
  ])('for what the report never names: %s', (query) => {
    expect(ids(query)).toEqual([]);
  });

  test.each([
    ...['2613', '2612', '2666', '48', '4', '77', '230', '51/28', '51/29', 'S/RES/2613', 'S/RES/2612'],
    ...[
      'A/RES/77/231',
      'A/HRC/RES/51/29',
      'Ａ／ＨＲＣ／ＲＥＳ／５１／２９',
      '227 3',
      '22 73',
      '2274',
      '178th',
      '1999',
    ],
  ])('for a number or a symbol that no text has, near ones or not: %s', (query) => {
    expect(ids(query)).toEqual([]);
  });

  test.each(['the of and', 'is it', 'what about this', 'please tell me', '', '   ', '?!', '🙂', "'s"])(
    'for stop words alone: %j',
    (query) => {
      expect(ids(query)).toEqual([]);
    },
  );
});

test('an exact number does find what has it, and no other', () => {
  expect(ids('179th')).toEqual(['indicator:19']);
});

test.each([
  ['no', 'no'],
  ['against', 'no'],
  ['voted against', 'no'],
  ['yes', 'yes'],
  ['in favour', 'yes'],
  ['abstained', 'abstained'],
  ['without a vote', 'without-vote'],
])('%s is a position, and no stop word', (query, position) => {
  const [first] = edition.search(query, { kinds: ['vote'] });
  expect(edition.vote(first?.id ?? '')?.position).toBe(position);
});

test('the country’s name finds something where it is all that is asked for', () => {
  expect(ids('China').length).toBeGreaterThan(20);
});

test.each(KINDS)('a search in %s finds nothing else', (kind) => {
  const found = edition.search('human rights syria china torture', { kinds: [kind], limit: 200 });
  expect(found.length).toBeGreaterThan(0);
  expect(new Set(found.map((hit) => hit.kind))).toEqual(new Set([kind]));
});

test('at most as many as wanted, the best of them', () => {
  const all = ids('human rights');
  expect(all.length).toBeGreaterThan(20);
  expect(ids('human rights', { limit: 3 })).toEqual(all.slice(0, 3));
  expect(edition.search('human rights')).toHaveLength(10);
});

test('the order is the same in every index over the same data', () => {
  const lexicon = createLexicon(readLexicon());
  const again = createIndex(indexRecords(documentsOf(edition.assessment), lexicon), lexicon);
  for (const query of [
    'human rights',
    'syria',
    'peacekeeping',
    'against',
    'xinjiang uighurs',
    'state department',
  ]) {
    expect(again.search(query).map(read)).toEqual(edition.search(query).map(read));
  }
});

describe('what is typed so far', () => {
  const names = (query: string) => ids(query, { kinds: ['vote'], within: 'names' });

  test('the last word may be unfinished, every word must be met', () => {
    expect(names('transit')).toEqual(['vote:A/HRC/RES/51/23']);
    expect(names('rights burun')).toEqual(['vote:A/HRC/RES/51/28']);
    expect(names('burundi justice')).toEqual([]);
  });

  test('a finished word is not taken for the beginning of another', () => {
    expect(names('execu')).toEqual(['vote:A/RES/77/218']);
    expect(names('execu ')).toEqual([]);
  });
});

describe('marks', () => {
  const marked = (query: string, text: string) => {
    const terms = edition.search(query, { limit: 200 }).flatMap((hit) => hit.terms);
    return markTerms(text, terms).flatMap((part) => (part.hit ? part.text : []));
  };

  test.each([
    ['uyghurs', 'the Uighur population, the Uighurs', ['Uighur', 'Uighurs']],
    ['ICC', 'the International Criminal Court is a court', ['International Criminal Court']],
    ['DPRK', 'in the Democratic People’s Republic of Korea', ['Democratic People’s Republic of Korea']],
    ['protection', 'protected, protecting and protect', ['protected', 'protecting', 'protect']],
    ['womens', 'Women’s rights', ['Women’s']],
    ['counterterrorism', 'counter-terrorism and terrorism', ['counter-terrorism']],
    ['2273', 'currently 2,273 personnel', ['2,273']],
    ['xinjang', 'in Xinjiang', ['Xinjiang']],
    ['sudan', 'in South Sudan', []],
    ['organized crime', 'organised crime, crime', ['organised crime']],
  ])('%s in “%s”', (query, text, expected) => {
    expect(marked(query, text)).toEqual(expected);
  });

  test('put together are the text', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...documents.map((d) => d.text)));
    const met = fc.array(fc.oneof(fc.string(), fc.constantFrom('right', 'human right council', 'china', '')));
    fc.assert(
      fc.property(text, met, (t, m) => {
        expect(
          markTerms(t, m)
            .map((part) => part.text)
            .join(''),
        ).toBe(t);
      }),
    );
  });
});

test('what stands between two words that are marked is marked with them, where that is a blank or a hyphen', () => {
  const text = 'high-profile cases, high profile, a high, profile, and a profile';
  const marked = markTerms(text, ['high', 'profil']).flatMap((part) => (part.hit ? part.text : []));
  expect(marked).toEqual(['high-profile', 'high profile', 'high', 'profile', 'profile']);
  const apart = markTerms('high  profile', ['high', 'profil']);
  expect(apart.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')).toBe('[high]  [profile]');
});

test.each([
  ['a name in a longer one', 'in South Sudan Korea', ['south sudan korea', 'sudan'], ['South Sudan Korea']],
  ['names that overlap', 'the South Sudan Korea', ['sudan korea', 'south sudan'], ['South Sudan Korea']],
  ['the same twice', 'Korea', ['korea', 'korea'], ['Korea']],
  ['words with nothing between', '1,234567', ['1234', '567'], ['1,234567']],
])('%s is marked once and whole', (_, text, met, expected) => {
  const marked = markTerms(text, met);
  expect(marked.flatMap((part) => (part.hit ? part.text : []))).toEqual(expected);
  expect(marked.map((part) => part.text).join('')).toBe(text);
});

test('the terms of a hit are those that it has itself', () => {
  const lexicon = createLexicon(readLexicon());
  const document = (id: string, text: string) => ({ kind: 'vote' as const, id, name: '', aliases: '', text });
  const index = createIndex(
    indexRecords([document('1', 'apples'), document('2', 'pears'), document('3', 'pears, apples')], lexicon),
    lexicon,
  );
  const termsOf = Object.fromEntries(index.search('apple pear').map(({ id, terms }) => [id, terms]));
  expect(termsOf).toEqual({ 1: ['appl'], 2: ['pear'], 3: ['appl', 'pear'] });
});

/** What people type and what they never would. */
const typed = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.constantFrom(...documents.flatMap((d) => d.text.split(' '))), { maxLength: 30 })
    .map((w) => w.join(' ')),
);

test('any text gives hits of the data, without doubles, best first', () => {
  fc.assert(
    fc.property(typed, fc.constantFrom(undefined, 'names', 'titles'), (query, within) => {
      const hits = edition.search(query, { limit: 200, ...(within ? { within } : {}) });
      const found = hits.map(({ kind, id }) => `${kind}:${id}`);
      expect(found.filter((key) => !keys.has(key))).toEqual([]);
      expect(new Set(found).size).toBe(found.length);
      expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).sort((a, b) => b - a));
    }),
  );
});

test.each([
  ['one word', 'y'.repeat(100_000)],
  ['many words', 'xinjang uyghurz '.repeat(5_000)],
  ['one symbol', `A/${'7/'.repeat(50_000)}`],
])('a very long text is no trouble: %s', (_name, query) => {
  const began = performance.now();
  edition.search(query);
  // A slip into squared time would take minutes.
  expect(performance.now() - began).toBeLessThan(5_000);
});

test('every title finds what it is the title of', () => {
  for (const { kind, id, name } of documents.filter((d) => d.name.trim() && d.kind !== 'vote')) {
    expect(ids(name.split('\n')[0] ?? ''), name).toContain(`${kind}:${id}`);
  }
});
