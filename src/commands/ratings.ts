import type { Answer, Onward, Section } from '../answer.js';
import type { Rating } from '../assessment/schema.js';
import { count, RATING_WORDS, TREND_WORDS, tally } from '../assessment/words.js';
import type { Edition } from '../library.js';
import { type Command, type Context, themeOf } from './command.js';
import { asFile, exportActions, indicatorRow, isFormat } from './export.js';
import { toIndicator } from './onward.js';
import { contextOf, indicatorItem } from './pieces.js';
import { RATING_CHOICES, TREND_CHOICES } from './words.js';

export const ratings = {
  name: 'ratings',
  description: 'All ratings by area, with counts; filter by area, rating or trend',
  options: [
    {
      name: 'area',
      description: 'One of the thematic areas',
      choices: (edition) => edition.assessment.areas.map(({ id, name }) => ({ name, value: id })),
    },
    { name: 'rating', description: 'Only indicators with this rating', choices: () => RATING_CHOICES },
    { name: 'trend', description: 'Only indicators with this trend', choices: () => TREND_CHOICES },
  ],
  run(
    {
      area,
      rating,
      trend,
      as,
    }: { area?: string; rating?: Rating; trend?: keyof typeof TREND_WORDS; as?: string },
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
    const sections = assessment.areas.flatMap((area): Section[] => {
      const own = rows.filter((i) => i.area === area.id);
      return own.length ? [{ heading: { text: area.name }, blocks: own.map(indicatorItem) }] : [];
    });
    const answer: Answer = {
      found: rows.length > 0,
      assessment: assessment.id,
      title: ['Ratings', ...asked].join(' · '),
      subtitle: [asked.length ? `${rows.length} of ${count(total, 'indicator')}` : count(total, 'indicator')],
      context: contextOf(edition),
      sections: [
        {
          blocks: [
            {
              style: 'plain',
              text: [
                rows.length
                  ? `${tally(
                      rows.map((i) => RATING_WORDS[i.rating]),
                      Object.values(RATING_WORDS),
                    )}. Against ${assessment.comparedWith}: ${tally(
                      rows.map((i) => TREND_WORDS[i.trend]),
                      Object.values(TREND_WORDS),
                    )}${rows.some((i) => i.trend !== 'unchanged') ? ' (the others have no arrow below)' : ''}.`
                  : asked.length === 1
                    ? `None of the ${count(total, 'indicator')} has that.`
                    : `None of the ${count(total, 'indicator')} fits all of that. Leave one of the filters out to see more.`,
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
        ...(rows.length ? exportActions({ command: 'ratings', options: filter }) : []),
      ],
      ...(rows.length > LISTED_MAX
        ? { related: areasOf(edition), relatedAs: 'Open an area…' }
        : { related: rows.map(toIndicator), relatedAs: 'Open an indicator…' }),
      ...(asked.length ? {} : { picture: { shows: 'scorecard', theme: themeOf(as) } }),
    };
    return isFormat(as) && rows.length
      ? asFile(
          answer,
          rows.map((indicator) => indicatorRow(indicator, edition)),
          as,
          'indicator',
        )
      : answer;
  },
} satisfies Command;

/** As many as one menu holds. */
const LISTED_MAX = 25;

const areasOf = ({ assessment }: Edition): Onward[] =>
  assessment.areas.map(({ id, name }) => ({
    label: name,
    description: tally(
      assessment.indicators.filter((i) => i.area === id).map((i) => RATING_WORDS[i.rating]),
      Object.values(RATING_WORDS),
    ),
    call: { command: 'ratings', options: { area: id } },
  }));
