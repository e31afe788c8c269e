/** How much one person may ask: enough for anybody who reads the answers, and too little for a program that does not. */
import { type APIInteraction, InteractionType } from 'discord-api-types/v10';
import type { RateLimiterRes } from 'rate-limiter-flexible';
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js';
import { notice } from '../dispatch.js';
import type { Dispatched } from '../dispatched.js';
import { askerOf, nameOf } from '../incoming.js';
import type { Library } from '../library.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics.js';

/** Twenty at once, and one in a second over time. */
const ASKER = { points: 20, duration: 20 };

/** @returns what is said instead of an answer; nothing where the person may ask */
export type Limits = (interaction: APIInteraction) => Promise<Dispatched | undefined>;

/** Counts what each person asks, in memory and for the seconds above: commands and buttons, and not what is completed. */
export function createLimits(library: Library, log: Log, metrics: Metrics): Limits {
  const askers = new RateLimiterMemory(ASKER);
  return async (interaction) => {
    const isAsked =
      interaction.type === InteractionType.ApplicationCommand ||
      interaction.type === InteractionType.MessageComponent;
    const asker = isAsked && askerOf(interaction);
    if (!asker) return undefined;
    try {
      await askers.consume(asker);
      return undefined;
    } catch (over) {
      const seconds = Math.max(1, Math.ceil((over as RateLimiterRes).msBeforeNext / 1000));
      const command = nameOf(interaction);
      log.info({ command, outcome: 'too many' }, 'answered');
      metrics.answered(command, 'too many', 0);
      const wait = seconds === 1 ? 'a second' : `${seconds} seconds`;
      return notice(`That was a lot in a short time. Wait ${wait}, and ask again.`, library);
    }
  };
}
