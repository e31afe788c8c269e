/** Questions on treaties. */
import { describe, expect, test } from 'vitest';
import { raw } from '../library.js';
import { told } from './told.js';

const treatiesIn = (question: string) =>
  told(question)
    .evidence.flatMap((id) => /^treaty:(.+)$/.exec(id)?.[1] ?? [])
    .sort();

describe('the status of a treaty', () => {
  test.each([
    ['Has China ratified the Rome Statute?', 'rome-statute', 'Not ratified'],
    ['is China a member of the ICC?', 'rome-statute', 'Not ratified'],
    ['Is China a party to the Arms Trade Treaty?', 'arms-trade-treaty', 'Not ratified'],
    ['did china sign the ATT', 'arms-trade-treaty', 'Not ratified'],
    ['ICCPR status', 'iccpr', 'Signed, not ratified'],
    ['has china ratified the covenant on civil and political rights', 'iccpr', 'Signed, not ratified'],
    ['is the CERD report late?', 'cerd', 'overdue'],
    ['Is China’s report on the rights of the child overdue?', 'crc', 'overdue'],
  ])('as in “%s” is what the report says of it', (question, id, status) => {
    const answer = told(question);
    const treaty = raw.treaties.find((t) => t.id === id);
    expect(answer.found).toBe(true);
    expect(answer.evidence[0]).toBe(`treaty:${id}`);
    expect(answer.text.split('\n')[1]).toContain(status);
    expect(answer.text).toContain(treaty?.statements[0]?.text);
    expect(answer.sources).toEqual(
      [...new Set(treaty?.statements.flatMap(({ footnotes }) => footnotes))].sort((a, b) => a - b),
    );
  });

  test('is corrected where a question takes another one for granted', () => {
    for (const question of [
      'why did China ratify the Rome Statute?',
      'China ratified the Rome Statute, right?',
    ]) {
      const { text, evidence } = told(question);
      expect(evidence[0]).toBe('treaty:rome-statute');
      expect(text).toMatch(/not ratified/i);
    }
  });

  test.each(['Has China ratified the Convention against Torture?', 'Did China sign the CERD?'])(
    'is the record’s, and said to be, where the report only says that a report is late: %s',
    (question) => {
      const { found, text } = told(question);
      expect(found).toBe(true);
      expect(text).toContain('does not speak of ratification');
      expect(text).toContain('UN record: ');
      expect(text).toContain('overdue');
    },
  );
});

test('of a year are those of which the report says something in that year', () => {
  expect(treatiesIn('which treaties did China sign in 1998?')).toEqual(['iccpr']);
});

describe('treaties listed', () => {
  test.each([
    'which treaty reports are overdue?',
    'how many reports to treaty bodies are late?',
    'what reports does China still owe the treaty bodies?',
    'which treaty bodies are still waiting for a report?',
  ])('are those whose reports are late: %s', (question) => {
    expect(treatiesIn(question)).toEqual(['cat', 'cerd', 'crc']);
  });

  test.each(['which treaties has China not ratified?', 'list the unratified treaties'])(
    'are those that are not ratified: %s',
    (question) => {
      expect(treatiesIn(question)).toEqual(['arms-trade-treaty', 'iccpr', 'rome-statute']);
    },
  );
});
