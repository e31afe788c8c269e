/** One process a shard, through discord.js's ShardingManager: starts them, starts them again, stops them. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { REST } from '@discordjs/rest';
import { type Shard, ShardingManager } from 'discord.js';
import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Log } from '../../log.js';
import { backOff } from './back-off.js';
import { explained, GatewayError } from './errors.js';
import { asFailure, type Failure, isReadiness } from './shard.js';

export interface ShardsOptions {
  token: string;
  apiUrl: string;
  /** How many; `auto`: as many as Discord recommends. */
  shards: 'auto' | number;
  /** What a shard runs. */
  file: string;
  log: Log;
}

export interface Shards {
  /** Comes only where a shard ended, and would end again: why, and what to do. */
  closed: Promise<GatewayError>;
  /** Lets every shard read its data again. */
  reload(): void;
  /** Lets every shard answer what is in flight, and comes when all of them are gone. */
  stop(): Promise<void>;
}

/** Discord takes one Identify in five seconds, or as many as it says at once. In milliseconds, as in discord.js. */
const IDENTIFY_EVERY = 5500;
/** How long a shard that was told to end may take, in milliseconds: it waits three seconds for what is in flight. */
const STOP_WITHIN = 4000;
/** A shard that was connected for so long, in milliseconds, had no trouble at its start. */
const STEADY_AFTER = 60_000;

/**
 * Asks Discord how many shards it recommends, and starts them one after the other.
 * @returns once Discord has answered; the shards connect by themselves
 * @throws GatewayError where the token is refused or Discord cannot be reached
 */
export async function startShards({ token, apiUrl, shards, file, log }: ShardsOptions): Promise<Shards> {
  // It would start a shard again at once, and for ever.
  const manager = new ShardingManager(file, { token, respawn: false, execArgv: process.execArgv });
  // ShardingManager asks discord.com itself, whatever DISCORD_API_URL says.
  const { recommended, atOnce } = await recommendation(manager.token ?? token, apiUrl);
  const count = shards === 'auto' ? recommended : shards;
  manager.totalShards = count;
  log.info({ shards: count, recommended }, 'starting the shards');

  const stopping = new AbortController();
  const { signal } = stopping;
  const closed = new Promise<GatewayError>((resolve, reject) => {
    const keepShard = async (id: number) => {
      const why = await keep(manager.createShard(id), log.child({ shard: id }), signal);
      if (why !== undefined) resolve(new GatewayError(why));
    };
    const startAll = async () => {
      for (let id = 0; id < count && !signal.aborted; id++) {
        keepShard(id).catch(reject);
        await pause(IDENTIFY_EVERY / atOnce, signal);
      }
    };
    void startAll();
  });
  return {
    closed,
    reload() {
      for (const { process: child } of manager.shards.values()) child?.kill('SIGHUP');
    },
    async stop() {
      stopping.abort();
      await Promise.all(manager.shards.map(({ process: child }) => end(child)));
    },
  };
}

/** https://discord.com/developers/docs/events/gateway#get-gateway-bot */
const Recommendation = z.object({
  shards: z.int().min(1),
  session_start_limit: z.object({ max_concurrency: z.int().min(1) }),
});

/** What Discord says of sharding for this bot. */
async function recommendation(
  token: string,
  apiUrl: string,
): Promise<{ recommended: number; atOnce: number }> {
  try {
    const rest = new REST({ api: apiUrl, version: '10' }).setToken(token);
    const { shards, session_start_limit: limit } = Recommendation.parse(await rest.get(Routes.gatewayBot()));
    return { recommended: shards, atOnce: limit.max_concurrency };
  } catch (error) {
    throw explained(error, apiUrl);
  }
}

/**
 * Runs a shard, and again whenever it has ended, later each time.
 * @returns where another try would be of no use: why; nothing once it is to stop
 */
async function keep(shard: Shard, log: Log, signal: AbortSignal): Promise<string | undefined> {
  let failures = 0;
  while (!signal.aborted) {
    const { failure, steady, ...how } = await live(shard, log);
    if (signal.aborted) break;
    if (failure && !failure.mayPass) return failure.failed;
    failures = steady ? 1 : failures + 1;
    const delay = backOff(failures);
    log.warn({ ...how, why: failure?.failed, delay }, 'a shard ended; it starts again');
    await pause(delay, signal);
  }
  return undefined;
}

interface End {
  code: number | null;
  signal: NodeJS.Signals | null;
  failure: Failure | undefined;
  /** It was connected for long enough that what ended it is no trouble at the start. */
  steady: boolean;
}

/** The life of a shard's process, from its start to its end. */
async function live(shard: Shard, log: Log): Promise<End> {
  let failure: Failure | undefined;
  let readyAt = Number.POSITIVE_INFINITY;
  const child = await shard.spawn(-1);
  log.info({ pid: child.pid }, 'a shard starts');
  child.on('message', (message) => {
    failure ??= asFailure(message);
    if (isReadiness(message)) readyAt = Math.min(readyAt, Date.now());
  });
  // Not "exit": by "close" everything that it told has been read.
  const [code, signal] = (await once(child, 'close')) as [End['code'], End['signal']];
  return { code, signal, failure, steady: Date.now() - readyAt >= STEADY_AFTER };
}

/** Ends a shard's process by leaving it, which it takes for the word to stop. */
async function end(child: ChildProcess | null): Promise<void> {
  if (!child) return;
  const gone = once(child, 'exit');
  // No signal: a supervisor, or Ctrl-C, may have sent it one already, and a second would cut it off.
  if (child.connected) child.disconnect();
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN);
  await gone;
  clearTimeout(timer);
}

/** Waits so many milliseconds, or until `signal`. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => {});
