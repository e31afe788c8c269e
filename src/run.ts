/** What runs until it is stopped: Discord's gateway, the HTTP server, or both. */
import type { Config } from './config.js';
import type { Dispatch } from './dispatch.js';
import type { Library } from './library.js';
import type { Log } from './log.js';
import type { Pictures } from './render/pictures/pictures.js';

export interface Program {
  config: Config;
  dispatch: Dispatch;
  library: Library;
  log: Log;
  pictures: Pictures;
}

/** What was started, and can be stopped. */
interface Started {
  /** Comes only where it ended by itself: why. */
  closed?: Promise<Error>;
  stop(): Promise<void>;
}

/**
 * With a token, to Discord; without one, the local page; with the application's public key, interactions over HTTP as well.
 * Ends the process on SIGINT or SIGTERM.
 * @throws GatewayError or HttpError where it cannot start or go on: the message says what to do
 */
export async function run(program: Program): Promise<never> {
  const { config, log } = program;
  const stopped = signalled();
  process.on('unhandledRejection', (error) =>
    log.error({ err: error }, 'a promise was rejected and nobody looked'),
  );
  const hasPage = config.DISCORD_TOKEN === undefined;
  const started: Started[] = [];
  if (hasPage || config.DISCORD_PUBLIC_KEY) started.push(await startServer(program, { hasPage }));
  // On the page, the first one is drawn by then: the pictures can wait for that.
  setTimeout(() => drawAll(program), hasPage ? DRAW_AFTER : 0).unref();
  if (!hasPage) {
    const gateway = await Promise.race([startGateway(program), stopped]);
    // Still connecting: nothing is in flight, and a hanging connection need not be waited for.
    if (typeof gateway === 'string') process.exit(0);
    started.push(gateway);
  }
  const end = await Promise.race([stopped, ...started.flatMap(({ closed }) => closed ?? [])]);
  if (typeof end !== 'string') throw end;
  log.info({ signal: end }, 'stopping');
  await Promise.all(started.map((one) => one.stop()));
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

/** Comes with the name of the signal. */
const signalled = () =>
  new Promise<string>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal));
  });

async function startGateway({ config, dispatch, library, log }: Program): Promise<Started> {
  // Imported here, as all adapters are: discord.js takes a third of a second, which a page need not wait for.
  const gateway = await import('./adapters/gateway/gateway.js');
  return gateway.startGateway({
    token: config.DISCORD_TOKEN as string,
    apiUrl: config.DISCORD_API_URL,
    guildId: config.DISCORD_GUILD_ID,
    dispatch,
    library,
    log,
  });
}

/** The one HTTP server: health, the local page where there is no token, interactions where there is a public key. */
async function startServer(
  { config, dispatch, library, log }: Program,
  { hasPage }: { hasPage: boolean },
): Promise<Started> {
  const { HOST: host, PORT: port, DISCORD_PUBLIC_KEY: publicKey, DISCORD_API_URL: apiUrl } = config;
  const { createServer, listen } = await import('./adapters/http/server.js');
  const server = await createServer(log);
  if (hasPage) {
    const { playground } = await import('./adapters/playground/playground.js');
    await server.register(playground, { dispatch, library });
  }
  if (publicKey) {
    const { interactions } = await import('./adapters/http/interactions.js');
    await server.register(interactions, { publicKey, dispatch, apiUrl, log });
  }
  // Where Discord or a load balancer knows the port, another one would be of no use.
  const at = await listen(server, { host, port, orNext: !publicKey });
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${at}`;
  log.info({ url, interactions: publicKey !== undefined, page: hasPage }, 'listening');
  if (hasPage) process.stdout.write(welcome(url, { host, port, at }));
  return { stop: () => server.close() };
}

/** This machine alone can reach it. */
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/;

function welcome(url: string, { host, port, at }: { host: string; port: number; at: number }): string {
  return [
    ...(at === port || port === 0 ? [] : [`Port ${port} is taken: this is on port ${at}.`]),
    `Footnote is on ${url}. Ctrl-C stops it.`,
    ...(LOOPBACK.test(host)
      ? []
      : [
          'HOST is not of this machine alone: whoever reaches it can open the page. It is public and read-only.',
        ]),
    'DISCORD_TOKEN is not set: the README says how to put Footnote on a server.\n',
  ].join('\n');
}
