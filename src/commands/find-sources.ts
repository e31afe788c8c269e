import type { Answer } from '../answer.js';
import { count } from '../assessment/words.js';
import { findSources as bearingOn } from '../assistant/find-sources.js';
import { slip } from './absent.js';
import { type Command, type Context, MESSAGE_MAX } from './command.js';
import { hitSection } from './hits.js';
import { again, nothing, remarks, unpack } from './look-up.js';

export const findSources = {
  name: 'Find sources',
  description: 'What the assessment says on a message',
  on: 'message',
  privateByDefault: true,
  options: [{ name: 'message', description: 'The text of the message', maxLength: MESSAGE_MAX }],
  /** `show` stands for the message in buttons. Of the message only symbols are said again: it is somebody else's. */
  run({ message = '', show }: { message?: string; show?: string }, { edition }: Context): Answer {
    const found = show ? unpack(show, edition) : bearingOn(message, edition);
    const { hits, absent } = found;
    if (hits.length === 0) {
      if (absent.length > 0) return nothing('', found, edition);
      const { country, year } = edition.assessment;
      const said = message
        ? `Nothing in the ${year} assessment of ${country.name} bears on that message.`
        : 'That message has no text that could be looked up.';
      return slip(
        edition,
        'Nothing found',
        `${said} Try /search with words of your own, or look through /ratings, /votes and /treaty.`,
        [],
      );
    }
    return {
      found: true,
      assessment: edition.assessment.id,
      title: 'What the assessment says on this',
      subtitle: [`${count(hits.length, 'hit')} on the message, best first`],
      sections: [...remarks(found, edition), ...hits.map((hit) => hitSection(hit, edition))],
      evidence: hits.map(({ kind, id }) => ({ kind, id })),
      actions: [],
      ...again('Find sources', found),
    };
  },
} satisfies Command;
