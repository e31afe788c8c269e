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
import { type Message, type Rendered, removableBy, renderAnswer, renderNotice } from './render/message.js';
import type { Picture, Pictures } from './render/pictures/pictures.js';
import { jsonOf, writtenOnce } from './render/written.js';

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
  readonly response: InteractionResponse;
  /** The response as it is sent. */
  json(): Buffer;
  /** The response takes the place of the message that the button stands under. */
  replaces?: boolean;
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
  const [answers, lists] = [createRecentAnswers<Kept>(library), createRecentAnswers<Kept>(library)];
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
        answers,
        lists,
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

/** An answer without what makes it that of one person. */
interface Kept extends Omit<Dispatched, 'response' | 'json'> {
  /** @param asker who may remove the message */
  written(asker?: string): Buffer;
}

const fresh = (response: InteractionResponse) => ({ response, json: () => jsonOf(response) });

/** As it was sent before; few look at more than that. */
function again({ written, ...kept }: Kept, asker?: string): Dispatched {
  const json = () => written(asker);
  return {
    ...kept,
    json,
    get response() {
      return JSON.parse(json().toString()) as InteractionResponse;
    },
  };
}

/** What answers are made from. */
interface Program {
  library: Library;
  version: string;
  answers: RecentAnswers<Kept>;
  lists: RecentAnswers<Kept>;
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
    ...fresh({ type: InteractionResponseType.DeferredMessageUpdate }),
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
  const { library, version, page, answers } = how;
  // Somebody else's answer stays where it is: anyone turns its pages, and what they go on to is their own.
  const isTheirs = how.owner !== undefined && how.owner !== how.asker;
  const verb = how.verb === 'go' && isTheirs ? 'open' : how.verb;
  const replaces = verb === 'turn' || verb === 'go';
  const command = commandNamed(given.command);
  const { options, edition, isPrivate: chosen } = parseOptions(command, given.options, library);
  const asker = replaces ? how.owner : how.asker;
  const wasPrivate = replaces && (how.wasPrivate ?? false);
  const isChanged = how.stamp !== undefined && how.stamp !== edition.stamp;
  const manner = [verb, page, chosen, wasPrivate, isChanged, asker !== undefined].join();
  const keyOf = (call: Call) => answers.keyOf(edition, call.command, call.options, manner);
  // What people write to each other is not kept.
  const mayKeep = command.on !== 'message' && how.isKept;
  const typed = keyOf({ command: command.name, options });
  const known = mayKeep && answers.get(typed);
  if (known) return again(known, asker);

  const answer = command.run(options, { edition, library, version, commands });
  const keyed = mayKeep && answer.byKey && answers.get(keyOf(answer.byKey));
  if (keyed) {
    answers.set(typed, keyed);
    return again(keyed, asker);
  }
  // A message is kept in no button; what was found on it is.
  const carried = command.on === 'message' ? answer.again?.options : options;
  const call = answer.byKey ?? { command: command.name, options: { ...carried } };
  // What a button opens is for who pressed it, and may be shared; a slip is for who made it.
  const asked = chosen ?? (command.privateByDefault || answer.slip || false);
  const isPrivate = verb === 'ask' ? asked : verb === 'open' || wasPrivate;
  const isRemovable = !isPrivate && asker !== undefined;
  const { assessment, stamp } = edition;
  const { picture: wanted } = answer;
  const drawable = wanted && how.pictures && { assessment, stamp, before: library.before(edition) };
  const ready = drawable && how.pictures?.ready(wanted.shows, wanted.theme, drawable);
  const render = (picture?: Picture) =>
    renderAnswer(answer, edition, { page, isPrivate, call, replaces, isChanged, picture });
  const sent = (rendered: Rendered): Sent => ({
    message: isRemovable ? removableBy(rendered, asker) : rendered.message,
    files: rendered.files,
  });
  const rendered = render(ready);
  const { message, files } = sent(rendered);
  const drawn = drawable && page === 1 && !ready && how.pictures?.get(wanted.shows, wanted.theme, drawable);
  const responseOf = (data: Message): InteractionResponse => ({
    type: replaces ? InteractionResponseType.UpdateMessage : InteractionResponseType.ChannelMessageWithSource,
    data,
  });
  const told: Omit<Kept, 'written'> = {
    replaces,
    command: command.name,
    answer: {
      found: answer.found,
      evidence: answer.evidence.map((e) => ({ assessment: answer.assessment, ...e })),
      sources: rendered.sources,
    },
    understood: true,
  };
  // Files are large, and seldom wanted twice; a picture may be there by the next time.
  if (mayKeep && !files.length && !wanted) {
    const written = writtenOnce(responseOf, rendered, isRemovable);
    const kept: Kept = { ...told, written };
    answers.set(typed, kept);
    if (answer.byKey) answers.set(keyOf(answer.byKey), kept);
    return { ...told, response: responseOf(message), json: () => written(asker) };
  }
  return {
    ...told,
    ...fresh(responseOf(message)),
    ...(files.length ? { files } : {}),
    ...(drawn ? { later: drawn.then((picture) => picture && sent(render(picture))) } : {}),
  };
}

function complete(
  name: string,
  given: readonly APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommandAutocomplete>[],
  { library, lists }: Program,
): Dispatched {
  const command = commandNamed(name);
  const focused = given.find((option) => 'focused' in option && option.focused);
  const option = optionsOf(command, library).find((o) => o.name === focused?.name);
  const nothing = { ...choices([]), understood: true };
  if (!option || !focused) return nothing;
  const values = valuesOf(given);
  const named = clean(values[ASSESSMENT]);
  const edition = named && focused.name !== ASSESSMENT ? editionNamed(named, library) : library.latest;
  // Of no assessment in particular there is nothing to offer.
  if (!edition) return nothing;
  const whole = clean(values[focused.name]) ?? '';
  const typed = [...whole].slice(0, option.maxLength ?? CHOICE_MAX).join('');
  const key = lists.keyOf(edition, name, option.name, typed);
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
