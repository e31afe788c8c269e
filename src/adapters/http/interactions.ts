/** Interactions over HTTP: Discord posts them, signed, and takes the answer as the response. */
import { createPublicKey, verify } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { REST } from '@discordjs/rest';
import type { APIInteraction } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import type { Dispatch } from '../../dispatch.js';
import type { Dispatched } from '../../dispatched.js';
import type { Log } from '../../log.js';
import type { Metrics } from '../../metrics.js';
import { bodyOf, streamOf } from '../body.js';
import { createDelivery, isOver, rejectOnRateLimit, statusOf } from '../delivery.js';
import type { Limits } from '../limits.js';

export interface InteractionsOptions {
  /** Of the application: 64 hexadecimal digits. */
  publicKey: string;
  dispatch: Dispatch;
  limits: Limits;
  /** Of Discord's API, for what follows an answer. */
  apiUrl: string;
  metrics: Metrics;
  log: Log;
  /** In milliseconds since 1970; the clock unless told. */
  now?: () => number;
}

const verified = promisify(verify);

/** A signature of another time is a replay, or a clock that is wrong. In milliseconds. */
const FRESH = 5 * 60_000;
const DIGITS = /^[0-9a-f]{128}$/i;
/** As many digits of a signature as tell it from every other. */
const MARK = 32;

/**
 * The plugin: `POST /interactions`, Ed25519 over the raw bytes, before anything of them is read.
 * https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint
 */
export async function interactions(
  server: FastifyInstance,
  { publicKey, dispatch, limits, apiUrl, metrics, log, now = Date.now }: InteractionsOptions,
): Promise<void> {
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const delivery = createDelivery(new REST({ api: apiUrl, version: '10', rejectOnRateLimit }));

  /** Answers that are on their way, and what follows them: stopping waits for it. */
  const inFlight = new Set<Promise<void>>();
  server.addHook('onClose', async () => {
    await Promise.allSettled(inFlight);
  });

  // Whatever it says that it is: nothing is parsed before the signature is known to be right.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  /** The signatures that were taken, by when: none is taken twice while it is fresh. */
  const taken = new Map<string, number>();
  function isNew(signature: string): boolean {
    for (const [old, at] of taken) {
      // In the order of their times: behind the first that still counts, all do.
      if (now() - at <= FRESH * 2) break;
      taken.delete(old);
    }
    const mark = signature.slice(0, MARK).toLowerCase();
    if (taken.has(mark)) return false;
    taken.set(mark, now());
    return true;
  }

  async function isSigned(body: Buffer, signature: unknown, timestamp: unknown): Promise<boolean> {
    if (typeof signature !== 'string' || typeof timestamp !== 'string' || !DIGITS.test(signature))
      return false;
    if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now() - Number(timestamp) * 1000) > FRESH) return false;
    const signed = Buffer.concat([Buffer.from(timestamp), body]);
    // In another thread: it takes longer than most answers.
    return (await verified(null, signed, key, Buffer.from(signature, 'hex'))) && isNew(signature);
  }

  server.post<{ Body: Buffer | undefined }>('/interactions', async (request, reply) => {
    const { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp } = request.headers;
    const body = request.body ?? Buffer.alloc(0);
    if (!(await isSigned(body, signature, timestamp))) {
      return reply
        .code(401)
        .send({ error: 'The signature is missing, wrong, of another time or was used before.' });
    }
    let interaction: APIInteraction;
    try {
      interaction = JSON.parse(body.toString('utf8')) as APIInteraction;
    } catch {
      return reply.code(400).send({ error: 'The body is no JSON.' });
    }
    if (typeof interaction !== 'object' || interaction === null) {
      return reply.code(400).send({ error: 'The body is no interaction.' });
    }
    const dispatched = (await limits(interaction)) ?? dispatch(interaction);
    const answer = bodyOf(dispatched);
    const delivered = deliver(interaction, dispatched, reply.raw);
    inFlight.add(delivered);
    void delivered.finally(() => inFlight.delete(delivered));
    return reply.type(answer.type).header('content-length', answer.length).send(streamOf(answer));
  });

  async function deliver(
    interaction: APIInteraction,
    dispatched: Dispatched,
    response: ServerResponse,
  ): Promise<void> {
    try {
      await delivery.deliver(interaction, dispatched, () => written(response));
    } catch (error) {
      if (error instanceof HungUp) {
        log.info(error.message);
        return;
      }
      metrics.apiFailed(statusOf(error));
      if (isOver(error))
        log.info({ code: (error as { code?: unknown }).code }, 'a message was gone before what follows it');
      else log.error({ err: error }, 'what follows an answer did not reach Discord');
    }
  }
}

class HungUp extends Error {}

/**
 * Comes once all of a response is written. Not `finished` of node:stream, for which one that was closed before is written once it has
 * been ended.
 * @throws HungUp where whoever asked does not wait for it
 */
const written = (response: ServerResponse) =>
  new Promise<void>((resolve, reject) => {
    const settle = () => {
      if (response.writableFinished) resolve();
      else reject(new HungUp('an answer was not waited for'));
    };
    if (response.closed) settle();
    else response.once('close', settle);
  });
