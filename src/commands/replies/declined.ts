/** What the report does not say, and the nearest that it does say, as such. */
import type { Answer, Section } from '../../answer.js';
import type { Body } from '../../assessment/schema.js';
import { BODY_WORDS, count, list } from '../../assessment/words.js';
import type { Declined, Reason } from '../../assistant/reply.js';
import type { Edition } from '../../library.js';
import { absentText, coverage } from '../absent.js';
import type { Context } from '../command.js';
import { hitSection } from '../hits.js';

import { evidenceOf, openActions } from './evidence.js';

/** Why there is no answer in a sentence or two, and what is nearest to one. */
export function declinedAnswer({ reason, subject, near }: Declined, { edition }: Context): Answer {
  const { title, said } = WORDS[reason](edition, subject);
  const nearest = grouped(near.map((found): Section => hitSection(found, edition)));
  return {
    found: false,
    assessment: edition.assessment.id,
    title,
    sections: [
      {
        blocks: [
          // Where nothing is near, what to do next.
          { style: 'plain', text: [nearest.length || said.endsWith(TRY) ? said : `${said} ${TRY}`] },
          ...(nearest.length
            ? [
                {
                  style: 'plain' as const,
                  text: [
                    { bold: reason === 'premise' ? 'What it does say:' : 'The nearest that it does say:' },
                  ],
                },
              ]
            : []),
        ],
      },
      ...nearest,
    ],
    evidence: evidenceOf(near),
    actions: openActions(near, edition),
  };
}

/** Sections that follow each other under one heading are one. */
function grouped(sections: readonly Section[]): Section[] {
  const groups: Section[] = [];
  for (const section of sections) {
    const last = groups.at(-1);
    if (last?.heading && last.heading.text === section.heading?.text) {
      const said = new Set(last.blocks.map((block) => JSON.stringify(block)));
      const blocks = section.blocks.filter((block) => !said.has(JSON.stringify(block)));
      groups[groups.length - 1] = { ...last, blocks: [...last.blocks, ...blocks] };
    } else groups.push(section);
  }
  return groups;
}

const NOT_SAID = 'The report does not say';
const TRY =
  'Ask about a rating, a trend, a treaty, a UN vote or a source, or look through /ratings, /votes and /treaty.';

/** "the United States", but Indonesia. */
const withArticle = (country: string) =>
  /^(?:United|Netherlands|Philippines|Maldives|Bahamas|Gambia|Democratic|Central African|Dominican Rep|Czech Rep|Marshall|Solomon|Comoros|Seychelles)/.test(
    country,
  )
    ? `the ${country}`
    : country;

const about = ({ assessment }: Edition) =>
  `This assessment is of ${assessment.country.name}, as of ${assessment.year}.`;

/** The sentences for each reason: what was asked that the report does not say, and what it does cover. */
const WORDS: Record<Reason, (edition: Edition, subject?: string) => { title: string; said: string }> = {
  nonsense: () => ({ title: 'No question found', said: `There is no word in that to look up. ${TRY}` }),
  instruction: (edition) => ({
    title: 'Footnote only answers from the report',
    said: `Footnote shows statements of the report with their sources. It takes no instructions and writes nothing of its own. ${about(edition)} ${TRY}`,
  }),
  chat: (edition) => ({
    title: 'Footnote answers from the report',
    said: `${about(edition)} ${TRY}`,
  }),
  opinion: (edition) => ({
    title: 'No opinion and no forecast here',
    said: `Footnote has no view of its own: it shows what the report says and where it has that from. ${about(edition)} ${TRY}`,
  }),
  country: (edition, subject) => ({
    title: NOT_SAID,
    said: `${about(edition)} It does not assess ${subject ? withArticle(subject) : 'another country'}: it gives no rating, vote or treaty status of it, and nothing that answers this.`,
  }),
  edition: ({ assessment }, subject) => ({
    title: NOT_SAID,
    said: `The ratings here are those of ${assessment.year}, each with its trend against ${assessment.comparedWith}. ${subject ? `Nothing is given for ${subject}.` : 'Other editions are not in this assessment.'}`,
  }),
  figure: () => ({
    title: NOT_SAID,
    said: 'The report gives no figure for that.',
  }),
  reason: () => ({
    title: NOT_SAID,
    said: 'The report gives no reason for that.',
  }),
  premise: () => ({
    title: 'Not so, says the report',
    said: 'The question takes for granted what the report does not say. It says the contrary.',
  }),
  treaty: ({ assessment }, subject) => ({
    title: NOT_SAID,
    said: subject
      ? `The report does not speak of a treaty called “${subject}”. The treaties that it speaks of: ${list(assessment.treaties.map((treaty) => treaty.abbreviation ?? treaty.name))}.`
      : 'The report does not say whether this treaty is signed or ratified.',
  }),
  resolution: (edition, subject) => ({
    title: 'Not in this assessment',
    said: absentText(subject ? subject.split(', ') : [], edition),
  }),
  topic: (edition, subject) => ({
    title: NOT_SAID,
    said: `None of the votes in the report is on that${subject ? ` (“${subject}”)` : ''}. ${coverage(edition)}`,
  }),
  body: (edition, subject) => ({
    title: NOT_SAID,
    said: `The report lists no vote on that in the ${subject && subject in BODY_WORDS ? BODY_WORDS[subject as Body] : 'body asked for'}. ${coverage(edition)}`,
  }),
  year: (_edition, subject) => ({
    title: NOT_SAID,
    said: `The report says nothing on that for ${subject ?? 'that year'}.`,
  }),
  votesOfYear: (edition, subject) => ({
    title: NOT_SAID,
    said: `The report lists no vote on that from ${subject ?? 'that year'}. ${coverage(edition)}`,
  }),
  footnote: ({ assessment }, subject) => ({
    title: 'No such footnote',
    said: `The footnotes of this assessment run from 1 to ${assessment.footnotes.length}; there is no ${subject ?? 'other'}.`,
  }),
  indicator: ({ assessment }, subject) => ({
    title: 'No such indicator',
    said: `The indicators of this assessment run from 1 to ${assessment.indicators.length}; there is no ${subject ?? 'other'}.`,
  }),
  overall: ({ assessment }) => ({
    title: NOT_SAID,
    said: `No overall rating or score is printed in the ${assessment.year} report: it rates ${count(assessment.indicators.length, 'indicator')} one by one.`,
  }),
  subject: (edition, subject) => ({
    title: NOT_SAID,
    said: `${subject ? `“${subject}” is` : 'That is'} not mentioned in the ${edition.assessment.year} assessment of ${edition.assessment.country.name}.`,
  }),
  unknown: (edition) => ({
    title: NOT_SAID,
    said: `Nothing in the ${edition.assessment.year} assessment of ${edition.assessment.country.name} answers that. ${TRY}`,
  }),
};
