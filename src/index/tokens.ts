/** The tokens of a text in the index: its terms, pairs of them, and every name of what it names. */
import { terms } from './language.js';
import type { Lexicon } from './lexicon.js';

/** Two terms that follow each other: "organis+crime" is what tells organised crime from a crime and an organisation. */
export const pairsOf = (read: readonly string[]) => read.slice(1).map((t, i) => `${read[i]}+${t}`);

/**
 * The tokens of a text, line by line: its terms, what they name under its first name, and pairs of both. A term that is
 * the name of something else is left out: "Sudan" in "South Sudan".
 */
export function tokensOf(text: string, lexicon: Lexicon): string[] {
  return text.split('\n').flatMap((line) => {
    const own = terms(line);
    const read = lexicon.read(own);
    const isName = (t: string) => lexicon.names(t).length > 0;
    return [...own.filter((t) => !isName(t)), ...read.filter(isName), ...pairsOf(read)];
  });
}

/** The same with every name of what a text names, so that any of them finds it, also misspelled or half typed. */
export function nameTokensOf(text: string, lexicon: Lexicon): string[] {
  return text.split('\n').flatMap((line) => {
    const read = lexicon.read(terms(line));
    return [...tokensOf(line, lexicon), ...read.flatMap((t) => lexicon.names(t).slice(1))];
  });
}

/** What a token stands for in the text of a document: its terms, and any name of the thing that they name. */
export function termsOfToken(token: string, lexicon: Lexicon): readonly string[] {
  return token.split('+').flatMap((t) => (lexicon.names(t).length > 0 ? lexicon.names(t) : t));
}
