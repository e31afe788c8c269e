/** The one HTTP server: what is on it is plugged in. */
import type { AddressInfo } from 'node:net';
import { type FastifyError, fastify, LogController } from 'fastify';
import type { Log } from '../../log.js';

/** In bytes: what is longer is nobody's question. */
const BODY_MAX = 256 * 1024;
/** In milliseconds. */
const REQUEST_WITHIN = 10_000;
/** How far a taken port is evaded. */
const PORTS_TRIED = 100;

export type Server = Awaited<ReturnType<typeof createServer>>;

/**
 * A server with nothing on it; it does not listen yet.
 * @param endsAtOnce stopping hangs up on everyone; otherwise requests that are being answered are waited for
 */
export async function createServer(log: Log, { endsAtOnce = false } = {}) {
  const server = fastify({
    loggerInstance: log,
    // Addresses name what was asked.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_MAX,
    // A sender that dawdles is hung up on; what is answered may take its time.
    requestTimeout: REQUEST_WITHIN,
    http: { connectionsCheckingInterval: 1000 },
    forceCloseConnections: endsAtOnce ? true : 'idle',
  });
  server.setErrorHandler<FastifyError>((error, _request, reply) => {
    const { statusCode: status = 500 } = error;
    // What the sender can mend is said; a fault of ours is the log's alone.
    if (status >= 500) log.error({ err: error }, 'a request failed');
    return reply
      .code(status)
      .send({ error: status < 500 ? error.message : 'Something went wrong on our side.' });
  });
  return server;
}

/**
 * Listens; on a port that is taken, where it may, on the next free one.
 * @returns the port
 * @throws HttpError where nothing can be listened on: the message says what to change
 */
export async function listen(
  server: Server,
  {
    host,
    port,
    orNext = false,
    variable = 'PORT',
  }: {
    host: string;
    port: number;
    orNext?: boolean;
    /** Where the port comes from, for the message. */
    variable?: string;
  },
): Promise<number> {
  for (let at = port; ; at++) {
    try {
      await server.listen({ host, port: at });
      return (server.server.address() as AddressInfo).port;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const isLast = !orNext || at >= Math.min(port + PORTS_TRIED, 65535);
      if (code !== 'EADDRINUSE' || isLast)
        throw explained(error as NodeJS.ErrnoException, host, at, variable);
    }
  }
}

/** The server cannot listen, and the operator can mend it: the message says how. */
export class HttpError extends Error {
  override name = 'HttpError';
}

function explained(
  { code, message }: NodeJS.ErrnoException,
  host: string,
  port: number,
  variable: string,
): HttpError {
  switch (code) {
    case 'EADDRINUSE':
      return new HttpError(`Port ${port} is taken. Set ${variable} to another one.`);
    case 'EACCES':
      return new HttpError(`Port ${port} may not be used. Set ${variable} to one above 1023.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new HttpError(
        `This machine has no address ${host}. Set HOST to 127.0.0.1, or to one that it has.`,
      );
    default:
      return new HttpError(`The server cannot listen on ${host}, port ${port}: ${message}.`);
  }
}
