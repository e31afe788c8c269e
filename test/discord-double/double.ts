/**
 * A stand-in for Discord on loopback: REST and gateway, real enough that an unmodified discord.js client works
 * against it, and strict enough that what passes here is what Discord takes.
 */

import { type JsonObject, list } from '../../src/adapters/playground/discord/json.js';
import { validateCommands } from '../../src/adapters/playground/discord/validate.js';
import { type Ask, askAutocomplete, askClick, askCommand, askMessageCommand, type Here } from './actions.js';
import { Channels } from './channels.js';
import { Gateway } from './gateway.js';
import {
  type Fault,
  type FaultResponse,
  HttpServer,
  type Matcher,
  type RecordedRequest,
  type SentFile,
} from './http.js';
import { type CallbackBody, type InteractionPayload, Interactions } from './interactions.js';
import type { StoredMessage } from './message.js';
import type { OptionValues } from './options.js';
import {
  type Guild,
  guildCreate,
  interactionBase,
  makeUser,
  type Place,
  type Setting,
  settle,
  type User,
} from './payload.js';
import { CommandRegistry, type RegisteredCommand } from './registry.js';
import { routes } from './routes.js';

export interface DoubleOptions {
  token: string;
  /** Also the id of the bot’s user. */
  applicationId: string;
  /** The servers that the bot is in; one, unless told otherwise. */
  guilds?: Guild[];
  /** Global commands that are registered already. */
  commands?: JsonObject[];
  /** Milliseconds between heartbeats. */
  heartbeatInterval?: number;
  /** How many shards Discord recommends, and how many of them may identify at once. */
  shards?: { recommended: number; atOnce: number };
  /** Milliseconds that a bot has for its answer: 3000 with Discord. */
  answerWithin?: number;
  /** False: options are sent and answers taken as they come, and nothing is kept of them: for measuring. */
  checks?: boolean;
}

/** What came of an interaction. */
export interface Reply {
  /** The callback as the bot sent it. */
  response: CallbackBody;
  files: SentFile[];
  /** Milliseconds from sending the interaction to its callback. */
  ms: number;
  /** The message that the user now sees: new, changed by a click, or after a deferred answer. */
  message: StoredMessage | null;
  /** The interaction as the bot received it. */
  interaction: InteractionPayload;
  setting: Setting;
}

export interface Choice {
  name: string;
  value: string | number;
}

const DEFAULT_GUILD = { id: '290000000000000001' };

export class DiscordDouble {
  readonly token: string;
  readonly applicationId: string;
  readonly bot: User;
  /** Everything wrong with what the bot sent; tests assert that it is empty. */
  readonly violations: string[] = [];
  /** How often commands were put or posted. */
  registrations = 0;
  /** What happened on the gateway: `identifies`, `resumes`, `heartbeats`, `closes`. */
  readonly gateway: Gateway;
  readonly #here: Here;
  readonly #interactions: Interactions;
  readonly #channels: Channels;
  readonly #http: HttpServer;
  readonly #answerWithin: number;
  #port = 0;

  private constructor(options: DoubleOptions) {
    const { token, applicationId, guilds = [DEFAULT_GUILD], commands = [], checks = true } = options;
    this.token = token;
    this.applicationId = applicationId;
    this.bot = makeUser({ id: applicationId, username: 'footnote' }, true);
    this.#answerWithin = options.answerWithin ?? 3000;

    const registry = new CommandRegistry(applicationId);
    const problems = validateCommands(commands);
    if (problems.length > 0) throw new Error(`the given commands are invalid: ${problems.join('; ')}`);
    registry.replaceAll(commands);
    this.#here = { registry, guilds, checks };

    const { bot, violations } = this;
    this.gateway = new Gateway({
      token,
      heartbeatInterval: options.heartbeatInterval ?? 41_250,
      ready: () => ({
        user: { ...bot, verified: true, mfa_enabled: false, email: null },
        guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
        application: { id: applicationId, flags: 0 },
        private_channels: [],
        relationships: [],
      }),
      guilds: () => guilds.map((guild) => guildCreate(guild, bot)),
      keeps: checks,
    });
    const { gateway } = this;
    const timeoutMs = this.#answerWithin;
    const interactions = new Interactions({ bot, applicationId, timeoutMs, violations, checks });
    const channels = new Channels({ bot, gateway, messages: interactions.messages, violations });
    this.#interactions = interactions;
    this.#channels = channels;
    const onRegistration = () => {
      this.registrations += 1;
    };
    this.#http = new HttpServer(
      routes({
        token,
        applicationId,
        bot,
        registry,
        interactions,
        channels,
        gateway,
        violations,
        onRegistration,
        shards: options.shards ?? { recommended: 1, atOnce: 1 },
      }),
      (error) => violations.push(`the double failed: ${String(error)}`),
      checks,
    );
  }

  static async start(options: DoubleOptions): Promise<DiscordDouble> {
    const double = new DiscordDouble(options);
    double.#port = await double.#http.listen();
    double.gateway.attach(double.#http.server, `ws://127.0.0.1:${double.#port}`);
    return double;
  }

  /** Ends every connection at once; whatever still waits is rejected. */
  async close(): Promise<void> {
    const error = new Error('the double was closed');
    this.#interactions.rejectAll(error);
    this.#channels.rejectAll(error);
    this.gateway.close();
    await this.#http.close();
  }

  /** For `rest.api` of a client, or DISCORD_API_URL. */
  get apiUrl(): string {
    return `http://127.0.0.1:${this.#port}/api`;
  }

  /** Every request so far, faults included. */
  get requests(): RecordedRequest[] {
    return this.#http.requests;
  }

  /** Resolves once a client is connected, as that shard, and has its READY or RESUMED. */
  ready(timeoutMs = 15_000, shard = 0): Promise<void> {
    return this.gateway.ready(timeoutMs, shard);
  }

  /** The commands registered for all servers, or for one. */
  commands(guildId?: string): RegisteredCommand[] {
    return this.#here.registry.list(guildId);
  }

  /** Answers the next requests that match (e.g. "POST /interactions" or /callback$/) with a fault. */
  fail(matcher: Matcher, times: number, response: FaultResponse): Fault {
    return this.#http.fail(matcher, times, response);
  }

  /** Cuts the connection of a shard; with a code, closes it with that. */
  dropConnection(code?: number, shard = 0): void {
    this.gateway.drop(code, shard);
  }

  /** Op 7: asks the client to reconnect and resume. */
  reconnect(): void {
    this.gateway.reconnect();
  }

  /** Op 9: tells the client that its session is invalid. */
  invalidate(resumable: boolean): void {
    this.gateway.invalidate(resumable);
  }

  /** Refuses whoever identifies from now on, with that code. */
  refuseIdentify(code: number): void {
    this.gateway.refuse(code);
  }

  /** Stops acknowledging heartbeats, or starts again. */
  withholdAcks(withheld = true): void {
    this.gateway.acknowledge(!withheld);
  }

  /** A user sends a slash command. A subcommand follows the name: "config show". */
  async command(name: string, options: OptionValues = {}, place: Place = {}): Promise<Reply> {
    return this.#send(askCommand(this.#here, name, options, place));
  }

  /** A user picks a command from the Apps menu of a message. */
  async messageCommand(name: string, message: string | StoredMessage, place: Place = {}): Promise<Reply> {
    return this.#send(askMessageCommand(this.#here, name, message, place));
  }

  /** A user is typing the option `focused`; gives the choices that the bot offers. */
  async autocomplete(
    name: string,
    options: OptionValues,
    focused: string,
    place: Place = {},
  ): Promise<Choice[]> {
    const { response } = await this.#send(askAutocomplete(this.#here, name, options, focused, place));
    return list(response.data?.choices) as Choice[];
  }

  /** The same, for how long it takes: milliseconds from sending the interaction to its callback. */
  async completion(name: string, options: OptionValues, focused: string, place: Place = {}): Promise<number> {
    return (await this.#send(askAutocomplete(this.#here, name, options, focused, place))).ms;
  }

  /**
   * A user clicks a button of the message that a reply left, or chooses `values` from its select. The message is
   * taken as it is now, which after an earlier click may differ from what the reply shows.
   */
  async click(
    reply: Reply,
    customId: string,
    how: { values?: string[]; user?: Place['user']; locale?: string } = {},
  ): Promise<Reply> {
    const message = reply.message && this.#interactions.messages.get(reply.message.id);
    if (!message) throw new Error('there is no message to click on');
    return this.#send(askClick(message, reply.setting, customId, how));
  }

  /** The same for a message that did not come from an interaction, such as the answer to `say`. */
  async clickMessage(
    { id }: StoredMessage,
    customId: string,
    how: { values?: string[] } & Place = {},
  ): Promise<Reply> {
    const message = this.#interactions.messages.get(id);
    if (!message) throw new Error('there is no message to click on');
    return this.#send(askClick(message, settle(how, this.#here.guilds), customId, how));
  }

  /** A user writes a message; gives the next message of the bot in that channel. */
  async say(content: string, place: Place = {}): Promise<StoredMessage> {
    return this.#channels.say(content, settle(place, this.#here.guilds), this.#answerWithin);
  }

  /**
   * A user writes a message, and nobody waits for an answer. `marks` are what Discord marks it with where it is no
   * ordinary one: another author, a type, whom it mentions without saying so.
   */
  write(content: string, place: Place = {}, marks: JsonObject = {}): StoredMessage {
    return this.#channels.write(content, settle(place, this.#here.guilds), marks);
  }

  /** A user changes what was written. */
  edit(message: StoredMessage, content: string, place: Place = {}): void {
    this.#channels.edit(message, content, settle(place, this.#here.guilds));
  }

  /** A message is deleted. */
  remove({ id }: StoredMessage): void {
    this.#interactions.messages.delete(id);
  }

  /** What the bot sent to channels, answers to interactions aside. */
  get sent(): readonly StoredMessage[] {
    return this.#channels.sent;
  }

  /** A message as it is now, with its edits; `undefined` where it was deleted. */
  message(id: string): StoredMessage | undefined {
    return this.#interactions.messages.get(id);
  }

  async #send({ type, data, ...ask }: Ask): Promise<Reply> {
    const message = ask.target ? { message: ask.target } : {};
    const payload = { ...interactionBase(this.applicationId, ask.setting), type, data, ...message };
    this.gateway.dispatch('INTERACTION_CREATE', payload);
    const open = await this.#interactions.begin({ ...ask, payload });
    return {
      response: open.callback ?? { type: 0 },
      files: open.files,
      ms: open.ms,
      message: open.message,
      interaction: open.payload,
      setting: open.setting,
    };
  }
}
