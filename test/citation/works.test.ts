import { describe, expect, test } from 'vitest';
import type { Source } from '../../src/assessment/schema.js';
import { ask } from '../commands/asking.js';
import { edition, raw } from '../library.js';

const shortForms = raw.footnotes.flatMap(({ number, sources }) =>
  sources.flatMap((own, at) => (own.sameAs ? [{ number, at, own, sameAs: own.sameAs }] : [])),
);
const fullOf = ({ footnote, source }: { footnote: number; source: number }) =>
  raw.footnotes[footnote - 1]?.sources[source] as Source;

describe('a short form', () => {
  test('occurs eleven times in the report', () => {
    expect(shortForms).toHaveLength(11);
  });

  test.each(shortForms)(
    'in footnote $number stands for the full work of footnote $sameAs.footnote',
    (form) => {
      const full = fullOf(form.sameAs);
      const work = edition.works(form.number)[form.at];
      expect(work).toMatchObject({
        title: full.title,
        author: full.author,
        URL: full.URL,
        shortFor: form.sameAs.footnote,
      });
      expect(work).not.toHaveProperty('sameAs');
      expect(work?.section).toBe(form.own.section);
      expect(work?.locator).toBe(form.own.locator);
    },
  );

  test.each(shortForms)('in footnote $number is shown in full, with its own section and no other', (form) => {
    const full = fullOf(form.sameAs);
    const { seen } = ask('cite', { footnote: String(form.number) });
    const [line] = seen.body.filter(({ text }) => text.includes(full.title));
    expect(line?.links.map(({ target }) => target)).toContain(full.URL);
    for (const author of full.author ?? []) {
      expect(line?.text).toContain('literal' in author ? author.literal : author.family);
    }
    if (form.own.section) expect(line?.text).toContain(`‘${form.own.section}’`);
    if (full.section && full.section !== form.own.section) expect(line?.text).not.toContain(full.section);
    expect(line?.text).toContain(`(given in full in footnote ${form.sameAs.footnote})`);
  });
});

describe('an institution', () => {
  test('is called by its full name where the report gives that anywhere, and as it stands where not', () => {
    const institutions = edition.institutions();
    expect(institutions.get('HRW')).toBe('Human Rights Watch');
    expect(institutions.get('GANHRI')).toBe('Global Alliance of National Human Rights Institutions');
    expect(institutions.has('GCR2P')).toBe(false);
  });

  test('is as printed in the report’s own style', () => {
    expect(ask('cite', { footnote: '3' }).seen.said).toContain('GANHRI, 2023. Members');
  });
});

describe('a footnote', () => {
  test('without a work has none, and says that it is a remark', () => {
    const remarks = raw.footnotes.filter((f) => f.sources.length === 0);
    expect(remarks.map((f) => f.number)).toEqual([2, 4, 25]);
    for (const { number, statements = [] } of remarks) {
      expect(edition.works(number)).toEqual([]);
      const { seen } = ask('cite', { footnote: String(number) });
      for (const { text } of statements) expect(seen.said).toContain(text);
      expect(seen.said).toContain('A remark of the report: this footnote cites no work.');
    }
  });

  test('with works and a remark gives both', () => {
    const { seen } = ask('cite', { footnote: '37' });
    expect(seen.said).toContain('Tatmadaw personnel have carried out atrocity crimes');
    expect(seen.said).toContain('Reuters, 2023.');
  });

  test('that is a remark is its own source where it is marked', () => {
    const { seen } = ask('treaty', { name: 'iccpr' });
    expect(seen.sources[0]?.text).toBe(
      '[2] China signed the ICCPR in 1998, but it has not ratified it so far. (Remark of the report.)',
    );
  });

  test('has its works in the report’s order', () => {
    for (const { number, sources } of raw.footnotes) {
      expect(edition.works(number).map((w) => w.title)).toEqual(
        sources.map((s) => (s.sameAs ? fullOf(s.sameAs).title : s.title)),
      );
    }
  });

  test('that there is not has none', () => {
    expect(edition.works(49)).toEqual([]);
  });
});
