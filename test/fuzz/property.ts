/**
 * The one property: whatever arrives is answered, with what Discord takes, that pings nobody, has nothing in it that was
 * not escaped, and cites its sources or declines. `npm test` checks it a few thousand times, `npm run fuzz` many more.
 */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { isObject } from '../../src/adapters/playground/discord/json.js';
import { validateReply } from '../../src/adapters/playground/discord/validate.js';
import type { Dispatched } from '../../src/dispatched.js';
import { problemsOf } from '../commands/true-to-footnotes.js';
import { live } from '../e2e/hostile.js';
import { see } from '../render/reading.js';
import { type Arrival, arrival } from './arrivals.js';
import { type Answered, pressesUnder, replyTo, senderOf } from './replies.js';

/** What was done so far, in this process. */
export const done = { interactions: 0, replies: 0, slowest: { ms: 0, interaction: undefined as unknown } };

export const isAnsweredWell = fc.property(arrival, (arrived) => {
  const problems = problemsWith(arrived);
  if (problems.length > 0) throw new Error(problems.join('\n'));
});

/** What is wrong with the answer to an arrival, or to what is pressed under it. */
export function problemsWith({ interaction: sent, isWhole, presses, pictures }: Arrival): string[] {
  // As it comes over the wire.
  let interaction: unknown = JSON.parse(JSON.stringify(sent));
  const who = senderOf(interaction);
  let dispatched = answer(interaction, pictures);
  const problems = problemsIn(interaction, dispatched, isWhole);
  for (const press of presses) {
    const offered = pressesUnder(dispatched.dispatched, who);
    interaction = offered[press % offered.length];
    if (!interaction || problems.length > 0) break;
    dispatched = answer(interaction, pictures);
    problems.push(...problemsIn(interaction, dispatched, isWhole));
  }
  return problems;
}

function answer(interaction: unknown, pictures: boolean): Answered {
  const started = performance.now();
  const answered = replyTo(interaction, pictures);
  const ms = performance.now() - started;
  done.interactions++;
  if (ms > done.slowest.ms) done.slowest = { ms, interaction };
  return answered;
}

/** Replies that were found to be good: many are the same. */
const good = new Set<string>();

function problemsIn(interaction: unknown, { dispatched, fault }: Answered, isWhole: boolean): string[] {
  // What Discord would never send may be taken for a fault of ours, as long as the reply to it is a good one.
  if (fault && isWhole) return [`went wrong: ${fault instanceof Error ? fault.stack : fault}`];
  const type = isObject(interaction) ? interaction.type : undefined;
  const { response, answer, understood, files = [] } = dispatched;
  const key = createHash('sha1')
    .update(JSON.stringify([type, response, answer, understood, files.map(({ name }) => name)]))
    .digest('base64');
  if (good.has(key)) return [];
  done.replies++;
  const problems = [
    ...(dispatched.json().toString() === JSON.stringify(response)
      ? []
      : ['what is sent is not what is said']),
    ...typeProblems(type, dispatched),
    ...textProblems(response),
  ];
  if (problems.length === 0) problems.push(...messageProblems(type, dispatched, fault !== undefined));
  if (problems.length === 0) good.add(key);
  return problems;
}

/** A ping gets a pong, what is being typed gets choices, and all else a message. */
function typeProblems(type: unknown, { response, removes }: Dispatched): string[] {
  if (response.type === 1) return type === 1 ? [] : ['a pong that nobody asked for'];
  if (type === 1) return [`${response.type} in place of a pong`];
  // An option of ours is always text.
  if (type === 4) return validateReply(response, [], 'autocomplete', { optionType: 3 });
  if (response.type === 6) return type === 3 && removes ? [] : ['nothing is said or removed'];
  if (response.type === 7 && type !== 3) return ['there is no message to change'];
  return response.type === 4 || response.type === 7 ? [] : [`${response.type} is no message`];
}

/** What Discord could not show, or what would turn the text around it, in any text of a response. */
function textProblems(response: unknown): string[] {
  if (typeof response === 'string') {
    return [
      ...(response.isWellFormed() ? [] : ['half a character']),
      ...(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(response.replace(/\n/g, ''))
        ? ['a control character']
        : []),
    ].map((problem) => `${problem} in ${JSON.stringify(response)}`);
  }
  return response && typeof response === 'object' ? Object.values(response).flatMap(textProblems) : [];
}

function messageProblems(type: unknown, dispatched: Dispatched, isFault: boolean): string[] {
  const { response } = dispatched;
  if (response.type !== 4 && response.type !== 7) return [];
  const message = response.data;
  const seen = see(message);
  const kind = type === 3 ? 'component' : 'command';
  return [
    ...problemsOf({
      dispatched: isFault ? { ...dispatched, response, understood: false } : dispatched,
      kind,
      message,
      seen,
    }),
    // Read once more without the parser, which may not know all that Discord does.
    ...seen.markdown.flatMap(live).map((what) => `${what} is live`),
  ];
}
