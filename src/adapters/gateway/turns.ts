/** Who may have an answer now: Footnote joins a conversation, and does not talk over it. */
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js';

/** Three at once, and one in five seconds over time. */
const ASKER = { points: 3, duration: 15 };
const CHANNEL = { points: 5, duration: 20 };

export interface Turns {
  /**
   * Answers, unless this asker or this channel had enough answers lately; where the channel is still waiting for one, after
   * that one.
   * @returns whether it did
   * @throws what the answer throws
   */
  take(who: { asker: string; channel: string }, answer: () => Promise<void>): Promise<boolean>;
}

/** Turns that nobody has taken yet. What is kept of an asker or a channel is its id, for the seconds above. */
export function createTurns(): Turns {
  const askers = new RateLimiterMemory(ASKER);
  const channels = new RateLimiterMemory(CHANNEL);
  /** The answer that each channel waits for last: no more than a channel gets in its seconds. */
  const last = new Map<string, Promise<void>>();
  return {
    async take({ asker, channel }, answer) {
      // The asker first: one who floods uses up nobody else's turns.
      if (!(await isWithin(askers, asker)) || !(await isWithin(channels, channel))) return false;
      const before = last.get(channel) ?? Promise.resolve();
      // One that failed keeps nobody waiting.
      const own = before.catch(() => {}).then(answer);
      last.set(channel, own);
      try {
        await own;
        return true;
      } finally {
        if (last.get(channel) === own) last.delete(channel);
      }
    },
  };
}

/** Counts one; a limiter rejects what is over its limit. */
function isWithin(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  return limiter.consume(key).then(
    () => true,
    () => false,
  );
}
