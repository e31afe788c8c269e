/** What the fuzzed dispatch answers, and the controls under it that can be pressed or chosen from. */
import type { APIInteraction, APIMessageComponentInteraction } from 'discord-api-types/v10';
import { isObject, type JsonObject, objects, text } from '../../src/adapters/playground/discord/json.js';
import { createDispatch } from '../../src/dispatch.js';
import type { Dispatched } from '../../src/dispatched.js';
import { interactionOf, pressOf } from '../../src/interactions.js';
import type { Log } from '../../src/log.js';
import { PICTURES } from '../../src/render/pictures/job.js';
import { THEMES } from '../../src/render/pictures/palette.js';
import { createPictures } from '../../src/render/pictures/pictures.js';
import { library, raw } from '../library.js';

/** What went wrong inside with the last interaction: a reply keeps it to itself. */
let fault: unknown;
const log = {
  info() {},
  error({ err }: { err: unknown }) {
    fault = err;
  },
} as unknown as Log;

/** Drawn by then, so that every answer that has a picture comes with it; what they look like is no matter here. */
const pictures = createPictures(async () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47));
await Promise.all(
  PICTURES.flatMap((name) => THEMES.map((theme) => pictures.get(name, theme, library.latest))),
);
const dispatch = createDispatch(library, log, '1.2.3', { pictures });

export interface Answered {
  dispatched: Dispatched;
  fault: unknown;
}

export function replyTo(interaction: unknown, showsPictures = true): Answered {
  fault = undefined;
  const dispatched = dispatch(interaction as APIInteraction, { pictures: showsPictures });
  return { dispatched, fault };
}

/** Pressing a button, or choosing from a menu. */
type Press = APIMessageComponentInteraction;

/** Every press that a reply has room for, by whoever asked. */
export function pressesUnder({ response }: Dispatched, who: object = {}): Press[] {
  if (!('data' in response) || !('components' in response.data)) return [];
  const message: unknown = { ...response.data, id: '1' };
  const press = (id: string, data = {}) => {
    const plain = pressOf(id, 0) as Press;
    return { ...plain, ...who, message, data: { ...plain.data, ...data } } as Press;
  };
  return everyPart(objects(response.data.components)).flatMap(({ type, custom_id, options, disabled }) => {
    if (!text(custom_id) || disabled) return [];
    if (type === 2) return [press(text(custom_id))];
    return objects(options).map(({ value }) =>
      press(text(custom_id), { component_type: type, values: [text(value)] }),
    );
  });
}

/** What a press says: the id of a button, or the value chosen. */
const saidBy = ({ data }: Press) => ('values' in data ? (data.values[0] as string) : data.custom_id);

/** What the controls under answers of every kind say, and those under what they lead to, each once. */
export function everyControl(): string[] {
  const calls = [
    ...['about', 'ratings', 'trends', 'treaty', 'votes'].map((command) => ({ command, options: {} })),
    ...[1, 15, 24, 36].map((n) => ({ command: 'indicator', options: { name: String(n) } })),
    ...raw.votes.slice(0, 3).map((v) => ({ command: 'votes', options: { resolution: v.resolution } })),
    ...['1', '24', 'all'].map((footnote) => ({ command: 'cite', options: { footnote } })),
    ...['peacekeeping', 'press freedom', 'Syria'].flatMap((asked) => [
      { command: 'search', options: { query: asked } },
      { command: 'ask', options: { question: `what about ${asked}; and 100%?` } },
      { command: 'Find sources', options: { message: asked } },
    ]),
  ];
  const presses = calls.flatMap((call) => pressesUnder(replyTo(interactionOf(call)).dispatched));
  const onward = presses.flatMap((press) => pressesUnder(replyTo(press).dispatched));
  return [...new Set([...presses, ...onward].map(saidBy))];
}

function everyPart(components: readonly JsonObject[]): JsonObject[] {
  return components.flatMap((part) => [part, ...everyPart(objects(part.components))]);
}

/** Who sent it, where anybody is named. */
export function senderOf(interaction: unknown): object {
  if (!isObject(interaction)) return {};
  const { member, user } = interaction;
  return { ...(member ? { member } : {}), ...(user ? { user } : {}) };
}
