/**
 * What a question comes to: the records that answer it, or why it is declined. A plan and no text: commands lay it out, and
 * a button can carry it.
 */
import type { Position, Rating, Trend } from '../assessment/schema.js';
import type { Found } from './found.js';

/** Statements that answer, best first. */
export interface Facts {
  kind: 'facts';
  picks: readonly Found[];
}

/** Indicators asked for their rating or trend, or set beside each other; each with a statement that bears on it. */
export interface Rated {
  kind: 'rated';
  picks: readonly Found[];
  /** The rating or trend that the question takes for granted. */
  claim?: { rating?: Rating; trend?: Trend };
}

/** The ratings of all indicators that fit, counted; by area where the areas are compared, by trend where what changed is asked. */
export interface Scores {
  kind: 'scores';
  by: 'indicator' | 'area' | 'rating' | 'trend';
  area?: string;
  ratings?: readonly Rating[];
  trend?: Trend;
  /** `none`: those on which the report says that it has nothing new. */
  update?: 'none';
}

/** Votes, counted by position; by body where the bodies are compared. */
export interface Votes {
  kind: 'votes';
  symbols: readonly string[];
  /** Resolutions that were named and that the assessment does not list. */
  absent?: readonly string[];
  /** Resolutions that were named with a year that is not theirs. */
  misdated?: readonly { symbol: string; year: number }[];
  /** The position that the question takes for granted or asks for. */
  claim?: Position;
  /** Votes that are left out, though the record beside the report has the position that is asked for. */
  differing?: readonly string[];
  byBody?: boolean;
}

export interface Treaties {
  kind: 'treaties';
  ids: readonly string[];
}

/** Footnotes with what they stand on. */
export interface Sources {
  kind: 'sources';
  footnotes: readonly number[];
  picks: readonly Found[];
}

/** What the assessment is: its areas, its size, its assessor. */
export interface Outline {
  kind: 'outline';
}

/** Where the report and the public record differ, all of it. */
export interface Checks {
  kind: 'checks';
}

export const REASONS = {
  nonsense: 'n',
  instruction: 'i',
  chat: 'h',
  opinion: 'o',
  country: 'c',
  edition: 'e',
  figure: 'f',
  reason: 'w',
  premise: 'm',
  treaty: 't',
  resolution: 'v',
  topic: 'p',
  body: 'b',
  year: 'y',
  votesOfYear: 'z',
  footnote: 'r',
  indicator: 'd',
  overall: 'a',
  subject: 's',
  unknown: 'u',
} as const;
export type Reason = keyof typeof REASONS;

/** What the report does not say, and the nearest that it does say. */
export interface Declined {
  kind: 'declined';
  reason: Reason;
  /** What it does not speak of, as it was named. */
  subject?: string;
  near: readonly Found[];
}

export type Reply = Facts | Rated | Scores | Votes | Treaties | Sources | Outline | Checks | Declined;
