/** Spelling tolerance: an unknown word is read as the known one that it is nearest to, where one is near. */
import SearchableMap from 'minisearch/SearchableMap';
import { term, words } from './language.js';

interface Speller {
  /** A folded word as it is meant: itself where it is known or where nothing is near. */
  spell(word: string): string;
  /** The same of a text's last word, which may still be on its way to a known one. */
  spellUnfinished(word: string): string;
}

/** What is longer is no word. */
const LONGEST = 30;

/** One slip in a word of five letters, two in a long one; none where there is a digit, which makes another thing. */
function slips(word: string): number {
  if (/\d/.test(word) || word.length < 5 || word.length > LONGEST) return 0;
  return word.length < 10 ? 1 : 2;
}

/**
 * A speller that knows the words of `texts`, in every form of theirs, and the words `others`; what `isWord` is spelled
 * rightly as it is.
 */
export function createSpeller(
  texts: readonly string[],
  others: readonly string[] = [],
  isWord: (word: string) => boolean = () => false,
): Speller {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of others) counts.set(word, (counts.get(word) ?? 0) + 1);
  // Made when the first word has to be looked for: most questions are spelled rightly.
  let made: SearchableMap<number> | undefined;
  const tree = () => {
    made ??= SearchableMap.from([...counts]);
    return made;
  };
  const known = new Set([...counts.keys()].map(term));

  function spell(word: string): string {
    const most = slips(word);
    const own = term(word);
    if (most === 0 || own === null || known.has(own) || isWord(word)) return word;
    const swapped = swaps(word).find((other) => counts.has(other));
    if (swapped) return swapped;
    const near = [...tree().fuzzyGet(word, most)]
      .map(([other, [count, distance]]) => ({ other, count, distance }))
      // Hardly anyone slips on the first letter: emissions are no missions.
      .filter(({ other }) => other[0] === word[0])
      .sort((a, b) => a.distance - b.distance || b.count - a.count || (a.other < b.other ? -1 : 1));
    return near[0]?.other ?? word;
  }
  return { spell, spellUnfinished: (word) => (tree().atPrefix(word).size > 0 ? word : spell(word)) };
}

/** A word with any two of its neighbouring letters swapped, the commonest slip. */
function swaps(word: string): string[] {
  return Array.from(word.slice(1), (next, i) => word.slice(0, i) + next + word[i] + word.slice(i + 2));
}
