/** Tables of a terminal: aligned columns, nothing around them. */

/** The first column is text, the others are numbers and stand to the right. The first row is the head. */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, c) =>
    Math.max(...rows.map((row) => (row[c] ?? '').length)),
  );
  const lines = rows.map((row) =>
    widths
      .map((width, c) => (c === 0 ? (row[c] ?? '').padEnd(width) : (row[c] ?? '').padStart(width)))
      .join('  ')
      .trimEnd(),
  );
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/** A share with three digits; a dash where there is none. */
export const shareOf = (share: number | null) => (share === null ? '–' : share.toFixed(3));

export const milliseconds = (ms: number) => ms.toFixed(ms < 10 ? 3 : 1);
