/** Spelling tolerance: an unknown word is read as the known one that it is nearest to, where one is near. */
import { distance } from 'fastest-levenshtein';
import { term, words } from './language.js';
import { memo } from './memo.js';
import { placeOf, placesUnder, rangeUnder, type SortedWords, sorted, wordAt } from './sorted.js';

export interface Speller {
  /** A folded word as it is meant: itself where it is known or where nothing is near. */
  spell(word: string): string;
  /** The same of a text's last word, which may still be on its way to a known one. */
  spellUnfinished(word: string): string;
}

/** The words of some texts, as data that can be kept: how often each stands there, and their terms. */
export interface Vocabulary {
  words: SortedWords;
  counts: Uint16Array;
  terms: SortedWords;
}

/** Reads the words of `texts`. */
export function vocabularyOf(texts: readonly string[]): Vocabulary {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const all = sorted(counts.keys());
  return {
    words: all,
    counts: Uint16Array.from({ length: counts.size }, (_, place) =>
      Math.min(counts.get(wordAt(all, place)) as number, 65_535),
    ),
    terms: sorted([...counts.keys()].flatMap((word) => term(word) ?? [])),
  };
}

/** Words that are spelled rightly. */
export interface Known {
  count(word: string): number;
  hasTerm(term: string): boolean;
  /** Whether a known word begins so. */
  begins(start: string): boolean;
  /**
   * The known words that are `most` slips away or less, of those that begin as this one does: hardly anyone slips on the first
   * letter, and emissions are no missions.
   */
  near(word: string, most: number): { other: string; count: number; distance: number }[];
}

export function createKnown({ words: all, counts, terms }: Vocabulary): Known {
  return {
    count: (word) => counts[placeOf(all, word) ?? -1] ?? 0,
    hasTerm: (own) => placeOf(terms, own) !== undefined,
    begins(start) {
      const { from, to } = rangeUnder(all, start);
      return from < to;
    },
    near(word, most) {
      return placesUnder(all, word.slice(0, 1)).flatMap((place) => {
        const other = wordAt(all, place);
        if (Math.abs(other.length - word.length) > most) return [];
        const slips = distance(word, other);
        return slips <= most ? [{ other, count: counts[place] as number, distance: slips }] : [];
      });
    },
  };
}

/** What is longer is no word. */
const LONGEST = 30;

/** One slip in a word of five letters, two in a long one; none where there is a digit, which makes another thing. */
function slips(word: string): number {
  if (/\d/.test(word) || word.length < 5 || word.length > LONGEST) return 0;
  return word.length < 10 ? 1 : 2;
}

/** A speller that knows all of `known`, in every form of theirs; what `isWord` is spelled rightly as it is. */
export function createSpeller(
  known: readonly Known[],
  isWord: (word: string) => boolean = () => false,
): Speller {
  const spell = memo((word) => {
    const most = slips(word);
    const own = term(word);
    if (most === 0 || own === null || known.some((each) => each.hasTerm(own)) || isWord(word)) return word;
    const swapped = swaps(word).find((other) => known.some((each) => each.count(other) > 0));
    if (swapped) return swapped;
    const near = new Map<string, { other: string; count: number; distance: number }>();
    for (const found of known.flatMap((each) => each.near(word, most))) {
      const before = near.get(found.other);
      near.set(found.other, { ...found, count: found.count + (before?.count ?? 0) });
    }
    const [nearest] = [...near.values()].sort(
      (a, b) => a.distance - b.distance || b.count - a.count || (a.other < b.other ? -1 : 1),
    );
    return nearest?.other ?? word;
  });
  return {
    spell,
    spellUnfinished: memo((word) => (known.some((each) => each.begins(word)) ? word : spell(word))),
  };
}

/** A word with any two of its neighbouring letters swapped, the commonest slip. */
function swaps(word: string): string[] {
  return Array.from(word.slice(1), (next, i) => word.slice(0, i) + next + word[i] + word.slice(i + 2));
}
