import type { Answer, Onward, Section } from '../answer.js';
import type { Indicator, Rating, Trend } from '../assessment/schema.js';
import { count, RATING_WORDS, TREND_WORDS, tally } from '../assessment/words.js';
import type { Edition } from '../library.js';
import { instead } from './absent.js';
import { type Command, type Context, themeOf } from './command.js';
import { asFile, exportActions, indicatorRow, isTable } from './export.js';
import { citeAction, toIndicator } from './onward.js';
import { contextOf, indicatorItem } from './pieces.js';
import { RATING_CHOICES, TREND_CHOICES } from './words.js';

export const ratings = {
  name: 'ratings',
  description: 'All ratings by area, with counts; filter by area, rating or trend',
  options: [
    {
      name: 'area',
      description: 'One of the thematic areas',
      choices: (card) => card.areas.map(({ id, name }) => ({ name, value: id })),
    },
    { name: 'rating', description: 'Only indicators with this rating', choices: () => RATING_CHOICES },
    { name: 'trend', description: 'Only indicators with this trend', choices: () => TREND_CHOICES },
  ],
  run(
    { area, rating, trend, as }: { area?: string; rating?: Rating; trend?: Trend; as?: string },
    { edition }: Context,
  ): Answer {
    const { assessment } = edition;
    const filter = { ...(area && { area }), ...(rating && { rating }), ...(trend && { trend }) };
    const rows = assessment.indicators.filter(
      (i) => (!area || i.area === area) && (!rating || i.rating === rating) && (!trend || i.trend === trend),
    );
    const asked = [
      area ? edition.area(area).name : '',
      rating ? RATING_WORDS[rating] : '',
      trend ? TREND_WORDS[trend] : '',
    ].filter(Boolean);
    const total = assessment.indicators.length;
    const title = ['Ratings', ...asked].join(' · ');
    if (rows.length === 0) return noRatings(title, filter, edition);
    const sections = assessment.areas.flatMap((area): Section[] => {
      const own = rows.filter((i) => i.area === area.id);
      return own.length ? [{ heading: { text: area.name }, blocks: own.map(indicatorItem) }] : [];
    });
    const answer: Answer = {
      found: true,
      assessment: assessment.id,
      title,
      subtitle: [asked.length ? `${rows.length} of ${count(total, 'indicator')}` : count(total, 'indicator')],
      context: contextOf(edition),
      sections: [
        {
          blocks: [
            {
              style: 'plain',
              text: [
                `${ratingCounts(rows)}. Against ${assessment.comparedWith}: ${trendCounts(rows)}${rows.some((i) => i.trend !== 'unchanged') ? ' (the others have no arrow below)' : ''}.`,
              ],
            },
          ],
        },
        ...sections,
      ],
      evidence: rows.map((i) => ({ kind: 'indicator', id: String(i.number) })),
      actions: [
        asked.length
          ? { do: 'turn', label: 'All ratings', call: { command: 'ratings', options: {} } }
          : { do: 'open', label: 'What changed', call: { command: 'trends', options: {} } },
        citeAction('assessment'),
        ...exportActions({ command: 'ratings', options: filter }),
      ],
      ...(rows.length > LISTED_MAX
        ? { related: areasOf(edition), relatedAs: 'Open an area…' }
        : { related: rows.map(toIndicator), relatedAs: 'Open an indicator…' }),
      ...(asked.length ? {} : { picture: { shows: 'scorecard', theme: themeOf(as) } }),
    };
    return isTable(as)
      ? asFile(
          answer,
          rows.map((indicator) => indicatorRow(indicator, edition)),
          as,
          'indicator',
        )
      : answer;
  },
} satisfies Command;

interface Filter {
  area?: string;
  rating?: Rating;
  trend?: Trend;
}

/** What there is where nothing fits: each of the filters alone, and how all are rated. */
function noRatings(title: string, filter: Filter, edition: Edition): Answer {
  const { indicators } = edition.assessment;
  const isOne = Object.keys(filter).length === 1;
  const counts = filter.trend && isOne ? trendCounts(indicators) : ratingCounts(indicators);
  const none = `None of the ${count(indicators.length, 'indicator')}`;
  const ways = (Object.entries(filter) as [keyof Filter, string][]).flatMap(([key, value]) => {
    const isAny = indicators.some((i) => i[key] === value);
    return isAny ? [{ label: labelOf(key, value, edition), call: callOf({ [key]: value }) }] : [];
  });
  return instead(
    edition,
    title,
    isOne
      ? `${none} has that: there are ${counts}. Choose another, or see all of them.`
      : `${none} fits all of that. Leave one of the filters out to see more.`,
    [...ways, { label: 'All ratings', call: callOf({}) }],
  );
}

const callOf = (options: Record<string, string>) => ({ command: 'ratings', options });

function labelOf(key: keyof Filter, value: string, edition: Edition): string {
  if (key === 'area') return `Ratings: ${edition.area(value).name}`;
  return `Ratings: ${key === 'rating' ? RATING_WORDS[value as Rating] : TREND_WORDS[value as Trend]}`;
}

const ratingCounts = (rows: readonly Indicator[]) =>
  tally(
    rows.map((i) => RATING_WORDS[i.rating]),
    Object.values(RATING_WORDS),
  );
const trendCounts = (rows: readonly Indicator[]) =>
  tally(
    rows.map((i) => TREND_WORDS[i.trend]),
    Object.values(TREND_WORDS),
  );

/** As many as one menu holds. */
const LISTED_MAX = 25;

const areasOf = ({ assessment }: Edition): Onward[] =>
  assessment.areas.map(({ id, name }) => ({
    label: name,
    description: ratingCounts(assessment.indicators.filter((i) => i.area === id)),
    call: { command: 'ratings', options: { area: id } },
  }));
