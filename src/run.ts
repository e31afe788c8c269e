/** What runs until it is stopped: Discord's gateway, the HTTP server, or both. */
import type { Gateway } from './adapters/gateway/gateway.js';
import type { Server } from './adapters/http/server.js';
import { createLimits } from './adapters/limits.js';
import type { Config } from './config.js';
import type { Dispatch } from './dispatch.js';
import type { LiveLibrary } from './library.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import { watchData } from './reload.js';
import type { Pictures } from './render/pictures/pictures.js';

export interface Program {
  config: Config;
  dispatch: Dispatch;
  library: LiveLibrary;
  log: Log;
  metrics: Metrics;
  pictures: Pictures;
}

/**
 * With a token, to Discord; without one, the local page; with the application's public key, interactions over HTTP as well.
 * Ends the process on SIGINT or SIGTERM.
 * @throws GatewayError or HttpError where it cannot start or go on: the message says what to do
 */
export async function run(program: Program): Promise<never> {
  const { config, library, log, metrics } = program;
  const stopped = signalled();
  process.on('unhandledRejection', (error) =>
    log.error({ err: error }, 'a promise was rejected and nobody looked'),
  );
  const hasPage = config.DISCORD_TOKEN === undefined;
  let gateway: Gateway | undefined;
  const isReady = () => ({ data: true, ...(hasPage ? {} : { gateway: gateway?.isReady() ?? false }) });
  const servers = await startServers(program, { hasPage, isReady });
  const onData = () => {
    metrics.indexed(recordsIn(library));
    drawAll(program);
    void gateway?.register();
  };
  const reload = watchData({ dir: config.DATA_DIR, library, log, onChange: onData });
  metrics.indexed(recordsIn(library));
  // On the page, the first one is drawn by then: the pictures can wait for that.
  setTimeout(() => drawAll(program), hasPage ? DRAW_AFTER : 0).unref();

  const connected = hasPage ? undefined : await Promise.race([connect(program, stopped), stopped]);
  // Still connecting: nothing is in flight, and a hanging connection need not be waited for.
  if (typeof connected === 'string') process.exit(0);
  gateway = connected;
  const end = await Promise.race([stopped, ...(gateway ? [gateway.closed] : [])]);
  if (typeof end !== 'string') throw end;
  log.info({ signal: end }, 'stopping');
  reload.stop();
  await Promise.all([gateway?.stop(), ...servers.map((server) => server.close())]);
  log.info('stopped');
  // A request that Discord does not answer would keep the process.
  process.exit(0);
}

/** In milliseconds. */
const DRAW_AFTER = 1000;

/** Drawn before anybody asks; who asks before that gets the words at once. */
function drawAll({ library, pictures }: Program): void {
  for (const edition of library.editions)
    void pictures.drawAll({ ...edition, before: library.before(edition) });
}

const recordsIn = ({ editions }: LiveLibrary): number =>
  editions
    .map(({ assessment: a }) =>
      [a.indicators, a.votes, a.footnotes, a.treaties, a.overview].reduce((n, list) => n + list.length, 0),
    )
    .reduce((sum, n) => sum + n, 0);

/** Comes with the name of the signal. */
const signalled = () =>
  new Promise<string>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal));
  });

/** Where Discord cannot be reached: how long until the next try, in milliseconds, doubled each time up to the last. */
const [FIRST_WAIT, LAST_WAIT] = [1000, 60_000];

/** @throws GatewayError where trying again would not help */
async function connect(
  { config, dispatch, library, log, metrics }: Program,
  stopped: Promise<string>,
): Promise<Gateway | string> {
  // Imported here, as all adapters are: discord.js takes a third of a second, which a page need not wait for.
  const [{ startGateway }, { GatewayError }] = await Promise.all([
    import('./adapters/gateway/gateway.js'),
    import('./adapters/gateway/errors.js'),
  ]);
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LAST_WAIT)) {
    try {
      return await startGateway({
        token: config.DISCORD_TOKEN as string,
        apiUrl: config.DISCORD_API_URL,
        guildId: config.DISCORD_GUILD_ID,
        dispatch,
        limits: createLimits(library),
        library,
        metrics,
        log,
      });
    } catch (error) {
      if (!(error instanceof GatewayError) || !error.mayPass) throw error;
      log.error({ waitMs: wait }, `${error.message} Trying again.`);
      const end = await Promise.race([stopped, new Promise<void>((resolve) => setTimeout(resolve, wait))]);
      if (end) return end;
    }
  }
}

/**
 * The HTTP server: the local page where there is no token, interactions where there is a public key, and monitoring, on
 * an address of its own where METRICS_PORT names one. None where there is nothing to be on it.
 */
async function startServers(
  { config, dispatch, library, log, metrics }: Program,
  { hasPage, isReady }: { hasPage: boolean; isReady: () => Record<string, boolean> },
): Promise<Server[]> {
  const { HOST: host, PORT: port, METRICS_PORT: metricsPort } = config;
  const { DISCORD_PUBLIC_KEY: publicKey, DISCORD_API_URL: apiUrl } = config;
  const isServed = hasPage || publicKey !== undefined;
  if (!isServed && metricsPort === undefined) return [];
  const [{ createServer, listen }, { monitoring }] = await Promise.all([
    import('./adapters/http/server.js'),
    import('./adapters/http/monitoring.js'),
  ]);
  const servers: Server[] = [];
  if (isServed) {
    const server = await createServer(log, { endsAtOnce: hasPage });
    servers.push(server);
    if (hasPage) {
      const { playground } = await import('./adapters/playground/playground.js');
      await server.register(playground, { dispatch, library });
    }
    if (publicKey) {
      const { interactions } = await import('./adapters/http/interactions.js');
      const limits = createLimits(library);
      await server.register(interactions, { publicKey, dispatch, limits, apiUrl, metrics, log });
    }
    if (metricsPort === undefined) await server.register(monitoring, { metrics, isReady });
    // Where Discord or a load balancer knows the port, another one would be of no use.
    const at = await listen(server, { host, port, orNext: !publicKey });
    log.info({ host, port: at, page: hasPage, interactions: publicKey !== undefined }, 'listening');
    if (hasPage) process.stdout.write(welcome({ host, port, at }));
  }
  if (metricsPort !== undefined) {
    const server = await createServer(log);
    servers.push(server);
    await server.register(monitoring, { metrics, isReady });
    const at = await listen(server, { host, port: metricsPort, orNext: false });
    log.info({ host, port: at }, 'listening for monitoring');
  }
  return servers;
}

/** This machine alone can reach it. */
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/;

function welcome({ host, port, at }: { host: string; port: number; at: number }): string {
  return [
    ...(at === port || port === 0 ? [] : [`Port ${port} is taken: this is on port ${at}.`]),
    `Footnote is on http://${host.includes(':') ? `[${host}]` : host}:${at}. Ctrl-C stops it.`,
    ...(LOOPBACK.test(host)
      ? []
      : [
          'HOST is not of this machine alone: whoever reaches it can open the page. It is public and read-only.',
        ]),
    'DISCORD_TOKEN is not set: the README says how to put Footnote on a server.\n',
  ].join('\n');
}
