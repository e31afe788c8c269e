/** What is wrong with text that is not JSON, and at which line and column. */
import { clip } from './describe.js';

/** @param reason what JSON.parse said, in the words of V8 */
export function syntaxProblem(text: string, reason: string): { place: string; message: string } {
  const position = syntaxErrorAt(text, reason);
  const before = text.slice(0, position).split('\n');
  const place = `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
  const [here = ''] = text.slice(position).trimStart().split('\n');
  if (here === '') {
    const last = text.trimEnd().split('\n').at(-1)?.trim().slice(-40);
    return { place, message: `is not whole JSON: the file ends too early, after ${last}; was it cut off?` };
  }
  // V8's own account of where is dropped: a bare position, or a few characters in quotation marks.
  const why = reason.replace(/ (?:in JSON )?at position \d.*|, (?:\.\.\.)?".*/s, '');
  return { place, message: `is not valid JSON: ${why}; here stands ${clip(here, 50)}` };
}

/** V8 gives the position of some errors only. Of an unexpected token it does not: that is found by halving. */
function syntaxErrorAt(text: string, reason: string): number {
  const position = /at position (\d+)/.exec(reason)?.[1];
  if (position) return Number(position);
  if (!reason.endsWith('is not valid JSON')) return text.length;
  let good = 0;
  let bad = text.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (hasBadToken(text.slice(0, middle))) bad = middle;
    else good = middle;
  }
  return bad - 1;
}

function hasBadToken(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    return (error as SyntaxError).message.endsWith('is not valid JSON');
  }
}
