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

/**
 * A suggester over the records of one kind, in their order.
 * @param read their names as they are compared, and `index` over them: needed for what is no key
 */
export function createSuggester(
  kind: NamedKind,
  records: readonly Named[],
  read: () => readonly NameData[],
  index: () => SearchIndex,
) {
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
  /** What fits in each tier, worked out when it is asked for. */
  function* tiers(typed: string, limit: number): Generator<[Tier, readonly { id: string }[]]> {
    const query = plain(typed);
    const begins = beginner(query);
    const typedWords = query.split(' ');
    const keyed = byKey().get(query);
    yield ['exact', keyed ? [keyed] : []];
    const entries = named();
    // No other has a name that is what is typed, begins so or holds these words.
    const near = entries.filter(({ text }) => typedWords.every((word) => text.includes(` ${word}`)));
    const called = near.filter((e) => e.names.includes(query));
    yield ['exact', called.length === 1 ? called.filter((e) => e.label === query) : []];
    yield ['alias', called];
    // Another name of the same thing, or another form of the same words.
    const reading = index().reading(typed);
    yield ['alias', reading === '' ? [] : entries.filter((e) => e.readings.includes(reading))];
    yield ['prefix', near.filter((e) => begins(e.label, query))];
    yield ['prefix', near.filter((e) => e.names.some((name) => begins(name, query)))];
    const holds = (name: readonly string[]) =>
      typedWords.every((word) => name.some((own) => begins(own, word)));
    yield ['words', near.filter((e) => e.words.some(holds))];
    // Those that the search alone finds.
    yield ['spelling', index().search(typed, { kinds: [kind], names: true, limit })];
  }

  /** The best first, at most `limit`; with nothing typed, the records in their order. */
  return function suggest(typed: string, limit = 25): Suggestion[] {
    if (!plain(typed)) {
      // Something typed that has no letter or digit in it names nothing.
      return typed.trim() ? [] : records.slice(0, limit).map(({ id }) => ({ id, tier: 'prefix' }));
    }
    const found = new Map<string, Tier>();
    for (const [tier, fitting] of tiers(typed, limit)) {
      for (const { id } of fitting) if (!found.has(id)) found.set(id, tier);
      if (found.size >= limit) break;
    }
    return [...found].slice(0, limit).map(([id, tier]) => ({ id, tier }));
  };
}

/** Whether a name begins with what is typed. A number is not on the way to a longer one: 4 is no beginning of 48. */
function beginner(query: string): (name: string, typed: string) => boolean {
  return /^[\d ]+$/.test(query)
    ? (name, typed) => name === typed || name.startsWith(`${typed} `)
    : (name, typed) => name.startsWith(typed);
}
