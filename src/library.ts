/** The read-only façade over the loaded assessments and their index: what the rest of the program asks. */
import type { Area, Assessment, Check, Footnote, Indicator, Treaty, Vote } from './assessment/schema.js';
import { type Resolution, resolveSymbol, resolveSymbols } from './assessment/symbols/symbols.js';
import type { Card, Volume } from './assessment/volume.js';
import { authorNames, institutionsOf, type Work, worksOf } from './assessment/works.js';
import type { CountryMention } from './index/countries.js';
import { type IndexData, indexOf } from './index/edition-index.js';
import { TEXTS_KEPT, terms } from './index/language.js';
import { createLexicon, type Lexicon, readLexicon } from './index/lexicon.js';
import { memo, once } from './index/memo.js';
import { indexNames, keysIn, type NamedKind, type NamesData } from './index/names.js';
import type { Phrases } from './index/phrases.js';
import { NOTHING_SAVED, type Saved } from './index/saved.js';
import { createIndex, type Hit, type SearchOptions } from './index/search.js';
import { createStatementIndex, type StatementIndex } from './index/statements.js';
import { createSuggester, type Suggester, type Suggestion } from './index/suggest.js';
import { topicOf, votesOn } from './index/topics.js';

/**
 * One assessment with its look-ups; what they need of it is made when they are first used. Records are the data's own: nothing
 * here may be changed.
 */
export interface Edition {
  readonly card: Card;
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
  institutions(): ReadonlyMap<string, string>;
  /** The footnotes that cite works of an author, paper or publisher, by its name as it is read. */
  footnotesBy(maker: readonly string[]): readonly number[];
  checks(kind: Check['about']['kind'], id: string): Check[];
  search(query: string, options?: SearchOptions): Hit[];
  /** The statements that bear on a question. */
  retrieve: StatementIndex['retrieve'];
  /** The countries that a text names. */
  countries(text: string): readonly CountryMention[];
  /** The assessed country, as it is called first. */
  home(): string;
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
  /** Those of them that fit best, all as well as each other; one whose key it is stands alone. */
  fitting(kind: NamedKind, typed: string): Suggestion[];
  /** The one symbol that an option's value means, or why there is none. */
  resolution(typed: string): Resolution;
  /** The resolutions that a sentence mentions. */
  resolutions(sentence: string): ReturnType<typeof resolveSymbols>;
  /** The votes on a topic, in the report's order. */
  votesOn(topic: string): Vote[];
  /** The shortest name under which the votes on a topic are the same. */
  shortTopic(topic: string): string;
  /** The topics of the votes with how many votes each has, most first. */
  topics(): readonly { name: string; count: number }[];
}

export interface Library {
  /** Of everything that is loaded, newest first. */
  readonly cards: readonly Card[];
  /** The newest. */
  readonly latest: Edition;
  edition(id: string): Edition | undefined;
  /** The edition that one gives its trends against, where that is loaded too. */
  before(edition: Edition): Edition | undefined;
  /** The assessments that have a vote on a resolution, newest first. */
  withVoteOn(symbol: string): readonly Card[];
}

/** A library whose assessments can be replaced while it is in use. */
export interface LiveLibrary extends Library {
  /** What is loaded, newest first. */
  readonly volumes: readonly Volume[];
  /**
   * Puts other assessments in the place of those that are there, all in one step; what has not changed stays as it is. What
   * is being answered meanwhile keeps the editions that it has.
   */
  replace(volumes: readonly Volume[]): void;
}

/** So many editions stay open: those that were used last. Each takes a megabyte, and little time to open again. */
const OPEN = 12;
/**
 * But one that is not among so many that were opened last stays only until others are: of very many, most are asked once, and
 * to hold on to them keeps the collector busy.
 */
const OPENINGS = 48;
/** Those: the one that is asked and the one that it is compared with, and those of the turn before. */
const FOR_ONCE = 4;

/**
 * @param volumes newest first, at least one, as loading gives them
 * @param saved what was made of them before
 */
export function createLibrary(volumes: readonly Volume[], saved: Saved = NOTHING_SAVED): LiveLibrary {
  // The last one used first. Lists: with quick-lru, what was let go of stayed in memory for longer (bench/README.md).
  let open: readonly Edition[] = [];
  let forOnce: readonly Edition[] = [];
  let openings: readonly string[] = [];
  let shelf = shelve(volumes);

  function edition(id: string): Edition | undefined {
    const volume = shelf.byId.get(id);
    if (!volume) return undefined;
    const isIt = ({ card }: Edition) => card.id === id;
    const [kept, lent] = [open.find(isIt), forOnce.find(isIt)];
    const found = kept ?? lent ?? createEdition(volume, saved);
    if (kept || (!lent && openings.includes(id))) open = withFirst(found, open, OPEN);
    else forOnce = withFirst(found, forOnce, FOR_ONCE);
    if (found !== kept && found !== lent) openings = withFirst(id, openings, OPENINGS);
    return found;
  }

  return {
    get volumes() {
      return shelf.volumes;
    },
    get cards() {
      return shelf.cards;
    },
    get latest() {
      return edition(shelf.latest) as Edition;
    },
    replace(others) {
      shelf = shelve(others);
      const isCurrent = ({ card: { id, stamp } }: Edition) => shelf.byId.get(id)?.card.stamp === stamp;
      [open, forOnce] = [open.filter(isCurrent), forOnce.filter(isCurrent)];
    },
    edition,
    before: ({ card: { country, comparedWith } }) => {
      const id = shelf.editions().get(`${country.iso3} ${comparedWith}`);
      return id === undefined ? undefined : edition(id);
    },
    withVoteOn: (symbol) => shelf.votes().get(symbol) ?? [],
  };
}

/** A list with one in front, wherever it stood before, and no longer than `most`. */
const withFirst = <T>(one: T, others: readonly T[], most: number): T[] =>
  [one, ...others.filter((other) => other !== one)].slice(0, most);

/** Volumes, and the ways to find one. */
function shelve(volumes: readonly Volume[]) {
  const [first] = volumes;
  if (!first) throw new Error('a library needs at least one assessment');
  const cards = volumes.map(({ card }) => card);
  return {
    volumes,
    cards,
    latest: first.card.id,
    byId: new Map(volumes.map((volume) => [volume.card.id, volume])),
    /** Ids by country and year, the newest where there are two. */
    editions: once(
      () => new Map([...cards].reverse().map(({ id, country, year }) => [`${country.iso3} ${year}`, id])),
    ),
    /** By symbol. */
    votes: once(() => {
      const found = new Map<string, Card[]>();
      for (const card of cards) {
        for (const symbol of card.symbols) {
          const others = found.get(symbol);
          if (others) others.push(card);
          else found.set(symbol, [card]);
        }
      }
      return found;
    }),
  };
}

/** The words of the field, the same for every edition: made once in a process. */
interface Field {
  lexicon: Lexicon;
  reading: (text: string) => readonly string[];
}
let field: Field | undefined;

function fieldFrom(saved: Saved): Field {
  if (!field) {
    const lexicon = createLexicon(saved.lexicon() ?? readLexicon());
    field = {
      lexicon,
      reading: memo((text) => lexicon.read(terms(text)), TEXTS_KEPT),
    };
  }
  return field;
}

function createEdition(volume: Volume, saved: Saved): Edition {
  const { card, key } = volume;
  const assessment = volume.open();
  const indicators = new Map(assessment.indicators.map((i) => [i.number, i]));
  const footnotes = new Map(assessment.footnotes.map((f) => [f.number, f]));
  const votes = new Map(assessment.votes.map((v) => [v.resolution, v]));
  const treaties = new Map(assessment.treaties.map((t) => [t.id, t]));
  const areas = new Map(assessment.areas.map((a) => [a.id, a]));
  const symbols = new Set(votes.keys());
  const works = new Map<number, Work[]>();

  // What questions and searches need: a look-up by number or symbol does without.
  const words = once(() => fieldFrom(saved));
  const made = once(() => indexOf(assessment, words().lexicon));
  const part = <Part extends keyof IndexData>(of: Part) =>
    once((): IndexData[Part] => saved.index(key, of) ?? made()[of]);
  const [records, stated] = [part('records'), part('statements')];
  // Where they are not saved, names alone are read in a small part of the time that the whole index takes.
  const namesOf = (kind: NamedKind) =>
    once((): NamesData => saved.index(key, kind) ?? indexNames(kind, assessment, words().lexicon));
  const called = {
    indicator: namesOf('indicator'),
    footnote: namesOf('footnote'),
    treaty: namesOf('treaty'),
  };
  const index = once(() => createIndex(records(), words().lexicon));
  const statements = once(() => createStatementIndex(stated(), words().lexicon));
  const names = once(() =>
    called
      .indicator()
      .records.flatMap(({ id, readings }) =>
        readings.map((reading) => ({ number: Number(id), terms: reading ? reading.split('\n') : [] })),
      ),
  );
  const makers = once(() => makersOf(edition, words().reading));
  const topics = once(() => countTopics(assessment.votes));
  const institutions = once(() => institutionsOf(assessment));
  // What the assessment itself says is looked at with every question on a country, and kept; what people write is kept no
  // longer than any text.
  const texts = once(() => new Set(statedIn(assessment)));
  const countriesStated = memo((text) => words().lexicon.countries(text));
  const home = once(
    () => words().lexicon.countries(assessment.country.name)[0]?.name ?? assessment.country.name,
  );
  const onTopic = memo((topic) => votesOn(topic, assessment.votes, index(), words().lexicon), TEXTS_KEPT);
  const suggester = (kind: NamedKind) =>
    createSuggester(
      kind,
      once(() => keysIn(kind, assessment)),
      called[kind],
      index,
    );
  const suggesters: Record<NamedKind, Suggester> = {
    indicator: suggester('indicator'),
    footnote: suggester('footnote'),
    treaty: suggester('treaty'),
  };

  // No getters: what they close over, V8 holds on to for longer than the edition is used.
  const edition: Edition = {
    card,
    assessment,
    stamp: card.stamp,
    indicator: (number) => indicators.get(number),
    footnote: (number) => footnotes.get(number),
    vote: (symbol) => votes.get(symbol),
    treaty: (id) => treaties.get(id),
    area(id) {
      const area = areas.get(id);
      if (!area) throw new Error(`no area ${id}`);
      return area;
    },
    works(footnote) {
      const known = works.get(footnote);
      if (known) return known;
      const found = worksOf(assessment, footnote);
      works.set(footnote, found);
      return found;
    },
    indicatorsUnder: (numbers) =>
      assessment.indicators.filter(
        (i) =>
          i.statements.some((s) => s.footnotes.some((number) => numbers.includes(number))) ||
          assessment.votes.some((v) => v.indicator === i.number && numbers.includes(v.footnote)),
      ),
    institutions,
    footnotesBy: (maker) => makers().get(maker.join(' ')) ?? [],
    checks: (kind, id) => assessment.checks.filter((c) => c.about.kind === kind && c.about.id === id),
    search: (query, options) => index().search(query, options),
    retrieve: (question, options) => statements().retrieve(question, options),
    countries: (text) => (texts().has(text) ? countriesStated(text) : words().lexicon.countries(text)),
    home,
    isOn: (text) =>
      words()
        .lexicon.countries(text)
        .some(({ name }) => name === home()) ||
      words()
        .reading(text)
        .some((term) => words().lexicon.belongsTo(term) === home()),
    speaksOf: memo(
      (country) =>
        statements()
          .retrieve(country)
          .hits.some(({ score }) => score > 1) || onTopic(country).length > 0,
    ),
    indicatorsNamed: (text) => indicatorNames(words().reading(text), names()),
    otherTreaties: (text) => namesIn(words().lexicon.treaties, words().reading(text)),
    spellOut: (text) => words().lexicon.spellOut(text),
    reading: (text) => words().reading(text),
    suggest: (kind, typed, limit) => suggesters[kind].suggest(typed, limit),
    fitting: (kind, typed) => suggesters[kind].fitting(typed),
    resolution: (typed) => resolveSymbol(typed, symbols),
    resolutions: (sentence) => resolveSymbols(sentence, symbols),
    votesOn: onTopic,
    shortTopic(topic) {
      const { lexicon, reading } = words();
      const own = reading(topic).join(' ');
      const names =
        lexicon.variants.find((group) => group.some((name) => reading(name).join(' ') === own)) ?? [];
      const votes = onTopic(topic);
      const same = names.filter(
        (name) => onTopic(name).length === votes.length && onTopic(name)[0] === votes[0],
      );
      return [...same, topic].sort((a, b) => a.length - b.length)[0] ?? topic;
    },
    topics,
  };
  return edition;
}

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
function makersOf(
  { assessment, works }: Pick<Edition, 'assessment' | 'works'>,
  reading: Field['reading'],
): ReadonlyMap<string, readonly number[]> {
  const makers = new Map<string, Set<number>>();
  for (const { number } of assessment.footnotes) {
    for (const { author = [], 'container-title': container, publisher } of works(number)) {
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

function countTopics(votes: readonly Vote[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const vote of votes) {
    const topic = topicOf(vote);
    if (topic) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
}
