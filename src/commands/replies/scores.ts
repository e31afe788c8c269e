/** The assessment as a whole: ratings counted and listed, areas, what it is. */
import type { Action, Answer, Block, Evidence, Section } from '../../answer.js';
import { type Indicator, RATINGS, type Rating, type Trend } from '../../assessment/schema.js';
import { count, list, RATING_WORDS, TREND_WORDS, tally } from '../../assessment/words.js';
import { statementsOf } from '../../assistant/found.js';
import { indexStatements } from '../../assistant/outline.js';
import type { Scores } from '../../assistant/reply.js';
import type { Edition } from '../../library.js';
import { coverage } from '../absent.js';
import type { Context } from '../command.js';
import { indicatorItem, statementBlock } from '../pieces.js';
import { ratings } from '../ratings.js';
import { trends } from '../trends.js';

const ALL_RATINGS: Action = { do: 'open', label: 'All ratings', call: { command: 'ratings', options: {} } };
const evidence = (indicators: readonly Indicator[]): Evidence[] =>
  indicators.map((i) => ({ kind: 'indicator', id: String(i.number) }));

/** Ratings as /ratings lists them, or counted by area or by rating. */
export function scoresAnswer(reply: Scores, context: Context): Answer {
  const { edition } = context;
  const { by, area, trend, ratings: wanted = [] } = reply;
  const [rating] = wanted;
  if (by === 'area') return byArea(edition);
  if (by === 'rating') return byRating(edition, area);
  if (by === 'trend') return area ? changedIn(area, edition) : trends.run({}, context);
  if (reply.update) return withoutUpdate(edition, area);
  if (wanted.length > 1) return ofRatings(wanted, edition, area, trend);
  const answer = ratings.run(
    { ...(area && { area }), ...(rating && { rating }), ...(trend && { trend }) },
    context,
  );
  // Where ratings moved, the index did: the overview says how.
  const index = trend && trend !== 'unchanged' ? indexStatements(edition) : [];
  const asked = [
    ...(rating ? [`the rating “${RATING_WORDS[rating]}”`] : []),
    ...(trend ? [`the trend “${TREND_WORDS[trend]}”`] : []),
  ];
  const within = edition.assessment.indicators.filter((i) => !area || i.area === area).length;
  const where = area ? ` in the area “${edition.area(area).name}”` : '';
  const none = answer.found
    ? ''
    : `No indicator${where} has ${list(asked)}: 0 of ${count(within, 'indicator')}.`;
  return {
    ...answer,
    found: true,
    sections: [
      ...(none ? [{ blocks: [{ style: 'plain' as const, text: [none] }] }] : answer.sections),
      ...(index.length
        ? [
            {
              heading: { text: 'Overview' },
              blocks: index.flatMap((found) => statementsOf(found, edition).map(statementBlock)),
            },
          ]
        : []),
    ],
    evidence: [...answer.evidence, ...index.map(({ kind, id }) => ({ kind, id }))],
  };
}

/** The indicators on which the report says that it has nothing new. */
function withoutUpdate(edition: Edition, area: string | undefined): Answer {
  const { assessment } = edition;
  const rows = assessment.indicators.filter((i) => i.update === 'none' && (!area || i.area === area));
  return {
    found: true,
    assessment: assessment.id,
    title: 'Indicators without an update',
    subtitle: [
      `${rows.length} of ${count(assessment.indicators.length, 'indicator')}: the report says that it has nothing new`,
    ],
    sections: [{ blocks: rows.map(indicatorItem) }],
    evidence: evidence(rows),
    actions: [ALL_RATINGS],
  };
}

/** The indicators of an area that moved against the edition before. */
function changedIn(area: string, edition: Edition): Answer {
  const { assessment } = edition;
  const own = assessment.indicators.filter((i) => i.area === area);
  const rows = own.filter((i) => i.trend !== 'unchanged');
  return {
    found: true,
    assessment: assessment.id,
    title: `${edition.area(area).name}: ${assessment.year} against ${assessment.comparedWith}`,
    subtitle: [
      `${rows.length} of ${count(own.length, 'indicator')} changed: ${tally(
        own.map((i) => TREND_WORDS[i.trend]),
        Object.values(TREND_WORDS),
      )}`,
    ],
    sections: [{ blocks: rows.map(indicatorItem) }],
    evidence: evidence(rows),
    actions: [ALL_RATINGS],
  };
}

/** The indicators with any of several ratings. */
function ofRatings(
  wanted: readonly Rating[],
  edition: Edition,
  area: string | undefined,
  trend: Trend | undefined,
): Answer {
  const { assessment } = edition;
  const rows = assessment.indicators.filter(
    (i) => wanted.includes(i.rating) && (!area || i.area === area) && (!trend || i.trend === trend),
  );
  const words = wanted.map((rating) => RATING_WORDS[rating]);
  return {
    found: true,
    assessment: assessment.id,
    title: `Indicators rated ${list(words, 'or')}`,
    subtitle: [
      `${rows.length} of ${count(assessment.indicators.length, 'indicator')}: ${tally(
        rows.map((i) => RATING_WORDS[i.rating]),
        Object.values(RATING_WORDS),
      )}`,
    ],
    sections: [{ blocks: rows.map(indicatorItem) }],
    evidence: evidence(rows),
    actions: [ALL_RATINGS],
  };
}

/** Areas, the one with the lowest ratings first. */
function byArea({ assessment }: Edition): Answer {
  const rows = assessment.areas.map((area) => {
    const own = assessment.indicators.filter((i) => i.area === area.id);
    const mean = own.reduce((sum, i) => sum + RATINGS.indexOf(i.rating), 0) / Math.max(1, own.length);
    return { area, own, mean };
  });
  const sorted = rows.filter(({ own }) => own.length > 0).sort((a, b) => a.mean - b.mean);
  const [lowest] = sorted;
  const highest = sorted.at(-1);
  return {
    found: true,
    assessment: assessment.id,
    title: 'Areas by their ratings',
    subtitle: [
      lowest && highest
        ? `Lowest on average: ${lowest.area.name}; highest: ${highest.area.name}. The report rates indicators, not areas; the order is counted from its ratings.`
        : '',
    ],
    sections: [{ blocks: sorted.map(({ area, own }) => areaItem(area.name, own)) }],
    evidence: evidence(sorted.flatMap(({ own }) => own)),
    actions: [ALL_RATINGS],
  };
}

function areaItem(name: string, own: readonly Indicator[]): Block {
  const words = own.map((i) => RATING_WORDS[i.rating]);
  return {
    style: 'item',
    text: [{ bold: name }, ` — ${tally(words, Object.values(RATING_WORDS))} (of ${own.length})`],
  };
}

/** How often each rating was given, the commonest first. */
function byRating(edition: Edition, area: string | undefined): Answer {
  const { assessment } = edition;
  const own = assessment.indicators.filter((i) => !area || i.area === area);
  const rows = RATINGS.map((rating) => ({ rating, given: own.filter((i) => i.rating === rating) }))
    .filter(({ given }) => given.length > 0)
    .sort((a, b) => b.given.length - a.given.length);
  const [most] = rows;
  const fewest = rows.filter(({ given }) => given.length === rows.at(-1)?.given.length);
  return {
    found: true,
    assessment: assessment.id,
    title: ['Ratings by how often they were given', ...(area ? [edition.area(area).name] : [])].join(' · '),
    subtitle: most
      ? [
          { bold: RATING_WORDS[most.rating] },
          ` is the most common: ${most.given.length} of ${count(own.length, 'indicator')}.`,
          ...(fewest[0] === most
            ? []
            : [` Least common: ${list(fewest.map(({ rating }) => RATING_WORDS[rating]))}.`]),
          area ? '' : ' The report rates each indicator, and gives no single rating for the whole.',
        ]
      : [],
    sections: [
      {
        blocks: rows.map(
          ({ rating, given }): Block => ({
            style: 'item',
            text: [{ bold: RATING_WORDS[rating] }, ` — ${given.length}`],
          }),
        ),
      },
    ],
    evidence: evidence(rows.flatMap(({ given }) => given)),
    actions: [ALL_RATINGS],
  };
}

/** What the assessment is: by whom, of what, how large. */
export function outlineAnswer({ edition }: Context): Answer {
  const { assessment } = edition;
  const { indicators, areas, footnotes, treaties } = assessment;
  const sections: Section[] = [
    {
      blocks: [
        {
          style: 'plain',
          text: [
            `${assessment.title}, published by the ${assessment.publisher}. It rates ${assessment.country.name} as of ${assessment.year}, and gives each trend against ${assessment.comparedWith}.`,
          ],
        },
        {
          style: 'plain',
          text: [
            `${count(indicators.length, 'indicator')} in ${count(areas.length, 'area')}, ${count(footnotes.length, 'footnote')}, ${count(treaties.length, 'treaty', 'treaties')}. ${coverage(edition)}`,
          ],
        },
      ],
    },
    {
      heading: { text: 'Areas' },
      blocks: areas.map((area) =>
        areaItem(
          area.name,
          indicators.filter((i) => i.area === area.id),
        ),
      ),
    },
  ];
  const firsts = areas.flatMap((area) => indicators.find((i) => i.area === area.id) ?? []);
  return {
    found: true,
    assessment: assessment.id,
    title: 'About the assessment',
    subtitle: [`${list(areas.map(({ name }) => name))}`],
    sections,
    evidence: evidence(firsts),
    actions: [ALL_RATINGS],
  };
}
