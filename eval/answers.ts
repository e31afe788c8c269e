/** Footnote's own answers: the real dispatch, the interaction that Discord would send, the message as sent. */

import { createDispatch } from '../src/dispatch.js';
import { interactionOf } from '../src/interactions.js';
import type { Library } from '../src/library.js';
import { createLog } from '../src/log.js';
import type { Message } from '../src/render/message.js';
import type { Given } from './scoring.js';

/** @returns `ask`: what dispatch makes of a question; `read`: what of it is scored */
export function createAsker(library: Library) {
  // A command that fails must not pass for one that declines: it is written to standard error.
  const dispatch = createDispatch(library, createLog({ level: 'error' }), 'eval');
  const ask = (question: string) => dispatch(interactionOf({ command: 'ask', options: { question } }));
  return { ask, read };
}

function read({ answer, response }: ReturnType<ReturnType<typeof createDispatch>>): Given {
  const message = 'data' in response && 'components' in response.data ? response.data : undefined;
  // Without an answer there is a notice only, which is no answer.
  const { found, evidence, sources } = answer ?? { found: false, evidence: [], sources: [] };
  return { found, evidence, sources, text: message ? readable(message) : '' };
}

interface Component {
  content?: string;
  label?: string;
  options?: readonly { label?: string; description?: string }[];
  items?: readonly { description?: string | null }[];
  components?: readonly Component[];
  accessory?: Component;
}

/** What there is to read in a message, buttons and pictures' descriptions too, one piece a line. */
export function readable(message: Pick<Message, 'components'>): string {
  return message.components.flatMap((component) => piecesOf(component as Component)).join('\n');
}

function piecesOf(component: Component): string[] {
  const { content, label, options = [], items = [], components = [], accessory } = component;
  return [
    content,
    label,
    ...options.flatMap((option) => [option.label, option.description]),
    ...items.map((item) => item.description),
    ...components.flatMap(piecesOf),
    ...(accessory ? piecesOf(accessory) : []),
  ].filter((piece): piece is string => Boolean(piece));
}
