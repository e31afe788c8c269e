/** Where the public record differs from the report, an answer shows that where it bears on what is said, and only there. */
import { describe, expect, test } from 'vitest';
import { raw } from '../library.js';
import { told } from './told.js';

const record = (kind: string, id: string) =>
  raw.checks.find(({ about }) => about.kind === kind && about.id === id)?.record ?? 'no such check';

const VOTE = record('vote', 'S/RES/2677');
const MISPRINT = record('vote', 'A/HRC/RES/50/19');
const TREATY = record('treaty', 'arms-trade-treaty');
const REVIEW = record('indicator', '11');
const VISITOR = record('indicator', '12');
const PROSE = record('indicator', '24');

describe('a difference is shown', () => {
  test.each([
    ['How did China vote on S/RES/2677?', VOTE],
    ['Did China vote yes on S/RES/2677?', VOTE],
    ['when did China say yes?', VOTE],
    ['How did China vote on South Sudan in 2023?', VOTE],
    ['How did China vote on A/HRC/RES/50/19?', MISPRINT],
    ['Has China ratified the Arms Trade Treaty?', TREATY],
    ['which treaties has China not ratified?', TREATY],
    ['why hasn’t China signed the Arms Trade Treaty?', TREATY],
    ['who visited China in May 2022?', VISITOR],
    ['Was the visit of the Special Rapporteur the first in 17 years?', VISITOR],
    ['when is China’s next Universal Periodic Review?', REVIEW],
    ['is the UPR due in November 2023?', REVIEW],
    ['outside the Security Council, how does China vote on R2P?', PROSE],
  ])('in the answer to “%s”', (question, difference) => {
    expect(told(question).text).toContain(difference);
  });

  test('beside the report’s own statement, which stays as it is', () => {
    const { text } = told('Has China ratified the Arms Trade Treaty?');
    expect(text).toContain(raw.treaties.find(({ id }) => id === 'arms-trade-treaty')?.statements[0]?.text);
    expect(text).toContain('Not ratified');
    const vote = told('How did China vote on S/RES/2677?').text;
    expect(vote).toContain('in the report: yes');
  });
});

describe('a difference is not shown', () => {
  test.each([
    ['How did China vote on S/RES/2612?', VOTE],
    ['How did China vote on Syria in the General Assembly?', MISPRINT],
    ['Has China ratified the ICCPR?', TREATY],
    ['Has China ratified the Rome Statute?', TREATY],
    ['does China extend a standing invitation?', VISITOR],
    ['is the CERD report late?', REVIEW],
    ['is China a permanent member of the Council from the Asia Pacific?', PROSE],
  ])('in the answer to “%s”, which has nothing to do with it', (question, difference) => {
    const answer = told(question);
    expect(answer.found).toBe(true);
    expect(answer.text).not.toContain(difference);
  });
});
