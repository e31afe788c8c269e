/**
 * Names that people really use for the same thing (Uyghur for Uighur, ICC for Rome Statute), kept as data in
 * `data/lexicon.json`: a list of groups, each with the names of one thing.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { terms } from './language.js';

const schema = z.strictObject({ variants: z.array(z.array(z.string().min(1)).min(2)) });

/** Belongs to the program, not to an assessment, and so is not looked for in DATA_DIR. */
const FILE = new URL('../../data/lexicon.json', import.meta.url);

/** A name is written as its terms with a blank between. */
export interface Lexicon {
  /**
   * The terms of a text with each name as one term: the first name of its group, whichever of them the text has. The
   * longest name counts, so that South Sudan is not read as Sudan.
   */
  read(own: readonly string[]): string[];
  /** Every name of the thing that has this name, or none where it is no name. */
  names(name: string): readonly string[];
  /** Every name as it is written. */
  readonly all: readonly string[];
}

/** Reads the lexicon. Throws where the file is not there or not of its shape: it is part of the program. */
export function loadLexicon(): Lexicon {
  return createLexicon(schema.parse(JSON.parse(readFileSync(FILE, 'utf8'))).variants);
}

/** A lexicon of these groups. A name in two of them belongs to the later one. */
export function createLexicon(variants: readonly (readonly string[])[]): Lexicon {
  const groups = new Map<string, readonly string[]>();
  /** How many terms the longest name has that begins with a term. */
  const longest = new Map<string, number>();
  for (const variant of variants) {
    const group = [...new Set(variant.map((name) => terms(name).join(' ')))];
    for (const name of group) {
      groups.set(name, group);
      const [first = '', ...rest] = name.split(' ');
      longest.set(first, Math.max(longest.get(first) ?? 0, rest.length + 1));
    }
  }
  return {
    read(own) {
      const found: string[] = [];
      let at = 0;
      while (at < own.length) {
        const first = own[at] as string;
        let length = longest.get(first) ?? 1;
        while (length > 1 && !groups.has(own.slice(at, at + length).join(' '))) length--;
        const name = length > 1 ? own.slice(at, at + length).join(' ') : first;
        found.push(groups.get(name)?.[0] ?? name);
        at += length;
      }
      return found;
    },
    names: (name) => groups.get(name) ?? [],
    all: variants.flat(),
  };
}
