/** Answers that were given lately, and lists of choices that were offered: who asks what was asked before need not wait. */
import type { Answer } from './answer.js';
import type { Options } from './commands/command.js';
import type { Edition, Library } from './library.js';
import { createRecent } from './recent.js';
import type { Rendered, RenderOptions } from './render/message.js';

/** So many answers are kept, and as many lists. */
const RECENT_MAX = 1000;
/** And no longer than this, in milliseconds: it is what people have asked. */
const KEPT_FOR = 60 * 60_000;

/** An answer is kept with the messages that it was rendered as: the same call in the same data says the same. */
export interface RecentAnswers<List> {
  answer(
    command: string,
    options: Options,
    edition: Edition,
    make: () => Answer,
  ): { answer: Answer; rendered(how: RenderOptions, make: () => Rendered): Rendered };
  choices(command: string, option: string, typed: string, edition: Edition, make: () => List): List;
}

/** What of `library` was asked lately. */
export function createRecentAnswers<List>(library: Library): RecentAnswers<List> {
  const answers = createRecent<{ answer: Answer; messages: Map<string, Rendered> }>(RECENT_MAX);
  const lists = createRecent<List>(RECENT_MAX);
  let { cards } = library;
  let forgetting: NodeJS.Timeout | undefined;
  const forget = () => {
    clearTimeout(forgetting);
    answers.clear();
    lists.clear();
    forgetting = undefined;
  };
  const look = () => {
    if (!forgetting) forgetting = setTimeout(forget, KEPT_FOR).unref();
    // What one assessment says may hang on which others are loaded.
    if (library.cards === cards) return;
    forget();
    cards = library.cards;
  };
  const keyOf = ({ card }: Edition, ...what: readonly unknown[]) => JSON.stringify([card.id, ...what]);
  return {
    answer(command, options, edition, make) {
      look();
      const key = keyOf(edition, command, options);
      let known = answers.get(key);
      if (!known) {
        known = { answer: make(), messages: new Map() };
        // Files are large, and seldom wanted twice.
        if (!known.answer.files) answers.set(key, known);
      }
      const { answer, messages } = known;
      return {
        answer,
        rendered({ page, isPrivate, replaces, isChanged = false }, render) {
          const how = [page, isPrivate, replaces, isChanged].join();
          const before = messages.get(how);
          if (before) return before;
          const made = render();
          messages.set(how, made);
          return made;
        },
      };
    },
    choices(command, option, typed, edition, make) {
      look();
      const key = keyOf(edition, command, option, typed);
      const known = lists.get(key);
      if (known) return known;
      const made = make();
      lists.set(key, made);
      return made;
    },
  };
}
