/** The interactions under way: what was asked, what the bot answered, and which messages came of it. */

import { isObject, type JsonObject, text } from '../../src/adapters/playground/discord/json.js';
import {
  EPHEMERAL,
  type InteractionKind,
  validateMessage,
  validateReply,
} from '../../src/adapters/playground/discord/validate.js';
import { type HttpAnswer, invalidForm, type RecordedRequest, refusal, type SentFile } from './http.js';
import { createMessage, editMessage, type MessageOrigin, type StoredMessage } from './message.js';
import type { Setting, User } from './payload.js';
import { Waiters } from './waiters.js';

/** The body of a callback, as the bot posted it. */
export interface CallbackBody {
  type: number;
  data?: JsonObject;
}

export interface InteractionPayload extends JsonObject {
  id: string;
  token: string;
  type: number;
}

/** An interaction that was sent to the bot. */
export interface Open {
  payload: InteractionPayload;
  kind: InteractionKind;
  /** What to call it in messages, e.g. "/votes". */
  name: string;
  setting: Setting;
  /** When it was sent, by `performance.now()`. */
  sentAt: number;
  /** The message whose component was used. */
  target?: StoredMessage;
  optionType?: number;
  callback?: CallbackBody;
  files: SentFile[];
  ms: number;
  message: StoredMessage | null;
  followUps: StoredMessage[];
  /** Still showing “is thinking…”. */
  isLoading: boolean;
}

const NO_CONTENT: HttpAnswer = { status: 204 };
const UNKNOWN_WEBHOOK = refusal(404, 10015, 'Unknown Webhook');
const UNKNOWN_MESSAGE = refusal(404, 10008, 'Unknown Message');

export class Interactions {
  /** The messages in all channels, as they are now. */
  readonly messages = new Map<string, StoredMessage>();
  readonly #open = new Map<string, Open>();
  readonly #waiters = new Map<string, Waiters<void>>();
  readonly #bot: User;
  readonly #applicationId: string;
  readonly #timeoutMs: number;
  readonly #violations: string[];
  readonly #checks: boolean;

  constructor(options: {
    bot: User;
    applicationId: string;
    timeoutMs: number;
    violations: string[];
    checks: boolean;
  }) {
    this.#checks = options.checks;
    this.#bot = options.bot;
    this.#applicationId = options.applicationId;
    this.#timeoutMs = options.timeoutMs;
    this.#violations = options.violations;
  }

  /** Keeps an interaction that is about to be sent, and gives the promise of its answer. */
  begin(given: Pick<Open, 'payload' | 'kind' | 'name' | 'setting' | 'target' | 'optionType'>): Promise<Open> {
    const open: Open = {
      ...given,
      sentAt: performance.now(),
      files: [],
      ms: 0,
      message: null,
      followUps: [],
      isLoading: false,
    };
    this.#open.set(open.payload.token, open);
    this.#waiters.set(open.payload.token, new Waiters());
    return this.#answerOf(open);
  }

  rejectAll(error: Error): void {
    for (const waiters of this.#waiters.values()) waiters.rejectAll(error);
  }

  async #answerOf(open: Open): Promise<Open> {
    const before = this.#violations.length;
    const refused = () => {
      const found = this.#violations.slice(before);
      return found.length > 0 ? `; refused: ${found.join('; ')}` : '';
    };
    await this.#wait(open, this.#timeoutMs, () => `no answer to ${open.name}${refused()}`);
    if (open.isLoading) {
      await this.#wait(open, this.#timeoutMs * 5, () => `${open.name} was deferred and never answered`);
    }
    return open;
  }

  #wait(open: Open, timeoutMs: number, complaint: () => string): Promise<void> {
    const waiters = this.#waiters.get(open.payload.token);
    return waiters ? waiters.wait(timeoutMs, complaint) : Promise.resolve();
  }

  #settled(open: Open): void {
    this.#waiters.get(open.payload.token)?.resolveAll();
  }

  #isViolation(where: string, problems: string[]): boolean {
    this.#violations.push(...problems.map((problem) => `${where}: ${problem}`));
    return problems.length > 0;
  }

  /** POST /interactions/:id/:token/callback */
  callback(id: string, token: string, request: RecordedRequest): HttpAnswer {
    const open = this.#open.get(token);
    const late = open !== undefined && performance.now() - open.sentAt > this.#timeoutMs;
    if (!open || open.payload.id !== id || (late && !open.callback)) {
      return refusal(404, 10062, 'Unknown interaction');
    }
    if (open.callback) return refusal(400, 40060, 'Interaction has already been acknowledged.');
    const { body, files, arrivedAt } = request;
    open.ms = arrivedAt - open.sentAt;
    if (!this.#checks) {
      open.callback = body as CallbackBody;
      open.files = files;
      this.#open.delete(token);
      this.#settled(open);
      this.#waiters.delete(token);
      return NO_CONTENT;
    }
    const problems = validateReply(body, files, open.kind, {
      ...(open.target ? { message: open.target } : {}),
      ...(open.optionType === undefined ? {} : { optionType: open.optionType }),
    });
    if (this.#isViolation(`answer to ${open.name}`, problems)) return invalidForm(problems);

    open.callback = body as CallbackBody;
    open.files = files;
    this.#apply(open, open.callback, files);
    this.#settled(open);
    return request.query.get('with_response') === 'true' ? withResponse(open) : NO_CONTENT;
  }

  #apply(open: Open, { type, data = {} }: CallbackBody, files: SentFile[]): void {
    if (type === 4) this.#keep(open, createMessage(this.#origin(open), data, files));
    if (type === 5) {
      open.isLoading = true;
      this.#keep(open, createMessage(this.#origin(open), data, []));
    }
    if (type === 7 && open.target) this.#keep(open, editMessage(open.target, data, files));
    if (type === 6 && open.target) open.message = open.target;
  }

  #keep(open: Open, message: StoredMessage): void {
    open.message = message;
    this.messages.set(message.id, message);
  }

  /** Where the messages that answer an interaction come from, as Discord marks them. */
  #origin({ payload, kind, setting, target }: Open): MessageOrigin {
    const isMenu = isObject(payload.data) && payload.data.type === 3;
    return {
      channelId: setting.channelId,
      author: this.#bot,
      type: kind === 'component' ? 19 : isMenu ? 23 : 20,
      extra: {
        webhook_id: this.#applicationId,
        application_id: this.#applicationId,
        interaction_metadata: {
          id: payload.id,
          type: payload.type,
          user: setting.user,
          authorizing_integration_owners: setting.owners,
          ...(target ? { interacted_message_id: target.id } : {}),
          ...(isMenu && isObject(payload.data) ? { target_message_id: text(payload.data.target_id) } : {}),
        },
        ...(target ? { message_reference: reference(target, setting.guildId) } : {}),
      },
    };
  }

  /** POST /webhooks/:appId/:token; the first one after a deferred answer takes its place. */
  followUp(token: string, request: RecordedRequest): HttpAnswer {
    const open = this.#open.get(token);
    if (!open?.callback) return UNKNOWN_WEBHOOK;
    const problems = validateMessage(request.body, request.files, 'followUp');
    if (this.#isViolation(`follow-up to ${open.name}`, problems)) return invalidForm(problems);
    const data = request.body as JsonObject;
    if (open.isLoading && open.message) return this.#edit(open, open.message, data, request.files);
    const made = createMessage({ ...this.#origin(open), type: 19 }, data, request.files);
    open.followUps.push(made);
    this.messages.set(made.id, made);
    return { status: 200, body: made };
  }

  /** GET, PATCH and DELETE /webhooks/:appId/:token/messages/:id, where the id may be @original. */
  webhookMessage(token: string, id: string, request: RecordedRequest): HttpAnswer {
    const open = this.#open.get(token);
    if (!open?.callback) return UNKNOWN_WEBHOOK;
    const original = open.message ? (this.messages.get(open.message.id) ?? null) : null;
    const message = id === '@original' ? original : open.followUps.find((one) => one.id === id);
    if (!message) return UNKNOWN_MESSAGE;
    if (request.method === 'GET') return { status: 200, body: message };
    if (request.method === 'DELETE') {
      this.messages.delete(message.id);
      if (message === original) open.message = null;
      else open.followUps = open.followUps.filter((one) => one !== message);
      return NO_CONTENT;
    }
    const problems = validateMessage(request.body, request.files, 'edit', { message });
    if (this.#isViolation(`edit of the answer to ${open.name}`, problems)) return invalidForm(problems);
    return this.#edit(open, message, request.body as JsonObject, request.files);
  }

  #edit(open: Open, before: StoredMessage, data: JsonObject, files: SentFile[]): HttpAnswer {
    const after = editMessage(before, data, files);
    if (open.message?.id === before.id) {
      this.#keep(open, after);
      open.files = [...open.files, ...files];
      open.isLoading = false;
      this.#settled(open);
    } else {
      open.followUps = open.followUps.map((one) => (one.id === before.id ? after : one));
      this.messages.set(after.id, after);
    }
    return { status: 200, body: after };
  }
}

export function reference(message: StoredMessage, guildId: string | undefined): JsonObject {
  return {
    type: 0,
    channel_id: message.channel_id,
    message_id: message.id,
    ...(guildId ? { guild_id: guildId } : {}),
  };
}

function withResponse({ payload, callback, message, isLoading }: Open): HttpAnswer {
  const type = callback?.type ?? 0;
  return {
    status: 200,
    body: {
      interaction: {
        id: payload.id,
        type: payload.type,
        ...(message
          ? {
              response_message_id: message.id,
              response_message_loading: isLoading,
              response_message_ephemeral: (message.flags & EPHEMERAL) !== 0,
            }
          : {}),
      },
      ...(message && type >= 4 && type <= 7 ? { resource: { type, message } } : {}),
    },
  };
}
