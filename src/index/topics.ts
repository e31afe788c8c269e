/** What a resolution is about, in the words of its title: the place or the theme that votes are filtered by. */
import type { Vote } from '../assessment/schema.js';
import { isCountry } from './countries.js';
import { kept } from './kept.js';
import { terms } from './language.js';
import type { Lexicon } from './lexicon.js';

/** The report's title, else the UN record's subject, else nothing. */
export function subjectOf(vote: Vote): string | null {
  return vote.title ?? vote.record?.subject ?? null;
}

/**
 * The place where UN titles name one last ("Situation of human rights in the Syrian Arab Republic"), what stands before
 * the colon where the record's subject has one ("South Sudan: mandate of …"), else the whole.
 */
export const topicOf = kept((vote: Vote): string | null => {
  const subject = subjectOf(vote);
  if (!subject) return null;
  const place = vote.title ? / in (?:the )?(\p{Lu}[^,:]*)$/u.exec(subject) : /^([^:]+)/.exec(subject);
  return place?.[1] ?? subject;
});

/** What of the search index is asked here: the votes that have every word of a query in their names. */
interface TitleSearch {
  search(
    query: string,
    options: { kinds: readonly ['vote']; within: 'titles'; limit: number },
  ): { id: string }[];
}

/**
 * The votes on a topic: those that name it, under any of its names, else those whose title or subject has every word of
 * it. A country is taken at its whole name only: Sudan is not South Sudan.
 */
export function votesOn(typed: string, votes: readonly Vote[], index: TitleSearch, lexicon: Lexicon): Vote[] {
  const name = (text: string | null) => lexicon.read(terms(text ?? '')).join(' ');
  const wanted = name(typed);
  if (!wanted) return [];
  const named = votes.filter((vote) => name(topicOf(vote)) === wanted);
  if (named.length > 0 || isCountry(typed)) return named;
  const hits = index.search(typed, { kinds: ['vote'], within: 'titles', limit: votes.length });
  const ids = new Set(hits.map((hit) => hit.id));
  return votes.filter((vote) => ids.has(vote.resolution));
}
