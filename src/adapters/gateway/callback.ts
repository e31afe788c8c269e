/** The first answer to an interaction, by the shortest way: within three seconds, and while somebody waits for it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DefaultUserAgent, DiscordAPIError, type REST } from '@discordjs/rest';
import { type APIInteraction, Routes } from 'discord-api-types/v10';
import { type Pool, util } from 'undici';
import { z } from 'zod';
import type { Dispatched } from '../../dispatched.js';
import { bodyOf, requestOf, streamOf } from '../body.js';
import { ANSWER_WITHIN } from '../delivery.js';

/** What Discord said to one. */
interface Reception {
  status: number;
  /** Names and values in turn. */
  headers: Buffer[];
  /** Nothing where it was taken. */
  body: Buffer[];
}

class TooLate extends Error {}

/** @throws what @discordjs/rest throws where Discord does not take it, or what says that it was too late */
export type Callback = (interaction: APIInteraction, answer: Dispatched) => Promise<void>;

/**
 * The first try goes straight to `pool`, past the queues of @discordjs/rest, which callbacks have no use for; what may do
 * better at another try goes to `rest`, which tries again for as long as that helps.
 * @param pool the connections to the host of `rest`
 */
export function createCallback(rest: REST, pool: Pool): Callback {
  const { api, version } = rest.options;
  const address = `${api}/v${version}`;
  const { pathname } = new URL(address);

  const post = (path: string, answer: Dispatched, left: () => number) =>
    new Promise<Reception>((resolve, reject) => {
      const body = bodyOf(answer);
      const headers = [
        'content-type',
        body.type,
        'content-length',
        String(body.length),
        'user-agent',
        DefaultUserAgent,
      ];
      const reception: Reception = { status: 0, headers: [], body: [] };
      let deadline: NodeJS.Timeout;
      pool.dispatch(
        { path, method: 'POST', headers, body: streamOf(body) },
        {
          onConnect(abort) {
            // undici's own timeouts leave out the time in which a picture is sent.
            deadline = setTimeout(() => abort(new TooLate('Discord did not answer in time')), left());
          },
          onHeaders(status, headers) {
            reception.status = status;
            reception.headers = headers;
            return true;
          },
          onData(chunk) {
            if (reception.status >= 400) reception.body.push(chunk);
            return true;
          },
          onComplete() {
            clearTimeout(deadline);
            resolve(reception);
          },
          onError(error) {
            clearTimeout(deadline);
            reject(error);
          },
        },
      );
    });

  return async (interaction, dispatched) => {
    const end = performance.now() + ANSWER_WITHIN;
    const left = () => Math.max(end - performance.now(), 0);
    const route = Routes.interactionCallback(interaction.id, interaction.token);
    let waits = 0;
    try {
      const reception = await post(pathname + route, dispatched, left);
      const { status } = reception;
      if (status < 400) return;
      if (status < 500 && status !== 429) throw refused(reception, address + route);
      waits = retryAfter(reception);
    } catch (error) {
      if (error instanceof DiscordAPIError || error instanceof TooLate || left() === 0) throw error;
    }
    const signal = AbortSignal.timeout(Math.floor(left()));
    if (waits >= left()) throw new TooLate('Discord wants to be asked again when it is too late');
    if (waits > 0) await sleep(waits);
    await rest.post(route, { ...requestOf(bodyOf(dispatched)), signal });
  };
}

/** As @discordjs/rest says it. */
function refused({ status, body }: Reception, url: string): DiscordAPIError {
  const raw = asError(Buffer.concat(body).toString());
  return new DiscordAPIError(raw, raw.code, status, 'POST', url, { body: undefined, files: undefined });
}

/** https://discord.com/developers/docs/reference#error-messages */
const DiscordError = z.looseObject({ code: z.number(), message: z.string() });

function asError(text: string): z.infer<typeof DiscordError> {
  try {
    return DiscordError.parse(JSON.parse(text));
  } catch {
    return { code: 0, message: 'what answered is not Discord' };
  }
}

/** For how long not to try again, in milliseconds. */
const retryAfter = ({ headers }: Reception): number =>
  Number(util.parseHeaders(headers)['retry-after'] ?? 0) * 1000;
