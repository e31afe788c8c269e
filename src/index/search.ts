/** The search index: the only place that knows MiniSearch. */
import MiniSearch from 'minisearch';
import type { Document, Kind } from './documents.js';
import { fold, term, terms, words } from './language.js';
import type { Lexicon } from './lexicon.js';

/** `terms` are the index terms of the document that the query met: what is to be marked in its text. */
export interface Hit {
  kind: Kind;
  id: string;
  score: number;
  terms: string[];
}

export interface SearchOptions {
  kinds?: readonly Kind[];
  limit?: number;
  /** Every word of the query must be met, and not just one. */
  all?: boolean;
  /** Search names and aliases only, and take the last word as one that is still being typed. */
  names?: boolean;
}

export interface SearchIndex {
  /** The best documents first. Nothing for a query without a word that carries a topic. */
  search(query: string, options?: SearchOptions): Hit[];
}

interface Entry extends Document {
  key: string;
  variants: string;
}

/** A name says what a document is; what it says comes after that; another spelling of either comes last. */
const BOOST = { name: 3, aliases: 3, text: 1, variants: 0.8 };
/** One slip in words of five letters and more; not in numbers, where one digit makes another thing. */
const SLIPS = 0.2;
const SLIPS_FROM = 5;
/** A hit below this share of the best one is there for a stray word. */
const TAIL = 0.05;

/** Builds the index over `documents`; some hundred short texts take a few milliseconds. */
export function createIndex(documents: readonly Document[], lexicon: Lexicon): SearchIndex {
  const vocabulary = new Set<string>();
  const entries: Entry[] = documents.map((document) => {
    const all = [document.name, document.aliases, document.text].join('\n');
    const variants = lexicon.variants(all);
    for (const t of [...terms(all), ...variants]) vocabulary.add(t);
    return { ...document, key: `${document.kind}:${document.id}`, variants: variants.join(' ') };
  });
  const mini = new MiniSearch<Entry>({
    idField: 'key',
    fields: ['name', 'aliases', 'text', 'variants'],
    storeFields: ['kind'],
    tokenize: words,
    // The variants are terms already: stemming a stem again would lose some of them.
    processTerm: (word, field) => (field === 'variants' ? word : term(word)),
  });
  mini.addAll(entries);

  return {
    search(query, { kinds, limit = 10, all = false, names = false } = {}) {
      if (terms(query).length === 0 && !names) return [];
      const lastWord = names && !/\s$/.test(query) ? words(query).at(-1) : undefined;
      const results = mini.search(query, {
        boost: BOOST,
        combineWith: all || names ? 'AND' : 'OR',
        ...(names ? { fields: ['name', 'aliases', 'variants'] } : {}),
        // A known word means itself; only an unknown one may be a slip of the pen.
        fuzzy: (t) => (vocabulary.has(t) || /\d/.test(t) || t.length < SLIPS_FROM ? false : SLIPS),
        prefix: (t) => lastWord !== undefined && t === term(lastWord),
        filter: (result) => !kinds || kinds.includes(result.kind as Kind),
      });
      const floor = (results[0]?.score ?? 0) * TAIL;
      return results
        .filter((result) => result.score >= floor)
        .slice(0, limit)
        .map((result) => ({
          kind: result.kind as Kind,
          id: idOf(result.id),
          score: result.score,
          terms: Object.keys(result.match),
        }));
    },
  };
}

const idOf = (key: string) => key.slice(key.indexOf(':') + 1);

/** The parts of a text, those words apart that the search met: `terms` as a hit gives them. */
export function markTerms(text: string, met: readonly string[]): { text: string; hit: boolean }[] {
  const wanted = new Set(met);
  const parts: { text: string; hit: boolean }[] = [];
  for (const [piece] of text.matchAll(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu)) {
    const t = /[\p{L}\p{N}]/u.test(piece) ? term(fold(piece)) : null;
    const hit = t !== null && wanted.has(t);
    const last = parts.at(-1);
    if (last && last.hit === hit) last.text += piece;
    else parts.push({ text: piece, hit });
  }
  return parts;
}
