/** Works as CSL-JSON items (https://citationstyles.org): what every style and every exchange format is made from. */
import type { Assessment, Indicator, Source, Vote } from '../assessment/schema.js';
import type { Work } from '../assessment/works.js';

/** An item of CSL-JSON 1.0.2. The id is unique among those that are cited together. */
export type CslItem = Omit<Source, 'id' | 'sameAs' | 'section' | 'locator' | 'label'> & { id: string };

/** Something to be cited: the item, and the place in it that a citation in the text names. */
export interface Citable {
  item: CslItem;
  locator?: string;
}

/**
 * A work as it is cited: one of its sections as the part of a whole, which is how styles have it. "F. Rule of Law" is
 * what is cited, in the report that it is a section of.
 */
export function citableWork({ shortFor, section, locator, label, ...work }: Work): Citable {
  const { id, title, 'container-title': container } = work;
  const item: CslItem =
    section && !container
      ? { ...work, id, type: 'chapter', title: section, 'container-title': title }
      : { ...work, id };
  return { item, ...(locator && label === 'page' ? { locator } : {}) };
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
