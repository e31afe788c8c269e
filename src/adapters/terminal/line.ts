/** The lines of the terminal: what one types in Discord. */
import type { Call } from '../../answer.js';
import { Refusal } from '../../commands/command.js';
import { clean } from '../../commands/parse.js';
import { commands, optionsOf, slashCommands } from '../../commands/registry.js';
import { problemIn, readTyped } from '../../commands/typed.js';
import type { Library } from '../../library.js';

/**
 * Reads `/command option:value option:value`; a value runs to the next ` option:` of that command or to the end. Text
 * in front of the first option is the value of the command's first option. A line without a slash is `/ask`, or where it
 * begins as `Find sources: text` that command on a message of that text.
 * @throws Refusal where there is no such command or option
 */
export function readLine(line: string, library: Library): Call {
  const text = clean(line) ?? '';
  if (!text.startsWith('/')) return readMessage(text) ?? { command: 'ask', options: { question: text } };
  const declared = slashCommands.map((command) => ({
    name: command.name,
    options: optionsOf(command, library),
    own: command.options,
  }));
  const typed = readTyped(text, declared, ({ own }, name) => own.some((option) => option.name === name));
  const problem = problemIn(typed, declared);
  if (problem || typed.kind !== 'command') throw new Refusal(problem ?? '');
  return {
    command: typed.command.name,
    options: Object.fromEntries(typed.options.map(({ name, value }) => [name, value])),
  };
}

/** A command on a message: its name, a colon and the message. */
function readMessage(text: string): Call | undefined {
  const isIt = (name: string) => text.toLowerCase().startsWith(`${name.toLowerCase()}:`);
  const command = commands.find(({ on, name }) => on === 'message' && isIt(name));
  return command && { command: command.name, options: { message: text.slice(command.name.length + 1) } };
}
