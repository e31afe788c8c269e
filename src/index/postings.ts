/** Where each token stands, worked out by MiniSearch once and kept in plain lists. */
import MiniSearch, { type SearchOptions } from 'minisearch';
import { memo } from './memo.js';
import { placeOf, placesUnder, type Range, type SortedWords, sorted, wordAt } from './sorted.js';
import { startsOf } from './starts.js';

/**
 * The postings as data that can be kept. Those of token `i` are the places `starts[i]` to `starts[i + 1]` of the three lists
 * behind it: which entry, in which of its fields (bit by bit, in their order), and what BM25 makes of it.
 */
export interface PostingData {
  tokens: SortedWords;
  starts: Uint32Array;
  entries: Uint16Array;
  fields: Uint8Array;
  scores: Float64Array;
}

/**
 * @param texts the tokens of each entry's fields, in the order of the entries
 * @param how what counts for how much
 */
export function postingsOf<Field extends string>(
  fields: readonly Field[],
  texts: readonly Record<Field, readonly string[]>[],
  how: SearchOptions = {},
): PostingData {
  const documents = texts.map((text, entry) => ({ entry, ...text }));
  const mini = new MiniSearch<(typeof documents)[number]>({
    idField: 'entry',
    fields: [...fields],
    // Fields are tokens already; MiniSearch hands them over as one string.
    stringifyField: (field) => (Array.isArray(field) ? field.join('\n') : String(field)),
    tokenize: (field) => field.split('\n'),
    processTerm: (token) => token,
  });
  mini.addAll(documents);
  const tokens = sorted(texts.flatMap((text) => fields.flatMap((field) => text[field])));
  const each = Array.from({ length: tokens.starts.length - 1 }, (_, place) => wordAt(tokens, place));
  const found = each.map((token) =>
    mini
      .search(token, { ...how, tokenize: (only) => [only], processTerm: (only) => only })
      .sort((a, b) => a.id - b.id),
  );
  const all = found.flatMap((hits, i) =>
    hits.map(({ id, score, match }) => ({ entry: id as number, score, met: match[each[i] as string] })),
  );
  return {
    tokens,
    starts: startsOf(found),
    entries: Uint16Array.from(all, ({ entry }) => entry),
    fields: Uint8Array.from(all, ({ met = [] }) =>
      met.reduce((bits, field) => bits | (1 << fields.indexOf(field as Field)), 0),
    ),
    scores: Float64Array.from(all, ({ score }) => score),
  };
}

/** Every combination of some fields, each at the place of its bits. */
export const combinations = <Field extends string>(fields: readonly Field[]): Field[][] =>
  Array.from({ length: 1 << fields.length }, (_, bits) => fields.filter((_field, i) => bits & (1 << i)));

export interface Postings extends Omit<PostingData, 'tokens' | 'starts'> {
  /** Where the postings of a token begin and end; empty where it stands nowhere. */
  of(token: string): Range;
  /** The tokens that begin so, each with its postings. */
  under(start: string): (Range & { token: string })[];
  /** How many entries hold a token. */
  get(token: string): number | undefined;
  has(token: string): boolean;
  /** Whether an entry is among those of a token, by where these begin and end. */
  holds(range: Range, entry: number): boolean;
}

const NOWHERE: Range = { from: 0, to: 0 };

export function createPostings({ tokens, starts, entries, fields, scores }: PostingData): Postings {
  const at = (place: number): Range => ({
    from: starts[place] as number,
    to: starts[place + 1] as number,
  });
  // A question asks for the same ones again and again.
  const found = memo((token) => {
    const place = placeOf(tokens, token);
    return place === undefined ? undefined : at(place);
  });
  return {
    entries,
    fields,
    scores,
    of: (token) => found(token) ?? NOWHERE,
    under: (start) =>
      placesUnder(tokens, start).map((place) => ({ token: wordAt(tokens, place), ...at(place) })),
    get(token) {
      const range = found(token);
      return range && range.to - range.from;
    },
    has: (token) => found(token) !== undefined,
    holds({ from, to }, entry) {
      // They are in order.
      for (let i = from; i < to && (entries[i] as number) <= entry; i++)
        if (entries[i] === entry) return true;
      return false;
    },
  };
}
