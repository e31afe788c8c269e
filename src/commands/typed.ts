/**
 * A line as it is typed: `/command option:value option:value`. Of the prompt and of the local page, which is built for
 * browsers: nothing is imported here.
 */

/** As much of a command as reading a line needs. */
export interface Declared {
  name: string;
  options: readonly { name: string }[];
}

export interface TypedOption {
  name: string;
  value: string;
  /** Where the value stands in the line: it ends before `to`. */
  from: number;
  to: number;
}

export type Typed<C extends Declared> =
  /** No slash: a question. */
  | { kind: 'text' }
  | { kind: 'unknown-command'; name: string }
  /** Text in front of the options that is the value of none; `name` where it looks like an option. */
  | { kind: 'unknown-option'; command: C; name?: string }
  | { kind: 'command'; command: C; options: TypedOption[] };

/**
 * Reads a line. A value runs to the next ` option:` of that command or to the end; text in front of the first option is
 * the value of the command's first option. Names are taken in any case.
 * @param own whether an option is the command's own: text without a name is never one that all commands have
 */
export function readTyped<C extends Declared>(
  line: string,
  commands: readonly C[],
  own: (command: C, option: string) => boolean = () => true,
): Typed<C> {
  if (!line.startsWith('/')) return { kind: 'text' };
  const [head = '', name = ''] = /^\/(\S*)\s*/.exec(line) ?? [];
  const command = commands.find((c) => c.name === name.toLowerCase());
  if (!command) return { kind: 'unknown-command', name };
  const rest = line.slice(head.length);
  const names = command.options.map((option) => option.name).join('|');
  const starts = [...rest.matchAll(new RegExp(`(?:^|\\s)(${names}):`, 'gi'))];
  const options: TypedOption[] = [];
  const add = (option: string, from: number, to: number) => {
    const raw = line.slice(from, to);
    const begins = from + raw.length - raw.trimStart().length;
    options.push({ name: option, value: raw.trim(), from: begins, to: begins + raw.trim().length });
  };
  const before = head.length + (starts[0]?.index ?? rest.length);
  if (line.slice(head.length, before).trim()) {
    const [, unknown] = /^\s*([\p{L}_-]+):/u.exec(rest) ?? [];
    const first = command.options[0];
    if (unknown) return { kind: 'unknown-option', command, name: unknown };
    if (!first || !own(command, first.name)) return { kind: 'unknown-option', command };
    add(first.name, head.length, before);
  }
  starts.forEach((start, i) => {
    const from = head.length + start.index + start[0].length;
    add((start[1] as string).toLowerCase(), from, head.length + (starts[i + 1]?.index ?? rest.length));
  });
  return { kind: 'command', command, options };
}

/** What is wrong with a line, and what would be right; undefined where nothing is. */
export function problemIn<C extends Declared>(typed: Typed<C>, commands: readonly C[]): string | undefined {
  switch (typed.kind) {
    case 'unknown-command':
      return `There is no command /${short(typed.name)}. There are ${commands.map((c) => `/${c.name}`).join(', ')}.`;
    case 'unknown-option': {
      const { name, options } = typed.command;
      const offered = `/${name} takes ${options.map((option) => `${option.name}:`).join(' ')}`;
      return typed.name ? `/${name} has no option ${short(typed.name)}. ${offered}.` : `${offered}.`;
    }
    default:
      return undefined;
  }
}

const short = (name: string) => [...name].slice(0, 32).join('');
