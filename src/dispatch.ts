/**
 * Interaction JSON in, response JSON out: what every adapter calls. This is the error boundary: nothing is thrown, an
 * expected error is a calm private sentence, an unexpected one an id for the user and the stack in the log.
 */
import { randomUUID } from 'node:crypto';
import {
  type APIApplicationCommandInteractionDataOption,
  type APICommandAutocompleteInteractionResponseCallbackData,
  type APIEmbed,
  type APIInteraction,
  type APIMessage,
  type ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Answer, Call } from './answer.js';
import { ASSESSMENT, type Choice, type Command, MESSAGE_MAX, Refusal } from './commands/command.js';
import { clean, parseOptions } from './commands/parse.js';
import { commands, optionsOf } from './commands/registry.js';
import type { Library } from './library.js';
import type { Log } from './log.js';
import { decodeState } from './render/custom-id.js';
import { cutAtWord } from './render/markdown.js';
import { type Message, renderAnswer, renderNotice } from './render/message.js';

export type InteractionResponse =
  | { type: InteractionResponseType.Pong }
  | {
      type: InteractionResponseType.ChannelMessageWithSource | InteractionResponseType.UpdateMessage;
      data: Message;
    }
  | {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult;
      data: APICommandAutocompleteInteractionResponseCallbackData;
    };

export interface Dispatched {
  response: InteractionResponse;
  /** What was answered; absent for autocomplete and where there was no answer. */
  answer?: Pick<Answer, 'found'> & {
    evidence: { assessment: string; kind: string; id: string }[];
    sources: number[];
  };
  /** Whether what was asked could be understood: a known command with usable options. */
  understood: boolean;
}

export type Dispatch = (interaction: APIInteraction) => Dispatched;

/** The message of an answer to a command or a button. @throws where it is none: choices, or a pong. */
export function messageOf({ response }: Dispatched): Message {
  if ('data' in response && 'components' in response.data) return response.data;
  throw new Error('a command answers with a message');
}

const CHOICES_MAX = 25;
const CHOICE_MAX = 100;

/** A dispatch over `library`; `log` gets one line for each interaction, without what was asked or by whom. */
export function createDispatch(library: Library, log: Log, version: string): Dispatch {
  return (interaction) => {
    const started = performance.now();
    let named = 'unknown';
    try {
      named = nameOf(interaction);
      const dispatched = answerTo(interaction, library, version);
      const outcome = dispatched.answer ? (dispatched.answer.found ? 'found' : 'not found') : 'done';
      log.info({ command: named, outcome, ms: elapsed(started) }, 'answered');
      return dispatched;
    } catch (error) {
      // A choice list cannot say anything: an empty one leaves what is being typed alone.
      const autocomplete = interaction?.type === InteractionType.ApplicationCommandAutocomplete;
      if (error instanceof Refusal) {
        log.info({ command: named, outcome: 'refused', ms: elapsed(started) }, 'answered');
        return { response: autocomplete ? choices([]) : notice(error.message, library), understood: false };
      }
      const id = randomUUID().slice(0, 8);
      log.error(
        { err: error, command: named, outcome: 'failed', id, ms: elapsed(started) },
        'a command failed',
      );
      const sentence = `Something went wrong on our side, and it was not your input. Try again in a moment; if it happens again, give the maintainers this number: ${id}.`;
      return { response: autocomplete ? choices([]) : notice(sentence, library), understood: true };
    }
  };
}

function answerTo(interaction: APIInteraction, library: Library, version: string): Dispatched {
  switch (interaction.type) {
    case InteractionType.Ping:
      return { response: { type: InteractionResponseType.Pong }, understood: true };
    case InteractionType.ApplicationCommandAutocomplete: {
      const { name, options = [] } = interaction.data;
      return { response: choices(complete(name, options, library)), understood: true };
    }
    case InteractionType.ApplicationCommand: {
      const { data } = interaction;
      const how: How = { verb: 'ask', page: 1, library, version };
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
      if (interaction.data.component_type !== ComponentType.Button) break;
      const state = decodeState(interaction.data.custom_id);
      if (!state) {
        throw new Refusal(
          'This button is from another version of Footnote. Use the command again to get a fresh answer.',
        );
      }
      const wasPrivate = ((interaction.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
      return respond(state.call, { verb: state.verb, page: state.page, wasPrivate, library, version });
    }
  }
  throw new Refusal('Footnote does not know this kind of request. Type / to see its commands.');
}

interface How {
  /** `ask` is a command as typed, the others are what a button does. */
  verb: 'ask' | 'turn' | 'open' | 'share';
  page: number;
  wasPrivate?: boolean;
  library: Library;
  version: string;
}

function respond(
  given: { command: string; options: Readonly<Record<string, unknown>> },
  how: How,
): Dispatched {
  const { library, version, page, verb } = how;
  const command = commandNamed(given.command);
  const { options, edition, isPrivate: chosen } = parseOptions(command, given.options, library);
  const answer = inEdition(
    command.run(options, { edition, library, version, commands }),
    edition.assessment.id,
  );
  // A message is kept in no button; what was found on it is.
  const kept = command.on === 'message' ? answer.again?.options : options;
  const call: Call = { command: command.name, options: { ...kept, [ASSESSMENT]: edition.assessment.id } };
  // What a button opens stays as private as the message that it stands under; a slip is for who made it.
  const asked = chosen ?? (command.privateByDefault || answer.slip || false);
  const isPrivate = verb === 'share' ? false : verb === 'ask' ? asked : (how.wasPrivate ?? false);
  const { message, sources } = renderAnswer(answer, edition, {
    page,
    isPrivate,
    call,
    replaces: verb === 'turn',
  });
  return {
    response: {
      type:
        verb === 'turn'
          ? InteractionResponseType.UpdateMessage
          : InteractionResponseType.ChannelMessageWithSource,
      data: message,
    },
    answer: {
      found: answer.found,
      evidence: answer.evidence.map((e) => ({ assessment: answer.assessment, ...e })),
      sources,
    },
    understood: true,
  };
}

/** The buttons of an answer lead on in the edition that it comes from, whatever is loaded when they are pressed. */
function inEdition(answer: Answer, assessment: string): Answer {
  const within = (call: Call): Call => ({ ...call, options: { [ASSESSMENT]: assessment, ...call.options } });
  return {
    ...answer,
    actions: answer.actions.map((action) =>
      action.do === 'link' ? action : { ...action, call: within(action.call) },
    ),
    ...(answer.again ? { again: within(answer.again) } : {}),
  };
}

function complete(
  name: string,
  given: readonly APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommandAutocomplete>[],
  library: Library,
): Choice[] {
  const command = commandNamed(name);
  const focused = given.find((option) => 'focused' in option && option.focused);
  const option = optionsOf(command, library).find((o) => o.name === focused?.name);
  if (!option?.autocomplete || !focused) return [];
  const values = valuesOf(given);
  const edition = library.edition(String(values[ASSESSMENT] ?? '')) ?? library.latest;
  const typed = clean(values[focused.name]) ?? '';
  return option.autocomplete([...typed].slice(0, option.maxLength ?? CHOICE_MAX).join(''), edition);
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

function notice(sentence: string, library: Library): InteractionResponse {
  return {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: renderNotice(sentence, library.latest),
  };
}

function commandNamed(name: string): Command {
  const command = commands.find((c) => c.name === name);
  if (!command)
    throw new Refusal(
      `There is no command /${String(name).slice(0, 32)} any more. Type / to see the commands.`,
    );
  return command;
}

/** What a message says, or the one that it forwards: its text, and where it has none, that of its embeds. */
function wordsOf(message: APIMessage | undefined): string {
  const { content, embeds = [] } = message?.message_snapshots?.[0]?.message ?? message ?? {};
  return [...(content || embeds.map(wordsOfEmbed).join('\n'))].slice(0, MESSAGE_MAX).join('');
}

function wordsOfEmbed({ title, description, fields = [] }: APIEmbed): string {
  return [title, description, ...fields.flatMap(({ name, value }) => [name, value])]
    .filter(Boolean)
    .join('\n');
}

function valuesOf(
  options: readonly { name: string; type: ApplicationCommandOptionType }[],
): Record<string, unknown> {
  return Object.fromEntries(
    options.map((option) => [option.name, 'value' in option ? option.value : undefined]),
  );
}

function nameOf(interaction: APIInteraction): string {
  if (interaction.type === InteractionType.Ping) return 'ping';
  if (interaction.type === InteractionType.MessageComponent) {
    const command = decodeState(interaction.data.custom_id)?.call.command;
    return command ? `${command} button` : 'unknown button';
  }
  const { data } = interaction;
  const known = data && 'name' in data && commands.some((c) => c.name === data.name) ? data.name : 'unknown';
  return interaction.type === InteractionType.ApplicationCommandAutocomplete
    ? `${known} autocomplete`
    : known;
}

const elapsed = (since: number) => Math.round((performance.now() - since) * 100) / 100;
