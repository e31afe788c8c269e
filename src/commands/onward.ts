/** What an answer leads on to: what is related to it, its sources, how to cite it. */
import type { Action, Onward } from '../answer.js';
import type { Check, Indicator, Treaty, Vote } from '../assessment/schema.js';
import { BODY_WORDS, RATING_WORDS, TREATY_STATUS_WORDS, TREND_WORDS } from '../assessment/words.js';
import { keptByKey } from '../index/kept.js';
import { topicOf } from '../index/topics.js';
import type { Edition } from '../library.js';
import { packFootnotes } from './cited.js';
import { treatyTitle } from './pieces.js';
import { indicatorTitle, positionInline } from './words.js';

/** What is longer is no topic to put into a button. */
const TOPIC_MAX = 60;

/** The sources behind an answer, in full. */
export function sourcesAction(footnotes: readonly number[], edition: Edition): Action[] {
  const numbers = [...new Set(footnotes)].sort((a, b) => a - b);
  return numbers.length
    ? [
        {
          do: 'open',
          label: `Sources (${numbers.length})`,
          call: { command: 'cite', options: { footnote: packFootnotes(numbers, edition) } },
        },
      ]
    : [];
}

/** The answer's own record as a citation. @param typed as /cite takes it */
export const citeAction = (typed: string): Action => ({
  do: 'open',
  label: 'Cite',
  call: { command: 'cite', options: { footnote: typed } },
});

export const toIndicator = (indicator: Indicator): Onward => ({
  label: indicatorTitle(indicator),
  short: `Indicator ${indicator.number}`,
  description: `${RATING_WORDS[indicator.rating]}, ${TREND_WORDS[indicator.trend]}`,
  call: { command: 'indicator', options: { name: String(indicator.number) } },
});

export const toTreaty = (treaty: Treaty): Onward => ({
  label: treatyTitle(treaty),
  short: treaty.abbreviation ?? treaty.name,
  description: TREATY_STATUS_WORDS[treaty.status],
  call: { command: 'treaty', options: { name: treaty.id } },
});

export const toVote = (vote: Vote): Onward => ({
  label: `${vote.resolution} (${vote.year})`,
  description: [positionInline(vote), topicOf(vote) ?? ''].filter(Boolean).join(': '),
  call: { command: 'votes', options: { resolution: vote.resolution } },
});

/** The footnotes of an indicator: those of its statements, and those of the lists of votes that stand under it. */
export function footnotesOf({ number, statements }: Indicator, { assessment }: Edition): number[] {
  return [
    ...new Set([
      ...statements.flatMap((s) => s.footnotes),
      ...assessment.votes.flatMap((v) => (v.indicator === number ? v.footnote : [])),
    ]),
  ];
}

/** Where the record differs from what the report says under an indicator, of its votes and treaties too. */
export function checksUnder({ number }: Indicator, edition: Edition): Check[] {
  const { votes, treaties } = edition.assessment;
  return [
    ...edition.checks('indicator', String(number)),
    ...votes.flatMap((v) => (v.indicator === number ? edition.checks('vote', v.resolution) : [])),
    ...treaties.flatMap((t) => (t.indicators.includes(number) ? edition.checks('treaty', t.id) : [])),
  ];
}

/** The works cited under an indicator, by their addresses: a short form is of the same work as the full reference. */
const worksUnder = keptByKey((number: number, edition: Edition): ReadonlySet<string> => {
  const indicator = edition.indicator(number);
  const footnotes = indicator ? footnotesOf(indicator, edition) : [];
  return new Set(footnotes.flatMap((n) => edition.works(n).map(({ URL, title }) => URL ?? title)));
});

/** The votes and treaties under an indicator, and the other indicators that cite a work of its own or bear on a treaty. */
export const relatedToIndicator = ({ number }: Indicator, edition: Edition): readonly Onward[] =>
  related(number, edition);

const related = keptByKey((number: number, edition: Edition): readonly Onward[] => {
  const { indicators, treaties, votes } = edition.assessment;
  const own = votes.filter((v) => v.indicator === number);
  const bodies = [...new Set(own.map((v) => v.body))];
  const under = treaties.filter((t) => t.indicators.includes(number));
  const works = worksUnder(number, edition);
  const beside = indicators.filter(
    (other) =>
      other.number !== number &&
      ([...worksUnder(other.number, edition)].some((work) => works.has(work)) ||
        under.some((t) => t.indicators.includes(other.number))),
  );
  return [
    ...(bodies.length > 1
      ? bodies.map((body) => ({
          label: `Votes of the ${BODY_WORDS[body]}`,
          call: { command: 'votes', options: { body } },
        }))
      : []),
    ...under.map(toTreaty),
    ...beside.map(toIndicator),
  ];
});

/** The indicator that a vote stands under, and the other votes on its topic. */
export function relatedToVote(vote: Vote, edition: Edition): Onward[] {
  const indicator = edition.indicator(vote.indicator);
  const topic = topicOf(vote);
  const beside = edition.assessment.votes.filter(
    (other) => topic && topicOf(other) === topic && other.resolution !== vote.resolution,
  );
  return [...(indicator ? [toIndicator(indicator)] : []), ...beside.map(toVote)];
}

/** All votes on the topic of a vote, in the place of the answer. */
export function topicAction(vote: Vote): Action[] {
  const topic = topicOf(vote);
  return topic && topic.length <= TOPIC_MAX
    ? [{ do: 'turn', label: `All on ${topic}`, call: { command: 'votes', options: { topic } } }]
    : [];
}
