/** What Discord asks of message components, beyond what its schema says. */

import { isObject, type JsonObject, objects, repeated, text } from './json.js';

const NAMES: Record<number, string> = {
  1: 'action row',
  2: 'button',
  3: 'string select',
  5: 'user select',
  6: 'role select',
  7: 'mentionable select',
  8: 'channel select',
  9: 'section',
  10: 'text display',
  11: 'thumbnail',
  12: 'media gallery',
  13: 'file',
  14: 'separator',
  17: 'container',
};
const SELECTS = new Set([3, 5, 6, 7, 8]);
const IN_CONTAINER = new Set([1, 9, 10, 12, 13, 14]);
const IN_MESSAGE = new Set([...IN_CONTAINER, 17]);
const LINK = 5;
const PREMIUM = 6;
const MOST_COMPONENTS = 40;
const MOST_TEXT = 4000;

/** Every component of a message, parents before what they hold. */
export function* everyComponent(components: unknown): Generator<JsonObject> {
  for (const component of objects(components)) {
    yield component;
    yield* everyComponent(component.components);
    if (isObject(component.accessory)) yield* everyComponent([component.accessory]);
  }
}

/** The addresses that a component shows: thumbnail, file, and the items of a gallery. */
export function mediaOf(component: JsonObject): JsonObject[] {
  const holders = [component, ...objects(component.items)];
  return holders.flatMap((holder) => [holder.media, holder.file]).filter(isObject);
}

/** Problems with the components of a message, `v2` being whether it has the flag for the newer ones. */
export function componentProblems(components: unknown, v2: boolean): string[] {
  const top = objects(components);
  const every = [...everyComponent(components)];
  const problems = top.flatMap((component, index) =>
    placeProblems(component, v2 ? IN_MESSAGE : new Set([1]), `components[${index}]`, v2),
  );

  if (!v2 && top.length > 5) problems.push(`${top.length} action rows, at most 5 allowed`);
  if (every.length > MOST_COMPONENTS) {
    problems.push(`${every.length} components, at most ${MOST_COMPONENTS} allowed, nested ones included`);
  }
  const written = every
    .filter(({ type }) => type === 10)
    .reduce((sum, { content }) => sum + text(content).length, 0);
  if (written > MOST_TEXT) {
    problems.push(`${written} characters in all text displays, at most ${MOST_TEXT} allowed`);
  }
  const customIds = every.map(({ custom_id }) => custom_id).filter((id) => typeof id === 'string');
  for (const id of repeated(customIds)) problems.push(`two components have the custom_id “${id}”`);
  const ids = every.map(({ id }) => id).filter((id) => typeof id === 'number' && id !== 0);
  for (const id of repeated(ids)) problems.push(`two components have the id ${String(id)}`);
  return problems;
}

/** Problems with a component in its place, and with what it holds. */
function placeProblems(component: JsonObject, allowed: Set<number>, at: string, v2: boolean): string[] {
  const type = Number(component.type);
  const name = NAMES[type] ?? `component of type ${String(component.type)}`;
  const here = `${at} (${name})`;
  if (!allowed.has(type)) {
    const why = !v2 && IN_MESSAGE.has(type) ? ' without the flag IS_COMPONENTS_V2' : ' here';
    return [`${here}: not allowed${why}`];
  }
  const children = objects(component.components);
  const within = (types: Set<number>) =>
    children.flatMap((child, index) => placeProblems(child, types, `${at}.components[${index}]`, v2));

  switch (type) {
    case 1:
      return [...rowProblems(children, here), ...within(new Set([2, ...SELECTS]))];
    case 2:
      return buttonProblems(component, here);
    case 3:
      return [...customIdProblems(component, here), ...selectProblems(component, here)];
    case 5:
    case 6:
    case 7:
    case 8:
      return customIdProblems(component, here);
    case 9:
      return [...sectionProblems(component, children, at, here), ...within(new Set([10]))];
    case 10:
      return text(component.content).trim() ? [] : [`${here}: the text is empty`];
    case 11:
      return descriptionProblems(component, here);
    case 12:
      return galleryProblems(component, here);
    case 13: {
      const [file] = mediaOf(component);
      const attached = file && text(file.url).startsWith('attachment://');
      return attached ? [] : [`${here}: a file must be given as attachment://name`];
    }
    case 17:
      return [...containerProblems(component, children, here), ...within(IN_CONTAINER)];
    default:
      return [];
  }
}

function rowProblems(children: JsonObject[], at: string): string[] {
  const problems: string[] = [];
  if (children.length === 0) problems.push(`${at}: is empty`);
  if (children.length > 5) problems.push(`${at}: ${children.length} components, at most 5 allowed`);
  if (children.length > 1 && children.some(({ type }) => SELECTS.has(Number(type)))) {
    problems.push(`${at}: a select must be alone in its row`);
  }
  return problems;
}

function customIdProblems(component: JsonObject, at: string): string[] {
  const length = text(component.custom_id).length;
  return length >= 1 && length <= 100 ? [] : [`${at}: custom_id is ${length} characters, 1 to 100 allowed`];
}

function buttonProblems(button: JsonObject, at: string): string[] {
  const problems: string[] = [];
  const label = text(button.label);
  if (label.length > 80) problems.push(`${at}: the label is ${label.length} characters, at most 80 allowed`);
  if (button.style === PREMIUM) {
    if (!button.sku_id) problems.push(`${at}: a premium button needs a sku_id`);
    return problems;
  }
  if (!label.trim() && !button.emoji) problems.push(`${at}: neither a label nor an emoji`);
  if (button.style === LINK) {
    const url = text(button.url);
    if (!url) problems.push(`${at}: a link button needs a url`);
    if (url.length > 512) problems.push(`${at}: the url is ${url.length} characters, at most 512 allowed`);
    if (url && !/^(https?|discord):\/\//.test(url)) problems.push(`${at}: the url is neither http nor https`);
    if (button.custom_id !== undefined) problems.push(`${at}: a link button has no custom_id`);
    return problems;
  }
  if (button.url !== undefined) problems.push(`${at}: only link buttons have a url`);
  return [...problems, ...customIdProblems(button, at)];
}

function selectProblems(select: JsonObject, at: string): string[] {
  const problems: string[] = [];
  const options = objects(select.options);
  if (options.length < 1 || options.length > 25) {
    problems.push(`${at}: ${options.length} options, 1 to 25 allowed`);
  }
  for (const key of ['label', 'value', 'description']) {
    for (const option of options) {
      const length = text(option[key]).length;
      if (length > 100 || (length === 0 && (key !== 'description' || option[key] === ''))) {
        problems.push(`${at}: an option’s ${key} is ${length} characters, 1 to 100 allowed`);
      }
    }
  }
  for (const value of repeated(options.map((option) => option.value))) {
    problems.push(`${at}: two options have the value “${String(value)}”`);
  }
  const most = typeof select.max_values === 'number' ? select.max_values : 1;
  if (most > options.length) problems.push(`${at}: max_values is above the number of options`);
  if (typeof select.min_values === 'number' && select.min_values > most) {
    problems.push(`${at}: min_values is above max_values`);
  }
  const preset = options.filter((option) => option.default === true).length;
  if (preset > most) problems.push(`${at}: more options are preset than may be chosen`);
  return problems;
}

function sectionProblems(section: JsonObject, children: JsonObject[], at: string, here: string): string[] {
  const problems: string[] = [];
  if (children.length < 1 || children.length > 3) {
    problems.push(`${here}: ${children.length} text displays, 1 to 3 allowed`);
  }
  if (!isObject(section.accessory)) problems.push(`${here}: an accessory (button or thumbnail) is missing`);
  else problems.push(...placeProblems(section.accessory, new Set([2, 11]), `${at}.accessory`, true));
  return problems;
}

function containerProblems(container: JsonObject, children: JsonObject[], at: string): string[] {
  const problems: string[] = [];
  if (children.length === 0) problems.push(`${at}: is empty`);
  const colour = container.accent_color;
  if (typeof colour === 'number' && !(Number.isInteger(colour) && colour >= 0 && colour <= 0xffffff)) {
    problems.push(`${at}: accent_color ${colour} is not a colour (0 to 0xFFFFFF)`);
  }
  return problems;
}

function galleryProblems(gallery: JsonObject, at: string): string[] {
  const items = objects(gallery.items);
  const problems = items.flatMap((item) => descriptionProblems(item, at));
  if (items.length < 1 || items.length > 10) problems.push(`${at}: ${items.length} items, 1 to 10 allowed`);
  return problems;
}

function descriptionProblems(holder: JsonObject, at: string): string[] {
  if (holder.description === undefined || holder.description === null) return [];
  const length = text(holder.description).length;
  return length >= 1 && length <= 1024
    ? []
    : [`${at}: the description is ${length} characters, 1 to 1024 allowed`];
}
