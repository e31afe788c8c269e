/** A question answered from the assessment, or declined: the one place where it is decided which it is. */
import type { Edition } from '../library.js';
import { conversation } from './conversation.js';
import { declined, nearest } from './decline.js';
import { namesOtherNumber } from './expected.js';
import { answerFacts } from './facts.js';
import { resolutionsIn } from './look-up.js';
import { answerNamedVotes } from './named-votes.js';
import { answerChecks, answerOutline, answerOverall, answerScores, comparesAreas } from './outline.js';
import { withoutPreamble } from './preamble.js';
import { asTyped, read } from './question.js';
import { answerNumbered, answerRated } from './rated.js';
import type { Reply } from './reply.js';
import { otherCountry } from './scope.js';
import { answerSources } from './sources.js';
import { answerTreaty } from './treaties.js';
import { answerVotes } from './votes.js';

/** What the assessment says to a question. Never throws; the same question always comes to the same reply. */
export function answerQuestion(typed: string, edition: Edition): Reply {
  const whole = edition.spellOut(typed);
  const aside = conversation(whole, edition);
  if (aside) return aside;
  const text = withoutPreamble(whole, edition);
  const question = read(text, edition);
  // "The Ottawa treaty" is no question on Canada.
  const named = resolutionsIn(text, edition);
  const country = edition.otherTreaties(text).length === 0 && otherCountry(question, edition);
  if (typeof country === 'string') {
    // How it voted itself is no answer to how another one did.
    return declined('country', question.asks.has('vote') ? [] : nearest(question), country);
  }
  if (named.hits.length + named.absent.length > 0) return answerNamedVotes(question, named, edition);
  return (
    answerSources(question, edition, 'numbered') ??
    outOfTime(question, edition) ??
    answerChecks(question) ??
    answerOverall(question, edition) ??
    answerOutline(question) ??
    answerTreaty(question, edition) ??
    unknownSubject(question, edition) ??
    answerVotes(question, edition) ??
    answerNumbered(question, edition) ??
    answerScores(question, edition) ??
    (namesOtherNumber(question, edition) ? declined('figure', nearest(question)) : undefined) ??
    answerSources(question, edition, 'described') ??
    answerRated(question, edition) ??
    answerFacts(question, edition)
  );
}

const YEAR_BEFORE =
  /\b(?:rank|ranking|rating|score|number|figure)\b.*\b(?:the year before|previous year|last year)\b|\b(?:last year|previous year)s? (?:rank|ranking|rating|score|figure)\b/;

/** Ratings and trends of another edition. */
function outOfTime(question: ReturnType<typeof read>, edition: Edition): Reply | undefined {
  const { year, comparedWith } = edition.assessment;
  const { asks, plain: words, years } = question;
  if (/\bnext years?\b/.test(words) && (asks.has('rating') || asks.has('trend')))
    return declined('edition', nearest(question), String(year + 1));
  if (/\b(?:next|upcoming|newer|later) (?:\w+ )?(?:edition|assessment)\b/.test(words))
    return declined('edition', nearest(question));
  if (YEAR_BEFORE.test(words) && !asks.has('compare')) return declined('edition', nearest(question));
  const other = years.find((y) => y !== year && y !== comparedWith);
  const editions =
    /\b(?:next|newest|upcoming|previous|earlier|older|first|last) (?:edition|assessment|report)s?\b/;
  const judged =
    asks.has('rating') ||
    /\b(?:index|indicators?|edition|assessment|rank\w*)\b|\b(?:19|20)\d\d report\b|\breport (?:of|from|for) (?:19|20)\d\d\b/.test(
      words,
    );
  const isBefore = words.includes(String(comparedWith));
  const then =
    isBefore &&
    new RegExp(`\\b(?:in|for|of|during) ${comparedWith}\\b|^${comparedWith} ratings?\\b`).test(words);
  if (then && judged && !asks.has('trend') && !asks.has('compare') && !asks.has('vote'))
    return declined('edition', nearest(question), String(comparedWith));
  if (other !== undefined && (judged || (asks.has('trend') && !asks.has('vote')))) {
    return declined('edition', nearest(question), String(other));
  }
  if (
    isBefore &&
    new RegExp(`\\b${comparedWith} (?:edition|assessment|report)\\b`).test(words) &&
    !asks.has('trend')
  )
    return declined('edition', nearest(question), String(comparedWith));
  return editions.test(words) && asks.has('rating') && !asks.has('trend')
    ? declined('edition', nearest(question))
    : undefined;
}

/** A subject that people ask about and that the assessment never mentions. */
function unknownSubject(question: ReturnType<typeof read>, edition: Edition): Reply | undefined {
  const unknown = question.retrieved.concepts.find(({ subject, aside }) => subject && !aside);
  if (!unknown?.subject || comparesAreas(question)) return undefined;
  // Where votes on it are asked for, what they are on is the better answer.
  const votes = question.asks.has('vote') ? answerVotes(question, edition) : undefined;
  return votes?.kind === 'declined'
    ? votes
    : declined('subject', nearest(question), asTyped(unknown.said, question.text));
}
