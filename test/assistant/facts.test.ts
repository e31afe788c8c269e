/** Questions on what the report says: the statements that answer, and no more. */
import { describe, expect, test } from 'vitest';
import { marksOf, unmarked } from '../commands/true-to-footnotes.js';
import { raw } from '../library.js';
import { statementsIn, told } from './told.js';

/** A question, the indicator that it is answered from, and what the answer has to say. */
const FACTS: [question: string, indicator: number, says: RegExp][] = [
  ['How many peacekeepers does China have?', 33, /2,273/],
  ['where are most Chinese peacekeepers deployed?', 33, /UNMISS/],
  ['what happened at the zero-covid protests?', 10, /dictator/],
  ['What does China do with people who flee North Korea?', 17, /sending asylum seekers/],
  ['is Mandarin enforced in Tibet?', 21, /Mandarin/],
  ['who called China the largest prison for journalists?', 19, /Reporters Without Borders/],
  ['does China have a national human rights institution?', 9, /no national human rights institution/],
  ['Does China have an R2P focal point?', 4, /no R2P Focal Point/],
  ['do people in China get a fair trial?', 13, /presumes guilt|Due process/],
  ['what are the camps in Xinjiang called by rights groups?', 15, /internment camps/],
  ['does China extend a standing invitation to special rapporteurs?', 12, /no standing invitation/],
  ['has China given lethal aid to Russia?', 25, /lethal aid/],
  ['who brokered the talks between Iran and Saudi Arabia?', 27, /Saudi Arabia/],
  ['what are the overseas police stations used for?', 20, /intimidate/],
  ['does China support restraint in the use of the veto?', 36, /veto/],
  ['did China try to censor the Tangshan attack?', 16, /Tangshan/],
  ['what did China promise on its development aid?', 29, /catalogue/],
  ['has academic freedom survived in China?', 21, /no longer exists/],
  ['Does China criminalise genocide?', 14, /criminal offence/],
  ['what did the UN report on Xinjiang find?', 12, /credible reports/],
  ['why was the zero-COVID policy dropped?', 10, /after those protests/],
];

describe('a question on what the report says', () => {
  test.each(FACTS)('is answered: %s', (question, number, says) => {
    const answer = told(question);
    expect(answer.found).toBe(true);
    expect(answer.evidence).toContain(`indicator:${number}`);
    expect(answer.text).toMatch(says);
  });

  test.each(FACTS)('is answered in one to four statements, under their records: %s', (question) => {
    const answer = told(question);
    expect(statementsIn(answer).length).toBeGreaterThanOrEqual(1);
    expect(statementsIn(answer).length).toBeLessThanOrEqual(4);
    let heading = '';
    for (const line of answer.lines) {
      if (line.style === 'heading') heading = line.text;
      const owner = raw.indicators.find((i) => i.statements.some(({ text }) => text === unmarked(line)));
      if (owner) expect(heading).toContain(`Indicator ${owner.number} · ${owner.label}`);
    }
  });

  test.each(FACTS)('shows the footnotes of the statements that it shows, and no others: %s', (question) => {
    const answer = told(question);
    const marks = answer.lines.flatMap(marksOf);
    expect(answer.sources).toEqual([...new Set(marks)].sort((a, b) => a - b));
  });

  test('is never answered with one statement twice', () => {
    for (const [question] of FACTS) {
      const said = statementsIn(told(question));
      expect(new Set(said).size).toBe(said.length);
    }
  });
});
