/** What an interaction says: who used what, with which options, on which message. */
import {
  type APIEmbed,
  type APIInteraction,
  type APIMessage,
  type APIMessageComponentInteraction,
  type ApplicationCommandOptionType,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10';
import { MESSAGE_MAX } from './commands/command.js';
import { commands } from './commands/registry.js';
import { type ButtonState, decodeRemove, decodeState } from './render/custom-id.js';

/** The id of whoever used it; undefined where there is no Discord, or it is no id. */
export function askerOf({ member, user }: APIInteraction): string | undefined {
  const id: unknown = member?.user?.id ?? user?.id;
  return typeof id === 'string' && /^\d{1,20}$/.test(id) ? id : undefined;
}

/** Whose answer a message is: its button to remove it says so. */
export function ownerOf({
  components = [],
}: {
  components?: readonly Part[] | undefined;
}): string | undefined {
  for (const part of components) {
    const owner = decodeRemove(part.custom_id) ?? ownerOf(part);
    if (owner) return owner;
  }
  return undefined;
}

/** As much of a component as is looked at. */
export interface Part {
  custom_id?: unknown;
  content?: unknown;
  components?: readonly Part[];
}

/** What a button does, or what was chosen from a menu. */
export function stateOf({ data }: APIMessageComponentInteraction): ButtonState | null {
  if (data.component_type === ComponentType.Button) return decodeState(data.custom_id);
  return data.component_type === ComponentType.StringSelect ? decodeState(data.values[0]) : null;
}

/** What a message says, or the one that it forwards: its text, and where it has none, that of its embeds and components. */
export function wordsOf(message: APIMessage | undefined): string {
  const said = message?.message_snapshots?.[0]?.message ?? message;
  const { content, embeds = [] } = said ?? {};
  const { components = [] } = (said ?? {}) as { components?: readonly Part[] };
  const words = content || [...embeds.map(wordsOfEmbed), ...components.flatMap(wordsOfPart)].join('\n');
  return [...words].slice(0, MESSAGE_MAX).join('');
}

/** Of a component: the text of a text display, wherever it stands. */
const wordsOfPart = ({ content, components = [] }: Part): string[] => [
  ...(typeof content === 'string' ? [content] : []),
  ...components.flatMap(wordsOfPart),
];

function wordsOfEmbed({ title, description, fields = [] }: APIEmbed): string {
  return [title, description, ...fields.flatMap(({ name, value }) => [name, value])]
    .filter(Boolean)
    .join('\n');
}

/** The options that were given, by name. */
export function valuesOf(
  options: readonly { name: string; type: ApplicationCommandOptionType }[],
): Record<string, unknown> {
  return Object.fromEntries(
    options.map((option) => [option.name, 'value' in option ? option.value : undefined]),
  );
}

/** What it is called in the log: the command, and what of it was used. */
export function nameOf(interaction: APIInteraction): string {
  if (interaction.type === InteractionType.Ping) return 'ping';
  if (interaction.type === InteractionType.MessageComponent) {
    if (decodeRemove(interaction.data.custom_id)) return 'remove button';
    // Whoever sends it may have written it: only what there is is named.
    const command = stateOf(interaction)?.call.command;
    return commands.some((c) => c.name === command) ? `${command} button` : 'unknown button';
  }
  const { data } = interaction;
  const known = data && 'name' in data && commands.some((c) => c.name === data.name) ? data.name : 'unknown';
  return interaction.type === InteractionType.ApplicationCommandAutocomplete
    ? `${known} autocomplete`
    : known;
}
