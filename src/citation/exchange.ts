/** Citations as files for reference managers: BibTeX and RIS by Citation.js, CSL-JSON as it is. */
import { createRequire } from 'node:module';
import { type Citable, type CslItem, once } from './csl.js';

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
  // Keys that stay the same, and letters as they are: every current reader takes UTF-8.
  Object.assign(plugins.config.get('@bibtex').format as object, { useIdAsLabel: true, asciiOnly: false });
  // The newer form leaves out who wrote in a newspaper.
  plugins.config.get('@ris').outputSpec = 'old';
  loaded = Cite;
  return Cite;
}

/** Works in a format for exchange, each once, as the text of a file. */
export function exchange(format: Format, citables: readonly Citable[]): string {
  // The pages that are cited are a note: those of the work itself would be its extent.
  const items = once(citables).map(({ item, locator }) => ({
    ...item,
    ...(locator ? { note: [item.note, `pp. ${locator}`].filter(Boolean).join('; ') } : {}),
  }));
  switch (format) {
    case 'csl-json':
      return `${JSON.stringify(items, null, 2)}\n`;
    case 'bibtex':
      return bibtex(items);
    case 'ris':
      return ris(items);
  }
}

function bibtex(items: readonly CslItem[]): string {
  const Cite = citationJs();
  return new Cite(items.map(asBibtex))
    .format('bibtex')
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [, field = '', value = ''] = /^\t(\w+) = \{(.*)\},$/.exec(line) ?? [];
      // The address stands under "url".
      if (field === 'howpublished') return [];
      // A title keeps its letters as they are: without braces, styles make UN a "Un".
      if (field === 'title' || field === 'booktitle')
        return `\t${field} = {{${value.replace(/(?<!\\)[{}]/g, '')}}},`;
      // What BibTeX calls "et al."
      if (field === 'author') return line.replace(' and {et al.}', ' and others');
      // A part with a title of its own.
      return line.replace(/^@inbook\{/, '@incollection{').replace(/^\}$/, '}\n');
    })
    .join('\n');
}

/** BibTeX takes a month, but no day, and wants to know whose a report is. */
function asBibtex(item: CslItem): CslItem {
  const { type, issued, author = [] } = item;
  const [year, month] = issued?.['date-parts'][0] ?? [];
  const institutions = author.flatMap((name) => ('literal' in name ? name.literal : []));
  return {
    ...item,
    ...(year && month ? { issued: { 'date-parts': [[year, month]] } } : {}),
    ...(type === 'report'
      ? { genre: 'Report', publisher: item.publisher ?? (institutions.join(', ') || undefined) }
      : {}),
  } as CslItem;
}

function ris(items: readonly CslItem[]): string {
  const Cite = citationJs();
  return items
    .map((item) => {
      const type = RIS_TYPES[item.type] ?? item.type;
      // It cuts ids, takes a note for an abstract, and folds lines, which few readers undo.
      const folded = new Cite([{ ...item, type }]).format('ris').trim();
      return `${folded
        .replace(/\n(?![A-Z][A-Z0-9] {2}- ?)/g, '')
        .replace(/^ID {2}- .*$/m, `ID  - ${item.id}`)
        .replace(/^AB {2}- /m, 'N1  - ')
        .replace(/^ER {2}-$/m, 'ER  - ')}\n`;
    })
    .join('');
}

/** Types that Citation.js has as something else: a podcast is no motion picture, the text of a speech no recording. */
const RIS_TYPES: Partial<Record<CslItem['type'], CslItem['type']>> = { broadcast: 'song', speech: 'webpage' };
