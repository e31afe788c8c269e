/**
 * The works behind a footnote. A short form ("HRW, 2023") stands for the full reference of an earlier footnote, but
 * keeps its own section: that is what this file resolves.
 */
import type { Assessment, Source } from './schema.js';

/** A work in full. `shortFor` is the footnote that gives the full reference, where this one gives a short form. */
export interface Work extends Omit<Source, 'sameAs'> {
  shortFor?: number;
}

/** The works of footnote `number`, in the report's order; empty for a footnote that is a remark only. */
export function worksOf(assessment: Assessment, number: number): Work[] {
  const footnote = assessment.footnotes.find((f) => f.number === number);
  return (footnote?.sources ?? []).map((source) => resolve(assessment, source));
}

function resolve(assessment: Assessment, { sameAs, ...own }: Source): Work {
  if (!sameAs) return own;
  const full = assessment.footnotes.find((f) => f.number === sameAs.footnote)?.sources[sameAs.source];
  // Loading has checked that `sameAs` leads to a full reference.
  if (!full) throw new Error(`footnote ${sameAs.footnote} has no source ${sameAs.source}`);
  const { section, locator, label, ...shared } = full;
  return {
    ...shared,
    ...(own.section ? { section: own.section } : {}),
    ...(own.locator ? { locator: own.locator, label: own.label } : {}),
    shortFor: sameAs.footnote,
  };
}

/** How an author may be called: "Human Rights Watch (HRW)" is also either of the two. */
export function authorNames(author: NonNullable<Work['author']>[number]): string[] {
  if (!('literal' in author)) return [author.family, `${author.given ?? ''} ${author.family}`];
  const [, name, short] = /^(.+) \((.+)\)$/.exec(author.literal) ?? [];
  return name && short ? [author.literal, name, short] : [author.literal];
}
