/**
 * Draws a picture. Satori lays it out and turns its text into paths, resvg makes pixels of them; neither asks for what is
 * installed, so every machine draws the same. This file alone loads the two: they take a while and much memory, and are
 * meant for a process of their own.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import satori, { type SatoriOptions } from 'satori';
import type { Assessment } from '../../assessment/schema.js';
import { type Element, enlarged } from './element.js';
import { FAMILY, WIDTH } from './frame.js';
import type { Draw, Job, PictureName } from './job.js';
import type { Theme } from './palette.js';
import { scorecard } from './scorecard.js';
import { trendsChart } from './trends-chart.js';
import { votesChart } from './votes-chart.js';

/** Pixels for each unit of the layout: what a phone's screen has. */
const SCALE = 3;

const TREES: Record<PictureName, (assessment: Assessment, theme: Theme, before?: Assessment) => Element> = {
  scorecard,
  votes: votesChart,
  trends: trendsChart,
};

const require = createRequire(import.meta.url);
/** A letter that the first has not is taken from the next: accents, and those of Vietnamese. */
const SUBSETS = ['latin', 'latin-ext', 'vietnamese'];
const WEIGHTS = [500, 700] as const;
const fonts = SUBSETS.flatMap((subset, at) =>
  WEIGHTS.map((weight) => ({
    // By a name of its own: of two fonts with one name and weight, only one would be looked at.
    name: at === 0 ? FAMILY : `${FAMILY} ${subset}`,
    weight,
    style: 'normal' as const,
    data: readFileSync(require.resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`)),
  })),
);

/** @returns a PNG, three times as wide as the layout */
export const draw: Draw = async (job) => {
  const svg = await layOut(job);
  const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  // A copy with a memory of its own, which can be handed to another thread.
  return new Uint8Array(image.asPng());
};

/** @returns an SVG, of paths alone; `watch` is told of each box and each fault of style */
export function layOut(
  { picture, theme, assessment, before }: Job,
  watch: Pick<SatoriOptions, 'onNodeDetected' | 'onStyleError'> = {},
): Promise<string> {
  const tree = enlarged(TREES[picture](assessment, theme, before), SCALE);
  return satori(tree, { width: WIDTH * SCALE, fonts, ...watch });
}
