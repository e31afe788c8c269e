import type { Answer } from '../answer.js';
import { answerQuestion } from '../assistant/answer-question.js';
import { type Command, type Context, QUESTION_MAX } from './command.js';
import { layOut } from './replies/layout.js';
import { packReply, unpackReply } from './short-form.js';

export const ask = {
  name: 'ask',
  description: 'Ask in your own words; the answer is put together from the assessment alone',
  privateByDefault: true,
  options: [
    {
      name: 'question',
      description: 'Your question, as you would type it in a chat',
      required: true,
      maxLength: QUESTION_MAX,
    },
  ],
  /** `show` is no option that people see: it stands for the reply where the question does not fit a button. */
  run({ question = '', show }: { question?: string; show?: string }, context: Context): Answer {
    const { edition } = context;
    const reply = (show ? unpackReply(show, edition) : undefined) ?? answerQuestion(question, edition);
    return {
      ...layOut(reply, context),
      again: { command: 'ask', options: { show: packReply(reply, edition) } },
    };
  },
} satisfies Command;
