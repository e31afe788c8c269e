/** The lines of the terminal: what one types in Discord, as the interaction that Discord would send. */
import {
  type APIInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
} from 'discord-api-types/v10';
import { Refusal } from '../../commands/command.js';
import { clean } from '../../commands/parse.js';
import { commands, optionsOf } from '../../commands/registry.js';
import type { Library } from '../../library.js';
import { cutAtWord } from '../../render/markdown.js';

export interface Line {
  command: string;
  options: Record<string, string>;
}

/**
 * Reads `/command option:value option:value`; a value runs to the next ` option:` of that command or to the end. Text
 * in front of the first option is the value of the command's first option. A line without a slash is `/ask`.
 * @throws Refusal where there is no such command or option
 */
export function readLine(line: string, library: Library): Line {
  const text = clean(line) ?? '';
  if (!text.startsWith('/')) return { command: 'ask', options: { question: text } };
  const [, name = '', rest = ''] = /^\/(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
  const command = commands.find((c) => c.name === name.toLowerCase());
  if (!command) {
    throw new Refusal(
      `There is no command /${cutAtWord(name, 32)}. There are ${commands.map((c) => `/${c.name}`).join(', ')}.`,
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

/** The interaction that Discord would send for a line; `focused` makes it the request for that option's choices. */
export function interactionOf({ command, options }: Line, focused?: string): APIInteraction {
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
