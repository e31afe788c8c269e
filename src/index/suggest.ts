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

export type Tier = 'exact' | 'alias' | 'prefix' | 'words' | 'spelling';

export interface Suggestion {
  id: string;
  tier: Tier;
}

/** A suggester over the records of one kind, in their order. */
export function createSuggester(kind: Kind, records: readonly Named[], index: SearchIndex) {
  const entries = records.map(({ id, name, aliases, keys }) => ({
    id,
    keys: new Set(keys.map(plain)),
    label: plain(name),
    names: [name, ...aliases].map(plain),
  }));

  /** The best first, at most `limit`; with nothing typed, the records in their order. */
  return function suggest(typed: string, limit = 25): Suggestion[] {
    const query = plain(typed);
    const found = new Map<string, Tier>();
    const add = (tier: Tier, ids: Iterable<string>) => {
      for (const id of ids) if (!found.has(id)) found.set(id, tier);
    };
    const ids = (test: (entry: (typeof entries)[number]) => boolean) => entries.filter(test).map((e) => e.id);
    if (!query) {
      // Something typed that has no letter or digit in it names nothing.
      if (typed.trim()) return [];
      return entries.slice(0, limit).map(({ id }) => ({ id, tier: 'prefix' }));
    }
    add(
      'exact',
      ids((e) => e.keys.has(query)),
    );
    add(
      'exact',
      ids((e) => e.label === query),
    );
    add(
      'alias',
      ids((e) => e.names.includes(query)),
    );
    // A number that nothing has is nothing's beginning: 4 is not on the way to "48th session".
    if (!/^\d+$/.test(query) || found.size > 0) {
      add(
        'prefix',
        ids((e) => e.label.startsWith(query)),
      );
      add(
        'prefix',
        ids((e) => e.names.some((name) => name.startsWith(query))),
      );
      const typedWords = query.split(' ');
      const holds = (name: string) => {
        const own = name.split(' ');
        return typedWords.every((word) => own.some((o) => o.startsWith(word)));
      };
      add(
        'words',
        ids((e) => e.names.some(holds)),
      );
      const hits = index.search(typed, { kinds: [kind], names: true, limit: 100 });
      add(
        'spelling',
        hits.map((hit) => hit.id),
      );
    }
    return [...found].slice(0, limit).map(([id, tier]) => ({ id, tier }));
  };
}
