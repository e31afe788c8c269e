/**
 * How text becomes the terms that are indexed and searched: one chain for both, so that what is found is what is marked.
 */
import { stemmer } from 'stemmer';
import { eng } from 'stopword';

/**
 * Words that carry no topic. "Against", "no", "not" and "yes" are kept: they are voting positions here. The second list
 * is what people put around a question in a chat.
 */
const STOP_WORDS = new Set([
  ...eng,
  ...'does doing done tell show please whats hows thing things really ever anything something lot'.split(' '),
]);

/** Compatibility forms folded, accents and quotation marks plain, lower case: the form in which words are compared. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[\u2018\u2019\u02bc`]/g, "'")
    .toLowerCase();
}

/** The words of a text as spelled after folding; a possessive 's is dropped, hyphens and slashes divide. */
export function words(text: string): string[] {
  return (
    fold(text)
      .replace(/'s\b/g, '')
      .replace(/'/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The words of a text with one space between: the form in which whole names are compared. */
export function plain(text: string): string {
  return words(text).join(' ');
}

/** A folded word as an index term, or null where it carries no topic. Numbers stand for themselves. */
export function term(word: string): string | null {
  if (STOP_WORDS.has(word)) return null;
  return /\d/.test(word) ? word : stemmer(word);
}

/** The index terms of a text, in order, without stop words. */
export function terms(text: string): string[] {
  return words(text).flatMap((word) => term(word) ?? []);
}
