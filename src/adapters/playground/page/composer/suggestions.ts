/** What can be typed next: commands, then their options, then what there is to choose for each. */
import { readTyped, type TypedOption } from '../../../../commands/typed.js';
import type { DeclaredCommand, DeclaredOption } from '../../wire.js';
import { TRUTH } from '../discord.js';
import type { Item } from '../listbox.js';

export interface Suggestion extends Item {
  /** What the line is when it is taken. */
  line: string;
}

export interface Suggestions {
  /** What the list is of. */
  label: string;
  items: Suggestion[];
  /** Enter takes the first; otherwise it sends the line, unless one was gone to. */
  takesFirst: boolean;
}

/** The choices that the bot itself gives while an option is typed. */
export type Complete = (
  command: DeclaredCommand,
  options: readonly TypedOption[],
  focused: string,
) => Promise<{ name: string; value: string | number }[]>;

const NONE: Suggestions = { label: '', items: [], takesFirst: false };

/** @param line what is typed so far; the cursor is at its end */
export async function suggest(
  line: string,
  commands: readonly DeclaredCommand[],
  complete: Complete,
): Promise<Suggestions> {
  if (/^\/\S*$/.test(line)) return commandsFor(line.slice(1), commands);
  const typed = readTyped(line, commands);
  if (typed.kind !== 'command') return NONE;
  const { command, options } = typed;
  const last = options.at(-1);
  const left = command.options.filter(({ name }) => !options.some((option) => option.name === name));
  const isDone = last && last.value !== '' && line.endsWith(' ');
  if (!last || isDone) return optionsOf(line, command, left);
  const option = command.options.find(({ name }) => name === last.name) as DeclaredOption;
  const choices = await choicesOf(option, command, options, complete);
  // A word that begins like an option may be its name.
  const [word = ''] = /(?<=\s)\S*$/.exec(last.value) ?? [];
  const begun = word ? left.filter(({ name }) => name.startsWith(word.toLowerCase())) : [];
  const exact = choices.some(({ value, name }) => [String(value), name].includes(last.value));
  const typedName = line.slice(0, last.from).trimEnd().endsWith(':');
  return {
    label: `${option.name}: ${option.description}`,
    items: [
      ...choices.map(({ name, value }) => ({
        label: name,
        line: `${line.slice(0, last.from).trimEnd()}${typedName ? '' : ` ${option.name}:`}${choiceText(option, name, value)} `,
      })),
      ...begun.map((one) => optionItem(one, line.slice(0, line.length - word.length))),
    ],
    takesFirst: choices.length > 0 && !exact,
  };
}

function commandsFor(begun: string, commands: readonly DeclaredCommand[]): Suggestions {
  const name = begun.toLowerCase();
  const items = [
    ...commands.filter((command) => command.name.startsWith(name)),
    ...commands.filter((command) => !command.name.startsWith(name) && command.name.includes(name)),
  ].map((command) => ({
    label: `/${command.name}`,
    description: command.description,
    line: `/${command.name} `,
  }));
  return { label: 'Commands', items, takesFirst: items.length > 0 };
}

/** Those that are needed come first, and Enter takes them; the others may be left out. */
function optionsOf(line: string, command: DeclaredCommand, left: readonly DeclaredOption[]): Suggestions {
  return {
    label: `Options of /${command.name}`,
    items: left.map((option) => optionItem(option, line)),
    takesFirst: left.some(({ required }) => required),
  };
}

const optionItem = (option: DeclaredOption, before: string): Suggestion => ({
  label: `${option.name}:`,
  description: `${option.description}${option.required ? ' (needed)' : ''}`,
  line: `${before.trimEnd()} ${option.name}:`,
});

async function choicesOf(
  option: DeclaredOption,
  command: DeclaredCommand,
  options: readonly TypedOption[],
  complete: Complete,
): Promise<{ name: string; value: string | number }[]> {
  const typed = options.at(-1)?.value ?? '';
  if (option.autocomplete) return complete(command, options, option.name);
  const choices =
    option.type === TRUTH ? ['True', 'False'].map((name) => ({ name, value: name })) : option.choices;
  const has = (text: string) => text.toLowerCase().includes(typed.toLowerCase());
  return choices.filter(({ name, value }) => has(name) || has(String(value)));
}

/** A choice is written by its name, as Discord shows it; what the bot gave for an option may have a name too long to read. */
const choiceText = (option: DeclaredOption, name: string, value: string | number) =>
  option.autocomplete ? String(value) : name;
