/**
 * Names offered while someone types, and the one record that a typed name means. In tiers: the exact number, id or
 * name; other names exactly; names that begin so; names that hold these words; and last, names spelled nearly so.
 */
import { plain } from './language.js';
import { once } from './memo.js';
import type { NameData, Named, NamedKind } from './names.js';
import type { SearchIndex } from './search.js';

type Tier = 'exact' | 'alias' | 'prefix' | 'words' | 'spelling';

export interface Suggestion {
  id: string;
  tier: Tier;
}

export interface Suggester {
  /** The best first, at most `limit`; with nothing typed, the records in their order. */
  suggest(typed: string, limit?: number): Suggestion[];
  /** Those that fit best: all of the first tier that has any. */
  fitting(typed: string): Suggestion[];
}

/** So many are offered, and no more are looked for. */
const MOST = 25;

/**
 * A suggester over the records of one kind, in their order.
 * @param read their names as they are compared, and `index` over them: needed for what is no key
 */
export function createSuggester(
  kind: NamedKind,
  records: readonly Named[],
  read: () => readonly NameData[],
  index: () => SearchIndex,
): Suggester {
  const byKey = once(
    () => new Map([...records].reverse().flatMap(({ id, keys }) => keys.map((key) => [plain(key), { id }]))),
  );
  const named = once(() =>
    read().map(({ id, names, readings }) => ({
      id,
      label: names[0] as string,
      names,
      words: names.map((each) => each.split(' ')),
      /** Every word of the names with a space before it. */
      text: ` ${names.join(' ')}`,
      readings: readings.map((each) => each.join(' ')),
    })),
  );
  const byName = once(() => grouped(named(), ({ names }) => names));
  const byReading = once(() => grouped(named(), ({ readings }) => readings));

  /** The tiers in their order, each with what fits in it. */
  function tiersOf(typed: string, limit: number): [Tier, () => readonly { id: string }[]][] {
    const query = plain(typed);
    const begins = beginner(query);
    const typedWords = query.split(' ');
    const keyed = byKey().get(query);
    const called = () => byName().get(query) ?? [];
    // No other has a name that begins so or holds these words.
    const near = once(() =>
      named().filter(({ text }) => typedWords.every((word) => text.includes(` ${word}`))),
    );
    const holds = (name: readonly string[]) =>
      typedWords.every((word) => name.some((own) => begins(own, word)));
    return [
      ['exact', () => (keyed ? [keyed] : [])],
      ['exact', () => (called().length === 1 ? called().filter((e) => e.label === query) : [])],
      ['alias', called],
      // Another name of the same thing, or another form of the same words.
      ['alias', () => byReading().get(index().reading(typed)) ?? []],
      ['prefix', () => near().filter((e) => begins(e.label, query))],
      ['prefix', () => near().filter((e) => e.names.some((name) => begins(name, query)))],
      ['words', () => near().filter((e) => e.words.some(holds))],
      // Those that the search alone finds.
      ['spelling', () => index().search(typed, { kinds: [kind], names: true, limit })],
    ];
  }

  /** @param isOver whether the next tier is one too many, after what was found before it */
  function find(
    typed: string,
    limit: number,
    isOver: (next: Tier, found: ReadonlyMap<string, Tier>) => boolean,
  ) {
    if (!plain(typed)) {
      // Something typed that has no letter or digit in it names nothing.
      return typed.trim() ? [] : records.slice(0, limit).map(({ id }) => ({ id, tier: 'prefix' as const }));
    }
    const found = new Map<string, Tier>();
    for (const [tier, fitting] of tiersOf(typed, limit)) {
      if (found.size >= limit || isOver(tier, found)) break;
      for (const { id } of fitting()) if (!found.has(id)) found.set(id, tier);
    }
    return [...found].slice(0, limit).map(([id, tier]) => ({ id, tier }));
  }

  return {
    suggest: (typed, limit = MOST) => find(typed, limit, () => false),
    fitting: (typed) =>
      find(typed, MOST, (next, found) => found.size > 0 && ![...found.values()].includes(next)),
  };
}

/** The things by each of the texts that they have; of none without a letter. */
function grouped<Thing>(things: readonly Thing[], textsOf: (thing: Thing) => readonly string[]) {
  const groups = new Map<string, Set<Thing>>();
  for (const thing of things) {
    for (const text of textsOf(thing)) {
      const group = groups.get(text) ?? new Set();
      groups.set(text, group.add(thing));
    }
  }
  groups.delete('');
  return new Map([...groups].map(([text, group]) => [text, [...group]]));
}

/** Whether a name begins with what is typed. A number is not on the way to a longer one: 4 is no beginning of 48. */
function beginner(query: string): (name: string, typed: string) => boolean {
  return /^[\d ]+$/.test(query)
    ? (name, typed) => name === typed || name.startsWith(`${typed} `)
    : (name, typed) => name.startsWith(typed);
}
