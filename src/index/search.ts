/** The search index over whole records. With postings.ts and spelling.ts, the only place that knows MiniSearch. */
import MiniSearch, { type Options } from 'minisearch';
import type { Document, Kind } from './documents.js';
import { term, terms, words } from './language.js';
import type { Lexicon } from './lexicon.js';
import { memo, once } from './memo.js';
import { createKnown, createSpeller, type Vocabulary, vocabularyOf } from './spelling.js';
import { nameTokensOf, pairsOf, termsOfToken, tokensOf } from './tokens.js';

/** `terms` are the terms and names of the document that the query met: what is to be marked in its text. */
export interface Hit {
  kind: Kind;
  id: string;
  score: number;
  terms: string[];
}

export interface SearchOptions {
  kinds?: readonly Kind[];
  limit?: number;
  /** Every word of the query must be met in the names and aliases, the last one as one that is still being typed. */
  names?: boolean;
  /** Every word of the query must be met in the name. */
  titles?: boolean;
}

export interface SearchIndex {
  /** The best documents first. Nothing for a query without a word that carries a topic. */
  search(query: string, options?: SearchOptions): Hit[];
  /** A text as it is compared with another: the same for every name and spelling of a thing, empty without a topic. */
  reading(text: string): string;
}

const FIELDS = ['name', 'aliases', 'text'];
/** A name says what a document is; what it says comes after that. */
const BOOST = { name: 3, aliases: 3, text: 1 };
/** An indicator's text is long where the report has much to say: length counts for less than by default (b 0.7). */
const BM25 = { k: 1.2, b: 0.3, d: 0.5 };
/** What the report itself says comes before the title of a work that it cites for it. */
const FOOTNOTES = 0.6;
/** A hit below this share of the best one is there for a stray word. */
const TAIL = 0.05;
/** What stands in more than this share of the documents tells none of them from another: the country's own name. */
const EVERYWHERE = 0.5;

/** The index over some documents, as data that can be kept. */
export interface RecordData {
  /** MiniSearch's own, as JSON: over everything, and over names and aliases alone, which is much quicker to load. */
  whole: string;
  named: string;
  /** Every token, and how many documents hold it. */
  tokens: readonly string[];
  holders: Uint16Array;
  total: number;
  vocabulary: Vocabulary;
}

interface Tokens {
  key: string;
  kind: Kind;
  name: readonly string[];
  aliases: readonly string[];
  text: readonly string[];
}

const OPTIONS: Options<Tokens> = {
  idField: 'key',
  fields: FIELDS,
  storeFields: ['kind'],
  // Fields are tokens already; MiniSearch hands them over as one string.
  stringifyField: (field) => (Array.isArray(field) ? field.join('\n') : String(field)),
  tokenize: (field) => field.split('\n'),
  processTerm: (token) => token,
};

/** Indexes `documents`. */
export function indexRecords(documents: readonly Document[], lexicon: Lexicon): RecordData {
  const entries = documents.map(
    ({ kind, id, name, aliases, text }): Tokens => ({
      key: `${kind}:${id}`,
      kind,
      name: nameTokensOf(name, lexicon),
      aliases: nameTokensOf(aliases, lexicon),
      text: tokensOf(text, lexicon),
    }),
  );
  const counts = new Map<string, number>();
  for (const { name, aliases, text } of entries) {
    for (const token of new Set([...name, ...aliases, ...text]))
      counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  const indexed = (all: readonly Tokens[]) => {
    const mini = new MiniSearch<Tokens>(OPTIONS);
    mini.addAll(all);
    return JSON.stringify(mini);
  };
  return {
    whole: indexed(entries),
    named: indexed(entries.map((entry) => ({ ...entry, text: [] }))),
    tokens: [...counts.keys()],
    holders: Uint16Array.from(counts.values()),
    total: documents.length,
    vocabulary: vocabularyOf(documents.flatMap(({ name, aliases, text }) => [name, aliases, text])),
  };
}

/** The index that was made into `data`. */
export function createIndex(data: RecordData, lexicon: Lexicon): SearchIndex {
  const whole = once(() => MiniSearch.loadJSON<Tokens>(data.whole, OPTIONS));
  const named = once(() => MiniSearch.loadJSON<Tokens>(data.named, OPTIONS));
  /** How many documents hold a token. */
  const holders = once(() => new Map(data.tokens.map((token, i) => [token, data.holders[i] as number])));
  const tells = (token: string) => (holders().get(token) ?? 0) <= data.total * EVERYWHERE;
  const speller = once(() => createSpeller([createKnown(data.vocabulary), lexicon.known]));

  /** What any of which is searched for: names and words, pairs of them, and two words that the documents write as one. */
  function queryTokens(query: string): string[] {
    const read = lexicon.read(terms(query, speller().spell));
    const spelled = words(query);
    const together = spelled.slice(1).map((word, i) => spelled[i] + word);
    const joined = lexicon.read(together.flatMap((word) => (/\d/.test(word) ? [] : (term(word) ?? []))));
    const telling = read.some(tells) ? read.filter(tells) : read;
    return [
      ...new Set([...telling, ...[...pairsOf(read), ...joined].filter((token) => holders().has(token))]),
    ];
  }

  return {
    search(query, { kinds, limit = 10, names = false, titles = false } = {}) {
      const all = names || titles;
      const { spell, spellUnfinished } = speller();
      const tokens = all ? lexicon.read(terms(query, names ? spellUnfinished : spell)) : queryTokens(query);
      const last = names && /[^\s\d]$/.test(query) ? tokens.at(-1) : undefined;
      const results = (all ? named() : whole()).search(query, {
        tokenize: () => tokens,
        processTerm: (token) => token,
        boost: BOOST,
        bm25: BM25,
        boostDocument: (_key, _token, stored) => (stored?.kind === 'footnote' ? FOOTNOTES : 1),
        combineWith: all ? 'AND' : 'OR',
        fields: titles ? ['name'] : names ? ['name', 'aliases'] : FIELDS,
        prefix: (token) => token === last,
        filter: (result) => !kinds || kinds.includes(result.kind as Kind),
      });
      const floor = (results[0]?.score ?? 0) * TAIL;
      return results
        .filter((result) => result.score >= floor)
        .slice(0, limit)
        .map((result) => ({
          kind: result.kind as Kind,
          id: (result.id as string).slice(`${result.kind}:`.length),
          score: result.score,
          terms: [...new Set(Object.keys(result.match).flatMap((token) => termsOfToken(token, lexicon)))],
        }));
    },
    reading: (text) => lexicon.read(terms(text)).join(' '),
  };
}

/** Words, each with its possessive or the rest of its number, and what stands between them. */
const PIECES = /[\p{L}\p{N}\p{M}\p{Cf}]+(?:['’]\p{L}+|,\d{3})*|[^\p{L}\p{N}\p{M}\p{Cf}]+/gu;

/** A text in pieces, and which of them has which term. */
const piecesOf = memo((text) => {
  const pieces = [...text.matchAll(PIECES)].map(([piece]) => piece);
  const places = pieces.flatMap((piece, at) => {
    const [term] = terms(piece);
    return term === undefined ? [] : [{ term, at }];
  });
  return { pieces, places };
});

/** The parts of a text, what the search met set apart: `met` as a hit's `terms`. Names are marked as a whole. */
export function markTerms(text: string, met: readonly string[]): { text: string; hit: boolean }[] {
  const { pieces, places } = piecesOf(text);
  const hits = new Set<number>();
  for (const name of met.map((t) => t.split(' '))) {
    for (let i = 0; i + name.length <= places.length; i++) {
      if (!name.every((t, j) => places[i + j]?.term === t)) continue;
      const last = places[i + name.length - 1]?.at ?? -1;
      for (let at = places[i]?.at ?? 0; at <= last; at++) hits.add(at);
    }
  }
  // What stands between two words that are marked is marked with them: "high-profile".
  pieces.forEach((piece, at) => {
    if (/^[ -]$/.test(piece) && hits.has(at - 1) && hits.has(at + 1)) hits.add(at);
  });
  const parts: { text: string; hit: boolean }[] = [];
  pieces.forEach((piece, at) => {
    const hit = hits.has(at);
    const before = parts.at(-1);
    if (before?.hit === hit) before.text += piece;
    else parts.push({ text: piece, hit });
  });
  return parts;
}
