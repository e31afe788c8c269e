/** Blocks that several commands answer with. */
import type { Block, Inline, Section } from '../answer.js';
import type {
  Check,
  Indicator,
  Position,
  RecordSource,
  Statement,
  Treaty,
  Vote,
} from '../assessment/schema.js';
import {
  list,
  POSITION_SHAPES,
  POSITION_WORDS,
  RATING_SHAPES,
  RATING_WORDS,
  TREATY_STATUS_WORDS,
  TREND_SHAPES,
  TREND_WORDS,
} from '../assessment/words.js';
import { type Found, statementsOf } from '../assistant/found.js';
import { keptByKey } from '../index/kept.js';
import { subjectOf } from '../index/topics.js';
import type { Edition } from '../library.js';
import { BODY_CHOICES, longDate } from './words.js';

export function statementBlock(statement: Statement): Block {
  return { style: 'statement', text: [statement.text], footnotes: statement.footnotes };
}

/** "◔ Weak · → Unchanged since 2022". */
export function ratingInline({ rating, trend }: Indicator, edition: Edition): Inline[] {
  return [
    `${RATING_SHAPES[rating]} `,
    { bold: RATING_WORDS[rating] },
    ` · ${TREND_SHAPES[trend]} `,
    { bold: TREND_WORDS[trend] },
    ` since ${edition.assessment.comparedWith}`,
  ];
}

/** "China 2023 · Policy Mechanisms": the edition, and what of it. */
export function contextOf({ assessment }: Edition, ...within: readonly string[]): string {
  return [`${assessment.country.name} ${assessment.year}`, ...within].join(' · ');
}

/** A line that names an indicator: its rating first, so that ratings stand under each other; its trend where it moved. */
export function indicatorItem({ number, label, rating, trend }: Indicator): Block {
  return {
    style: 'item',
    text: [
      `${RATING_SHAPES[rating]} `,
      { bold: RATING_WORDS[rating] },
      ` · ${number} · ${label}`,
      ...(trend === 'unchanged' ? [] : [` — ${TREND_SHAPES[trend]} `, { bold: TREND_WORDS[trend] }]),
    ],
  };
}

/** Where the public record differs: what the report says, what the record says, and where. */
export function checkBlock(check: Check): Block {
  return {
    style: 'check',
    text: [`${check.report} `, { bold: 'UN record: ' }, `${check.record} `, ...sources(check.sources)],
  };
}

export function checkSections(checks: readonly Check[]): Section[] {
  return checks.length
    ? [{ heading: { text: 'Where the report and the UN record differ' }, blocks: checks.map(checkBlock) }]
    : [];
}

/** "(Source: …)", with links where the record gives them. */
export function sources(all: readonly RecordSource[]): Inline[] {
  if (all.length === 0) return [];
  const inline = all.flatMap((s, i): Inline[] => [
    ...(i === 0 ? [] : ['; ']),
    s.url ? { link: s.title, url: s.url } : s.title,
  ]);
  return ['(Source: ', ...inline, ')'];
}

/** What a vote is about: the title as printed, or the UN record's subject, marked as such. */
export function subjectText(vote: Vote): string {
  const subject = subjectOf(vote);
  if (!subject) return 'the report prints no title';
  return vote.title ? subject : `${subject} (subject from the UN record)`;
}

/** How the state voted in the report, with the footnote of the list. */
export function voteLine(vote: Vote, country: string): Block {
  return {
    style: 'statement',
    text: [
      `${country}, in the report: `,
      { bold: positionText(vote) },
      ...(vote.position === 'without-vote'
        ? [' — no state’s position was recorded, so this is nobody’s yes']
        : []),
    ],
    footnotes: [vote.footnote],
  };
}

/** The position with the report's own wording beside it where the two differ. */
function positionText(vote: Vote): string {
  const word = POSITION_WORDS[vote.position];
  return word === vote.wording ? word : `${word} (in the report’s words “${vote.wording}”)`;
}

/** A line of a list of votes. */
function voteItem(vote: Vote): Block {
  const difference = differenceInline(vote);
  return {
    style: 'item',
    text: [
      { bold: vote.resolution },
      ` (${vote.year}) — ${POSITION_SHAPES[vote.position]} `,
      { bold: vote.wording },
      ` — ${subjectText(vote)}`,
      ...(difference.length ? [' — ', ...difference] : []),
    ],
  };
}

/** What is said where a resolution was given with a year that is not its own. */
export function yearNotes(misdated: readonly { symbol: string; year: number }[], edition: Edition): Block[] {
  return misdated.flatMap(({ symbol, year }): Block[] => {
    const vote = edition.vote(symbol);
    if (!vote || vote.year === year) return [];
    const text = `${symbol} is a resolution of ${vote.year}, not of ${year}.`;
    return [{ style: 'plain', text: [{ bold: 'Note:' }, ` ${text}`] }];
  });
}

/** Votes as lists by body, each under the footnote that the report gives for that list. */
export function voteSections(votes: readonly Vote[]): Section[] {
  return BODY_CHOICES.flatMap(({ value, name }): Section[] => {
    const own = votes.filter((v) => v.body === value);
    const footnotes = [...new Set(own.map((v) => v.footnote))];
    return own.length ? [{ heading: { text: name, footnotes }, blocks: own.map(voteItem) }] : [];
  });
}

/**
 * How votes came out, by position; what was adopted without a vote is named apart from the votes cast.
 * @param only the position that was asked for: where all have it, the others are not counted
 */
export function tallyBlock(votes: readonly Vote[], only?: Position): Block {
  const n = (position: Position) => votes.filter((v) => v.position === position).length;
  if (only && votes.length > 0 && n(only) === votes.length)
    return { style: 'plain', text: [{ bold: 'In the report: ' }, `${POSITION_WORDS[only]} ${n(only)}.`] };
  const cast = (['yes', 'no', 'abstained'] as const).map((p) => `${POSITION_WORDS[p]} ${n(p)}`);
  const apart = n('without-vote');
  return {
    style: 'plain',
    text: [
      { bold: 'In the report: ' },
      `${list(cast)}.`,
      ...(apart
        ? [` Apart from these, ${apart} adopted without a vote or by consensus: no position of any state.`]
        : []),
    ],
  };
}

/** The position in the UN record with its source, where that is another than the report's. */
export function differenceInline({ position, record }: Vote): Inline[] {
  if (!record?.position || record.position === position) return [];
  return [{ bold: `UN record: ${POSITION_WORDS[record.position]}` }, ' ', ...sources([record.source])];
}

/** The UN record of a vote in a sentence, with its source; nothing where nothing is verified. */
export function recordBlock(vote: Vote, country: string): Block | undefined {
  const { record } = vote;
  if (!record) return undefined;
  const when = record.adopted ? `adopted on ${longDate(record.adopted)}` : 'adopted';
  const how = record.tally
    ? `with ${record.tally.yes} in favour, ${orNone(record.tally.no)} against and ${orNone(record.tally.abstained)} abstaining`
    : record.position === 'without-vote'
      ? 'without a vote, so that no position is recorded for any state'
      : '';
  const who =
    record.position === null
      ? `${country}’s vote is not verified here`
      : record.position === 'without-vote'
        ? ''
        : `${country}: ${POSITION_WORDS[record.position]}`;
  const sentence = `${[`${when}${how ? ` ${how}` : ''}`, who].filter(Boolean).join('; ')}. `;
  return { style: 'plain', text: [{ bold: 'UN record: ' }, sentence, ...sources([record.source])] };
}

const orNone = (n: number) => (n === 0 ? 'none' : String(n));

/** A line that names a treaty with its status. */
export function treatyItem(treaty: Treaty): Block {
  const marks = [...new Set(treaty.statements.flatMap((s) => s.footnotes))];
  return {
    style: 'item',
    text: [{ bold: treatyTitle(treaty) }, ` — ${TREATY_STATUS_WORDS[treaty.status]}`],
    footnotes: marks,
  };
}

export function treatyTitle(treaty: Treaty): string {
  return treaty.abbreviation ? `${treaty.name} (${treaty.abbreviation})` : treaty.name;
}

/** How much of what a check is about a statement has to speak of for the check to bear on it. */
const BEARS = 0.5;

/** The checks that bear on statements: those on their indicators, or on treaties, that speak of the same. */
export function bearing(statements: readonly Found[], edition: Edition): Check[] {
  const { checks } = edition.assessment;
  return checks.filter(({ about, report }) =>
    statements.some((found) => {
      const text = statementsOf(found, edition)[found.at]?.text;
      if (!text) return false;
      const treaty = about.kind === 'treaty' && edition.treaty(about.id);
      if (treaty) return treaty.statements.some((s) => s.text === text);
      if (about.kind !== found.kind || about.id !== found.id) return false;
      const terms = termsOf(report, edition);
      const own = termsOf(text, edition);
      return [...terms].filter((term) => own.has(term)).length >= terms.size * BEARS;
    }),
  );
}

/** The terms of what the report and its checks say. */
const termsOf = keptByKey(
  (text: string, { reading }: Edition): ReadonlySet<string> => new Set(reading(text)),
);
