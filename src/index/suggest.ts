/**
 * Names offered while someone types, and the one record that a typed name means. In tiers: the exact number, id or
 * name; other names exactly; names that begin so; names that hold these words; and last, names spelled nearly so.
 */
import type { Kind } from './documents.js';
import { plain } from './language.js';
import type { SearchIndex } from './search.js';

/** Something that can be named: `keys` are its other exact names (number, id, symbol), never matched in part. */
export interface Named {
  id: string;
  name: string;
  aliases: readonly string[];
  keys: readonly string[];
}

type Tier = 'exact' | 'alias' | 'prefix' | 'words' | 'spelling';

export interface Suggestion {
  id: string;
  tier: Tier;
}

/** A suggester over the records of one kind, in their order. */
export function createSuggester(kind: Kind, records: readonly Named[], index: SearchIndex) {
  const entries = records.map(({ id, name, aliases, keys }) => ({
    id,
    keys: keys.map(plain),
    label: plain(name),
    names: [name, ...aliases].map(plain),
    readings: [name, ...aliases].map(index.reading),
  }));

  /** The best first, at most `limit`; with nothing typed, the records in their order. */
  return function suggest(typed: string, limit = 25): Suggestion[] {
    const query = plain(typed);
    if (!query) {
      // Something typed that has no letter or digit in it names nothing.
      return typed.trim() ? [] : entries.slice(0, limit).map(({ id }) => ({ id, tier: 'prefix' }));
    }
    const reading = index.reading(typed);
    const begins = beginner(query);
    const typedWords = query.split(' ');
    const holds = (name: string) => {
      const own = name.split(' ');
      return typedWords.every((word) => own.some((o) => begins(o, word)));
    };
    const tiers: [Tier, (entry: (typeof entries)[number]) => boolean][] = [
      ['exact', (e) => e.keys.includes(query)],
      ['exact', (e) => e.label === query && entries.every((o) => o === e || !o.names.includes(query))],
      ['alias', (e) => e.names.includes(query)],
      // Another name of the same thing, or another form of the same words.
      ['alias', (e) => reading !== '' && e.readings.includes(reading)],
      ['prefix', (e) => begins(e.label, query)],
      ['prefix', (e) => e.names.some((name) => begins(name, query))],
      ['words', (e) => e.names.some(holds)],
    ];
    const found = new Map<string, Tier>();
    for (const [tier, fits] of tiers) {
      for (const entry of entries) if (!found.has(entry.id) && fits(entry)) found.set(entry.id, tier);
    }
    for (const { id } of index.search(typed, { kinds: [kind], names: true, limit })) {
      if (!found.has(id)) found.set(id, 'spelling');
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
