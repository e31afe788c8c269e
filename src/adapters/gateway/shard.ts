/** One process a shard, from within: how a shard and the process that started it hear of each other. */
import type { GatewayError } from './errors.js';

/** Why a shard could not start or go on, and whether another try may do. */
export interface Failure {
  failed: string;
  mayPass: boolean;
}

const READY = 'ready';

/** Asked at once: discord.js sets the variable in the process of the manager as well, once there is one. */
const isShard = process.env.SHARDING_MANAGER !== undefined;

/**
 * In a shard, tells the manager why it ends, so that it is said once for all of them. A manager that has left already knows
 * why.
 * @returns whether this is a shard
 */
export function tellManager(error: Error): Promise<boolean> {
  return new Promise((resolve) => {
    const { mayPass = false } = error as Partial<GatewayError>;
    const failure: Failure = { failed: error.message, mayPass };
    if (!isShard || !process.send) resolve(false);
    else process.send(failure, () => resolve(true));
  });
}

/** In a shard, tells the manager that it is connected. A manager that has left need not know. */
export function tellReady(): void {
  if (isShard) process.send?.(READY, () => {});
}

/** Comes when the manager wants its shards to end, and when it is gone itself: no shard outlives it. */
export function managerLeft(): Promise<string> {
  return new Promise((resolve) => {
    process.once('disconnect', () => resolve('disconnect'));
    if (!process.connected) resolve('disconnect');
  });
}

/** What a shard told its manager of its end, where it is that. */
export function asFailure(message: unknown): Failure | undefined {
  return typeof message === 'object' && message !== null && 'failed' in message
    ? (message as Failure)
    : undefined;
}

export const isReadiness = (message: unknown): boolean => message === READY;
