import { describe, expect, test } from 'vitest';
import { problemsWith } from './fixture.js';

describe('a vote', () => {
  test.each(['s/res/2633', 'S/RES/2633(2022)', 'A/HR/RES/50/19', '48/15'])(
    'has a canonical symbol, which %s is not',
    (resolution) => {
      expect(problemsWith({ 'votes.2.resolution': resolution })).toEqual([
        `votes[2] (${resolution}) resolution: resolution "${resolution}" is not a canonical symbol; expected one like S/RES/2605, A/RES/77/230 or A/HRC/RES/52/1 (a misprint of the report goes into printed)`,
      ]);
    },
  );

  test('belongs to the body of its symbol', () => {
    expect(problemsWith({ 'votes.2.body': 'general-assembly' })).toEqual([
      'votes[2] (A/HRC/RES/48/15) body: body is general-assembly; expected human-rights-council, the body of A/HRC/RES/48/15',
    ]);
  });

  test('has an indicator and a footnote', () => {
    expect(problemsWith({ 'votes.2.indicator': 40, 'votes.2.footnote': 50 })).toEqual([
      'votes[2] (A/HRC/RES/48/15) indicator: indicator 40 does not exist; expected the number of one of the 3 in the file',
      'votes[2] (A/HRC/RES/48/15) footnote: mark 50 has no footnote; expected the number of one of the 4 in the file',
    ]);
  });

  test.each([
    ['yes', 'Yes.'],
    ['yes', 'voted in favour'],
    ['no', 'no'],
    ['no', 'Voted against'],
    ['abstained', '**abstained**'],
    ['without-vote', 'adopted without a vote'],
    ['without-vote', 'Adopted by consensus'],
  ])('may say %s in the words "%s"', (position, wording) => {
    expect(problemsWith({ 'votes.2.position': position, 'votes.2.wording': wording })).toEqual([]);
  });

  test('adopted by consensus is nobody’s yes', () => {
    expect(problemsWith({ 'votes.2.position': 'yes', 'votes.2.wording': 'adopted by consensus' })).toEqual([
      'votes[2] (A/HRC/RES/48/15) wording: wording "adopted by consensus" means without-vote, but position is yes; expected them to agree',
    ]);
  });

  test('is worded in a way that is known', () => {
    expect(problemsWith({ 'votes.2.wording': 'not against' })).toEqual([
      'votes[2] (A/HRC/RES/48/15) wording: wording "not against" is of no known position; expected one like yes, no, against, abstained, adopted without vote, adopted by consensus',
    ]);
  });
});

describe('the record of a vote', () => {
  const record = 'votes[0] (S/RES/2605) record';

  test.each([
    [
      'no tally, yet a position',
      { 'votes.0.record.tally': null },
      `${record}.tally: tally is null (adopted without a vote), but position is abstained; expected a tally, or position without-vote or null`,
    ],
    [
      'a tally, yet no vote',
      { 'votes.0.record.position': 'without-vote', 'checks.0.about': { kind: 'vote', id: 'S/RES/2605' } },
      `${record}.position: position is without-vote, but there is a tally; expected yes, no, abstained or null, or a tally of null`,
    ],
    [
      'a tally that does not count the country',
      { 'votes.0.record.tally.abstained': 0 },
      `${record}.tally.abstained: abstained is 0, but position is abstained; expected at least 1`,
    ],
    [
      'a difference from the report that no check shows',
      { 'votes.0.record.position': 'yes' },
      `${record}.position: position is yes, but the report says abstained; expected them to agree, or a check about S/RES/2605`,
    ],
  ])('%s', (_, changes, problem) => {
    expect(problemsWith(changes)).toEqual([problem]);
  });

  test('may differ from the report where a check shows it, and may be unverified', () => {
    const about = { kind: 'vote', id: 'S/RES/2605' };
    expect(problemsWith({ 'votes.0.record.position': 'yes', 'checks.0.about': about })).toEqual([]);
    expect(problemsWith({ 'votes.0.record.position': null })).toEqual([]);
    expect(problemsWith({ 'votes.1.record.position': 'without-vote', 'votes.1.record.tally': null })).toEqual(
      [],
    );
  });
});
