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
  met: readonly number[] = [];
  tie = 0;
  readonly kind: StatementHit['kind'];
  readonly id: string;
  readonly at: number;
  readonly tokens: string[] = [];
  private readonly lexicon: Lexicon;

  constructor({ kind, id, at }: Entry, lexicon: Lexicon) {
    this.kind = kind;
    this.id = id;
    this.at = at;
    this.lexicon = lexicon;
  }

  /** Few hits are shown: only theirs are looked up. */
  get terms(): string[] {
    return [...new Set(this.tokens.flatMap((token) => termsOfToken(token, this.lexicon)))];
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
      // A number for each concept of each entry.
      const table = () => new Float64Array(entries.length * size);
      const [met, covered, inName, inText] = [table(), table(), table(), table()];
      const found: (Hit | undefined)[] = new Array(entries.length).fill(undefined);
      concepts.forEach(({ tokens }, concept) => {
        for (const [token, sure] of tokens) {
          const certain = Math.min(1, sure);
          for (const posting of postings(token)) {
            const { entry } = posting;
            const at = entry * size + concept;
            const worth = sources ? posting.worthAsSource : posting.worth;
            raise(met, at, sure * worth);
            raise(covered, at, certain * posting.covered);
            if (posting.inName) raise(inName, at, certain);
            if (posting.inText) raise(inText, at, sure);
            let hit = found[entry];
            if (!hit) {
              hit = new Hit(entries[entry] as Entry, lexicon);
              found[entry] = hit;
            }
            hit.tokens.push(token);
            hit.tie += posting.tie;
          }
        }
      });
      const total = concepts.reduce((sum, { weight }) => sum + weight, 0);
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
      found.forEach((hit, entry) => {
        if (!hit) return;
        const beside = around((entries[entry] as Entry).beside);
        // Of two that meet the same, the one that BM25 likes better.
        hit.score = (hit.tie * hit.tokens.length) / 1000;
        concepts.forEach(({ weight }, i) => {
          const at = entry * size + i;
          const sure = beside[i] as number;
          raise(met, at, sure * BESIDE);
          raise(covered, at, Math.min(1, sure) * COVERED_BESIDE);
          hit.score += weight * (met[at] as number);
          hit.coverage += (weight * (covered[at] as number)) / total;
          hit.named += weight * (inName[at] as number);
          hit.stated += weight * (inText[at] as number);
        });
        hit.met = Array.from(met.subarray(entry * size, (entry + 1) * size));
      });
      return { concepts, hits: found.flatMap((hit) => hit ?? []).sort((a, b) => b.score - a.score) };
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
          worthAsSource: worthOf(fields, { ...WORTH, sources: 1 }),
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
