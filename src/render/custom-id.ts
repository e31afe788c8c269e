/**
 * What a button does, in its own id: a button works after a restart, on another replica and a year later, because
 * nothing needs to be remembered for it.
 */
import type { Call } from '../answer.js';

/** Discord's limit on a `custom_id`. */
export const CUSTOM_ID_MAX = 100;

/** `turn` puts an answer in the place of the message, `open` sends one of its own, `share` sends it to the channel. */
export type Verb = 'turn' | 'open' | 'share';

export interface ButtonState {
  verb: Verb;
  call: Call;
  /** From 1. */
  page: number;
}

/** The form of the id: changed where its meaning changes, so that an old button is recognised and declined. */
const VERSION = '1';
const VERBS: Record<string, Verb> = { t: 'turn', o: 'open', s: 'share' };

/** The id, or null where it does not fit: such a button is not offered. */
export function encodeState({ verb, call, page }: ButtonState): string | null {
  const options = Object.entries(call.options).map(([key, value]) => `${key}=${escapeValue(value)}`);
  const id = [`${VERSION}${verb[0]}${page}`, call.command, ...options].join(';');
  return id.length <= CUSTOM_ID_MAX ? id : null;
}

/** What an id says, or null where it is none of ours or of another version. */
export function decodeState(id: unknown): ButtonState | null {
  if (typeof id !== 'string' || id.length > CUSTOM_ID_MAX) return null;
  const [head = '', command, ...pairs] = id.split(';');
  const match = /^(\d)([tos])([1-9]\d{0,2})$/.exec(head);
  const verb = VERBS[match?.[2] ?? ''];
  if (!match || !verb || match[1] !== VERSION || !command) return null;
  const options: Record<string, string> = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at < 1) return null;
    options[pair.slice(0, at)] = unescapeValue(pair.slice(at + 1));
  }
  return { verb, call: { command, options }, page: Number(match[3]) };
}

const escapeValue = (value: string) => value.replace(/%/g, '%25').replace(/;/g, '%3B');
const unescapeValue = (value: string) => value.replace(/%3B/g, ';').replace(/%25/g, '%');
