/**
 * Names offered while someone types, and the one record that a typed name means. In tiers: the exact number, id or
 * name; other names exactly; names that begin so; names that hold these words; and last, names spelled nearly so.
 */
import { plain } from './language.js';
import { once } from './memo.js';
import type { Keyed, NamedKind, NamesData } from './names.js';
import type { SearchIndex } from './search.js';
import { rangeUnder } from './sorted.js';

type Tier = 'exact' | 'alias' | 'prefix' | 'words' | 'spelling';

export interface Suggestion {
  id: string;
  tier: Tier;
}

export interface Suggester {
  /** The best first, at most `limit`; with nothing typed, the records in their order. */
  suggest(typed: string, limit?: number): Suggestion[];
  /** Those that fit best: all of the first tier that has any; one whose key it is stands alone. */
  fitting(typed: string): Suggestion[];
}

/** So many are offered, and no more are looked for. */
const MOST = 25;

/**
 * A suggester over the records of one kind, in their order.
 * @param records by their keys: with one of those, nothing else is needed
 * @param read what they are called
 * @param index for what is none of that as it is typed
 */
export function createSuggester(
  kind: NamedKind,
  records: () => readonly Keyed[],
  read: () => NamesData,
  index: () => SearchIndex,
): Suggester {
  // Of two with the same key, the first.
  const byKey = once(
    () => new Map([...records()].reverse().flatMap(({ id, keys }) => keys.map((key) => [key, [{ id }]]))),
  );

  /** The tiers in their order, each with what fits in it. */
  function tiersOf(typed: string, limit: number): [Tier, () => readonly { id: string }[]][] {
    const all = () => read().records;
    const query = plain(typed);
    // A number is not on the way to a longer one: 4 is no beginning of 48.
    const end = /^[\d ]+$/.test(query) ? ' ' : '';
    const typedWords = query.split(' ');
    const parts = typedWords.map((word) => ` ${word}${end}`);
    const begins = (name = '') => (name + end).startsWith(query + end);
    const holds = (name: string) => {
      const edged = ` ${name}${end}`;
      return parts.every((part) => edged.includes(part));
    };
    const called = once(() => all().filter(({ names }) => names.includes(query)));
    // No other has a name that begins so or holds these words.
    const near = once(() => havingAll(typedWords, read()));
    return [
      ['exact', () => byKey().get(query) ?? []],
      ['exact', () => (called().length === 1 ? called().filter(({ names }) => names[0] === query) : [])],
      ['alias', called],
      // Another name of the same thing, or another form of the same words.
      [
        'alias',
        () => {
          const reading = index().reading(typed);
          return reading === '' ? [] : all().filter(({ readings }) => readings.includes(reading));
        },
      ],
      ['prefix', () => near().filter(({ names }) => begins(names[0]))],
      ['prefix', () => near().filter(({ names }) => names.some(begins))],
      ['words', () => near().filter(({ names }) => names.some(holds))],
      // Those that the search alone finds.
      ['spelling', () => index().search(typed, { kinds: [kind], within: 'names', limit })],
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
      return typed.trim()
        ? []
        : records()
            .slice(0, limit)
            .map(({ id }) => ({ id, tier: 'prefix' as const }));
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
      find(typed, MOST, (next, found) => {
        const [tier] = found.values();
        // One that is exactly so needs no others beside it.
        return tier !== undefined && (tier === 'exact' || tier !== next);
      }),
  };
}

/** The records that have, in whichever of their names, words that begin as each of these does. */
function havingAll(starts: readonly string[], { records, words, starts: places, holders }: NamesData) {
  /** Of each record, how many of them it has. */
  const count = new Uint16Array(records.length);
  for (const [before, start] of starts.entries()) {
    const { from, to } = rangeUnder(words, start);
    for (let i = places[from] as number; i < (places[to] as number); i++) {
      const record = holders[i] as number;
      if (count[record] === before) count[record] = before + 1;
    }
  }
  return records.filter((_, record) => count[record] === starts.length);
}
