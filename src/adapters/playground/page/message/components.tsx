/** Discord's components, as Discord lays them out. https://discord.com/developers/docs/components/reference */
import { type APIMessageComponent, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { BotMessage } from '../entries.js';
import { Markdown } from './markdown.js';
import { Menu } from './menu.js';

export interface Shown {
  message: BotMessage;
  onPress: (customId: string, value?: string) => void;
}

type Part = APIMessageComponent;

export function Components({ parts, ...shown }: Shown & { parts: readonly Part[] }) {
  return parts.map((part, i) => <Component key={keyOf(part, i)} part={part} {...shown} />);
}

/** A button keeps its place in the document when the page of a message is turned, and with it the focus. */
const keyOf = (part: Part, i: number) => ('label' in part && part.label ? part.label : `${part.type} ${i}`);

function Component({ part, ...shown }: Shown & { part: Part }) {
  const { message } = shown;
  switch (part.type) {
    case ComponentType.Container:
      return <Container accent={part.accent_color ?? undefined} parts={part.components} {...shown} />;
    case ComponentType.TextDisplay:
      return <Markdown text={part.content} />;
    case ComponentType.Separator:
      return <hr class={part.divider === false ? 'space' : ''} />;
    case ComponentType.Section:
      return (
        <div class="section">
          <div>
            <Components parts={part.components} {...shown} />
          </div>
          <Component part={part.accessory} {...shown} />
        </div>
      );
    case ComponentType.ActionRow:
      return (
        <div class="row">
          <Components parts={part.components} {...shown} />
        </div>
      );
    case ComponentType.Button:
      return <Button part={part} {...shown} />;
    case ComponentType.StringSelect:
      return (
        <Menu
          placeholder={part.placeholder ?? 'Choose…'}
          options={part.options}
          onChoose={(value) => shown.onPress(part.custom_id, value)}
        />
      );
    case ComponentType.MediaGallery:
      return (
        <div class="gallery">
          {part.items.map(({ media, description }) => (
            <Picture key={media.url} url={addressOf(media.url, message)} alt={description ?? ''} />
          ))}
        </div>
      );
    case ComponentType.Thumbnail:
      return <Picture url={addressOf(part.media.url, message)} alt={part.description ?? ''} />;
    case ComponentType.File: {
      const name = part.file.url.replace(ATTACHED, '');
      return (
        <a class="file" href={addressOf(part.file.url, message)} download={name}>
          <span aria-hidden="true">⇩</span> {name}
        </a>
      );
    }
    default:
      return (
        <p class="refused" role="alert">
          This page cannot show a component of type {part.type}.
        </p>
      );
  }
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
  const label = 'label' in part ? (part.label ?? '') : '';
  if (part.style === ButtonStyle.Link)
    return (
      <a class="button" href={part.url} target="_blank" rel="noreferrer">
        {label} <span aria-hidden="true">↗</span>
      </a>
    );
  const id = 'custom_id' in part ? part.custom_id : '';
  // Not `disabled`: whoever turns pages by keyboard would lose their place on the last one.
  return (
    <button type="button" aria-disabled={part.disabled ?? false} onClick={() => part.disabled || onPress(id)}>
      {label}
    </button>
  );
}

function Picture({ url, alt }: { url: string; alt: string }) {
  return (
    <a href={url} target="_blank" rel="noreferrer" aria-label="Open the picture">
      <img src={url} alt={alt} />
    </a>
  );
}

const ATTACHED = 'attachment://';

/** Of a file that came with the message; of the web, the page takes none. */
const addressOf = (url: string, { files }: BotMessage) =>
  url.startsWith(ATTACHED) ? (files[url.slice(ATTACHED.length)] ?? '') : url;
