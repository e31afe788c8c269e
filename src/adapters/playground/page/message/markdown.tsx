/** Discord's markdown as elements. No text ever becomes HTML: what is not markup here is shown as it stands. */
import { parse } from 'discord-markdown-parser';
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';

interface Node {
  type: string;
  content?: string | Node[];
  target?: string;
  /** Of an emoji, which has no content. */
  name?: string;
}

interface Line {
  tag: 'p' | 'li' | 'h2' | 'h3' | 'h4' | 'small' | 'blockquote';
  nodes: Node[];
}

const BEGINS: [RegExp, Line['tag']][] = [
  [/^- /, 'li'],
  [/^# /, 'h2'],
  [/^## /, 'h2'],
  [/^### /, 'h3'],
  [/^-# /, 'small'],
  [/^> /, 'blockquote'],
];

/** Each line by itself: what Footnote sends has no markup that spans lines. */
export function Markdown({ text }: { text: string }) {
  const lines = text.split('\n').map((line): Line => {
    const [begins, tag] = BEGINS.find(([pattern]) => pattern.test(line)) ?? [/^/, 'p'];
    return { tag, nodes: parse(line.replace(begins, ''), 'extended') as Node[] };
  });
  const blocks: JSX.Element[] = [];
  for (let i = 0; i < lines.length; ) {
    const { tag, nodes } = lines[i] as Line;
    if (tag === 'li') {
      let end = i;
      while (lines[end]?.tag === 'li') end++;
      const items = lines.slice(i, end);
      blocks.push(
        <ul key={i}>
          {items.map((item, at) => (
            <li key={at}>{inline(item.nodes)}</li>
          ))}
        </ul>,
      );
      i = end;
    } else {
      const Tag = tag;
      blocks.push(<Tag key={i}>{inline(nodes)}</Tag>);
      i++;
    }
  }
  return <div class="markdown">{blocks}</div>;
}

function inline(nodes: readonly Node[]): ComponentChildren {
  return nodes.map(({ type, content = '', target, name }, i) => {
    const inner = typeof content === 'string' ? content : inline(content);
    switch (type) {
      case 'strong':
        return <b key={i}>{inner}</b>;
      case 'em':
        return <i key={i}>{inner}</i>;
      case 'underline':
        return <u key={i}>{inner}</u>;
      case 'strikethrough':
        return <s key={i}>{inner}</s>;
      case 'inlineCode':
      case 'codeBlock':
        return <code key={i}>{inner}</code>;
      case 'twemoji':
        return name;
      case 'spoiler':
        return <Spoiler key={i}>{inner}</Spoiler>;
      case 'br':
        return <br key={i} />;
      case 'everyone':
      case 'here':
        // Nobody is notified: Footnote's messages name nobody.
        return `@${type}`;
      case 'link':
      case 'url':
      case 'autolink':
        return target && isWeb(target) ? (
          <a key={i} href={target} target="_blank" rel="noreferrer">
            {inner}
          </a>
        ) : (
          inner
        );
      default:
        return inner;
    }
  });
}

/** Hidden until somebody wants to see it. */
function Spoiler({ children }: { children: ComponentChildren }) {
  const [isShown, show] = useState(false);
  return isShown ? (
    <span>{children}</span>
  ) : (
    <button type="button" class="plain" onClick={() => show(true)}>
      (hidden: show it)
    </button>
  );
}

/** Discord links to the web alone. */
const isWeb = (target: string) => /^https?:\/\//i.test(target);
