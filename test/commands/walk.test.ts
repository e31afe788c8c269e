/** A walk of every command over every record: each page of each answer is a message that Discord takes, with its sources. */
import { describe, expect, test } from 'vitest';
import { raw } from '../library.js';
import { complete, pagesOf, pressLabel, type Reply } from './asking.js';
import { problemsOf } from './true-to-footnotes.js';

const labels = raw.indicators.map((i) => i.label);
const authors = [
  ...new Set(
    raw.footnotes.flatMap((f) =>
      f.sources.flatMap((s) => (s.author ?? []).map((a) => ('literal' in a ? a.literal : a.family))),
    ),
  ),
];
const KINDS = ['indicator', 'vote', 'footnote', 'treaty', 'overview'];
const BODIES = ['security-council', 'general-assembly', 'human-rights-council'];
const YEARS = ['2021', '2022', '2023'];
const POSITIONS = ['yes', 'no', 'abstained', 'without-vote'];
const TOPICS = [
  ...complete('votes', { topic: '' }, 'topic').map(({ value }) => String(value)),
  'Syria',
  'CAR',
];
const RATINGS = ['very-weak', 'weak', 'fair', 'strong', 'very-strong'];
const TRENDS = ['unchanged', 'decrease', 'increase'];
const STYLES = ['report', 'apa', 'chicago', 'harvard', 'mla', 'bibtex', 'ris', 'csl-json'];
const FILES = ['csv', 'json'];
const QUESTIONS = [
  'Has China ratified the ICCPR?',
  'Has China ratified the Arms Trade Treaty?',
  'Is China a member of the International Criminal Court?',
  'How did China vote on S/RES/2677?',
  'How did China vote on Syria in the Human Rights Council?',
  'What is the rating for press freedom?',
  'What does the report say about Uyghurs in Xinjiang?',
  'Who has written about peacekeeping?',
  'Has China appointed a focal point?',
  'What got worse since 2022?',
  'Which UN special rapporteurs have visited China, and what did they find?',
  'How is the rating for Russia?',
  'What will the rating be in 2030?',
  'What does footnote 24 say?',
  `${'What does the assessment say about foreign aid, development partnerships and atrocity prevention '.repeat(3)}?`,
];

/** Nothing and one of each, in all combinations, absent options left out. */
function combinations(choices: Record<string, readonly string[]>): Record<string, string>[] {
  return Object.entries(choices).reduce<Record<string, string>[]>(
    (all, [name, values]) =>
      all.flatMap((one) => [one, ...values.map((value) => ({ ...one, [name]: value }))]),
    [{}],
  );
}

const walks: Record<string, { command: string; options: Record<string, string>[] }> = {
  'every indicator': {
    command: 'indicator',
    options: raw.indicators.map((i) => ({ name: String(i.number) })),
  },
  'every treaty, and all of them': {
    command: 'treaty',
    options: [{}, ...raw.treaties.map((t) => ({ name: t.id }))],
  },
  'every vote': { command: 'votes', options: raw.votes.map((v) => ({ resolution: v.resolution })) },
  'every list of votes, with results and without': {
    command: 'votes',
    options: combinations({ body: BODIES, year: YEARS, position: POSITIONS }),
  },
  'the votes on every topic': {
    command: 'votes',
    options: TOPICS.flatMap((topic) => combinations({ position: POSITIONS }).map((o) => ({ topic, ...o }))),
  },
  'every footnote': {
    command: 'cite',
    options: raw.footnotes.map((f) => ({ footnote: String(f.number) })),
  },
  'every footnote in every style': {
    command: 'cite',
    options: STYLES.flatMap((style) => raw.footnotes.map((f) => ({ footnote: String(f.number), style }))),
  },
  'every work of every footnote': {
    command: 'cite',
    options: raw.footnotes.flatMap((f) =>
      f.sources.map((_, i) => ({ footnote: String(f.number), work: String(i + 1) })),
    ),
  },
  'lists of footnotes in every style': {
    command: 'cite',
    options: STYLES.flatMap((style) =>
      ['all', '5, 9-11', '32–34', '1 and 48', '40-60'].map((footnote) => ({ footnote, style })),
    ),
  },
  'every indicator and vote, and the assessment, as works to cite': {
    command: 'cite',
    options: STYLES.flatMap((style) =>
      [
        'assessment',
        ...raw.indicators.map((i) => `indicator ${i.number}`),
        ...raw.votes.map((v) => v.resolution),
      ].map((footnote) => ({ footnote, style })),
    ),
  },
  'every document of a vote': {
    command: 'votes',
    options: raw.votes.map((v) => ({ resolution: v.resolution, as: 'document' })),
  },
  'every file of votes': {
    command: 'votes',
    options: FILES.flatMap((as) =>
      combinations({ body: BODIES, position: POSITIONS }).map((o) => ({ as, ...o })),
    ),
  },
  'every file of ratings': {
    command: 'ratings',
    options: FILES.flatMap((as) =>
      combinations({ rating: RATINGS, trend: TRENDS }).map((o) => ({ as, ...o })),
    ),
  },
  'every choice of ratings': {
    command: 'ratings',
    options: combinations({ area: raw.areas.map((a) => a.id), rating: RATINGS, trend: TRENDS }),
  },
  trends: { command: 'trends', options: [{}] },
  about: { command: 'about', options: [{}] },
  'a search for every label, treaty and author': {
    command: 'search',
    options: [...labels, ...raw.treaties.map((t) => t.name), ...authors].map((query) => ({ query })),
  },
  'a search in each kind of record': {
    command: 'search',
    options: KINDS.flatMap((kind) =>
      ['rights', 'Myanmar', 'Freedom House', 'covenant'].map((query) => ({ query, in: kind })),
    ),
  },
  questions: { command: 'ask', options: QUESTIONS.map((question) => ({ question })) },
  'sources for a message': {
    command: 'Find sources',
    options: [...QUESTIONS, ...raw.votes.map((v) => v.resolution), ...labels, '', 'lunch?', '@everyone'].map(
      (message) => ({ message }),
    ),
  },
  'what is declined': {
    command: 'votes',
    options: [
      'S/RES/2613',
      'A/RES/77/231',
      '51/99',
      'UNSC 51/28',
      'A/77/230',
      'nonsense',
      '???',
      '@everyone',
    ].map((resolution) => ({ resolution })),
  },
  'indicators that are none': {
    command: 'indicator',
    options: ['37', '0', 'human rights', 'no such thing', '…', '<@12345678901234567>', ' '].map((name) => ({
      name,
    })),
  },
  'footnotes that are none': {
    command: 'cite',
    options: ['49', '0', '-1', 'China', 'nobody at all', '!'].map((footnote) => ({ footnote })),
  },
  'treaties that are none': {
    command: 'treaty',
    options: ['CEDAW', 'convention', 'Treaty of Westphalia', '**'].map((name) => ({ name })),
  },
  'topics that are none': {
    command: 'votes',
    options: ['Sudan', 'Ukraine', 'cheese', '.'].map((topic) => ({ topic })),
  },
  'searches that find nothing': {
    command: 'search',
    options: ['zzzzzz', 'the', 'S/RES/2613', '[24](https://example.org)'].map((query) => ({ query })),
  },
};

describe('every page of every answer is valid, cites what it says and nothing else', () => {
  test.each(Object.entries(walks))('%s', (_, { command, options }) => {
    const pages = options.flatMap((one) => pagesOf(command, one));
    expect(pages.flatMap(problemsOf)).toEqual([]);
    // Whatever is typed as people type it, its pages are there; what is full of signs may be told that they are not.
    expect(pages.filter(({ seen }) => seen.said.includes('do not fit a button'))).toEqual([]);
  });
});

describe('pages', () => {
  test('are numbered where there are several, and lead there and back', () => {
    const pages = pagesOf('votes');
    expect(pages.length).toBeGreaterThan(1);
    for (const [i, { seen }] of pages.entries()) {
      const row = seen.buttons.filter(({ label }) => PAGE.test(label ?? ''));
      // Each in its place on every page, so that a thumb need not move.
      expect(row.map(({ label }) => label)).toEqual(['‹ Previous', `${i + 1} of ${pages.length}`, 'Next ›']);
      expect(row.map(({ disabled }) => disabled ?? false)).toEqual([i === 0, true, i === pages.length - 1]);
    }
  });

  test('have first and last where there are more than three', () => {
    const pages = pagesOf('cite', { footnote: 'all', style: 'apa' });
    expect(pages.length).toBeGreaterThan(3);
    const spent = pages.map(({ seen }) =>
      seen.buttons.filter((b) => b.disabled && PAGE.test(b.label ?? '')).map((b) => b.label),
    );
    expect(spent[0]).toEqual(['« First', '‹ Previous', `1 of ${pages.length}`]);
    expect(spent[1]).toEqual([`2 of ${pages.length}`]);
    expect(spent.at(-1)).toEqual([`${pages.length} of ${pages.length}`, 'Next ›', 'Last »']);
    const last = pressLabel(pages[0] as Reply, 'Last »');
    expect(last.seen.said).toBe(pages.at(-1)?.seen.said);
    expect(pressLabel(last, '« First').seen.said).toBe(pages[0]?.seen.said);
  });

  test('replace the message, and do not say again whether it is private', () => {
    const [, second] = pagesOf('votes', { private: 'true' });
    expect(second?.dispatched.response.type).toBe(7);
    expect(second && second.message.flags & 64).toBe(0);
  });
});

const PAGE = /^(« First|‹ Previous|\d+ of \d+|Next ›|Last »)$/;
