/** The connection to Discord's gateway, through @discordjs/ws: that makes it, keeps it, and makes it again. */
import type { REST } from '@discordjs/rest';
import { type SessionInfo, WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  GatewayIntentBits,
  type GatewayReadyDispatchData,
} from 'discord-api-types/v10';
import type { Log } from '../../log.js';
import type { Metrics } from '../../metrics.js';
import { closedFor, explained, type GatewayError } from './errors.js';
import { tellReady } from './shard.js';

export interface ConnectionOptions {
  token: string;
  apiUrl: string;
  rest: REST;
  /** Which part of the servers it is for. */
  shard: { id: number; count: number };
  metrics: Metrics;
  log: Log;
  /** Hears what happens in Discord. `self` is the bot's own id. */
  onEvent(event: GatewayDispatchPayload, self: string): void;
}

export interface Connection {
  /** What Discord said of the bot when it connected. */
  ready: GatewayReadyDispatchData;
  /** Comes only where Discord closes the connection for good: why, and what to do. */
  closed: Promise<GatewayError>;
  /** Whether Discord has the connection now. */
  isUp(): boolean;
  leave(): Promise<void>;
}

/** Neither is privileged: Discord gives the text of a message only where it mentions the bot or is sent to it directly. */
const INTENTS = GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages;

/** After these no other try is of use, and @discordjs/ws makes none. */
const FOR_GOOD = new Set<number>([
  GatewayCloseCodes.AuthenticationFailed,
  GatewayCloseCodes.InvalidShard,
  GatewayCloseCodes.ShardingRequired,
  GatewayCloseCodes.InvalidAPIVersion,
  GatewayCloseCodes.InvalidIntents,
  GatewayCloseCodes.DisallowedIntents,
]);

/**
 * Connects.
 * @returns once Discord has said READY
 * @throws GatewayError where the token is refused or Discord cannot be reached
 */
export async function connect(options: ConnectionOptions): Promise<Connection> {
  const { token, apiUrl, rest, shard, metrics, log, onEvent } = options;
  let session: SessionInfo | null = null;
  /** The last event that came before the connection was lost. */
  let before = 0;
  let self = '';
  let isUp = false;
  let isLeft = false;
  const manager = new WebSocketManager({
    token,
    rest,
    intents: INTENTS,
    shardIds: [shard.id],
    shardCount: shard.count,
    // Asked for before every try: one that was about to be made when the connection was left waits for ever.
    retrieveSessionInfo: () => (isLeft ? new Promise<never>(() => {}) : session),
    updateSessionInfo(_shard, info) {
      session = info;
    },
  });

  const ready = new Promise<GatewayReadyDispatchData>((resolve) => {
    manager.on(WebSocketShardEvents.Ready, ({ data }) => {
      self = data.user.id;
      isUp = true;
      tellReady();
      resolve(data);
    });
  });
  manager.on(WebSocketShardEvents.Hello, () => {
    before = session?.sequence ?? 0;
  });
  manager.on(WebSocketShardEvents.Dispatch, ({ data }) => {
    if (data.t === GatewayDispatchEvents.Resumed) {
      isUp = true;
      log.info({ replayed: data.s - before }, 'the connection to Discord is back');
    } else onEvent(data, self);
  });
  const closed = new Promise<GatewayError>((resolve) => {
    manager.on(WebSocketShardEvents.Closed, ({ code }) => {
      isUp = false;
      if (isLeft) return;
      if (FOR_GOOD.has(code)) {
        resolve(closedFor(code));
      } else {
        metrics.reconnected();
        log.warn('the connection to Discord dropped; connecting again');
      }
    });
  });
  // Each is followed by one of the above, or thrown by the first try.
  manager.on(WebSocketShardEvents.Error, ({ error }) => log.debug({ err: error }, 'the connection failed'));

  async function leave(): Promise<void> {
    isLeft = true;
    await manager.destroy();
  }
  try {
    await manager.connect();
  } catch (error) {
    await leave();
    // Where Discord took the connection and closed it for good, its code says more than the error.
    throw await Promise.race([closed, explained(error, apiUrl)]);
  }
  return { ready: await ready, closed, isUp: () => isUp, leave };
}
