/** Questions on UN votes: by symbol, or by topic, body, year and position. */
import type { Body, Position, Vote } from '../assessment/schema.js';
import { memo } from '../index/memo.js';
import type { Edition } from '../library.js';
import { AT_LARGE, POSITIONS, YES_OR_NO } from './cues.js';
import { declined, nearest } from './decline.js';
import { statements } from './evidence.js';
import { voteFound } from './found.js';
import type { LookedUp } from './look-up.js';
import { asTyped, type Question } from './question.js';
import type { Reply } from './reply.js';

/** A vote is on a concept where its title has the word or what stands for it. */
const ON = 0.3;
/** What nearly every title has tells no vote from another. */
const MOST_TITLES = 0.7;
/** A position by a word that is said of votes alone: one may support or oppose many a thing. */
const CAST =
  /\b(?:veto(?:ed|es)?|abstain\w*|abstentions?|consensus|yes|no|yeas?|nays?|in favou?r|without a vote)\b/;
/** How others voted, the report does not say. */
const OTHERS =
  /\b(?:co )?sponsor\w*\b|\bpenholder\b|\bwho (?:drafted|tabled|introduced|proposed|wrote)\b|\b(?:who(?: else)?|(?:which|what|how many|name|list) (?:the )?(?:\w+ ){0,2}(?:countr\w+|states|members|nations)(?: that| who| which)?|(?:other|all|any) (?:countries|states|members|nations)|everyone else|anyone else|rest of the (?:world|council)) (?:also |all |has |have |had |did |were |was )?(?:against|in favou?r|vot(?:e[ds]?|ing)|abstain\w*|oppose[ds]?|support(?:ed|s)?|back(?:ed|s)?|veto\w*|reject(?:ed|s)?)\b/;
/** How many voted how, each of them. */
const TALLY =
  /\btally\b|\bhow many (?:voted |were |said )?(?:yes|no|in favou?r|against|for|abstain\w*|abstentions?|countr\w+|states|members)\b|\b(?:yes no abstain|numbers?|vote count|head ?count|breakdown|result) (?:numbers?|of the vote)?\b/;
/** Why, in other words. */
const REASON = /\b(?:reasons?|excuses?|justif\w+|explain(?:ed|s)? (?:its|the|their)|explanation)\b/;
const WITH =
  /\b(?:vot\w+|abstain\w*|sid\w+) (?:with|like|alongside|together with|the same (?:way )?as) (?:the )?@/;
/** A topic is asked for as that of a vote. */
const VOTE_ON = /\b(?:vot(?:e[ds]?|ing)|resolutions?) (?:\w+ )?(?:on|about|regarding|concerning)\b/;
/** A negative vote of a permanent member of the Security Council. */
const VETO = /\bveto(?:ed|es)?\b/;
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
/** The resolutions that a question names, or that they are not in the assessment. */
export function answerNamedVotes(question: Question, named: LookedUp, edition: Edition): Reply {
  const symbols = named.hits.map(({ id }) => id);
  if (symbols.length === 0) return declined('resolution', [], named.absent.join(', '));
  // How many voted how, the record beside the report may say; who they were, nothing says.
  const isCounted =
    (question.asks.has('count') || TALLY.test(question.plain)) &&
    symbols.every((symbol) => edition.vote(symbol)?.record?.tally);
  const hasNone = symbols.every((symbol) => !edition.vote(symbol)?.record?.tally);
  if (TALLY.test(question.plain) && hasNone) return declined('figure', named.hits.slice(0, 2));
  const isOnStates =
    /\b(?:which|what|name|list) (?:\w+ ){0,4}(?<!united |member )(?:countr(?:ies|ys)|states|members|nations)\b/.test(
      question.plain,
    );
  if ((isOnOthers(question) || isOnStates) && !isCounted) return declined('unknown', named.hits.slice(0, 2));
  const claim = VETO.test(question.plain) ? 'no' : claimed(question);
  if (question.asks.has('why') || REASON.test(question.plain)) {
    const contrary = claim && symbols.every((symbol) => edition.vote(symbol)?.position !== claim);
    return declined(contrary ? 'premise' : 'reason', named.hits.slice(0, 2));
  }
  return {
    kind: 'votes',
    symbols,
    ...(named.misdated.length ? { misdated: named.misdated } : {}),
    ...(named.absent.length ? { absent: named.absent } : {}),
    ...(claim && symbols.length === 1 ? { claim } : {}),
  };
}

/** The one position that a question takes for granted; none where it leaves it open, or asks how many took it. */
function claimed({ plain: words, positions, asks }: Question): Position | undefined {
  const isOpen = EITHER.test(words) || asks.has('count') || positions.length !== 1;
  return isOpen ? undefined : positions[0];
}

/** How others voted, or whether with them. */
const isOnOthers = ({ plain: words, pattern }: Question) => OTHERS.test(words) || WITH.test(pattern);

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
  const topic = topicsOf(question, edition);
  const onCountry = countries.some(({ name }) => edition.votesOn(name).length > 0);
  const [stated] = statements(retrieved);
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
      ({ aside, said, term }, i) =>
        !aside && !spent(said) && !AT_LARGE.has(term) && (stated.met[i] ?? 0) > MET,
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
  // The report says itself how it goes elsewhere, as a whole.
  if (exceptBodies.length > 0 && positions.length === 0 && (stated?.coverage ?? 0) > STATED) return undefined;
  if (topic.unmatched.length > 0) {
    // Not of a vote, but of something that has to do with voting.
    const onPlace = asks.has('vote') && countries.some(({ name }) => edition.votesOn(name).length === 0);
    const onOther = !VOTE_ON.test(words) && stated !== undefined && stated.coverage > STATED;
    if (!onPlace && (!asks.has('vote') || onOther)) return undefined;
    return declined(
      'topic',
      nearest(question),
      topic.unmatched.map((said) => asTyped(said, question.text)).join(', '),
    );
  }
  const isExcept = topic.votes.length < votes.length && EXCEPT_TOPIC.test(pattern);
  const onTopic = isExcept ? votes.filter((v) => !topic.votes.includes(v)) : topic.votes;
  if (isOnOthers(question))
    return declined('unknown', topic.votes.length < votes.length ? found(topic.votes) : []);
  const within = [...new Set(votes.map((v) => v.year))].filter((y) => isWithin(y, years, words));
  if (years.length > 0 && within.length === 0) {
    return declined('year', onTopic.length < votes.length ? found(onTopic) : [], years.join(', '));
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
      inBody.length > 0 || !body ? (['year', within.join(', ')] as const) : (['body', body] as const);
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

/** Whether a position is asked for that it is not: "did not support". */
function isDenied(words: string, position: Position): boolean {
  const said = POSITIONS.find(([each]) => each === position)?.[1].source ?? '';
  return new RegExp(
    `\\b(?:not|never|didnt|doesnt|hasnt|havent|except|excluding|other than|apart from|but not|but) (?:\\w+ ){0,2}?${said}`,
  ).test(words);
}
/** One or the other, and not both of them together. */
const EITHER =
  /\b(?:for|yes|favou?r|support\w*) (?:or|and) (?:against|no|oppos\w*|reject\w*)\b|\b(?:against|no) or (?:for|yes|in favou?r)\b/;
/** A topic that is not meant; `@` is a country. */
const EXCEPT_TOPIC =
  /\b(?:not|non|except|excluding|other than|apart from|but not|besides|outside|everything but|all but) (?:of |on |about )?(?:the )?@/;

/** The first or last of them, where that is asked for: by their dates where all are known, else by their years. */
function atEnd(words: string, votes: readonly Vote[]): readonly Vote[] {
  const [, which] = AT_END.exec(words) ?? [];
  if (which === undefined || votes.length === 0) return votes;
  const isDated = votes.every(({ record }) => record?.adopted);
  const dates = votes.map(({ year, record }) => (isDated ? (record?.adopted ?? '') : String(year)));
  const sorted = [...dates].sort();
  const wanted = /first|earliest|oldest/.test(which) ? sorted[0] : sorted.at(-1);
  return votes.filter((_, i) => dates[i] === wanted);
}
const AT_END =
  /\b(latest|most recent|newest|last|first|earliest|oldest) (?:\w+ ){0,2}(?:votes?|resolutions?|time|abstentions?)\b/;

/** Whether a year is one of those that are named, or lies before, after or between them as the words say. */
function isWithin(year: number, years: readonly number[], words: string): boolean {
  const [first = 0, last = first] = [Math.min(...years), Math.max(...years)];
  const [, how, from] =
    /\b(before|until|till|up to|prior to|since|from|after|starting in|between) (?:the )?((?:19|20)\d\d)\b/.exec(
      words,
    ) ?? [];
  const given = Number(from);
  switch (how) {
    case 'before':
    case 'prior to':
      return year < given;
    case 'until':
    case 'till':
    case 'up to':
      return year <= given;
    case 'since':
    case 'starting in':
      return year >= given;
    case 'after':
      return year > given;
    case 'from':
    case 'between':
      return years.length > 1 ? year >= first && year <= last : years.includes(year);
    default:
      return years.includes(year);
  }
}

/** The votes with that position; all of them where none has it. */
function fitting(votes: readonly Vote[], position: Position | undefined): readonly Vote[] {
  const own = votes.filter((v) => v.position === position);
  return own.length ? own : votes;
}

const found = (votes: readonly Vote[]) => votes.slice(0, 3).map((v) => voteFound(v.resolution));

/** Where a word names what a vote is on. */
const isTopic = (said: string, words: string) => topicPattern(said).test(words);
const topicPattern = memo(
  (said) =>
    new RegExp(
      `\\b(?:on|about|regarding|concerning|over|against|condemning|for|of) (?:\\w+ ){0,3}${said}\\b|\\b${said} (?:\\w+ )?(?:votes?|voting|resolutions?|texts?|drafts?|motions?)\\b`,
    ),
);

/** The votes whose titles have what the question is about, and what no title has. */
function topicsOf({ retrieved, countries, spent, plain: words }: Question, edition: Edition) {
  const { votes } = edition.assessment;
  const hits = retrieved.hits.filter(({ kind }) => kind === 'vote');
  const topical: number[] = [];
  const unmatched: string[] = [];
  retrieved.concepts.forEach((concept, i) => {
    const met = hits.filter((hit) => (hit.met[i] ?? 0) >= ON).length;
    if (met > 0 && met < votes.length * MOST_TITLES && !concept.aside) topical.push(i);
    else if (
      met === 0 &&
      !concept.aside &&
      !spent(concept.said) &&
      !AT_LARGE.has(concept.term) &&
      (concept.isName || concept.subject || isTopic(concept.said, words))
    )
      unmatched.push(concept.said);
  });
  // A mission is nearer to the text on its mandate than to every text on its country.
  const worth = (hit: (typeof hits)[number]) =>
    topical.reduce((sum, i) => {
      const met = Math.min(hit.met[i] ?? 0, 1);
      return sum + (met >= ON ? (retrieved.concepts[i]?.weight ?? 0) * met : 0);
    }, 0);
  // Of several countries, the votes on any of them.
  const places = new Set(countries.flatMap(({ name }) => edition.reading(name)));
  const placed = topical.filter((i) => places.has(retrieved.concepts[i]?.term ?? ''));
  const onAny = (hit: (typeof hits)[number]) =>
    placed.length > 1 && placed.some((i) => (hit.met[i] ?? 0) >= ON);
  const most = Math.max(0, ...hits.map(worth));
  const ids = new Set(
    hits.filter((hit) => most > 0 && (onAny(hit) || worth(hit) >= most * 0.99)).map(({ id }) => id),
  );
  const onTopic = topical.length ? votes.filter((v) => ids.has(v.resolution)) : votes;
  // What is on a topic need not have every word of the question: "killings without trial" are executions.
  const missing = topical.length && !countries.some(({ name }) => unmatched.includes(name)) ? [] : unmatched;
  return { votes: onTopic, unmatched: missing };
}
