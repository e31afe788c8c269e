/** Questions that name resolutions by their symbols. */
import type { Edition } from '../library.js';
import { declined } from './decline.js';
import type { LookedUp } from './look-up.js';
import type { Question } from './question.js';
import type { Reply } from './reply.js';
import { claimed, isOnOthers, REASON, TALLY, VETO } from './vote-cues.js';

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
