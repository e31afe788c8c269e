/**
 * Retrieval at the level of statements: a question is read into concepts, each with everything that may stand for it, and
 * a statement is as good as the concepts that it meets.
 */
import type { Assessment } from '../assessment/schema.js';
import { type Concept, createConcepts } from './concepts.js';
import { entriesOf, FIELDS, type Field, type Place } from './entries.js';
import type { Lexicon } from './lexicon.js';
import { createMeanings, type MeaningData, meaningsOf } from './meanings.js';
import { memo } from './memo.js';
import { combinations, createPostings, type PostingData, postingsOf } from './postings.js';
import { createScratch } from './scratch.js';
import { createKnown, createSpeller, type Vocabulary, vocabularyOf } from './spelling.js';
import { startsOf } from './starts.js';
import { termsOfToken, tokensOf } from './tokens.js';

/** `at`: which of the record's statements (from 0). */
export interface StatementHit {
  /** `work`: what a footnote cites, by author, title and publisher; `vote`: what a resolution is on. */
  kind: Place['kind'];
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
  /** How well a concept is met. @param concept its place among those of the question: of no other. A hit that is spread has lost this. */
  meets(concept: number): number;
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

/** Of each concept of each entry, in whichever assessment: how it is covered, and how met in the record's names and in the text. */
const perConcept = createScratch('covered', 'inName', 'inText');
/** Of each concept of each list of statements that stand together: what their texts have of it. */
const perList = createScratch('around');
/** Of each entry: how many tokens were met, and what BM25 makes of them. */
const perEntry = createScratch('count', 'tie');

/** What all entries have of the concepts of a question, of which there are `size`: entry by entry, and concept by concept. */
interface AllHits {
  met: Float64Array;
  size: number;
  termsMet(entry: number): string[];
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
  private readonly entry: number;
  private readonly all: AllHits;

  constructor({ kind, id, at }: Place, entry: number, all: AllHits) {
    this.kind = kind;
    this.id = id;
    this.at = at;
    this.entry = entry;
    this.all = all;
  }

  meets(concept: number): number {
    return this.all.met[this.entry * this.all.size + concept] as number;
  }

  /** Few hits are shown: only theirs are looked up. */
  get terms(): string[] {
    return this.all.termsMet(this.entry);
  }
}

/** The index over every statement of an assessment, as data that can be kept. */
export interface StatementData {
  places: readonly Place[];
  /** The entries that stand together, list by list; where each list begins, and one more; which list each entry stands in. */
  together: Uint16Array;
  starts: Uint32Array;
  listOf: Uint16Array;
  postings: PostingData;
  meanings: MeaningData;
  vocabulary: Vocabulary;
}

/** Indexes every statement of an assessment. */
export function indexStatements(assessment: Assessment, lexicon: Lexicon): StatementData {
  const entries = entriesOf(assessment);
  const tokens = memo((text) => tokensOf(text, lexicon));
  const at = new Map(entries.map(({ key }, entry) => [key, entry]));
  const lists = [...new Set(entries.map(({ beside }) => beside))];
  const together = lists.map((keys) => keys.flatMap((key) => at.get(key) ?? []));
  return {
    places: entries.map(({ kind, id, at }) => ({ kind, id, at })),
    together: Uint16Array.from(together.flat()),
    starts: startsOf(together),
    listOf: Uint16Array.from(entries, ({ beside }) => lists.indexOf(beside)),
    postings: postingsOf(
      FIELDS,
      entries.map(({ text, name, sources }) => ({
        text: tokens(text),
        name: tokens(name),
        sources: tokens(sources),
      })),
    ),
    meanings: meaningsOf(entries.flatMap(({ text, name }) => [text, name])),
    vocabulary: vocabularyOf(entries.flatMap(({ text, name, sources }) => [text, name, sources])),
  };
}

/** What each combination of fields comes to, by its bits. */
const perFields = (of: (fields: Field[]) => number) => Float64Array.from(combinations(FIELDS), of);
const WORTHS = perFields((fields) => worthOf(fields, WORTH));
const WORTHS_AS_SOURCE = perFields((fields) => worthOf(fields, { ...WORTH, sources: AS_SOURCE }));
const COVERS = perFields((fields) => Math.max(0, ...fields.map((field) => COVERED[field])));
const IN_NAME = perFields((fields) => (fields.includes('name') ? 1 : 0));
const IN_TEXT = perFields((fields) => (fields.includes('text') ? 1 : 0));

/** The index that was made into `data`. */
export function createStatementIndex(data: StatementData, lexicon: Lexicon): StatementIndex {
  const { places, together, starts, listOf } = data;
  const postings = createPostings(data.postings);
  const meanings = createMeanings(data.meanings);
  const { spell } = createSpeller([createKnown(data.vocabulary), lexicon.known], meanings.isWord);
  const conceptsOf = createConcepts({ lexicon, meanings, spell, holders: postings, total: places.length });

  return {
    retrieve(question, { aside = NONE, sources = false } = {}) {
      const concepts = conceptsOf(question, aside);
      const size = concepts.length;
      // A number for each concept of each entry: questions are many, and lists of objects keep the collector busy.
      const met = new Float64Array(places.length * size);
      const { covered, inName, inText } = perConcept(places.length * size);
      const { count, tie } = perEntry(places.length);
      const worths = sources ? WORTHS_AS_SOURCE : WORTHS;
      concepts.forEach(({ tokens }, concept) => {
        tokens.forEach((sure, token) => {
          const certain = Math.min(1, sure);
          const { from, to } = postings.of(token);
          for (let i = from; i < to; i++) {
            const entry = postings.entries[i] as number;
            const fields = postings.fields[i] as number;
            const at = entry * size + concept;
            raise(met, at, sure * (worths[fields] as number));
            raise(covered, at, certain * (COVERS[fields] as number));
            raise(inName, at, certain * (IN_NAME[fields] as number));
            raise(inText, at, sure * (IN_TEXT[fields] as number));
            count[entry] = (count[entry] as number) + 1;
            tie[entry] = (tie[entry] as number) + (postings.scores[i] as number);
          }
        });
      });
      const termsMet = (entry: number): string[] => {
        // What only says how it is asked is not what was found, nor is what is hardly near it.
        const own = concepts
          .filter(({ aside }) => !aside)
          .flatMap(({ tokens }) => [...tokens].flatMap(([token, sure]) => (sure >= MARKED ? token : [])))
          .filter((token) => postings.holds(postings.of(token), entry));
        return [...new Set(own.flatMap((token) => termsOfToken(token, lexicon)))];
      };
      const weights = Float64Array.from(concepts, ({ weight }) => weight);
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const { around } = perList((starts.length - 1) * size);
      for (let list = 0; list < starts.length - 1; list++) {
        for (let at = starts[list] as number; at < (starts[list + 1] as number); at++) {
          const first = (together[at] as number) * size;
          for (let i = 0; i < size; i++) raise(around, list * size + i, inText[first + i] as number);
        }
      }
      const all: AllHits = { met, size, termsMet };
      const hits: Hit[] = [];
      for (let entry = 0; entry < places.length; entry++) {
        if (count[entry] === 0) continue;
        const own = places[entry] as Place;
        const beside = (listOf[entry] as number) * size;
        const first = entry * size;
        const hit = new Hit(own, entry, all);
        // Of two that meet the same, the one that BM25 likes better.
        let score = ((tie[entry] as number) * (count[entry] as number)) / 1000;
        let [coverage, named, stated] = [0, 0, 0];
        for (let i = 0; i < size; i++) {
          const at = first + i;
          const weight = weights[i] as number;
          const sure = around[beside + i] as number;
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
