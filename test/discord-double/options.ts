/** Types the options of a command by its declaration, as a Discord client does before it sends them. */

import { type JsonObject, objects, text } from '../../src/adapters/playground/discord/json.js';

export type OptionValue = string | number | boolean;
export type OptionValues = Record<string, OptionValue>;

const SUBCOMMANDS = new Set([1, 2]);

/**
 * The `options` of an interaction. A client would not let a user send options that the declaration does not
 * know, nor values of another kind, so both are mistakes of the test and thrown.
 *
 * @param path the subcommand (and its group), outermost first
 * @param how `focused`: the option being typed, for autocomplete: what it holds need not be a value yet; `checks`: false
 * where a value may be another one than the declaration asks for
 */
export function typedOptions(
  declared: JsonObject[],
  path: string[],
  values: OptionValues,
  how: { focused?: string; checks?: boolean } = {},
): JsonObject[] {
  const { focused, checks = true } = how;
  const [step, ...rest] = path;
  if (step !== undefined) {
    const inner = declared.find(({ name, type }) => name === step && SUBCOMMANDS.has(Number(type)));
    if (!inner) throw new Error(`no subcommand ${step} is registered`);
    const options = typedOptions(objects(inner.options), rest, values, how);
    return [{ name: step, type: inner.type, options }];
  }
  for (const option of declared) {
    if (focused === undefined && option.required === true && !(text(option.name) in values)) {
      throw new Error(`the required option ${text(option.name)} is missing`);
    }
  }
  return Object.entries(values).map(([name, value]) => {
    const option = declared.find((candidate) => candidate.name === name);
    if (!option) throw new Error(`the registered command has no option ${name}`);
    if (name !== focused) {
      if (checks) check(option, value);
      return { name, type: option.type, value };
    }
    if (option.autocomplete !== true) throw new Error(`the option ${name} has no autocomplete`);
    // What is being typed is text, whatever it will become.
    return { name, type: option.type, value: String(value), focused: true };
  });
}

/** The declaration of an option, found by its name however deep. */
export function declarationOf(declared: JsonObject[], path: string[], name: string): JsonObject | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return declared.find((option) => option.name === name);
  const inner = declared.find((option) => option.name === step);
  return declarationOf(objects(inner?.options), rest, name);
}

function check(option: JsonObject, value: OptionValue): void {
  const refuse = (why: string) => {
    throw new Error(`a user cannot choose ${JSON.stringify(value)} for ${text(option.name)}: ${why}`);
  };
  const wanted: Record<number, string> = { 4: 'number', 5: 'boolean', 10: 'number' };
  const kind = wanted[Number(option.type)] ?? 'string';
  if (typeof value !== kind) refuse(`it takes a ${kind}`);
  if (option.type === 4 && !Number.isInteger(value)) refuse('it takes a whole number');

  const choices = objects(option.choices);
  if (choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    refuse('it is not one of the choices');
  }
  const size = typeof value === 'string' ? value.length : Number(value);
  const low = typeof value === 'string' ? option.min_length : option.min_value;
  const high = typeof value === 'string' ? (option.max_length ?? 6000) : option.max_value;
  if (typeof low === 'number' && size < low) refuse(`at least ${low}`);
  if (typeof high === 'number' && size > high) refuse(`at most ${high}`);
}
