/** Asks the program as Discord does: interaction JSON in, response JSON out, through the one dispatch. */
import type { APIInteraction } from 'discord-api-types/v10';
import { createDispatch } from '../../src/dispatch.js';
import type { Dispatched } from '../../src/dispatched.js';
import { interactionOf, pressOf } from '../../src/interactions.js';
import { createLog } from '../../src/log.js';
import type { Message } from '../../src/render/message.js';
import { library } from '../library.js';
import { type Seen, see } from '../render/reading.js';

export const dispatch = createDispatch(library, createLog({ level: 'silent' }), '1.2.3');

export const PRIVATE = 1 << 6;

export interface Reply {
  dispatched: Dispatched;
  kind: 'command' | 'component';
  message: Message;
  /** The message as a person sees it. */
  seen: Seen;
}

/** A command with its options, as typed in Discord. */
export function ask(command: string, options: Record<string, string> = {}): Reply {
  return reply(interactionOf({ command, options }), 'command');
}

/** A button under a message with `flags`. */
export function press(customId: string, flags = 0): Reply {
  return reply(pressOf(customId, flags), 'component');
}

/** The button of that label under a reply, pressed. */
export function pressLabel(under: Reply, label: string): Reply {
  const button = under.seen.buttons.find((b) => b.label === label);
  if (!button?.customId) throw new Error(`no button “${label}” under “${under.seen.head[0]?.text}”`);
  return press(button.customId, under.message.flags);
}

/** Every page of an answer, the next one got by pressing the button for it. */
export function pagesOf(command: string, options: Record<string, string> = {}): Reply[] {
  const pages = [ask(command, options)];
  const flags = pages[0]?.message.flags;
  for (;;) {
    const next = pages.at(-1)?.seen.buttons.find(({ label }) => label === 'Next ›');
    if (!next?.customId || next.disabled) return pages;
    pages.push(press(next.customId, flags));
    if (pages.length > 50) throw new Error(`/${command} never comes to its last page`);
  }
}

/** The choices offered while `focused` is being typed. */
export function complete(command: string, options: Record<string, string>, focused: string) {
  const { response } = dispatch(interactionOf({ command, options }, focused));
  if (response.type !== 8) throw new Error(`${response.type} is no list of choices`);
  return response.data.choices ?? [];
}

function reply(interaction: APIInteraction, kind: Reply['kind']): Reply {
  const dispatched = dispatch(interaction);
  const { response } = dispatched;
  if (response.type !== 4 && response.type !== 7) throw new Error(`${response.type} is no message`);
  return { dispatched, kind, message: response.data, seen: see(response.data) };
}
