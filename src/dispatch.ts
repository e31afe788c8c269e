/**
 * Interaction JSON in, response JSON out: what every adapter calls. This is the error boundary: nothing is thrown, an
 * expected error is a calm private sentence, an unexpected one an id for the user and the stack in the log.
 */
import { randomUUID } from 'node:crypto';
import {
  type APIApplicationCommandInteractionDataOption,
  type APICommandAutocompleteInteractionResponseCallbackData,
  type APIInteraction,
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { type Answer, ASSESSMENT, type Call, type OutFile } from './answer.js';
import { CHOICES_MAX, type Choice, type Command, Refusal } from './commands/command.js';
import { clean, editionNamed, offered, parseOptions } from './commands/parse.js';
import { choicesOf, commands, optionsOf } from './commands/registry.js';
import { askerOf, nameOf, ownerOf, type Part, stateOf, valuesOf, wordsOf } from './incoming.js';
import type { Library } from './library.js';
import type { Log } from './log.js';
import type { Metrics, Outcome } from './metrics.js';
import { createRecentAnswers, type RecentAnswers } from './recent-answers.js';
import { decodeRemove, type Verb } from './render/custom-id.js';
import { cutAtWord } from './render/markdown.js';
import { type Message, removableBy, renderAnswer, renderNotice } from './render/message.js';
import type { Picture, Pictures } from './render/pictures/pictures.js';

export type InteractionResponse =
  | { type: InteractionResponseType.Pong }
  | { type: InteractionResponseType.DeferredMessageUpdate }
  | {
      type: InteractionResponseType.ChannelMessageWithSource | InteractionResponseType.UpdateMessage;
      data: Message;
    }
  | {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult;
      data: APICommandAutocompleteInteractionResponseCallbackData;
    };

/** A message with the files that are sent with it, in the order of its attachments. */
export interface Sent {
  message: Message;
  files: readonly OutFile[];
}

export interface Dispatched {
  response: InteractionResponse;
  /** To be sent with the message, in the order of its attachments. */
  files?: readonly OutFile[];
  /**
   * What is to take the place of the message once the answer's picture is drawn: the answer does not wait for it. Nothing
   * where it cannot be drawn.
   */
  later?: Promise<Sent | undefined>;
  /** The message that the button stands under is to be removed once this is answered. */
  removes?: boolean;
  /** The command that answered, also for a button. */
  command?: string;
  /** What was answered; absent for autocomplete and where there was no answer. */
  answer?: Pick<Answer, 'found'> & {
    evidence: { assessment: string; kind: string; id: string }[];
    sources: number[];
  };
  /** Whether what was asked could be understood: a known command with usable options. */
  understood: boolean;
}

/** @param how `pictures: false`: where they could not be shown; `isKept: false`: what was asked is not to be kept for the next */
export type Dispatch = (
  interaction: APIInteraction,
  how?: { pictures?: boolean; isKept?: boolean },
) => Dispatched;

/** The message of an answer to a command or a button. @throws where it is none: choices, or a pong. */
export function messageOf({ response }: Dispatched): Message {
  if ('data' in response && 'components' in response.data) return response.data;
  throw new Error('a command answers with a message');
}

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
  const recent = createRecentAnswers<InteractionResponse>(library);
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
        return autocomplete ? { response: choices([]), understood: false } : notice(error.message, library);
      }
      const id = randomUUID().slice(0, 8);
      const ms = elapsed(started);
      log.error({ err: error, command: named, outcome: 'failed', id, ms }, 'a command failed');
      observe?.(named, 'failed', ms);
      const sentence = `Something went wrong on our side, and it was not your input. Try again in a moment; if it happens again, give the maintainers this number: ${id}.`;
      return { response: autocomplete ? choices([]) : notice(sentence, library).response, understood: true };
    }
  };
}

/** What answers are made from. */
interface Program {
  library: Library;
  version: string;
  recent: RecentAnswers<InteractionResponse>;
  isKept: boolean;
  pictures: Pictures | undefined;
}

function answerTo(interaction: APIInteraction, program: Program): Dispatched {
  switch (interaction.type) {
    case InteractionType.Ping:
      return { response: { type: InteractionResponseType.Pong }, understood: true };
    case InteractionType.ApplicationCommandAutocomplete: {
      const { name, options = [] } = interaction.data;
      return { response: complete(name, options, program), understood: true };
    }
    case InteractionType.ApplicationCommand: {
      const { data } = interaction;
      const how: How = { ...program, verb: 'ask', page: 1, asker: askerOf(interaction) };
      if (data.type === ApplicationCommandType.ChatInput) {
        return respond({ command: data.name, options: valuesOf(data.options ?? []) }, how);
      }
      if (data.type === ApplicationCommandType.Message) {
        const message = wordsOf(data.resolved.messages[data.target_id]);
        return respond({ command: data.name, options: { message } }, how);
      }
      break;
    }
    case InteractionType.MessageComponent: {
      const asker = askerOf(interaction);
      const owner = decodeRemove(interaction.data.custom_id);
      if (owner) return removal(owner, asker);
      const state = stateOf(interaction);
      if (!state) {
        throw new Refusal(
          'This button is from another version of Footnote. Use the command again to get a fresh answer.',
        );
      }
      const wasPrivate = ((interaction.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
      return respond(state.call, {
        ...program,
        ...state,
        wasPrivate,
        asker,
        owner: ownerOf(interaction.message as { components?: Part[] }),
      });
    }
  }
  throw new Refusal('Footnote does not know this kind of request. Type / to see its commands.');
}

/** An answer goes as its asker wishes, and nobody else. */
function removal(owner: string, asker: string | undefined): Dispatched {
  if (owner !== asker) throw new Refusal('Only the person who asked for this answer can remove it.');
  return {
    response: { type: InteractionResponseType.DeferredMessageUpdate },
    removes: true,
    understood: true,
  };
}

interface How extends Program {
  /** `ask` is a command as typed, the others are what a button does. */
  verb: 'ask' | Verb;
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
): Dispatched {
  const { library, version, page, recent } = how;
  // Somebody else's answer stays where it is: anyone turns its pages, and what they go on to is their own.
  const isTheirs = how.owner !== undefined && how.owner !== how.asker;
  const verb = how.verb === 'go' && isTheirs ? 'open' : how.verb;
  const isReplaced = verb === 'turn' || verb === 'go';
  const command = commandNamed(given.command);
  const { options, edition, isPrivate: chosen } = parseOptions(command, given.options, library);
  // What people write to each other is not kept.
  const known =
    command.on === 'message' || !how.isKept
      ? undefined
      : recent.answer(command.name, options, edition, () =>
          command.run(options, { edition, library, version, commands }),
        );
  const answer = known?.answer ?? command.run(options, { edition, library, version, commands });
  // A message is kept in no button; what was found on it is.
  const kept = command.on === 'message' ? answer.again?.options : options;
  const call: Call = { command: command.name, options: { ...kept } };
  // What a button opens is for who pressed it, and may be shared; a slip is for who made it.
  const asked = chosen ?? (command.privateByDefault || answer.slip || false);
  const isPrivate = verb === 'ask' ? asked : verb === 'open' || (isReplaced && (how.wasPrivate ?? false));
  const { picture: wanted } = answer;
  const isChanged = how.stamp !== undefined && how.stamp !== edition.stamp;
  const asker = isReplaced ? how.owner : how.asker;
  const render = (picture?: Picture) => {
    const how = { page, isPrivate, call, replaces: isReplaced, isChanged, picture };
    const rendered =
      known && !picture
        ? known.rendered(how, () => renderAnswer(answer, edition, how))
        : renderAnswer(answer, edition, how);
    return isPrivate || !asker ? rendered : { ...rendered, message: removableBy(rendered, asker) };
  };
  const { assessment, stamp } = edition;
  const drawable = wanted && how.pictures && { assessment, stamp, before: library.before(edition) };
  const ready = drawable && how.pictures?.ready(wanted.shows, wanted.theme, drawable);
  const { message, files, sources } = render(ready);
  const drawn = drawable && page === 1 && !ready && how.pictures?.get(wanted.shows, wanted.theme, drawable);
  return {
    response: {
      type: isReplaced
        ? InteractionResponseType.UpdateMessage
        : InteractionResponseType.ChannelMessageWithSource,
      data: message,
    },
    ...(files.length ? { files } : {}),
    command: command.name,
    ...(drawn ? { later: drawn.then((picture) => picture && render(picture)) } : {}),
    answer: {
      found: answer.found,
      evidence: answer.evidence.map((e) => ({ assessment: answer.assessment, ...e })),
      sources,
    },
    understood: true,
  };
}

function complete(
  name: string,
  given: readonly APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommandAutocomplete>[],
  { library, recent }: Program,
): InteractionResponse {
  const command = commandNamed(name);
  const focused = given.find((option) => 'focused' in option && option.focused);
  const option = optionsOf(command, library).find((o) => o.name === focused?.name);
  if (!option || !focused) return choices([]);
  const values = valuesOf(given);
  const named = clean(values[ASSESSMENT]);
  const edition = named && focused.name !== ASSESSMENT ? editionNamed(named, library) : library.latest;
  // Of no assessment in particular there is nothing to offer.
  if (!edition) return choices([]);
  const whole = clean(values[focused.name]) ?? '';
  const typed = [...whole].slice(0, option.maxLength ?? CHOICE_MAX).join('');
  return recent.choices(name, option.name, typed, edition, () => {
    if (option.autocomplete) return choices(option.autocomplete(typed, edition));
    // Of those that are too many for a list, what has been typed so far.
    const all = option.name === ASSESSMENT ? choicesOf(option, library) : option.choices?.(edition.card);
    return choices(offered(all ?? [], typed));
  });
}

function choices(all: readonly Choice[]): InteractionResponse {
  return {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: {
      choices: all
        .slice(0, CHOICES_MAX)
        .map(({ name, value }) => ({ name: cutAtWord(name, CHOICE_MAX), value })),
    },
  };
}

/** A calm sentence in place of an answer, for whoever asked alone. */
export function notice(sentence: string, library: Library): Dispatched {
  return {
    response: {
      type: InteractionResponseType.ChannelMessageWithSource,
      data: renderNotice(sentence, library.latest),
    },
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
