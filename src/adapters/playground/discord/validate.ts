/** Says what Discord would refuse, or what the project does not allow, in what a bot sends. */

import { isObject, type JsonObject, objects, overTheWire, text } from './json.js';
import { schemaProblems } from './schema.js';
import { choiceProblems } from './validate-commands.js';
import { componentProblems, everyComponent, mediaOf } from './validate-components.js';

export { validateCommands } from './validate-commands.js';

export const SUPPRESS_EMBEDS = 1 << 2;
export const EPHEMERAL = 1 << 6;
export const SUPPRESS_NOTIFICATIONS = 1 << 12;
export const IS_COMPONENTS_V2 = 1 << 15;
const ON_CREATE = SUPPRESS_EMBEDS | EPHEMERAL | SUPPRESS_NOTIFICATIONS | IS_COMPONENTS_V2;
/** A message that answers no interaction is for all who see the channel. */
const IN_CHANNEL = ON_CREATE & ~EPHEMERAL;
const ON_EDIT = SUPPRESS_EMBEDS | IS_COMPONENTS_V2;

const MOST_FILES = 10;
const MOST_BYTES = 10 * 1024 * 1024;

export type InteractionKind = 'command' | 'component' | 'autocomplete';

/** As much of an attached file as is looked at: its name, and its size where known. */
export interface AttachedFile {
  name: string;
  data?: Uint8Array;
}

export interface ReplyContext {
  /** The message that is being changed, where there is one: what it already has counts. */
  message?: { flags?: number; attachments?: readonly { id: string; filename: string }[] };
  /** The type of the option being completed (3 string, 4 integer, 10 number). */
  optionType?: number;
}

/** The kinds of answer that each kind of interaction may get. */
const ANSWERS: Record<InteractionKind, Map<number, string>> = {
  command: new Map([
    [4, 'CreateMessageInteractionCallbackRequestSchema'],
    [5, 'CreateMessageInteractionCallbackRequestSchema'],
    [9, 'ModalInteractionCallbackRequestSchema'],
  ]),
  component: new Map([
    [4, 'CreateMessageInteractionCallbackRequestSchema'],
    [5, 'CreateMessageInteractionCallbackRequestSchema'],
    [6, 'UpdateMessageInteractionCallbackRequestSchema'],
    [7, 'UpdateMessageInteractionCallbackRequestSchema'],
    [9, 'ModalInteractionCallbackRequestSchema'],
  ]),
  autocomplete: new Map([[8, 'ApplicationCommandAutocompleteCallbackRequestSchema']]),
};

/** Problems with the answer to an interaction, as posted to its callback; none where it is good. */
export function validateReply(
  body: unknown,
  files: readonly AttachedFile[],
  kind: InteractionKind,
  context: ReplyContext = {},
): string[] {
  const wire = overTheWire(body);
  if (!isObject(wire)) return ['the body is not an object'];
  const type = Number(wire.type);
  const schema = ANSWERS[kind].get(type);
  if (!schema) return [`type ${String(wire.type)} is no answer to ${kind}`];

  const problems = schemaProblems(schema, isObject(wire.data) ? withTextIds(wire) : wire, 'body');
  const data = isObject(wire.data) ? wire.data : {};
  if (type === 4 || type === 7) {
    if (!isObject(wire.data)) return [...problems, `type ${type} needs data`];
    const mode = type === 7 ? 'edit' : 'create';
    return [
      ...problems,
      ...flagProblems(data.flags, FLAGS[mode]),
      ...messageProblems(data, files, mode, context),
    ];
  }
  if (type === 5 || type === 6) {
    const other = Object.keys(data).filter((key) => type === 6 || key !== 'flags');
    if (other.length > 0) problems.push(`type ${type} shows nothing yet, but data has ${other.join(', ')}`);
    problems.push(...flagProblems(data.flags, EPHEMERAL | IS_COMPONENTS_V2));
  }
  if (type === 8) problems.push(...autocompleteProblems(data, context.optionType));
  if (files.length > 0) problems.push(`type ${type} cannot carry files`);
  return problems;
}

const FLAGS = { create: ON_CREATE, followUp: ON_CREATE, edit: ON_EDIT, channel: IN_CHANNEL };

const SCHEMAS = {
  followUp: 'IncomingWebhookInteractionRequestSchema',
  edit: 'IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema',
  channel: 'MessageCreateRequestSchema',
} as const;

/** Problems with a message outside of a callback: a follow-up, an edit, or one sent to a channel. */
export function validateMessage(
  body: unknown,
  files: readonly AttachedFile[],
  kind: keyof typeof SCHEMAS,
  context: ReplyContext = {},
): string[] {
  const wire = overTheWire(body);
  if (!isObject(wire)) return ['the body is not an object'];
  return [
    ...schemaProblems(SCHEMAS[kind], withTextIds({ data: wire }).data, 'body'),
    ...flagProblems(wire.flags, FLAGS[kind]),
    ...messageProblems(wire, files, kind === 'edit' ? 'edit' : 'create', context),
  ];
}

/** Discord takes attachment ids as numbers too (its examples do); the generated schema only as text. */
function withTextIds(body: JsonObject): JsonObject {
  if (!isObject(body.data) || !Array.isArray(body.data.attachments)) return body;
  const attachments = body.data.attachments.map((one: unknown) =>
    isObject(one) && typeof one.id === 'number' ? { ...one, id: String(one.id) } : one,
  );
  return { ...body, data: { ...body.data, attachments } };
}

function messageProblems(
  data: JsonObject,
  files: readonly AttachedFile[],
  mode: 'create' | 'edit',
  context: ReplyContext,
): string[] {
  const problems = mentionProblems(data.allowed_mentions);
  const before = mode === 'edit' ? (context.message?.flags ?? 0) : 0;
  const v2 = ((Number(data.flags ?? 0) | before) & IS_COMPONENTS_V2) !== 0;
  if (data.components !== undefined) problems.push(...componentProblems(data.components, v2));
  if (v2) {
    for (const key of ['content', 'embeds', 'poll', 'sticker_ids', 'stickers']) {
      // An edit may empty what the message had before it changed over.
      if (data[key] !== undefined && data[key] !== null && !(mode === 'edit' && isEmpty(data[key]))) {
        problems.push(`${key}: not allowed together with IS_COMPONENTS_V2`);
      }
    }
    if (objects(data.components).length === 0 && (mode === 'create' || data.components !== undefined)) {
      problems.push('components: at least one is needed with IS_COMPONENTS_V2');
    }
  } else {
    problems.push(...classicProblems(data, files, mode));
  }
  return [...problems, ...attachmentProblems(data, files, v2, mode, context)];
}

function isEmpty(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}

function flagProblems(flags: unknown, allowed: number): string[] {
  if (flags === undefined || flags === null) return [];
  if (typeof flags !== 'number' || !Number.isInteger(flags)) return ['flags: not a whole number'];
  const other = flags & ~allowed;
  return other ? [`flags: ${other} cannot be set here`] : [];
}

/** No answer of this project may notify anybody, so every one must say so itself. */
function mentionProblems(mentions: unknown): string[] {
  if (!isObject(mentions)) return ['allowed_mentions: missing, so the text could notify people'];
  const problems: string[] = [];
  if (!isEmpty(mentions.parse)) problems.push('allowed_mentions.parse: must be []');
  for (const key of ['users', 'roles']) {
    if (mentions[key] !== undefined && !isEmpty(mentions[key])) {
      problems.push(`allowed_mentions.${key}: must not name anybody`);
    }
  }
  if (mentions.replied_user === true) problems.push('allowed_mentions.replied_user: must not be true');
  return problems;
}

/** Messages without the newer components: content and embeds. */
function classicProblems(data: JsonObject, files: readonly AttachedFile[], mode: string): string[] {
  const problems: string[] = [];
  const content = text(data.content);
  const embeds = objects(data.embeds);
  if (content.length > 2000) problems.push(`content: ${content.length} characters, at most 2000 allowed`);
  if (embeds.length > 10) problems.push(`embeds: ${embeds.length}, at most 10 allowed`);
  const total = embeds.reduce((sum, embed) => sum + embedCharacters(embed), 0);
  if (total > 6000) problems.push(`embeds: ${total} characters in all, at most 6000 allowed`);
  for (const [index, embed] of embeds.entries()) {
    if (embedCharacters(embed) === 0 && !embed.image && !embed.thumbnail) {
      problems.push(`embeds[${index}]: is empty`);
    }
  }
  const shown = embeds.length + objects(data.components).length + files.length;
  if (mode === 'create' && !content.trim() && shown === 0 && !data.poll) {
    problems.push('the message is empty');
  }
  return problems;
}

function embedCharacters(embed: JsonObject): number {
  const footer = isObject(embed.footer) ? text(embed.footer.text) : '';
  const author = isObject(embed.author) ? text(embed.author.name) : '';
  const fields = objects(embed.fields).map((field) => text(field.name) + text(field.value));
  return [text(embed.title), text(embed.description), footer, author, ...fields].join('').length;
}

function attachmentProblems(
  data: JsonObject,
  files: readonly AttachedFile[],
  v2: boolean,
  mode: 'create' | 'edit',
  context: ReplyContext,
): string[] {
  const problems: string[] = [];
  const old = mode === 'edit' ? (context.message?.attachments ?? []) : [];
  const listed = data.attachments === undefined ? undefined : objects(data.attachments);
  const kept = listed ? old.filter(({ id }) => listed.some((one) => String(one.id) === id)) : old;
  const names = new Set([...files.map(({ name }) => name), ...kept.map(({ filename }) => filename)]);

  if (files.length + kept.length > MOST_FILES) {
    problems.push(`${files.length + kept.length} files, at most ${MOST_FILES} allowed`);
  }
  for (const { name, data: bytes } of files) {
    if (bytes && bytes.byteLength > MOST_BYTES) problems.push(`${name}: over 10 MiB`);
  }
  for (const one of listed ?? []) {
    const isOld = old.some(({ id }) => id === String(one.id));
    if (!isOld && Number(one.id) >= files.length) {
      problems.push(`attachments: ${String(one.id)} has no file`);
    }
  }

  const used = referencedNames(data);
  for (const name of used) {
    if (!names.has(name)) problems.push(`attachment://${name}: no such file is attached`);
  }
  if (v2) {
    for (const { name } of files) {
      if (!used.has(name)) problems.push(`${name}: attached, but no component shows it`);
    }
  }
  return problems;
}

/** The names behind every attachment:// address in components and embeds. */
function referencedNames(data: JsonObject): Set<string> {
  const addresses = [...everyComponent(data.components)].flatMap(mediaOf);
  for (const embed of objects(data.embeds)) {
    addresses.push(...[embed.image, embed.thumbnail].filter(isObject));
    for (const part of [embed.author, embed.footer]) {
      if (isObject(part)) addresses.push({ url: part.icon_url });
    }
  }
  const prefix = 'attachment://';
  const urls = addresses.map(({ url }) => text(url)).filter((url) => url.startsWith(prefix));
  return new Set(urls.map((url) => url.slice(prefix.length)));
}

function autocompleteProblems(data: JsonObject, optionType: number | undefined): string[] {
  if (!Array.isArray(data.choices)) return ['choices: missing'];
  const choices = objects(data.choices);
  const problems = choiceProblems(choices, 'choices');
  if (choices.length > 25) problems.push(`choices: ${choices.length}, at most 25 allowed`);
  if (optionType !== undefined) {
    const wanted = optionType === 3 ? 'string' : 'number';
    for (const choice of choices) {
      if (typeof choice.value !== wanted) problems.push(`choices: ${String(choice.value)} is no ${wanted}`);
    }
  }
  return problems;
}
