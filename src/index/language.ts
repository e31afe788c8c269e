/**
 * How text becomes the terms that are indexed and searched: one chain for both, so that what is found is what is marked.
 */
import { stemmer } from 'stemmer';
import { eng } from 'stopword';
import { memo } from './memo.js';

/**
 * Words that carry no topic: those of English, then what people put around a question in a chat. "Against", "no", "not"
 * and "yes" are kept: they are voting positions here.
 */
const STOP_WORDS = new Set([
  ...eng,
  ...'does doing done tell show please plz pls thanks hi hey hello ok whats hows wheres why whether whom whose'.split(
    ' ',
  ),
  ...'thing things really ever anything something lot know think find look give say says mention mentions'.split(
    ' ',
  ),
  ...'its use used uses using'.split(' '),
  ...'dont doesnt didnt isnt arent wasnt cant couldnt wouldnt im ive youre theres'.split(' '),
]);

/** American spelling made British, ending by ending. What is no word in either (a "prise") is the same on both sides. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  // organize, organizing, organization, analyzed
  [/(?<=\p{L}{2}[iy])z(?=(?:e[drs]?|ers|ing|ations?)$)/u, 's'],
  // labor, favors, behavioral
  [
    /(?<=lab|fav|behavi|neighb|hon|col|harb|rum|hum|arm|vig|end?eav)or(?=(?:s|e[dr]|ing|able|al|hoods?)?$)/,
    'our',
  ],
  // defense, offense, license
  [/(?<=f|lic|pret)ense(?=s?$)/, 'ence'],
  // center, theaters
  [/(?<=cen|thea)ter(?=s?$)/, 'tre'],
  [/(?<=^prog)ram(?=s?$)/, 'ramme'],
  [/(?<=dia|cata|ana)log(?=s?$)/, 'logue'],
];

/**
 * Where Porter's rules cut too much: internment is not international, a university not universal, what is forced no force,
 * a position nothing positive; and what is useful is not of the US, Frances not France.
 */
const STEMS =
  /^(?:internation(?=al(?:ly)?$)|universit(?=y$|ies$)|authorit(?=y$|ies$)|forced$|position(?=s?$)|useful(?=$|ness$)|sanctioned$|frances$|opacity$|trumped$)/;

/** What is rated has a rating, and no rate: "atrocity crimes rated" is no crime rate. */
const RATED = /^rat(?:ed|ings?)$/;

/** "Terrorist" belongs to "terrorism"; not so the short words (resist, insist) and what would become a community. */
const IST = /^(?!commun)(.{5,})ists?$/;

/**
 * A symbol, whole or in part (S/RES/2612, 51/28): a key and not text, so that an absent one does not bring up what shares
 * a piece with it.
 */
const isSymbol = (piece: string) => /\d\/|\/\d/.test(piece);
const withoutSymbols = (text: string) =>
  text.replace(/[^\s,;()]+/g, (piece) => (isSymbol(piece) ? ' ' : piece));

/** Letters, signs and spaces that folding leaves as they are, but for their case. */
const PLAIN = /^[ -_a-~]*$/;

/** The form in which words are compared: compatibility forms, accents and quotation marks plain, lower case. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .replace(/[\u2018\u2019\u02bc\u2032\u00b4`]/g, "'")
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .toLowerCase();
}

/** Of whole texts no more than what one answer looks at again and again: what people write is not kept for long. */
export const TEXTS_KEPT = 64;

/**
 * The words of a text as spelled after folding. A possessive 's is dropped, hyphens and slashes divide, the points of
 * an abbreviation (U.N.) and the commas of a number (2,273) do not.
 */
export const words: (text: string) => readonly string[] = memo((text) => {
  let folded = fold(text);
  if (folded.includes("'")) folded = folded.replace(/'s(?![\p{L}\p{N}])/gu, '').replace(/'/g, '');
  if (folded.includes('.'))
    folded = folded.replace(/(?<![\p{L}\p{N}])(\p{L})\.(?=\p{L}(?![\p{L}\p{N}]))/gu, '$1');
  if (folded.includes(',')) folded = folded.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}, TEXTS_KEPT);

/** The words of a text with one space between: the form in which whole names are compared. */
export function plain(text: string): string {
  return words(text).join(' ');
}

/**
 * A folded word as an index term, or null where it carries no topic: stop words, and numbers of one or two digits, which
 * count pages and sections. Longer numbers stand for themselves.
 */
export const term: (word: string) => string | null = memo(stem, 20_000);

function stem(word: string): string | null {
  if (STOP_WORDS.has(word) || /^\d{1,2}$/.test(word)) return null;
  if (/\d/.test(word)) return word;
  if (RATED.test(word)) return 'rating';
  const kept = STEMS.exec(word);
  if (kept) return kept[0];
  const spelled = SPELLINGS.reduce((w, [ending, british]) => w.replace(ending, british), word);
  return stemmer(spelled.replace(IST, '$1ism'));
}

/** The index terms of a text with the word that each is of and its place, in order, without stop words and symbols. */
export function spelledTerms(
  text: string,
  spell: (word: string) => string = (word) => word,
): { word: string; term: string; at: number }[] {
  const all = words(PLAIN.test(text) && !text.includes('/') ? text : withoutSymbols(fold(text)));
  const found: ReturnType<typeof spelledTerms> = [];
  for (const [at, word] of all.entries()) {
    const own = term(spell(word));
    if (own !== null) found.push({ word, term: own, at });
  }
  return found;
}

/** The index terms of a text, in order, without stop words and symbols; each word as `spell` reads it. */
export function terms(text: string, spell?: (word: string) => string): string[] {
  return spelledTerms(text, spell).map((spelled) => spelled.term);
}
