/** The read-only façade over the loaded assessments and their index: what the rest of the program asks. */
import { createHash } from 'node:crypto';
import type { Area, Assessment, Check, Footnote, Indicator, Treaty, Vote } from './assessment/schema.js';
import { type Resolution, resolveSymbol, resolveSymbols } from './assessment/symbols/symbols.js';
import { authorNames, institutionsOf, type Work, worksOf } from './assessment/works.js';
import { type CountryMention, createCountries } from './index/countries.js';
import { documentsOf, type Kind } from './index/documents.js';
import { TEXTS_KEPT, terms } from './index/language.js';
import { loadLexicon } from './index/lexicon.js';
import { memo } from './index/memo.js';
import type { Phrases } from './index/phrases.js';
import { createIndex, type Hit, type SearchOptions } from './index/search.js';
import { createStatementIndex, type StatementIndex } from './index/statements.js';
import { createSuggester, type Named, type Suggestion } from './index/suggest.js';
import { topicOf, votesOn } from './index/topics.js';

export type NamedKind = 'indicator' | 'footnote' | 'treaty';

/** One loaded assessment with its look-ups. Records are the data's own: nothing here may be changed. */
export interface Edition {
  readonly assessment: Assessment;
  /** Of the data: another one where anything in it changed. Six characters. */
  readonly stamp: string;
  indicator(number: number): Indicator | undefined;
  footnote(number: number): Footnote | undefined;
  vote(symbol: string): Vote | undefined;
  treaty(id: string): Treaty | undefined;
  area(id: string): Area;
  /** The works of a footnote, short forms in full. */
  works(footnote: number): Work[];
  /** The indicators that footnotes stand under: on a statement, or on a list of votes. */
  indicatorsUnder(footnotes: readonly number[]): Indicator[];
  /** Institutions by the names that the report has for them, each as it is called in full. */
  readonly institutions: ReadonlyMap<string, string>;
  /** The footnotes that cite works of an author, paper or publisher, by its name as it is read. */
  footnotesBy(maker: readonly string[]): readonly number[];
  checks(kind: Check['about']['kind'], id: string): Check[];
  search(query: string, options?: SearchOptions): Hit[];
  /** The statements that bear on a question. */
  retrieve: StatementIndex['retrieve'];
  /** The countries that a text names. */
  countries(text: string): CountryMention[];
  /** Whether a text names the assessed country, or what is its own: Tibet for China. */
  isOn(text: string): boolean;
  /** Whether the assessment speaks of a country at all. */
  speaksOf(country: string): boolean;
  /** The indicators whose label or alias a text has, whole; that with the longest first. */
  indicatorsNamed(text: string): number[];
  /** The treaties of the field that a text names and that are not among the assessment's own, as they are called first. */
  otherTreaties(text: string): string[];
  /** A text with what people type for short written out. */
  spellOut(text: string): string;
  /** A text as its terms, each name as one: the same for every name and spelling of a thing. */
  reading(text: string): readonly string[];
  /** The records that a typed name may mean, best first. */
  suggest(kind: NamedKind, typed: string, limit?: number): Suggestion[];
  /** The one symbol that an option's value means, or why there is none. */
  resolution(typed: string): Resolution;
  /** The resolutions that a sentence mentions. */
  resolutions(sentence: string): ReturnType<typeof resolveSymbols>;
  /** The votes on a topic, in the report's order. */
  votesOn(topic: string): Vote[];
  /** The shortest name under which the votes on a topic are the same. */
  shortTopic(topic: string): string;
  /** The topics of the votes with how many votes each has, most first. */
  readonly topics: readonly { name: string; count: number }[];
}

export interface Library {
  /** Newest first. */
  readonly editions: readonly Edition[];
  /** The newest. */
  readonly latest: Edition;
  edition(id: string): Edition | undefined;
  /** The edition that one gives its trends against, where that is loaded too. */
  before(edition: Edition): Edition | undefined;
}

/** A library whose assessments can be replaced while it is in use. */
export interface LiveLibrary extends Library {
  /**
   * Indexes other assessments and puts them in the place of those that are there, all in one step; what has not changed
   * stays as it is. What is being answered meanwhile keeps the editions that it has.
   */
  replace(assessments: readonly Assessment[]): void;
}

/** Indexes `assessments` (newest first, at least one, as loading gives them). */
export function createLibrary(assessments: readonly Assessment[]): LiveLibrary {
  let editions = editionsOf(assessments, []);
  return {
    get editions() {
      return editions;
    },
    get latest() {
      return editions[0] as Edition;
    },
    replace(others) {
      editions = editionsOf(others, editions);
    },
    edition: (id) => editions.find((e) => e.assessment.id === id),
    before: ({ assessment: { country, comparedWith } }) =>
      editions.find(
        ({ assessment }) => assessment.country.iso3 === country.iso3 && assessment.year === comparedWith,
      ),
  };
}

function editionsOf(assessments: readonly Assessment[], known: readonly Edition[]): readonly Edition[] {
  if (assessments.length === 0) throw new Error('a library needs at least one assessment');
  return assessments.map((one) => known.find(({ stamp }) => stamp === stampOf(one)) ?? createEdition(one));
}

const stampOf = (assessment: Assessment): string =>
  createHash('sha256').update(JSON.stringify(assessment)).digest('base64url').slice(0, 6);

const lexicon = loadLexicon();
const countries = createCountries(lexicon.variants);

function createEdition(assessment: Assessment): Edition {
  const indicators = new Map(assessment.indicators.map((i) => [i.number, i]));
  const footnotes = new Map(assessment.footnotes.map((f) => [f.number, f]));
  const votes = new Map(assessment.votes.map((v) => [v.resolution, v]));
  const treaties = new Map(assessment.treaties.map((t) => [t.id, t]));
  const areas = new Map(assessment.areas.map((a) => [a.id, a]));
  const symbols = new Set(votes.keys());
  const names = assessment.indicators.flatMap((i) =>
    [i.label, i.name, ...i.aliases].map((name) => ({ number: i.number, terms: reading(name) })),
  );
  const makers = makersOf(assessment);
  const index = createIndex(documentsOf(assessment), lexicon);
  const statements = createStatementIndex(assessment, lexicon);
  // What the assessment itself says is looked at with every question on a country; what people write is not kept.
  const stated = new Set(statedIn(assessment));
  const countriesStated = memo(countries);
  const onTopic = memo((topic) => votesOn(topic, assessment.votes, index, lexicon));
  const suggesters = {
    indicator: createSuggester('indicator', assessment.indicators.map(namedIndicator), index),
    footnote: createSuggester(
      'footnote',
      assessment.footnotes.map((f) => namedFootnote(f, worksOf(assessment, f.number))),
      index,
    ),
    treaty: createSuggester('treaty', assessment.treaties.map(namedTreaty), index),
  } satisfies Record<Extract<Kind, NamedKind>, unknown>;

  return {
    assessment,
    stamp: stampOf(assessment),
    indicator: (number) => indicators.get(number),
    footnote: (number) => footnotes.get(number),
    vote: (symbol) => votes.get(symbol),
    treaty: (id) => treaties.get(id),
    area(id) {
      const area = areas.get(id);
      if (!area) throw new Error(`no area ${id}`);
      return area;
    },
    works: (footnote) => worksOf(assessment, footnote),
    indicatorsUnder: (numbers) =>
      assessment.indicators.filter(
        (i) =>
          i.statements.some((s) => s.footnotes.some((number) => numbers.includes(number))) ||
          assessment.votes.some((v) => v.indicator === i.number && numbers.includes(v.footnote)),
      ),
    institutions: institutionsOf(assessment),
    footnotesBy: (maker) => makers.get(maker.join(' ')) ?? [],
    checks: (kind, id) => assessment.checks.filter((c) => c.about.kind === kind && c.about.id === id),
    search: index.search,
    retrieve: statements.retrieve,
    countries: (text) => (stated.has(text) ? countriesStated(text) : countries(text)),
    isOn: (text) => {
      const home = countries(assessment.country.name)[0]?.name ?? assessment.country.name;
      return (
        countries(text).some(({ name }) => name === home) ||
        reading(text).some((term) => lexicon.belongsTo(term) === home)
      );
    },
    speaksOf: memo(
      (country) =>
        statements.retrieve(country).hits.some(({ score }) => score > 1) || onTopic(country).length > 0,
    ),
    indicatorsNamed: (text) => indicatorNames(reading(text), names),
    otherTreaties: (text) => namesIn(lexicon.treaties, reading(text)),
    spellOut: lexicon.spellOut,
    reading,
    suggest: (kind, typed, limit) => suggesters[kind](typed, limit),
    resolution: (typed) => resolveSymbol(typed, symbols),
    resolutions: (sentence) => resolveSymbols(sentence, symbols),
    votesOn: onTopic,
    shortTopic(topic) {
      const own = reading(topic).join(' ');
      const names =
        lexicon.variants.find((group) => group.some((name) => reading(name).join(' ') === own)) ?? [];
      const votes = onTopic(topic);
      const same = names.filter(
        (name) => onTopic(name).length === votes.length && onTopic(name)[0] === votes[0],
      );
      return [...same, topic].sort((a, b) => a.length - b.length)[0] ?? topic;
    },
    topics: countTopics(assessment.votes),
  };
}

const reading = memo((text: string): readonly string[] => lexicon.read(terms(text)), TEXTS_KEPT);

/** Names of which a text has every term, the longest first. */
function indicatorNames(
  read: readonly string[],
  names: readonly { number: number; terms: readonly string[] }[],
) {
  const own = new Set(read);
  const whole = names.filter(({ terms }) => terms.length > 0 && terms.every((term) => own.has(term)));
  return [...new Set(whole.sort((a, b) => b.terms.length - a.terms.length).map(({ number }) => number))];
}

const statedIn = ({ indicators, footnotes, overview }: Assessment): string[] =>
  [
    ...overview,
    ...indicators.flatMap((i) => i.statements),
    ...footnotes.flatMap((f) => f.statements ?? []),
  ].map(({ text }) => text);

/** Authors, papers and publishers, as their names are read, with the footnotes that cite works of theirs. */
function makersOf(assessment: Assessment): ReadonlyMap<string, readonly number[]> {
  const makers = new Map<string, Set<number>>();
  for (const { number } of assessment.footnotes) {
    for (const { author = [], 'container-title': container, publisher } of worksOf(assessment, number)) {
      for (const name of [...author.flatMap(authorNames), container ?? '', publisher ?? '']) {
        const key = reading(name).join(' ');
        if (key) makers.set(key, (makers.get(key) ?? new Set()).add(number));
      }
    }
  }
  return new Map([...makers].map(([name, numbers]) => [name, [...numbers]]));
}

function namesIn(phrases: Phrases<string>, read: readonly string[]): string[] {
  return read.flatMap((_, at) => phrases.at(read, at)?.value ?? []);
}

function namedIndicator(i: Indicator): Named {
  return {
    id: String(i.number),
    name: i.label,
    aliases: [i.name, ...i.aliases],
    keys: [String(i.number), i.id, `indicator ${i.number}`],
  };
}

function namedFootnote(f: Footnote, works: readonly Work[]): Named {
  const authors = works.flatMap((w) => w.author ?? []);
  return {
    id: String(f.number),
    name: works.map((w) => w.title).join('; '),
    aliases: [
      ...works.map((w) => w.title),
      ...authors.flatMap(authorNames),
      ...works.flatMap((w) => w['container-title'] ?? []),
    ],
    keys: [String(f.number), `footnote ${f.number}`, `note ${f.number}`, `fn ${f.number}`, `fn${f.number}`],
  };
}

function namedTreaty(t: Treaty): Named {
  return { id: t.id, name: t.name, aliases: t.abbreviation ? [t.abbreviation] : [], keys: [t.id] };
}

function countTopics(votes: readonly Vote[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const vote of votes) {
    const topic = topicOf(vote);
    if (topic) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
}
