/** Questions on how the assessed state voted. */
import { describe, expect, test } from 'vitest';
import type { Body, Position, Vote } from '../../src/assessment/schema.js';
import { raw } from '../library.js';
import { NEAREST, type Told, told, votesIn, votesWhere } from './told.js';

const POSITION_WORDS: Record<Position, string> = {
  yes: 'yes',
  no: 'no',
  abstained: 'abstained',
  'without-vote': 'adopted without a vote',
};
/** The line that says how the one vote of an answer went. */
const positionLine = ({ lines }: Told) => lines.find(({ text }) => text.includes('in the report:'))?.text;

const titled = (pattern: RegExp) =>
  votesWhere((v) => pattern.test(v.title ?? '') || pattern.test(v.record?.subject ?? ''));
const SYRIA = titled(/Syria/);
const NORTH_KOREA = titled(/People’s Republic of Korea/);
const SOUTH_SUDAN = titled(/South Sudan/);

test('the data has what these tests count on', () => {
  expect([SYRIA, NORTH_KOREA, SOUTH_SUDAN].map((found) => found.length)).toEqual([7, 4, 5]);
  expect(votesWhere((v) => v.position === 'without-vote')).toHaveLength(9);
});

describe('a vote asked for by its symbol', () => {
  test.each([
    ['How did China vote on A/RES/77/230?', 'A/RES/77/230', 'no'],
    ['how did china vote on a/res/77/230', 'A/RES/77/230', 'no'],
    ['S/RES/2612', 'S/RES/2612', 'yes'],
    ['what was the vote on resolution 2605?', 'S/RES/2605', 'abstained'],
    ['UNSC resolution 2612 (2021)', 'S/RES/2612', 'yes'],
    ['vote on S/RES/2605 (2021), please', 'S/RES/2605', 'abstained'],
    ['A/HRC/RES/51/28?', 'A/HRC/RES/51/28', 'no'],
    ['General Assembly resolution 77/218', 'A/RES/77/218', 'abstained'],
    ['how did China vote on A/HRC/52/30?', 'A/HRC/RES/52/30', 'no'],
  ])('as in “%s” is that one alone, with its position', (question, symbol, position) => {
    const answer = told(question);
    expect(answer.found).toBe(true);
    expect(votesIn(answer)).toEqual([symbol]);
    expect(answer.evidence[0]).toBe(`vote:${symbol}`);
    expect(positionLine(answer)).toMatch(new RegExp(`in the report: ${position}\\b.* \\[\\d+\\]$`));
  });

  test('is the one vote that is named, whichever of the list it is', () => {
    for (const { resolution, position, wording, footnote } of raw.votes) {
      const answer = told(`How did China vote on ${resolution}?`);
      expect(votesIn(answer)).toEqual([resolution]);
      const line = positionLine(answer);
      expect(line).toContain(`in the report: ${POSITION_WORDS[position]}`);
      expect(line).toContain(wording);
      expect(line).toContain(`[${footnote}]`);
      expect(answer.sources).toEqual([footnote]);
    }
  });

  test('is shown beside another one that is named', () => {
    const answer = told('Compare S/RES/2612 and A/RES/77/230');
    expect(votesIn(answer)).toEqual(['S/RES/2612', 'A/RES/77/230']);
  });

  test('says which of two is not in the assessment, and shows the other', () => {
    const answer = told('How did China vote on S/RES/2612 and S/RES/2613?');
    expect(votesIn(answer)).toEqual(['S/RES/2612']);
    expect(answer.text).toContain('S/RES/2613');
  });
});

describe('votes asked for by topic', () => {
  test.each([
    ['How did China vote on Syria?', SYRIA],
    ['votes on the Syrian Arab Republic', SYRIA],
    ['how did china vote on north korea', NORTH_KOREA],
    ['DPRK votes', NORTH_KOREA],
    ['South Sudan resolutions', SOUTH_SUDAN],
    ['How did China vote on Burundi?', ['A/HRC/RES/51/28']],
    ['How did they vote on the Rohingya?', ['A/RES/77/227']],
    ['vote on extrajudicial executions', ['A/RES/77/218']],
    ['How did China vote on transitional justice?', ['A/HRC/RES/51/23']],
    ['how did China vote on the mandate of MINUSCA', ['S/RES/2605']],
  ])('as in “%s” are those on it and no others', (question, symbols) => {
    const answer = told(question);
    expect(answer.found).toBe(true);
    expect(votesIn(answer)).toEqual(symbols);
  });

  test('of two topics are those on either', () => {
    expect(votesIn(told('votes on Syria and South Sudan'))).toEqual(
      votesWhere((v) => SYRIA.includes(v.resolution) || SOUTH_SUDAN.includes(v.resolution)),
    );
  });

  test.each([
    ['Syria 2022', SYRIA, (year: number, _: Body) => year === 2022],
    [
      'Syria in the Human Rights Council in 2022',
      SYRIA,
      (year: number, body: Body) => year === 2022 && body === 'human-rights-council',
    ],
    [
      'South Sudan votes in the Security Council',
      SOUTH_SUDAN,
      (_: number, body: Body) => body === 'security-council',
    ],
  ])('and by year and body, as in “%s”, are those that fit all of it', (question, topic, fits) => {
    expect(votesIn(told(question))).toEqual(
      votesWhere((v) => topic.includes(v.resolution) && fits(v.year, v.body)),
    );
  });
});

describe('votes asked for by position', () => {
  test.each<[string, Position]>([
    ['when did China say yes', 'yes'],
    ['which resolutions did China vote in favour of', 'yes'],
    ['which resolutions did China support?', 'yes'],
    ['what did China vote against', 'no'],
    ['which resolutions did China oppose', 'no'],
    ['how many times did China abstain', 'abstained'],
    ['What did China abstain on?', 'abstained'],
    ['which resolutions were adopted by consensus', 'without-vote'],
    ['resolutions adopted without a vote', 'without-vote'],
  ])('as in “%s” are those with it, counted', (question, position) => {
    const answer = told(question);
    const own = votesWhere((v) => v.position === position);
    expect(votesIn(answer)).toEqual(own);
    expect(answer.text).toContain(`${own.length} of 27 votes`);
  });

  test.each([
    'apart from the Security Council, did China ever abstain?',
    'where did China abstain outside the Security Council?',
  ])('leaves out a body that is not meant: %s', (question) => {
    expect(votesIn(told(question))).toEqual(
      votesWhere((v) => v.body !== 'security-council' && v.position === 'abstained'),
    );
  });

  test.each<[string, (v: (typeof raw.votes)[number]) => boolean]>([
    ['resolutions China did not support', (v) => v.position !== 'yes'],
    ['what did China not vote against', (v) => v.position !== 'no'],
    ['every resolution except abstentions', (v) => v.position !== 'abstained'],
    ['which resolutions did China vote yes or abstain on', (v) => /^(?:yes|abstained)$/.test(v.position)],
    [
      'did China abstain or vote against in 2022',
      (v) => v.year === 2022 && /^(?:no|abstained)$/.test(v.position),
    ],
    ['votes in the Security Council and the Human Rights Council', (v) => v.body !== 'general-assembly'],
    ['votes not on Syria', (v) => !SYRIA.includes(v.resolution)],
    ['votes other than Syria', (v) => !SYRIA.includes(v.resolution)],
    ['Syria', (v) => SYRIA.includes(v.resolution)],
  ])('a position, body or topic that is not meant, or one of two: %s', (question, fits) => {
    const answer = told(question);
    expect(answer.found).toBe(true);
    expect([...votesIn(answer)].sort()).toEqual([...votesWhere(fits)].sort());
  });

  test.each([
    ['Myanmar vote 2021', /no vote on that from 2021/],
    ['when did China veto Syria', /no vote on that in the Security Council/],
  ])('that are not there are not said to be on another topic: %s', (question, says) => {
    const answer = told(question);
    expect(answer.found).toBe(false);
    expect(answer.text).toMatch(says);
  });

  test('says where the record has more of them than the report', () => {
    const answer = told('How many times did China abstain in the Security Council?');
    expect(votesIn(answer)).not.toContain('S/RES/2677');
    expect(answer.text).toMatch(/S\/RES\/2677|South Sudan/);
    expect(answer.text).toContain('UN record');
  });

  test.each<[string, string[]]>([
    ['GA votes 2021', votesWhere((v) => v.body === 'general-assembly' && v.year === 2021)],
    ['Security Council votes 2022', votesWhere((v) => v.body === 'security-council' && v.year === 2022)],
    [
      'did China vote the same on Syria in 2021 and 2022',
      SYRIA.filter((symbol) => raw.votes.some((v) => v.resolution === symbol && v.year < 2023)),
    ],
    ['most recent vote on Syria', ['A/HRC/RES/52/30']],
    ['how many Syria resolutions are in the report', SYRIA],
    ['votes on counter-terrorism', ['A/RES/76/169']],
  ])('by year, in every order of words: %s', (question, symbols) => {
    expect(votesIn(told(question))).toEqual(symbols);
  });

  test('a veto is cast in the Security Council alone', () => {
    const answer = told('how many times did China veto resolutions on Syria?');
    expect(answer.found).toBe(false);
    expect(answer.text).toContain(NEAREST);
  });

  const BODIES: [Body, string][] = [
    ['security-council', 'Security Council'],
    ['general-assembly', 'General Assembly'],
    ['human-rights-council', 'Human Rights Council'],
  ];
  const POSITIONS: [Position, (of: string) => string][] = [
    ['yes', (of) => `which ${of} did China vote in favour of?`],
    ['no', (of) => `which ${of} did China vote against?`],
    ['abstained', (of) => `which ${of} did China abstain on?`],
    ['without-vote', (of) => `which ${of} were adopted by consensus?`],
  ];
  const every = BODIES.flatMap(([body, called]) =>
    [2021, 2022, 2023].flatMap((year) =>
      POSITIONS.map(
        ([position, asked]) => [asked(`${called} resolutions of ${year}`), { body, year, position }] as const,
      ),
    ),
  );

  test.each(every)('by body and year as well: %s', (question, { body, year, position }) => {
    const answer = told(question);
    const there = votesWhere((v) => v.body === body && v.year === year);
    const own = votesWhere((v) => v.body === body && v.year === year && v.position === position);
    expect(answer.found).toBe(there.length > 0);
    if (own.length > 0) expect(votesIn(answer)).toEqual(own);
    // None with that position: what there is, and a note that it is something else.
    else if (there.length > 0) {
      expect(votesIn(answer)).toEqual(there);
      expect(answer.text).toContain('Note:');
    }
  });
});

describe('what a question takes for granted', () => {
  test.each([
    ['Did China vote yes on S/RES/2605?', 'abstained'],
    ['since China voted yes on A/RES/77/230', 'no'],
    ['So China supported A/RES/76/228?', 'no'],
    ['did China vote against S/RES/2612', 'yes'],
    ['Did China abstain on Burundi?', 'no'],
  ])('is corrected where it is not so: %s', (question, position) => {
    const answer = told(question);
    expect(answer.text).toContain('Note:');
    expect(positionLine(answer)).toMatch(new RegExp(`in the report: ${position}\\b`));
  });

  test.each(['so China supported the Syria resolutions?', 'did China vote yes on Syria?'])(
    'is corrected for a list as well: %s',
    (question) => {
      const answer = told(question);
      expect(votesIn(answer)).toEqual(SYRIA);
      expect(answer.text).toContain('Note:');
      expect(answer.text).toContain('yes 0, no 7 and abstained 0');
    },
  );

  test.each([
    'Did China vote against A/RES/77/230?',
    'Did China vote yes on S/RES/2612?',
    'Did China vote against Syria?',
  ])('is left alone where it is so: %s', (question) => {
    expect(told(question).text).not.toContain('Note:');
  });
});

describe('what was adopted without a vote', () => {
  const without = votesWhere((v) => v.position === 'without-vote');

  test.each(without)('is nobody’s yes or no, however it is asked: %s', (symbol) => {
    for (const question of [
      `How did China vote on ${symbol}?`,
      `Did China vote yes on ${symbol}?`,
      `Did China vote against ${symbol}?`,
      `Did China abstain on ${symbol}?`,
    ]) {
      const answer = told(question);
      expect(votesIn(answer)).toEqual([symbol]);
      expect(positionLine(answer)).toContain('in the report: adopted without a vote');
      expect(answer.text).not.toMatch(/in the report: (?:yes|no|against|abstained)\b/);
    }
  });

  test('is counted apart', () => {
    const answer = told('How did China vote on North Korea?');
    expect(answer.text).toContain('yes 0, no 0 and abstained 0');
    expect(answer.text).toContain('Apart from these, 4');
    expect(told('General Assembly votes').text).toContain('yes 0, no 2 and abstained 1. Apart from these, 4');
  });

  test.each(['yes', 'no', 'against', 'abstain'])('is on no list of “%s”', (word) => {
    const shown = votesIn(told(`which resolutions did China vote ${word} on?`));
    expect(shown.filter((symbol) => without.includes(symbol))).toEqual([]);
  });
});

describe('the bodies compared', () => {
  test.each([
    'how does voting differ between the Security Council and the Human Rights Council?',
    'which body did China vote against most?',
  ])('have each its own tally: %s', (question) => {
    const { text, found } = told(question);
    expect(found).toBe(true);
    expect(text).toContain('yes 3, no 0 and abstained 4');
    expect(text).toContain('yes 0, no 8 and abstained 0. Apart from these, 5');
  });
});

describe('votes asked for by when and where', () => {
  test.each<[string, (vote: Vote) => boolean]>([
    ['general assembly 2021', (v) => v.body === 'general-assembly' && v.year === 2021],
    ['security council 2022', (v) => v.body === 'security-council' && v.year === 2022],
    ['unsc 2021', (v) => v.body === 'security-council' && v.year === 2021],
    ['hrc 2022', (v) => v.body === 'human-rights-council' && v.year === 2022],
    ['human rights council 2023 record', (v) => v.body === 'human-rights-council' && v.year === 2023],
    ['votes before 2022', (v) => v.year < 2022],
    ['votes since 2022', (v) => v.year >= 2022],
    ['how did China vote after 2022', (v) => v.year > 2022],
    [
      'what did China vote against in 2022 outside Syria',
      (v) => v.position === 'no' && v.year === 2022 && !v.title?.includes('Syria'),
    ],
    ['non-Syria no votes', (v) => v.position === 'no' && !v.title?.includes('Syria')],
    ['MINUSCA vote', (v) => v.record?.subject?.includes('MINUSCA') === true],
    ['what did China do on Myanmar at the UN', (v) => v.title?.includes('Myanmar') === true],
    [
      'how many GA texts on the list passed w/o a vote',
      (v) => v.body === 'general-assembly' && v.position === 'without-vote',
    ],
    [
      'how many human rights council resolutions went thru by consensus',
      (v) => v.body === 'human-rights-council' && v.position === 'without-vote',
    ],
  ])('are those: %s', (question, fits) => {
    expect(votesIn(told(question))).toEqual(votesWhere(fits));
  });

  test.each([
    'was china for or against S/RES/2666',
    'A/RES/76/169 yes or no',
    'how many countries voted for 2633',
  ])('take nothing for granted that is left open: %s', (question) => {
    expect(told(question).text).not.toContain('Note:');
  });

  test('are shown with the record at once where that has what was asked for', () => {
    const { text } = told('did china abstain on 2677');
    expect(text).toContain('The report has “yes”, the UN record “abstained”');
  });

  test('of others are not known', () => {
    expect(told('did China vote with Russia?').found).toBe(false);
  });
});

describe('votes on a country', () => {
  test.each([
    ['did china vote on sanctions on north korea', NORTH_KOREA, 'sanctions'],
    ['resolution on drones in syria', SYRIA, 'drones'],
    ['how did china vote on iran and north korea', NORTH_KOREA, 'iran'],
  ])('are not those on something else: %s', (question, near, said) => {
    const answer = told(question);
    expect(answer.found).toBe(false);
    expect(answer.text).toContain(`None of the votes in the report is on that (“${said}”)`);
    expect(votesIn(answer)).toEqual(near.slice(0, votesIn(answer).length));
    expect(answer.text).toContain(NEAREST);
  });

  test('of whose there is none in a body are declined for that body', () => {
    const answer = told('did china veto north korea sanctions');
    expect(answer.found).toBe(false);
    expect(votesIn(answer)).not.toContain('S/RES/2633');
  });

  test.each(['how did china vote on the war in syria', 'china on the syria resolutions'])(
    'are all of them, whatever else is said of it: %s',
    (question) => {
      expect(votesIn(told(question))).toEqual(SYRIA);
    },
  );
});

describe('a topic that no vote has', () => {
  test.each([
    'votes that concern children',
    'how did china vote on resolutions that mention women',
    'resolutions dealing with climate change',
    'votes on belarus',
    'how did china vote on MINUSMA',
  ])('is declined: %s', (question) => {
    const answer = told(question);
    expect(answer.found).toBe(false);
    expect(votesIn(answer)).toEqual([]);
  });
});

describe('a position that is denied', () => {
  test.each(["which votes weren't no", 'which votes were not no', 'list the votes that wasnt a no'])(
    'leaves the others: %s',
    (question) => {
      expect(votesIn(told(question))).toEqual(votesWhere((vote) => vote.position !== 'no'));
    },
  );

  test('leaves out nothing that is only counted: no update is no vote', () => {
    expect(votesIn(told('how many indicators have no update'))).toEqual([]);
  });
});
