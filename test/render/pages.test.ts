import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Block, Section } from '../../src/answer.js';
import { MESSAGE_TEXT_MAX, paginate } from '../../src/render/pages.js';
import { edition, raw } from '../library.js';
import { linesOf } from './reading.js';

const sentence = fc
  .tuple(
    fc.oneof(
      fc.lorem({ mode: 'sentences', maxCount: 12 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.array(fc.constantFrom('*', '_', '[', ']', '@', 'word '), { maxLength: 200 }).map((s) => s.join('')),
    ),
    fc.nat(),
  )
  .map(([s, n]) => `${n}: ${s.replace(/\s+/g, ' ').trim()}`.slice(0, 900).toWellFormed());
const footnotes = fc.uniqueArray(fc.integer({ min: 1, max: raw.footnotes.length }), { maxLength: 3 });
const block: fc.Arbitrary<Block> = fc.record({
  style: fc.constantFrom('statement', 'item', 'plain', 'small', 'check'),
  text: sentence.map((s) => [s]),
  footnotes,
});
const section: fc.Arbitrary<Section> = fc.record(
  {
    heading: fc.record({ text: fc.lorem({ maxCount: 4 }), footnotes }),
    blocks: fc.array(block, { minLength: 1, maxLength: 8 }),
  },
  { requiredKeys: ['blocks'] },
);
const sections = fc.array(section, { maxLength: 5 });

const answerOf = (of: readonly Section[]): Answer => ({
  found: true,
  assessment: raw.id,
  title: 'A title',
  subtitle: ['with a subtitle'],
  sections: of,
  evidence: [],
  actions: [],
});
const lengthOf = (page: { head: string; body: string; sources: string }) =>
  page.head.length + page.body.length + page.sources.length;

/** The lines that blocks become, without headings, marks apart. */
const saidOn = (body: string) =>
  linesOf(body)
    .filter(({ style }) => style !== 'heading')
    .map(({ text }) => text);

describe('pages', () => {
  test('hold every block once, in order, with its marks', () => {
    fc.assert(
      fc.property(sections, (given) => {
        const lines = paginate(answerOf(given), edition).flatMap(({ body }) =>
          body ? body.split('\n') : [],
        );
        const blocks = given.flatMap((s) => s.blocks);
        const own = lines.filter((line) => line !== '' && !line.startsWith('### '));
        expect(own).toHaveLength(blocks.length);
        for (const [i, { footnotes: numbers = [] }] of blocks.entries()) {
          const alone = paginate(answerOf([{ blocks: [blocks[i] as Block] }]), edition);
          expect(own[i]).toBe(alone[0]?.body);
          for (const n of numbers) expect(own[i]).toMatch(new RegExp(`\\[${n}\\\\?\\]`));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('fit a message where each block alone does', () => {
    fc.assert(
      fc.property(sections, (given) => {
        const alone = given.flatMap(({ heading, blocks }) =>
          blocks.map((one) => {
            const under = heading && { ...heading, text: `${heading.text} (continued)` };
            const [page] = paginate(
              answerOf([{ ...(under ? { heading: under } : {}), blocks: [one] }]),
              edition,
            );
            return page ? lengthOf(page) : 0;
          }),
        );
        fc.pre(alone.every((length) => length <= MESSAGE_TEXT_MAX));
        for (const page of paginate(answerOf(given), edition)) {
          expect(lengthOf(page)).toBeLessThanOrEqual(MESSAGE_TEXT_MAX);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('have the sources of their own marks, each once and in order, and no others', () => {
    fc.assert(
      fc.property(sections, (given) => {
        for (const page of paginate(answerOf(given), edition)) {
          const sources = linesOf(page.sources).slice(0, -1);
          const numbers = sources.map(({ bold }) => Number(bold[0]?.slice(1, -1)));
          expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
          expect(page.footnotes).toEqual(numbers);
          const marks = page.body.split('\n').flatMap((line) => {
            const [end = ''] = /(?: (?:\[\[\d+\]\]\([^ ]*\)|\\\[\d+\\\]))+$/.exec(line) ?? [];
            return [...end.matchAll(/\[\[?(\d+)\\?\]/g)].map((m) => Number(m[1]));
          });
          expect([...new Set(marks)].sort((a, b) => a - b)).toEqual(numbers);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('begin with the heading of a section that goes on, and say that it does', () => {
    const blocks: Block[] = Array.from({ length: 12 }, (_, i) => ({
      style: 'statement',
      text: [`${i} ${'word '.repeat(150)}`.trim()],
      footnotes: [24],
    }));
    const pages = paginate(answerOf([{ heading: { text: 'Long', footnotes: [5] }, blocks }]), edition);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.map(({ body }) => linesOf(body)[0]?.text)).toEqual(
      pages.map((_, i) => (i === 0 ? 'Long [5]' : 'Long (continued) [5]')),
    );
    for (const page of pages) {
      expect(page.footnotes).toEqual([5, 24]);
      expect(saidOn(page.body).length).toBeGreaterThan(0);
    }
  });

  test('keep together what hangs on one source, be it by way of another one', () => {
    const block = (footnotes: number[]): Block => ({ style: 'plain', text: ['x'.repeat(600)], footnotes });
    // Two before them, so that two of the three would fit on the first page.
    const given = [{ blocks: [block([4]), block([5]), block([1]), block([1, 2]), block([2])] }];
    const lines = paginate(answerOf(given), edition).map(
      ({ body }) => body.split('\n').filter((line) => line.startsWith('x')).length,
    );
    expect(lines).toEqual([2, 3]);
  });

  test('are one where there is nothing to say', () => {
    expect(paginate(answerOf([]), edition)).toHaveLength(1);
  });
});
