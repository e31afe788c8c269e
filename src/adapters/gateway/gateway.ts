/** Discord's gateway: interactions in, callbacks out; questions in messages in, replies out. */
import { DiscordAPIError, HTTPError, REST } from '@discordjs/rest';
import {
  type APIInteraction,
  type APIUser,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  type GatewayMessageCreateDispatchData,
  Routes,
} from 'discord-api-types/v10';
import { Pool } from 'undici';
import type { Dispatch } from '../../dispatch.js';
import { messageOf } from '../../dispatched.js';
import type { Library } from '../../library.js';
import type { Log } from '../../log.js';
import type { Metrics } from '../../metrics.js';
import { ANSWER_WITHIN, createDelivery, isOver, rejectOnRateLimit, statusOf } from '../delivery.js';
import type { Limits } from '../limits.js';
import { createCallback } from './callback.js';
import { connect } from './connection.js';
import type { GatewayError } from './errors.js';
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

/** Connections to Discord's API are kept for so long, in milliseconds: to make one takes longer than most answers. */
const KEPT = 60_000;
/** How long stopping may take, in milliseconds: Discord takes no first answer after three seconds. */
const STOP_WITHIN = 3000;

/**
 * Connects, and answers interactions and questions.
 * @returns once Discord has said READY; the commands are not registered yet
 * @throws GatewayError where the token is refused or Discord cannot be reached
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { apiUrl, dispatch, limits, metrics, log, shard = ALONE } = options;
  const pool = new Pool(new URL(apiUrl).origin, {
    keepAliveTimeout: KEPT,
    connect: { timeout: ANSWER_WITHIN },
  });
  // Some copy it with what stands before it in a request.
  const token = options.token.replace(/^Bot\s+/i, '');
  const rest = new REST({ api: apiUrl, version: '10', agent: pool, rejectOnRateLimit }).setToken(token);
  const callback = createCallback(rest, pool);
  const turns = createTurns();
  const inFlight = new Set<Promise<void>>();
  const delivery = createDelivery(rest);
  let stopping = false;

  function onEvent({ t: type, d: data }: GatewayDispatchPayload, self: string): void {
    if (stopping) return;
    // The raw interaction: dispatch takes the JSON that Discord documents, whatever brought it.
    if (type === GatewayDispatchEvents.InteractionCreate) track(answer(data));
    // Edits have an event of their own, which nobody listens to: a question is answered as it was first put.
    if (type === GatewayDispatchEvents.MessageCreate) {
      const question = questionIn(data, self);
      if (question) track(reply(data, question));
    }
  }

  function track(answered: Promise<void>): void {
    inFlight.add(answered);
    void answered.finally(() => inFlight.delete(answered));
  }

  async function answer(interaction: APIInteraction): Promise<void> {
    try {
      const dispatched = (await limits(interaction)) ?? dispatch(interaction);
      await delivery.deliver(interaction, dispatched, () => callback(interaction, dispatched));
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
        const body = replyTo(
          id,
          messageOf(dispatch(askFor(question, author.id), { pictures: false, isKept: false })),
        );
        await rest.post(Routes.channelMessages(channel), { body });
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

  const connection = await connect({ token, apiUrl, rest, shard, metrics, log, onEvent }).catch((error) => {
    // The next try has its own.
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
    void pool.destroy();
    throw error;
  });
  const { user, application, guilds } = connection.ready;
  log.info({ user: tagOf(user), guilds: guilds.length }, 'connected to Discord');

  return {
    closed: connection.closed,
    isReady: connection.isUp,
    async register() {
      if (shard.id === 0) await registerCommands(rest, application.id, options);
    },
    sayLinks() {
      if (shard.id === 0) sayLinks(application.id, log);
    },
    async stop() {
      stopping = true;
      // A hanging request, or a connection that is just being made, is not waited for.
      const end = Promise.allSettled(inFlight).then(connection.leave);
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

/** Discord's bots have a number after their names. */
const tagOf = ({ username, discriminator }: APIUser): string =>
  discriminator === '0' ? username : `${username}#${discriminator}`;

/** The bot may not write there, the channel is gone, or Discord is out of order: no fault of the program. */
function isTheirs(error: unknown): error is DiscordAPIError | HTTPError {
  return (
    (error instanceof DiscordAPIError || error instanceof HTTPError) &&
    (error.status === 403 || error.status === 404 || error.status >= 500)
  );
}

const codeOf = (error: DiscordAPIError | HTTPError) => ('code' in error ? error.code : undefined);
