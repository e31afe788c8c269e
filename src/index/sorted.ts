/**
 * Words in order, in one text: thousands of them are opened at once, and cost nothing until one is looked for.
 */
export interface SortedWords {
  /** Each once, in the order of their characters, with a line break behind it. */
  text: string;
  /** Where each begins; one more at the end. */
  starts: Uint32Array;
}

/** @param words without line breaks in them */
export function sorted(words: Iterable<string>): SortedWords {
  const text = [...new Set(words)]
    .sort()
    .map((word) => `${word}\n`)
    .join('');
  return sortedText(narrow(text));
}

/** What is cut out of a text with letters that take two bytes takes two bytes a letter itself, if it needs no more than one. */
const narrow = (text: string): string =>
  /[^\0-\xff]/.test(text) ? text : Buffer.from(text, 'latin1').toString('latin1');

/** @param text words in order, each with a line break behind it */
export function sortedText(text: string): SortedWords {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  const starts = new Uint32Array(count + 1);
  for (let place = 0; place < count; place++) starts[place + 1] = text.indexOf('\n', starts[place]) + 1;
  return { text, starts };
}

export const wordAt = ({ text, starts }: SortedWords, place: number): string =>
  text.slice(starts[place] as number, (starts[place + 1] as number) - 1);

/** The place of the first word that is not before what is looked for; behind the last where all are. */
function firstNot(words: SortedWords, isBefore: (word: string) => boolean): number {
  let [from, to] = [0, words.starts.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBefore(wordAt(words, middle))) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The place of a word; undefined where it is not among them. */
export function placeOf(words: SortedWords, word: string): number | undefined {
  const place = firstNot(words, (other) => other < word);
  return place < words.starts.length - 1 && wordAt(words, place) === word ? place : undefined;
}

/** Places that follow each other: the first, and the one behind the last. */
export interface Range {
  from: number;
  to: number;
}

/** The places of the words that begin so. */
export const rangeUnder = (words: SortedWords, start: string): Range => ({
  from: firstNot(words, (other) => other < start),
  to: firstNot(words, (other) => other < start || other.startsWith(start)),
});

/** The same, one by one. */
export function placesUnder(words: SortedWords, start: string): number[] {
  const { from, to } = rangeUnder(words, start);
  const places: number[] = [];
  for (let place = from; place < to; place++) places.push(place);
  return places;
}
