/** What an interaction is answered with: as it is sent to one, and as it is kept for the next. */
import {
  type APICommandAutocompleteInteractionResponseCallbackData,
  InteractionResponseType,
} from 'discord-api-types/v10';
import type { Answer, Call, OutFile } from './answer.js';
import type { Command, Options } from './commands/command.js';
import type { Edition, Library } from './library.js';
import type { Verb } from './render/custom-id.js';
import { type Message, type Rendered, removableBy, renderAnswer } from './render/message.js';
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
  /** Where this was answered before, it is read when it is asked for: spread, this has lost it. */
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

/** The message of an answer to a command or a button. @throws where it is none: choices, or a pong. */
export function messageOf({ response }: Dispatched): Message {
  if ('data' in response && 'components' in response.data) return response.data;
  throw new Error('a command answers with a message');
}

/** An answer without what makes it that of one person. */
export interface Kept extends Omit<Dispatched, 'response' | 'json'> {
  /** @param asker who may remove the message */
  written(asker?: string): Buffer;
}

/** @param response that nobody else gets */
export const fresh = (response: InteractionResponse) => ({ response, json: () => jsonOf(response) });

/** A class, as `RecordHit` in index/search.ts is one: the getter of an object literal would hold on to what it closes over. */
class Written {
  readonly json: () => Buffer;

  constructor(json: () => Buffer) {
    this.json = json;
  }

  /** Few look at more than what is sent. */
  get response(): InteractionResponse {
    return JSON.parse(this.json().toString()) as InteractionResponse;
  }
}

/** As it was sent before. */
export const again = ({ written, ...kept }: Kept, asker?: string): Dispatched =>
  Object.assign(new Written(() => written(asker)), kept);

/** How something is answered, beside what was asked. */
export interface Manner {
  /** `ask` is a command as typed, the others are what a button does. */
  verb: 'ask' | Verb;
  /** It takes the place of the message that the button stands under. */
  replaces: boolean;
  page: number;
  /** What was asked for; undefined: the command's own default holds. */
  isPrivate: boolean | undefined;
  /** Of the message that is replaced. */
  wasPrivate: boolean;
  /** The data are others than those that the button's answer came from. */
  isChanged: boolean;
  /** Who may remove it, where everybody sees it. */
  asker: string | undefined;
  pictures: Pictures | undefined;
}

/** An answer as it is sent; `kept` where it is the same for whoever asks next. */
export function toSend(
  answer: Answer,
  how: Manner & { command: Command; options: Options; edition: Edition; library: Library },
): { dispatched: Dispatched; kept?: Kept } {
  const { command, edition, verb, replaces, page, asker, isChanged } = how;
  // A message is kept in no button; what was found on it is.
  const carried = command.on === 'message' ? answer.again?.options : (answer.byKey ?? how.options);
  const call: Call = { command: command.name, options: { ...carried } };
  // What a button opens is for who pressed it, and may be shared; a slip is for who made it.
  const asked = how.isPrivate ?? (command.privateByDefault || answer.slip || false);
  const isPrivate = verb === 'ask' ? asked : verb === 'open' || how.wasPrivate;
  const isRemovable = !isPrivate && asker !== undefined;
  const render = (picture?: Picture) =>
    renderAnswer(answer, edition, { page, isPrivate, call, replaces, isChanged, picture });
  const sent = (rendered: Rendered): Sent => ({
    message: isRemovable ? removableBy(rendered, asker) : rendered.message,
    files: rendered.files,
  });
  const responseOf = (data: Message): InteractionResponse => ({
    type: replaces ? InteractionResponseType.UpdateMessage : InteractionResponseType.ChannelMessageWithSource,
    data,
  });
  const { ready, later } = pictureOf(answer, how);
  const rendered = render(ready);
  const facts: Omit<Kept, 'written'> = {
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
  if (rendered.files.length === 0 && !later) {
    const kept = { ...facts, written: writtenOnce(responseOf, rendered, isRemovable) };
    return { dispatched: again(kept, asker), kept };
  }
  const { message, files } = sent(rendered);
  return {
    dispatched: {
      ...facts,
      ...fresh(responseOf(message)),
      ...(files.length ? { files } : {}),
      ...(later ? { later: later().then((picture) => picture && sent(render(picture))) } : {}),
    },
  };
}

/** The picture of an answer: if it is drawn already, or else, where its first page was asked for, how to come by it. */
function pictureOf(
  { picture }: Answer,
  {
    page,
    pictures,
    edition,
    library,
  }: Pick<Manner, 'page' | 'pictures'> & { edition: Edition; library: Library },
): { ready?: Picture | undefined; later?: () => Promise<Picture | undefined> } {
  if (!picture || !pictures) return {};
  const { assessment, stamp } = edition;
  const drawable = { assessment, stamp, before: library.before(edition) };
  const ready = pictures.ready(picture.shows, picture.theme, drawable);
  if (ready || page !== 1) return { ready };
  return { later: () => pictures.get(picture.shows, picture.theme, drawable) };
}
