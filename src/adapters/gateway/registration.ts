/** Registration of the commands with Discord, only where they differ from what is registered. */
import { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import { declarations } from '../../declarations.js';
import type { Library } from '../../library.js';
import { explained } from './errors.js';

/**
 * Registers the commands where they differ: for everyone, or in the server `guildId` alone.
 * @returns whether anything was registered
 * @throws what @discordjs/rest throws where Discord refuses or cannot be reached
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

/**
 * Registers the commands without connecting: for a bot that takes its interactions over HTTP alone.
 * @returns whether anything was registered
 * @throws GatewayError where the token is refused or Discord cannot be reached
 */
export async function registerAlone({
  token,
  apiUrl,
  guildId,
  library,
}: {
  token: string;
  apiUrl: string;
  guildId: string | undefined;
  library: Library;
}): Promise<boolean> {
  try {
    const rest = new REST({ api: apiUrl, version: '10' }).setToken(token);
    const { id } = (await rest.get(Routes.currentApplication())) as { id: string };
    return await register(rest, id, library, guildId);
  } catch (error) {
    throw explained(error, apiUrl);
  }
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
