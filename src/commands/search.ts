import type { Answer, Section } from '../answer.js';
import type { Kind } from '../index/documents.js';
import type { Edition } from '../library.js';
import type { Choice, Command, Context } from './command.js';
import { type Found, hitSection, pack, unpack } from './hits.js';
import { coverage, notFound } from './pieces.js';
import { count, list } from './words.js';

/** More would be a list to read, and not an answer. */
const HITS = 8;

const PLACES: Choice[] = [
  { name: 'Indicators', value: 'indicator', aliases: ['indicators'] },
  { name: 'Votes', value: 'vote', aliases: ['votes', 'resolutions'] },
  { name: 'Citations', value: 'footnote', aliases: ['citations', 'footnotes', 'sources'] },
  { name: 'Treaties', value: 'treaty', aliases: ['treaties'] },
  { name: 'Overview', value: 'overview' },
];

export const search = {
  name: 'search',
  description: 'Search indicators, votes, citations and treaties; each hit with its source',
  privateByDefault: true,
  options: [
    {
      name: 'query',
      description: 'A few words, a symbol or an author',
      required: true,
      maxLength: 100,
    },
    {
      name: 'in',
      description: 'Where to search',
      choices: () => PLACES,
    },
  ],
  /** `show` is no option that people see: it stands for the query where that does not fit a button. */
  run(
    { query = '', in: kind, show }: { query?: string; in?: Kind; show?: string },
    { edition }: Context,
  ): Answer {
    const found = show
      ? { hits: unpack(show, edition), absent: [] }
      : lookUp(query, edition, { limit: HITS, ...(kind ? { kinds: [kind] } : {}) });
    const place = PLACES.find(({ value }) => value === kind);
    if (found.hits.length === 0) return nothing(query, found.absent, edition);
    return {
      found: true,
      assessment: edition.assessment.id,
      title: query ? `Search: ${query}` : 'Search',
      subtitle: [
        `${count(found.hits.length, 'hit')}${place ? ` in ${place.name.toLowerCase()}` : ''}, best first`,
      ],
      sections: [
        ...absentSection(found.absent, edition),
        ...found.hits.map((hit) => hitSection(hit, edition)),
      ],
      evidence: found.hits.map(({ kind, id }) => ({ kind, id })),
      actions: [],
      again: { command: 'search', options: { show: pack(found.hits) } },
    };
  },
} satisfies Command;

interface LookedUp {
  hits: Found[];
  /** Resolutions that the query names and the assessment does not list. */
  absent: string[];
}

/** What a text brings up: the resolutions that it names, which are looked up and never searched for, then the rest. */
export function lookUp(text: string, edition: Edition, options: { limit: number; kinds?: Kind[] }): LookedUp {
  const named = edition.resolutions(text);
  const alone = edition.resolution(text);
  const mentions = named.length === 0 && alone.kind !== 'none' ? [alone] : named;
  const symbols = mentions.flatMap((m) =>
    m.kind === 'one' ? [m.symbol] : m.kind === 'ambiguous' ? m.readings : [],
  );
  const absent = mentions.flatMap((m) => (m.kind === 'absent' ? (m.readings[0] ?? m.given.text) : []));
  if (mentions.length > 0) {
    const wanted = !options.kinds || options.kinds.includes('vote');
    return {
      hits: wanted ? [...new Set(symbols)].map((id) => ({ kind: 'vote', id, terms: [] })) : [],
      absent,
    };
  }
  // What is written like a symbol and is none must not bring up another resolution by its digits.
  const malformed = text.match(/\b[AS]\s*\/\s*(?:HRC?\s*\/\s*)?RES\s*\/\s*\S+/gi) ?? [];
  if (malformed.length > 0) return { hits: [], absent: malformed };
  return { hits: edition.search(text, options), absent };
}

/** What is said of resolutions that are asked for and not listed. */
export function absentSection(absent: readonly string[], edition: Edition): Section[] {
  if (absent.length === 0) return [];
  const said = `${list(absent)} ${absent.length === 1 ? 'is' : 'are'} not in this assessment. ${coverage(edition)}`;
  return [{ blocks: [{ style: 'plain', text: [said] }] }];
}

/** Nothing found: what to do next. */
export function nothing(text: string, absent: readonly string[], edition: Edition): Answer {
  const { country, year } = edition.assessment;
  const said = absent.length
    ? `${list(absent)} ${absent.length === 1 ? 'is' : 'are'} not in this assessment. ${coverage(edition)}`
    : `Nothing in the ${year} assessment of ${country.name} fits “${text}”. Try other words, or look through /ratings, /votes and /treaty.`;
  return notFound(edition, absent.length ? 'Not in this assessment' : 'Nothing found', said, []);
}
