/**
 * Retrieval at the level of statements: a question is read into concepts, each with everything that may stand for it, and
 * a statement is as good as the concepts that it meets. With search.ts and spelling.ts, the only place that knows
 * MiniSearch.
 */
import MiniSearch from 'minisearch';
import type { Assessment } from '../assessment/schema.js';
import { type Concept, createConcepts } from './concepts.js';
import { entriesOf, FIELDS, type Field } from './entries.js';
import type { Lexicon } from './lexicon.js';
import { createMeanings } from './meanings.js';
import { createSpeller } from './spelling.js';
import { termsOfToken, tokensOf } from './tokens.js';

/** `at`: which of the record's statements (from 0). */
export interface StatementHit {
  /** `work`: what a footnote cites, by author, title and publisher; `vote`: what a resolution is on. */
  kind: 'indicator' | 'footnote' | 'overview' | 'vote' | 'work';
  id: string;
  at: number;
  /** The weights of the concepts met. */
  score: number;
  /** How much of what the question names its record and its sources speak of, from 0 to 1. */
  coverage: number;
  /** The weights of the concepts that the names of its record meet. */
  named: number;
  /** How well each of the question's concepts is met. */
  met: readonly number[];
  /** The terms and names that were met: what is to be marked in the text. */
  readonly terms: string[];
}

export interface Retrieved {
  concepts: readonly Concept[];
  /** The best first. */
  hits: StatementHit[];
}

export interface RetrieveOptions {
  /** Terms that count for little: they say what is asked, not what it is about. */
  aside?: ReadonlySet<string>;
  /** A source is asked for: what a statement cites counts for as much as what it says. */
  sources?: boolean;
}

export interface StatementIndex {
  /** What bears on a question. */
  retrieve(question: string, options?: RetrieveOptions): Retrieved;
}

/** How much it says that a concept is met in a field: the statement, its record's names, its sources. */
const WORTH: Record<Field, number> = { text: 1, name: 0.85, sources: 0.5 };
/** The same for a statement that stands beside it. */
const BESIDE = 0.3;
/** Whether a record speaks of a concept at all: the statement beside this one counts for nearly as much. */
const COVERED: Record<Field, number> = { text: 1, name: 1, sources: 0.7 };
const COVERED_BESIDE = 0.7;
/** A concept that is met in the name and in the statement is met better than in one of them. */
const SECOND = 0.25;

/** Builds the index over every statement of an assessment. */
export function createStatementIndex(assessment: Assessment, lexicon: Lexicon): StatementIndex {
  const entries = entriesOf(assessment);
  const tokens = entries.map(({ key, text, name, sources }) => ({
    key,
    text: tokensOf(text, lexicon),
    name: tokensOf(name, lexicon),
    sources: tokensOf(sources, lexicon),
  }));
  const beside = new Map(entries.map((entry) => [entry.key, entry.beside]));
  const holders = new Map<string, number>();
  for (const { text, name, sources } of tokens) {
    for (const token of new Set([...text, ...name, ...sources])) {
      holders.set(token, (holders.get(token) ?? 0) + 1);
    }
  }
  const mini = new MiniSearch<(typeof tokens)[number]>({
    idField: 'key',
    fields: [...FIELDS],
    // Fields are tokens already; MiniSearch hands them over as one string.
    stringifyField: (field) => (Array.isArray(field) ? field.join('\n') : String(field)),
    tokenize: (field) => field.split('\n'),
    processTerm: (token) => token,
  });
  mini.addAll(tokens);
  const meanings = createMeanings(entries.flatMap(({ text, name }) => [text, name]));
  const speller = createSpeller(
    entries.flatMap(({ text, name, sources }) => [text, name, sources]),
    lexicon.words,
    meanings.isWord,
  );
  const conceptsOf = createConcepts({
    lexicon,
    meanings,
    spell: speller.spell,
    holders,
    total: entries.length,
  });

  return {
    retrieve(question, { aside = new Set<string>(), sources = false } = {}) {
      const concepts = conceptsOf(question, aside);
      const worths = sources ? { ...WORTH, sources: 1 } : WORTH;
      const total = concepts.reduce((sum, { weight }) => sum + weight, 0);
      /** What each token stands for, and how surely. */
      const standsFor = new Map<string, { at: number; sure: number }[]>();
      concepts.forEach(({ tokens }, at) => {
        for (const [token, sure] of tokens) {
          const all = standsFor.get(token);
          if (all) all.push({ at, sure });
          else standsFor.set(token, [{ at, sure }]);
        }
      });
      const wanted = [...standsFor.keys()];
      if (wanted.length === 0) return { concepts, hits: [] };
      const results = mini.search(question, { tokenize: () => wanted, processTerm: (token) => token });
      /** What each statement itself has of the concepts: its neighbours have it beside them. */
      const itself = new Map(
        results.map(({ id, match }) => [id as string, inText(match, concepts.length, standsFor)]),
      );
      const hits = results.map(({ id, match, score: tie }): StatementHit => {
        const met = concepts.map(() => 0);
        const covered = concepts.map(() => 0);
        const named = concepts.map(() => 0);
        for (const [token, inFields] of Object.entries(match)) {
          const worth = worthOf(inFields as Field[], worths);
          const speaks = Math.max(...inFields.map((field) => COVERED[field as Field]));
          const isNamed = inFields.includes('name');
          for (const { at, sure } of standsFor.get(token) ?? []) {
            met[at] = Math.max(met[at] ?? 0, sure * worth);
            covered[at] = Math.max(covered[at] ?? 0, Math.min(1, sure) * speaks);
            if (isNamed) named[at] = Math.max(named[at] ?? 0, Math.min(1, sure));
          }
        }
        for (const key of beside.get(id as string) ?? []) {
          itself.get(key)?.forEach((sure, at) => {
            met[at] = Math.max(met[at] ?? 0, sure * BESIDE);
            covered[at] = Math.max(covered[at] ?? 0, Math.min(1, sure) * COVERED_BESIDE);
          });
        }
        const sum = (by: readonly number[]) =>
          concepts.reduce((all, { weight }, i) => all + weight * (by[i] ?? 0), 0);
        const [kind, record, at] = (id as string).split('\n') as [StatementHit['kind'], string, string];
        return {
          kind,
          id: record,
          at: Number(at),
          // Of two that meet the same, the one that BM25 likes better.
          score: sum(met) + tie / 1000,
          coverage: sum(covered) / total,
          named: sum(named),
          met,
          // Few hits are shown: only theirs are looked up.
          get terms() {
            return [...new Set(Object.keys(match).flatMap((token) => termsOfToken(token, lexicon)))];
          },
        };
      });
      return { concepts, hits: hits.sort((a, b) => b.score - a.score) };
    },
  };
}

/** How surely the text of a statement has each of the concepts. */
function inText(
  match: Record<string, string[]>,
  count: number,
  standsFor: ReadonlyMap<string, readonly { at: number; sure: number }[]>,
): number[] {
  const found = new Array<number>(count).fill(0);
  for (const [token, fields] of Object.entries(match)) {
    if (!fields.includes('text')) continue;
    for (const { at, sure } of standsFor.get(token) ?? []) found[at] = Math.max(found[at] ?? 0, sure);
  }
  return found;
}

/** How much it says that a token is met in these fields: the best one, and a little of the next. */
function worthOf(fields: readonly Field[], worth: Record<Field, number>): number {
  let first = 0;
  let second = 0;
  for (const field of fields) {
    const own = worth[field];
    if (own > first) [first, second] = [own, first];
    else if (own > second) second = own;
  }
  return first + SECOND * second;
}
