/** The interactions that Discord's client sends, from what is typed and pressed in the page. */
import type { APIInteraction } from 'discord-api-types/v10';
import type { TypedOption } from '../../../commands/typed.js';
import type { DeclaredCommand } from '../wire.js';
import type { BotMessage, UserMessage } from './entries.js';

/** Discord's numbers, as this page needs them: https://discord.com/developers/docs/interactions/receiving-and-responding */
const COMMAND = 2;
const COMPONENT = 3;
const AUTOCOMPLETE = 4;
const SLASH = 1;
const ON_MESSAGE = 3;
export const TRUTH = 5;
const SELECT = 3;
export const EPHEMERAL = 1 << 6;

/** In each browser somebody else, for as long as it is open. */
const USER = { id: snowflake(), username: 'you', discriminator: '0', global_name: 'You', avatar: null };
const APPLICATION = '1100000000000000001';
const BOT = { id: APPLICATION, username: 'footnote', discriminator: '0', bot: true, avatar: null };
const CHANNEL = '1100000000000000002';

/** As unique as Discord's: time, and what no two have in common. */
export function snowflake(): string {
  const since = BigInt(Date.now() - 1_420_070_400_000);
  const rest = BigInt(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) & 0x3fffffn;
  return String((since << 22n) | rest);
}

/** What all interactions have: in a direct message with the bot, by a user. */
function envelope(type: number, more: Record<string, unknown>): APIInteraction {
  return {
    id: snowflake(),
    application_id: APPLICATION,
    type,
    token: 'local-page',
    version: 1,
    user: USER,
    channel_id: CHANNEL,
    channel: { id: CHANNEL, type: 1 },
    context: 1,
    locale: 'en-GB',
    entitlements: [],
    authorizing_integration_owners: { 1: USER.id },
    app_permissions: '0',
    attachment_size_limit: 10 * 1024 * 1024,
    ...more,
  } as unknown as APIInteraction;
}

/** A command with what was given for its options. @param focused the option whose choices are wanted */
export function commandInteraction(
  command: DeclaredCommand,
  given: readonly Pick<TypedOption, 'name' | 'value'>[],
  focused?: string,
): APIInteraction {
  const options = given.map(({ name, value }) => {
    const declared = command.options.find((option) => option.name === name);
    const chosen = declared?.choices.find((choice) => choice.name.toLowerCase() === value.toLowerCase());
    const truth = /^(true|false)$/i.exec(value);
    return {
      name,
      type: declared?.type ?? 3,
      value: declared?.type === TRUTH && truth ? value.toLowerCase() === 'true' : (chosen?.value ?? value),
      ...(name === focused ? { focused: true } : {}),
    };
  });
  const data = { id: '1', name: command.name, type: SLASH, options };
  return envelope(focused ? AUTOCOMPLETE : COMMAND, { data });
}

/** A command of the menu of a message. An answer of Footnote has no text of its own, but components. */
export function messageInteraction(name: string, on: UserMessage | BotMessage): APIInteraction {
  const { id } = on;
  const said =
    on.kind === 'user'
      ? { flags: 0, content: on.text }
      : { flags: on.payload.flags, content: '', components: on.payload.components };
  const author = on.kind === 'user' ? USER : BOT;
  const message = {
    id,
    channel_id: CHANNEL,
    type: 0,
    author,
    embeds: [],
    attachments: [],
    ...said,
  };
  const data = { id: '1', name, type: ON_MESSAGE, target_id: id, resolved: { messages: { [id]: message } } };
  return envelope(COMMAND, { data });
}

/** A press of a button under a message, or with `value` a choice from its menu. */
export function componentInteraction(message: BotMessage, customId: string, value?: string): APIInteraction {
  return envelope(COMPONENT, {
    data: {
      custom_id: customId,
      component_type: value === undefined ? 2 : SELECT,
      ...(value === undefined ? {} : { values: [value] }),
    },
    message: {
      id: message.id,
      channel_id: CHANNEL,
      type: 20,
      flags: message.payload.flags,
      components: message.payload.components,
      attachments: [],
      interaction_metadata: { id: message.interaction, type: 2, user: USER },
    },
  });
}
