/** Messages as text for a terminal: nothing lost, 80 columns, colours only where they are wanted. */
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { buttonsOf, textOf } from '../../src/adapters/terminal/text.js';
import type { Message } from '../../src/render/message.js';
import { raw } from '../library.js';
import { once } from './rig.js';

const ESCAPE = '\u001b';
const plain = { columns: 80, colour: false, pressing: true };

/** A line for every record, and for every command. */
const EVERY_RECORD = [
  ...raw.indicators.map(({ number }) => `/indicator name:${number}`),
  ...raw.votes.map(({ resolution }) => `/votes resolution:${resolution}`),
  ...raw.footnotes.map(({ number }) => `/cite footnote:${number}`),
  ...raw.treaties.map(({ id }) => `/treaty name:${id}`),
  ...['/ratings', '/trends', '/votes', '/treaty', '/about', '/search query:human rights', '/nonsense'],
  ...['how did China vote on Syria?', 'is there a rating for India?', '/votes resolution:S/RES/2613'],
];

describe('every answer', () => {
  test.each([80, 50])('fits %i columns, unless an address is longer', (columns) => {
    const wide = EVERY_RECORD.flatMap((line) => once(line, { columns }).shown.split('\n')).filter(
      (line) => stringWidth(line) > columns && !/^\s*<?https?:\S+$/.test(line),
    );
    expect(wide).toEqual([]);
  });

  test('has no more than 80 columns on a wider terminal', () => {
    const line = '/indicator name:15';
    expect(once(line, { isTTY: true, columns: 200, env: { NO_COLOR: '1' } })).toEqual(once(line));
  });

  test('is the same words with colours and without', () => {
    for (const line of EVERY_RECORD) {
      const coloured = once(line, { isTTY: true }).shown;
      expect(coloured, line).toContain(ESCAPE);
      expect(stripVTControlCharacters(coloured), line).toBe(once(line).shown);
    }
  });

  test('has no trace of markup', () => {
    const marked = EVERY_RECORD.flatMap((line) => once(line).shown.split('\n')).filter((line) =>
      /\*\*|^-# |^#+ |\\[[\]*_~`>|#-]|\]\(http/.test(line),
    );
    expect(marked).toEqual([]);
  });
});

describe('colours', () => {
  test.each([
    ['on a terminal', { isTTY: true }, true],
    ['not where the output is no terminal', { isTTY: false }, false],
    ['not with NO_COLOR', { isTTY: true, env: { NO_COLOR: '1' } }, false],
    ['on a terminal where NO_COLOR is empty', { isTTY: true, env: { NO_COLOR: '' } }, true],
    ['not on a dumb terminal', { isTTY: true, env: { TERM: 'dumb' } }, false],
  ])('are there %s', (_, options, expected) => {
    expect(once('/treaty name:iccpr', options).shown.includes(ESCAPE)).toBe(expected);
  });

  test('end on the line on which they begin', () => {
    const { shown } = once('/indicator name:15', { isTTY: true });
    const open = shown.split('\n').filter((line) => {
      const codes = [...line.matchAll(/\p{Cc}\[(\d+)m/gu)].map(([, code]) => Number(code));
      return codes.length > 0 && ![22, 24, 39].includes(codes.at(-1) ?? 0);
    });
    expect(open).toEqual([]);
  });
});

describe('a message', () => {
  const message = (components: object[]): Message =>
    ({ flags: 0, components: [{ type: 17, components }], allowed_mentions: { parse: [] } }) as Message;

  test('has its text as written, its links with their addresses, its marks without', () => {
    const content = [
      '## A \\*title\\*',
      '- **bold** and [a report](https://example.org/a_b) [[12]](https://example.org/c)',
      '> quoted',
      '-# small <https://example.org/d>',
    ].join('\n');
    expect(textOf(message([{ type: 10, content }]), plain)).toBe(
      [
        'A *title*',
        '• bold and a report <https://example.org/a_b> [12]',
        '│ quoted',
        'small https://example.org/d',
      ].join('\n'),
    );
  });

  test('numbers the buttons that can be pressed or opened', () => {
    const buttons = [
      { type: 2, style: 2, label: '‹ Previous', custom_id: 'a' },
      { type: 2, style: 2, label: '2 of 3', custom_id: 'b', disabled: true },
      { type: 2, style: 5, label: 'Open', url: 'https://example.org' },
    ];
    const shown = message([{ type: 1, components: buttons }]);
    expect(buttonsOf(shown)).toEqual([
      { label: '‹ Previous', customId: 'a' },
      { label: 'Open', url: 'https://example.org' },
    ]);
    expect(textOf(shown, plain)).toBe('[!1] ‹ Previous  [!2] Open <https://example.org>');
  });
});
