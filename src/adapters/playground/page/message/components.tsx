/** Discord's components, as Discord lays them out. https://discord.com/developers/docs/components/reference */
import type { APIMessageComponent, ComponentType } from 'discord-api-types/v10';
import type { BotMessage } from '../entries.js';
import * as kind from './kinds.js';
import { Markdown } from './markdown.js';
import { Menu } from './menu.js';

export interface Shown {
  message: BotMessage;
  onPress: (customId: string, value?: string) => void;
}

type Part = APIMessageComponent;

export function Components({ parts, ...shown }: Shown & { parts: readonly Part[] }) {
  // By their places: a button that is still there when a page is turned keeps the focus.
  return parts.map((part, i) => <Component key={`${part.type} ${i}`} part={part} {...shown} />);
}

function Component({ part, ...shown }: Shown & { part: Part }) {
  const { message } = shown;
  switch (part.type) {
    case kind.CONTAINER:
      return <Container accent={part.accent_color ?? undefined} parts={part.components} {...shown} />;
    case kind.TEXT_DISPLAY:
      return <Markdown text={part.content} />;
    case kind.SEPARATOR:
      return <hr class={part.divider === false ? 'space' : ''} />;
    case kind.SECTION:
      return (
        <div class="section">
          <div>
            <Components parts={part.components} {...shown} />
          </div>
          <Component part={part.accessory} {...shown} />
        </div>
      );
    case kind.ACTION_ROW:
      return (
        <div class="row">
          <Components parts={part.components} {...shown} />
        </div>
      );
    case kind.BUTTON:
      return <Button part={part} {...shown} />;
    case kind.STRING_SELECT:
      return (part.max_values ?? 1) > 1 || part.min_values === 0 ? (
        <Unknown what="a menu with several choices" />
      ) : (
        <Menu
          placeholder={part.options.find((option) => option.default)?.label ?? part.placeholder ?? 'Choose…'}
          isDisabled={part.disabled ?? false}
          options={part.options}
          onChoose={(value) => shown.onPress(part.custom_id, value)}
        />
      );
    case kind.MEDIA_GALLERY:
      return (
        <div class="gallery">
          {part.items.map(({ media, description }) => (
            <Picture key={media.url} url={media.url} alt={description ?? ''} message={message} />
          ))}
        </div>
      );
    case kind.THUMBNAIL:
      return <Picture url={part.media.url} alt={part.description ?? ''} message={message} />;
    case kind.FILE: {
      const name = nameOf(part.file.url);
      const address = message.files[name];
      return address ? (
        <a class="file" href={address} download={name}>
          <span aria-hidden="true">⇩</span> {name}
        </a>
      ) : (
        <Unknown what={`the file ${name}, which did not come with the message`} />
      );
    }
    default:
      return <Unknown what={`a component of type ${(part as { type: ComponentType }).type}`} />;
  }
}

/** What this page has no way to show is said, and not left out. */
export function Unknown({ what }: { what: string }) {
  return (
    <p class="refused" role="alert">
      This page cannot show {what}.
    </p>
  );
}

function Container({
  accent,
  parts,
  ...shown
}: Shown & { accent: number | undefined; parts: readonly Part[] }) {
  const colour = accent === undefined ? '' : `#${accent.toString(16).padStart(6, '0')}`;
  return (
    <section class="container" style={colour ? { '--accent': colour } : {}}>
      <Components parts={parts} {...shown} />
    </section>
  );
}

function Button({ part, onPress }: Shown & { part: Extract<Part, { type: ComponentType.Button }> }) {
  if (part.style === kind.PREMIUM) return <Unknown what="a button that sells something" />;
  const { label = '', emoji, disabled = false } = part;
  const said = [emoji?.name, label].filter(Boolean).join(' ');
  if (part.style === kind.LINK && !disabled)
    return (
      <a class="button" href={part.url} target="_blank" rel="noreferrer">
        {said} <span aria-hidden="true">↗</span>
      </a>
    );
  const id = 'custom_id' in part ? part.custom_id : '';
  // Not `disabled`: whoever turns pages by keyboard would lose their place on the last one.
  return (
    <button
      type="button"
      class={`button style-${part.style}`}
      aria-disabled={disabled}
      onClick={() => disabled || onPress(id)}
    >
      {said}
    </button>
  );
}

function Picture({ url, alt, message }: { url: string; alt: string; message: BotMessage }) {
  const address = message.files[nameOf(url)];
  if (!address) return <Unknown what={`the picture ${url}, which did not come with the message`} />;
  return (
    <a href={address} target="_blank" rel="noreferrer" aria-label="Open the picture">
      <img src={address} alt={alt} />
    </a>
  );
}

/** Of a file that comes with a message. */
const nameOf = (url: string) => url.replace(/^attachment:\/\//, '');
