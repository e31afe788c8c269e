/** One resolution: the vote in full, or what is said of one that the assessment does not list. */
import { type Answer, ASSESSMENT, type Block } from '../answer.js';
import type { Vote } from '../assessment/schema.js';
import { bodyOf, documentUrl, type Mention, type Resolved } from '../assessment/symbols/symbols.js';
import { BODY_WORDS, count, list, POSITION_SHAPES } from '../assessment/words.js';
import { keptByKey } from '../index/kept.js';
import type { Edition, Library } from '../library.js';
import { absentText, coverage, instead, slip } from './absent.js';
import type { Context } from './command.js';
import { citeAction, relatedToVote, sourcesAction, topicAction } from './onward.js';
import {
  checkSections,
  contextOf,
  recordBlock,
  subjectText,
  voteLine,
  voteSections,
  yearNotes,
} from './pieces.js';
import { indicatorTitle, voteContext } from './words.js';

/** The vote that a typed symbol means, or why there is none. */
export function oneVote(typed: string, { edition, library }: Context, as?: string): Answer {
  const several = edition.resolutions(typed);
  if (several.length > 1) return votesNamed(several, edition);
  const found = edition.resolution(typed);
  switch (found.kind) {
    case 'one': {
      const vote = edition.vote(found.symbol) as Vote;
      const notes = notesOn(vote, found.given, edition);
      return notes.length || as !== undefined
        ? voteAnswer(vote, edition, { notes, as })
        : plainly(vote.resolution, edition);
    }
    case 'ambiguous':
      return slip(
        edition,
        'Which resolution?',
        `“${typed}” fits ${list(found.readings)}, which are in this assessment. Choose one.`,
        found.readings.map((symbol) => ({
          label: symbol,
          call: { command: 'votes', options: { resolution: symbol } },
        })),
        found.readings.map((id) => ({ kind: 'vote', id })),
      );
    case 'absent':
      return absent(found.given.text, found.readings, edition, library);
    case 'none':
      return slip(
        edition,
        'Not a resolution symbol',
        `“${typed}” is not the symbol of a resolution. Symbols look like S/RES/2666, A/RES/77/230 or A/HRC/RES/51/28; a document such as A/77/230 is not a resolution. ${coverage(edition)}`,
        allVotes(edition),
      );
  }
}

/** Several resolutions in one text: those that the report lists, and the names of the others. */
function votesNamed(named: readonly Resolved[], edition: Edition): Answer {
  const symbols = named.flatMap((r) =>
    r.kind === 'one' ? r.symbol : r.kind === 'ambiguous' ? r.readings : [],
  );
  const votes = symbols.flatMap((symbol) => edition.vote(symbol) ?? []);
  const years = yearNotes(
    named.flatMap((r) => (r.kind === 'one' ? misdated(r.symbol, r.given) : [])),
    edition,
  );
  const absent = named.flatMap((r) => (r.kind === 'absent' ? (r.readings[0] ?? r.given.text) : []));
  const said = absentText(absent, edition);
  if (votes.length === 0) return instead(edition, 'Not in this assessment', said, allVotes(edition));
  return {
    found: true,
    assessment: edition.assessment.id,
    title: `${edition.assessment.country.name}: UN votes`,
    subtitle: [count(votes.length, 'vote')],
    sections: [
      { blocks: [...(absent.length ? [{ style: 'plain' as const, text: [said] }] : []), ...years] },
      ...voteSections(votes),
    ],
    evidence: votes.map((v) => ({ kind: 'vote', id: v.resolution })),
    actions: votes.slice(0, 5).map((v) => ({
      do: 'open',
      label: v.resolution,
      call: { command: 'votes', options: { resolution: v.resolution } },
    })),
  };
}

/** A resolution with the year that it was given with; `yearNotes` leaves out one that is right. */
const misdated = (symbol: string, given?: Mention) =>
  given?.year === undefined ? [] : [{ symbol, year: given.year }];

/** Of the assessments that list it, the newest: a row of buttons. */
const OTHERS_MAX = 5;

/** A resolution that the report does not list: never another one in its place. */
function absent(typed: string, readings: readonly string[], edition: Edition, library: Library): Answer {
  const [symbol] = readings;
  const name = readings.length ? list(readings, 'or') : `“${typed}”`;
  const said = readings.length
    ? `${name} is not in this assessment, which says nothing about it. ${coverage(edition)}`
    : `${name} cannot be a resolution: the body and the number do not go together. ${coverage(edition)}`;
  const body = symbol ? bodyOf(symbol) : undefined;
  const others = readings
    .flatMap((reading) => library.withVoteOn(reading).map((card) => ({ reading, card })))
    .slice(0, OTHERS_MAX);
  return instead(edition, 'Not in this assessment', said, [
    ...others.map(({ reading, card: { id, country, year } }) => ({
      label: `${reading}: ${country.name} ${year}`,
      call: { command: 'votes', options: { resolution: reading, [ASSESSMENT]: id } },
    })),
    ...(body && edition.assessment.votes.some((v) => v.body === body)
      ? [{ label: `Votes of the ${BODY_WORDS[body]}`, call: { command: 'votes', options: { body } } }]
      : []),
    ...allVotes(edition),
  ]);
}

const allVotes = ({ assessment }: Edition) =>
  assessment.votes.length ? [{ label: 'All votes', call: { command: 'votes', options: {} } }] : [];

/** The form of a vote that has the links to its document, and no others. */
const DOCUMENT = 'document';

/** One vote as its symbol alone brings it. */
const plainly = keptByKey((symbol: string, edition: Edition): Answer => {
  const answer = voteAnswer(edition.vote(symbol) as Vote, edition);
  return { ...answer, byKey: { resolution: symbol } };
});

/** What is to be said of what was typed for a vote: a year that is not the resolution's, and what else it could mean. */
function notesOn(vote: Vote, given: Mention | undefined, edition: Edition): Block[] {
  const others = given?.readings.filter((reading) => reading !== vote.resolution) ?? [];
  const text = `Read as ${vote.resolution}; ${list(others)} is not in this assessment.`;
  return [
    ...yearNotes(misdated(vote.resolution, given), edition),
    ...(others.length ? [{ style: 'small' as const, text: [text] }] : []),
  ];
}

/**
 * One vote in full.
 * @param notes stand before it
 * @param as the form of the answer, where a button asks for one
 */
export function voteAnswer(
  vote: Vote,
  edition: Edition,
  { notes = [], as }: { notes?: readonly Block[]; as?: string | undefined } = {},
): Answer {
  const { assessment } = edition;
  const indicator = edition.indicator(vote.indicator);
  const checks = edition.checks('vote', vote.resolution);
  // Where the record has another position, the check below says it, and more.
  const isChecked = checks.length > 0 && vote.record?.position !== vote.position;
  const record = isChecked ? undefined : recordBlock(vote, assessment.country.name);
  // A check on the misprint says it already.
  const misprint: Block[] =
    vote.printed && checks.length === 0
      ? [{ style: 'small', text: [`The report prints the symbol as ${vote.printed}.`] }]
      : [];
  const url = documentUrl(vote.resolution, vote.year);
  return {
    found: true,
    assessment: assessment.id,
    title: vote.resolution,
    subtitle: [`${POSITION_SHAPES[vote.position]} `, { bold: vote.wording }, ` · ${voteContext(vote)}`],
    context: contextOf(edition, ...(indicator ? [`Indicator ${indicatorTitle(indicator)}`] : [])),
    sections: [
      {
        blocks: [
          ...notes,
          ...misprint,
          { style: 'plain', text: [vote.title ? 'Title: ' : 'Subject: ', subjectText(vote)] },
          voteLine(vote, assessment.country.name),
          ...(record ? [record] : []),
          { style: 'plain', text: ['Document: ', { link: url, url }] },
        ],
      },
      ...checkSections(checks),
    ],
    indicators: [vote.indicator],
    again: { command: 'votes', options: { resolution: vote.resolution } },
    evidence: [
      { kind: 'vote', id: vote.resolution },
      { kind: 'indicator', id: String(vote.indicator) },
    ],
    actions: [...topicAction(vote), ...sourcesAction([vote.footnote], edition), citeAction(vote.resolution)],
    related: relatedToVote(vote, edition),
    documents: [
      {
        label: `UN document ${vote.resolution}`,
        short: 'Open UN document',
        url,
        call: { command: 'votes', options: { resolution: vote.resolution, as: DOCUMENT } },
      },
    ],
    ...(as === DOCUMENT ? { documentsOnly: true } : {}),
  };
}
