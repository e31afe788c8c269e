import type { Answer, Section } from '../answer.js';
import type { Kind } from '../index/documents.js';
import type { Edition } from '../library.js';
import type { Command, Context } from './command.js';
import { hitSection } from './hits.js';
import { coverage, notFound } from './pieces.js';
import { count, list } from './words.js';

/** More would be a list to read, and not an answer. */
const HITS = 10;

export const search = {
  name: 'search',
  description: 'Search indicators, votes, citations and treaties; each hit with its source',
  privateByDefault: true,
  options: [
    {
      name: 'query',
      description: 'A few words, a symbol or an author',
      required: true,
      // What a page button can carry in its id beside the rest; a longer text is a question.
      maxLength: 60,
    },
    {
      name: 'in',
      description: 'Where to search',
      choices: () => [
        { name: 'Indicators', value: 'indicator', aliases: ['indicators'] },
        { name: 'Votes', value: 'vote', aliases: ['votes', 'resolutions'] },
        { name: 'Citations', value: 'footnote', aliases: ['citations', 'footnotes', 'sources'] },
        { name: 'Treaties', value: 'treaty', aliases: ['treaties'] },
        { name: 'Overview', value: 'overview' },
      ],
    },
  ],
  run({ query = '', in: kind }: { query?: string; in?: Kind }, { edition }: Context): Answer {
    const found = lookUp(query, edition, { limit: HITS, ...(kind ? { kinds: [kind] } : {}) });
    const named = kind ? ` in ${kind === 'footnote' ? 'citations' : list([kind])}` : '';
    if (found.hits.length === 0) return nothing(query, found.absent, edition);
    return {
      found: true,
      assessment: edition.assessment.id,
      title: `Search: ${query}`,
      subtitle: [`${count(found.hits.length, 'hit')}${named}, best first`],
      sections: [
        ...absentSection(found.absent, edition),
        ...found.hits.map((hit) => hitSection(hit, edition)),
      ],
      evidence: found.hits.map(({ kind, id }) => ({ kind, id })),
      actions: [],
    };
  },
} satisfies Command;

interface Found {
  hits: { kind: Kind; id: string; terms: string[] }[];
  /** Resolutions that the query names and the assessment does not list. */
  absent: string[];
}

/** What a text brings up: the resolutions that it names, which are looked up and never searched for, then the rest. */
export function lookUp(text: string, edition: Edition, options: { limit: number; kinds?: Kind[] }): Found {
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
