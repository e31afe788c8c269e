/** What changed between two states of the data: for the log, so that an operator sees what is now in service. */
import type { Assessment } from './schema.js';
import type { Volume } from './volume.js';

/** Of one assessment: what was added, removed or changed, by what it is called; only what there is. */
export interface Changes {
  assessment: string;
  /** It is new, or is no longer there as a whole. */
  is?: 'added' | 'removed';
  /** "24: weak to fair". */
  ratings?: string[];
  trends?: string[];
  /** Indicators, votes, footnotes and treaties that were added, removed, or say something else. */
  indicators?: string[];
  votes?: string[];
  footnotes?: string[];
  treaties?: string[];
  /** Title, publisher, index, overview, checks: anything else. */
  other?: true;
}

/** @returns one entry for each assessment that is not as it was; none where all are */
export function changesBetween(before: readonly Volume[], after: readonly Volume[]): Changes[] {
  const earlier = new Map(before.map((volume) => [volume.card.id, volume]));
  const later = new Set(after.map(({ card }) => card.id));
  return [
    ...after.flatMap((now): Changes[] => {
      const { id, stamp } = now.card;
      const then = earlier.get(id);
      if (!then) return [{ assessment: id, is: 'added' }];
      return then.card.stamp === stamp ? [] : [changesOf(then.open(), now.open())];
    }),
    ...[...earlier.keys()]
      .filter((id) => !later.has(id))
      .map((id): Changes => ({ assessment: id, is: 'removed' })),
  ];
}

function changesOf(then: Assessment, now: Assessment): Changes {
  const moved = (key: 'rating' | 'trend') =>
    now.indicators.flatMap((indicator) => {
      const earlier = then.indicators.find(({ number }) => number === indicator.number);
      return earlier && earlier[key] !== indicator[key]
        ? [`${indicator.number}: ${earlier[key]} to ${indicator[key]}`]
        : [];
    });
  const lists = {
    ratings: moved('rating'),
    trends: moved('trend'),
    indicators: differing(then.indicators, now.indicators, ({ number }) => String(number)),
    votes: differing(then.votes, now.votes, ({ resolution }) => resolution),
    footnotes: differing(then.footnotes, now.footnotes, ({ number }) => String(number)),
    treaties: differing(then.treaties, now.treaties, ({ id }) => id),
  };
  const { indicators: _i, votes: _v, footnotes: _f, treaties: _t, ...rest } = then;
  const { indicators: _in, votes: _vn, footnotes: _fn, treaties: _tn, ...restNow } = now;
  return {
    assessment: now.id,
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
    ...(same(rest, restNow) ? {} : { other: true }),
  };
}

/** The records that only one of the two has, or that differ. */
function differing<T>(then: readonly T[], now: readonly T[], nameOf: (record: T) => string): string[] {
  const earlier = new Map(then.map((record) => [nameOf(record), record]));
  const names = new Set([...earlier.keys(), ...now.map(nameOf)]);
  const later = new Map(now.map((record) => [nameOf(record), record]));
  return [...names].filter((name) => !same(earlier.get(name), later.get(name)));
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
