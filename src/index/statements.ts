/**
 * Retrieval at the level of statements: a question is read into concepts, each with everything that may stand for it, and
 * a statement is as good as the concepts that it meets. With search.ts and spelling.ts, the only place that knows
 * MiniSearch.
 */
import MiniSearch from 'minisearch';
import type { Assessment } from '../assessment/schema.js';
import { type Concept, createConcepts } from './concepts.js';
import { type Entry, entriesOf, FIELDS, type Field } from './entries.js';
import type { Lexicon } from './lexicon.js';
import { createMeanings } from './meanings.js';
import { memo } from './memo.js';
import { createSpeller } from './spelling.js';
import { termsOfToken, tokensOf } from './tokens.js';

/** `at`: which of the record's statements (from 0). */
export interface StatementHit {
  /** `work`: what a footnote cites, by author, title and publisher; `vote`: what a resolution is on. */
  kind: Entry['kind'];
  id: string;
  at: number;
  /** The weights of the concepts met. */
  score: number;
  /** How much of what the question names its record and its sources speak of, from 0 to 1. */
  coverage: number;
  /** The weights of the concepts that the names of its record meet. */
  named: number;
  /** The weights of the concepts that the statement itself has. */
  stated: number;
  /** How well each of the question's concepts is met. */
  met: ArrayLike<number>;
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
/** What a statement cites, where a source is asked for: nearly as much as what it says itself. */
const AS_SOURCE = 0.9;
/** The same for a statement that stands beside it. */
const BESIDE = 0.3;
/** Whether a record speaks of a concept at all: the statement beside this one counts for nearly as much. */
const COVERED: Record<Field, number> = { text: 1, name: 1, sources: 0.7 };
const COVERED_BESIDE = 0.7;
/** A concept that is met in the name and in the statement is met better than in one of them. */
const SECOND = 0.25;

/** What is marked in a text stands for the question at least so surely. */
const MARKED = 0.3;

/** A place where a token stands, and how much that says. */
interface Posting {
  /** Which entry. */
  entry: number;
  /** How much it says that a concept is met there; the same where a source is asked for. */
  worth: number;
  worthAsSource: number;
  /** How surely its record speaks of it. */
  covered: number;
  inName: boolean;
  inText: boolean;
  /** What BM25 makes of it. */
  tie: number;
}

/** What an entry has of the concepts of a question. */
class Hit implements StatementHit {
  score = 0;
  coverage = 0;
  named = 0;
  stated = 0;
  readonly kind: StatementHit['kind'];
  readonly id: string;
  readonly at: number;
  readonly met: Float64Array;
  private readonly termsMet: () => string[];

  constructor({ kind, id, at }: Entry, met: Float64Array, termsMet: () => string[]) {
    this.kind = kind;
    this.id = id;
    this.at = at;
    this.met = met;
    this.termsMet = termsMet;
  }

  /** Few hits are shown: only theirs are looked up. */
  get terms(): string[] {
    return this.termsMet();
  }
}

/** Builds the index over every statement of an assessment. */
export function createStatementIndex(assessment: Assessment, lexicon: Lexicon): StatementIndex {
  const entries = entriesOf(assessment);
  const tokens = entries.map(({ text, name, sources }, entry) => ({
    entry,
    text: tokensOf(text, lexicon),
    name: tokensOf(name, lexicon),
    sources: tokensOf(sources, lexicon),
  }));
  const holders = new Map<string, number>();
  for (const { text, name, sources } of tokens) {
    for (const token of new Set([...text, ...name, ...sources])) {
      holders.set(token, (holders.get(token) ?? 0) + 1);
    }
  }
  const mini = new MiniSearch<(typeof tokens)[number]>({
    idField: 'entry',
    fields: [...FIELDS],
    // Fields are tokens already; MiniSearch hands them over as one string.
    stringifyField: (field) => (Array.isArray(field) ? field.join('\n') : String(field)),
    tokenize: (field) => field.split('\n'),
    processTerm: (token) => token,
  });
  mini.addAll(tokens);
  const postings = createPostings(mini);
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
  const places = new Map(entries.map(({ key }, entry) => [key, entry]));
  /** What each entry stands among: one list of entries for all that stand among the same. */
  const lists = new Map<readonly string[], readonly number[]>();
  for (const { beside } of entries) {
    if (!lists.has(beside)) {
      lists.set(
        beside,
        beside.flatMap((key) => places.get(key) ?? []),
      );
    }
  }

  return {
    retrieve(question, { aside = NONE, sources = false } = {}) {
      const concepts = conceptsOf(question, aside);
      const size = concepts.length;
      // A number for each concept of each entry: questions are many, and lists of objects keep the collector busy.
      const table = () => new Float64Array(entries.length * size);
      const [met, covered, inName, inText] = [table(), table(), table(), table()];
      /** Of each entry, how many tokens were met, and what BM25 makes of them. */
      const count = new Uint16Array(entries.length);
      const tie = new Float64Array(entries.length);
      concepts.forEach(({ tokens }, concept) => {
        tokens.forEach((sure, token) => {
          const certain = Math.min(1, sure);
          for (const posting of postings(token)) {
            const { entry } = posting;
            const at = entry * size + concept;
            raise(met, at, sure * (sources ? posting.worthAsSource : posting.worth));
            raise(covered, at, certain * posting.covered);
            if (posting.inName) raise(inName, at, certain);
            if (posting.inText) raise(inText, at, sure);
            count[entry] = (count[entry] as number) + 1;
            tie[entry] = (tie[entry] as number) + posting.tie;
          }
        });
      });
      const termsMet = (entry: number): string[] => {
        // What only says how it is asked is not what was found, nor is what is hardly near it.
        const own = concepts
          .filter(({ aside }) => !aside)
          .flatMap(({ tokens }) => [...tokens].flatMap(([token, sure]) => (sure >= MARKED ? token : [])))
          .filter((token) => postings(token).some((posting) => posting.entry === entry));
        return [...new Set(own.flatMap((token) => termsOfToken(token, lexicon)))];
      };
      const weights = Float64Array.from(concepts, ({ weight }) => weight);
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      /** What the texts of statements that stand together have of each concept. */
      const together = new Map<readonly string[], Float64Array>();
      const around = (group: readonly string[]): Float64Array => {
        const before = together.get(group);
        if (before) return before;
        const own = new Float64Array(size);
        for (const entry of lists.get(group) ?? [])
          for (let i = 0; i < size; i++) raise(own, i, inText[entry * size + i] as number);
        together.set(group, own);
        return own;
      };
      const hits: Hit[] = [];
      for (let entry = 0; entry < entries.length; entry++) {
        if (count[entry] === 0) continue;
        const own = entries[entry] as Entry;
        const beside = around(own.beside);
        const first = entry * size;
        const hit = new Hit(own, met.subarray(first, first + size), () => termsMet(entry));
        // Of two that meet the same, the one that BM25 likes better.
        let score = ((tie[entry] as number) * (count[entry] as number)) / 1000;
        let [coverage, named, stated] = [0, 0, 0];
        for (let i = 0; i < size; i++) {
          const at = first + i;
          const weight = weights[i] as number;
          const sure = beside[i] as number;
          raise(met, at, sure * BESIDE);
          raise(covered, at, Math.min(1, sure) * COVERED_BESIDE);
          score += weight * (met[at] as number);
          coverage += (weight * (covered[at] as number)) / total;
          named += weight * (inName[at] as number);
          stated += weight * (inText[at] as number);
        }
        hit.score = score;
        hit.coverage = coverage;
        hit.named = named;
        hit.stated = stated;
        hits.push(hit);
      }
      return { concepts, hits: hits.sort((a, b) => b.score - a.score) };
    },
  };
}

const NONE: ReadonlySet<string> = new Set();

/** Sets a number in a list to a higher one. */
function raise(list: Float64Array, at: number, value: number): void {
  if (value > (list[at] as number)) list[at] = value;
}

/** Where each token stands. */
function createPostings(mini: MiniSearch): (token: string) => readonly Posting[] {
  return memo((token) =>
    mini
      .search(token, { tokenize: (only) => [only], processTerm: (only) => only })
      .map(({ id, match, score }): Posting => {
        const fields = (match[token] ?? []) as Field[];
        return {
          entry: id as number,
          worth: worthOf(fields, WORTH),
          worthAsSource: worthOf(fields, { ...WORTH, sources: AS_SOURCE }),
          covered: Math.max(0, ...fields.map((field) => COVERED[field])),
          inName: fields.includes('name'),
          inText: fields.includes('text'),
          tie: score,
        };
      }),
  );
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
