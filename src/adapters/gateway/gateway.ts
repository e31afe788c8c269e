/**
 * Discord's gateway through discord.js: interactions in, callbacks out; questions in messages in, replies out. Its two
 * intents are not privileged: Discord gives the text of a message only where it mentions the bot or is sent to it directly.
 */

import {
  Client,
  DiscordAPIError,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  HTTPError,
  Options,
  type REST,
  Routes,
} from 'discord.js';
import type { APIInteraction, GatewayMessageCreateDispatchData } from 'discord-api-types/v10';
import { type Dispatch, messageOf } from '../../dispatch.js';
import type { Library } from '../../library.js';
import type { Log } from '../../log.js';
import type { Metrics } from '../../metrics.js';
import { asRawFile, createDelivery, isOver } from '../delivery.js';
import type { Limits } from '../limits.js';
import { closedFor, explained, type GatewayError } from './errors.js';
import { askFor, questionIn, replyTo } from './question.js';
import { register } from './registration.js';
import { createTurns } from './turns.js';

export interface GatewayOptions {
  token: string;
  apiUrl: string;
  guildId: string | undefined;
  /** Which part of the servers this process is for; all of them unless told. */
  shard?: { id: number; count: number } | undefined;
  dispatch: Dispatch;
  limits: Limits;
  library: Library;
  metrics: Metrics;
  log: Log;
}

export interface Gateway {
  /** Comes only where Discord closes the connection for good: why, and what to do. */
  closed: Promise<GatewayError>;
  /** Whether Discord has the connection now. */
  isReady(): boolean;
  /**
   * Registers the commands where they are not those that are registered; of several shards the first alone does. What goes
   * wrong is logged.
   */
  register(): Promise<void>;
  /** Says, once for all shards, how to install it. */
  sayLinks(): void;
  /** Takes no new interaction or question, answers those in flight, leaves. */
  stop(): Promise<void>;
}

const ALONE = { id: 0, count: 1 };

/** discord.js needs to know itself. */
const isBot = ({ id, client }: { id: string; client: Client }) => id === client.user?.id;

/** Discord takes no first answer after three seconds. In milliseconds. */
const ANSWER_WITHIN = 3000;
/** How long stopping may take, in milliseconds: Discord takes no first answer after three seconds. */
const STOP_WITHIN = 3000;

/**
 * Connects, and answers interactions and questions.
 * @returns once Discord has said READY; the commands are not registered yet
 * @throws GatewayError where the token is refused or Discord cannot be reached
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { token, apiUrl, dispatch, limits, metrics, log, shard = ALONE } = options;
  const client = new Client({
    intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Always said: what it is not told, discord.js takes from SHARDS, where it understands a number alone.
    shards: [shard.id],
    shardCount: shard.count,
    // discord.js would keep the last messages of each channel, and everybody who ever asked.
    makeCache: Options.cacheWithLimits({
      MessageManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: isBot },
      GuildMemberManager: { maxSize: 0, keepOverLimit: isBot },
    }),
    rest: { api: apiUrl, version: '10' },
  });
  const turns = createTurns();
  const inFlight = new Set<Promise<void>>();
  const delivery = createDelivery(client.rest);
  let stopping = false;
  let isConnected = false;

  client.on(Events.Error, (error) => log.error({ err: error }, 'the Discord client reported an error'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'the Discord client warned'));
  const closed = new Promise<GatewayError>((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      isConnected = false;
      if (!stopping) resolve(closedFor(code));
    });
  });
  client.on(Events.ShardReconnecting, () => {
    if (stopping) return;
    isConnected = false;
    metrics.reconnected();
    log.warn('the connection to Discord dropped; connecting again');
  });
  client.on(Events.ShardReady, () => {
    isConnected = true;
  });
  client.on(Events.ShardResume, (_shard, replayed) => {
    isConnected = true;
    log.info({ replayed }, 'the connection to Discord is back');
  });
  // The raw interaction: dispatch takes the JSON that Discord documents, whatever brought it.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
    if (!stopping) track(answer(interaction));
  });
  // Edits have an event of their own, which nobody listens to: a question is answered as it was first put.
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
    const question = client.user && questionIn(message, client.user.id);
    if (!stopping && question) track(reply(message, question));
  });

  function track(answered: Promise<void>): void {
    inFlight.add(answered);
    void answered.finally(() => inFlight.delete(answered));
  }

  async function answer(interaction: APIInteraction): Promise<void> {
    try {
      const dispatched = (await limits(interaction)) ?? dispatch(interaction);
      delivery.begins(interaction, dispatched);
      await client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
        body: dispatched.response,
        files: (dispatched.files ?? []).map(asRawFile),
        auth: false,
        // discord.js tries again what fails, and waits where it was too fast: for as long as that helps.
        signal: AbortSignal.timeout(ANSWER_WITHIN),
      });
      await delivery.follows(interaction, dispatched);
    } catch (error) {
      metrics.apiFailed(statusOf(error));
      if (isOver(error)) {
        log.info({ code: (error as DiscordAPIError).code }, 'an interaction was over before it was answered');
      } else {
        log.error({ err: error }, 'an answer did not reach Discord');
      }
    }
  }

  async function reply(message: GatewayMessageCreateDispatchData, question: string): Promise<void> {
    const { id, channel_id: channel, author } = message;
    const isAnswered = await turns.take({ asker: author.id, channel }, async () => {
      try {
        // Without pictures: to attach files, it would need a permission that it does not ask for.
        const body = replyTo(id, messageOf(dispatch(askFor(question, author.id), { pictures: false })));
        await client.rest.post(Routes.channelMessages(channel), { body });
        log.debug('a reply was sent');
      } catch (error) {
        metrics.apiFailed(statusOf(error));
        if (isTheirs(error)) {
          log.warn({ status: error.status, code: codeOf(error) }, 'Discord did not take a reply');
        } else {
          log.error({ err: error }, 'an answer did not reach Discord');
        }
      }
    });
    if (!isAnswered) log.debug('too many questions at once: one was left unanswered');
  }

  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  try {
    await client.login(token);
  } catch (error) {
    await client.destroy();
    // Where Discord took the connection and closed it for good, its code says more than the error of discord.js.
    throw await Promise.race([closed, explained(error, apiUrl)]);
  }
  const { application, user } = await ready;
  log.info({ user: user.tag, guilds: client.guilds.cache.size }, 'connected to Discord');

  return {
    closed,
    isReady: () => isConnected,
    async register() {
      if (shard.id === 0) await registerCommands(client.rest, application.id, options);
    },
    sayLinks() {
      if (shard.id === 0) sayLinks(application.id, log);
    },
    async stop() {
      stopping = true;
      // A hanging request, or a connection that is just being made, is not waited for.
      const end = Promise.allSettled(inFlight).then(() => client.destroy());
      await Promise.race([end, new Promise((resolve) => setTimeout(resolve, STOP_WITHIN))]);
    },
  };
}

/** Registers the commands where they differ. */
async function registerCommands(
  rest: REST,
  applicationId: string,
  { library, guildId, metrics, log }: GatewayOptions,
): Promise<void> {
  try {
    const changed = await register(rest, applicationId, library, guildId);
    log.info({ changed, guildId }, changed ? 'commands registered' : 'commands are registered as they are');
  } catch (error) {
    metrics.apiFailed(statusOf(error));
    // The commands of an earlier start may well be there: a bot that answers those is better than none.
    log.error({ err: error }, 'the commands could not be registered; start again to try again');
  }
}

/** How to install it. */
function sayLinks(applicationId: string, log: Log): void {
  const invite = `https://discord.com/oauth2/authorize?client_id=${applicationId}`;
  log.info(
    {
      server: `${invite}&scope=bot+applications.commands&permissions=0&integration_type=0`,
      account: `${invite}&scope=applications.commands&integration_type=1`,
    },
    'to add Footnote to a server or to an account, open one of these links',
  );
}

/** The bot may not write there, the channel is gone, or Discord is out of order: no fault of the program. */
function isTheirs(error: unknown): error is DiscordAPIError | HTTPError {
  return (
    (error instanceof DiscordAPIError || error instanceof HTTPError) &&
    (error.status === 403 || error.status === 404 || error.status >= 500)
  );
}

const statusOf = (error: unknown) => (error as { status?: number }).status ?? 'none';
const codeOf = (error: DiscordAPIError | HTTPError) => ('code' in error ? error.code : undefined);
