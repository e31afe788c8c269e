import type { Answer, Block, Evidence, Section } from '../answer.js';
import type { Trend } from '../assessment/schema.js';
import { TREND_WORDS } from '../assessment/words.js';
import { type Command, type Context, type Options, themeOf } from './command.js';
import { toIndicator } from './onward.js';
import { contextOf, indicatorItem } from './pieces.js';
import { count } from './words.js';

export const trends = {
  name: 'trends',
  description: 'What changed against the previous edition, and the index',
  options: [],
  run({ as }: Options, { edition }: Context): Answer {
    const { assessment } = edition;
    const { indicators, comparedWith, country, year } = assessment;
    const withTrend = (trend: Trend) => indicators.filter((i) => i.trend === trend);
    const changed = (['decrease', 'increase'] as const).map((trend) => ({ trend, rows: withTrend(trend) }));
    const sections = changed.flatMap(({ trend, rows }): Section[] =>
      rows.length ? [{ heading: { text: TREND_WORDS[trend] }, blocks: rows.map(indicatorItem) }] : [],
    );
    const unchanged = withTrend('unchanged').length;
    const none = changed.filter(({ rows }) => rows.length === 0).map(({ trend }) => TREND_WORDS[trend]);
    return {
      found: true,
      assessment: assessment.id,
      title: `${country.name}: ${year} against ${comparedWith}`,
      context: contextOf(edition),
      sections: [
        { blocks: [{ style: 'plain', text: [indexText(assessment)] }] },
        ...sections,
        {
          blocks: [
            {
              style: 'plain',
              text: [
                `${TREND_WORDS.unchanged}: ${unchanged} of ${count(indicators.length, 'indicator')}.${none.length ? ` ${none.join(', ')}: none.` : ''} The report gives each trend as a word; the ratings of ${comparedWith} are not given here.`,
              ],
            } satisfies Block,
          ],
        },
      ],
      evidence: [
        ...changed.flatMap(({ rows }) =>
          rows.map((i): Evidence => ({ kind: 'indicator', id: String(i.number) })),
        ),
        ...indexStatement(assessment),
      ],
      actions: [{ do: 'open', label: 'All ratings', call: { command: 'ratings', options: {} } }],
      related: changed.flatMap(({ rows }) => rows.map(toIndicator)),
      picture: { shows: 'trends', theme: themeOf(as) },
    };
  },
} satisfies Command;

function indexText({ indexChange, comparedWith, country }: Context['edition']['assessment']): string {
  if (indexChange === null) return `The report does not say how the index moved against ${comparedWith}.`;
  if (indexChange === 0) return `${country.name}’s index score is the same as in ${comparedWith}.`;
  const points = Math.abs(indexChange) === 1 ? 'one point' : `${Math.abs(indexChange)} points`;
  return `${country.name}’s index score is ${points} ${indexChange < 0 ? 'lower' : 'higher'} than in ${comparedWith}. The score itself is not given here.`;
}

/** The overview statement about the index, where there is one. */
function indexStatement({ overview }: Context['edition']['assessment']): Evidence[] {
  const at = overview.findIndex(({ text }) => /\bindex\b/i.test(text));
  return at < 0 ? [] : [{ kind: 'overview', id: String(at + 1) }];
}
