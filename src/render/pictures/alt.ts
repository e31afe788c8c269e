/** What each picture shows, in sentences: for those who hear it read, and for everyone where it does not load. */
import { type Assessment, BODIES, type Indicator, POSITIONS, RATINGS } from '../../assessment/schema.js';
import {
  BODY_WORDS,
  indexText,
  list,
  POSITION_WORDS,
  RATING_WORDS,
  TREND_WORDS,
} from '../../assessment/words.js';
import {
  areasOf,
  differencesText,
  MOVES,
  movedOf,
  positionsOf,
  ratingsOf,
  trendsOf,
  yearsOf,
} from './facts.js';
import type { PictureName } from './job.js';
import { capital } from './words.js';

/** Of the description of an attachment. https://discord.com/developers/docs/resources/message#attachment-object */
export const ALT_MAX = 1024;

/** Whole sentences, what matters first, at most `ALT_MAX` characters. */
export function altOf(picture: PictureName, assessment: Assessment, before?: Assessment): string {
  let alt = '';
  for (const [fuller, shorter] of TEXTS[picture](assessment, before)) {
    const fits = [fuller, shorter].find((said) => said && alt.length + 1 + said.length <= ALT_MAX);
    if (fits) alt = alt ? `${alt} ${fits}` : fits;
  }
  return alt;
}

/** Sentences that belong together: all of them are said, or where they do not fit the shorter form, or nothing. */
type Said = readonly [fuller: string, shorter?: string];

const TEXTS: Record<PictureName, (assessment: Assessment, before?: Assessment) => Said[]> = {
  scorecard,
  votes,
  trends,
};

function scorecard(assessment: Assessment): Said[] {
  const { country, publisher, year, comparedWith, indicators } = assessment;
  return [
    [`${country.name}: ratings as of ${year}, as judged by ${publisher}.`],
    [`${indicators.length} indicators: ${ratingCounts(indicators)}.`],
    [`Against ${comparedWith}: ${trendCounts(indicators)}.`],
    moved(assessment),
    [byArea(assessment, ratingCounts)],
    [
      `One by one: ${RATINGS.flatMap((rating) => {
        const own = indicators.filter((i) => i.rating === rating);
        return own.length ? [`${RATING_WORDS[rating]} ${list(own.map((i) => i.number))}`] : [];
      }).join('; ')}.`,
    ],
  ];
}

function votes({ country, publisher, year, votes }: Assessment): Said[] {
  const named = `${country.name}: UN votes, as reported by ${publisher} in its ${year} edition.`;
  if (votes.length === 0) return [[named], ['The assessment lists no votes.']];
  const years = yearsOf(votes);
  const [first, last] = [years[0], years.at(-1)];
  const differ = differencesText(votes);
  return [
    [named],
    [
      `${votes.length} resolutions of ${first === last ? first : `${first} to ${last}`}. ${capital(positions(votes))}`,
    ],
    [votes.some((v) => v.position === 'without-vote') ? 'Adopted without a vote is nobody’s yes.' : ''],
    [differ && `The UN record differs: ${differ}`],
    [
      BODIES.flatMap((body) => {
        const own = votes.filter((v) => v.body === body);
        return own.length ? [`${BODY_WORDS[body]}: ${positions(own)}`] : [];
      }).join(' '),
    ],
    [
      `One by one: ${POSITIONS.flatMap((position) => {
        const own = votes.filter((v) => v.position === position).map((v) => v.resolution);
        return own.length ? [`${POSITION_WORDS[position]} ${list(own)}`] : [];
      }).join('; ')}.`,
    ],
  ];
}

/** What was adopted without a vote in a sentence of its own: it is nobody's position. */
function positions(votes: Assessment['votes']): string {
  const counts = positionsOf(votes);
  const cast = counts.filter(({ value }) => value !== 'without-vote');
  const apart = counts.find(({ value }) => value === 'without-vote')?.count ?? 0;
  const said = list(cast.map(({ value, count }) => `${POSITION_WORDS[value]} ${count}`));
  return `${said}.${apart ? ` Apart from these, ${apart} ${POSITION_WORDS['without-vote']}.` : ''}`;
}

function trends(assessment: Assessment, before?: Assessment): Said[] {
  const { country, publisher, year, comparedWith, indicators } = assessment;
  return [
    [`${country.name}: ${year} against ${comparedWith}, as judged by ${publisher}.`],
    [indexText(assessment)],
    [`${indicators.length} indicators: ${trendCounts(indicators)}.`],
    moved(assessment),
    [earlier(assessment, before)],
    [byArea(assessment, trendCounts)],
  ];
}

/** What those that moved were rated before, where that is known. */
function earlier({ indicators, comparedWith }: Assessment, before?: Assessment): string {
  if (!before) return `The ratings of ${comparedWith} are not given.`;
  const said = movedOf(indicators).flatMap(({ id, number }) => {
    const rating = before.indicators.find((i) => i.id === id)?.rating;
    return rating ? [`${number} ${RATING_WORDS[rating]}`] : [];
  });
  return said.length ? `In ${comparedWith}: ${list(said)}.` : '';
}

/** The indicators that moved, by name with their ratings, or by number. */
function moved({ year, indicators }: Assessment): Said {
  const said = (nameOf: (indicator: Indicator) => string) =>
    MOVES.flatMap((trend) => {
      const own = indicators.filter((i) => i.trend === trend);
      return own.length ? [`${TREND_WORDS[trend]}: ${list(own.map(nameOf))}.`] : [];
    }).join(' ');
  return [
    said(({ number, label, rating }) => `${number}, “${label}” (${RATING_WORDS[rating]} in ${year})`),
    said(({ number }) => `indicator ${number}`),
  ];
}

function byArea(assessment: Assessment, counts: (indicators: readonly Indicator[]) => string): string {
  return areasOf(assessment)
    .map(({ name, indicators }) => `${name}: ${counts(indicators)}.`)
    .join(' ');
}

const ratingCounts = (indicators: readonly Indicator[]) => counted(ratingsOf(indicators), RATING_WORDS);
const trendCounts = (indicators: readonly Indicator[]) => counted(trendsOf(indicators), TREND_WORDS);

/** "16 Very Weak, 12 Weak and 2 Strong", in the order of the scale. */
function counted<Value extends string>(
  counts: readonly { value: Value; count: number }[],
  words: Record<Value, string>,
): string {
  return list(counts.filter(({ count }) => count > 0).map(({ value, count }) => `${count} ${words[value]}`));
}
