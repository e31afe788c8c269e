/**
 * How near words are in meaning, so that a question finds what is said in other words. The vectors are GloVe's (Wikipedia
 * and Gigaword, public domain), cut down to the commonest words; `data/README.md` says how.
 */
import { readFileSync } from 'node:fs';
import { ROOT } from '../root.js';
import { term, words } from './language.js';
import { memo, once } from './memo.js';
import { placeOf, type SortedWords, sortedText } from './sorted.js';

export interface Meanings {
  /** The terms of the texts that are nearest to a word, and how near, up to 1. */
  near(word: string): { term: string; weight: number }[];
  /** Whether it is an English word, and so not a misspelled one. */
  isWord(word: string): boolean;
  /** How common a word is: its place by frequency, from 0; a word that is not there comes after all. */
  rank(word: string): number;
}

/** Belongs to the program, not to an assessment. */
const DIRECTORY = new URL('data/vectors/', ROOT);

/** The vectors have American spelling. */
const AMERICAN: readonly (readonly [RegExp, string])[] = [
  [/our(?=s?$|ed$|ing$|al$)/, 'or'],
  [/is(?=e[drs]?$|ers?$|ing$|ations?$)/, 'iz'],
  [/ence(?=s?$)/, 'ense'],
  [/programme/, 'program'],
  [/tre(?=s?$)/, 'ter'],
];

/** How many neighbours a word has, and how near they have to be (cosine). */
const NEIGHBOURS = 8;
const NEAR = 0.35;
/** A neighbour is never as sure as the word itself. */
const MOST = 0.8;
interface Vectors {
  words: SortedWords;
  /** Of each word, its vector. */
  values: Int8Array;
  dimensions: number;
  /** Of each word, its place by frequency. */
  ranks: Uint16Array;
}

let loaded: Vectors | undefined;

/** Throws where the vectors are not there: they are part of the program. */
function vectors(): Vectors {
  if (!loaded) {
    // Its letters are a to z.
    const words = sortedText(readFileSync(new URL('words.txt', DIRECTORY), 'latin1'));
    const count = words.starts.length - 1;
    const raw = readFileSync(new URL('words.bin', DIRECTORY));
    const ranked = readFileSync(new URL('ranks.bin', DIRECTORY));
    loaded = {
      words,
      values: new Int8Array(raw.buffer, raw.byteOffset, raw.length),
      dimensions: raw.length / count,
      ranks: Uint16Array.from({ length: count }, (_, i) => ranked.readUInt16LE(i * 2)),
    };
  }
  return loaded;
}

/** The place of a word's vector. */
const vectorOf = memo((word): number | undefined => {
  const { words } = vectors();
  const spellings = [word, ...AMERICAN.map(([british, american]) => word.replace(british, american))];
  return [...new Set(spellings)].map((each) => placeOf(words, each)).find((at) => at !== undefined);
});

/** The words of some texts that have a vector, as data that can be kept: its place, and the term of the word. */
export interface MeaningData {
  places: Uint32Array;
  /** Each in a line. */
  terms: string;
}

export function meaningsOf(texts: readonly string[]): MeaningData {
  const own = [...new Set(texts.flatMap(words))].flatMap((word) => {
    const at = vectorOf(word);
    const read = term(word);
    return at === undefined || read === null ? [] : [{ at, read }];
  });
  return { places: Uint32Array.from(own, ({ at }) => at), terms: own.map(({ read }) => read).join('\n') };
}

/** The meanings of the words of some texts. */
export function createMeanings({ places, terms }: MeaningData): Meanings {
  const ownTerms = once(() => terms.split('\n'));
  function nearest(word: string): { term: string; weight: number }[] {
    const at = vectorOf(word);
    if (at === undefined) return [];
    const itself = term(word);
    const best = new Map<string, number>();
    for (let i = 0; i < places.length; i++) {
      const cosine = cosineOf(at, places[i] as number);
      if (cosine < NEAR) continue;
      const read = ownTerms()[i] as string;
      if (read !== itself && cosine > (best.get(read) ?? 0)) best.set(read, cosine);
    }
    return [...best]
      .sort((a, b) => b[1] - a[1])
      .slice(0, NEIGHBOURS)
      .map(([read, cosine]) => ({
        term: read,
        weight: MOST * (cosine / 2 + (cosine - NEAR) / (1 - NEAR) / 2),
      }));
  }
  return {
    near: memo(nearest),
    isWord: (word) => vectorOf(word) !== undefined,
    rank(word) {
      const { ranks } = vectors();
      return ranks[vectorOf(word) ?? -1] ?? ranks.length;
    },
  };
}

function cosineOf(one: number, other: number): number {
  return product(one, other) / (lengthOf(one) * lengthOf(other));
}

/** By place; worked out when it is first wanted. */
let lengths: Float64Array | undefined;
function lengthOf(place: number): number {
  lengths ??= new Float64Array(vectors().ranks.length);
  const known = lengths[place] as number;
  if (known > 0) return known;
  const length = Math.sqrt(product(place, place)) || 1;
  lengths[place] = length;
  return length;
}

/** The scalar product of the vectors at two places. */
function product(one: number, other: number): number {
  const { values, dimensions } = vectors();
  const a = one * dimensions;
  const b = other * dimensions;
  let sum = 0;
  for (let j = 0; j < dimensions; j++) sum += (values[a + j] as number) * (values[b + j] as number);
  return sum;
}
