/** Votes and treaties as answers. */
import type { Action, Answer, Block, Section } from '../../answer.js';
import type { Position, Vote } from '../../assessment/schema.js';
import { BODY_WORDS, count, list, POSITION_WORDS, TREATY_STATUS_WORDS } from '../../assessment/words.js';
import type { Treaties, Votes } from '../../assistant/reply.js';
import { topicOf } from '../../index/topics.js';
import { absentText } from '../absent.js';
import type { Context } from '../command.js';
import { voteAnswer } from '../one-vote.js';
import { sourcesAction, toTreaty, toVote } from '../onward.js';
import {
  checkBlock,
  checkSections,
  contextOf,
  statementBlock,
  tallyBlock,
  treatyTitle,
  voteSections,
  yearNotes,
} from '../pieces.js';
import { treatyAnswer } from '../treaty.js';
import { BODY_CHOICES } from '../words.js';

/** One vote in full, or votes as lists by body with their tally. */
export function votesAnswer(reply: Votes, { edition }: Context): Answer {
  const votes = reply.symbols.flatMap((symbol) => edition.vote(symbol) ?? []);
  const notes: Block[] = [
    ...(reply.absent?.length ? [{ style: 'plain' as const, text: [absentText(reply.absent, edition)] }] : []),
    ...yearNotes(reply.misdated ?? [], edition),
    ...claimNotes(reply.claim, votes),
  ];
  const [only] = votes;
  if (votes.length === 1 && only) {
    const answer = voteAnswer(only, edition);
    return { ...answer, sections: [{ blocks: notes }, ...answer.sections] };
  }
  const { assessment } = edition;
  const topics = [...new Set(votes.map(topicOf))];
  const [topic] = topics;
  const bodies = BODY_CHOICES.filter(({ value }) => votes.some((v) => v.body === value));
  const byBody: Section[] = bodies.map(({ value }) => {
    const own = votes.filter((v) => v.body === value);
    return {
      heading: {
        text: BODY_WORDS[value as Vote['body']],
        footnotes: [...new Set(own.map((v) => v.footnote))],
      },
      blocks: [tallyBlock(own)],
    };
  });
  const differing = reply.differing?.flatMap((symbol) => edition.vote(symbol) ?? []) ?? [];
  const checks = [...votes, ...differing].flatMap((v) => edition.checks('vote', v.resolution));
  return {
    found: true,
    assessment: assessment.id,
    title: [
      `${assessment.country.name}: UN votes`,
      ...(topics.length === 1 && topic ? [topic] : []),
      ...inCommon(votes, reply.claim),
    ].join(' · '),
    subtitle: [`${votes.length} of ${count(assessment.votes.length, 'vote')} in the report`],
    context: contextOf(edition),
    sections: reply.byBody
      ? [{ blocks: notes }, ...byBody]
      : [
          { blocks: [...notes, tallyBlock(votes, reply.claim)] },
          ...voteSections(votes),
          ...checkSections(checks),
        ],
    indicators: [...new Set(votes.map((v) => v.indicator))],
    evidence: [
      // Where bodies are compared it is the lists that answer.
      ...(reply.byBody && only ? [{ kind: 'indicator' as const, id: String(only.indicator) }] : []),
      ...votes.map((v) => ({ kind: 'vote' as const, id: v.resolution })),
    ],
    actions: [
      { do: 'open', label: 'All votes', call: { command: 'votes', options: {} } } satisfies Action,
      ...sourcesAction(
        votes.map((v) => v.footnote),
        edition,
      ),
    ],
    related: votes.map(toVote),
    relatedAs: 'Open a vote…',
  };
}

/** What a list of votes has in common: body, year, and the position that was asked for. */
function inCommon(votes: readonly Vote[], claim: Position | undefined): string[] {
  const one = <Value extends string | number>(values: readonly Value[]) =>
    new Set(values).size === 1 ? values.slice(0, 1) : [];
  return [
    ...one(votes.map(({ body }) => BODY_WORDS[body])),
    ...one(votes.map(({ year }) => String(year))),
    ...(claim && votes.every(({ position }) => position === claim) ? [POSITION_WORDS[claim]] : []),
  ];
}

/** What is said where none of the votes, or only some, has the position that a question takes for granted. */
function claimNotes(claim: Position | undefined, votes: readonly Vote[]): Block[] {
  if (!claim || votes.some((v) => v.position === claim)) return [];
  const [only] = votes;
  if (votes.length === 1 && only?.record?.position === claim) {
    const text = `The report has “${only.wording}”, the UN record “${POSITION_WORDS[claim]}”. They differ, and both stand below.`;
    return [{ style: 'plain', text: [{ bold: 'Note:' }, ` ${text}`] }];
  }
  const others = [...new Set(votes.map((v) => `“${POSITION_WORDS[v.position]}”`))];
  const text = `The report has ${list(others)} here, not “${POSITION_WORDS[claim]}”.`;
  return [{ style: 'plain', text: [{ bold: 'Note:' }, ` ${text}`] }];
}

/** Treaties with their status and what the report says of each. */
export function treatiesAnswer({ ids }: Treaties, { edition }: Context): Answer {
  const treaties = ids.flatMap((id) => edition.treaty(id) ?? []);
  const [only] = treaties;
  if (treaties.length === 1 && only) return treatyAnswer(only, edition);
  const indicators = [...new Set(treaties.flatMap((t) => t.indicators))];
  return {
    found: true,
    assessment: edition.assessment.id,
    title: `${edition.assessment.country.name}: treaties`,
    subtitle: [
      `${count(treaties.length, 'treaty', 'treaties')} of ${edition.assessment.treaties.length} in the report`,
    ],
    sections: [
      ...treaties.map(
        (treaty): Section => ({
          heading: { text: `${treatyTitle(treaty)}: ${TREATY_STATUS_WORDS[treaty.status]}` },
          blocks: treaty.statements.map(statementBlock),
        }),
      ),
      ...checkSections(treaties.flatMap(({ id }) => edition.checks('treaty', id))),
    ],
    indicators,
    evidence: [
      ...treaties.map(({ id }) => ({ kind: 'treaty' as const, id })),
      ...indicators.map((number) => ({ kind: 'indicator' as const, id: String(number) })),
    ],
    actions: sourcesAction(
      treaties.flatMap((t) => t.statements.flatMap(({ footnotes }) => footnotes)),
      edition,
    ),
    related: treaties.map(toTreaty),
    relatedAs: 'Open a treaty…',
  };
}

/** Every place where the report and the public record differ. */
export function checksAnswer({ edition }: Context): Answer {
  const { checks, id, indicators } = edition.assessment;
  const named = checks.flatMap(({ about }) => (about.kind === 'indicator' ? Number(about.id) : []));
  return {
    found: checks.length > 0,
    assessment: id,
    title: 'Where the report and the UN record differ',
    subtitle: [
      checks.length
        ? `${count(checks.length, 'place')} that were checked; what is not listed here is not verified`
        : 'Nothing of this assessment was checked against the public record.',
    ],
    sections: [{ blocks: checks.map(checkBlock) }],
    indicators: indicators.flatMap(({ number }) => (named.includes(number) ? number : [])),
    evidence: checks.map(({ about }) => ({ kind: about.kind, id: about.id })),
    actions: [],
  };
}
