/** What a user can do, turned into the interaction that Discord makes of it. Mistakes of the test are thrown. */

import { type JsonObject, list } from '../../src/adapters/playground/discord/json.js';
import { EPHEMERAL, type InteractionKind } from '../../src/adapters/playground/discord/validate.js';
import { createMessage, findComponent, type StoredMessage, selectable } from './message.js';
import { declarationOf, type OptionValues, typedOptions } from './options.js';
import { type Guild, makeUser, type Place, type Setting, settle } from './payload.js';
import type { CommandRegistry, RegisteredCommand } from './registry.js';

/** An interaction before it is sent. */
export interface Ask {
  kind: InteractionKind;
  /** What to call it in messages, e.g. "/votes". */
  name: string;
  setting: Setting;
  /** The type of the interaction. */
  type: number;
  data: JsonObject;
  /** The message whose component is used. */
  target?: StoredMessage;
  optionType?: number;
}

/** What the actions need to know: the commands and the servers. */
export interface Here {
  registry: CommandRegistry;
  guilds: Guild[];
  /** Whether the values of options are held against their declarations. */
  checks: boolean;
}

export function askCommand(here: Here, name: string, values: OptionValues, place: Place): Ask {
  const { command, path, setting } = invoke(here, name, 1, place);
  const options = typedOptions(command.options ?? [], path, values, { checks: here.checks });
  const data = { ...commandData(command), ...(options.length > 0 ? { options } : {}) };
  return { kind: 'command', name: `/${name}`, setting, type: 2, data };
}

export function askAutocomplete(
  here: Here,
  name: string,
  values: OptionValues,
  focused: string,
  place: Place,
): Ask {
  const { command, path, setting } = invoke(here, name, 1, place);
  const declared = command.options ?? [];
  const { checks } = here;
  const typed = focused in values ? values : { ...values, [focused]: '' };
  return {
    kind: 'autocomplete',
    name: `/${name} ${focused}:`,
    setting,
    type: 4,
    data: { ...commandData(command), options: typedOptions(declared, path, typed, { focused, checks }) },
    optionType: Number(declarationOf(declared, path, focused)?.type),
  };
}

export function askMessageCommand(
  here: Here,
  name: string,
  message: string | StoredMessage,
  place: Place,
): Ask {
  const { command, setting } = invoke(here, name, 3, place);
  const target = typeof message === 'string' ? userMessage(message, setting) : message;
  const resolved = { messages: { [target.id]: target } };
  const data = { ...commandData(command), target_id: target.id, resolved };
  return { kind: 'command', name, setting, type: 2, data };
}

/** A click on a button, or a choice from a select, of a message as it is now. */
export function askClick(
  message: StoredMessage,
  before: Setting,
  customId: string,
  how: { values?: string[]; user?: Place['user']; locale?: string },
): Ask {
  const component = findComponent(message, customId);
  if (!component) throw new Error(`the message has no component with the custom_id ${customId}`);
  if (component.disabled) throw new Error(`the component ${customId} is disabled`);
  const user = how.user ? makeUser(how.user) : before.user;
  if (message.flags & EPHEMERAL && user.id !== before.user.id) {
    throw new Error('only the user who asked sees this message');
  }
  const values = how.values ?? [];
  const offered = component.type === 3 ? selectable(component) : values;
  const unknown = values.filter((value) => !offered.includes(value));
  if (unknown.length > 0) throw new Error(`the select does not offer ${unknown.join(', ')}`);
  return {
    kind: 'component',
    name: `click on ${customId}`,
    setting: { ...before, user, locale: how.locale ?? before.locale },
    type: 3,
    data: {
      id: component.id,
      custom_id: customId,
      component_type: component.type,
      ...(component.type === 2 ? {} : { values }),
    },
    target: message,
  };
}

/** A message that a person wrote. */
export function userMessage(content: string, setting: Setting): StoredMessage {
  return createMessage({ channelId: setting.channelId, author: setting.user, type: 0 }, { content }, []);
}

/** Finds the command, and refuses it where Discord would not show it. */
function invoke(
  { registry, guilds }: Here,
  name: string,
  type: number,
  place: Place,
): { command: RegisteredCommand; path: string[]; setting: Setting } {
  const setting = settle(place, guilds);
  // Names of slash commands have no spaces, so what follows one is a subcommand.
  const [root = '', ...path] = type === 1 ? name.split(' ') : [name];
  const command = registry.find(root, type, setting.guildId);
  if (!command) throw new Error(`no command ${root} is registered`);
  const contexts = list(command.contexts);
  if (contexts.length > 0 && !contexts.includes(setting.context)) {
    throw new Error(`${name} cannot be used in this context`);
  }
  const types = list(command.integration_types);
  if (setting.context === 2 && !types.includes(1)) throw new Error(`${name} cannot be installed to a user`);
  if (types.length > 0 && !types.includes(0)) setting.owners = { 1: setting.user.id };
  return { command, path, setting };
}

function commandData(command: RegisteredCommand): JsonObject {
  const { id, name, type, guild_id } = command;
  return { id, name, type, ...(guild_id ? { guild_id } : {}) };
}
