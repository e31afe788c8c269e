/** Citations as files for reference managers: BibTeX and RIS by Citation.js, CSL-JSON as it is. */
import { createRequire } from 'node:module';
import { authorsOf, type Citable, type CslItem, once } from './csl.js';

export const FORMATS = {
  bibtex: { extension: 'bib', type: 'application/x-bibtex' },
  ris: { extension: 'ris', type: 'application/x-research-info-systems' },
  'csl-json': { extension: 'json', type: 'application/vnd.citationstyles.csl+json' },
} as const;
export type Format = keyof typeof FORMATS;

/** As much of Citation.js as is used here (https://citation.js.org). */
interface CitationJs {
  Cite: new (items: readonly CslItem[]) => { format(format: string): string };
  plugins: { config: { get(plugin: string): Record<string, unknown> } };
}

/** It takes a while to load: that is left until somebody wants a file. */
let loaded: CitationJs['Cite'] | undefined;
function citationJs(): CitationJs['Cite'] {
  if (loaded) return loaded;
  const require = createRequire(import.meta.url);
  const { Cite, plugins } = require('@citation-js/core') as CitationJs;
  require('@citation-js/plugin-bibtex');
  require('@citation-js/plugin-ris');
  // The keys that the other formats have, and letters as they are: every current reader takes UTF-8.
  Object.assign(plugins.config.get('@bibtex').format as object, {
    useIdAsLabel: true,
    checkLabel: false,
    asciiOnly: false,
  });
  // The newer form leaves out who wrote in a newspaper.
  plugins.config.get('@ris').outputSpec = 'old';
  loaded = Cite;
  return Cite;
}

/** Works in a format for exchange, each once, as the text of a file. */
export function exchange(format: Format, citables: readonly Citable[]): string {
  const items = withKeys(once(citables).map(asItem));
  switch (format) {
    case 'csl-json':
      return `${JSON.stringify(items.map(withOthers), null, 2)}\n`;
    case 'bibtex':
      return items.map(bibtex).join('\n');
    case 'ris':
      return items.map(ris).join('');
  }
}

/** An item for a file. `others`: it has more authors than those that are named. `partOf`: as of a citable. */
type Item = CslItem & { partOf: Citable['partOf'] | undefined; others: boolean };

/** The pages that are cited are a note: those of the work itself would be its extent. */
function asItem({ item, locator, partOf }: Citable): Item {
  const { authors, others } = authorsOf(item);
  const note = [item.note, locator ? `pp. ${locator}` : ''].filter(Boolean).join('; ');
  return {
    ...item,
    ...(authors.length ? { author: authors } : {}),
    ...(note ? { note } : {}),
    partOf,
    others,
  };
}

/** Where a format has no word for it, a note says that there are more authors: one called "et al." would be a person. */
function withOthers({ others, partOf: _, ...item }: Item): CslItem {
  const note = [item.note, others ? 'More authors than those named' : ''].filter(Boolean).join('; ');
  return note ? { ...item, note } : item;
}

/** Each with a key that all formats take, and no two with the same. */
function withKeys(items: readonly Item[]): Item[] {
  const taken = new Set<string>();
  return items.map((item) => {
    const key = item.id.normalize('NFKD').replace(/[^\w.:-]+/g, '-') || 'work';
    let own = key;
    for (let n = 2; taken.has(own.toLowerCase()); n++) own = `${key}-${n}`;
    taken.add(own.toLowerCase());
    return { ...item, id: own };
  });
}

/** Institutions publish their own reports, where nobody else is named, and so the sections of those. */
function withPublisher(item: Item): Item {
  const own = (item.author ?? []).flatMap((name) => ('literal' in name ? name.literal : []));
  const publisher = item.publisher ?? ((item.partOf ?? item.type) === 'report' ? own.join(', ') : '');
  return publisher ? { ...item, publisher } : item;
}

/** What BibTeX would take for commands. */
const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const tex = (text: string) => text.replace(/[\\{}~^]/g, (c) => TEX[c] ?? c).replace(/[&%$#_]/g, '\\$&');

/** Stands for a text until the rest is written: Citation.js would put braces of its own into it. */
const place = (n: number) => String.fromCodePoint(0xe100 + n);

function bibtex({ others, ...item }: Item): string {
  const Cite = citationJs();
  const texts: string[] = [];
  const keep = (text: string) => place(texts.push(text) - 1);
  const { genre, issued, author = [], partOf: _, ...rest } = withPublisher({ others, ...item });
  // A report of nobody in particular: BibTeX's kind of report wants an institution.
  const isReport = rest.type === 'report' && rest.publisher !== undefined;
  const [year, month, day] = issued?.['date-parts'][0] ?? [];
  const fields = ['title', 'container-title', 'publisher', 'publisher-place', 'note'] as const;
  const own = Object.fromEntries(
    fields.flatMap((field) => (rest[field] === undefined ? [] : [[field, keep(rest[field])]])),
  );
  const entry = new Cite([
    {
      ...rest,
      ...own,
      // It has a month, and no day.
      ...(year ? { issued: { 'date-parts': [month ? [year, month] : [year]] } } : {}),
      ...(isReport
        ? { genre: keep(genre ?? 'Report') }
        : { type: rest.type === 'report' ? 'document' : rest.type }),
      ...(author.length
        ? {
            author: author.map((name) =>
              'literal' in name
                ? { literal: keep(name.literal) }
                : { family: keep(name.family), ...(name.given ? { given: keep(name.given) } : {}) },
            ),
          }
        : {}),
    } as CslItem,
  ])
    .format('bibtex')
    .trim();
  const date = day ? [year, pad(month), pad(day)].join('-') : '';
  const added = [
    // A year in words is printed as it is by every style; without one, some would print a gap.
    year ? '' : '\tyear = {n.d.},\n',
    genre && !isReport ? `\thowpublished = {${keep(genre)}},\n` : '',
  ].join('');
  return `${entry
    // A part with a title of its own.
    .replace(/^@inbook\{/, '@incollection{')
    // The address stands under "url".
    .replace(/^\thowpublished = .*\n/m, '')
    .replace(/^\ttitle = /m, `${added}$&`)
    // Newer readers take the day from here.
    .replace(/^\tmonth = .*$/m, (line) => (date ? `${line}\n\tdate = {${date}},` : line))
    .replace(/^\tauthor = \{(.*)\},$/m, (line, names) =>
      others ? `\tauthor = {${names} and others},` : line,
    )
    // A title keeps its capitals as they are: without braces, styles make UN a "Un". A publisher with an "and" is one.
    .replace(/^\t((?:book)?title|publisher|institution) = \{(.*)\},$/gm, '\t$1 = {{$2}},')
    .replace(/[\u{E100}-\u{E1FF}]/gu, (c) => tex(texts[(c.codePointAt(0) ?? 0) - 0xe100] ?? ''))}\n`;
}

const pad = (n: number | undefined) => String(n ?? 0).padStart(2, '0');

/** https://en.wikipedia.org/wiki/RIS_(file_format) */
function ris(one: Item): string {
  const Cite = citationJs();
  const item = withOthers(withPublisher(one));
  const type = RIS_TYPES[item.type] ?? item.type;
  const written = new Cite([{ ...item, type }])
    .format('ris')
    .trim()
    // It folds lines, which few readers undo, cuts ids, takes a note for an abstract, and leaves out of what kind it is.
    .replace(/\n(?![A-Z][A-Z0-9] {2}- ?)/g, '')
    .replace(/^ID {2}- .*$/m, `ID  - ${item.id}`)
    .replace(/^AB {2}- /m, 'N1  - ')
    .replace(/^Y1 {2}- (\d+)\/(\d+)\/(\d*)\//m, (_all, year, month, day) =>
      ['Y1  - ', [year, pad(Number(month)), day ? pad(Number(day)) : ''].join('/'), '/'].join(''),
    )
    .replace(/^ER {2}-$/m, () => `${one.genre ? `M3  - ${one.genre}\n` : ''}ER  - `);
  return `${written.replaceAll('\n', '\r\n')}\r\n`;
}

/** Types that Citation.js has as something else: a podcast is no motion picture, the text of a speech no recording. */
const RIS_TYPES: Partial<Record<CslItem['type'], CslItem['type']>> = { broadcast: 'song', speech: 'webpage' };
