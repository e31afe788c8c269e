/** Addresses of records: `/indicator/35`, `/vote/A/RES/77/230`, `/footnote/24`, `/treaty/iccpr`. */
import { parse } from 'discord-markdown-parser';
import { ASSESSMENT, type Call } from '../../answer.js';
import type { Dispatched } from '../../dispatched.js';
import type { Message } from '../../render/message.js';

/** By the kind of the record: the command that answers on one, and the option that names it. */
const KINDS = {
  indicator: { command: 'indicator', option: 'name' },
  vote: { command: 'votes', option: 'resolution' },
  footnote: { command: 'cite', option: 'footnote' },
  treaty: { command: 'treaty', option: 'name' },
} as const;

/** @returns the command that a path stands for; undefined where it is no address of a record */
export function callAt(path: string, assessment?: string): Call | undefined {
  const [, kind = '', id = ''] = /^\/(\w+)\/(.+?)\/?$/.exec(path) ?? [];
  if (!Object.hasOwn(KINDS, kind)) return undefined;
  const { command, option } = KINDS[kind as keyof typeof KINDS];
  return { command, options: { [option]: id, ...(assessment ? { [ASSESSMENT]: assessment } : {}) } };
}

/**
 * @returns the address of the one record that an answer to a command is on; undefined where it is on several, or on what a
 *   question asked
 * @param newest the id of the assessment that needs no naming
 */
export function linkTo(command: string, answer: Dispatched['answer'], newest: string): string | undefined {
  const [first, second] = answer?.found ? answer.evidence : [];
  if (!first || !Object.hasOwn(KINDS, first.kind)) return undefined;
  const kind = first.kind as keyof typeof KINDS;
  // A list has several of a kind; what else is evidence of one record is of another.
  if (KINDS[kind].command !== command || second?.kind === kind) return undefined;
  return `/${kind}/${first.id}${first.assessment === newest ? '' : `?${ASSESSMENT}=${first.assessment}`}`;
}

/** The title of an answer and what stands under it, as plain text: what a link to it is called. */
export function titleOf({ components }: Message): { title: string; description: string } {
  const [container] = components;
  const [head] = container && 'components' in container ? container.components : [];
  const [title = '', ...rest] = head && 'content' in head ? head.content.split('\n').map(plain) : [];
  return { title, description: rest.filter(Boolean).join(' · ') };
}

interface Node {
  content?: string | Node[];
  /** Of an emoji, which has no content. */
  name?: string;
}

/** A line of Discord's markdown as it is read. */
function plain(line: string): string {
  const read = (nodes: readonly Node[]): string =>
    nodes
      .map(({ content, name = '' }) => (Array.isArray(content) ? read(content) : (content ?? name)))
      .join('');
  return read(parse(line, 'extended') as Node[]).trim();
}
