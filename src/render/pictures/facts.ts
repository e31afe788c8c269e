/** What the pictures and their descriptions say of the data, counted once for both. */
import {
  type Assessment,
  type Indicator,
  POSITIONS,
  type Position,
  RATINGS,
  type Trend,
  type Vote,
} from '../../assessment/schema.js';
import { list, POSITION_WORDS } from '../../assessment/words.js';

/** What moves there are. */
export const MOVES = ['decrease', 'increase'] as const satisfies readonly Trend[];
/** From down to up, as a scale is read. */
export const TREND_SCALE = ['decrease', 'unchanged', 'increase'] as const satisfies readonly Trend[];

/** How often each value of `scale` occurs, in its order. */
function counted<Value>(scale: readonly Value[], values: readonly Value[]) {
  return scale.map((value) => ({ value, count: values.filter((each) => each === value).length }));
}

export const ratingsOf = (indicators: readonly Indicator[]) =>
  counted(
    RATINGS,
    indicators.map((i) => i.rating),
  );

export const trendsOf = (indicators: readonly Indicator[]) =>
  counted(
    TREND_SCALE,
    indicators.map((i) => i.trend),
  );

export const positionsOf = (votes: readonly Vote[]) =>
  counted(
    POSITIONS,
    votes.map((v) => v.position),
  );

/** Those that fell, then those that rose. */
export function movedOf(indicators: readonly Indicator[]): Indicator[] {
  return MOVES.flatMap((trend) => indicators.filter((i) => i.trend === trend));
}

/** The areas that have indicators, with them. */
export function areasOf({ areas, indicators }: Assessment) {
  return areas
    .map(({ id, name }) => ({ name, indicators: indicators.filter((i) => i.area === id) }))
    .filter((area) => area.indicators.length > 0);
}

/** The position in the UN record, where that is another than the report's. */
export function recordedOtherwise({ position, record }: Vote): Position | undefined {
  return record?.position && record.position !== position ? record.position : undefined;
}

/** Where the UN record differs, in a sentence; nothing where it does not. */
export function differencesText(votes: readonly Vote[]): string {
  const said = votes.flatMap((vote) => {
    const recorded = recordedOtherwise(vote);
    return recorded
      ? [`${vote.resolution} ${POSITION_WORDS[recorded]} (the report: ${POSITION_WORDS[vote.position]})`]
      : [];
  });
  const others = said.length - DIFFERENCES_MAX;
  const named = said.slice(0, DIFFERENCES_MAX);
  return said.length ? `${list(others > 0 ? [...named, `${others} more`] : named)}.` : '';
}

const DIFFERENCES_MAX = 4;

/** "S/RES/" and "2677" of "S/RES/2677". */
export function symbolParts({ resolution }: Vote): { series: string; own: string } {
  const series = /^.*\/RES\//.exec(resolution)?.[0] ?? '';
  return { series, own: resolution.slice(series.length) };
}

export function yearsOf(votes: readonly Vote[]): number[] {
  return [...new Set(votes.map((v) => v.year))].sort((a, b) => a - b);
}

/** "−1", "+2.5", "0": with a true minus. */
export function signed(n: number): string {
  return n === 0 ? '0' : `${n < 0 ? '−' : '+'}${Math.abs(n)}`;
}
