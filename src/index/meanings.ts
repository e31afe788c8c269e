/**
 * How near words are in meaning, so that a question finds what is said in other words. The vectors are GloVe's (Wikipedia
 * and Gigaword, public domain), cut down to the commonest words; `data/README.md` says how.
 */
import { readFileSync } from 'node:fs';
import { ROOT } from '../root.js';
import { term, words } from './language.js';
import { memo } from './memo.js';

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
  places: ReadonlyMap<string, number>;
  values: Int8Array;
  dimensions: number;
}

let loaded: Vectors | undefined;

function load(): Vectors {
  const list = readFileSync(new URL('words.txt', DIRECTORY), 'utf8').trimEnd().split('\n');
  const raw = readFileSync(new URL('words.bin', DIRECTORY));
  return {
    places: new Map(list.map((word, i) => [word, i])),
    values: new Int8Array(raw.buffer, raw.byteOffset, raw.length),
    dimensions: raw.length / list.length,
  };
}

/** The meanings of the words of `texts`. Throws where the vectors are not there: they are part of the program. */
export function createMeanings(texts: readonly string[]): Meanings {
  loaded ??= load();
  const { places, values, dimensions } = loaded;

  const place = (word: string): number | undefined =>
    places.get(word) ??
    AMERICAN.map(([british, american]) => places.get(word.replace(british, american))).find(
      (at) => at !== undefined,
    );
  const lengths = (at: number) => {
    let sum = 0;
    for (let j = 0; j < dimensions; j++) sum += (values[at * dimensions + j] as number) ** 2;
    return Math.sqrt(sum) || 1;
  };
  const own = [...new Set(texts.flatMap(words))].flatMap((word) => {
    const at = place(word);
    const read = term(word);
    return at === undefined || read === null ? [] : [{ at, term: read }];
  });
  const matrix = new Float32Array(own.length * dimensions);
  own.forEach(({ at }, i) => {
    const length = lengths(at);
    for (let j = 0; j < dimensions; j++)
      matrix[i * dimensions + j] = (values[at * dimensions + j] as number) / length;
  });

  function nearest(word: string): { term: string; weight: number }[] {
    const at = place(word);
    if (at === undefined) return [];
    const itself = term(word);
    const length = lengths(at);
    const vector = Float32Array.from(
      { length: dimensions },
      (_, j) => (values[at * dimensions + j] as number) / length,
    );
    const best = new Map<string, number>();
    own.forEach(({ term: read }, i) => {
      const cosine = product(matrix, i * dimensions, vector);
      if (cosine >= NEAR && read !== itself && cosine > (best.get(read) ?? 0)) best.set(read, cosine);
    });
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
    isWord: (word) => place(word) !== undefined,
    rank: (word) => place(word) ?? places.size,
  };
}

/** The scalar product of `vector` with what stands in `matrix` from `at` on. */
function product(matrix: Float32Array, at: number, vector: Float32Array): number {
  let sum = 0;
  for (let j = 0; j < vector.length; j++) sum += (matrix[at + j] as number) * (vector[j] as number);
  return sum;
}
