/** What was answered and offered lately: who asks what was asked before need not wait. */
import QuickLRU from 'quick-lru';
import type { Edition, Library } from './library.js';

/** At least so many answers are kept, and less than twice as many; and so with lists. */
const RECENT = 2000;
/** And no longer than this, in milliseconds: it is what people have asked. */
const KEPT_FOR = 60 * 60_000;

/** What was made of each of the last things that were asked, by what it hangs on beside the data of an edition. */
export interface RecentAnswers<Made> {
  get(key: string): Made | undefined;
  set(key: string, made: Made): void;
}

/** The key of what hangs on the data of an edition, and on whatever else is given. */
export const keyOf = ({ card }: Edition, ...what: readonly unknown[]): string =>
  JSON.stringify([card.id, ...what]);

/** What of `library` was asked lately: nothing of that once it has other data. */
export function createRecentAnswers<Made>(library: Library): RecentAnswers<Made> {
  const recent = new QuickLRU<string, Made>({ maxSize: RECENT });
  let { cards } = library;
  let forgetting: NodeJS.Timeout | undefined;
  const forget = () => {
    clearTimeout(forgetting);
    recent.clear();
    forgetting = undefined;
  };
  return {
    get(key) {
      // What one assessment says may hang on which others are loaded.
      if (library.cards !== cards) forget();
      cards = library.cards;
      return recent.get(key);
    },
    set(key, made) {
      forgetting ??= setTimeout(forget, KEPT_FOR).unref();
      recent.set(key, made);
    },
  };
}
