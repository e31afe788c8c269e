/** The contract of a command: one file each, a pure function of parsed options and the library. */
import type { Answer } from '../answer.js';
import type { Edition, Library } from '../library.js';

/** `aliases` are what people type for a choice past the list; they are not shown. */
export interface Choice {
  name: string;
  value: string;
  aliases?: readonly string[];
}

/** Every option is a word or a text; `private` and `assessment` belong to all commands and stand in `registry.ts`. */
export interface Option {
  name: string;
  description: string;
  required?: boolean;
  /** Longest text taken, in characters. */
  maxLength?: number;
  choices?(edition: Edition): Choice[];
  /** At most 25, best first. Names may be long: they are cut at a word where they are sent. */
  autocomplete?(typed: string, edition: Edition): Choice[];
}

/** The option that says which of several assessments is asked. */
export const ASSESSMENT = 'assessment';

/** Values by option name; what was not given is absent, a choice is its value. */
export type Options = Readonly<Record<string, string>>;

export interface Context {
  edition: Edition;
  library: Library;
  /** Of the program. */
  version: string;
  commands: readonly Command[];
}

export interface Command {
  name: string;
  description: string;
  /** Only the asker sees the answer, where `private` is not given. */
  privateByDefault?: boolean;
  options: readonly Option[];
  run(options: Options, context: Context): Answer;
}

/** Something expected went wrong with what was asked: the message is for the asker, and says what to do next. */
export class Refusal extends Error {
  override name = 'Refusal';
}
