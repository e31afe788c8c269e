/** Where the public record differs from the report, both are shown, and where the record is. */
import { describe, expect, test } from 'vitest';
import { raw } from '../library.js';
import { pagesOf } from './asking.js';

const bodyOf = (command: string, options: Record<string, string> = {}) =>
  pagesOf(command, options).flatMap(({ seen }) => seen.body);

const own: Record<string, (id: string) => [string, Record<string, string>]> = {
  vote: (resolution) => ['votes', { resolution }],
  treaty: (name) => ['treaty', { name }],
  indicator: (name) => ['indicator', { name }],
};

describe('a difference', () => {
  test.each(raw.checks.map((c) => [`${c.about.kind} ${c.about.id}`, c] as const))(
    'on %s is shown whole',
    (_, check) => {
      const call = own[check.about.kind]?.(check.about.id) as [string, Record<string, string>];
      const [line, ...more] = bodyOf(...call).filter(
        ({ style, text }) => style === 'quote' && text.startsWith(check.report),
      );
      expect(more).toEqual([]);
      expect(line?.text).toContain(`UN record: ${check.record}`);
      for (const { title, url } of check.sources) {
        expect(line?.text).toContain(title);
        if (url) expect(line?.links).toContainEqual({ text: title, target: url });
      }
    },
  );

  test('on a treaty or a vote is shown with its indicator too', () => {
    const seven = bodyOf('indicator', { name: '7' }).map(({ text }) => text);
    expect(seven.join('\n')).toContain('deposited its instrument of accession on 6 July 2020');
    const twentyFour = bodyOf('indicator', { name: '24' }).map(({ text }) => text);
    expect(twentyFour.join('\n')).toContain('China abstained on S/RES/2677');
  });

  test('leaves the report’s own statement as it is', () => {
    const lines = bodyOf('treaty', { name: 'arms-trade-treaty' }).map(({ text }) => text);
    expect(lines).toContain('China has still not ratified the Arms Trade Treaty. [1]');
  });

  test.each([
    ['ask', { question: 'Has China ratified the Arms Trade Treaty?' }, 'accession'],
    ['search', { query: 'Arms Trade Treaty' }, 'accession'],
    ['search', { query: 'Special Rapporteur visit May 2022' }, 'High Commissioner for Human Rights'],
    ['search', { query: 'S/RES/2677' }, 'UN record: abstained'],
  ] as [string, Record<string, string>, string][])(
    'is shown in the answer to /%s %o too',
    (command, options, record) => {
      const text = bodyOf(command, options)
        .map((line) => line.text)
        .join('\n');
      expect(text).toContain(record);
    },
  );

  test.each([
    ['votes', { body: 'security-council', year: '2023' }],
    ['search', { query: 'S/RES/2677' }],
  ] as [string, Record<string, string>][])(
    'has the source of the record beside it in /%s %o',
    (command, options) => {
      const lines = bodyOf(command, options).map(({ text }) => text);
      expect(lines.filter((text) => text.includes('UN record: abstained'))).toHaveLength(1);
      expect(lines.join('\n')).toContain('UN press release SC/15227');
    },
  );
});
