/** The commands that an application has registered, in the shape in which Discord gives them back. */

import { isDeepStrictEqual } from 'node:util';
import { isObject, type JsonObject, objects } from '../../src/adapters/playground/discord/json.js';
import { snowflake } from './snowflake.js';

export interface RegisteredCommand extends JsonObject {
  id: string;
  application_id: string;
  version: string;
  type: number;
  name: string;
  guild_id?: string;
  options?: JsonObject[];
}

/** The scope of commands that all servers see. */
const GLOBAL = 'global';

export class CommandRegistry {
  readonly #applicationId: string;
  readonly #scopes = new Map<string, RegisteredCommand[]>();

  constructor(applicationId: string) {
    this.#applicationId = applicationId;
  }

  list(guildId?: string): RegisteredCommand[] {
    return this.#scopes.get(guildId ?? GLOBAL) ?? [];
  }

  /** The command that a user in that server (or in a direct message) gets to see. */
  find(name: string, type: number, guildId: string | undefined): RegisteredCommand | undefined {
    const visible = [...(guildId ? this.list(guildId) : []), ...this.list()];
    return visible.find((command) => command.name === name && command.type === type);
  }

  /** What a PUT does: exactly these commands from now on. */
  replaceAll(declarations: JsonObject[], guildId?: string): RegisteredCommand[] {
    const stored = declarations.map((declaration) => this.#stored(declaration, guildId));
    this.#scopes.set(guildId ?? GLOBAL, stored);
    return stored;
  }

  /** What a POST does: one more command, or a new version of one. */
  upsert(declaration: JsonObject, guildId?: string): { command: RegisteredCommand; isNew: boolean } {
    const command = this.#stored(declaration, guildId);
    const others = this.list(guildId).filter(({ id }) => id !== command.id);
    const isNew = others.length === this.list(guildId).length;
    this.#scopes.set(guildId ?? GLOBAL, [...others, command]);
    return { command, isNew };
  }

  /** A command keeps its id for as long as its name and type stay, and its version until it changes. */
  #stored(declaration: JsonObject, guildId: string | undefined): RegisteredCommand {
    const type = typeof declaration.type === 'number' ? declaration.type : 1;
    const name = String(declaration.name);
    const before = this.list(guildId).find((command) => command.name === name && command.type === type);
    const command: RegisteredCommand = {
      id: before?.id ?? snowflake(),
      application_id: this.#applicationId,
      version: before?.version ?? snowflake(),
      default_member_permissions: asText(declaration.default_member_permissions),
      type,
      name,
      name_localizations: declaration.name_localizations ?? null,
      description: declaration.description ?? '',
      description_localizations: declaration.description_localizations ?? null,
      ...(guildId ? { guild_id: guildId } : globalFields(declaration)),
    };
    const options = objects(declaration.options);
    if (options.length > 0) command.options = options.map(storedOption);
    command.nsfw = declaration.nsfw ?? false;
    if (before && !isDeepStrictEqual(before, command)) command.version = snowflake();
    return command;
  }
}

function globalFields(declaration: JsonObject): JsonObject {
  const contexts = declaration.contexts ?? null;
  const inDms = Array.isArray(contexts) ? contexts.includes(1) : (declaration.dm_permission ?? true);
  return { dm_permission: inDms, contexts, integration_types: declaration.integration_types ?? [0] };
}

/** An option as it comes back: localisations are there even where null, and false is left out. */
function storedOption(option: JsonObject): JsonObject {
  const { type, name, description, options, choices, ...rest } = option;
  const stored: JsonObject = {
    type,
    name,
    name_localizations: option.name_localizations ?? null,
    description,
    description_localizations: option.description_localizations ?? null,
  };
  for (const [key, value] of Object.entries(rest)) {
    if (!(key in stored) && value !== null && value !== false) stored[key] = value;
  }
  if (Array.isArray(choices) && choices.length > 0) {
    stored.choices = objects(choices).map((choice) => ({
      name: choice.name,
      name_localizations: choice.name_localizations ?? null,
      value: choice.value,
    }));
  }
  if (Array.isArray(options) && options.length > 0) stored.options = objects(options).map(storedOption);
  return stored;
}

/** What a GET without `with_localizations` gives: the same, without the dictionaries. */
export function withoutLocalisations<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => withoutLocalisations(item)) as T;
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !key.endsWith('_localizations'));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutLocalisations(inner)])) as T;
}

function asText(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value);
}
