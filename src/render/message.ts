/** An answer as a Discord message: Components V2, one container, its accent by the rating. */
import {
  type APIAttachment,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Answer, Call, OutFile } from '../answer.js';
import type { Rating } from '../assessment/schema.js';
import type { Edition } from '../library.js';
import { controls, type Row, removeButton } from './controls.js';
import { stateIn } from './custom-id.js';
import { escapeMarkdown } from './markdown.js';
import { paginate } from './pages.js';
import { PALETTES } from './pictures/palette.js';
import type { Picture } from './pictures/pictures.js';
import { assessmentLine } from './sources.js';

export interface Message {
  flags: number;
  components: APIMessageTopLevelComponent[];
  /** Empty in every message: nothing that Footnote says pings anyone. */
  allowed_mentions: { parse: [] };
  /** One for each file that is sent with it, in their order. */
  attachments?: Pick<APIAttachment, 'id' | 'filename' | 'description'>[];
}

export interface Rendered {
  message: Message;
  files: readonly OutFile[];
  /** Footnote numbers whose sources this page shows. */
  sources: number[];
  /** The last row of the message, where that has buttons for the message itself. */
  tools: Row | undefined;
}

export interface RenderOptions {
  /** From 1; beyond the last page stands the last. */
  page: number;
  isPrivate: boolean;
  /** What brought the answer: the page and share buttons bring it again. */
  call: Call;
  /** It takes the place of a message: whether that was private stays as it is, and may not be said again. */
  replaces: boolean;
  /** The answer that it goes on from came from other data than these. */
  isChanged?: boolean;
  /** The answer's picture, where it is drawn: on the first page. */
  picture?: Picture | undefined;
}

/** That of the pictures; the rating always stands in words and shape as well. */
const accentOf = (rating: Rating) => Number.parseInt(PALETTES.light.ratings[rating].fill.slice(1), 16);
const ACCENT_NONE = 0x5b6770;

/** Said where no button can bring the other pages. */
const CUT = (pages: number) =>
  `-# This is the first of ${pages} pages, and the others do not fit a button: ask for less at once to see them.`;

const CHANGED =
  '-# The data of this assessment have changed since that answer was given. This is what they say now.';

/** One page of the answer as a message. */
export function renderAnswer(answer: Answer, edition: Edition, options: RenderOptions): Rendered {
  const pages = paginate(answer, edition);
  const at = Math.min(Math.max(options.page, 1), pages.length);
  const page = pages[at - 1];
  if (!page) throw new Error('an answer has at least one page');
  // The call itself where it fits a button; otherwise what the answer says stands for it.
  const call = stateIn(edition, { verb: 'turn', call: options.call, page: 99 })
    ? options.call
    : (answer.again ?? options.call);
  const isCut = pages.length > 1 && !stateIn(edition, { verb: 'turn', call, page: pages.length });
  const { picture } = at === 1 ? options : {};
  const attached: OutFile[] = [
    ...(picture ? [{ name: picture.name, type: 'image/png', data: picture.png, alt: picture.alt }] : []),
    ...(answer.files ?? []),
  ];
  const { rows, tools } = controls(answer, edition, {
    ...options,
    call,
    at,
    pages: pages.length,
    footnotes: page.footnotes,
    hasPicture: picture !== undefined,
  });
  return {
    message: {
      ...message(
        [
          text(
            [page.head, ...(options.isChanged ? [CHANGED] : []), ...(isCut ? [CUT(pages.length)] : [])].join(
              '\n',
            ),
          ),
          ...(picture ? [gallery(picture)] : []),
          ...(page.body ? [text(page.body)] : []),
          ...(answer.files ?? []).map(
            ({ name }): APIComponentInContainer => ({
              type: ComponentType.File,
              file: { url: `attachment://${name}` },
            }),
          ),
          { type: ComponentType.Separator },
          text(page.sources),
          ...rows,
        ],
        answer.rating ? accentOf(answer.rating) : ACCENT_NONE,
        options.isPrivate && !options.replaces,
      ),
      // Files of the message that is replaced would stay with it.
      ...(attached.length || options.replaces
        ? {
            attachments: attached.map(({ name, alt }, id) => ({
              id: String(id),
              filename: name,
              ...(alt ? { description: alt } : {}),
            })),
          }
        : {}),
    },
    files: attached,
    sources: page.footnotes,
    tools,
  };
}

/** The message with a button more, by which whoever asked for it removes it from a channel. @param asker the id of a user */
export function removableBy({ message, tools }: Rendered, asker: string): Message {
  return {
    ...message,
    components: message.components.map((container) => {
      if (container.type !== ComponentType.Container) return container;
      const others = tools ? container.components.slice(0, -1) : container.components;
      const row: Row = {
        type: ComponentType.ActionRow,
        components: [...(tools?.components ?? []), removeButton(asker)],
      };
      return { ...container, components: [...others, row] };
    }),
  };
}

const gallery = ({ name, alt }: Picture): APIComponentInContainer => ({
  type: ComponentType.MediaGallery,
  items: [{ media: { url: `attachment://${name}` }, description: alt }],
});

const text = (content: string): APIComponentInContainer => ({ type: ComponentType.TextDisplay, content });

/**
 * A calm sentence in place of an answer: what was wrong and what to do next. Always private; it names the assessment
 * as every reply does.
 */
export function renderNotice(sentence: string, edition: Edition): Message {
  return message(
    [text(escapeMarkdown(sentence)), text(assessmentLine(edition, [], false))],
    ACCENT_NONE,
    true,
  );
}

function message(components: APIComponentInContainer[], accent: number, isPrivate: boolean): Message {
  return {
    flags: MessageFlags.IsComponentsV2 | (isPrivate ? MessageFlags.Ephemeral : 0),
    components: [{ type: ComponentType.Container, accent_color: accent, components }],
    allowed_mentions: { parse: [] },
  };
}
