/** All ratings at a glance: a tile for each indicator, under its area. */
import type { Assessment, Indicator } from '../../assessment/schema.js';
import { RATING_WORDS, TREND_WORDS } from '../../assessment/words.js';
import { column, type Element, el, span, text } from './element.js';
import { areasOf, ratingsOf, trendsOf } from './facts.js';
import { arrow, arrowBadge, frame, INNER, key } from './frame.js';
import { PALETTES, type Palette, type Theme } from './palette.js';
import { RATING_LETTERS } from './words.js';

const GAP = 6;
const COLUMN = (INNER - GAP) / 2;

export function scorecard(assessment: Assessment, theme: Theme): Element {
  const palette = PALETTES[theme];
  const columns = halves(assessment).map((groups) =>
    column({ width: COLUMN, gap: 7 }, ...groups.map((group) => area(group, palette))),
  );
  return frame(
    `${assessment.country.name}: ratings as of ${assessment.year}`,
    '',
    assessment,
    palette,
    column({ gap: 7 }, ratingKeys(assessment, palette), trendKeys(assessment, palette)),
    el({ gap: GAP }, ...columns),
  );
}

function ratingKeys({ indicators }: Assessment, palette: Palette): Element {
  return el(
    { gap: 4 },
    ...ratingsOf(indicators).map(({ value, count }) =>
      key(
        {
          mark: () => text({}, RATING_LETTERS[value]),
          count,
          word: RATING_WORDS[value],
          look: palette.ratings[value],
        },
        palette,
      ),
    ),
  );
}

function trendKeys({ indicators, comparedWith }: Assessment, palette: Palette): Element {
  return el(
    { columnGap: 12, rowGap: 4, flexWrap: 'wrap', alignItems: 'center', fontSize: 11 },
    text({ color: palette.muted }, `Against ${comparedWith}:`),
    ...trendsOf(indicators).map(({ value, count }) =>
      el(
        { gap: 4, alignItems: 'center' },
        trendMark(value, palette.muted, palette),
        text({ fontWeight: 700 }, String(count)),
        text({}, TREND_WORDS[value]),
      ),
    ),
  );
}

const trendMark = (trend: Indicator['trend'], plain: string, palette: Palette) =>
  trend === 'unchanged' ? arrow(trend, 9, plain) : arrowBadge(trend, 14, palette);

type Group = ReturnType<typeof areasOf>[number];

/** Tiles take what height is left over, so that the two columns end alike. */
function area({ name, indicators }: Group, palette: Palette): Element {
  return column(
    { gap: 3, flexGrow: indicators.length },
    text({ fontSize: 11, fontWeight: 700 }, name),
    ...indicators.map((indicator) => tile(indicator, palette)),
  );
}

function tile({ number, label, rating, trend }: Indicator, palette: Palette): Element {
  const { fill, ink } = palette.ratings[rating];
  return el(
    {
      flexGrow: 1,
      minHeight: trend === 'unchanged' ? 27 : 32,
      borderRadius: 5,
      backgroundColor: palette.surface,
      ...(trend === 'unchanged' ? {} : { boxShadow: `0 0 0 1.5px ${palette.trends[trend].fill}` }),
    },
    column(
      {
        width: 25,
        flexShrink: 0,
        gap: 1,
        alignItems: 'center',
        justifyContent: 'center',
        borderRadius: '5px 0 0 5px',
        backgroundColor: fill,
        color: ink,
      },
      text({ fontSize: 11, fontWeight: 700, lineHeight: 1 }, RATING_LETTERS[rating]),
      trendMark(trend, ink, palette),
    ),
    text(
      { flexShrink: 1, alignSelf: 'center', padding: '2.5px 3px 2.5px 5px', fontSize: 9.4, lineHeight: 1.17 },
      span({ fontWeight: 700 }, String(number)),
      ' ',
      span({}, label),
    ),
  );
}

/** About how high a group comes out: letters to a line, and the heights of lines, tiles and headings above. */
const heightOf = ({ name, indicators }: Group) =>
  8 +
  13 * Math.ceil(name.length / 30) +
  indicators.reduce(
    (sum, { label }) => sum + 3 + Math.max(28, 6 + 11 * Math.ceil((label.length + 5) / 31)),
    0,
  );

/**
 * The areas in order, in two columns about as long as each other. An area is parted, and its heading stands again, only
 * where the columns would come out too uneven without.
 */
function halves(assessment: Assessment): [Group[], Group[]] {
  const groups = areasOf(assessment);
  const cuts = groups.flatMap((group, at) =>
    group.indicators.map((_, last): [Group[], Group[]] => {
      const first = { ...group, indicators: group.indicators.slice(0, last + 1) };
      const rest = { name: `${group.name} (continued)`, indicators: group.indicators.slice(last + 1) };
      const isWhole = rest.indicators.length === 0;
      return [
        [...groups.slice(0, at), isWhole ? group : first],
        [...(isWhole ? [] : [rest]), ...groups.slice(at + 1)],
      ];
    }),
  );
  const length = (cut: [Group[], Group[]]) =>
    Math.max(...cut.map((half) => half.reduce((sum, group) => sum + heightOf(group), 0)));
  const shortest = (some: typeof cuts) => some.reduce((a, b) => (length(b) < length(a) ? b : a));
  const whole = shortest(cuts.filter(([left]) => left.every((group) => groups.includes(group))));
  const parted = shortest(cuts);
  return length(whole) <= length(parted) * TOO_UNEVEN ? whole : parted;
}

const TOO_UNEVEN = 1.2;
