/** An answer as a Discord message: Components V2, one container, its accent by the rating. */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Action, Answer, Call } from '../answer.js';
import type { Rating } from '../assessment/schema.js';
import type { Edition } from '../library.js';
import { encodeState, type Verb } from './custom-id.js';
import { cutAtWord, escapeMarkdown } from './markdown.js';
import { paginate } from './pages.js';
import { assessmentLine } from './sources.js';

export interface Message {
  flags: number;
  components: APIMessageTopLevelComponent[];
  /** Empty in every message: nothing that Footnote says pings anyone. */
  allowed_mentions: { parse: [] };
}

export interface Rendered {
  message: Message;
  /** Footnote numbers whose sources this page shows. */
  sources: number[];
}

export interface RenderOptions {
  /** From 1; beyond the last page stands the last. */
  page: number;
  isPrivate: boolean;
  /** What brought the answer: the page and share buttons bring it again. */
  call: Call;
  /** It takes the place of a message: whether that was private stays as it is, and may not be said again. */
  replaces: boolean;
}

/** From red to green, told apart by colour-blind people too; the rating always stands in words as well. */
const ACCENTS: Record<Rating, number> = {
  'very-weak': 0xb2182b,
  weak: 0xef8a62,
  fair: 0xf7d35e,
  strong: 0x67a9cf,
  'very-strong': 0x2166ac,
};
const ACCENT_NONE = 0x5b6770;

const LABEL_MAX = 80;
const LINK_MAX = 512;
const ROW = 5;
/** Beside pages and share: more would bury the answer. */
const ACTIONS_MAX = 10;

/** One page of the answer as a message. */
export function renderAnswer(answer: Answer, edition: Edition, options: RenderOptions): Rendered {
  const pages = paginate(answer, edition);
  const at = Math.min(Math.max(options.page, 1), pages.length);
  const page = pages[at - 1];
  if (!page) throw new Error('an answer has at least one page');
  // The call itself where it fits a button; otherwise what the answer says stands for it.
  const call = encodeState({ verb: 'turn', call: options.call, page: 99 })
    ? options.call
    : (answer.again ?? options.call);
  const buttons = [
    ...pageButtons(at, pages.length, call),
    ...(options.isPrivate && !answer.slip
      ? button('share', 'Share with the channel', call, { page: at })
      : []),
  ];
  const actions = unique(answer.actions.flatMap(actionButton).slice(0, ACTIONS_MAX), buttons);
  return {
    message: message(
      [
        { type: ComponentType.TextDisplay, content: page.head },
        ...(page.body ? [{ type: ComponentType.TextDisplay as const, content: page.body }] : []),
        { type: ComponentType.Separator },
        { type: ComponentType.TextDisplay, content: page.sources },
        ...rows(buttons),
        ...rows(actions),
      ],
      answer.rating ? ACCENTS[answer.rating] : ACCENT_NONE,
      options.isPrivate && !options.replaces,
    ),
    sources: page.footnotes,
  };
}

/**
 * A calm sentence in place of an answer: what was wrong and what to do next. Always private; it names the assessment
 * as every reply does.
 */
export function renderNotice(sentence: string, edition: Edition): Message {
  return message(
    [
      { type: ComponentType.TextDisplay, content: escapeMarkdown(sentence) },
      { type: ComponentType.TextDisplay, content: assessmentLine(edition) },
    ],
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

function pageButtons(at: number, pages: number, call: Call): APIButtonComponent[] {
  if (pages === 1) return [];
  return [
    ...(at > 1 ? button('turn', '‹ Previous page', call, { page: at - 1 }) : []),
    ...button('turn', `${at} of ${pages}`, call, { page: at, disabled: true }),
    ...(at < pages ? button('turn', 'Next page ›', call, { page: at + 1 }) : []),
  ];
}

function actionButton(action: Action): APIButtonComponent[] {
  if (action.do !== 'link') return button(action.do, action.label, action.call);
  if (action.url.length > LINK_MAX) return [];
  return [
    {
      type: ComponentType.Button,
      style: ButtonStyle.Link,
      label: cutAtWord(action.label, LABEL_MAX),
      url: action.url,
    },
  ];
}

/** None where what it has to remember does not fit its id. */
function button(
  verb: Verb,
  label: string,
  call: Call,
  { page = 1, disabled = false }: { page?: number; disabled?: boolean } = {},
): APIButtonComponent[] {
  const id = encodeState({ verb, call, page });
  if (!id) return [];
  return [
    {
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: cutAtWord(label, LABEL_MAX),
      custom_id: id,
      ...(disabled ? { disabled } : {}),
    },
  ];
}

/** Two buttons of a message may not have one id. */
function unique(buttons: APIButtonComponent[], before: readonly APIButtonComponent[]): APIButtonComponent[] {
  const idOf = (b: APIButtonComponent) => ('custom_id' in b ? b.custom_id : undefined);
  const seen = new Set(before.map(idOf));
  return buttons.filter((b) => {
    const id = idOf(b);
    if (id === undefined) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

function rows(buttons: readonly APIButtonComponent[]): APIActionRowComponent<APIButtonComponent>[] {
  const result: APIActionRowComponent<APIButtonComponent>[] = [];
  for (let i = 0; i < buttons.length; i += ROW) {
    result.push({ type: ComponentType.ActionRow, components: buttons.slice(i, i + ROW) });
  }
  return result;
}
