/** What the local page and its server say to each other. Of both: nothing is imported here but types. */
import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import type { InteractionResponse } from '../../dispatched.js';
import type { Message } from '../../render/message.js';

/** Where the page gets what it needs. */
export const ROUTES = {
  commands: '/playground/commands',
  /** Takes an interaction as Discord would send it; answers in lines of JSON, each a `Said`. */
  interactions: '/playground/interactions',
  /** Whether the server is there. */
  alive: '/playground/alive',
} as const;

/** What a permalink stands for, in the page's own head: a `Call` as JSON; empty where the address is of nothing. */
export const CALL = 'footnote:call';

export interface WireFile {
  name: string;
  /** A media type. */
  type: string;
  base64: string;
}

export interface Answered {
  response: InteractionResponse;
  files: WireFile[];
  /** The message that the button stands under is to be removed. */
  removes: boolean;
  /** What Discord would refuse in it; none where it is good. */
  refused: string[];
  /** The path of what is answered, where that is one record. */
  link?: string;
}

/** What takes the place of the message, once its picture is drawn. */
export interface Later {
  message: Message;
  files: WireFile[];
  refused: string[];
}

export type Said = { now: Answered } | { later: Later };

/** As much of a declared command as the page looks at. */
export interface DeclaredCommand {
  name: string;
  description: string;
  options: DeclaredOption[];
}

export interface DeclaredOption {
  name: string;
  description: string;
  /** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type */
  type: number;
  required: boolean;
  autocomplete: boolean;
  choices: APIApplicationCommandOptionChoice<string>[];
}

export interface Declared {
  commands: DeclaredCommand[];
  /** The commands in the menu of a message. */
  onMessage: string[];
}
