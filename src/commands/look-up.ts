/** What was looked up, as an answer shows it and as a button carries it. */
import type { Answer, Block, Section } from '../answer.js';
import type { LookedUp } from '../assistant/look-up.js';
import type { Edition } from '../library.js';
import { absentText, instead } from './absent.js';
import { yearNotes } from './pieces.js';
import { packFound, unpackFound } from './short-form.js';

/** Before the text of an absent resolution. */
const ABSENT = 'x';

/** What was looked up in a short form that fits a button: `i15.2 f24 s2666 xS/RES/2613`. */
function pack({ hits, absent }: LookedUp): string {
  const codes = hits.map(packFound);
  return [...codes, ...absent.map((text) => ABSENT + text.replace(/\s+/g, ''))].join(' ');
}

/** The same again; what this edition does not have is left out. */
export function unpack(short: string, edition: Edition): LookedUp {
  const codes = short.split(' ');
  const isAbsent = (code: string) => code.startsWith(ABSENT);
  return {
    hits: codes.flatMap((code) => unpackFound(code, edition)),
    absent: codes.filter(isAbsent).map((code) => code.slice(ABSENT.length)),
    misdated: [],
  };
}

/** What is said of resolutions that are not listed, or not of the year given. */
export function remarks({ absent, misdated }: LookedUp, edition: Edition): Section[] {
  const years = yearNotes(misdated, edition);
  const missing: Block[] = absent.length ? [{ style: 'plain', text: [absentText(absent, edition)] }] : [];
  return [{ blocks: [...missing, ...years] }];
}

/** What brings the answer again where the text does not fit a button; nothing where it would say less. */
export function again(command: string, found: LookedUp): Pick<Answer, 'again'> {
  return found.misdated.length ? {} : { again: { command, options: { show: pack(found) } } };
}

/** Nothing found: what to do next. @param place where alone it was looked for, in the plural */
export function nothing(text: string, { absent }: LookedUp, edition: Edition, place?: string): Answer {
  const { country, year } = edition.assessment;
  if (absent.length) return instead(edition, 'Not in this assessment', absentText(absent, edition), []);
  const where = `in the ${year} assessment of ${country.name}`;
  return place
    ? instead(edition, 'Nothing found', `Nothing among the ${place} ${where} fits “${text}”.`, [
        { label: 'Search everywhere', call: { command: 'search', options: { query: text } } },
      ])
    : instead(
        edition,
        'Nothing found',
        `Nothing ${where} fits “${text}”. Try other words, or look through /ratings, /votes and /treaty.`,
        [],
      );
}
