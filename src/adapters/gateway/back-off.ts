/** How long to wait before another try. */

/** In milliseconds. */
const [SHORTEST, LONGEST] = [1000, 60_000];

/** In milliseconds, after so many failures in a row: a second, then twice as long each time, a minute at most. */
export const backOff = (failures: number): number => Math.min(SHORTEST * 2 ** (failures - 1), LONGEST);
