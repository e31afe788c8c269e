/**
 * The colours of the pictures, for Discord's two backgrounds. Ratings go from brown to teal (ColorBrewer's BrBG, made for
 * colour-blind readers, and without the red that alarms); positions are blue, orange and grey (Okabe and Ito). What fell is
 * told from the ratings by having no hue at all, only the strongest contrast. Nothing is told by colour alone: letters,
 * arrows, words and outlines say it too.
 * https://colorbrewer2.org/#type=diverging&scheme=BrBG&n=6, https://jfly.uni-koeln.de/color/
 */
import type { Position, Rating, Trend } from '../../assessment/schema.js';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** A colour, and that of what is written on it: at least 4.5:1 (WCAG 2.2, 1.4.3). */
export interface Fill {
  fill: string;
  ink: string;
}

export interface Palette {
  /** Near to what Discord has behind a picture. */
  background: string;
  /** Of boxes on it. */
  surface: string;
  ink: string;
  /** Of what stands back. */
  muted: string;
  /** Of rules and outlines. */
  line: string;
  ratings: Record<Rating, Fill>;
  trends: Record<Trend, Fill>;
  /** A small white disc with a mark on it. */
  badge: { fill: string; ink: string; trends: Record<Trend, string> };
  /** Votes that were cast; what was adopted without one has no colour of its own. */
  positions: Record<Exclude<Position, 'without-vote'>, Fill>;
}

const DARK_INK = '#1b1d21';
const WHITE = '#ffffff';
const BADGE = {
  fill: WHITE,
  ink: DARK_INK,
  trends: { unchanged: '#585d66', decrease: DARK_INK, increase: '#0067a3' },
};

export const PALETTES: Record<Theme, Palette> = {
  light: {
    background: '#ffffff',
    surface: '#f1f2f4',
    ink: '#1f2227',
    muted: '#585d66',
    line: '#c9ccd2',
    ratings: {
      'very-weak': { fill: '#8c510a', ink: WHITE },
      weak: { fill: '#d8b365', ink: DARK_INK },
      fair: { fill: '#dcdddd', ink: DARK_INK },
      strong: { fill: '#5ab4ac', ink: DARK_INK },
      'very-strong': { fill: '#01665e', ink: WHITE },
    },
    trends: {
      unchanged: { fill: '#e3e5e9', ink: '#585d66' },
      decrease: { fill: '#2a2d33', ink: WHITE },
      increase: { fill: '#0067a3', ink: WHITE },
    },
    badge: BADGE,
    positions: {
      yes: { fill: '#0067a3', ink: WHITE },
      no: { fill: '#e69f00', ink: DARK_INK },
      abstained: { fill: '#c3c7ce', ink: DARK_INK },
    },
  },
  dark: {
    background: '#313338',
    surface: '#3d4047',
    ink: '#f2f3f5',
    muted: '#bfc3ca',
    line: '#686c75',
    ratings: {
      'very-weak': { fill: '#a6611a', ink: WHITE },
      weak: { fill: '#d8b365', ink: DARK_INK },
      fair: { fill: '#d0d2d4', ink: DARK_INK },
      strong: { fill: '#5ab4ac', ink: DARK_INK },
      'very-strong': { fill: '#018571', ink: WHITE },
    },
    trends: {
      unchanged: { fill: '#4a4d55', ink: '#d5d8dd' },
      decrease: { fill: '#f2f3f5', ink: DARK_INK },
      increase: { fill: '#56b4e9', ink: DARK_INK },
    },
    badge: BADGE,
    positions: {
      yes: { fill: '#56b4e9', ink: DARK_INK },
      no: { fill: '#e69f00', ink: DARK_INK },
      abstained: { fill: '#a4a9b2', ink: DARK_INK },
    },
  },
};
