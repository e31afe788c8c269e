import { describe, expect, test } from 'vitest';
import { raw } from '../library.js';
import { ask, pagesOf } from './asking.js';

const hitsOf = (query: string, kind?: string) =>
  ask('search', { query, ...(kind ? { in: kind } : {}) }).dispatched.answer?.evidence.map(
    (e) => `${e.kind} ${e.id}`,
  ) ?? [];

describe('a search', () => {
  test('for the label of an indicator has that indicator first', () => {
    const others = raw.indicators.filter((i) => hitsOf(i.label)[0] !== `indicator ${i.number}`);
    expect(others.map((i) => i.label)).toEqual([]);
  });

  test('for the name of a treaty finds it', () => {
    for (const { id, name } of raw.treaties) expect(hitsOf(name)).toContain(`treaty ${id}`);
  });

  test('for an author finds a footnote of that author', () => {
    for (const { number, sources } of raw.footnotes) {
      for (const author of sources.flatMap((s) => (s.sameAs ? [] : (s.author ?? [])))) {
        const name = 'literal' in author ? author.literal : `${author.given ?? ''} ${author.family}`;
        if (name === 'et al.') continue;
        const sameAuthor = raw.footnotes.filter((f) =>
          f.sources.some((s) => s.author?.some((a) => JSON.stringify(a) === JSON.stringify(author))),
        );
        const own = sameAuthor.map((f) => `footnote ${f.number}`);
        // Discord takes no more of a query than that.
        const hits = hitsOf(name.slice(0, 100), 'footnote');
        expect(
          hits.some((hit) => own.includes(hit)),
          `${name}, footnote ${number}`,
        ).toBe(true);
      }
    }
  });

  test('in one kind of record finds nothing of another', () => {
    for (const kind of ['indicator', 'vote', 'footnote', 'treaty', 'overview']) {
      for (const query of ['rights', 'Myanmar', 'China', 'Syria']) {
        for (const hit of hitsOf(query, kind)) expect(hit.split(' ')[0]).toBe(kind);
      }
    }
  });

  test('for a symbol looks it up, and brings up that vote alone', () => {
    for (const { resolution } of raw.votes) expect(hitsOf(resolution)).toEqual([`vote ${resolution}`]);
  });

  test('marks what it met', () => {
    const lines = pagesOf('search', { query: 'Uyghurs' }).flatMap(({ seen }) => seen.body);
    expect(lines.flatMap(({ bold }) => bold)).toContain('Uighurs');
  });

  test('for what the report does not speak of finds nothing', () => {
    for (const query of ['quidditch', 'zzzz', 'S/RES/2613']) {
      expect(ask('search', { query }).dispatched.answer).toMatchObject({ found: false, evidence: [] });
    }
  });
});
