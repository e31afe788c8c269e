/** The interactions that Discord would send, where there is no Discord. */
import {
  type APIInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Call } from './answer.js';
import { commands } from './commands/registry.js';

/** The interaction that Discord would send for a command; `focused` makes it the request for that option's choices. */
export function interactionOf({ command, options }: Call, focused?: string): APIInteraction {
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
