/** Where each token stands, worked out by MiniSearch once and kept in plain lists. */
import MiniSearch from 'minisearch';
import { FIELDS, type Field } from './entries.js';

/**
 * The postings as data that can be kept. Those of token `i` are the places `starts[i]` to `starts[i + 1]` of the three lists
 * behind it: which entry, in which of its fields (bit by bit, in the order of FIELDS), and what BM25 makes of it.
 */
export interface PostingData {
  tokens: readonly string[];
  starts: Uint32Array;
  entries: Uint16Array;
  fields: Uint8Array;
  scores: Float64Array;
}

/** @param texts the tokens of each entry's fields, in the order of the entries */
export function postingsOf(texts: readonly Record<Field, readonly string[]>[]): PostingData {
  const documents = texts.map((text, entry) => ({ entry, ...text }));
  const mini = new MiniSearch<(typeof documents)[number]>({
    idField: 'entry',
    fields: [...FIELDS],
    // Fields are tokens already; MiniSearch hands them over as one string.
    stringifyField: (field) => (Array.isArray(field) ? field.join('\n') : String(field)),
    tokenize: (field) => field.split('\n'),
    processTerm: (token) => token,
  });
  mini.addAll(documents);
  const tokens = [...new Set(texts.flatMap((text) => FIELDS.flatMap((field) => text[field])))];
  const found = tokens.map((token) =>
    mini.search(token, { tokenize: (only) => [only], processTerm: (only) => only }),
  );
  const starts = new Uint32Array(tokens.length + 1);
  found.forEach(({ length }, i) => {
    starts[i + 1] = (starts[i] as number) + length;
  });
  const all = found.flatMap((hits, i) =>
    hits.map(({ id, score, match }) => ({ entry: id as number, score, fields: match[tokens[i] as string] })),
  );
  return {
    tokens,
    starts,
    entries: Uint16Array.from(all, ({ entry }) => entry),
    fields: Uint8Array.from(all, ({ fields = [] }) =>
      fields.reduce((bits, field) => bits | bitOf(field as Field), 0),
    ),
    scores: Float64Array.from(all, ({ score }) => score),
  };
}

const bitOf = (field: Field): number => 1 << FIELDS.indexOf(field);

/** The fields that some bits stand for. */
export const fieldsIn = (bits: number): Field[] => FIELDS.filter((field) => (bits & bitOf(field)) !== 0);
/** How many combinations of fields there are. */
export const COMBINATIONS = 1 << FIELDS.length;

export interface Postings extends Omit<PostingData, 'tokens' | 'starts'> {
  /** Where the postings of a token begin and end; nothing where it stands nowhere. */
  of(token: string): { from: number; to: number } | undefined;
  /** How many entries hold a token. */
  get(token: string): number | undefined;
  has(token: string): boolean;
}

export function createPostings({ tokens, starts, entries, fields, scores }: PostingData): Postings {
  const places = new Map(tokens.map((token, i) => [token, i]));
  const of = (token: string) => {
    const at = places.get(token);
    return at === undefined ? undefined : { from: starts[at] as number, to: starts[at + 1] as number };
  };
  return {
    entries,
    fields,
    scores,
    of,
    get(token) {
      const range = of(token);
      return range && range.to - range.from;
    },
    has: (token) => places.has(token),
  };
}
