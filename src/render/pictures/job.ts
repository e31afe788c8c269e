/** What is asked of whoever draws: plain JSON, so that it can be posted to a worker. */
import type { Assessment } from '../../assessment/schema.js';
import type { Theme } from './palette.js';

export const PICTURES = ['scorecard', 'votes', 'trends'] as const;
export type PictureName = (typeof PICTURES)[number];

export interface Job {
  picture: PictureName;
  theme: Theme;
  assessment: Assessment;
  /** The one that the trends are given against, where it is loaded. */
  before?: Assessment;
}

/** Draws one picture. @returns a PNG */
export type Draw = (job: Job) => Promise<Uint8Array>;

/** What is posted to the worker, and what it posts back. */
export interface Asked {
  id: number;
  job: Job;
}
export type Answered = { id: number } & ({ png: Uint8Array } | { error: string });
