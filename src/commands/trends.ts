import type { Answer, Block, Evidence, Section } from '../answer.js';
import type { Indicator, Trend } from '../assessment/schema.js';
import { count, indexText, RATING_WORDS, TREND_WORDS } from '../assessment/words.js';
import { indexStatements } from '../assistant/outline.js';
import type { Edition } from '../library.js';
import { type Command, type Context, type Options, themeOf } from './command.js';
import { citeAction, toIndicator } from './onward.js';
import { contextOf, indicatorItem } from './pieces.js';

export const trends = {
  name: 'trends',
  description: 'What changed against the previous edition, and the index',
  options: [],
  run({ as }: Options, { edition, library }: Context): Answer {
    const { assessment } = edition;
    const before = library.before(edition);
    const { indicators, comparedWith, country, year } = assessment;
    const withTrend = (trend: Trend) => indicators.filter((i) => i.trend === trend);
    const changed = (['decrease', 'increase'] as const).map((trend) => ({ trend, rows: withTrend(trend) }));
    const sections = changed.flatMap(({ trend, rows }): Section[] =>
      rows.length
        ? [{ heading: { text: TREND_WORDS[trend] }, blocks: rows.map((i) => movedItem(i, before)) }]
        : [],
    );
    const unchanged = withTrend('unchanged').length;
    const none = changed.filter(({ rows }) => rows.length === 0).map(({ trend }) => TREND_WORDS[trend]);
    return {
      found: true,
      assessment: assessment.id,
      title: `${country.name}: ${year} against ${comparedWith}`,
      context: contextOf(edition),
      sections: [
        {
          blocks: [{ style: 'plain', text: [indexText(assessment), ' The score itself is not given here.'] }],
        },
        ...sections,
        {
          blocks: [
            {
              style: 'plain',
              text: [
                `${TREND_WORDS.unchanged}: ${unchanged} of ${count(indicators.length, 'indicator')}.${none.length ? ` ${none.join(', ')}: none.` : ''} The report gives each trend as a word${before ? '' : `; the ratings of ${comparedWith} are not given here`}.`,
              ],
            } satisfies Block,
          ],
        },
      ],
      evidence: [
        ...changed.flatMap(({ rows }) =>
          rows.map((i): Evidence => ({ kind: 'indicator', id: String(i.number) })),
        ),
        ...indexStatements(edition).map(({ kind, id }) => ({ kind, id })),
      ],
      actions: [
        { do: 'open', label: 'All ratings', call: { command: 'ratings', options: {} } },
        citeAction('assessment'),
      ],
      related: changed.flatMap(({ rows }) => rows.map(toIndicator)),
      picture: { shows: 'trends', theme: themeOf(as) },
    };
  },
} satisfies Command;

/** An indicator that moved, with the rating from which, where the edition before is loaded. */
function movedItem(indicator: Indicator, before: Edition | undefined): Block {
  const item = indicatorItem(indicator);
  const earlier = before?.assessment.indicators.find(({ id }) => id === indicator.id);
  return earlier && before
    ? { ...item, text: [...item.text, ` (${before.assessment.year}: ${RATING_WORDS[earlier.rating]})`] }
    : item;
}
