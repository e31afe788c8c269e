/** Questions on the rating or trend of indicators, and comparisons of them. */
import type { Rating, Trend } from '../assessment/schema.js';
import type { StatementHit } from '../index/statements.js';
import type { Edition } from '../library.js';
import { declined } from './decline.js';
import type { Found } from './found.js';
import { type Question, read } from './question.js';
import type { Reply } from './reply.js';

/** What parts the two sides of a comparison. */
const SIDES =
  /,|\?|\bvs\.?\b|\bversus\b|\bor\b|\bthan\b|\bas\b|\b(?:compared )?(?:to|with)\b|\band\b|\bbetween\b|\bagainst\b/i;
/** A side of a comparison is short: less of it may be met by chance. */
const SIDE_ENOUGH = 0.5;
/** What is asked to be rated is an indicator's subject, however it is called. */
const ENOUGH_NAMED = 0.28;
const ENOUGH_MOVED = 0.5;
/** Why it is rated as it is. */
const JUDGED_SO =
  /\b(?:rated|graded|scored|marked|assessed)\b|\b(?:rating|score|grade|mark) (?:is|was|so|that|like)\b|\b(?:is|are|was|get|gets|got|have|has) .*\b(?:ratings?|score|grade|mark)$/;
/** How something is, not what was done with it: a policy is dropped. */
const MOVED = /\b(?:improv\w*|better|worse\w*|deteriorat\w*|declin\w*|backslid\w*|rating|score|trend)\b/;
/** How many statements stand under a rating that is asked for. */
const STATEMENTS = 3;

/** The indicators that are asked for by number, one or several beside each other; nothing where none is. */
export function answerNumbered({ asks, indicators, plain }: Question, edition: Edition): Reply | undefined {
  const isCompared = asks.has('compare') && (asks.has('rating') || COMPARED_NUMBERS.test(plain));
  const bare = isCompared || indicators.length > 0 ? (plain.match(/(?<!\S)\d{1,2}(?!\S)/g) ?? []) : [];
  const numbers = [...new Set([...indicators, ...(asks.has('compare') ? bare.map(Number) : [])])];
  const named = numbers.filter((number) => edition.indicator(number));
  const isAsked = indicators.length > 0 || named.length > 1;
  // Their footnotes are asked for as sources.
  if (!isAsked || (asks.has('source') && named.length > 0)) return undefined;
  if (named.length === 0) return declined('indicator', [], numbers.join(', '));
  const most = indicators.length > 1 || named.length === 1 ? STATEMENTS : 1;
  return { kind: 'rated', picks: named.flatMap((number) => beside(number, [], edition, most)) };
}

/** Nothing but numbers, and what sets them beside each other. */
const COMPARED_NUMBERS =
  /^(?:compare |is |are )?\d+(?: (?:\d+|and|or|vs|versus|with|to|than|worse|better|lower|higher))+$/;

/** The indicators that are asked for by name, with their ratings; nothing where no rating is asked. */
export function answerRated(question: Question, edition: Edition): Reply | undefined {
  const { asks, ratings, retrieved } = question;
  // "Fair" and "strong" are words of many a question.
  const judged =
    asks.has('rating') || asks.has('trend') || ratings.some((r) => r !== 'fair' && r !== 'strong');
  if (!judged && !asks.has('compare')) return undefined;
  const sides = asks.has('compare') ? compared(question, edition) : [];
  if (sides.length > 1)
    return { kind: 'rated', picks: sides.flatMap((number) => beside(number, [], edition, 1)) };
  const isClaim =
    asks.has('why') && (ratings.length > 0 || (asks.has('trend') && MOVED.test(question.plain)));
  const isJudgedSo = asks.has('rating') && JUDGED_SO.test(question.plain);
  if (!judged || (asks.has('why') && !isJudgedSo && !isClaim)) return undefined;
  const best = bestIndicator(retrieved.hits, edition.indicatorsNamed(question.text)[0]);
  // What only asks whether something rises or falls may be answered by a statement.
  const enough = asks.has('rating') || ratings.length > 0 ? ENOUGH_NAMED : ENOUGH_MOVED;
  if (!best || best.coverage < enough) return undefined;
  const own = question.statements().filter((hit) => hit.kind === 'indicator' && hit.id === best.id);
  const picks = beside(Number(best.id), own, edition);
  const claim = claimed(question);
  const indicator = edition.indicator(Number(best.id));
  const isSo =
    (!claim.rating || claim.rating === indicator?.rating) &&
    (!claim.trend || claim.trend === indicator?.trend);
  // Of what is very weak one may ask why it is weak.
  const isNearlySo =
    !claim.trend && claim.rating && indicator?.rating.endsWith(claim.rating.replace('very-', ''));
  if (asks.has('why') && !isSo && !isNearlySo) return declined('premise', picks);
  return { kind: 'rated', picks, ...(isSo ? {} : { claim }) };
}

/** What a question takes for granted: one rating, one trend; a question between two of them claims neither. */
function claimed({ ratings, trends, asks }: Question): { rating?: Rating; trend?: Trend } {
  const [rating, otherRating] = ratings;
  const [trend, otherTrend] = trends;
  return {
    ...(rating && !otherRating ? { rating } : {}),
    ...(trend && !otherTrend && asks.has('trend') ? { trend } : {}),
  };
}

/** An indicator that is called by its name is meant, unless another one has so much more of the question. */
const WHOLE_NAME = 0.6;

/**
 * The indicator that is meant: what its name meets counts for more than what one statement meets by the way.
 * @param whole the one whose name the question has in full
 */
function bestIndicator(hits: readonly StatementHit[], whole?: number): StatementHit | undefined {
  const worth = ({ named, score }: StatementHit) => named + score / 2;
  const own = hits.filter(({ kind }) => kind === 'indicator');
  const [best] = [...own].sort((a, b) => worth(b) - worth(a));
  const called = own.find(({ id }) => id === String(whole));
  return best && called && worth(called) >= worth(best) * WHOLE_NAME ? called : best;
}

/** The indicator with its statements, those first that bear on the question. */
function beside(number: number, hits: readonly StatementHit[], edition: Edition, most = STATEMENTS): Found[] {
  const all = edition.indicator(number)?.statements ?? [];
  const order = [...new Set([...hits.map(({ at }) => at), ...all.keys()])].slice(0, most);
  const terms = hits[0]?.terms ?? [];
  const found = order.map((at): Found => ({ kind: 'indicator', id: String(number), at, terms }));
  return found;
}

/** The indicators on the sides of a comparison, where each is an indicator's subject. */
function compared(question: Question, edition: Edition): number[] {
  // "The difference between A and B": what stands before is no side.
  const [, between = question.text] = /\bbetween\b(.+)/is.exec(question.text) ?? [];
  const sides = between.split(SIDES).map((side) => side.trim());
  const numbers = sides.flatMap((side) => {
    if (!side) return [];
    const [whole] = edition.indicatorsNamed(side);
    if (whole) return [whole];
    const { retrieved } = read(side, edition);
    // "Compared to 2022", "than last year": a time is no side.
    if (retrieved.concepts.every(({ aside, said }) => aside || /^(?:19|20)\d\d$/.test(said))) return [];
    const best = bestIndicator(retrieved.hits);
    return best && best.coverage >= SIDE_ENOUGH ? [Number(best.id)] : [];
  });
  return [...new Set(numbers)].slice(0, 4);
}
