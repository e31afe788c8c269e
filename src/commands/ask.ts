import type { Answer } from '../answer.js';
import type { Command, Context } from './command.js';
import { hitSection, pack, unpack } from './hits.js';
import { absentSection, lookUp, nothing } from './search.js';

/** Few enough for one message with their sources, so that an answer has no pages. */
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
    const { hits, absent } = show
      ? { hits: unpack(show, edition), absent: [] }
      : lookUp(question, edition, { limit: HITS });
    if (hits.length === 0) return nothing(question, absent, edition);
    return {
      found: true,
      assessment: edition.assessment.id,
      title: 'From the assessment',
      subtitle: ['What stands nearest to the question'],
      sections: [...absentSection(absent, edition), ...hits.map((hit) => hitSection(hit, edition))],
      evidence: hits.map(({ kind, id }) => ({ kind, id })),
      actions: [],
      again: { command: 'ask', options: { show: pack(hits) } },
    };
  },
} satisfies Command;
