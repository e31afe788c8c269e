/** A reply of the assistant laid out as an answer: one way for each kind. */
import type { Answer } from '../../answer.js';
import type { Reply } from '../../assistant/reply.js';
import type { Context } from '../command.js';
import { declinedAnswer } from './declined.js';
import { factsAnswer, ratedAnswer, sourcesAnswer } from './evidence.js';
import { checksAnswer, treatiesAnswer, votesAnswer } from './records.js';
import { outlineAnswer, scoresAnswer } from './scores.js';

/** The answer that says what a reply says. */
export function layOut(reply: Reply, context: Context): Answer {
  switch (reply.kind) {
    case 'facts':
      return factsAnswer(reply, context);
    case 'rated':
      return ratedAnswer(reply, context);
    case 'sources':
      return sourcesAnswer(reply, context);
    case 'scores':
      return scoresAnswer(reply, context);
    case 'outline':
      return outlineAnswer(context);
    case 'checks':
      return checksAnswer(context);
    case 'votes':
      return votesAnswer(reply, context);
    case 'treaties':
      return treatiesAnswer(reply, context);
    case 'declined':
      return declinedAnswer(reply, context);
  }
}
