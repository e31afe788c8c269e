/** The commands as Discord takes them: what is registered, and what the local page offers. */
import {
  type APIApplicationCommandOption,
  type APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { CHOICES_MAX, type Command, type Option } from './commands/command.js';
import { choicesOf, commands, optionsOf, PRIVATE } from './commands/registry.js';
import { localised, localisedChoice, localisedPrivate } from './commands/translations.js';
import type { Library } from './library.js';
import { cutAtWord } from './render/markdown.js';

export type Declaration = RESTPostAPIApplicationCommandsJSONBody;

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
  const choices = choicesOf(option, library);
  // What does not fit a list is offered while it is typed.
  const isTyped = option.autocomplete !== undefined || (choices?.length ?? 0) > CHOICES_MAX;
  return {
    type: ApplicationCommandOptionType.String,
    name,
    name_localizations: local.name,
    description,
    description_localizations: local.description,
    ...(required ? { required } : {}),
    ...(option.maxLength ? { max_length: option.maxLength } : {}),
    ...(isTyped ? { autocomplete: true } : {}),
    ...(choices && !isTyped
      ? {
          choices: choices.map(
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
