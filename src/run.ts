/** What runs until it is stopped: Discord's gateway, in one process or several, the HTTP server, or both. */
import { setTimeout as sleep } from 'node:timers/promises';
import { backOff } from './adapters/gateway/back-off.js';
import type { Gateway } from './adapters/gateway/gateway.js';
import { managerLeft } from './adapters/gateway/shard.js';
import type { Shards, ShardsOptions } from './adapters/gateway/sharding.js';
import { createIndexer } from './indexer.js';
import type { LiveLibrary } from './library.js';
import type { Log } from './log.js';
import type { Program } from './program.js';
import { watchData } from './reload.js';
import { serve } from './serve.js';

/** What was started, and can be stopped. */
interface Started {
  /** Comes only where it ended by itself: why. */
  closed?: Promise<Error>;
  /** What it gives is waited for. */
  stop(): unknown;
}

/**
 * With a token, to Discord over the gateway; with the application's public key, over HTTP; with neither, the local page.
 * Ends the process on SIGINT or SIGTERM; a shard, also when its manager leaves.
 * @throws GatewayError or HttpError where it cannot start or go on: the message says what to do
 */
export async function run(program: Program): Promise<never> {
  const { config, library, log, metrics, saved } = program;
  const stopped = config.shard ? Promise.race([signalled(), managerLeft()]) : signalled();
  return untilStopped(log, stopped, async (started) => {
    const isOnGateway = config.DISCORD_TOKEN !== undefined;
    const hasPage = !isOnGateway && !config.DISCORD_PUBLIC_KEY;
    let gateway: Gateway | undefined;
    const servers = await serve(program, {
      hasPage,
      isReady: () => ({
        data: library.cards.length > 0,
        ...(isOnGateway ? { gateway: gateway?.isReady() ?? false } : {}),
      }),
    });
    for (const server of servers) started({ stop: () => server.close() });
    const indexer = createIndexer(config, log);
    started(indexer);
    // Of several shards, the first does it for all.
    const isFirst = !config.shard?.id;
    metrics.indexed(recordsIn(library));
    // Whoever is there first is answered first.
    const settled = setTimeout(() => {
      if (isFirst) indexer.save(library.volumes);
    }, SETTLED_AFTER).unref();
    started({ stop: () => clearTimeout(settled) });
    const onChange = () => {
      metrics.indexed(recordsIn(library));
      if (isFirst) indexer.renew(library.volumes);
      void gateway?.register();
    };
    started(watchData({ dir: config.DATA_DIR, saved, library, log, hears: !hasPage, onChange }));
    if (!isOnGateway) return;
    gateway = await untilReached(log, () => connect(program));
    started(gateway);
    await gateway.register();
    gateway.sayLinks();
  });
}

/**
 * To Discord in several processes, each with its part of the servers; this one starts them, and stops them. SIGHUP is for
 * all of them.
 * @throws GatewayError where they cannot start or go on: the message says what to do
 */
export async function runShards(options: ShardsOptions): Promise<never> {
  return untilStopped(options.log, signalled(), async (started) => {
    const { startShards } = await import('./adapters/gateway/sharding.js');
    // Until there are any, there is nobody to hear it.
    let shards: Shards | undefined;
    process.on('SIGHUP', () => shards?.reload());
    shards = await untilReached(options.log, () => startShards(options));
    started(shards);
  });
}

/**
 * Runs what `start` starts until that ends by itself, or until `stopped`, which says why; then stops all that was started
 * by then.
 * @param start tells of each thing as soon as it is there to be stopped
 */
async function untilStopped(
  log: Log,
  stopped: Promise<string>,
  start: (started: (one: Started) => void) => Promise<void>,
): Promise<never> {
  process.on('unhandledRejection', (error) =>
    log.error({ err: error }, 'a promise was rejected and nobody looked'),
  );
  const all: Started[] = [];
  const end = await new Promise<string | Error>((resolve, reject) => {
    void stopped.then(resolve);
    start((one) => {
      all.push(one);
      void one.closed?.then(resolve);
    }).catch(reject);
  });
  if (typeof end === 'string') log.info({ signal: end }, 'stopping');
  // Whoever dawdles is not waited for.
  await Promise.race([Promise.all(all.map((one) => one.stop())), sleep(STOP_WITHIN)]);
  if (typeof end !== 'string') throw end;
  log.info('stopped');
  // A request that Discord does not answer would keep the process.
  process.exit(0);
}

/** In milliseconds: it is to be over within five seconds. */
const STOP_WITHIN = 4500;

/** Comes with the name of the signal. */
const signalled = () =>
  new Promise<string>((resolve) => {
    // And again: a second one, as a supervisor may send, does not cut off what is being answered.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve(signal));
  });

/** By then it has started. In milliseconds. */
const SETTLED_AFTER = 2000;

const recordsIn = ({ cards }: LiveLibrary): number => cards.reduce((sum, { records }) => sum + records, 0);

/** Tries until Discord is reached. @throws what `connect` throws where another try would be of no use */
async function untilReached<T>(log: Log, connect: () => Promise<T>): Promise<T> {
  for (let failures = 1; ; failures++) {
    try {
      return await connect();
    } catch (error) {
      if (!(error instanceof Error) || !('mayPass' in error) || !error.mayPass) throw error;
      const wait = backOff(failures);
      log.error({ waitMs: wait }, `${error.message} Trying again.`);
      await sleep(wait);
    }
  }
}

async function connect({ config, dispatch, limits, library, log, metrics }: Program): Promise<Gateway> {
  // Imported here, as all adapters are: it takes a while, which a page need not wait for.
  const { startGateway } = await import('./adapters/gateway/gateway.js');
  return startGateway({
    token: config.DISCORD_TOKEN as string,
    apiUrl: config.DISCORD_API_URL,
    guildId: config.DISCORD_GUILD_ID,
    shard: config.shard,
    dispatch,
    limits,
    library,
    metrics,
    log,
  });
}
