/** What is no question on the assessment: small talk, opinion, instructions to the bot, nonsense. */
import type { Edition } from '../library.js';
import { ABOUT_BOT, CHAT, INSTRUCTION, OPINION } from './cues.js';
import { declined } from './decline.js';
import { patternOf } from './question.js';
import type { Declined } from './reply.js';

/** Why a text is declined before it is read as a question; nothing where it is one. */
export function conversation(text: string, edition: Edition): Declined | undefined {
  const own = patternOf(text, edition);
  // A number of up to three digits may be that of anything.
  if (!/[\p{L}\d%@]/u.test(own) || /^#?\d{1,3}$/.test(text.trim())) return declined('nonsense', []);
  if (INSTRUCTION.test(own)) return declined('instruction', []);
  if (CHAT.test(own) || ABOUT_BOT.test(own)) return declined('chat', []);
  if (OPINION.test(own)) return declined('opinion', []);
  return undefined;
}
