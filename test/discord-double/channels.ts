/** Ordinary messages: what people write to the bot, and what it writes to a channel. */

import { userMessage } from './actions.js';
import type { Gateway } from './gateway.js';
import { type HttpAnswer, invalidForm, type RecordedRequest } from './http.js';
import type { JsonObject } from './json.js';
import { createMessage, type StoredMessage } from './message.js';
import type { Setting, User } from './payload.js';
import { validateMessage } from './validate.js';
import { Waiters } from './waiters.js';

const GUILD_MESSAGES = 1 << 9;
const DIRECT_MESSAGES = 1 << 12;

export class Channels {
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

  /** Sends what a person wrote, and waits for the next message of the bot in that channel. */
  say(content: string, setting: Setting, timeoutMs: number): Promise<StoredMessage> {
    const { guildId, channelId } = setting;
    if (!(this.#gateway.intents & (guildId ? GUILD_MESSAGES : DIRECT_MESSAGES))) {
      throw new Error('the client did not ask for these messages');
    }
    const message = userMessage(content, setting);
    this.#messages.set(message.id, message);
    const isMentioned = content.includes(`<@${this.#bot.id}>`);
    this.#gateway.dispatch('MESSAGE_CREATE', {
      ...message,
      // Without the privileged intent, only direct messages and mentions have their text.
      content: guildId && !isMentioned ? '' : content,
      mentions: isMentioned ? [this.#bot] : [],
      channel_type: guildId ? 0 : 1,
      ...(guildId ? { guild_id: guildId } : {}),
    });
    const waiters = this.#waiting.get(channelId) ?? new Waiters<StoredMessage>();
    this.#waiting.set(channelId, waiters);
    return waiters.wait(timeoutMs, () => `no answer to “${content}”`);
  }

  /** POST /channels/:id/messages */
  receive(channelId: string, request: RecordedRequest): HttpAnswer {
    const problems = validateMessage(request.body, request.files, 'channel');
    this.#violations.push(...problems.map((problem) => `message to a channel: ${problem}`));
    if (problems.length > 0) return invalidForm(problems);
    const data = request.body as JsonObject;
    const type = data.message_reference ? 19 : 0;
    const message = createMessage({ channelId, author: this.#bot, type }, data, request.files);
    this.#messages.set(message.id, message);
    this.#waiting.get(channelId)?.resolveAll(message);
    return { status: 200, body: message };
  }

  rejectAll(error: Error): void {
    for (const waiters of this.#waiting.values()) waiters.rejectAll(error);
  }
}
