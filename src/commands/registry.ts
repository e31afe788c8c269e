/** The one array of commands: dispatch, registration, help and completion are all fed from it. */
import { ASSESSMENT } from '../answer.js';
import type { Library } from '../library.js';
import { about } from './about.js';
import { ask } from './ask.js';
import { cite } from './cite.js';
import type { Choice, Command, Option } from './command.js';
import { findSources } from './find-sources.js';
import { indicator } from './indicator.js';
import { ratings } from './ratings.js';
import { search } from './search.js';
import { treaty } from './treaty.js';
import { trends } from './trends.js';
import { votes } from './votes.js';

export const commands: readonly Command[] = [
  ask,
  indicator,
  ratings,
  trends,
  votes,
  treaty,
  cite,
  search,
  findSources,
  about,
];

/** Those that are typed after a slash. */
export const slashCommands = commands.filter(({ on }) => on === undefined);

/** True: only the asker sees the answer. Its value is "true" or "false". */
export const PRIVATE: Option = {
  name: 'private',
  description: 'Only you see the answer',
};

/** The options of a command as they are offered: its own, the assessment where there are several, and `private`. */
export function optionsOf(command: Command, library: Library): readonly Option[] {
  const assessment: Option = {
    name: ASSESSMENT,
    description: 'Which assessment; the newest where none is chosen',
    choices: ({ id, country, year }) => [{ name: `${country.name} ${year}`, value: id }],
  };
  return [...command.options, ...(library.cards.length > 1 ? [assessment] : []), PRIVATE];
}

/** Everything that may be chosen for an option in one of the assessments, each once; undefined where nothing is to choose. */
export function choicesOf({ choices }: Option, { cards }: Library): Choice[] | undefined {
  return choices && [...new Map(cards.flatMap((card) => choices(card)).map((c) => [c.value, c])).values()];
}
