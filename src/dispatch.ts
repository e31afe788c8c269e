/**
 * Interaction JSON in, response JSON out: what every adapter calls. This is the error boundary: nothing is thrown, an
 * expected error is a calm private sentence, an unexpected one an id for the user and the stack in the log.
 */
import { randomUUID } from 'node:crypto';
import {
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { ASSESSMENT, type Call } from './answer.js';
import { CHOICES_MAX, type Choice, type Command, Refusal } from './commands/command.js';
import { clean, editionNamed, offered, parseOptions } from './commands/parse.js';
import { choicesOf, commands, optionsOf } from './commands/registry.js';
import { again, type Dispatched, fresh, type Kept, type Manner, toSend } from './dispatched.js';
import { askerOf, nameOf, ownerOf, type Part, stateOf, valuesOf, wordsOf } from './incoming.js';
import type { Library } from './library.js';
import type { Log } from './log.js';
import type { Metrics, Outcome } from './metrics.js';
import { createRecentAnswers, keyOf, type RecentAnswers } from './recent-answers.js';
import { decodeRemove } from './render/custom-id.js';
import { cutAtWord } from './render/markdown.js';
import { renderNotice } from './render/message.js';
import type { Pictures } from './render/pictures/pictures.js';

/** @param how `pictures: false`: where they could not be shown; `isKept: false`: what was asked is not to be kept for the next */
export type Dispatch = (
  interaction: APIInteraction,
  how?: { pictures?: boolean; isKept?: boolean },
) => Dispatched;

const CHOICE_MAX = 100;

export interface DispatchOptions {
  /** None where they cannot be shown. */
  pictures?: Pictures | undefined;
  /** Is told of every interaction, as the log is. */
  observe?: Metrics['answered'] | undefined;
}

/** A dispatch over `library`; `log` gets one line for each interaction, without what was asked or by whom. */
export function createDispatch(
  library: Library,
  log: Log,
  version: string,
  { pictures, observe }: DispatchOptions = {},
): Dispatch {
  const recent = {
    answers: createRecentAnswers<Kept>(library),
    byKey: createRecentAnswers<Kept>(library),
    lists: createRecentAnswers<Kept>(library),
  };
  return (interaction, { pictures: isShown = true, isKept = true } = {}) => {
    const started = performance.now();
    let named = 'unknown';
    const told = (outcome: Outcome) => {
      const ms = elapsed(started);
      log.info({ command: named, outcome, ms }, 'answered');
      observe?.(named, outcome, ms);
    };
    try {
      named = nameOf(interaction);
      const dispatched = answerTo(interaction, {
        library,
        version,
        recent,
        isKept,
        pictures: isShown ? pictures : undefined,
      });
      told(dispatched.answer ? (dispatched.answer.found ? 'found' : 'not found') : 'done');
      return dispatched;
    } catch (error) {
      // A choice list cannot say anything: an empty one leaves what is being typed alone.
      const autocomplete = interaction?.type === InteractionType.ApplicationCommandAutocomplete;
      if (error instanceof Refusal) {
        told('refused');
        return autocomplete ? { ...choices([]), understood: false } : notice(error.message, library);
      }
      const id = randomUUID().slice(0, 8);
      const ms = elapsed(started);
      log.error({ err: error, command: named, outcome: 'failed', id, ms }, 'a command failed');
      observe?.(named, 'failed', ms);
      const sentence = `Something went wrong on our side, and it was not your input. Try again in a moment; if it happens again, give the maintainers this number: ${id}.`;
      return { ...(autocomplete ? choices([]) : notice(sentence, library)), understood: true };
    }
  };
}

/** What answers are made from. */
interface Program {
  library: Library;
  version: string;
  /** What was answered to what was asked, what each thing that has a key has for an answer, and what was offered. */
  recent: Record<'answers' | 'byKey' | 'lists', RecentAnswers<Kept>>;
  isKept: boolean;
  pictures: Pictures | undefined;
}

function answerTo(interaction: APIInteraction, program: Program): Dispatched {
  switch (interaction.type) {
    case InteractionType.Ping:
      return { ...fresh({ type: InteractionResponseType.Pong }), understood: true };
    case InteractionType.ApplicationCommandAutocomplete: {
      const { name, options = [] } = interaction.data;
      return complete(name, options, program);
    }
    case InteractionType.ApplicationCommand: {
      const { data } = interaction;
      const how: How = { verb: 'ask', page: 1, asker: askerOf(interaction) };
      if (data.type === ApplicationCommandType.ChatInput) {
        return respond({ command: data.name, options: valuesOf(data.options ?? []) }, how, program);
      }
      if (data.type === ApplicationCommandType.Message) {
        const message = wordsOf(data.resolved.messages[data.target_id]);
        return respond({ command: data.name, options: { message } }, how, program);
      }
      break;
    }
    case InteractionType.MessageComponent: {
      const asker = askerOf(interaction);
      const removable = decodeRemove(interaction.data.custom_id);
      if (removable) return removal(removable, asker);
      const state = stateOf(interaction);
      if (!state) {
        throw new Refusal(
          'This button is from another version of Footnote. Use the command again to get a fresh answer.',
        );
      }
      const wasPrivate = ((interaction.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
      const owner = ownerOf(interaction.message as { components?: Part[] });
      return respond(state.call, { ...state, wasPrivate, asker, owner }, program);
    }
  }
  throw new Refusal('Footnote does not know this kind of request. Type / to see its commands.');
}

/** An answer goes as its asker wishes, and nobody else. */
function removal(owner: string, asker: string | undefined): Dispatched {
  if (owner !== asker) throw new Refusal('Only the person who asked for this answer can remove it.');
  return {
    ...fresh({ type: InteractionResponseType.DeferredMessageUpdate }),
    removes: true,
    understood: true,
  };
}

interface How {
  verb: Manner['verb'];
  page: number;
  /** Of the data that a button's answer came from. */
  stamp?: string;
  wasPrivate?: boolean;
  asker: string | undefined;
  /** Whose answer a button replaces. */
  owner?: string | undefined;
}

function respond(
  given: { command: string; options: Readonly<Record<string, unknown>> },
  how: How,
  { library, version, recent, isKept, pictures }: Program,
): Dispatched {
  const { page } = how;
  // Somebody else's answer stays where it is: anyone turns its pages, and what they go on to is their own.
  const isTheirs = how.owner !== undefined && how.owner !== how.asker;
  const verb = how.verb === 'go' && isTheirs ? 'open' : how.verb;
  const replaces = verb === 'turn' || verb === 'go';
  const command = commandNamed(given.command);
  const { options, edition, isPrivate } = parseOptions(command, given.options, library);
  const manner: Manner = {
    verb,
    replaces,
    page,
    isPrivate,
    wasPrivate: replaces && (how.wasPrivate ?? false),
    isChanged: how.stamp !== undefined && how.stamp !== edition.stamp,
    asker: replaces ? how.owner : how.asker,
    pictures,
  };
  // What people write to each other is not kept.
  const mayKeep = command.on !== 'message' && isKept;
  // Whoever asked, and whatever draws the pictures: whether there is one is all that it hangs on.
  const like = Object.values({ ...manner, asker: !!manner.asker, pictures: !!manner.pictures }).join();
  const key = (asked: Call['options']) => keyOf(edition, command.name, like, asked);
  const known = mayKeep && recent.answers.get(key(options));
  if (known) return again(known, manner.asker);

  const answer = command.run(options, { edition, library, version, commands });
  const same = mayKeep && answer.byKey && recent.byKey.get(key(answer.byKey));
  const { dispatched, kept } = same
    ? { dispatched: again(same, manner.asker), kept: same }
    : toSend(answer, { command, options, edition, library, ...manner });
  if (mayKeep && kept) {
    recent.answers.set(key(options), kept);
    // Apart: whatever else is asked leaves it there.
    if (answer.byKey) recent.byKey.set(key(answer.byKey), kept);
  }
  return dispatched;
}

function complete(
  name: string,
  given: readonly APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommandAutocomplete>[],
  { library, recent: { lists } }: Program,
): Dispatched {
  const command = commandNamed(name);
  const focused = given.find((option) => 'focused' in option && option.focused);
  const option = optionsOf(command, library).find((o) => o.name === focused?.name);
  const nothing = () => ({ ...choices([]), understood: true });
  if (!option || !focused) return nothing();
  const values = valuesOf(given);
  const named = clean(values[ASSESSMENT]);
  const edition = named && focused.name !== ASSESSMENT ? editionNamed(named, library) : library.latest;
  // Of no assessment in particular there is nothing to offer.
  if (!edition) return nothing();
  const whole = clean(values[focused.name]) ?? '';
  const longest = option.maxLength ?? CHOICE_MAX;
  const typed = whole.length > longest ? [...whole].slice(0, longest).join('') : whole;
  const key = keyOf(edition, name, option.name, typed);
  const known = lists.get(key);
  if (known) return again(known);
  // Of those that are too many for a list, what has been typed so far.
  const all = option.name === ASSESSMENT ? choicesOf(option, library) : option.choices?.(edition.card);
  const offers = choices(option.autocomplete?.(typed, edition) ?? offered(all ?? [], typed));
  const json = offers.json();
  lists.set(key, { understood: true, written: () => json });
  return { ...offers, json: () => json, understood: true };
}

function choices(all: readonly Choice[]) {
  return fresh({
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: {
      choices: all
        .slice(0, CHOICES_MAX)
        .map(({ name, value }) => ({ name: cutAtWord(name, CHOICE_MAX), value })),
    },
  });
}

/** A calm sentence in place of an answer, for whoever asked alone. */
export function notice(sentence: string, library: Library): Dispatched {
  return {
    ...fresh({
      type: InteractionResponseType.ChannelMessageWithSource,
      data: renderNotice(sentence, library.latest),
    }),
    understood: false,
  };
}

function commandNamed(name: string): Command {
  const command = commands.find((c) => c.name === name);
  if (!command) {
    const named = [...(clean(name) ?? '')].slice(0, 32).join('');
    throw new Refusal(`There is no command /${named} any more. Type / to see the commands.`);
  }
  return command;
}

const elapsed = (since: number) => Math.round((performance.now() - since) * 100) / 100;
