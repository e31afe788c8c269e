/**
 * Names offered while someone types, and the one record that a typed name means. In tiers: the exact number, id or
 * name; other names exactly; names that begin so; names that hold these words; and last, names spelled nearly so.
 */
import { plain } from './language.js';
import { once } from './memo.js';
import type { Keyed, NameData, NamedKind } from './names.js';
import type { SearchIndex } from './search.js';

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
  read: () => readonly NameData[],
  index: () => SearchIndex,
): Suggester {
  // Of two with the same key, the first.
  const byKey = once(
    () => new Map([...records()].reverse().flatMap(({ id, keys }) => keys.map((key) => [key, [{ id }]]))),
  );

  /** The tiers in their order, each with what fits in it. */
  function tiersOf(typed: string, limit: number): [Tier, () => readonly { id: string }[]][] {
    const all = once(read);
    const query = plain(typed);
    const edged = edgesOf(query);
    const typedWords = query.split(' ');
    const whole = edged(query);
    const parts = typedWords.map(edged);
    const begins = (name = '') => edged(name).startsWith(whole);
    const holds = (name: string) => parts.every((part) => edged(name).includes(part));
    const called = once(() => all().filter(({ names }) => names.includes(query)));
    // No other has a name that begins so or holds these words. Looked for in all names as one text: that takes half the time.
    const near = once(() => all().filter(({ text }) => typedWords.every((word) => text.includes(word))));
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

/**
 * Sets the words of a name apart, so that what is typed is found at the beginning of one alone. A number is not on the way to a
 * longer one: 4 is no beginning of 48.
 */
function edgesOf(query: string): (name: string) => string {
  return /^[\d ]+$/.test(query) ? (name) => ` ${name} ` : (name) => ` ${name}`;
}
