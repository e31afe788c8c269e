/**
 * The works behind a footnote. A short form ("HRW, 2023") stands for the full reference of an earlier footnote, but
 * keeps its own section: that is what this file resolves.
 */
import type { Assessment, Source } from './schema.js';

/** A work in full. `shortFor` is the footnote that gives the full reference, where this one gives a short form. */
export interface Work extends Omit<Source, 'sameAs'> {
  /** Its own, also where it stands in short: each section is a work to be cited. */
  id: string;
  shortFor?: number;
}

/** The works of footnote `number`, in the report's order; empty for a footnote that is a remark only. */
export function worksOf(assessment: Assessment, number: number): Work[] {
  const footnote = assessment.footnotes.find((f) => f.number === number);
  return (footnote?.sources ?? []).map((source, i) => ({
    ...resolve(assessment, source),
    id: source.id ?? `fn${number}-${i + 1}`,
  }));
}

function resolve(assessment: Assessment, { id: _, sameAs, ...own }: Source): Omit<Work, 'id'> {
  if (!sameAs) return own;
  const full = assessment.footnotes.find((f) => f.number === sameAs.footnote)?.sources[sameAs.source];
  // Loading has checked that `sameAs` leads to a full reference.
  if (!full) throw new Error(`footnote ${sameAs.footnote} has no source ${sameAs.source}`);
  const { id: _its, section, locator, label, ...shared } = full;
  return {
    ...shared,
    ...(own.section ? { section: own.section } : {}),
    ...(own.locator ? { locator: own.locator, label: own.label } : {}),
    shortFor: sameAs.footnote,
  };
}

/** The Wayback Machine's address of a page as it was in a year, or as near to that as there is a copy. */
export const archivedAt = (url: string, year: number): string => `https://web.archive.org/web/${year}/${url}`;

/**
 * Institutions by the names under which the report has them, each as it is called in full: "Human Rights Watch (HRW)" and
 * "HRW" are both Human Rights Watch. What is never given in full stays as it is.
 */
export function institutionsOf({ overview, indicators, footnotes }: Assessment): ReadonlyMap<string, string> {
  const names = footnotes.flatMap(({ sources }) =>
    sources.flatMap(({ author = [] }) => author.flatMap((name) => ('literal' in name ? name.literal : []))),
  );
  const texts = [overview, ...[...indicators, ...footnotes].map(({ statements = [] }) => statements)].flat();
  const inText = texts.flatMap(({ text }) =>
    [...text.matchAll(WITH_FULL)].flatMap(([, short = '', full = '']): [string, string][] =>
      names.includes(short) && initials(full) === short ? [[short, full]] : [],
    ),
  );
  return new Map([
    ...inText,
    ...names.flatMap((name): [string, string][] => {
      const [, full, short] = WITH_SHORT.exec(name) ?? [];
      return full && short
        ? [
            [name, full],
            [short, full],
          ]
        : [];
    }),
  ]);
}
/** "GANHRI (Global Alliance of National Human Rights Institutions)": so a statement may give it. */
const WITH_FULL = /(\p{Lu}{2,}) \(([^()]+)\)/gu;
const initials = (name: string) => name.replace(/[^\p{Lu}]/gu, '');
const WITH_SHORT = /^(.+) \((.+)\)$/;

/** How an author may be called: "Human Rights Watch (HRW)" is also either of the two. */
export function authorNames(author: NonNullable<Work['author']>[number]): string[] {
  if (!('literal' in author)) return [author.family, `${author.given ?? ''} ${author.family}`];
  const [, name, short] = WITH_SHORT.exec(author.literal) ?? [];
  return name && short ? [author.literal, name, short] : [author.literal];
}
