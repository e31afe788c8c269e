/** What Discord asks of application command declarations, beyond what its schema says. */

import { Locale } from 'discord-api-types/v10';
import { isObject, type JsonObject, objects, overTheWire, repeated, text } from './json.js';
import { schemaProblems } from './schema.js';

const CHAT_INPUT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALES = new Set<string>(Object.values(Locale));
const TYPE_NAMES: Record<number, string> = { 1: 'CHAT_INPUT', 2: 'USER', 3: 'MESSAGE', 4: 'entry point' };
/** How many commands of each type an application may have in one scope. */
const MOST: Record<number, number> = { 1: 100, 2: 15, 3: 15, 4: 1 };
const MOST_CHARACTERS = 8000;
/** Option types that may have choices or autocomplete: string, integer, number. */
const TYPED = new Set([3, 4, 10]);
const GLOBAL_ONLY = ['integration_types', 'contexts', 'dm_permission'];

export interface CommandScope {
  /** Commands of one server rather than of all: some fields are not allowed there. */
  guild?: boolean;
}

/** Problems with the body of a PUT (a list) or of a POST (one declaration); none where it is good. */
export function validateCommands(body: unknown, scope: CommandScope = {}): string[] {
  const wire = overTheWire(body);
  const commands: unknown[] = Array.isArray(wire) ? wire : [wire];
  const problems = commands.flatMap((command, index) => {
    const at = isObject(command) && text(command.name) ? `/${text(command.name)}` : `commands[${index}]`;
    return isObject(command) ? commandProblems(command, at, scope) : [`${at}: must be an object`];
  });

  for (const [type, most] of Object.entries(MOST)) {
    const names = objects(commands)
      .filter((command) => typeOf(command) === Number(type))
      .map((command) => text(command.name));
    const what = TYPE_NAMES[Number(type)];
    if (names.length > most) problems.push(`${names.length} ${what} commands, at most ${most} allowed`);
    for (const name of repeated(names)) problems.push(`two ${what} commands are called ${name}`);
  }
  return problems;
}

function typeOf(command: JsonObject): number {
  return typeof command.type === 'number' ? command.type : 1;
}

function commandProblems(command: JsonObject, at: string, scope: CommandScope): string[] {
  const problems = schemaProblems('ApplicationCommandUpdateRequestSchema', forSchema(command), at);
  const type = typeOf(command);

  if (type === 1) {
    problems.push(...nameProblems(command, at), ...describedProblems(command, at));
    problems.push(...optionProblems(objects(command.options), at));
  } else {
    if (text(command.description)) problems.push(`${at}: only CHAT_INPUT commands have a description`);
    if (objects(command.options).length > 0) problems.push(`${at}: only CHAT_INPUT commands have options`);
    if (!text(command.name).trim()) problems.push(`${at}: the name is empty`);
    problems.push(...localeProblems(command, at));
  }

  if (scope.guild) {
    for (const key of GLOBAL_ONLY) {
      if (command[key] !== undefined) problems.push(`${at}.${key}: only allowed on global commands`);
    }
  }
  const size = characters(command);
  if (size > MOST_CHARACTERS) {
    problems.push(`${at}: names, descriptions and values are ${size} characters, at most ${MOST_CHARACTERS}`);
  }
  return problems;
}

/** The declaration without what the documentation allows and the generated schema does not know. */
function forSchema(command: JsonObject): JsonObject {
  const { nsfw: _nsfw, ...rest } = command;
  const permissions = rest.default_member_permissions;
  return typeof permissions === 'string' && /^\d+$/.test(permissions)
    ? { ...rest, default_member_permissions: Number(permissions) }
    : rest;
}

function nameProblems(named: JsonObject, at: string): string[] {
  const names = [text(named.name), ...localised(named.name_localizations).map(([, name]) => name)];
  return names
    .filter((name) => !CHAT_INPUT_NAME.test(name) || name !== name.toLowerCase())
    .map((name) => `${at}: “${name}” is not a valid name (1 to 32 letters, digits, - or _, lower case)`);
}

function describedProblems(described: JsonObject, at: string): string[] {
  const problems = localeProblems(described, at);
  const description = text(described.description);
  if (!description.trim() || description.length > 100) {
    problems.push(`${at}: the description is ${description.length} characters, 1 to 100 allowed`);
  }
  return problems;
}

function localeProblems(holder: JsonObject, at: string): string[] {
  return ['name_localizations', 'description_localizations'].flatMap((key) =>
    localised(holder[key])
      .filter(([locale]) => !LOCALES.has(locale))
      .map(([locale]) => `${at}.${key}.${locale}: not a locale of Discord`),
  );
}

function optionProblems(options: JsonObject[], at: string): string[] {
  const problems: string[] = [];
  if (options.length > 25) problems.push(`${at}: ${options.length} options, at most 25 allowed`);
  for (const name of repeated(options.map((option) => text(option.name)))) {
    problems.push(`${at}: two options are called ${name}`);
  }
  const firstOptional = options.findIndex((option) => option.required !== true);
  if (firstOptional >= 0 && options.slice(firstOptional).some((option) => option.required === true)) {
    problems.push(`${at}: required options must come before optional ones`);
  }
  if (options.some(isSubcommand) && !options.every(isSubcommand)) {
    problems.push(`${at}: subcommands and other options cannot stand side by side`);
  }
  for (const option of options) {
    const here = `${at} ${text(option.name)}`;
    problems.push(...nameProblems(option, here), ...describedProblems(option, here));
    problems.push(...valueProblems(option, here));
    if (isSubcommand(option)) problems.push(...optionProblems(objects(option.options), here));
  }
  return problems;
}

function isSubcommand(option: JsonObject): boolean {
  return option.type === 1 || option.type === 2;
}

function valueProblems(option: JsonObject, at: string): string[] {
  const problems: string[] = [];
  const choices = objects(option.choices);
  if (choices.length > 25) problems.push(`${at}: ${choices.length} choices, at most 25 allowed`);
  if (option.autocomplete === true && option.choices !== undefined && option.choices !== null) {
    problems.push(`${at}: choices and autocomplete exclude each other`);
  }
  if (!TYPED.has(Number(option.type)) && (choices.length > 0 || option.autocomplete === true)) {
    problems.push(`${at}: an option of this type has neither choices nor autocomplete`);
  }
  problems.push(...choiceProblems(choices, at));
  problems.push(...rangeProblems(option, 'min_length', 'max_length', at));
  problems.push(...rangeProblems(option, 'min_value', 'max_value', at));
  return problems;
}

/** Problems with choices, whether declared with an option or offered as it is typed. */
export function choiceProblems(choices: JsonObject[], at: string): string[] {
  const problems = choices.flatMap((choice) => {
    const found: string[] = localeProblems(choice, `${at} choice ${text(choice.name)}`);
    const name = text(choice.name);
    if (name.length < 1 || name.length > 100) {
      found.push(`${at}: choice name “${name.slice(0, 30)}” is ${name.length} characters, 1 to 100 allowed`);
    }
    if (typeof choice.value === 'string' && choice.value.length > 100) {
      found.push(`${at}: the value of choice “${name.slice(0, 30)}” is over 100 characters`);
    }
    return found;
  });
  for (const key of ['name', 'value']) {
    for (const twice of repeated(choices.map((choice) => choice[key]))) {
      problems.push(`${at}: two choices have the ${key} “${String(twice)}”`);
    }
  }
  return problems;
}

function rangeProblems(option: JsonObject, low: string, high: string, at: string): string[] {
  const [from, to] = [option[low], option[high]];
  return typeof from === 'number' && typeof to === 'number' && from > to
    ? [`${at}: ${low} is above ${high}`]
    : [];
}

/** What counts towards the limit of a whole command; of localised text the longest form counts. */
function characters(node: JsonObject): number {
  const longest = (own: unknown, others: unknown) =>
    Math.max(text(own).length, ...localised(others).map(([, form]) => form.length));
  const own =
    longest(node.name, node.name_localizations) +
    longest(node.description, node.description_localizations) +
    text(node.value).length;
  return [...objects(node.options), ...objects(node.choices)].reduce(
    (sum, child) => sum + characters(child),
    own,
  );
}

function localised(value: unknown): [string, string][] {
  return isObject(value) ? Object.entries(value).map(([locale, form]) => [locale, text(form)]) : [];
}
