import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutAtWord, escapeMarkdown, inline } from '../../src/render/markdown.js';
import { linesOf, markupOf, textOf } from './reading.js';

/** Text that is full of markup, beside text of any kind. */
const markup = fc
  .array(
    fc.constantFrom(
      ...[
        '*',
        '**',
        '_',
        '__',
        '~~',
        '`',
        '```',
        '||',
        '\\',
        '|',
        '#',
        '# ',
        '### ',
        '-# ',
        '> ',
        '>>> ',
        '- ',
      ],
      ...[
        '+ ',
        '* ',
        '1. ',
        '12. ',
        '<',
        '>',
        '[',
        ']',
        '(',
        ')',
        '[a](https://a.example)',
        '<https://a.example>',
      ],
      ...[
        'https://a.example/b?c=d',
        'http://',
        'mailto:a@b.example',
        '@everyone',
        '@here',
        '<@12345678901234567>',
      ],
      ...['<@&12345678901234567>', '<#12345678901234567>', '<t:1700000000:R>', '<:a_b:12345678901234567>'],
      ...[
        '</votes:12345678901234567>',
        '<id:customize>',
        '<12345678901234567:guide>',
        '¯\\_(ツ)_/¯',
        ':smile:',
      ],
      ...[' ', '  ', 'a', 'word', '7', '😀', '👩‍👩‍👧', 'é', '\u00a0', '\u2028'],
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));
const line = fc
  .oneof(markup, fc.string(), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
  .map((s) => s.replace(/[\n\r]/g, ' '));
const text = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));

/** Before it looks for markup, the reader drops form feeds, and writes a tab as four spaces and each line's end as \n. */
const asRead = (s: string) => s.replace(/\r\n?/g, '\n').replace(/\f/g, '').replace(/\t/g, '    ');

describe('escaped text', () => {
  test('reads as the text that it was, white space and all, and has no markup', () => {
    fc.assert(
      fc.property(fc.oneof(text, line), (s) => {
        const escaped = escapeMarkdown(s);
        expect(markupOf(escaped)).toEqual([]);
        expect(textOf(escaped)).toBe(asRead(s));
      }),
      { numRuns: 3000 },
    );
  });

  test('begins no list, which Discord has and the reader has not', () => {
    fc.assert(
      fc.property(text, (s) => {
        for (const one of escapeMarkdown(s).split(/[\n\r]/))
          expect(one).not.toMatch(/^\s*(?:[-*+]|\d+\.)(?:\s|$)/);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    '# A heading',
    '-# small',
    '- an item',
    '1. the first',
    '> quoted',
    '>>> quoted to the end',
    '**bold** *slanted* __underlined__ ~~struck~~ ||hidden|| `code`',
    '```js\ncode\n```',
    '[a link](https://example.org)',
    'https://example.org/path_(x)',
    '<https://example.org>',
    '@everyone @here <@12345678901234567> <@&12345678901234567> <#12345678901234567>',
    '<t:1700000000:R> <a:wave:12345678901234567> </ask:12345678901234567>',
    '¯\\_(ツ)_/¯',
    'a trailing backslash \\',
  ])('%j is nothing but text', (s) => {
    expect(markupOf(escapeMarkdown(s))).toEqual([]);
    expect(textOf(escapeMarkdown(s))).toBe(s);
  });
});

describe('a piece set apart', () => {
  const word = line
    .map((s) =>
      asRead(s)
        .replace(/\u2028/g, ' ')
        .trim(),
    )
    .filter((s) => s !== '');

  test('is bold, and nothing else whatever it says', () => {
    fc.assert(
      fc.property(word, (bold) => {
        const [read] = linesOf(`x ${inline([{ bold }])} y`);
        expect(read?.text).toBe(`x ${bold} y`);
        expect(read?.bold.join('')).toBe(bold);
        expect(read?.markup.every((type) => type === 'strong')).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  test('is a link to its address, and nothing else whatever it says', () => {
    const address = fc.webUrl({ withQueryParameters: true, withFragments: true });
    // A bracket without its pair ends the text of a link, for Discord as for the reader.
    const title = word.filter((s) => !/[[\]]/.test(s));
    fc.assert(
      fc.property(title, address, (link, url) => {
        fc.pre(link !== url);
        const [read] = linesOf(`x ${inline([{ link, url }])} y`);
        expect(read?.text).toBe(`x ${link} y`);
        expect(new Set(read?.links.map((l) => decodeURI(l.target)))).toEqual(new Set([decodeURI(url)]));
        expect(read?.markup.every((type) => type === 'link')).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  test.each([
    ['Report [draft]', 'https://example.org/a'],
    ['Country Reports (2022)', 'https://example.org/a_(b)'],
    ['“Extremist”, it says: 50% of *them*', 'https://example.org/#:~:text=a%20b'],
  ])('%s with %s is one link', (link, url) => {
    const [read] = linesOf(inline([{ link, url }]));
    expect(read?.text).toBe(link);
    expect(decodeURIComponent(read?.links[0]?.target ?? '')).toBe(decodeURIComponent(url));
  });

  test('is its own address where that is what it says', () => {
    const url = 'https://docs.un.org/en/S/RES/2677(2023)';
    const [read] = linesOf(inline([{ link: url, url }]));
    expect(read?.links).toEqual([{ text: url, target: url }]);
  });
});

describe('a label that is cut', () => {
  const max = fc.integer({ min: 2, max: 60 });
  const label = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc
      .array(fc.constantFrom('word', 'a', '😀', '👩‍👩‍👧', '—', ',', ' '), { maxLength: 40 })
      .map((s) => s.join(' ')),
    fc.array(fc.constantFrom('😀', '🇨🇳', 'é'), { maxLength: 40 }).map((s) => s.join('')),
  );

  test('is never too long, and is left alone where it fits', () => {
    fc.assert(
      fc.property(label, max, (s, limit) => {
        const cut = cutAtWord(s, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        if (s.length <= limit) expect(cut).toBe(s);
      }),
      { numRuns: 1000 },
    );
  });

  test('is the beginning of what it was, with an ellipsis and no half of a character', () => {
    fc.assert(
      fc.property(label, max, (s, limit) => {
        const cut = cutAtWord(s, limit);
        if (cut === s) return;
        expect(cut.endsWith('…')).toBe(true);
        expect(s.startsWith(cut.slice(0, -1))).toBe(true);
        expect(cut.isWellFormed()).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('ends at a word where there is one in the second half', () => {
    expect(cutAtWord('one two three four', 12)).toBe('one two…');
    expect(cutAtWord('one, two — three', 12)).toBe('one, two…');
    expect(cutAtWord('onetwothreefour', 8)).toBe('onetwot…');
  });
});
