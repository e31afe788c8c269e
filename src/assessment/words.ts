/** The words for the values of the data, and the shapes beside them: one for each, everywhere. */
import type { Body, Position, Rating, TreatyStatus, Trend } from './schema.js';

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
