/** The pages of an answer together hold all of a record, each statement once and none cut. */
import { describe, expect, test } from 'vitest';
import { raw } from '../library.js';
import { ask, pagesOf, type Reply } from './asking.js';
import { marksOf, unmarked } from './true-to-footnotes.js';

const bodyOf = (pages: readonly Reply[]) => pages.flatMap(({ seen }) => seen.body);
const linesOf = (pages: readonly Reply[]) => bodyOf(pages).map(unmarked);
const times = (all: readonly string[], one: string) => all.filter((line) => line === one).length;

describe('an indicator', () => {
  test.each(raw.indicators.map((i) => [i.number, i] as const))('%i is given whole', (number, indicator) => {
    const pages = pagesOf('indicator', { name: String(number) });
    const said = bodyOf(pages);
    const own = indicator.statements.map((s) => s.text);
    expect(said.map(unmarked).filter((line) => own.includes(line))).toEqual(own);
    for (const { text, footnotes } of indicator.statements) {
      expect(said.filter((line) => unmarked(line) === text).map(marksOf)).toEqual([footnotes]);
    }
    for (const { seen } of pages) {
      expect(seen.head[0]?.text).toBe(`${number} · ${indicator.label}`);
    }
    expect(pages.at(-1)?.dispatched.answer).toMatchObject({ found: true });
    expect(pages.map((page) => page.dispatched.answer?.evidence[0])).toEqual(
      pages.map(() => ({ assessment: raw.id, kind: 'indicator', id: String(number) })),
    );
  });

  test('that is ended by the last page has all its sources over its pages', () => {
    for (const { number, statements } of raw.indicators) {
      const shown = pagesOf('indicator', { name: String(number) }).flatMap(
        (p) => p.dispatched.answer?.sources,
      );
      for (const footnote of statements.flatMap((s) => s.footnotes)) expect(shown).toContain(footnote);
    }
  });
});

test('an indicator leads to those that cite a work of its own, also where one has it in short', () => {
  const workOf = (footnote: number, at: number) => {
    const same = raw.footnotes[footnote - 1]?.sources[at]?.sameAs;
    return same ? `${same.footnote}.${same.source}` : `${footnote}.${at}`;
  };
  const worksOf = ({ statements }: (typeof raw.indicators)[number]) =>
    statements.flatMap((s) =>
      s.footnotes.flatMap((n) => (raw.footnotes[n - 1]?.sources ?? []).map((_, at) => workOf(n, at))),
    );
  let pairs = 0;
  for (const indicator of raw.indicators) {
    const works = worksOf(indicator);
    const beside = raw.indicators.filter(
      (other) => other !== indicator && worksOf(other).some((work) => works.includes(work)),
    );
    const menus = JSON.stringify(ask('indicator', { name: String(indicator.number) }).message.components);
    for (const other of beside) expect(menus, `${indicator.number}`).toContain(`name=${other.number}"`);
    pairs += beside.length;
  }
  expect(pairs).toBeGreaterThan(20);
});

describe('a treaty', () => {
  test.each(raw.treaties.map((t) => [t.id, t] as const))('%s is given whole', (id, treaty) => {
    const lines = linesOf(pagesOf('treaty', { name: id }));
    for (const { text } of treaty.statements) expect(times(lines, text)).toBe(1);
    for (const number of treaty.indicators) {
      const { label } = raw.indicators[number - 1] as { label: string };
      expect(lines.filter((line) => line.includes(` · ${number} · ${label}`))).toHaveLength(1);
    }
  });

  test('that is only late with a report is not said to be unratified', () => {
    for (const { id } of raw.treaties.filter((t) => t.status === 'report-overdue')) {
      const [page] = pagesOf('treaty', { name: id });
      expect(page?.seen.head[1]?.text).toBe('Report to the treaty body overdue, says the report');
      expect(page?.seen.said).toContain('it does not speak of ratification');
      expect(page?.seen.said).not.toMatch(/not ratified/i);
    }
  });

  test('is in the list of all of them, with its status and its footnotes', () => {
    const lines = bodyOf(pagesOf('treaty'));
    for (const { name, statements } of raw.treaties) {
      const [line] = lines.filter(({ bold }) => bold.some((text) => text.startsWith(name)));
      expect(line && marksOf(line)).toEqual([...new Set(statements.flatMap((s) => s.footnotes))]);
    }
  });
});

describe('a footnote', () => {
  test.each(raw.footnotes.map((f) => [f.number, f] as const))(
    '%i gives its remarks and its works',
    (n, note) => {
      const pages = pagesOf('cite', { footnote: String(n) });
      const lines = linesOf(pages);
      expect(pages.map((page) => page.dispatched.answer?.sources)).toEqual([[n]]);
      for (const { text } of note.statements ?? []) expect(times(lines, text)).toBe(1);
      for (const { title } of note.sources) {
        expect(lines.filter((line) => line.includes(title)).length).toBeGreaterThan(0);
      }
    },
  );
});

describe('the list of votes', () => {
  test('holds each vote once, and its pages are of the same list', () => {
    const pages = pagesOf('votes');
    const first = bodyOf(pages).map(({ bold }) => bold[0] ?? '');
    for (const { resolution } of raw.votes) expect(times(first, resolution)).toBe(1);
    for (const page of pages) {
      expect(page.dispatched.answer?.evidence.map((e) => e.id)).toEqual(raw.votes.map((v) => v.resolution));
    }
  });

  test('has the footnote of each body on its heading, again where it goes on', () => {
    for (const { seen } of pagesOf('votes')) {
      for (const line of seen.body.filter(({ style }) => style === 'heading')) {
        const body = { Sec: 32, Gen: 33, Hum: 34 }[line.text.slice(0, 3)];
        expect(marksOf(line)).toEqual([body]);
      }
    }
  });
});

describe('found things', () => {
  test('are all shown, in the order of the evidence', () => {
    const asked: [string, Record<string, string>][] = [
      ...[
        'rights',
        'Myanmar',
        'Freedom House',
        'Security Council',
        'Xinjiang',
        'UNOHCHR 2022 report China',
      ].map((query): [string, Record<string, string>] => ['search', { query }]),
    ];
    for (const [command, options] of asked) {
      const pages = pagesOf(command, options);
      const evidence = pages[0]?.dispatched.answer?.evidence ?? [];
      const headings = bodyOf(pages)
        .filter(({ style, text }) => style === 'heading' && !text.includes('(continued)'))
        .map(({ text }) => text);
      const named = evidence.map(({ kind, id }) => headings.findIndex((text) => isOf(text, kind, id)));
      expect(named).not.toContain(-1);
    }
  });
});

function isOf(heading: string, kind: string, id: string): boolean {
  if (kind === 'indicator') return heading.startsWith(`Indicator ${id} ·`);
  if (kind === 'footnote') return heading === `Footnote ${id}`;
  if (kind === 'vote') return heading.startsWith(`${id},`);
  if (kind === 'overview') return heading.startsWith('Overview');
  return heading.startsWith(raw.treaties.find((t) => t.id === id)?.name ?? id);
}
