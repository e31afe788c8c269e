/** What a style wants of a work and the report does not give. Nobody here can fill it in: it is said instead. */
import { authorsOf, type Citable } from './csl.js';
import type { Style } from './styles.js';

interface Want {
  what: string;
  /** Of which works it is wanted, where that does not go without saying: said where others lack nothing. */
  of?: string;
  lacks(citable: Citable): boolean;
}

/** What kind of work it is, or is a section of. */
const kindOf = ({ item, partOf }: Citable) => partOf ?? item.type;
const isByPersons = ({ item }: Citable) => {
  const { authors } = authorsOf(item);
  return authors.length > 0 && authors.every((name) => 'family' in name);
};
/** A page whose site is not named. The container of a section is the page itself. */
const lacksSite = (citable: Citable) =>
  ['webpage', 'speech'].includes(kindOf(citable)) &&
  (citable.partOf !== undefined || !citable.item['container-title']);
const lacksReading = ({ item }: Citable) => item.URL !== undefined && !item.accessed;

const SITE_OF_PERSONS: Want = {
  what: 'the name of the site',
  of: 'web pages by persons',
  lacks: (citable) => lacksSite(citable) && isByPersons(citable),
};
/** An address without an author is the site's own. */
const SITE: Want = {
  what: 'the name of the site',
  of: 'web pages',
  lacks: (citable) => lacksSite(citable) && citable.item.author !== undefined,
};
const PUBLISHER: Want = {
  what: 'the publisher',
  of: 'reports by persons',
  lacks: (citable) => kindOf(citable) === 'report' && isByPersons(citable) && !citable.item.publisher,
};
const PODCAST: Want = {
  what: 'the name of the podcast',
  lacks: ({ item }) =>
    item.type === 'broadcast' && /podcast/i.test(item.genre ?? '') && !item['container-title'],
};
const READ: Want = { what: 'the day on which you read it', of: 'works online', lacks: lacksReading };
const READ_UNDATED: Want = {
  ...READ,
  of: 'undated works',
  lacks: (citable) => lacksReading(citable) && !citable.item.issued,
};

/** APA and Chicago leave out a site that is its author's own. Cite Them Right names no site, and has every day of reading. */
const WANTS: Record<Style, readonly Want[]> = {
  apa: [SITE_OF_PERSONS, PUBLISHER, PODCAST, READ_UNDATED],
  chicago: [SITE_OF_PERSONS, PUBLISHER, PODCAST, READ_UNDATED],
  harvard: [PUBLISHER, PODCAST, READ],
  mla: [SITE, PUBLISHER, PODCAST, READ_UNDATED],
};

/** What a style wants of works that are cited together, and not all of them give. */
export function missingIn(style: Style, citables: readonly Citable[]): string[] {
  return WANTS[style].flatMap(({ what, of, lacks }) => {
    const n = citables.filter(lacks).length;
    if (n === 0) return [];
    return [of && n < citables.length ? `${what} (for ${of})` : what];
  });
}
