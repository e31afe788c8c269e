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

/** @param caret where it stands in the line: what it stands in is what is typed */
export async function suggest(
  line: string,
  caret: number,
  commands: readonly DeclaredCommand[],
  complete: Complete,
): Promise<Suggestions> {
  if (/^\/\S*$/.test(line)) return commandsFor(line.slice(1), commands);
  const typed = readTyped(line, commands);
  if (typed.kind !== 'command') return NONE;
  const { command, options } = typed;
  const left = command.options.filter(({ name }) => !options.some((option) => option.name === name));
  const isAtEnd = caret >= line.trimEnd().length;
  const here = isAtEnd ? options.at(-1) : options.find(({ from, to }) => from <= caret && caret <= to);
  const isDone = here && isAtEnd && here.value !== '' && line.endsWith(' ');
  if (isDone || (!here && isAtEnd)) return optionsOf(line, command, left);
  if (!here) return NONE;
  const option = command.options.find(({ name }) => name === here.name) as DeclaredOption;
  const choices = await choicesOf(option, here, command, options, complete);
  // A word that begins like an option may be its name.
  const [word = ''] = isAtEnd ? (/(?<=\s)\S+$/.exec(here.value) ?? []) : [];
  const begun = word ? left.filter(({ name }) => name.startsWith(word.toLowerCase())) : [];
  const isChosen = choices.some(({ value, name }) => [String(value), name].includes(here.value));
  const before = line.slice(0, here.from).trimEnd();
  const after = line.slice(here.to).trimStart();
  return {
    label: `${option.name}: ${option.description}`,
    items: [
      ...begun.map((one) => optionItem(one, line.slice(0, line.length - word.length))),
      ...choices.map(({ name, value }) => ({
        label: name,
        line: `${before}${before.endsWith(':') ? '' : ` ${option.name}:`}${choiceText(option, name, value)} ${after}`,
      })),
    ],
    // What may be an option is not taken for a choice, which would take the place of all that was typed.
    takesFirst: choices.length > 0 && !isChosen && begun.length === 0,
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
  { value: typed }: TypedOption,
  command: DeclaredCommand,
  options: readonly TypedOption[],
  complete: Complete,
): Promise<{ name: string; value: string | number }[]> {
  if (option.autocomplete) return complete(command, options, option.name);
  const choices =
    option.type === TRUTH ? ['True', 'False'].map((name) => ({ name, value: name })) : option.choices;
  const has = (text: string) => text.toLowerCase().includes(typed.toLowerCase());
  return choices.filter(({ name, value }) => has(name) || has(String(value)));
}

/** A choice is written by its name, as Discord shows it; what the bot gave for an option may have a name too long to read. */
const choiceText = (option: DeclaredOption, name: string, value: string | number) =>
  option.autocomplete ? String(value) : name;
