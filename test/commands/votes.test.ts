import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { raw } from '../library.js';
import { ask, pagesOf } from './asking.js';

const WORDS = { yes: 'yes', no: 'no', abstained: 'abstained', 'without-vote': 'adopted without a vote' };
const saidOf = (options: Record<string, string>) =>
  pagesOf('votes', options)
    .map(({ seen }) => seen.said)
    .join('\n');
const lineOf = (said: string, start: string) => said.split('\n').find((line) => line.startsWith(start));

describe('a vote in full', () => {
  test.each(raw.votes.map((v) => [v.resolution, v] as const))('%s says how the report has it', (_, vote) => {
    const { seen, dispatched } = ask('votes', { resolution: vote.resolution });
    const line = seen.body.find(({ text }) => text.startsWith('China, in the report: '));
    expect(seen.head[0]?.text).toBe(vote.resolution);
    expect(line?.bold[0]).toMatch(new RegExp(`^${WORDS[vote.position]}\\b`));
    expect(line?.bold[0]).toContain(vote.wording);
    expect(line?.text.endsWith(` [${vote.footnote}]`)).toBe(true);
    expect(line?.text.includes('nobody’s yes')).toBe(vote.position === 'without-vote');
    if (vote.title) expect(seen.said).toContain(`Title: ${vote.title}`);
    expect(dispatched.answer).toMatchObject({ found: true, sources: [vote.footnote] });
    expect(dispatched.answer?.evidence[0]).toEqual({ assessment: raw.id, kind: 'vote', id: vote.resolution });
  });

  // Where the record has another position, the check says it, below.
  const agreed = raw.votes.filter(({ record, position }) => !record || record.position === position);
  test.each(agreed.map((v) => [v.resolution, v] as const))(
    '%s has the UN record where verified',
    (_, vote) => {
      const { seen } = ask('votes', { resolution: vote.resolution });
      const { record } = vote;
      const line = lineOf(seen.said, 'UN record: ');
      if (!record) {
        expect(line).toBeUndefined();
        return;
      }
      expect(line).toContain(record.source.title);
      if (record.adopted) {
        const [year, month, day] = record.adopted.split('-').map(Number);
        const name = new Date(2000, (month as number) - 1).toLocaleString('en-GB', { month: 'long' });
        expect(line).toContain(`adopted on ${day} ${name} ${year}`);
      } else expect(line).not.toMatch(/adopted on/);
      if (record.tally) {
        const { yes, no, abstained } = record.tally;
        expect(line).toContain(
          `${yes} in favour, ${no || 'none'} against and ${abstained || 'none'} abstaining`,
        );
      } else expect(line).not.toMatch(/in favour/);
      if (record.position === null) expect(line).toContain('China’s vote is not verified');
      else if (record.position === 'without-vote') expect(line).toContain('without a vote');
      else expect(line).toContain(`China: ${WORDS[record.position]}`);
    },
  );

  test('S/RES/2677 shows what the report says and what the record says', () => {
    const { seen } = ask('votes', { resolution: 'S/RES/2677' });
    expect(seen.said).toContain('China, in the report: yes [32]');
    const [check] = seen.body.filter(({ text }) => text.includes('UN record: '));
    expect(check?.text).toContain('The report prints “yes” for China’s vote on S/RES/2677.');
    expect(check?.text).toContain(
      'UN record: China abstained on S/RES/2677, which was adopted on 15 March 2023 by 13 votes to none, with 2 abstentions.',
    );
    expect(check?.links).toHaveLength(1);
    // Said once.
    expect(seen.said.split('UN record: ')).toHaveLength(2);
  });

  test.each(['A/HRC/RES/50/19', 'A/HR/RES/50/19', 'HRC 50/19'])(
    '%s is known by its misprint',
    (resolution) => {
      const { seen } = ask('votes', { resolution });
      expect(seen.head[0]?.text).toBe('A/HRC/RES/50/19');
      expect(seen.said).toContain('The report prints the symbol as A/HR/RES/50/19.');
    },
  );

  test('asked for with a year that is not its own, says so', () => {
    expect(saidOf({ resolution: 'S/RES/2677 (2022)' })).toContain(
      'S/RES/2677 is a resolution of 2023, not of 2022.',
    );
    expect(saidOf({ resolution: 'S/RES/2677 (2023)' })).not.toContain('is a resolution of');
  });

  test('asked for by a pair that two bodies may have, says how it was read', () => {
    expect(saidOf({ resolution: '51/28' })).toContain('Read as A/HRC/RES/51/28');
  });
});

describe('a list of votes', () => {
  const filters = fc.record(
    {
      body: fc.constantFrom('security-council', 'general-assembly', 'human-rights-council'),
      year: fc.constantFrom('2021', '2022', '2023'),
      position: fc.constantFrom('yes', 'no', 'abstained', 'without-vote'),
    },
    { requiredKeys: [] },
  );

  test('is counted as the data counts, what nobody voted on apart', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const rows = raw.votes.filter((v) =>
          Object.entries(filter).every(([key, value]) => `${v[key as 'body']}` === value),
        );
        const pages = pagesOf('votes', filter as Record<string, string>);
        const answer = pages[0]?.dispatched.answer;
        if (rows.length === 0) {
          expect(answer).toMatchObject({ found: false, evidence: [] });
          return;
        }
        expect(answer?.found).toBe(true);
        expect(answer?.evidence.map((e) => e.id)).toEqual(rows.map((v) => v.resolution));
        const n = (position: string) => rows.filter((v) => v.position === position).length;
        for (const { seen } of pages.slice(0, 1)) {
          const tally = lineOf(seen.said, 'In the report: ');
          // Where one position was asked for, that the others have none says nothing.
          expect(tally).toContain(
            filter.position === undefined
              ? `yes ${n('yes')}, no ${n('no')} and abstained ${n('abstained')}.`
              : `In the report: ${WORDS[filter.position]} ${rows.length}.`,
          );
          if (filter.position) continue;
          expect(/(\d+) adopted without a vote or by consensus/.exec(tally ?? '')?.[1]).toBe(
            n('without-vote') ? String(n('without-vote')) : undefined,
          );
        }
      }),
      { numRuns: 80 },
    );
  });

  test('gives each vote in the report’s own wording', () => {
    const lines = pagesOf('votes').flatMap(({ seen }) => seen.body);
    for (const { resolution, wording, year } of raw.votes) {
      const line = lines.find(({ bold }) => bold[0] === resolution);
      expect(line?.bold[1]).toBe(wording);
      expect(line?.text).toContain(`(${year})`);
    }
  });

  test('shows the record beside the report where the two differ, and nowhere else', () => {
    const lines = pagesOf('votes').flatMap(({ seen }) => seen.body);
    const differing = lines.filter(({ text }) => text.includes('UN record: ')).map(({ bold }) => bold[0]);
    expect(differing).toEqual(['S/RES/2677']);
  });
});

describe('the votes on a topic', () => {
  const idsOn = (topic: string) => ask('votes', { topic }).dispatched.answer?.evidence.map((e) => e.id) ?? [];
  const titled = (words: RegExp) =>
    raw.votes.filter((v) => words.test(v.title ?? v.record?.subject ?? '')).map((v) => v.resolution);

  test.each([
    ['Syria', /Syrian/],
    ['syrian arab republic', /Syrian/],
    ['South Sudan', /South Sudan/],
    ['DPRK', /People’s Republic of Korea/],
    ['north korea', /People’s Republic of Korea/],
    ['Myanmar', /Myanmar/],
    ['Burma', /Myanmar/],
    ['Burundi', /Burundi/],
    ['Central African Republic', /Central African Republic/],
    ['DRC', /Congo/],
    ['terrorism', /Terrorism/],
  ])('%s are all of those and no others', (topic, words) => {
    expect(idsOn(topic)).toEqual(titled(words));
  });

  test.each([
    'Sudan',
    'the Sudan',
    'Republic of the Sudan',
    'Sudanese',
    'South Korea',
    'Republic of Korea',
    'Republic of the Congo',
    'Congo-Brazzaville',
    'South Africa',
    'Ukraine',
    'Korea, Republic of',
  ])('%s are none, whatever other country is called nearly so', (topic) => {
    const { answer } = ask('votes', { topic }).dispatched;
    expect(answer).toMatchObject({ found: false, evidence: [] });
  });

  test('that is a country of another name says which topics there are', () => {
    const { seen } = ask('votes', { topic: 'Sudan' });
    expect(seen.said).toContain('None of the 27 votes is on that topic.');
    expect(seen.said).not.toMatch(/[AS]\/(?:HRC\/)?RES\//);
  });
});
