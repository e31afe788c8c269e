/** The lines of the terminal: what one types in Discord, as the interaction that Discord would send. */
import {
  type APIInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
} from 'discord-api-types/v10';
import { Refusal } from '../../commands/command.js';
import { clean } from '../../commands/parse.js';
import { commands, optionsOf, slashCommands } from '../../commands/registry.js';
import type { Library } from '../../library.js';
import { cutAtWord } from '../../render/markdown.js';

export interface Line {
  command: string;
  options: Record<string, string>;
}

/**
 * Reads `/command option:value option:value`; a value runs to the next ` option:` of that command or to the end. Text
 * in front of the first option is the value of the command's first option. A line without a slash is `/ask`, or where it
 * begins as `Find sources: text` that command on a message of that text.
 * @throws Refusal where there is no such command or option
 */
export function readLine(line: string, library: Library): Line {
  const text = clean(line) ?? '';
  if (!text.startsWith('/')) return readMessage(text) ?? { command: 'ask', options: { question: text } };
  const [, name = '', rest = ''] = /^\/(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
  const command = slashCommands.find((c) => c.name === name.toLowerCase());
  if (!command) {
    throw new Refusal(
      `There is no command /${cutAtWord(name, 32)}. There are ${slashCommands.map((c) => `/${c.name}`).join(', ')}.`,
    );
  }
  const names = optionsOf(command, library).map((option) => option.name);
  const options: Record<string, string> = {};
  const starts = [...rest.matchAll(new RegExp(`(?:^|\\s)(${names.join('|')}):`, 'gi'))];
  const before = rest.slice(0, starts[0]?.index ?? rest.length).trim();
  if (before) {
    const [, unknown] = /^([\p{L}_-]+):/u.exec(before) ?? [];
    const first = command.options[0];
    if (unknown || !first) {
      const offered = `/${command.name} takes ${names.map((n) => `${n}:`).join(' ')}`;
      throw new Refusal(
        unknown ? `/${command.name} has no option ${cutAtWord(unknown, 32)}. ${offered}.` : `${offered}.`,
      );
    }
    options[first.name] = before;
  }
  starts.forEach((start, i) => {
    const value = rest.slice(start.index + start[0].length, starts[i + 1]?.index ?? rest.length);
    options[(start[1] as string).toLowerCase()] = value.trim();
  });
  return { command: command.name, options };
}

/** A command on a message: its name, a colon and the message. */
function readMessage(text: string): Line | undefined {
  const isIt = (name: string) => text.toLowerCase().startsWith(`${name.toLowerCase()}:`);
  const command = commands.find(({ on, name }) => on === 'message' && isIt(name));
  return command && { command: command.name, options: { message: text.slice(command.name.length + 1) } };
}

/** The interaction that Discord would send for a line; `focused` makes it the request for that option's choices. */
export function interactionOf({ command, options }: Line, focused?: string): APIInteraction {
  if (!focused && commands.some(({ on, name }) => on === 'message' && name === command)) {
    return messageInteraction(command, options.message ?? '');
  }
  return {
    ...ENVELOPE,
    type: focused ? InteractionType.ApplicationCommandAutocomplete : InteractionType.ApplicationCommand,
    data: {
      id: '0',
      name: command,
      type: ApplicationCommandType.ChatInput,
      options: Object.entries(options).map(([name, value]) => ({
        name,
        type: ApplicationCommandOptionType.String,
        value,
        ...(name === focused ? { focused: true } : {}),
      })),
    },
  } as unknown as APIInteraction;
}

function messageInteraction(name: string, content: string): APIInteraction {
  const resolved = { messages: { 1: { id: '1', content, embeds: [] } } };
  return {
    ...ENVELOPE,
    type: InteractionType.ApplicationCommand,
    data: { id: '0', name, type: ApplicationCommandType.Message, target_id: '1', resolved },
  } as unknown as APIInteraction;
}

/** The interaction that Discord would send for a press of the button `customId` under a message with `flags`. */
export function pressOf(customId: string, flags: number): APIInteraction {
  return {
    ...ENVELOPE,
    type: InteractionType.MessageComponent,
    data: { custom_id: customId, component_type: 2 },
    message: { flags },
  } as unknown as APIInteraction;
}

/** What dispatch never looks at: there is no Discord here. */
const ENVELOPE = { id: '0', application_id: '0', token: '', version: 1, locale: 'en-GB' };
