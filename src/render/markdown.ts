/** Discord's markdown: the one place where text becomes markup, and so the one place where it is escaped. */
import type { Inline } from '../answer.js';

/**
 * Plain text made safe to stand in markdown: nothing in it is markup, a mention or a link, whatever it says. Discord
 * takes a backslash before any punctuation as "this, and nothing else".
 */
export function escapeMarkdown(text: string): string {
  if (!MARKUP.test(text) && !BEGINS_LINE.test(text)) return text;
  // Headings, lists, subtext: markup at the start of a line only.
  return escapeWithin(text)
    .replace(/^(\s*)([-#+])/gm, '$1\\$2')
    .replace(/^(\s*\d+)(?=\.)/gm, '$1\\');
}

/** Most texts have nothing to escape: no markup and but one line, which does not begin with any. */
const MARKUP = /[\\*_~`|<>[\]@\n\r\u2028\u2029]|:(?=\/\/)/;
const BEGINS_LINE = /^\s*(?:[-#+]|\d+\.)/;

/** The same for text that cannot begin a line. */
function escapeWithin(text: string): string {
  if (!MARKUP.test(text)) return text;
  // A bare address would be a link (and its preview); an address with its colon escaped is text.
  return text.replace(/[\\*_~`|<>[\]@]|:(?=\/\/)/g, '\\$&');
}

/** A link; parentheses in the address would end it too early. */
export function link(text: string, url: string): string {
  return `[${escapeWithin(text)}](${encodeAddress(url)})`;
}

/** An address written out, as a link to itself. */
export function bareLink(url: string): string {
  return `<${url}>`;
}

export function inline(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return escapeMarkdown(part);
      if ('bold' in part) return setApart(part.bold, '**');
      if ('italic' in part) return setApart(part.italic, '*');
      return part.link === part.url ? bareLink(part.url) : link(part.link, part.url);
    })
    .join('');
}

/** The blanks around it stay outside: markup that ends in a blank is none for every reader of markdown. */
function setApart(text: string, mark: '*' | '**'): string {
  const inner = text.trim();
  const at = text.indexOf(inner);
  const [before, after] = [text.slice(0, at), text.slice(at + inner.length)];
  return inner ? `${before}${mark}${escapeWithin(inner)}${mark}${after}` : text;
}

/** Cut at a word, with an ellipsis: for labels and choices, never for statements, links or sources. */
export function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text;
  // A character beyond the basic plane is two units, and half of one is none.
  const room = text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '');
  const at = room.lastIndexOf(' ');
  return `${(at > max / 2 ? room.slice(0, at) : room).replace(/[\s,;:·–—-]+$/u, '')}…`;
}

const encodeAddress = (url: string) => url.replace(/\(/g, '%28').replace(/\)/g, '%29');
