/** Statements, ratings and sources as answers. */
import type { Action, Answer, Block, Evidence, Inline, Section } from '../../answer.js';
import { type Indicator, RATINGS } from '../../assessment/schema.js';
import { list, RATING_WORDS, TREND_WORDS } from '../../assessment/words.js';
import { type Found, statementsOf } from '../../assistant/found.js';
import type { Facts, Rated, Sources } from '../../assistant/reply.js';
import { markTerms } from '../../index/search.js';
import type { Edition } from '../../library.js';
import { noWork, writerOf } from '../citation-blocks.js';
import { packFootnotes } from '../cited.js';
import type { Context } from '../command.js';
import { citeAction, relatedToIndicator, sourcesAction, toIndicator } from '../onward.js';
import { bearing, checkBlock, contextOf, ratingInline, statementBlock } from '../pieces.js';
import { indicatorTitle } from '../words.js';

/** The statements that answer, each under the record that it stands in. */
export function factsAnswer({ picks }: Facts, { edition }: Context): Answer {
  return {
    found: true,
    assessment: edition.assessment.id,
    title: 'From the assessment',
    context: contextOf(edition),
    sections: evidenceSections(picks, edition),
    indicators: picks.flatMap(({ kind, id }) => (kind === 'indicator' ? [Number(id)] : [])),
    evidence: evidenceOf(picks),
    actions: [...openActions(picks, edition), ...sourcesAction(footnotesShown(picks, edition), edition)],
  };
}

/** The footnotes on statements, and those whose remarks they are. */
const footnotesShown = (picks: readonly Found[], edition: Edition): number[] =>
  picks.flatMap((found) =>
    found.kind === 'footnote'
      ? [Number(found.id)]
      : (statementsOf(found, edition)[found.at]?.footnotes ?? []),
  );

/** Indicators with rating and trend; where there are several, which of them is rated lower. */
export function ratedAnswer({ picks, claim }: Rated, { edition }: Context): Answer {
  const numbers = [...new Set(picks.map(({ id }) => Number(id)))];
  const indicators = numbers.flatMap((number) => edition.indicator(number) ?? []);
  const [only] = indicators;
  return {
    found: true,
    assessment: edition.assessment.id,
    title: indicators.length === 1 && only ? indicatorTitle(only) : 'Side by side',
    ...(indicators.length === 1 && only
      ? {
          subtitle: ratingInline(only, edition),
          context: contextOf(edition, edition.area(only.area).name),
          rating: only.rating,
        }
      : { subtitle: [comparison(indicators)] }),
    sections:
      indicators.length === 1
        ? [{ blocks: [...claimNote(claim, only), ...blocksOf(picks, edition)] }]
        : indicators.map((indicator) => ({
            heading: { text: `Indicator ${indicatorTitle(indicator)}` },
            blocks: [
              { style: 'plain', text: ratingInline(indicator, edition) },
              ...blocksOf(
                picks.filter(({ id }) => id === String(indicator.number)),
                edition,
              ),
            ],
          })),
    indicators: numbers,
    evidence: evidenceOf(picks),
    actions: [
      ...openActions(picks, edition),
      ...sourcesAction(footnotesShown(picks, edition), edition),
      ...(indicators.length === 1 && only ? [citeAction(`indicator ${only.number}`)] : []),
    ],
    ...(indicators.length === 1 && only ? { related: relatedToIndicator(only, edition) } : {}),
  };
}

/** What is said where a question takes another rating or trend for granted. */
function claimNote({ rating, trend }: NonNullable<Rated['claim']> = {}, indicator?: Indicator): Block[] {
  if (!indicator) return [];
  const not = [
    ...(rating && rating !== indicator.rating ? [RATING_WORDS[rating]] : []),
    ...(trend && trend !== indicator.trend ? [TREND_WORDS[trend]] : []),
  ].map((word) => `“${word}”`);
  const is = `“${RATING_WORDS[indicator.rating]}” and “${TREND_WORDS[indicator.trend]}”`;
  return not.length
    ? [{ style: 'plain', text: [{ bold: 'Note:' }, ` The report has ${is} here, not ${list(not)}.`] }]
    : [];
}

/** "Civil society is rated lower (Very Weak) than education (Weak)." */
function comparison(indicators: readonly Indicator[]): string {
  const named = (i: Indicator) => `${indicatorTitle(i)} (${RATING_WORDS[i.rating]}, ${TREND_WORDS[i.trend]})`;
  const rank = (i: Indicator) => RATINGS.indexOf(i.rating);
  const sorted = [...indicators].sort((a, b) => rank(a) - rank(b));
  const [lowest] = sorted;
  const highest = sorted.at(-1);
  if (!lowest || !highest) return '';
  if (rank(lowest) === rank(highest)) {
    return `Rated alike: ${list(indicators.map(named))}.`;
  }
  const low = sorted.filter((i) => rank(i) === rank(lowest)).map(named);
  const others = sorted.filter((i) => rank(i) !== rank(lowest)).map(named);
  return `Rated lower: ${list(low)}; rated higher: ${list(others)}.`;
}

/** Footnotes with the works that they cite, under the statements that they stand on. */
export function sourcesAnswer({ footnotes, picks }: Sources, { edition }: Context): Answer {
  const write = writerOf('report', [], edition);
  const sections: Section[] = [
    ...evidenceSections(picks, edition),
    ...(footnotes.length === 0
      ? [
          {
            blocks: [
              {
                style: 'plain' as const,
                text: [
                  'The report gives no footnote for that. What to cite is the assessment itself, as below.',
                ],
              },
            ],
          },
        ]
      : []),
    ...footnotes.map((number): Section => {
      const works = edition.works(number);
      const remarks = edition.footnote(number)?.statements ?? [];
      return {
        heading: { text: `Footnote ${number}` },
        blocks: [
          ...works.flatMap((work) => write(work, number)),
          ...remarks.map(
            (remark): Block => ({ style: 'statement', text: [remark.text], footnotes: [number] }),
          ),
          ...(works.length ? [] : noWork(number, 'report', edition)),
        ],
      };
    }),
  ];
  const stands = edition.indicatorsUnder(footnotes);
  return {
    found: true,
    assessment: edition.assessment.id,
    title:
      footnotes.length === 0
        ? 'Source: the assessment itself'
        : footnotes.length === 1
          ? `Source: footnote ${footnotes[0]}`
          : `Sources: footnotes ${list(footnotes.map(String))}`,
    ...(picks.length === 0 && stands.length
      ? { subtitle: [`Under ${list(stands.map(indicatorTitle))}`] }
      : {}),
    sections,
    indicators: footnotes.length
      ? stands.map(({ number }) => number)
      : picks.flatMap(({ kind, id }) => (kind === 'indicator' ? Number(id) : [])),
    evidence: [
      ...footnotes.map((number): Evidence => ({ kind: 'footnote', id: String(number) })),
      ...evidenceOf(picks),
    ],
    actions: footnotes.length
      ? [
          {
            do: 'open',
            label: footnotes.length === 1 ? `Cite footnote ${footnotes[0]}` : 'Cite these',
            call: { command: 'cite', options: { footnote: packFootnotes(footnotes, edition) } },
          } satisfies Action,
        ]
      : [],
    related: stands.map(toIndicator),
  };
}

/** The statements found, under a heading for each record, in the report's order within it. */
export function evidenceSections(picks: readonly Found[], edition: Edition): Section[] {
  const keys = [...new Set(picks.map(({ kind, id }) => (kind === 'overview' ? kind : `${kind}:${id}`)))];
  return keys.map((key) => {
    const own = picks.filter(({ kind, id }) => key === (kind === 'overview' ? kind : `${kind}:${id}`));
    const [first] = own;
    const indicator = first?.kind === 'indicator' ? edition.indicator(Number(first.id)) : undefined;
    return {
      heading: { text: first ? headingOf(first, edition) : '' },
      blocks: [
        ...(indicator ? [{ style: 'small' as const, text: ratingInline(indicator, edition) }] : []),
        ...blocksOf(own, edition),
      ],
    };
  });
}

function headingOf({ kind, id }: Found, edition: Edition): string {
  const indicator = kind === 'indicator' && edition.indicator(Number(id));
  if (indicator) {
    return `Indicator ${indicatorTitle(indicator)}`;
  }
  return kind === 'footnote' ? `A remark in footnote ${id}` : 'Overview';
}

/** Statements with the words that were asked for set apart, and the checks that bear on them. */
function blocksOf(picks: readonly Found[], edition: Edition): Block[] {
  // What answers best comes first, and what stands around it in the report's order.
  const [best, ...others] = picks;
  const ordered = best ? [best, ...others.sort((a, b) => Number(a.id) - Number(b.id) || a.at - b.at)] : [];
  const blocks = ordered.flatMap((found): Block[] => {
    const statement = statementsOf(found, edition)[found.at];
    if (!statement) return [];
    const text = markTerms(statement.text, found.terms).map(
      (part): Inline => (part.hit ? { bold: part.text } : part.text),
    );
    return found.kind === 'footnote'
      ? [{ style: 'statement', text, footnotes: [Number(found.id)] }]
      : [{ ...statementBlock(statement), text }];
  });
  return [...blocks, ...bearing(ordered, edition).map(checkBlock)];
}

export const evidenceOf = (picks: readonly Found[]): Evidence[] => {
  const seen = new Set<string>();
  return picks.flatMap(({ kind, id }) => {
    const key = `${kind}:${id}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ kind, id }];
  });
};

/** Opens the records in full. */
export function openActions(picks: readonly Found[], edition: Edition): Action[] {
  const numbers = [...new Set(picks.flatMap(({ kind, id }) => (kind === 'indicator' ? [Number(id)] : [])))];
  return numbers.slice(0, 3).flatMap((number): Action[] => {
    const indicator = edition.indicator(number);
    if (!indicator) return [];
    return [
      {
        do: 'open',
        label: `Indicator ${number} in full`,
        call: { command: 'indicator', options: { name: String(number) } },
      },
    ];
  });
}
