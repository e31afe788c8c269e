/** What stands below an answer: pages, what it leads on to, what can be opened, and what can be done with it. */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { Action, Answer, Call, Document, Onward, Pictured } from '../answer.js';
import { archivedAt } from '../assessment/works.js';
import type { Edition } from '../library.js';
import { encodeRemove, stateIn, type Verb } from './custom-id.js';
import { cutAtWord } from './markdown.js';
import { documentsOf } from './sources.js';

export interface ControlOptions {
  /** The page, from 1, of so many. */
  at: number;
  pages: number;
  /** What brings the answer again. */
  call: Call;
  isPrivate: boolean;
  /** Those whose sources the page shows. */
  footnotes: readonly number[];
  hasPicture: boolean;
}

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

const LABEL_MAX = 80;
const OPTION_MAX = 100;
const LINK_MAX = 512;
const ROW = 5;
const MENU_MAX = 25;
/** Beside pages and tools: more would bury the answer. */
const ACTIONS_MAX = 10;
/** More than this to go on to, or to open, is a menu. */
const BUTTONS_MAX = 3;
/** A document is opened as it stands, and as it was archived. */
const LINKS_EACH = 2;

/** @returns the rows of components below an answer, no two of which have one id; the last is `tools`, where there are any */
export function controls(
  answer: Answer,
  edition: Edition,
  options: ControlOptions,
): { rows: Row[]; tools: Row | undefined } {
  const { call, isPrivate, footnotes } = options;
  const button = (verb: Verb, label: string, to: Call, more: { page?: number } = {}) =>
    buttonOf(verb, label, to, edition, more);
  // A list that leaves some out would seem to be all of them.
  const related = (answer.related ?? []).length > MENU_MAX ? [] : (answer.related ?? []);
  const documents = [
    ...(answer.documents ?? []),
    ...(answer.documentsOnly ? [] : documentsOf(footnotes, edition)),
  ];
  const isFew = documents.length * LINKS_EACH <= BUTTONS_MAX;
  const pages = pageButtons(options, button);
  const tools: APIButtonComponent[] = [
    ...(isPrivate && !answer.slip
      ? button('share', 'Share with the channel', call, { page: options.at })
      : []),
    ...(options.hasPicture && answer.picture ? themeButton(answer.picture, call, button) : []),
  ];
  const onward = [
    ...answer.actions.flatMap((action) => actionButton(action, button)),
    ...(related.length <= BUTTONS_MAX
      ? related.flatMap(({ label, short, call: to }) => button('open', short ?? label, to))
      : []),
  ].slice(0, ACTIONS_MAX);
  const links = isFew ? documents.flatMap((document) => linkButtons(document, edition)) : [];
  const seen = new Set<string>();
  const above = [
    ...rows(unique(pages, seen)),
    ...rows(unique(onward, seen)),
    ...rows(unique(links, seen)),
    ...menu('forms', answer.forms?.label ?? '', answer.forms?.choices ?? [], 'go', edition),
    ...(related.length > BUTTONS_MAX
      ? menu('related', answer.relatedAs ?? 'Related…', related, 'open', edition)
      : []),
    ...(isFew ? [] : menu('documents', 'Open a document or source…', documents, 'open', edition)),
  ];
  const [last] = rows(unique(tools, seen));
  return { rows: last ? [...above, last] : above, tools: last };
}

type MakeButton = (verb: Verb, label: string, to: Call, more?: { page?: number }) => APIButtonComponent[];

/** The picture on the other ground, in the place of this one. */
function themeButton(
  { theme }: Pictured,
  { command, options }: Call,
  button: MakeButton,
): APIButtonComponent[] {
  const [label, as] =
    theme === 'dark' ? (['Light picture', 'light'] as const) : (['Dark picture', 'dark'] as const);
  return button('go', label, { command, options: { ...options, as } });
}

/** Each has its place, whichever page is open: first and last where there are many. */
function pageButtons({ at, pages, call }: ControlOptions, button: MakeButton): APIButtonComponent[] {
  if (pages === 1) return [];
  const to = (label: string, page: number): APIButtonComponent[] =>
    page >= 1 && page <= pages && page !== at
      ? button('turn', label, call, { page })
      : [{ ...SPENT, label, custom_id: `page;${label}` }];
  const here: APIButtonComponent = { ...SPENT, label: `${at} of ${pages}`, custom_id: 'page;here' };
  const [first, before, after, last] = [
    to('« First', 1),
    to('‹ Previous', at - 1),
    to('Next ›', at + 1),
    to('Last »', pages),
  ];
  return pages > 3 ? [...first, ...before, here, ...after, ...last] : [...before, here, ...after];
}

/** What cannot be pressed, and so needs to say nothing. */
const SPENT = { type: ComponentType.Button, style: ButtonStyle.Secondary, disabled: true } as const;

function actionButton(action: Action, button: MakeButton): APIButtonComponent[] {
  if (action.do === 'link') return linkButton(action.label, action.url);
  return button(action.do === 'turn' ? 'go' : action.do, action.label, action.call);
}

/** The document as it stands today, and as it was archived in the year of the assessment. */
function linkButtons({ short, url }: Document, edition: Edition): APIButtonComponent[] {
  return [
    ...linkButton(short, url),
    ...linkButton('Archived copy', archivedAt(url, edition.assessment.year)),
  ];
}

function linkButton(label: string, url: string): APIButtonComponent[] {
  if (url.length > LINK_MAX) return [];
  return [{ type: ComponentType.Button, style: ButtonStyle.Link, label: cutAtWord(label, LABEL_MAX), url }];
}

/** @param asker the id of a user, whose answer it removes */
export const removeButton = (asker: string): APIButtonComponent => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  label: 'Remove',
  custom_id: encodeRemove(asker),
});

/** None where what it has to remember does not fit its id. */
function buttonOf(
  verb: Verb,
  label: string,
  call: Call,
  edition: Edition,
  { page = 1 }: { page?: number },
): APIButtonComponent[] {
  const id = stateIn(edition, { verb, call, page });
  if (!id) return [];
  return [
    {
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: cutAtWord(label, LABEL_MAX),
      custom_id: id,
    },
  ];
}

/** A menu of choices; each remembers what it does in its value, as a button does in its id. */
function menu(
  name: string,
  placeholder: string,
  choices: readonly Onward[],
  verb: Verb,
  edition: Edition,
): Row[] {
  const values = new Set<string>();
  const options = choices.flatMap(({ label, description, call }): APISelectMenuOption[] => {
    const value = stateIn(edition, { verb, call, page: 1 });
    if (!value || values.has(value)) return [];
    values.add(value);
    return [
      {
        label: cutAtWord(label, OPTION_MAX),
        value,
        ...(description ? { description: cutAtWord(description, OPTION_MAX) } : {}),
      },
    ];
  });
  if (options.length === 0) return [];
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: `menu;${name}`,
          placeholder: cutAtWord(placeholder, 150),
          options: options.slice(0, MENU_MAX),
        },
      ],
    },
  ];
}

/** Two components of a message may not have one id. */
function unique(buttons: readonly APIButtonComponent[], seen: Set<string>): APIButtonComponent[] {
  return buttons.filter((button) => {
    if (!('custom_id' in button)) return true;
    if (seen.has(button.custom_id)) return false;
    seen.add(button.custom_id);
    return true;
  });
}

function rows(buttons: readonly APIButtonComponent[]): Row[] {
  const result: Row[] = [];
  for (let i = 0; i < buttons.length; i += ROW) {
    result.push({ type: ComponentType.ActionRow, components: buttons.slice(i, i + ROW) });
  }
  return result;
}
