/** Citations as the report prints them: author, year. Title, section, container, day and month, pages. */
import type { Inline } from '../answer.js';
import type { Source } from '../assessment/schema.js';
import type { Work } from '../assessment/works.js';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The authors as printed: family name first for the first person, institutions as they call themselves. */
export function authorsOf(work: Pick<Source, 'author'>): string {
  return (work.author ?? [])
    .map((name, i) => {
      if ('literal' in name) return name.literal;
      if (!name.given) return name.family;
      return i === 0 ? `${name.family}, ${name.given}` : `${name.given} ${name.family}`;
    })
    .join(', ');
}

/** The year, or "n.d." for an undated work. */
export function yearOf(work: Pick<Source, 'issued'>): string {
  return String(work.issued?.['date-parts'][0][0] ?? 'n.d.');
}

/** A work as a citation, its title linked where it has an address. Ends in a full stop. */
export function cite(work: Work): Inline[] {
  const title: Inline = work.URL ? { link: work.title, url: work.URL } : work.title;
  return [before(work), title, after(work)];
}

/** The same with the address written out behind it, to be pasted. */
export function citeInFull(work: Work): Inline[] {
  const title = work['container-title'] ? `‘${work.title}’` : work.title;
  const text = `${before(work)}${title}${after(work)}`;
  return work.URL ? [`${text} `, { link: work.URL, url: work.URL }] : [text];
}

function before(work: Work): string {
  // An address that the report gives without author and date is no undated work: there is nothing to say of it.
  const parts = [authorsOf(work), work.author || work.issued ? yearOf(work) : ''].filter(Boolean);
  return parts.length ? `${parts.join(', ').replace(/\.$/, '')}. ` : '';
}

function after(work: Work): string {
  const [, month, day] = work.issued?.['date-parts'][0] ?? [];
  const date = month ? [day, MONTHS[month - 1]].filter(Boolean).join(' ') : '';
  const parts = [
    work.section ? `‘${work.section}’` : '',
    work['container-title'] ?? '',
    date,
    work.locator ? `p. ${work.locator}` : '',
  ].filter(Boolean);
  return parts.length ? `, ${parts.join(', ')}.` : '.';
}
