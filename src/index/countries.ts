/** Countries and territories as they are named in a text. */
import { plain, words } from './language.js';
import { once } from './memo.js';
import { createPhrases, type PhraseData, phrasesOf } from './phrases.js';

export interface CountryMention {
  /** As the country is called first: in the lexicon, else by Unicode. */
  name: string;
  /** Where it stands among the words of the text, and how many it takes. */
  at: number;
  length: number;
  /** "Korean" says whose something is; "Korea" may do it. */
  isAdjective: boolean;
}

/** Codes of Unicode's that are no country: the UN, the eurozone, what is unknown or made up for tests. */
const NO_COUNTRIES = new Set(['UN', 'EZ', 'QO', 'XA', 'XB', 'ZZ']);

/** The names of all countries and territories, as Unicode's data in Node has them. */
const names = once(() => new Map(countryNames().map((name) => [plain(name), name])));

/** Whether a text is the name of a country and nothing else. */
export const isCountry = (text: string): boolean => names().has(plain(text));

/** The country that a name is of; nothing where it is that of something else. */
export type Country = { shown: string; isAdjective: boolean } | null;

/** Reads names; `variants` are the groups of the lexicon: a group with a country's name holds its other names. */
export function countriesOf(variants: readonly (readonly string[])[]): PhraseData<Country> {
  const groups = variants.filter((group) => group.some(isCountry));
  const entries = new Map<string, Country>();
  // Inner Mongolia is not Mongolia: a longer name of something else hides the country's.
  for (const group of variants)
    if (!groups.includes(group)) for (const name of group) entries.set(plain(name), null);
  for (const [name, shown] of names()) entries.set(name, { shown, isAdjective: false });
  for (const group of groups) {
    const shown = group[0] as string;
    for (const name of group)
      entries.set(plain(name), { shown, isAdjective: name !== shown && isAdjective(name) });
  }
  return phrasesOf([...entries].map(([name, shown]) => [name.split(' '), shown]));
}

/** Finds the countries that were read into `data`. */
export function createCountries(data: PhraseData<Country>) {
  const phrases = createPhrases(data);

  return (text: string): CountryMention[] => {
    const all = words(text);
    const found: CountryMention[] = [];
    for (let at = 0; at < all.length; ) {
      const mention = phrases.at(all, at);
      const length = mention?.length ?? 1;
      if (mention?.value && !(all[at] === 'us' && length === 1 && !NATION.test(text))) {
        const { shown: name, isAdjective } = mention.value;
        found.push({ name, at, length, isAdjective });
      }
      at += length;
    }
    return found;
  };
}

/** As adjectives of countries end, where the word is no country's name itself: Pakistan, Mali. */
const isAdjective = (name: string) => /(?:an|ese|ish|ic|ch|i)$/.test(name) && !isCountry(name);

/** "Tell us" names nobody. */
const NATION = /\bUS\b|\bU\.\s?S\.|\bthe us\b/;

function countryNames(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const display = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const codes = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => !NO_COUNTRIES.has(code));
  return codes.flatMap((code) => display.of(code) ?? []);
}
