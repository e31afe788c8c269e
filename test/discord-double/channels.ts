/** Ordinary messages: what people write to the bot, and what it writes to a channel. */

import { isObject, type JsonObject, list } from '../../src/adapters/playground/discord/json.js';
import { validateMessage } from '../../src/adapters/playground/discord/validate.js';
import { userMessage } from './actions.js';
import type { Gateway } from './gateway.js';
import { type HttpAnswer, invalidForm, type RecordedRequest, refusal } from './http.js';
import { reference } from './interactions.js';
import { createMessage, type StoredMessage } from './message.js';
import { makeUser, type Setting, type User } from './payload.js';
import { Waiters } from './waiters.js';

const GUILD_MESSAGES = 1 << 9;
const DIRECT_MESSAGES = 1 << 12;

/** Discord's answer to a reply that names a message which is gone, and does not say that it may be. */
const REPLIED_TO_NOTHING = refusal(400, 50035, 'Invalid Form Body', {
  message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }] },
});

export class Channels {
  /** What the bot sent to channels. */
  readonly sent: StoredMessage[] = [];
  readonly #bot: User;
  readonly #gateway: Gateway;
  readonly #messages: Map<string, StoredMessage>;
  readonly #violations: string[];
  readonly #waiting = new Map<string, Waiters<StoredMessage>>();

  constructor(options: {
    bot: User;
    gateway: Gateway;
    messages: Map<string, StoredMessage>;
    violations: string[];
  }) {
    this.#bot = options.bot;
    this.#gateway = options.gateway;
    this.#messages = options.messages;
    this.#violations = options.violations;
  }

  /** Sends what a person wrote; `marks` are what Discord marks such a message with, where it is no ordinary one. */
  write(content: string, setting: Setting, marks: JsonObject = {}): StoredMessage {
    const { guildId } = setting;
    const message: StoredMessage = { ...userMessage(content, setting), ...marks };
    this.#messages.set(message.id, message);
    this.#dispatch('MESSAGE_CREATE', message, guildId, marks);
    return message;
  }

  /** Sends what a person wrote, and waits for the next message of the bot in that channel. */
  say(content: string, setting: Setting, timeoutMs: number): Promise<StoredMessage> {
    const { channelId } = setting;
    this.write(content, setting);
    const waiters = this.#waiting.get(channelId) ?? new Waiters<StoredMessage>();
    this.#waiting.set(channelId, waiters);
    return waiters.wait(timeoutMs, () => `no answer to “${content}”`);
  }

  /** A person changes what was written. */
  edit(before: StoredMessage, content: string, setting: Setting): void {
    const message = { ...before, content, edited_timestamp: new Date().toISOString() };
    this.#messages.set(message.id, message);
    this.#dispatch('MESSAGE_UPDATE', message, setting.guildId);
  }

  #dispatch(
    event: string,
    message: StoredMessage,
    guildId: string | undefined,
    marks: JsonObject = {},
  ): void {
    if (!(this.#gateway.intents & (guildId ? GUILD_MESSAGES : DIRECT_MESSAGES))) {
      throw new Error('the client did not ask for these messages');
    }
    const named = [...new Set([...message.content.matchAll(/<@!?(\d+)>/g)].map(([, id = '']) => id))];
    const mentions = list(
      marks.mentions ?? named.map((id) => (id === this.#bot.id ? this.#bot : makeUser({ id }))),
    );
    const isMentioned = mentions.some((user) => isObject(user) && user.id === this.#bot.id);
    this.#gateway.dispatch(event, {
      ...message,
      // Without the privileged intent, only direct messages and mentions have their text.
      content: guildId && !isMentioned ? '' : message.content,
      mentions,
      channel_type: guildId ? 0 : 1,
      ...(guildId ? { guild_id: guildId } : {}),
    });
  }

  /** POST /channels/:id/messages */
  receive(channelId: string, request: RecordedRequest): HttpAnswer {
    const problems = validateMessage(request.body, request.files, 'channel');
    this.#violations.push(...problems.map((problem) => `message to a channel: ${problem}`));
    if (problems.length > 0) return invalidForm(problems);
    const data = request.body as JsonObject;
    const again = data.enforce_nonce === true && this.sent.find(({ nonce }) => nonce === data.nonce);
    if (again) return { status: 200, body: again };
    const to = isObject(data.message_reference) ? data.message_reference : undefined;
    const repliedTo = to && this.#messages.get(String(to.message_id));
    if (to && !repliedTo && to.fail_if_not_exists !== false) return REPLIED_TO_NOTHING;
    const extra = {
      ...(data.nonce === undefined ? {} : { nonce: data.nonce }),
      ...(repliedTo ? { message_reference: reference(repliedTo, undefined) } : {}),
    };
    const type = repliedTo ? 19 : 0;
    const message = createMessage({ channelId, author: this.#bot, type, extra }, data, request.files);
    this.#messages.set(message.id, message);
    this.sent.push(message);
    this.#waiting.get(channelId)?.resolveAll(message);
    return { status: 200, body: message };
  }

  rejectAll(error: Error): void {
    for (const waiters of this.#waiting.values()) waiters.rejectAll(error);
  }
}
