/** An answer on its way to Discord, and what follows it there, whatever brought the interaction: its picture once it is drawn, its removal. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type RateLimitData, RateLimitError } from '@discordjs/rest';
import { type APIInteraction, InteractionType, MessageFlags, Routes } from 'discord-api-types/v10';
import pLimit from 'p-limit';
import type { Dispatched } from '../dispatched.js';
import { jsonOf } from '../render/written.js';
import { bodyOf, requestOf } from './body.js';

/** As much of @discordjs/rest as is used here. */
export interface Api {
  patch(
    route: `/${string}`,
    request: ReturnType<typeof requestOf> & { signal: AbortSignal },
  ): Promise<unknown>;
  delete(route: `/${string}`, request: { auth: false }): Promise<unknown>;
}

export interface Delivery {
  /**
   * Has an answer sent, and does what remains once it has reached Discord: puts its picture in, removes the message. A picture
   * for a message that goes on to something else is dropped before that is sent.
   * @param send comes when the answer has reached Discord, or over HTTP when it is on its way there
   * @throws what `send` or the API throws
   */
  deliver(interaction: APIInteraction, dispatched: Dispatched, send: () => Promise<void>): Promise<void>;
}

/** Discord takes no first answer after three seconds. In milliseconds. */
export const ANSWER_WITHIN = 3000;
/** So many pictures are sent at a time: where hundreds wait for one, it would be in memory for each of them. */
const SENT_AT_ONCE = 4;
/** And tried for no longer than this, in milliseconds: others wait. A rate limit that begins within it may double it. */
const SENT_WITHIN = 15_000;

const STALE = new Error('the message has gone on');

/**
 * For the options of @discordjs/rest, which waits for as long as Discord says and looks at no signal meanwhile: a first answer and a
 * picture are given up where that is too long; a removal comes late.
 */
export function rejectOnRateLimit({
  route,
  method,
  retryAfter,
}: Pick<RateLimitData, 'route' | 'method' | 'retryAfter'>): boolean {
  if (route.startsWith('/interactions/')) return retryAfter > ANSWER_WITHIN;
  return route.startsWith('/webhooks/') && method === 'PATCH' && retryAfter > SENT_WITHIN;
}

export function createDelivery(api: Api): Delivery {
  const sending = pLimit(SENT_AT_ONCE);
  /** The messages that are sent now and get a picture once it is drawn; one that goes on to something else in the meantime is left alone. */
  const awaiting = new Map<string, AbortController>();

  async function addPicture(
    later: NonNullable<Dispatched['later']>,
    original: `/${string}`,
    here: AbortController,
  ): Promise<void> {
    const { signal } = here;
    try {
      const sent = await later;
      if (!sent) return;
      const { message, files } = sent;
      // Whether the message is private stays as it is.
      const json = () => jsonOf({ ...message, flags: MessageFlags.IsComponentsV2 });
      await sending(async () => {
        // Not AbortSignal.any of a timeout: that of Node 20 is collected before its time.
        const deadline = setTimeout(
          () => here.abort(new Error('a picture was not sent in time')),
          SENT_WITHIN,
        );
        await patiently(async () => {
          signal.throwIfAborted();
          await api.patch(original, { ...requestOf(bodyOf({ json, files })), signal });
        }).finally(() => clearTimeout(deadline));
      });
    } catch (error) {
      const { aborted, reason } = signal;
      if (reason !== STALE) throw aborted ? reason : error;
    }
  }

  return {
    async deliver(interaction, { replaces, removes, later }, send) {
      const messages = messagesOf(interaction);
      if (replaces || removes) {
        for (const id of messages) awaiting.get(id)?.abort(STALE);
      }
      const original = Routes.webhookMessage(interaction.application_id, interaction.token);
      if (!later) {
        await send();
        if (removes) await patiently(() => api.delete(original, { auth: false }));
        return;
      }
      // The message of a button where that is replaced, and one of its own everywhere else.
      const id = (replaces && messages[0]) || interaction.id;
      const here = new AbortController();
      // Before it is sent: what is pressed next may come before Discord has said that it has this.
      awaiting.set(id, here);
      // Where the answer does not come so far, nobody waits for it.
      later.catch(() => {});
      try {
        await send();
        await addPicture(later, original, here);
      } finally {
        if (awaiting.get(id) === here) awaiting.delete(id);
      }
    },
  };
}

/**
 * By what the message of an interaction is known to later ones: a button's message by its own id and by the interaction
 * that first brought it, a command's by that interaction.
 */
function messagesOf(interaction: APIInteraction): string[] {
  if (interaction.type !== InteractionType.MessageComponent) return [interaction.id];
  // What is no interaction of Discord's may have no message.
  const { id, interaction_metadata: first } = interaction.message ?? {};
  return [id, first?.id].filter((one) => one !== undefined);
}

/** The answers of Discord that say that an interaction is over: expired, or answered already. */
const OVER = new Set<unknown>([10062, 40060]);
/** And that a message is gone: removed before its picture came, or by somebody else. */
const GONE = new Set<unknown>([10008, 10015]);

/** Whether Discord did not take something because there is nobody for it any more: no fault, and nothing to mend. */
export const isOver = (error: unknown): boolean => {
  const { code } = error as { code?: unknown };
  return OVER.has(code) || GONE.has(code);
};

/** What the API said, as a status; `none` where it said nothing. */
export const statusOf = (error: unknown): number | 'none' =>
  error instanceof RateLimitError ? 429 : ((error as { status?: number }).status ?? 'none');

/** An answer over HTTP may still be on its way when what follows it comes: then Discord does not know the message yet. */
async function patiently(request: () => Promise<unknown>): Promise<void> {
  try {
    await request();
  } catch (error) {
    if (!GONE.has((error as { code?: unknown }).code)) throw error;
    await sleep(AGAIN_AFTER);
    await request();
  }
}

/** In milliseconds. */
const AGAIN_AFTER = 500;
