/** The contract of a command: one file each, a pure function of parsed options and the library. */
import type { Answer, Pictured } from '../answer.js';
import type { Card } from '../assessment/volume.js';
import type { Edition, Library } from '../library.js';

/** As many as Discord takes, be they declared or offered while somebody types. */
export const CHOICES_MAX = 25;

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
  /** Known without opening the assessment. */
  choices?(card: Card): Choice[];
  /** At most 25, best first. Names may be long: they are cut at a word where they are sent. */
  autocomplete?(typed: string, edition: Edition): Choice[];
}

/** Options that buttons carry and nobody types: what stands for the others, one work of a footnote, a form of the answer. */
export const CARRIED = ['show', 'work', 'as'] as const;

/** The ground of a picture: Discord's own is dark for most. */
export const themeOf = (as: string | undefined): Pictured['theme'] => (as === 'light' ? 'light' : 'dark');

/** How long a question may be. */
export const QUESTION_MAX = 300;
/** As much of a message as a command on it gets, in characters: the most that one can hold. */
export const MESSAGE_MAX = 4000;

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
  /**
   * Picked from the Apps menu of a message, by its name, and never typed: its one option `message` is the text of that
   * message. What the answer's buttons need of it stands in `again`, since a message is kept in no button.
   */
  on?: 'message';
  /** Only the asker sees the answer, where `private` is not given. */
  privateByDefault?: boolean;
  options: readonly Option[];
  run(options: Options, context: Context): Answer;
}

/** Something expected went wrong with what was asked: the message is for the asker, and says what to do next. */
export class Refusal extends Error {
  override name = 'Refusal';
}
