/** Registration of the commands with Discord, only where they differ from what is registered. */

import { type REST, Routes } from 'discord.js';
import {
  type APIApplicationCommandOption,
  type APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Command, Option } from '../../commands/command.js';
import { commands, optionsOf, PRIVATE } from '../../commands/registry.js';
import { localised, localisedChoice, localisedPrivate } from '../../commands/translations.js';
import type { Library } from '../../library.js';
import { cutAtWord } from '../../render/markdown.js';

type Declaration = RESTPostAPIApplicationCommandsJSONBody;

const CHOICES_MAX = 25;
const CHOICE_MAX = 100;

/** All commands as Discord takes them. In one server only, where they may be used is not Discord's to ask. */
export function declarations(library: Library, { inOneServer }: { inOneServer: boolean }): Declaration[] {
  return commands.map((command) => ({
    ...declare(command, library),
    ...(inOneServer
      ? {}
      : {
          integration_types: [
            ApplicationIntegrationType.GuildInstall,
            ApplicationIntegrationType.UserInstall,
          ],
          contexts: [
            InteractionContextType.Guild,
            InteractionContextType.BotDM,
            InteractionContextType.PrivateChannel,
          ],
        }),
  }));
}

/** In the menu of a message, Discord shows the name of a command and nothing else. */
function declare(command: Command, library: Library): Declaration {
  const { name, description } = command;
  const local = localised(name);
  if (command.on === 'message')
    return { type: ApplicationCommandType.Message, name, name_localizations: local.name };
  const options = optionsOf(command, library).map((option) => declareOption(option, command, library));
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    name_localizations: local.name,
    description,
    description_localizations: local.description,
    options,
  };
}

function declareOption(option: Option, command: Command, library: Library): APIApplicationCommandOption {
  const { name, description, required } = option;
  if (option === PRIVATE) {
    const { privateByDefault = false } = command;
    const by = privateByDefault ? 'yes, unless false' : 'no, unless true';
    return {
      type: ApplicationCommandOptionType.Boolean,
      name,
      name_localizations: localised(name).name,
      description: `${description} (${by})`,
      description_localizations: localisedPrivate(privateByDefault),
    };
  }
  const local = localised(command.options.includes(option) ? `${command.name}.${name}` : name);
  const choices = option.choices && [
    ...new Map(library.editions.flatMap((e) => option.choices?.(e) ?? []).map((c) => [c.value, c])).values(),
  ];
  return {
    type: ApplicationCommandOptionType.String,
    name,
    name_localizations: local.name,
    description,
    description_localizations: local.description,
    ...(required ? { required } : {}),
    ...(option.maxLength ? { max_length: option.maxLength } : {}),
    ...(option.autocomplete ? { autocomplete: true } : {}),
    ...(choices
      ? {
          choices: choices.slice(0, CHOICES_MAX).map(
            (c): APIApplicationCommandOptionChoice<string> => ({
              name: cutAtWord(c.name, CHOICE_MAX),
              name_localizations: localisedChoice(c.name),
              value: c.value,
            }),
          ),
        }
      : {}),
  } as APIApplicationCommandOption;
}

/**
 * Registers the commands where they differ: for everyone, or in the server `guildId` alone.
 * @returns whether anything was registered
 * @throws what discord.js throws where Discord refuses or cannot be reached
 */
export async function register(
  rest: REST,
  applicationId: string,
  library: Library,
  guildId: string | undefined,
): Promise<boolean> {
  const route = guildId
    ? Routes.applicationGuildCommands(applicationId, guildId)
    : Routes.applicationCommands(applicationId);
  const wanted = declarations(library, { inOneServer: guildId !== undefined });
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = (await rest.get(route, { query })) as Record<string, unknown>[];
  if (fingerprint(registered) === fingerprint(wanted)) return false;
  await rest.put(route, { body: wanted });
  return true;
}

/** Fields that say what a command is; the others are Discord's own (ids, versions). */
const FIELDS = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'required',
  'choices',
  'value',
  'autocomplete',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'channel_types',
  'integration_types',
  'contexts',
  'default_member_permissions',
  'nsfw',
];

/** Two lists of commands that mean the same have one fingerprint: without what is absent, empty or false by default. */
function fingerprint(list: readonly object[]): string {
  const sorted = [...list]
    .map((command) => essence(command) as { name: string })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return JSON.stringify(sorted);
}

function essence(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => essence(item));
    // Where a command may be used is a set: Discord gives it back in an order of its own.
    return key === 'integration_types' || key === 'contexts' ? items.sort() : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Record<string, unknown>;
  const fields = key.endsWith('_localizations') ? Object.keys(record).sort() : FIELDS;
  const entries = fields
    .map((field) => [field, essence(record[field], field)] as const)
    .filter(([, v]) => v !== undefined && v !== null && v !== false && v !== '' && !isEmpty(v));
  return Object.fromEntries(entries);
}

const isEmpty = (value: unknown) =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;
