/** The usual citation styles, set by citeproc-js with the official styles of the Citation Style Language project. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Inline } from '../answer.js';
import { memo } from '../index/memo.js';
import { ROOT } from '../root.js';
import type { Citable, CslItem } from './csl.js';

/** Characters that no text has: around what is in italics, and where the address is to stand. */
const [ITALIC, ROMAN, ADDRESS] = ['\u{E000}', '\u{E001}', '\u{E002}'];

/** Each style by its file in data/csl, and how it has "and others" behind a first author, in an entry and in the text. */
const OFFICIAL = {
  apa: { file: 'apa', others: [', et al.', ' et al.'] },
  chicago: { file: 'chicago-author-date', others: [', et al.', ' et al.'] },
  harvard: {
    file: 'harvard-cite-them-right',
    others: [` ${ITALIC}et al.${ROMAN}`, ` ${ITALIC}et al.${ROMAN}`],
  },
  mla: { file: 'modern-language-association', others: [', et al.', ' et al.'] },
} as const;
export type Style = keyof typeof OFFICIAL;
export const STYLES = Object.keys(OFFICIAL) as Style[];

/** Belongs to the program, not to an assessment. */
const DIRECTORY = new URL('data/csl/', ROOT);
const read = memo((name) => readFileSync(new URL(name, DIRECTORY), 'utf8'));

/** As much of citeproc-js as is used here (https://citeproc-js.readthedocs.io). */
interface Engine {
  bibliography: { opt: Record<string, unknown> };
  setOutputFormat(format: string): void;
  updateItems(ids: readonly string[]): void;
  makeBibliography(): [{ entry_ids: string[][] }, string[]] | false;
  makeCitationCluster(cites: readonly { id: string; locator?: string; label?: string }[]): string;
}
interface Citeproc {
  Engine: new (
    system: { retrieveLocale(language: string): string; retrieveItem(id: string): StyledItem },
    style: string,
  ) => Engine;
  Output: { Formats: Record<string, Record<string, unknown>> };
}

/** It takes a while to load: that is left until somebody wants a style. */
let loaded: Citeproc | undefined;
function citeproc(): Citeproc {
  if (!loaded) {
    loaded = createRequire(import.meta.url)('citeproc') as Citeproc;
    const { text } = loaded.Output.Formats;
    // Plain text with its italics marked, and nothing else: bold and small capitals say nothing in these styles.
    loaded.Output.Formats.marked = { ...text, '@font-style/italic': `${ITALIC}%%STRING%%${ROMAN}` };
  }
  return loaded;
}

const items = new Map<string, StyledItem>();
/** An engine for each style: making one takes longer than using it. */
const engines = new Map<Style, Engine>();
function engineOf(style: Style): Engine {
  const before = engines.get(style);
  if (before) return before;
  const { Engine } = citeproc();
  const engine = new Engine(
    {
      // Each style has its own language for quotation marks, months and "and": British or American English.
      retrieveLocale: (language) => read(`locales-${language === 'en-GB' ? 'en-GB' : 'en-US'}.xml`),
      retrieveItem: (id) => items.get(id) as StyledItem,
    },
    read(`${OFFICIAL[style].file}.csl`),
  );
  engine.setOutputFormat('marked');
  // Each entry is pasted by itself: no dash in place of an author who stood above it.
  delete engine.bibliography.opt['subsequent-author-substitute'];
  engines.set(style, engine);
  return engine;
}

export interface Cited {
  /** For the list of works cited. */
  entry: Inline[];
  /** For the text. */
  inText: Inline[];
}

/**
 * Works cited in a style, in the order given; those that are cited together are told apart as the style does it
 * (2023a and 2023b, n.d.-a and n.d.-b, or by title). @returns for each work its entry, and its citation in the text
 */
export function citeIn(style: Style, citables: readonly Citable[]): Cited[] {
  const engine = engineOf(style);
  const [others, othersInText] = OFFICIAL[style].others;
  const inShort = shortTitles(citables);
  items.clear();
  for (const [i, { item }] of citables.entries())
    items.set(item.id, {
      ...asStyled(item, style),
      title: keptCase(item.title),
      'title-short': keptCase(inShort[i] ?? item.title),
      // Typography would reach into an address: it is put in when the rest is set.
      ...(item.URL ? { URL: ADDRESS } : {}),
    });
  engine.updateItems([...items.keys()]);
  const [{ entry_ids }, entries] = engine.makeBibliography() || [{ entry_ids: [] }, []];
  const byId = new Map(entry_ids.flatMap((ids, i) => ids.map((id) => [id, entries[i] ?? ''] as const)));
  return citables.map(({ item, locator }) => ({
    entry: withAddress(inlineOf(byId.get(item.id) ?? '', others), item.URL),
    inText: inlineOf(
      engine.makeCitationCluster([{ id: item.id, ...(locator ? { locator, label: 'page' } : {}) }]),
      othersInText,
    ),
  }));
}

/** Letters that a style which capitalises titles must leave alone: "Law(less)", and "e." where it numbers a section. */
const keptCase = (title: string) =>
  title.replace(/\p{L}+\(\p{L}+\)|(?<=: )\p{Ll}\.(?= )/gu, (kept) => `<span class="nocase">${kept}</span>`);

/** A title with more words than this is given in short where a citation in the text needs one. */
const TITLE_WORDS = 6;
/** Where a long title comes to a natural break. */
const BREAK = /, | (?=(?:and|at|by|during|for|from|in|into|of|on|since|to|with) )/gi;

/** What stands before a colon, or of what is still long, its first words up to a break. */
function shortTitle(title: string): string {
  const [main = title] = title.split(': ');
  const words = (text: string) => text.split(' ').length;
  const open = (text: string) => text.match(/[“(]/g)?.length !== text.match(/[”)]/g)?.length;
  if (words(main) <= TITLE_WORDS) return main;
  const starts = [...main.matchAll(BREAK)].map(({ index }) => main.slice(0, index));
  // Three words say too little, and no quotation is left open.
  return starts.find((start) => words(start) > 3 && !open(start)) ?? main;
}

/** The titles in short; in full where those of one author would be the same. */
function shortTitles(citables: readonly Citable[]): string[] {
  const keys = citables.map(({ item }) => JSON.stringify([item.author, shortTitle(item.title)]));
  return citables.map(({ item }, i) =>
    keys.indexOf(keys[i] ?? '') === keys.lastIndexOf(keys[i] ?? '') ? shortTitle(item.title) : item.title,
  );
}

/** An item as citeproc takes it. */
type StyledItem = CslItem & { 'title-short'?: string; medium?: string };

/** Where a style does not have what it should of an item of a type: the nearest type of which it has it. */
function asStyled(item: CslItem, style: Style): StyledItem {
  const { type, genre = '', issued } = item;
  // MLA dates a speech by its event; what is cited here is its text on a page.
  if (style === 'mla' && type === 'speech') return { ...item, type: 'webpage' };
  // Cite Them Right has the title of a recording in italics, and behind it what it is in a word.
  if (style === 'harvard' && type === 'broadcast')
    return { ...item, type: 'song', medium: /podcast/i.test(genre) ? 'Podcast' : genre };
  if (style !== 'chicago') return item;
  // Chicago treats a report like a book.
  if (type === 'report') return { ...item, type: 'book' };
  // It gives the full date of a page behind its title: where that is a year, it would stand there twice.
  return type === 'webpage' && issued?.['date-parts'][0].length === 1 ? { ...item, type: 'report' } : item;
}

/** What citeproc writes, with its italics set apart. "Others" are no author, and have no "and" before them. */
function inlineOf(marked: string, others: string): Inline[] {
  const text = marked.trim().replace(/,? (?:&|and) et al\./g, others);
  return text.split(new RegExp(`${ITALIC}(.*?)${ROMAN}`, 's')).flatMap((part, i): Inline[] => {
    if (!part) return [];
    return [i % 2 ? { italic: part } : part];
  });
}

/** The address as a link to itself, where the style has it. */
function withAddress(parts: readonly Inline[], url: string | undefined): Inline[] {
  return parts.flatMap((part): Inline[] => {
    if (!url || typeof part !== 'string' || !part.includes(ADDRESS)) return [part];
    const [before = '', after = ''] = part.split(ADDRESS);
    const pieces: Inline[] = [before, { link: url, url }, after];
    return pieces.filter((piece) => piece !== '');
  });
}
