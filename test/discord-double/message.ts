/** Turns what a bot sent into the message that Discord would store and give back. */

import {
  isObject,
  type JsonObject,
  list,
  objects,
  text,
} from '../../src/adapters/playground/discord/json.js';
import {
  EPHEMERAL,
  IS_COMPONENTS_V2,
  SUPPRESS_EMBEDS,
} from '../../src/adapters/playground/discord/validate.js';
import { everyComponent } from '../../src/adapters/playground/discord/validate-components.js';
import type { SentFile } from './http.js';
import { snowflake } from './snowflake.js';

export interface Component extends JsonObject {
  type: number;
  id: number;
  custom_id?: string;
  style?: number;
  label?: string;
  url?: string;
  content?: string;
  disabled?: boolean;
  components?: Component[];
  accessory?: Component;
  options?: { label: string; value: string; description?: string }[];
}

export interface Attachment {
  id: string;
  filename: string;
  size: number;
  url: string;
  proxy_url: string;
  content_type?: string;
  description?: string;
  ephemeral?: boolean;
}

export interface StoredMessage extends JsonObject {
  id: string;
  channel_id: string;
  type: number;
  author: JsonObject;
  content: string;
  flags: number;
  embeds: JsonObject[];
  components: Component[];
  attachments: Attachment[];
  timestamp: string;
  edited_timestamp: string | null;
}

export interface MessageOrigin {
  channelId: string;
  author: JsonObject;
  /** 0 ordinary, 19 reply, 20 chat input command, 23 context menu command. */
  type: number;
  /** What a message from this origin has besides: who asked, the webhook, what it replies to. */
  extra?: JsonObject;
}

/** A new message. */
export function createMessage(origin: MessageOrigin, data: JsonObject, files: SentFile[]): StoredMessage {
  const flags = Number(data.flags ?? 0);
  const attachments = stored(files, data, origin.channelId, flags);
  return {
    id: snowflake(),
    channel_id: origin.channelId,
    type: origin.type,
    content: text(data.content).trim(),
    mentions: [],
    mention_roles: [],
    attachments,
    embeds: objects(data.embeds).map((embed) => ({ type: 'rich', ...embed })),
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    flags,
    components: completed(data.components, attachments),
    author: origin.author,
    pinned: false,
    mention_everyone: false,
    tts: data.tts === true,
    ...origin.extra,
  };
}

/** The same message after an edit: what the edit does not mention stays as it was. */
export function editMessage(before: StoredMessage, data: JsonObject, files: SentFile[]): StoredMessage {
  const listed = objects(data.attachments).map(({ id }) => String(id));
  const kept =
    data.attachments === undefined
      ? before.attachments
      : before.attachments.filter(({ id }) => listed.includes(id));
  const attachments = [...kept, ...stored(files, data, before.channel_id, before.flags)];
  const added = Number(data.flags ?? 0) & (SUPPRESS_EMBEDS | IS_COMPONENTS_V2);
  return {
    ...before,
    attachments,
    flags: before.flags | added,
    edited_timestamp: new Date().toISOString(),
    ...(data.content === undefined ? {} : { content: text(data.content).trim() }),
    ...(data.embeds === undefined ? {} : { embeds: objects(data.embeds) }),
    ...(data.components === undefined ? {} : { components: completed(data.components, attachments) }),
  };
}

/** The component of a message that has this custom_id. */
export function findComponent(message: StoredMessage, customId: string): Component | undefined {
  return componentsOf(message).find((component) => component.custom_id === customId);
}

/** Every component of a message, however deep. */
export function componentsOf(message: StoredMessage): Component[] {
  return [...everyComponent(message.components)] as Component[];
}

/** All that a reader sees as text: content and text displays, one after the other. */
export function textOf(message: StoredMessage): string {
  const displays = componentsOf(message).filter(({ type }) => type === 10);
  return [message.content, ...displays.map(({ content }) => content ?? '')].filter(Boolean).join('\n');
}

function stored(files: SentFile[], data: JsonObject, channelId: string, flags: number): Attachment[] {
  const described = objects(data.attachments);
  return files.map((file, index) => {
    const id = snowflake();
    const note = described.find((one) => String(one.id) === String(index));
    const folder = flags & EPHEMERAL ? 'ephemeral-attachments' : 'attachments';
    const path = `${folder}/${channelId}/${id}/${encodeURIComponent(file.name)}`;
    return {
      id,
      filename: file.name,
      size: file.data.byteLength,
      url: `https://cdn.discordapp.com/${path}`,
      proxy_url: `https://media.discordapp.net/${path}`,
      ...(file.type ? { content_type: file.type } : {}),
      ...(text(note?.description) ? { description: text(note?.description) } : {}),
      ...(flags & EPHEMERAL ? { ephemeral: true } : {}),
    };
  });
}

/** The components with what Discord adds: an id each, and every default written out. */
function completed(components: unknown, attachments: Attachment[]): Component[] {
  const taken = new Set([...everyComponent(components)].map(({ id }) => Number(id ?? 0)));
  let last = 0;
  const nextId = () => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  const complete = (component: JsonObject): Component => {
    const whole: JsonObject = { ...DEFAULTS[Number(component.type)], ...present(component) };
    whole.id = Number(component.id ?? 0) || nextId();
    if (Array.isArray(component.components)) whole.components = objects(component.components).map(complete);
    if (isObject(component.accessory)) whole.accessory = complete(component.accessory);
    if (isObject(component.media)) whole.media = media(component.media, attachments);
    if (isObject(component.file)) {
      const file = media(component.file, attachments);
      const attached = attachments.find(({ id }) => id === file.attachment_id);
      Object.assign(whole, { file, name: attached?.filename ?? null, size: attached?.size ?? null });
    }
    if (Array.isArray(component.items)) {
      whole.items = objects(component.items).map((item) => ({
        description: null,
        spoiler: false,
        ...present(item),
        media: media(isObject(item.media) ? item.media : {}, attachments),
      }));
    }
    return whole as Component;
  };
  return objects(components).map(complete);
}

const DEFAULTS: Record<number, JsonObject> = {
  3: { min_values: 1, max_values: 1 },
  11: { description: null, spoiler: false },
  13: { spoiler: false },
  14: { divider: true, spacing: 1 },
  17: { accent_color: null, spoiler: false },
};

function present(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null));
}

/** An address as stored; an attached file gets the address under which it can be fetched. */
function media({ url }: JsonObject, attachments: Attachment[]): JsonObject {
  const name = text(url).replace(/^attachment:\/\//, '');
  const file = text(url) === name ? undefined : attachments.findLast(({ filename }) => filename === name);
  return {
    id: snowflake(),
    url: file?.url ?? text(url),
    proxy_url: file?.proxy_url ?? text(url),
    ...(file ? { attachment_id: file.id, content_type: file.content_type ?? null } : {}),
  };
}

/** The values of a select that can be chosen. */
export function selectable(component: Component): string[] {
  return list(component.options).map((option) => (isObject(option) ? text(option.value) : ''));
}
