/** What is on HTTP: the local page, interactions, monitoring. */

import type { Readiness } from './adapters/http/monitoring.js';
import type { Server } from './adapters/http/server.js';
import type { Program } from './program.js';

/** This machine alone can reach it. */
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/;

export interface Served {
  /** There is neither a token nor a public key: the local page is on it. */
  hasPage: boolean;
  isReady: () => Omit<Readiness, 'http'>;
}

/**
 * Starts the server: the local page where there is nothing of Discord, interactions where there is a public key, and monitoring, on
 * an address of its own where METRICS_PORT names one. None where there is nothing to be on it.
 * @throws HttpError where nothing can be listened on: the message says what to change
 */
export async function serve(program: Program, { hasPage, isReady }: Served): Promise<Server[]> {
  const { config, metrics, log } = program;
  const { HOST: host, METRICS_PORT, shard } = config;
  // One port, one server: of several shards the first has it, and each has its own for monitoring.
  const isServed = hasPage || (config.DISCORD_PUBLIC_KEY !== undefined && !shard?.id);
  const monitored = METRICS_PORT && shard ? METRICS_PORT + shard.id : METRICS_PORT;
  if (!isServed && monitored === undefined) return [];
  const [{ createServer, listen }, { monitoring }] = await Promise.all([
    import('./adapters/http/server.js'),
    import('./adapters/http/monitoring.js'),
  ]);
  const watched = { metrics, isReady: () => ({ ...isReady(), http: isServed }) };
  const servers: Server[] = [];
  if (isServed) {
    const server = await createServer(log, { endsAtOnce: hasPage });
    servers.push(server);
    await plugIn(server, program, hasPage);
    if (monitored === undefined) await server.register(monitoring, watched);
    // Where Discord or a load balancer knows the port, another one would be of no use.
    const port = await listen(server, { host, port: config.PORT, orNext: hasPage });
    log.info({ host, port }, 'listening');
    if (hasPage) process.stdout.write(welcome({ host, port: config.PORT, at: port }));
  }
  if (monitored !== undefined) {
    const server = await createServer(log);
    servers.push(server);
    await server.register(monitoring, watched);
    const port = await listen(server, { host, port: monitored, variable: 'METRICS_PORT' });
    log.info({ host, port }, 'listening for monitoring');
  }
  return servers;
}

async function plugIn(server: Server, program: Program, hasPage: boolean): Promise<void> {
  const { config, dispatch, limits, library, log, metrics } = program;
  const { DISCORD_PUBLIC_KEY: publicKey, DISCORD_API_URL: apiUrl } = config;
  if (hasPage) {
    const { playground } = await import('./adapters/playground/playground.js');
    await server.register(playground, { dispatch, library });
  }
  if (publicKey) {
    const { interactions } = await import('./adapters/http/interactions.js');
    await server.register(interactions, { publicKey, dispatch, limits, apiUrl, metrics, log });
  }
}

/** Where the page is, for whoever started it. */
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
