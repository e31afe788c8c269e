/** What comes first for what people type. Ranking is checked on the real data, since it hangs on all of it. */
import { describe, expect, test } from 'vitest';
import { edition } from '../library.js';

const ids = (query: string) => edition.search(query, { limit: 30 }).map(({ kind, id }) => `${kind}:${id}`);

/** A query, the first hits in order, and why they are that. */
type Row = readonly [query: string, first: readonly string[], why: string];

const TOPICS: readonly Row[] = [
  [
    'counter-terrorism',
    ['indicator:15'],
    'an alias of the indicator, and the subject of half its statements',
  ],
  ['terrorists', ['indicator:15'], 'terrorist and terrorism are one topic, an alias'],
  ['xinjiang camps', ['indicator:15'], 'both words side by side are an alias'],
  ['re-education camps', ['indicator:15'], 'an alias'],
  ['internment camps', ['indicator:15'], 'internment is not international, which Porter would make of it'],
  ['facial recognition', ['indicator:15'], 'an alias'],
  [
    'surveillance',
    ['indicator:15', 'footnote:14'],
    'the surveillance state comes before the work cited for it',
  ],
  ['Xinjiang', ['indicator:15', 'indicator:1'], 'the report’s own words come before titles that it cites'],
  ['tibetans', ['indicator:1'], 'the people are found under the name of the place'],
  ['genocide in xinjiang', ['indicator:2'], 'the one that speaks of both, in an alias and in a statement'],
  ['genocide', ['indicator:30', 'indicator:14', 'indicator:2'], 'in the name, in the name, in an alias only'],
  ['crimes against humanity', ['indicator:14'], 'stands in its printed name'],
  ['past atrocities', ['indicator:3'], 'its name'],
  ['impunity', ['indicator:3'], 'an alias'],
  ['focal points', ['indicator:4'], 'the plural of what the name has'],
  ['responsibility to protect', ['indicator:4'], 'read as R2P, which its short name is mostly made of'],
  ['treaties', ['indicator:7'], 'all of them are here; one treaty has the word in its name'],
  ['ICC', ['indicator:8', 'treaty:rome-statute'], 'the indicator on the Court, then its statute'],
  ['NHRI', ['indicator:9'], 'an alias'],
  ['paris principles', ['indicator:9'], 'a name of its own: not of the Kigali Principles'],
  ['hong kong', ['indicator:9'], 'an alias has it; footnotes only list it in titles'],
  ['zero covid', ['indicator:10'], 'an alias'],
  ['covid protests', ['indicator:10', 'indicator:19'], 'told in one, mentioned in the other'],
  ['lockdowns', ['indicator:10'], 'what people call the policy'],
  ['Xi third term', ['indicator:10'], 'an alias has all three words'],
  ['LGBT', ['indicator:10'], 'a shorter form of LGBTIQ+'],
  ['discrimination', ['indicator:10', 'indicator:16'], 'in the name of the one, in an alias of the other'],
  ['UPR', ['indicator:11'], 'in the name'],
  ['late reports', ['indicator:11'], 'an alias'],
  ['mandate holders', ['indicator:12'], 'in the name'],
  ['special rapporteurs', ['indicator:12'], 'an alias'],
  ['standing invitation', ['indicator:12'], 'an alias'],
  ['organized crime', ['indicator:13'], 'side by side; not organisations (26) and crimes (14)'],
  ['arrest quotas', ['indicator:13'], 'in a statement, side by side; others have arrests only'],
  ['human rights lawyers', ['indicator:13'], 'an alias; many have human rights'],
  ['criminalize genocide', ['indicator:14'], 'American spelling of an alias'],
  ['women’s law', ['indicator:16'], 'the law is an alias'],
  ['me too', ['indicator:16'], 'two stop words, but together the MeToo of an alias'],
  ['SGBV', ['indicator:16'], 'short for what the name has'],
  ['refugees', ['indicator:17', 'footnote:22'], 'the indicator, then the chapter that it cites'],
  [
    'asylum seeker',
    ['indicator:17', 'footnote:22'],
    'those are called refugees in the name and in the chapter',
  ],
  ['north korean refugees', ['indicator:17'], 'both; the votes are on North Korea only'],
  ['press freedom', ['indicator:19'], 'an alias'],
  ['freedom of speech', ['indicator:19'], 'an alias'],
  ['overseas police stations', ['indicator:20', 'footnote:27'], 'the indicator, then the work of that title'],
  ['police', ['indicator:20'], 'an alias; peacekeeping police come after'],
  [
    'extrajudicial killings',
    ['indicator:20', 'vote:A/RES/77/218'],
    'killings are told here, executions voted on',
  ],
  ['academic freedom', ['indicator:21', 'footnote:29'], 'an alias, then a title'],
  ['Mandarin', ['indicator:21'], 'an alias'],
  [
    'universities',
    ['indicator:21', 'footnote:29'],
    'not the Universal Periodic Review, as Porter would have it',
  ],
  ['Taliban', ['indicator:22', 'indicator:25'], 'aliases of both, then the titles'],
  ['UN voting record', ['indicator:24'], 'aliases'],
  ['lethal aid Russia', ['indicator:25'], 'the only one that has all of it'],
  ['ukraine war', ['indicator:25'], 'the report says it here'],
  ['Myanmar junta', ['indicator:25'], 'an alias has both'],
  ['belt and road', ['indicator:27', 'footnote:38'], 'an alias, then a title'],
  ['iran saudi', ['indicator:27'], 'an alias has both'],
  ['ASEAN', ['indicator:27'], 'an alias'],
  ['foreign aid', ['indicator:29', 'footnote:43'], 'the indicator, then SIPRI’s paper on it'],
  ['early warning', ['indicator:30'], 'in the printed name'],
  ['sovereignty', ['indicator:30'], 'in an alias and in statements'],
  [
    'peacekeepers',
    ['indicator:33', 'indicator:34'],
    'both are on peacekeeping; who keeps the peace is an alias of 33',
  ],
  ['peace-keeping', ['indicator:33', 'indicator:34'], 'one word in the report'],
  [
    'rome statue',
    ['indicator:8', 'treaty:rome-statute'],
    'a statue is a word, so one word of the name has to do',
  ],
  ['2273', ['indicator:33'], 'a number is found with its comma or without'],
  ['kigali', ['indicator:35', 'overview:10'], 'its name, then the summary'],
  ['veto', ['indicator:36'], 'in the name'],
  ['P5 veto', ['indicator:36'], 'an alias'],
  ['female police officers', ['overview:14'], 'said in the overview alone'],
];

const VOTES: readonly Row[] = [
  ['DRC', ['vote:S/RES/2612', 'vote:S/RES/2666'], 'the two on the country, in the report’s order'],
  ['central african republic', ['vote:S/RES/2659'], 'its subject is that and nothing else'],
  [
    'south sudan',
    ['indicator:33', 'vote:A/HRC/RES/49/2', 'vote:A/HRC/RES/52/1'],
    'the mission is an alias; titles follow',
  ],
  ['burundi', ['vote:A/HRC/RES/51/28', 'overview:16'], 'the vote, then where the summary names it'],
  ['rohingya', ['vote:A/RES/77/227'], 'in the title of one vote and nowhere else'],
  ['executions', ['vote:A/RES/77/218'], 'in the title of one vote and nowhere else'],
  ['transitional justice', ['vote:A/HRC/RES/51/23', 'indicator:3'], 'a title, then an alias'],
  ['sanctions', ['vote:S/RES/2633'], 'the subject that the UN record gives'],
  ['MINUSCA', ['vote:S/RES/2605'], 'a mission is found by its name, and is not the country'],
  ['consensus', ['vote:A/HRC/RES/48/19'], 'a position, before the consensus that ASEAN seeks'],
];

const SOURCES: readonly Row[] = [
  ['RSF', ['indicator:19', 'footnote:24'], 'the indicator that gives its ranking, then its page'],
  ['SIPRI', ['footnote:43'], 'known from the web address: its authors are people'],
  ['Washington Post', ['footnote:39'], 'the newspaper of one article'],
  ['nytimes', ['footnote:20'], 'as its address has it'],
  ['BBC', ['footnote:20'], 'a word of the newspaper’s name'],
  ['GANHRI', ['indicator:9', 'footnote:3'], 'an alias, then the author'],
  ['Maizland', ['footnote:13', 'footnote:14'], 'the full reference, then the short form among others'],
  ['Foot', ['footnote:45'], 'an author, and no footnote'],
  ['article 19', ['footnote:12'], 'an author, though its number alone would be none'],
  ['Jamestown', ['footnote:27'], 'the publisher, known from the web address'],
];

const TREATIES: readonly Row[] = [
  ['ATT', ['treaty:arms-trade-treaty'], 'its abbreviation'],
  ['arms trade', ['treaty:arms-trade-treaty'], 'the beginning of its name'],
  ['ICCPR', ['treaty:iccpr', 'indicator:7', 'footnote:2'], 'its abbreviation, an alias, a remark'],
  ['CERD', ['treaty:cerd', 'indicator:11'], 'its abbreviation, then the report that is late'],
  ['torture', ['treaty:cat'], 'in its name; the indicators have it in statements only'],
  ['childrens rights', ['treaty:crc'], 'what the convention is on, without its apostrophe'],
];

describe.each([
  ['topics', TOPICS],
  ['votes', VOTES],
  ['sources', SOURCES],
  ['treaties', TREATIES],
])('%s', (_name, rows) => {
  test.each(rows)('%s: %j, %s', (query, first) => {
    expect(ids(query).slice(0, first.length)).toEqual(first);
  });
});

/** Queries that find the same, best first: spellings, forms and names of one thing. */
const SAME: readonly (readonly string[])[] = [
  ['counter-terrorism', 'counterterrorism', 'counter terrorism', 'Counter‑Terrorism', 'counterterorism'],
  ['Uighurs', 'Uighur', 'Uyghur', 'Uigur', 'Uygur', 'Uighers', 'Ughur'],
  [
    'Xinjiang',
    'Xinjang',
    'Xinijang',
    'Sinkiang',
    'ＸＩＮＪＩＡＮＧ',
    'Xin­jiang',
    'Xinjiang’s',
    "xinjiang's",
    'Xīnjiāng',
  ],
  ['Tibet', 'Tibett', 'Tibetan', 'Xizang'],
  ['refugees', 'refugee', 'asylum seeker', 'asylum-seekers', 'refugess'],
  ['peacekeepers', 'blue helmets', 'peacekeeper', 'peacekeeperss'],
  ['R2P', 'RtoP', 'responsibility to protect', 'Responsibility To Protect?'],
  ['ICC', 'I.C.C.', 'rome statute', 'International Criminal Court'],
  ['North Korea', 'DPRK', 'Democratic People’s Republic of Korea', 'North Koera'],
  ['UPR', 'universal periodic review', 'Universal Periodic Reveiw'],
  ['Human Rights Council', 'HRC', 'UNHRC'],
  ['NHRI', 'national human rights institutions'],
  ['Myanmar', 'Burma'],
  ['Syria', 'Syrian Arab Republic', 'Syira'],
  ['DRC', 'DR Congo', 'Democratic Republic of the Congo'],
  ['organised crime', 'organized crime'],
  ['foreign aid', 'development aid', 'development assistance'],
  ['press freedom', 'freedom of the press', 'media freedom', 'press fredom'],
  ['defence', 'defense'],
  ['LGBT', 'LGBTIQ+', 'LGBTQ', 'LGBTI'],
  ['State Department', 'Department of State'],
  ['UN peacekeeping', 'U.N. peacekeeping', 'United Nations peacekeeping'],
  ['women’s law', "women's law", 'womens law', 'women´s law', 'what is the women`s law??', 'WOMEN’S LAW'],
  ['kigali principles', 'kigalli principels', 'tell me about the Kigali Principles please'],
  ['2273', '2,273'],
];

test.each(SAME)('%s is the same query as %s', (...queries) => {
  const [first, ...others] = queries.map(ids);
  expect(first).not.toEqual([]);
  for (const other of others) expect(other).toEqual(first);
});

describe('several hits of one rank', () => {
  test.each([
    ['Uighur', ['indicator:22', 'indicator:2'], 'aliases of both'],
    ['blue helmets', ['indicator:33', 'indicator:34'], 'peacekeeping in both names'],
    ['human rights council', ['indicator:24', 'indicator:11'], 'an alias, the printed name'],
  ])('%s: %j, in any order: %s', (query, first) => {
    expect(ids(query).slice(0, first.length).sort()).toEqual([...first].sort());
  });

  test.each([
    ['freedom house', [5, 10, 23, 28], 'every footnote that cites it, also in the short form'],
    ['state department', [10, 15, 18, 19, 22, 26, 28], 'every footnote that cites one of its reports'],
    ['hrw', [5, 23, 29], 'an author, abbreviated or not'],
    ['amnesty', [5, 21], 'an author'],
    ['CFR', [13, 14, 40], 'an author, or the site of one'],
    ['GCR2P', [31, 32, 33, 34], 'an author'],
    ['voa', [30], 'a site'],
  ])('%s: footnotes %j, %s', (query, numbers) => {
    const found = edition.search(query, { kinds: ['footnote'], limit: numbers.length });
    expect(found.map(({ id }) => Number(id)).sort((a, b) => a - b)).toEqual(numbers);
  });
});
