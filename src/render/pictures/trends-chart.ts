/**
 * What moved against the edition before, as far as the data say: a word for each indicator, and the points of the index.
 * The ratings of the edition before are said where that is loaded too; else no rating is drawn as having been another one.
 */
import type { Assessment, Indicator } from '../../assessment/schema.js';
import { indexText, list, RATING_WORDS, TREND_WORDS } from '../../assessment/words.js';
import { column, type Element, el, span, text } from './element.js';
import { areasOf, movedOf, signed, trendsOf } from './facts.js';
import { arrow, arrowBadge, frame, key } from './frame.js';
import { PALETTES, type Palette, type Theme } from './palette.js';

export function trendsChart(assessment: Assessment, theme: Theme, before?: Assessment): Element {
  const palette = PALETTES[theme];
  const { country, year, comparedWith, indicators } = assessment;
  const moved = movedOf(indicators);
  const more = moved.length - CARDS_MAX;
  const rest = moved.length === 0 ? 'No indicator moved.' : more > 0 ? `And ${more} more, marked above.` : '';
  return frame(
    `${country.name}: ${year} against ${comparedWith}`,
    before
      ? `The ratings of ${comparedWith} are those of the edition of that year.`
      : `The report gives each trend as a word; the ratings of ${comparedWith} are not given here.`,
    assessment,
    palette,
    index(assessment, palette),
    trendKeys(assessment, palette),
    column({ gap: 8 }, ...areasOf(assessment).map((area) => areaRow(area, palette))),
    column(
      { gap: 5 },
      text({ fontSize: 13, fontWeight: 700 }, 'What moved'),
      ...moved.slice(0, CARDS_MAX).map((indicator) => card(indicator, assessment, before, palette)),
      ...(rest ? [text({ fontSize: 12 }, rest)] : []),
    ),
  );
}

/** By name; the others are found by their numbers alone, in a picture that can still be taken in. */
const CARDS_MAX = 12;

function index(assessment: Assessment, palette: Palette): Element {
  const { indexChange } = assessment;
  return el(
    { gap: 14, alignItems: 'center', padding: '8px 12px', borderRadius: 6, backgroundColor: palette.surface },
    ...(indexChange === null
      ? []
      : [text({ flexShrink: 0, fontSize: 34, fontWeight: 700, lineHeight: 1.1 }, signed(indexChange))]),
    column(
      { gap: 2, flexShrink: 1 },
      text({ fontSize: 12, fontWeight: 700 }, indexText(assessment)),
      ...(indexChange === null
        ? []
        : [text({ fontSize: 11, color: palette.muted }, 'The score itself is not given here.')]),
    ),
  );
}

function trendKeys({ indicators }: Assessment, palette: Palette): Element {
  return el(
    { gap: 4 },
    ...trendsOf(indicators).map(({ value, count }) =>
      key(
        {
          mark: (colour) => arrow(value, 14, colour),
          count,
          word: TREND_WORDS[value],
          look: palette.trends[value],
        },
        palette,
      ),
    ),
  );
}

function areaRow({ name, indicators }: ReturnType<typeof areasOf>[number], palette: Palette): Element {
  const counts = trendsOf(indicators).filter(({ count }) => count > 0);
  return column(
    { gap: 3 },
    el(
      { justifyContent: 'space-between', gap: 8 },
      text({ flexShrink: 1, fontSize: 11, fontWeight: 700 }, name),
      text(
        { flexShrink: 0, color: palette.muted },
        list(counts.map(({ value, count }) => `${count} ${TREND_WORDS[value]}`)),
      ),
    ),
    el({ gap: 4, flexWrap: 'wrap' }, ...indicators.map((indicator) => unit(indicator, palette))),
  );
}

function unit({ number, trend }: Indicator, palette: Palette): Element {
  const { fill, ink } = palette.trends[trend];
  return column(
    {
      minWidth: 30,
      height: 30,
      padding: '0 4px',
      gap: 1,
      borderRadius: 5,
      alignItems: 'center',
      justifyContent: 'center',
      backgroundColor: fill,
      color: ink,
    },
    text({ fontSize: 11, fontWeight: trend === 'unchanged' ? 500 : 700, lineHeight: 1 }, String(number)),
    arrow(trend, 10, ink),
  );
}

function card(
  indicator: Indicator,
  { areas, year }: Assessment,
  before: Assessment | undefined,
  palette: Palette,
): Element {
  const earlier = before?.indicators.find(({ id }) => id === indicator.id);
  const { number, label, rating, trend, area } = indicator;
  const { fill, ink } = palette.ratings[rating];
  return el(
    { gap: 8, padding: 8, alignItems: 'center', borderRadius: 6, backgroundColor: palette.surface },
    arrowBadge(trend, 22, palette),
    column(
      { gap: 2, flexGrow: 1, flexShrink: 1 },
      text({ fontSize: 12 }, span({ fontWeight: 700 }, String(number)), ' ', span({}, label)),
      text({ color: palette.muted }, areas.find(({ id }) => id === area)?.name ?? ''),
      ...(earlier && before ? [text({}, `${RATING_WORDS[earlier.rating]} in ${before.year}`)] : []),
    ),
    column(
      {
        width: 76,
        flexShrink: 0,
        padding: '4px 4px',
        borderRadius: 5,
        backgroundColor: fill,
        color: ink,
        alignItems: 'center',
      },
      text({ fontSize: 11, fontWeight: 700 }, RATING_WORDS[rating]),
      text({ fontSize: 10 }, `in ${year}`),
    ),
  );
}
