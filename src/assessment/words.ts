/** The words for the values of the data, and the shapes beside them: one for each, everywhere; and the forms of words. */
import type { Assessment, Body, Position, Rating, TreatyStatus, Trend } from './schema.js';

export const RATING_WORDS: Record<Rating, string> = {
  'very-weak': 'Very Weak',
  weak: 'Weak',
  fair: 'Fair',
  strong: 'Strong',
  'very-strong': 'Very Strong',
};

export const TREND_WORDS: Record<Trend, string> = {
  unchanged: 'Unchanged',
  decrease: 'Decrease',
  increase: 'Increase',
};

/** Beside each word a shape, so that lists can be read at a glance, and without colour. */
export const RATING_SHAPES: Record<Rating, string> = {
  'very-weak': '○',
  weak: '◔',
  fair: '◑',
  strong: '◕',
  'very-strong': '●',
};
export const TREND_SHAPES: Record<Trend, string> = { unchanged: '→', decrease: '↓', increase: '↑' };
/** Nobody's position has an outline only. */
export const POSITION_SHAPES: Record<Position, string> = {
  yes: '✓',
  no: '✕',
  abstained: '◐',
  'without-vote': '◇',
};

export const BODY_WORDS: Record<Body, string> = {
  'security-council': 'Security Council',
  'general-assembly': 'General Assembly',
  'human-rights-council': 'Human Rights Council',
};

/** "No" and "against" are one position; the report's wording stands beside it. */
export const POSITION_WORDS: Record<Position, string> = {
  yes: 'yes',
  no: 'no',
  abstained: 'abstained',
  'without-vote': 'adopted without a vote',
};

export const TREATY_STATUS_WORDS: Record<TreatyStatus, string> = {
  'not-ratified': 'Not ratified',
  'signed-not-ratified': 'Signed, not ratified',
  'report-overdue': 'Report to the treaty body overdue',
};

/** "1 vote", "7 votes", "no votes". */
export function count(n: number, one: string, many = `${one}s`): string {
  return n === 0 ? `no ${many}` : `${n} ${n === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function list(items: readonly (string | number)[], last = 'and'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** "16 Very Weak, 12 Weak and 2 Strong", in the order of `scale`. */
export function tally(values: readonly string[], scale: readonly string[]): string {
  return list(
    scale.flatMap((word) => {
      const n = values.filter((value) => value === word).length;
      return n ? [`${n} ${word}`] : [];
    }),
  );
}

/** How the index moved, in a sentence; the score itself is not in the data. */
export function indexText({ country, comparedWith, indexChange }: Assessment): string {
  if (indexChange === null) return `The report does not say how the index moved against ${comparedWith}.`;
  if (indexChange === 0) return `${country.name}’s index score is the same as in ${comparedWith}.`;
  const by = Math.abs(indexChange);
  const points = by === 1 ? 'one point' : `${by} points`;
  return `${country.name}’s index score is ${points} ${indexChange < 0 ? 'lower' : 'higher'} than in ${comparedWith}.`;
}
