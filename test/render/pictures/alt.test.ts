import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALT_MAX, altOf } from '../../../src/render/pictures/alt.js';
import { PICTURES } from '../../../src/render/pictures/job.js';
import { anyAssessment, china, withChanges } from './data.js';

test('the scorecard is described by its counts, by what moved and by area', () => {
  const alt = altOf('scorecard', china);
  expect(alt).toContain(
    'China: ratings as of 2023, as judged by Asia-Pacific Centre for the Responsibility to Protect.',
  );
  expect(alt).toContain('36 indicators: 16 Very Weak, 12 Weak, 6 Fair and 2 Strong.');
  expect(alt).toContain('Against 2022: 2 Decrease and 34 Unchanged.');
  expect(alt).toContain(
    '10, “Domestic human rights and the elimination of discrimination” (Very Weak in 2023)',
  );
  expect(alt).toContain('Policy Mechanisms: 3 Very Weak.');
  expect(alt).toContain('Strong 11 and 33.');
});

test('the votes are described by position and body, with what was adopted without a vote apart', () => {
  const alt = altOf('votes', china);
  expect(alt).toContain('27 resolutions of 2021 to 2023. Yes 3, no 10 and abstained 5.');
  expect(alt).toContain(
    'Apart from these, 9 adopted without a vote. Adopted without a vote is nobody’s yes.',
  );
  expect(alt).toContain('The UN record differs: S/RES/2677 abstained (the report: yes).');
  expect(alt).toContain('Security Council: yes 3, no 0 and abstained 4. General Assembly:');
  for (const { resolution } of china.votes) expect(alt).toContain(resolution);
});

test('the trends are described by the index, by what moved and by area', () => {
  const alt = altOf('trends', china);
  expect(alt).toContain('China’s index score is one point lower than in 2022. 36 indicators: 2 Decrease');
  expect(alt).toContain(`20, “${china.indicators[19]?.label}” (Weak in 2023)`);
  expect(alt).toContain('The ratings of 2022 are not given.');
  expect(alt).toContain('Domestic Implementation: 1 Decrease and 4 Unchanged.');
});

test('where all that moved cannot be named, it is numbered', () => {
  const alt = altOf(
    'trends',
    withChanges({ indicators: china.indicators.map((i) => ({ ...i, trend: 'increase' })) }),
  );
  expect(alt).toContain('Increase: indicator 1, indicator 2,');
  expect(alt).not.toContain('Kigali');
});

test('an assessment without votes is said to have none', () => {
  expect(altOf('votes', withChanges({ votes: [] }))).toMatch(/ The assessment lists no votes\.$/);
});

describe.each(PICTURES)('whatever the %s show', (picture) => {
  test('the description fits, and ends where a sentence ends', () => {
    fc.assert(
      fc.property(anyAssessment, (assessment) => {
        const alt = altOf(picture, assessment);
        expect(alt.length).toBeLessThanOrEqual(ALT_MAX);
        expect(alt).toMatch(/\.$/);
        const { indicators, votes } = assessment;
        if (picture !== 'votes') expect(alt).toContain(`${indicators.length} indicators: `);
        else if (votes.length) expect(alt).toContain(`${votes.length} resolutions of `);
      }),
    );
  });

  test('a name that leaves no room for anything is left out, and the counts are not', () => {
    const country = { name: 'X'.repeat(2000), iso3: 'XXX' };
    const alt = altOf(picture, withChanges({ country }));
    expect(alt).not.toContain('XX');
    expect(alt).toMatch(/^(?:36 indicators: |27 resolutions)/);
  });
});
