/** What the pages of one answer hold together: each statement and each source once, and every address unbroken. */
import { describe, expect, test } from 'vitest';
import { raw } from '../library.js';
import { pagesOf } from './asking.js';
import { addresses, asLinked, statements, unmarked } from './true-to-footnotes.js';

type Asked = readonly [command: string, options: Record<string, string>];
const STYLES = ['report', 'apa', 'chicago', 'harvard', 'mla', 'bibtex', 'ris', 'csl-json'];
const records: Asked[] = [
  ...raw.indicators.map((i): Asked => ['indicator', { name: String(i.number) }]),
  ...raw.treaties.map((t): Asked => ['treaty', { name: t.id }]),
  ...raw.votes.map((v): Asked => ['votes', { resolution: v.resolution }]),
  ...raw.footnotes.map((f): Asked => ['cite', { footnote: String(f.number) }]),
];
const lists: Asked[] = [
  ['treaty', {}],
  ['votes', {}],
  ['ratings', {}],
  ['trends', {}],
  ...STYLES.map((style): Asked => ['cite', { footnote: 'all', style }]),
];
const texts = new Set(statements.map(({ text }) => text));

describe('the pages of an answer together', () => {
  test.each([...records, ...lists])('/%s %j', (command, options) => {
    const pages = pagesOf(command, options);
    const said = pages.flatMap(({ seen }) => seen.body.map(unmarked)).filter((line) => texts.has(line));
    const sources = pages.flatMap(({ dispatched }) => dispatched.answer?.sources ?? []);
    expect(said.length).toBe(new Set(said).size);
    expect(sources.length).toBe(new Set(sources).size);
    // All pages have the same records as their evidence.
    const [first, ...others] = pages.map(({ dispatched }) => dispatched.answer?.evidence);
    for (const other of others) expect(other).toEqual(first);
  });

  test.each(STYLES)('of all footnotes as %s hold every footnote', (style) => {
    const pages = pagesOf('cite', { footnote: 'all', style });
    const sources = pages.flatMap(({ dispatched }) => dispatched.answer?.sources ?? []);
    expect(sources).toEqual(raw.footnotes.map(({ number }) => number));
  });
});

test('every address of the data reaches a message unbroken', () => {
  const targets = new Set(
    [...records, ...lists].flatMap(([command, options]) =>
      pagesOf(command, options).flatMap(({ seen }) =>
        [...seen.head, ...seen.body, ...seen.sources].flatMap(({ links }) => links.map((l) => l.target)),
      ),
    ),
  );
  expect(addresses.filter((url) => !targets.has(url) && !targets.has(asLinked(url)))).toEqual([]);
});

test('every address of a work reaches its citation unbroken, in every style', () => {
  for (const style of ['report', 'apa', 'chicago', 'harvard', 'mla']) {
    const targets = pagesOf('cite', { footnote: 'all', style }).flatMap(({ seen }) =>
      seen.body.flatMap(({ links }) => links.map((l) => l.target)),
    );
    for (const { URL: url } of raw.footnotes.flatMap((f) => f.sources))
      if (url) expect(targets).toContain(url);
  }
});
