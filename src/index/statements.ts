/**
 * Retrieval at the level of statements: a question is read into concepts, each with everything that may stand for it, and
 * a statement is as good as the concepts that it meets. With search.ts and spelling.ts, the only place that knows
 * MiniSearch.
 */
import MiniSearch from 'minisearch';
import type { Assessment } from '../assessment/schema.js';
import { memo } from '../memo.js';
import { type Concept, createConcepts } from './concepts.js';
import { type Entry, entriesOf, FIELDS, type Field } from './entries.js';
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

/** A place where a token stands. */
interface Posting {
  /** Which entry. */
  entry: number;
  fields: readonly Field[];
  /** What BM25 makes of it. */
  tie: number;
}

/** What an entry has of the concepts of a question; each list has a number for each concept. */
class Hit implements StatementHit {
  score = 0;
  tie = 0;
  coverage = 0;
  named = 0;
  stated = 0;
  readonly kind: StatementHit['kind'];
  readonly id: string;
  readonly at: number;
  readonly met: number[];
  /** How surely its record speaks of it, its name has it, and its text has it. */
  readonly covered: number[];
  readonly inName: number[];
  readonly inText: number[];
  readonly tokens = new Set<string>();

  private readonly lexicon: Lexicon;

  constructor(key: string, concepts: number, lexicon: Lexicon) {
    this.lexicon = lexicon;
    const [kind, id, at] = key.split('\n') as [StatementHit['kind'], string, string];
    this.kind = kind;
    this.id = id;
    this.at = Number(at);
    const none = () => new Array<number>(concepts).fill(0);
    this.met = none();
    this.covered = none();
    this.inName = none();
    this.inText = none();
  }

  /** Few hits are shown: only theirs are looked up. */
  get terms(): string[] {
    return [...new Set([...this.tokens].flatMap((token) => termsOfToken(token, this.lexicon)))];
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

  return {
    retrieve(question, { aside = new Set<string>(), sources = false } = {}) {
      const concepts = conceptsOf(question, aside);
      const worths = sources ? { ...WORTH, sources: 1 } : WORTH;
      const found = new Map<number, Hit>();
      concepts.forEach(({ tokens }, at) => {
        for (const [token, sure] of tokens) {
          for (const { entry, fields, tie } of postings(token)) {
            let hit = found.get(entry);
            if (!hit) {
              hit = new Hit((entries[entry] as Entry).key, concepts.length, lexicon);
              found.set(entry, hit);
            }
            const most = (list: number[], value: number) => {
              if (value > (list[at] as number)) list[at] = value;
            };
            most(hit.met, sure * worthOf(fields, worths));
            for (const field of fields) most(hit.covered, Math.min(1, sure) * COVERED[field]);
            if (fields.includes('name')) most(hit.inName, Math.min(1, sure));
            if (fields.includes('text')) most(hit.inText, sure);
            hit.tokens.add(token);
            hit.tie += tie;
          }
        }
      });
      const total = concepts.reduce((sum, { weight }) => sum + weight, 0);
      /** What the texts of statements that stand together have of each concept. */
      const together = new Map<readonly string[], number[]>();
      const around = (group: readonly string[]): number[] => {
        const before = together.get(group);
        if (before) return before;
        const texts = group.map((key) => found.get(places.get(key) as number)?.inText);
        const own = concepts.map((_, at) => Math.max(0, ...texts.map((text) => text?.[at] ?? 0)));
        together.set(group, own);
        return own;
      };
      for (const [entry, hit] of found) {
        const beside = around((entries[entry] as Entry).beside);
        // Of two that meet the same, the one that BM25 likes better.
        hit.score += (hit.tie * hit.tokens.size) / 1000;
        concepts.forEach(({ weight }, at) => {
          const sure = beside[at] as number;
          hit.met[at] = Math.max(hit.met[at] as number, sure * BESIDE);
          hit.score += weight * hit.met[at];
          hit.named += weight * (hit.inName[at] as number);
          hit.stated += weight * (hit.inText[at] as number);
          const covered = Math.max(hit.covered[at] as number, Math.min(1, sure) * COVERED_BESIDE);
          hit.coverage += (weight * covered) / total;
        });
      }
      return { concepts, hits: [...found.values()].sort((a, b) => b.score - a.score) };
    },
  };
}

/** Where each token stands. */
function createPostings(mini: MiniSearch): (token: string) => readonly Posting[] {
  return memo((token) =>
    mini
      .search(token, { tokenize: (only) => [only], processTerm: (only) => only })
      .map(({ id, match, score }) => ({
        entry: id as number,
        fields: (match[token] ?? []) as Field[],
        tie: score,
      })),
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
