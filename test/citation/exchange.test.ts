/** Files for reference managers, read back by readers that the program does not use. */
import { parse as readRis } from 'astrocite-ris';
import { BibLatexParser } from 'biblatex-csl-converter';
import { describe, expect, test } from 'vitest';
import type { Work } from '../../src/assessment/works.js';
import { authorsOf, type Citable, citableAssessment, citableWork, once } from '../../src/citation/csl.js';
import { exchange } from '../../src/citation/exchange.js';
import { edition, raw } from '../library.js';

const cited = (work: Work) => citableWork(work, edition.institutions());
const all: Citable[] = [
  ...raw.footnotes.flatMap(({ number }) => edition.works(number).map(cited)),
  citableAssessment(raw),
  citableAssessment(raw, raw.indicators[14]),
  citableAssessment(raw, raw.indicators[23], edition.vote('S/RES/2677')),
];
const works = once(all);
interface Read {
  title?: string;
  'container-title'?: string;
  author?: readonly { literal?: string; family?: string; given?: string | undefined }[] | undefined;
  issued?: unknown;
  URL?: string;
  type?: string;
  publisher?: string;
  genre?: string;
  note?: string;
}
/** Quotation marks and dashes have more than one form. */
const bare = (text = '') =>
  text
    .replace(/[“”"‘’'`–—-]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
const named = (author: Read['author'] = []) =>
  author.map((name) => bare(name.literal ?? [name.family, name.given].filter(Boolean).join(', ')));
const years = (issued: unknown) => JSON.stringify(issued ?? '').match(/\b(?:19|20)\d\d\b/)?.[0];

/** What the reader makes of BibTeX: texts in pieces, names in parts. */
function asRead(fields: Record<string, unknown>, type = ''): Read {
  const text = (value: unknown) =>
    Array.isArray(value) ? value.map((piece: { text?: string }) => piece.text ?? '').join('') : undefined;
  const genre = text(fields.howpublished) ?? text(fields.type);
  const note = text(fields.note);
  // A list of publishers, each a text.
  const publishers = [fields.publisher, fields.institution]
    .flatMap((all) => (all ?? []) as unknown[])
    .map(text);
  const names = (fields.author ?? []) as Record<'literal' | 'family' | 'given', unknown>[];
  const container = text(fields.booktitle) ?? text(fields.journaltitle);
  return {
    title: text(fields.title) ?? '',
    ...(container ? { 'container-title': container } : {}),
    author: names.map(({ literal, family, given }) => {
      const whole = text(literal);
      return whole ? { literal: whole } : { family: text(family) ?? '', given: text(given) ?? '' };
    }),
    issued: fields.date,
    URL: String(fields.url),
    type,
    ...(publishers.length ? { publisher: publishers.join(' and ') } : {}),
    ...(genre ? { genre } : {}),
    ...(note ? { note } : {}),
  };
}

/** What a reader is to find a type of work as. */
type Types = Record<string, string>;
const IN_BIBTEX: Types = {
  report: 'report',
  chapter: 'incollection',
  'article-newspaper': 'article',
  'article-magazine': 'article',
};
const IN_RIS: Types = {
  report: 'report',
  chapter: 'chapter',
  'article-newspaper': 'article-newspaper',
  'article-magazine': 'article-magazine',
  broadcast: 'broadcast',
};

/** Institutions publish what they report: the whole, and a section as part of it. */
function publisherOf({ item, partOf }: Citable): string | undefined {
  if (item.publisher || (partOf ?? item.type) !== 'report') return item.publisher;
  const own = (item.author ?? []).flatMap((name) => ('literal' in name ? name.literal : []));
  return own.length ? own.join(', ') : undefined;
}

/** What was read is the work, and as much of what kind it is as the format can say. */
function expectSame(read: Read, citable: Citable, types: Types, other: string) {
  const { item, locator } = citable;
  // BibTeX has no report of nobody in particular.
  const isBare = types === IN_BIBTEX && item.type === 'report' && !publisherOf(citable);
  expect(read.type).toBe(isBare ? other : (types[item.type] ?? other));
  expect(bare(read.publisher)).toBe(bare(publisherOf(citable)));
  if (item.genre) expect(read.genre).toBe(item.genre);
  if (locator) expect(bare(read.note)).toContain(bare(`pp. ${locator}`));
  expect(bare(read.title)).toBe(bare(item.title));
  expect(read.URL).toBe(item.URL);
  expect(years(read.issued)).toBe(years(item.issued));
  if (item['container-title']) expect(bare(read['container-title'])).toBe(bare(item['container-title']));
}

describe('BibTeX', () => {
  const text = exchange('bibtex', all);
  const { entries, errors } = new BibLatexParser(text).parse();
  const read = Object.values(entries).map(({ fields, bib_type }) => asRead(fields, bib_type));

  test('is read without an error', () => {
    expect(errors).toEqual([]);
  });

  test('reads back as the same works, each once', () => {
    expect(read).toHaveLength(works.length);
    for (const [i, work] of works.entries()) expectSame(read[i] as Read, work, IN_BIBTEX, 'misc');
  });

  test('says of an undated work that it is one, and of no other', () => {
    const undated = text.split(/^(?=@)/m).map((entry) => entry.includes('year = {n.d.}'));
    expect(undated).toEqual(works.map(({ item }) => !item.issued));
  });

  test('has institutions whole, persons by family and given name, and others as others', () => {
    for (const [i, { item }] of works.entries()) {
      const { authors, others } = authorsOf(item);
      expect(named(read[i]?.author)).toEqual([...named(authors), ...(others ? ['others'] : [])]);
    }
  });

  test('has keys that differ, and no field twice', () => {
    const keys = [...text.matchAll(/^@\w+\{(\S+),$/gm)].map(([, key]) => key);
    expect(new Set(keys).size).toBe(works.length);
    for (const entry of text.split(/^@/m)) {
      const fields = [...entry.matchAll(/^\t(\w+) = /gm)].map(([, field]) => field);
      expect(new Set(fields).size).toBe(fields.length);
    }
  });
});

describe('RIS', () => {
  const text = exchange('ris', all);
  const read = readRis(text) as Read[];

  test('reads back as the same works, each once', () => {
    expect(read).toHaveLength(works.length);
    for (const [i, work] of works.entries()) expectSame(read[i] as Read, work, IN_RIS, 'webpage');
  });

  test('has every author, and nobody called “et al.”', () => {
    const records = text.split(/^ER {2}- \r$/m);
    for (const [i, { item }] of works.entries()) {
      // An institution is a name without a comma, which this reader takes for a person's.
      const authors = [...(records[i] ?? '').matchAll(/^A1 {2}- (.+)\r$/gm)].map(([, name]) => bare(name));
      expect(authors).toEqual(named(authorsOf(item).authors));
    }
    expect(text).not.toContain('et al');
    expect(text).toContain('More authors than those named');
  });

  test('has every field in one line that ends as the format wants it, with its tag', () => {
    for (const line of text.replace(/\r\n$/, '').split('\r\n'))
      expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\r\n]*$/);
    expect(text).toContain('Y1  - 2022/08/31/');
  });
});

test('CSL-JSON has the works as they are, each once', () => {
  const read = JSON.parse(exchange('csl-json', all)) as (Read & { id: string; type: string })[];
  expect(read).toHaveLength(works.length);
  for (const [i, { item, locator }] of works.entries()) {
    const { authors, others } = authorsOf(item);
    const note = [locator ? `pp. ${locator}` : '', others ? 'More authors than those named' : ''].filter(
      Boolean,
    );
    expect(read[i]).toEqual({
      ...item,
      ...(authors.length ? { author: authors } : {}),
      ...(note.length ? { note: note.join('; ') } : {}),
    });
  }
});

describe('special characters', () => {
  const title = String.raw`R&D at 100% for $5, #1 of a_b {and} ~ \emph{foo} in “Łódź”`;
  const odd: Citable[] = [
    {
      item: {
        id: 'x 1',
        type: 'report',
        title,
        author: [{ literal: 'Smith & Söhne' }],
        URL: 'https://example.org/a_b?c=%20#d',
      },
    },
    { item: { id: 'x-1', type: 'webpage', title: 'Other', URL: 'https://example.org/' } },
  ];

  test('are no commands in BibTeX, and read back as they are', () => {
    const { entries, errors } = new BibLatexParser(exchange('bibtex', odd)).parse();
    expect(errors).toEqual([]);
    const [first, second] = Object.values(entries);
    expect(asRead(first?.fields ?? {})).toMatchObject({
      title,
      author: [{ literal: 'Smith & Söhne' }],
      URL: 'https://example.org/a_b?c=%20#d',
    });
    // Two ids that come to one key are told apart.
    expect([first?.entry_key, second?.entry_key]).toEqual(['x-1', 'x-1-2']);
  });

  test('are themselves in RIS', () => {
    const [first] = readRis(exchange('ris', odd)) as Read[];
    expect(first?.title).toBe(title);
    expect(first?.URL).toBe('https://example.org/a_b?c=%20#d');
  });
});

test('a newspaper has its day in every format', () => {
  const hale = edition.works(14).slice(1, 2).map(cited);
  expect(exchange('bibtex', hale)).toContain('date = {2023-05-04}');
  expect(exchange('ris', hale)).toContain('Y1  - 2023/05/04/');
  expect(JSON.parse(exchange('csl-json', hale))[0].issued).toEqual({ 'date-parts': [[2023, 5, 4]] });
});
