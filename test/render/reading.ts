/**
 * Reads a message as a person does. The markdown is parsed by `discord-markdown-parser`, which knows nothing of how it was
 * written; it has no lists, so that the bullet is taken off first, and what each line says is read for itself.
 */
import { parse } from 'discord-markdown-parser';
import { isObject, type JsonObject, objects, text } from '../../src/adapters/playground/discord/json.js';
import type { Message } from '../../src/render/message.js';

export interface Line {
  style: 'heading' | 'subtext' | 'quote' | 'item' | 'plain';
  /** What is read, links by their text. */
  text: string;
  bold: string[];
  links: { text: string; target: string }[];
  /** Every kind of markup in it, text apart. */
  markup: string[];
}

export interface Button {
  label: string;
  customId?: string;
  url?: string;
  disabled: boolean;
}

export interface Seen {
  /** Title and subtitle. */
  head: Line[];
  /** What is said. */
  body: Line[];
  /** What stands below: the sources, then the assessment itself. */
  sources: Line[];
  /** Title, subtitle and what is said, as one text. */
  said: string;
  /** The markdown of all text displays. */
  markdown: string[];
  buttons: Button[];
}

export function see(message: Message): Seen {
  const parts = flatten(objects(message.components));
  const markdown = parts.filter(({ type }) => type === 10).map(({ content }) => text(content));
  // The last text display holds the sources; the first the title, or all of a notice.
  const head = linesOf(markdown[0] ?? '');
  const body = markdown.slice(1, -1).flatMap(linesOf);
  return {
    head,
    body,
    sources: markdown.slice(1).slice(-1).flatMap(linesOf),
    said: [...head, ...body].map((line) => line.text).join('\n'),
    markdown,
    buttons: parts
      .filter(({ type }) => type === 2)
      .map(({ label, custom_id, url, disabled }) => ({
        label: text(label),
        ...(text(custom_id) ? { customId: text(custom_id) } : {}),
        ...(text(url) ? { url: text(url) } : {}),
        disabled: disabled === true,
      })),
  };
}

export function linesOf(markdown: string): Line[] {
  return markdown.split('\n').map(lineOf);
}

/** What markdown reads as, whatever its markup. */
export function textOf(markdown: string): string {
  return spans(parse(markdown, 'extended'))
    .map((span) => span.text)
    .join('');
}

/** Every kind of markup in a text, in the order of its appearance; none for plain text. */
export function markupOf(markdown: string): string[] {
  return spans(parse(markdown, 'extended')).flatMap(({ within }) => within);
}

const STYLES: Record<string, Line['style']> = {
  heading: 'heading',
  subtext: 'subtext',
  blockQuote: 'quote',
};

function lineOf(markdown: string): Line {
  const bullet = /^\s*[-*] /.exec(markdown)?.[0] ?? '';
  const all = spans(parse(markdown.slice(bullet.length), 'extended'));
  const style = all.flatMap(({ within }) => within.flatMap((type) => STYLES[type] ?? []))[0];
  return {
    style: bullet ? 'item' : (style ?? 'plain'),
    text: all.map((span) => span.text).join(''),
    bold: joined(all, (span) => span.strong).map((run) => run.text),
    links: joined(all, (span) => span.link).map((run) => ({
      text: run.text,
      target: String(run.target),
    })),
    markup: all.flatMap(({ within }) => within),
  };
}

interface Span {
  text: string;
  within: string[];
  strong?: JsonObject;
  link?: JsonObject;
}

/** Pieces of text with the markup around each. Unicode's own emoji are text; what has no text at all is its type. */
function spans(nodes: readonly unknown[], outer: Omit<Span, 'text'> = { within: [] }): Span[] {
  return nodes.filter(isObject).flatMap((node): Span[] => {
    const type = text(node.type);
    if (type === 'text') return [{ ...outer, text: text(node.content) }];
    if (type === 'twemoji') return [{ ...outer, text: text(node.name) }];
    if (type === 'br') return [{ ...outer, text: '\n' }];
    const within = {
      ...outer,
      within: [...outer.within, type],
      ...(type === 'strong' ? { strong: node } : {}),
      ...('target' in node ? { link: node } : {}),
    };
    if (typeof node.content === 'string') return [{ ...within, text: node.content }];
    return Array.isArray(node.content) ? spans(node.content, within) : [{ ...within, text: '' }];
  });
}

/** The texts of neighbouring spans that belong to the same node. */
function joined(all: readonly Span[], nodeOf: (span: Span) => JsonObject | undefined) {
  const runs: { node: JsonObject; text: string; target: unknown }[] = [];
  for (const span of all) {
    const node = nodeOf(span);
    if (!node) continue;
    const last = runs.at(-1);
    if (last?.node === node) last.text += span.text;
    else runs.push({ node, text: span.text, target: node.target });
  }
  return runs;
}

function flatten(components: readonly JsonObject[]): JsonObject[] {
  return components.flatMap((component) => [component, ...flatten(objects(component.components))]);
}
