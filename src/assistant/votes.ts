/** Questions on UN votes by topic, body, year and position. */
import type { Body, Position, Vote } from '../assessment/schema.js';
import type { Edition } from '../library.js';
import { AT_LARGE, YES_OR_NO } from './cues.js';
import { declined, nearest } from './decline.js';
import { voteFound } from './found.js';
import { asTyped, type Question } from './question.js';
import type { Reply } from './reply.js';
import {
  atEnd,
  EITHER,
  EXCEPT_TOPIC,
  isDenied,
  isOnOthers,
  isWithin,
  REASON,
  VETO,
  VOTE_ON,
} from './vote-cues.js';
import { topicsOf } from './vote-topics.js';

/** A position by a word that is said of votes alone: one may support or oppose many a thing. */
const CAST =
  /\b(?:veto(?:ed|es)?|abstain\w*|abstentions?|consensus|(?:sa(?:y|ys|id)|vot(?:e|es|ed|ing)|times|cast|an?|how many) (?:yes|no)(?! (?:new|updates?|changes?|evidence|sources?|footnotes?|dates?|trends?))|(?:yes|no) votes?|yeas?|nays?|yes(?:es)|in favou?r|without a vote)\b/;
/** So many words name a topic and ask nothing of it. */
const SHORT = 4;
/** So many are hardly more than a name. */
const BARE = 2;
/** A vote that a question speaks of so fully is what it is about. */
const WHOLE = 0.8;
/** A statement that speaks of so much of a question answers it. */
const STATED = 0.6;
/** So surely a statement has a word. */
const MET = 0.5;
const STANCE = /\b(?:positions?|stance|stood|stand|line)\b/;

/** Votes that fit what is asked; nothing where no votes are asked about. */
export function answerVotes(question: Question, edition: Edition): Reply | undefined {
  const {
    asks,
    exceptBodies,
    years,
    sessions,
    countries,
    plain: words,
    pattern,
    retrieved,
    statements,
    spent,
  } = question;
  const { votes } = edition.assessment;
  const isVeto = VETO.test(words);
  const positions: readonly Position[] =
    isVeto && question.positions.length === 0 ? ['no'] : question.positions;
  const onVeto = isVeto && countries.length > 0;
  const bodies: readonly Body[] = onVeto ? ['security-council'] : question.bodies;
  if (votes.length === 0 || asks.has('rating') || (asks.has('source') && !/\bvot/.test(words)))
    return undefined;
  const onCountry = countries.some(({ name }) => edition.votesOn(name).length > 0);
  const [stated] = statements();
  const [best] = retrieved.hits;
  // A vote is nearer than all that the report states: somebody may name a mission, and not a vote.
  const isNearest =
    best?.kind === 'vote' &&
    best.coverage > 0.5 &&
    best.score > 1.3 * (stated?.score ?? 0) &&
    (positions.length > 0 ||
      bodies.length > 0 ||
      words.split(' ').length <= SHORT ||
      (best.coverage > WHOLE && STANCE.test(words)));
  // Another indicator than the one with the votes says nearly all of it.
  const isElsewhere =
    stated !== undefined &&
    stated.coverage > STATED &&
    retrieved.concepts.some(
      ({ aside, said, term }, i) => !aside && !spent(said) && !AT_LARGE.has(term) && stated.meets(i) > MET,
    ) &&
    !votes.some(({ indicator }) => stated.kind === 'indicator' && stated.id === String(indicator));
  const spoken =
    asks.has('vote') ||
    isNearest ||
    sessions.length > 0 ||
    onVeto ||
    (onCountry && words.split(' ').length <= BARE && stated?.kind !== 'indicator') ||
    (asks.has('count') && CAST.test(words) && !/\bveto/.test(words)) ||
    (onCountry && positions.length > 0 && YES_OR_NO.test(words) && stated?.kind !== 'indicator') ||
    (bodies.length > 0 && years.length > 0 && !isElsewhere) ||
    (onCountry && positions.length > 0 && asks.has('count')) ||
    (onCountry &&
      (STANCE.test(words) || /\bat the (?:un|united nations)\b/.test(words)) &&
      /\b(?:un|united nations)\b/.test(words)) ||
    (onCountry && (years.length > 0 || bodies.length > 0 || CAST.test(words))) ||
    (bodies.length > 0 && positions.length > 0);
  if (!spoken) return undefined;
  const topic = topicsOf(question, edition);
  // The report says itself how it goes elsewhere, as a whole.
  if (exceptBodies.length > 0 && positions.length === 0 && (stated?.coverage ?? 0) > STATED) return undefined;
  if (topic.unmatched.length > 0) {
    // Not of a vote, but of something that has to do with voting.
    const onPlace = asks.has('vote') && countries.some(({ name }) => edition.votesOn(name).length === 0);
    const onOther = !VOTE_ON.test(words) && stated !== undefined && stated.coverage > STATED;
    if (!onPlace && (!asks.has('vote') || onOther)) return undefined;
    return declined(
      'topic',
      topic.votes.length < votes.length ? found(topic.votes) : nearest(question),
      topic.unmatched.map((said) => asTyped(said, question.text)).join(', '),
    );
  }
  const isExcept = topic.votes.length < votes.length && EXCEPT_TOPIC.test(pattern);
  const onTopic = isExcept ? votes.filter((v) => !topic.votes.includes(v)) : topic.votes;
  if (isOnOthers(question))
    return declined('unknown', topic.votes.length < votes.length ? found(topic.votes) : []);
  const within = [...new Set(votes.map((v) => v.year))].filter((y) => isWithin(y, years, words));
  if (years.length > 0 && within.length === 0) {
    return declined('votesOfYear', onTopic.length < votes.length ? found(onTopic) : [], years.join(', '));
  }
  const [body] = bodies;
  const inBody = onTopic.filter(
    (v) => !exceptBodies.includes(v.body) && (bodies.length === 0 || bodies.includes(v.body)),
  );
  const [session] = sessions;
  const inSession =
    session === undefined ? inBody : inBody.filter((v) => new RegExp(`/${session}/\\d+$`).test(v.resolution));
  const inYear = years.length === 0 ? inSession : inSession.filter((v) => within.includes(v.year));
  const [position] = positions;
  if (inYear.length === 0) {
    const [reason, subject] =
      inBody.length > 0 || !body ? (['votesOfYear', within.join(', ')] as const) : (['body', body] as const);
    return declined(reason, found(onTopic), subject);
  }
  if (asks.has('why') || REASON.test(words)) {
    const contrary = position && inYear.every((v) => v.position !== position);
    return declined(contrary ? 'premise' : 'reason', found(fitting(inYear, position)));
  }
  const byBody = bodies.length > 1 || /\b(?:which|what) (?:un )?(?:body|organ|forum|council)\b/.test(words);
  const isYesOrNo = YES_OR_NO.test(words) && !asks.has('count');
  const isNegated = position !== undefined && !isYesOrNo && isDenied(words, position);
  const isAny =
    positions.length > 1 && !byBody && !EITHER.test(words) && (!isYesOrNo || onTopic.length === votes.length);
  const open = byBody || positions.length !== 1 || isYesOrNo || isNegated;
  const rows = atEnd(
    words,
    isAny || isNegated
      ? inYear.filter((v) => positions.includes(v.position) !== isNegated)
      : open || !position
        ? inYear
        : fitting(inYear, position),
  );
  if (asks.has('source')) {
    return { kind: 'sources', footnotes: [...new Set(rows.map((v) => v.footnote))], picks: [] };
  }
  const differing = inYear.filter((v) => !rows.includes(v) && v.record?.position === position);
  return {
    kind: 'votes',
    symbols: rows.map((v) => v.resolution),
    ...(position && !open && differing.length ? { differing: differing.map((v) => v.resolution) } : {}),
    ...(position && positions.length === 1 && !byBody && !isNegated && !EITHER.test(words)
      ? { claim: position }
      : {}),
    ...(byBody ? { byBody } : {}),
  };
}

/** The votes with that position; all of them where none has it. */
function fitting(votes: readonly Vote[], position: Position | undefined): readonly Vote[] {
  const own = votes.filter((v) => v.position === position);
  return own.length ? own : votes;
}

const found = (votes: readonly Vote[]) => votes.slice(0, 3).map((v) => voteFound(v.resolution));
