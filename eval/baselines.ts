/**
 * Search libraries as they come, over the documents that Footnote itself searches: what it has to be better than. They
 * answer with their best three documents, and decline where they find none. Options are the defaults but where a
 * library would otherwise find next to nothing for a whole sentence; each such place says so.
 */
import { create, insertMultiple, search } from '@orama/orama';
import { Index as FlexIndex } from 'flexsearch';
import Fuse from 'fuse.js';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import type { Statement } from '../src/assessment/schema.js';
import { POSITION_WORDS, RATING_WORDS, TREND_WORDS } from '../src/assessment/words.js';
import { type Document, documentsOf } from '../src/index/documents.js';
import type { Edition } from '../src/library.js';
import type { Given } from './scoring.js';

const FIELDS = ['name', 'aliases', 'text'] as const;
const HITS = 3;

type Entry = Record<'key' | (typeof FIELDS)[number], string>;

/** `build` indexes; what it gives finds the keys of the best documents, best first: at least `most`, where there are as many. */
export interface Engine {
  name: string;
  build(entries: readonly Entry[]): (query: string, most?: number) => string[];
}

export const ENGINES: readonly Engine[] = [
  {
    name: 'MiniSearch',
    build(entries) {
      const index = new MiniSearch<Entry>({ idField: 'key', fields: [...FIELDS] });
      index.addAll(entries);
      return (query) => index.search(query).map(({ id }) => id);
    },
  },
  {
    name: 'lunr',
    build(entries) {
      const index = lunr((builder) => {
        builder.ref('key');
        for (const field of FIELDS) builder.field(field);
        for (const entry of entries) builder.add(entry);
      });
      // Its query language would take "?" and ":" for more than punctuation, so words are handed over one by one.
      const words = (query: string) => lunr.tokenizer(query).map((token) => lunr.trimmer(token).toString());
      return (query) => index.query((q) => q.term(words(query).filter(Boolean), {})).map(({ ref }) => ref);
    },
  },
  {
    name: 'FlexSearch',
    build(entries) {
      // One text a document: of several fields it ranks each for itself, and does worse by far.
      const index = new FlexIndex();
      entries.forEach((entry, at) => {
        index.add(at, FIELDS.map((field) => entry[field]).join('\n'));
      });
      // Without `suggest`, every word of the question must stand in the document.
      return (query, most = HITS) =>
        index.search(query, { limit: most, suggest: true }).map((at) => entries[Number(at)]?.key ?? '');
    },
  },
  {
    name: 'Orama',
    build(entries) {
      const index = create({ schema: { name: 'string', aliases: 'string', text: 'string' } as const });
      // Both are synchronous where the index has no asynchronous parts, and say so in no type.
      insertMultiple(
        index,
        entries.map(({ key, ...fields }) => ({ id: key, ...fields })),
      );
      return (query, most = HITS) => {
        const { hits } = search(index, { term: query, limit: most }) as { hits: { id: string }[] };
        return hits.map(({ id }) => id);
      };
    },
  },
  {
    name: 'Fuse.js',
    build(entries) {
      // By default it looks at the first sixty characters of a text or so.
      const index = new Fuse(entries, { keys: [...FIELDS], ignoreLocation: true });
      return (query, most = HITS) => index.search(query, { limit: most }).map(({ item }) => item.key);
    },
  },
];

/** The documents of an edition for the engines, and what an answer from some of them is. */
export function createCorpus(edition: Edition) {
  const documents = documentsOf(edition.assessment);
  const entries: Entry[] = documents.map(({ kind, id, name, aliases, text }) => ({
    key: `${kind}:${id}`,
    name,
    aliases,
    text,
  }));
  const shown = new Map(documents.map((document) => [`${document.kind}:${document.id}`, document]));
  return {
    entries,
    answerFrom(keys: readonly string[]): Given {
      const best = keys.slice(0, HITS).flatMap((key) => shown.get(key) ?? []);
      const records = best.map((document) => recordOf(document, edition));
      return {
        found: best.length > 0,
        evidence: best.map(({ kind, id }) => ({ kind, id })),
        sources: records.flatMap(({ footnotes }) => footnotes),
        text: best
          .flatMap(({ name, aliases, text }, i) => [name, aliases, text, ...(records[i]?.words ?? [])])
          .join('\n'),
      };
    },
  };
}

/** What a record says beside its searched text, which a plain list of hits would show as well; and its footnotes. */
function recordOf({ kind, id }: Document, edition: Edition): { words: string[]; footnotes: number[] } {
  const marks = (statements: readonly Statement[] = []) => statements.flatMap((s) => s.footnotes);
  switch (kind) {
    case 'indicator': {
      const indicator = edition.indicator(Number(id));
      if (!indicator) break;
      const { rating, trend, statements } = indicator;
      return { words: [id, RATING_WORDS[rating], TREND_WORDS[trend]], footnotes: marks(statements) };
    }
    case 'vote': {
      const vote = edition.vote(id);
      if (!vote) break;
      return { words: [id, POSITION_WORDS[vote.position]], footnotes: [vote.footnote] };
    }
    case 'footnote':
      return { words: [id], footnotes: [Number(id)] };
    case 'treaty':
      return { words: [], footnotes: marks(edition.treaty(id)?.statements) };
    case 'overview':
      return { words: [], footnotes: edition.assessment.overview[Number(id) - 1]?.footnotes ?? [] };
  }
  throw new Error(`no ${kind} ${id}`);
}
