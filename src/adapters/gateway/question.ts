/** Ordinary messages as questions: which of them ask Footnote something, and the reply that answers one. */
import {
  type APIInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type GatewayMessageCreateDispatchData,
  InteractionType,
  MessageFlags,
  MessageType,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import { QUESTION_MAX } from '../../commands/command.js';
import type { Message } from '../../render/message.js';

/** What people write; every other type is a notice of Discord's. */
const WRITTEN = new Set<MessageType>([MessageType.Default, MessageType.Reply]);

/** Written as digits, shown as a name, a picture or a time: no words of the question. */
const MARKUP =
  /<(?:@[!&]?|#)\d+>|<a?:\w+:\d+>|<t:-?\d+(?::\w)?>|<\/[^:>]+:\d+>|<id:[^>]+>|@(?:everyone|here)\b/g;

/** What is left in front where a question begins with a mention: "@Footnote, what…". */
const LEADING = /^[\s,:;.!–—-]+/;

/**
 * What a message asks of the bot whose id is `self`, without mentions and custom emoji; undefined where it asks nothing.
 * In a server it has to name the bot in its text: a reply to the bot pings it as well, but may be meant for the others.
 */
export function questionIn(
  { author, content, type, webhook_id, guild_id }: GatewayMessageCreateDispatchData,
  self: string,
): string | undefined {
  if (author.bot || author.system || webhook_id || !WRITTEN.has(type)) return undefined;
  const isForUs = !guild_id || content.includes(`<@${self}>`) || content.includes(`<@!${self}>`);
  if (!isForUs) return undefined;
  const text = content.replace(MARKUP, ' ').replace(LEADING, '').trim();
  return /[\p{L}\p{N}]/u.test(text) ? text : undefined;
}

/** Longer messages are read from their last sentences: people tell first, and ask then. */
function shortened(question: string): string {
  if (question.length <= QUESTION_MAX) return question;
  const sentences = question.split(/(?<=[.!?\n])\s+/);
  let last = '';
  for (const sentence of sentences.reverse()) {
    if (last.length + sentence.length + 1 > QUESTION_MAX) break;
    last = last ? `${sentence} ${last}` : sentence;
  }
  return last || question.slice(0, QUESTION_MAX);
}

/**
 * The `/ask` that a question of `asker`, a user's id, stands for. It is public: a message in a channel has no private
 * answer.
 */
export function askFor(question: string, asker: string): APIInteraction {
  const { String: text, Boolean: truth } = ApplicationCommandOptionType;
  return {
    type: InteractionType.ApplicationCommand,
    user: { id: asker },
    data: {
      type: ApplicationCommandType.ChatInput,
      name: 'ask',
      options: [
        { type: text, name: 'question', value: shortened(question) },
        { type: truth, name: 'private', value: false },
      ],
    },
  } as APIInteraction;
}

/** An answer as the reply to the message `to`. It notifies nobody, and stands alone where that message is gone. */
export function replyTo(to: string, answer: Message): RESTPostAPIChannelMessageJSONBody {
  return {
    ...answer,
    // Discord takes the flag in answers to interactions alone; a refusal carries it whatever was asked for.
    flags: answer.flags & ~MessageFlags.Ephemeral,
    message_reference: { message_id: to, fail_if_not_exists: false },
    allowed_mentions: { ...answer.allowed_mentions, replied_user: false },
    // @discordjs/rest sends again what Discord may have taken before it failed: by its nonce that stays one message.
    nonce: to,
    enforce_nonce: true,
  };
}
