/** A Discord message as text for a terminal: the same words, 80 columns, colours where the terminal has them. */
import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { parse } from 'discord-markdown-parser';
import wrapAnsi from 'wrap-ansi';
import type { Message } from '../../render/message.js';

export interface Button {
  label: string;
  /** What pressing it sends; a link has none. */
  customId?: string;
  url?: string;
  /** What the menu is called that it is a choice of. */
  menu?: string;
}

export interface Look {
  columns: number;
  colour: boolean;
  /** Buttons can be pressed, by their number; else only links are shown. */
  pressing: boolean;
}

type Part = { type?: string; component_type?: number } & Record<string, unknown>;
interface Node {
  type: string;
  content?: string | Node[];
  target?: string;
  /** Of an emoji, which has no content. */
  name?: string;
}

const STYLES = { bold: [1, 22], dim: [2, 22], underline: [4, 24], cyan: [36, 39] } as const;

/** The text of a message; its buttons are numbered at the end, as `buttonsOf` gives them. */
export function textOf(message: Message, look: Look): string {
  const blocks = flatten(message.components as unknown as Part[]).flatMap((part) =>
    part.type === ComponentType.TextDisplay ? [markdown(String(part.content), look)] : [],
  );
  const numbered = buttonsOf(message).map((button, i) => ({ ...button, number: i + 1 }));
  // A line for each menu, and for the buttons before and behind it.
  const groups: (typeof numbered)[] = [];
  for (const button of numbered) {
    const group = groups.at(-1);
    if (group && group[0]?.menu === button.menu) group.push(button);
    else groups.push([button]);
  }
  const rows = groups.map((own) => {
    const menu = own[0]?.menu;
    const shown = own.flatMap(({ label, url, number }) => {
      const named = url ? `${label} <${url}>` : label;
      return look.pressing ? style('cyan', `[!${number}] ${named}`, look) : url ? named : [];
    });
    return shown.length ? [wrap([...(menu ? [`${menu} `] : []), shown.join('  ')].join(''), look)] : [];
  });
  const controls = rows.flat().join('\n');
  return [...blocks, ...(controls ? [controls] : [])].join('\n\n');
}

/** The buttons that can be pressed or opened, and the choices of menus, in order. */
export function buttonsOf(message: Message): Button[] {
  return flatten(message.components as unknown as Part[]).flatMap((part): Button[] => {
    if (part.type === ComponentType.StringSelect)
      return (part.options as { label: string; value: string }[]).map(({ label, value }) => ({
        label,
        customId: value,
        menu: String(part.placeholder),
      }));
    if (part.type !== ComponentType.Button || part.disabled) return [];
    const label = String(part.label);
    return [
      part.style === ButtonStyle.Link
        ? { label, url: String(part.url) }
        : { label, customId: String(part.custom_id) },
    ];
  });
}

function flatten(parts: readonly Part[]): (Record<string, unknown> & { type: number })[] {
  return parts.flatMap((part) => [
    part as unknown as Record<string, unknown> & { type: number },
    ...flatten((part.components as Part[] | undefined) ?? []),
  ]);
}

/** Each line of markdown by itself: Footnote's messages have no markup that spans lines. */
function markdown(text: string, look: Look): string {
  return text
    .split('\n')
    .map((line) => {
      const [, bullet = '', rest = ''] = /^(- )?([\s\S]*)$/.exec(line) ?? [];
      const written = write(parse(rest, 'extended') as Node[], look);
      return bullet ? wrap(`• ${written}`, look, '  ') : wrap(written, look);
    })
    .join('\n');
}

function write(nodes: readonly Node[], look: Look): string {
  return nodes
    .map((node) => {
      const inner = typeof node.content === 'string' ? node.content : write(node.content ?? [], look);
      switch (node.type) {
        case 'strong':
          return style('bold', inner, look);
        case 'heading':
          return style('bold', inner, look);
        case 'subtext':
          return style('dim', inner, look);
        case 'blockQuote':
          return `│ ${inner}`;
        case 'link':
          // A mark is a link too; its address stands in the source line.
          return /^\[\d+\]$/.test(inner)
            ? style('cyan', inner, look)
            : `${style('underline', inner, look)} <${node.target}>`;
        case 'autolink':
        case 'url':
          return style('underline', String(node.target ?? inner), look);
        case 'twemoji':
          return String(node.name ?? '');
        case 'br':
          return '\n';
        default:
          return inner;
      }
    })
    .join('');
}

function wrap(text: string, { columns }: Look, indent = ''): string {
  const lines = wrapAnsi(text, columns - indent.length).split('\n');
  return lines.map((line, i) => (i === 0 ? line : indent + line)).join('\n');
}

function style(name: keyof typeof STYLES, text: string, { colour }: Look): string {
  if (!colour) return text;
  const [on, off] = STYLES[name];
  return `\u001b[${on}m${text}\u001b[${off}m`;
}
