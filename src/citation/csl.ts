/** Works as CSL-JSON items (https://citationstyles.org): what every style and every exchange format is made from. */
import type { Assessment, Indicator, Source, Vote } from '../assessment/schema.js';
import type { Work } from '../assessment/works.js';

/** An item of CSL-JSON 1.0.2. The id is unique among those that are cited together. */
export type CslItem = Omit<Source, 'id' | 'sameAs' | 'section' | 'locator' | 'label'> & { id: string };

/** The authors of a work, without "et al.", which is none. `others`: there are more than those. */
export function authorsOf({ author = [] }: Pick<CslItem, 'author'>) {
  const isOthers = (name: (typeof author)[number]) => 'literal' in name && /^et al\.?$/i.test(name.literal);
  return { authors: author.filter((name) => !isOthers(name)), others: author.some(isOthers) };
}

/** Something to be cited: the item, and the place in it that a citation in the text names. */
export interface Citable {
  item: CslItem;
  locator?: string;
  /** What the item is a section of, where it is one. */
  partOf?: CslItem['type'];
}

/**
 * A work as it is cited: one of its sections as the part of a whole, which is how styles have it. "F. Rule of Law" is
 * what is cited, in the report that it is a section of.
 * @param institutions as `institutionsOf` gives them: each is cited by its full name
 */
export function citableWork(
  { shortFor, section, locator, label, ...work }: Work,
  institutions: ReadonlyMap<string, string> = new Map(),
): Citable {
  const { title, author, 'container-title': container } = work;
  const own = {
    ...work,
    ...(author
      ? {
          author: author.map((name) =>
            'literal' in name ? { literal: institutions.get(name.literal) ?? name.literal } : name,
          ),
        }
      : {}),
  };
  const at = locator && label === 'page' ? { locator } : {};
  return section && !container
    ? {
        item: { ...own, type: 'chapter', title: section, 'container-title': title },
        partOf: work.type,
        ...at,
      }
    : { item: own, ...at };
}

/** The assessment itself, or one of its indicators, or a vote that it lists, as a section of it. */
export function citableAssessment(
  { id, title, publisher, year, url }: Assessment,
  indicator?: Indicator,
  vote?: Vote,
): Citable {
  const whole: Work = {
    id,
    type: 'report',
    title,
    author: [{ literal: publisher }],
    issued: { 'date-parts': [[year]] },
    URL: url,
  };
  if (!indicator) return citableWork(whole);
  const name = indicator.name.replace(/\.$/, '');
  const section = `Indicator ${indicator.number}: ${name}${vote ? ` (${vote.resolution})` : ''}`;
  const key = vote ? vote.resolution.toLowerCase().replaceAll('/', '-') : `indicator-${indicator.number}`;
  return citableWork({ ...whole, id: `${id}-${key}`, section });
}

/** The same for what is one work, wherever it is cited: a short form without a section of its own is the work itself. */
export function workKey({ item: { id, ...rest } }: Citable): string {
  return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Each work once, as it is cited first. */
export function once(citables: readonly Citable[]): Citable[] {
  const works = new Map<string, Citable>();
  for (const citable of citables) {
    const key = workKey(citable);
    if (!works.has(key)) works.set(key, citable);
  }
  return [...works.values()];
}
