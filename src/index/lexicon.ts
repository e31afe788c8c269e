/**
 * Spelling variants that people really use (Uyghur for Uighur, ICC for Rome Statute), kept as data in
 * `data/lexicon.json`. A document that has one member of a group is found by the others.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { plain, terms } from './language.js';

const schema = z.strictObject({ variants: z.array(z.array(z.string().min(1)).min(2)) });

/** Belongs to the program, not to an assessment, and so is not looked for in DATA_DIR. */
const FILE = new URL('../../data/lexicon.json', import.meta.url);

export interface Lexicon {
  /** The terms that stand for the same things as phrases in `text`, without those that the text has itself. */
  variants(text: string): string[];
  /** Every name, folded, of what `name` is a whole name of; at least the name itself. */
  names(name: string): string[];
}

/** Reads the lexicon. Throws where the file is not there or not of its shape: it is part of the program. */
export function loadLexicon(): Lexicon {
  const { variants: named } = schema.parse(JSON.parse(readFileSync(FILE, 'utf8')));
  const names = named.map((group) => group.map(plain));
  const groups = named.map((group) => group.map(terms).filter((phrase) => phrase.length > 0));
  // By first term, so that a text is read once and not once a phrase.
  const byFirst = new Map<string, { phrase: string[]; group: string[][] }[]>();
  for (const group of groups) {
    for (const phrase of group) {
      const first = phrase[0] as string;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { phrase, group }]);
    }
  }
  return {
    variants(text) {
      const own = terms(text);
      const found = new Set<string>();
      own.forEach((first, at) => {
        for (const { phrase, group } of byFirst.get(first) ?? []) {
          if (phrase.every((t, i) => own[at + i] === t)) for (const t of group.flat()) found.add(t);
        }
      });
      for (const t of own) found.delete(t);
      return [...found];
    },
    names(name) {
      const own = plain(name);
      return [...new Set([own, ...names.filter((group) => group.includes(own)).flat()])];
    },
  };
}
