/** *Find sources*: what of the assessment bears on a message that was not written to Footnote. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { raw } from '../library.js';
import { toldOn, votesIn } from './told.js';

describe('a message that nothing bears on', () => {
  test.each([
    'Did anyone watch the match last night? What a goal!',
    'We lost the game because of the referee',
    'I ran ten kilometres today and my legs hurt',
    'The gym is closed on Sunday',
    'I’m making pasta for dinner, who wants some?',
    'The bakery on the corner sells amazing bread',
    'I planted tomatoes and they are growing well',
    'The deadline for the sprint is Friday, please update your tickets',
    'Can someone review my pull request?',
    'The meeting moved to 3 pm in room 4',
    'Server is down, who has the password?',
    'gg wp, that boss fight took us three hours',
    'Anyone up for Mario Kart tonight?',
    'It is raining again and I forgot my umbrella',
    'Snow tomorrow, drive carefully',
    'The prime minister of Canada resigned yesterday',
    'The election in Brazil was very close',
    'inflation in Germany fell to two percent',
    'The French parliament voted on the pension reform',
    'Trump said something stupid about tariffs',
    'Happy birthday Anna! 🎂',
    'My cat knocked over the plant again',
    'My sister is getting married in June',
    'The new phone has a great camera',
    'I need a new laptop, any recommendations?',
    'The train was late again this morning',
    'Which series are you watching at the moment?',
    'That movie was so good, I cried at the end',
    'Does anybody have a spare ticket for the concert?',
    'The teacher gave us so much homework',
    'Taxes are due next month, ugh',
    'The stock market crashed today',
    'My internet is so slow',
    'lol same',
    'https://example.com/cats.gif',
    'police brutality in the US is out of control',
    'We need civil society in this server lol',
    'Our student council voted against the new rules in 2022',
    'my boss harasses me at work',
    'the surveillance cameras at my school suck',
    'Germany ratified the Rome Statute in 2000',
    'The police in my town are useless. Civil society here is dead.',
    'Our company got a new AI for facial recognition in the office',
    'I visited China last year, amazing food',
    'my Chinese homework is due tomorrow',
    'China’s economy grew 5 percent',
    'Xi Jinping met Macron in Paris',
    'Hong Kong has great dim sum',
    '🙂🙂🙂',
  ])('finds nothing: %s', (message) => {
    const answer = toldOn(message);
    expect(answer.found).toBe(false);
    expect(answer.evidence).toEqual([]);
  });
});

test('of many votes that fit a message five are shown', () => {
  const votes = votesIn(toldOn('China voted against Syria again'));
  expect(votes).toHaveLength(5);
  for (const symbol of votes) {
    const title = raw.votes.find(({ resolution }) => resolution === symbol)?.title;
    expect(title).toContain('Syria');
  }
});

describe('a message that names a resolution', () => {
  test('which is not listed, is told so', () => {
    const answer = toldOn('Wasn’t S/RES/2613 vetoed last year?');
    expect(answer.found).toBe(false);
    expect(answer.text).toContain('S/RES/2613 is not in this assessment');
    expect(answer.text).not.toContain('S/RES/2612');
  });

  test('and one that is not listed, is told both', () => {
    const answer = toldOn('Both S/RES/2612 and S/RES/2613 passed.');
    expect(answer.evidence[0]).toBe('vote:S/RES/2612');
    expect(answer.text).toContain('S/RES/2613 is not in this assessment');
  });
});

describe('a message that something bears on', () => {
  test.each([
    ['Did you know China runs overseas police stations to harass dissidents?', 'indicator:20', 27],
    ['China is ranked 179th for press freedom by Reporters Without Borders', 'indicator:19', 24],
    ['Peacekeepers from China serve in South Sudan', 'indicator:33', undefined],
    ['There is no freedom of speech in China, dissent is crushed', 'indicator:19', 23],
    ['Mandarin is forced on schools in Tibet and Inner Mongolia', 'indicator:21', 28],
    ['they sent lethal aid to Russia for the war in Ukraine', 'indicator:25', 39],
    ['Uyghurs are held in internment camps in Xinjiang', 'indicator:15', undefined],
    ['China never ratified the Rome Statute', 'indicator:7', undefined],
    ['The Uyghur camps are horrible', 'indicator:15', undefined],
    ['There is no torture in China', 'indicator:15', undefined],
    ['Belt and Road is a debt trap', 'indicator:27', undefined],
    ['Peacekeepers from China: 2,273 in total', 'indicator:33', 47],
    ['The report says China improved on refugees', 'indicator:17', undefined],
    ['Did you see that Tangshan restaurant attack video', 'indicator:16', 20],
    ['The veto is the problem. China and Russia block everything', 'indicator:36', undefined],
    ['China rated very weak on civil society', 'indicator:19', undefined],
  ])('gets it first, with its source: %s', (message, first, footnote) => {
    const answer = toldOn(message);
    expect(answer.found).toBe(true);
    expect(answer.evidence[0]).toBe(first);
    if (footnote) expect(answer.sources).toContain(footnote);
  });

  test.each([
    ['China voted against A/RES/77/230 and abstained on S/RES/2605', ['S/RES/2605', 'A/RES/77/230']],
    ['China ha votado en contra de la resolución A/RES/77/230', ['A/RES/77/230']],
    ['La Chine s’est abstenue sur la résolution S/RES/2605', ['S/RES/2605']],
    ['China hat gegen A/HRC/RES/51/28 gestimmt', ['A/HRC/RES/51/28']],
    ['中国在联合国投票反对 A/RES/77/230', ['A/RES/77/230']],
    ['Китай голосовал против A/RES/76/228', ['A/RES/76/228']],
  ])('gets the resolutions that it names before all else, in whatever language: %s', (message, symbols) => {
    const answer = toldOn(message);
    expect(votesIn(answer)).toEqual(symbols);
    expect(new Set(answer.evidence.slice(0, symbols.length))).toEqual(
      new Set(symbols.map((symbol) => `vote:${symbol}`)),
    );
  });

  test('gets no other resolution for one that is not listed', () => {
    expect(votesIn(toldOn('what about S/RES/2613?'))).toEqual([]);
  });

  test('gets five at the most', () => {
    const message = raw.votes.map((v) => v.resolution).join(', ');
    expect(toldOn(message).evidence).toHaveLength(5);
    const everything = raw.indicators.map((i) => i.label).join('. ');
    expect(new Set(toldOn(everything).evidence).size).toBeLessThanOrEqual(5);
  });

  test('gets it from among sentences on something else', () => {
    const filler = 'The weather is nice today. We had soup for lunch! ';
    const answer = toldOn(
      `${filler.repeat(20)}China sends asylum seekers who flee North Korea back there. ${filler.repeat(5)}`,
    );
    expect(answer.evidence).toContain('indicator:17');
  });

  test('is not said again, and mentions nobody', () => {
    const { pages } = toldOn(
      '@everyone <@12345678901234567> overseas police stations harass dissidents abroad',
    );
    expect(pages[0]?.seen.said).not.toContain('everyone');
    expect(pages[0]?.seen.said).toContain('police stations');
  });
});

test('any message is answered with up to five that exist, each with a statement or a vote', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...raw.indicators.flatMap((i) => [i.label, ...i.aliases]),
      ...raw.votes.map((v) => v.resolution),
      ...raw.footnotes.flatMap((f) => f.sources.map(({ title }) => title)),
    ),
    fc.lorem({ maxCount: 8 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('. ', '\n', ' '), (pieces, between) => {
      const message = pieces.join(between).slice(0, 4000);
      const answer = toldOn(message);
      expect(answer.evidence.length).toBeLessThanOrEqual(5);
      expect(new Set(answer.evidence).size).toBe(answer.evidence.length);
      expect(answer.found).toBe(answer.evidence.length > 0);
      expect(toldOn(message).text).toBe(answer.text);
    }),
    { numRuns: 300 },
  );
});
