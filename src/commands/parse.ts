/** Options as they arrive, parsed once, at the edge. */

import { ASSESSMENT } from '../answer.js';
import { list } from '../assessment/words.js';
import type { Edition, Library } from '../library.js';
import {
  CARRIED,
  CHOICES_MAX,
  type Choice,
  type Command,
  type Option,
  type Options,
  Refusal,
} from './command.js';
import { choicesOf, optionsOf, PRIVATE } from './registry.js';

export interface Parsed {
  options: Options;
  edition: Edition;
  /** Undefined: the command's own default holds. */
  isPrivate: boolean | undefined;
}

/** No option takes more than this; what is longer is refused before any work is done on it. */
const LONGEST = 500;

/**
 * Checks and cleans what was given for a command's options; a choice is taken by value, name or alias.
 * @throws Refusal where a value is missing, too long or no choice: the message says what would be right.
 */
export function parseOptions(
  command: Command,
  given: Readonly<Record<string, unknown>>,
  library: Library,
): Parsed {
  const offered = optionsOf(command, library);
  const values: Record<string, string> = {};
  const edition = editionOf(given, offered, library);
  for (const option of offered) {
    if (option.name === PRIVATE.name || option.name === ASSESSMENT) continue;
    const value = clean(given[option.name]);
    if (value === undefined || (value === '' && !option.required)) continue;
    values[option.name] = check(option, value, edition);
  }
  // A button may carry more than can be typed.
  for (const name of CARRIED) {
    const value = clean(given[name]);
    if (value) values[name] = value;
  }
  // What stands for the options themselves leaves nothing to ask for.
  if (values.show) return { options: values, edition, isPrivate: undefined };
  const missing = command.options.find((option) => option.required && !values[option.name]);
  if (missing) {
    throw new Refusal(`/${command.name} needs ${missing.name}: ${lowerFirst(missing.description)}.`);
  }
  const isPrivate = clean(given[PRIVATE.name]);
  return { options: values, edition, isPrivate: truth(isPrivate && check(PRIVATE, isPrivate, edition)) };
}

/**
 * Compatibility forms kept, but no control or invisible characters and no runs of white space. A value that is no text,
 * number or truth says nothing.
 */
export function clean(value: unknown): string | undefined {
  if (value === undefined || typeof value === 'object') return undefined;
  return String(value)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();
}

function check(option: Option, value: string, edition: Edition): string {
  const longest = option.maxLength ?? LONGEST;
  if ([...value].length > longest) {
    throw new Refusal(
      `That is too long for ${option.name}: ${longest} characters fit, ${[...value].length} were given. Shorten it and try again.`,
    );
  }
  return option.choices ? choose(option, option.choices(edition.card), value) : value;
}

function choose(option: Option, choices: readonly Choice[], value: string): string {
  const same = (text: string) => text.toLowerCase() === value.toLowerCase();
  const exact = choices.find((c) => same(c.value) || same(c.name) || c.aliases?.some(same));
  if (exact) return exact.value;
  const begun = choices.filter((c) => c.name.toLowerCase().startsWith(value.toLowerCase()));
  if (value && begun.length === 1 && begun[0]) return begun[0].value;
  // What fits no list would be none to read either.
  const near = choices.length > CHOICES_MAX ? offered(choices, value).slice(0, NEAR_MAX) : choices;
  const ways = near.length
    ? `Choose ${list(
        near.map((c) => c.name),
        'or',
      )}.`
    : `Begin to type it to see what there is: ${choices[0]?.name}, for example.`;
  throw new Refusal(`“${value}” is not one of the choices for ${option.name}. ${ways}`);
}

const NEAR_MAX = 10;

/** The choices that have what is typed in their name or value, those that begin so first. */
export function offered(choices: readonly Choice[], typed: string): Choice[] {
  const wanted = typed.toLowerCase();
  const places = choices.map((choice) => {
    const [inName, inValue] = [choice.name, choice.value].map((text) => text.toLowerCase().indexOf(wanted));
    return {
      choice,
      begins: inName === 0 || inValue === 0,
      has: (inName ?? -1) >= 0 || (inValue ?? -1) >= 0,
    };
  });
  return [
    ...places.filter(({ begins }) => begins),
    ...places.filter(({ begins, has }) => has && !begins),
  ].map(({ choice }) => choice);
}

/** The edition of an id, or of a name as it is offered; undefined where it is neither. */
export function editionNamed(value: string, library: Library): Edition | undefined {
  const known = library.edition(value);
  if (known) return known;
  const same = value.toLowerCase();
  const named = library.cards.filter(({ id, country, year }) =>
    [id, `${country.name} ${year}`].some((name) => name.toLowerCase() === same),
  );
  return named[0] && library.edition(named[0].id);
}

function editionOf(
  given: Readonly<Record<string, unknown>>,
  offered: readonly Option[],
  library: Library,
): Edition {
  const value = clean(given[ASSESSMENT]);
  if (!value) return library.latest;
  const option = offered.find(({ name }) => name === ASSESSMENT);
  // A button names its edition whether or not there is a choice: it may be older than today's data.
  const edition =
    editionNamed(value, library) ??
    (option && library.edition(choose(option, choicesOf(option, library) ?? [], value)));
  if (!edition) {
    throw new Refusal('That assessment is not loaded any more. Use the command again to ask one that is.');
  }
  return edition;
}

function truth(value: string | undefined): boolean | undefined {
  if (value === undefined || value === '') return undefined;
  if (/^(?:true|yes|y|1|on)$/i.test(value)) return true;
  if (/^(?:false|no|n|0|off)$/i.test(value)) return false;
  throw new Refusal(
    `“${value}” does not say whether the answer is to be private. Write private:true or private:false.`,
  );
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
