/**
 * What a button does, in its own id: a button works after a restart, on another replica and a year later, because
 * nothing needs to be remembered for it.
 */
import { ASSESSMENT, type Call } from '../answer.js';
import type { Edition } from '../library.js';

/** Discord's limit on a `custom_id`, and on the value of a choice in a menu, which is written in the same way. */
export const CUSTOM_ID_MAX = 100;

/**
 * `turn` puts another page in the place of the message, `go` another answer, for whoever asked for it; `open` sends one of
 * its own to whoever presses, `share` sends it to the channel.
 */
export type Verb = 'turn' | 'go' | 'open' | 'share';

export interface ButtonState {
  verb: Verb;
  call: Call;
  /** From 1. */
  page: number;
  /** The stamp of the data that the answer came from. */
  stamp?: string;
}

/** The form of the id: changed where its meaning changes, so that an old button is recognised and declined. */
const VERSION = '2';
const VERBS: Record<string, Verb> = { t: 'turn', g: 'go', o: 'open', s: 'share' };
const REMOVE = `${VERSION}x`;

/**
 * A button or choice that leads on in the edition that an answer comes from, whatever is loaded when it is used; null
 * where that does not fit an id.
 */
export function stateIn(
  { assessment, stamp }: Pick<Edition, 'assessment' | 'stamp'>,
  { verb, page, call: { command, options } }: ButtonState,
): string | null {
  return encodeState({
    verb,
    page,
    stamp,
    call: { command, options: { [ASSESSMENT]: assessment.id, ...options } },
  });
}

/** The id, or null where it does not fit: such a button is not offered. */
export function encodeState({ verb, call, page, stamp = '' }: ButtonState): string | null {
  let id = `${VERSION}${verb[0]}${page}${stamp && `.${stamp}`};${call.command}`;
  for (const key in call.options) id += `;${key}=${escapeValue(call.options[key] ?? '')}`;
  return id.length <= CUSTOM_ID_MAX ? id : null;
}

/** What an id says, or null where it is none of ours or of another version. */
export function decodeState(id: unknown): ButtonState | null {
  if (typeof id !== 'string' || id.length > CUSTOM_ID_MAX) return null;
  const [head = '', command, ...pairs] = id.split(';');
  const match = /^(\d)([tgos])([1-9]\d{0,2})(?:\.([\w-]{1,12}))?$/.exec(head);
  const verb = VERBS[match?.[2] ?? ''];
  if (!match || !verb || match[1] !== VERSION || !command) return null;
  const options: Record<string, string> = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at < 1) return null;
    options[pair.slice(0, at)] = unescapeValue(pair.slice(at + 1));
  }
  const stamp = match[4];
  return { verb, call: { command, options }, page: Number(match[3]), ...(stamp ? { stamp } : {}) };
}

/** The id of the button that removes an answer: only whoever asked for it may. @param asker the id of a user */
export const encodeRemove = (asker: string): string => `${REMOVE}${BigInt(asker).toString(36)}`;

/** Whose answer a button removes, or null where it is no such button. */
export function decodeRemove(id: unknown): string | null {
  const [, code = ''] = typeof id === 'string' ? (/^2x([0-9a-z]{1,14})$/.exec(id) ?? []) : [];
  if (!code) return null;
  return [...code].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n).toString();
}

const escapeValue = (value: string) =>
  /[%;]/.test(value) ? value.replace(/%/g, '%25').replace(/;/g, '%3B') : value;
const unescapeValue = (value: string) => value.replace(/%3B/g, ';').replace(/%25/g, '%');
