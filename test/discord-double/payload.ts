/** Who asks and from where, in the shapes in which interactions carry it. */

import type { JsonObject } from '../../src/adapters/playground/discord/json.js';
import { snowflake } from './snowflake.js';

/** 0 in a server, 1 in a direct message with the bot, 2 in any other private channel. */
export type Context = 0 | 1 | 2;

export interface User extends JsonObject {
  id: string;
  username: string;
}

export interface Guild {
  id: string;
  name?: string;
}

export interface Place {
  /** Who acts; the same person throughout where it is left out. */
  user?: { id: string; username?: string };
  /** The server; left out, the first of the double's servers, unless the context is another one. */
  guildId?: string;
  context?: Context;
  /** The language of that user's Discord. */
  locale?: string;
}

/** A place with everything decided. */
export interface Setting {
  user: User;
  guildId: string | undefined;
  channelId: string;
  context: Context;
  locale: string;
  owners: Record<string, string>;
}

const EVERYTHING = '2251799813685247';
/** MENTION_EVERYONE, ATTACH_FILES and EMBED_LINKS, which a bot has in any private channel. */
const IN_PRIVATE = (1n << 17n) | (1n << 15n) | (1n << 14n);
const USE_EXTERNAL_EMOJIS = 1n << 18n;
const ATTACHMENT_LIMIT = 10 * 1024 * 1024;
const DEFAULT_USER = { id: '190000000000000001', username: 'reader' };

let people = 0n;
/** Somebody who has asked nothing yet: what one person may ask is limited. */
function somebody(): { id: string; username: string } {
  people += 100n;
  return { ...DEFAULT_USER, id: String(BigInt(DEFAULT_USER.id) + people) };
}

export function makeUser(user: { id: string; username?: string }, bot = false): User {
  const username = user.username ?? `user${user.id.slice(-4)}`;
  return {
    id: user.id,
    username,
    global_name: bot ? null : username,
    discriminator: bot ? '0001' : '0',
    avatar: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
    public_flags: 0,
    flags: 0,
    ...(bot ? { bot: true } : {}),
  };
}

/** Decides what a test left open. Each server, and each person’s private channel, is one fixed channel. */
export function settle(place: Place, guilds: Guild[]): Setting {
  const user = makeUser(place.user ?? somebody());
  const inGuild = place.context === undefined ? place.guildId !== undefined || guilds.length > 0 : false;
  const context = place.context ?? (inGuild ? 0 : 1);
  const guildId = context === 0 ? (place.guildId ?? guilds[0]?.id) : undefined;
  if (context === 0 && !guildId) throw new Error('the double has no server: start it with guilds');
  if (context !== 0 && place.guildId) throw new Error('a private channel is in no server');
  return {
    user,
    guildId,
    channelId: channelId(context, guildId, user.id),
    context,
    locale: place.locale ?? 'en-US',
    owners: context === 0 ? { 0: String(guildId) } : context === 1 ? { 0: '0' } : { 1: user.id },
  };
}

export function channelId(context: Context, guildId: string | undefined, userId: string): string {
  return (BigInt(guildId ?? userId) + 10n + BigInt(context)).toString();
}

export interface InteractionBase extends JsonObject {
  id: string;
  token: string;
}

/** What every interaction has, whatever its kind. */
export function interactionBase(applicationId: string, setting: Setting): InteractionBase {
  const { user, guildId, context, locale } = setting;
  const id = snowflake();
  const common = {
    id,
    application_id: applicationId,
    token: Buffer.from(`interaction:${id}:${crypto.randomUUID()}`).toString('base64url'),
    version: 1,
    channel_id: setting.channelId,
    locale,
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: setting.owners,
    context,
    attachment_size_limit: ATTACHMENT_LIMIT,
  };
  if (guildId) {
    return {
      ...common,
      app_permissions: EVERYTHING,
      guild_id: guildId,
      guild_locale: 'en-US',
      guild: { id: guildId, locale: 'en-US', features: [] },
      channel: guildChannel(setting.channelId, guildId),
      member: makeMember(user),
    };
  }
  const permissions = context === 1 ? IN_PRIVATE | USE_EXTERNAL_EMOJIS : IN_PRIVATE;
  return {
    ...common,
    app_permissions: permissions.toString(),
    channel: {
      id: setting.channelId,
      type: context === 1 ? 1 : 3,
      last_message_id: null,
      flags: 0,
      ...(context === 1 ? { recipients: [user] } : { name: null, icon: null, owner_id: user.id }),
    },
    user,
  };
}

function makeMember(user: User): JsonObject {
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles: [],
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    unusual_dm_activity_until: null,
    flags: 0,
    permissions: EVERYTHING,
  };
}

function guildChannel(id: string, guildId: string): JsonObject {
  return {
    id,
    type: 0,
    name: 'general',
    guild_id: guildId,
    parent_id: null,
    position: 0,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: null,
    permissions: EVERYTHING,
    flags: 0,
  };
}

/** A server as GUILD_CREATE gives it, for clients that ask for the GUILDS intent. */
export function guildCreate(guild: Guild, bot: User): JsonObject {
  return {
    id: guild.id,
    name: guild.name ?? 'Test server',
    icon: null,
    splash: null,
    owner_id: DEFAULT_USER.id,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: [
      { id: guild.id, name: '@everyone', color: 0, hoist: false, position: 0, permissions: EVERYTHING },
    ],
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    preferred_locale: 'en-US',
    nsfw_level: 0,
    premium_tier: 0,
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    large: false,
    unavailable: false,
    member_count: 2,
    members: [makeMember(bot)],
    channels: [guildChannel(channelId(0, guild.id, bot.id), guild.id)],
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
