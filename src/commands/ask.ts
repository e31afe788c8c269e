import type { Answer } from '../answer.js';
import type { Command, Context } from './command.js';
import { hitSection } from './hits.js';
import { again, lookUp, nothing, remarks, unpack } from './look-up.js';

/** Few enough to be read at once. */
const HITS = 3;

export const ask = {
  name: 'ask',
  description: 'Ask in your own words; the answer is put together from the assessment alone',
  privateByDefault: true,
  options: [
    {
      name: 'question',
      description: 'Your question, as you would type it in a chat',
      required: true,
      maxLength: 300,
    },
  ],
  /** `show` is no option that people see: it stands for the question where that does not fit a button. */
  run({ question = '', show }: { question?: string; show?: string }, { edition }: Context): Answer {
    const found = show ? unpack(show, edition) : lookUp(question, edition, { limit: HITS });
    if (found.hits.length === 0) return nothing(question, found, edition);
    return {
      found: true,
      assessment: edition.assessment.id,
      title: 'From the assessment',
      subtitle: ['What stands nearest to the question'],
      sections: [...remarks(found, edition), ...found.hits.map((hit) => hitSection(hit, edition))],
      evidence: found.hits.map(({ kind, id }) => ({ kind, id })),
      actions: [],
      ...again('ask', found),
    };
  },
} satisfies Command;
