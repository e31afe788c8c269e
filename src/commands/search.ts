import type { Answer } from '../answer.js';
import { count } from '../assessment/words.js';
import { lookUp } from '../assistant/look-up.js';
import type { Kind } from '../index/documents.js';
import type { Choice, Command, Context } from './command.js';
import { hitSection } from './hits.js';
import { again, nothing, remarks, unpack } from './look-up.js';

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
      ? unpack(show, edition)
      : lookUp(query, edition, { limit: HITS, ...(kind ? { kinds: [kind] } : {}) });
    const place = PLACES.find(({ value }) => value === kind);
    if (found.hits.length === 0) return nothing(query, found, edition, place?.name.toLowerCase());
    return {
      found: true,
      assessment: edition.assessment.id,
      title: query ? `Search: ${query}` : 'Search',
      subtitle: [
        `${count(found.hits.length, 'hit')}${place ? ` in ${place.name.toLowerCase()}` : ''}, best first`,
      ],
      sections: [...remarks(found, edition), ...found.hits.map((hit) => hitSection(hit, edition))],
      evidence: found.hits.map(({ kind, id }) => ({ kind, id })),
      actions: [],
      ...again('search', found),
    };
  },
} satisfies Command;
