/** What votes are on, as a question names it. */
import { memo } from '../index/memo.js';
import type { Edition } from '../library.js';
import { AT_LARGE } from './cues.js';
import type { Question } from './question.js';

/** A vote is on a concept where its title has the word or what stands for it. */
const ON = 0.3;
/** What nearly every title has tells no vote from another. */
const MOST_TITLES = 0.7;

/** Where a word names what a vote is on. */
const isTopic = (said: string, words: string) => topicPattern(said).test(words);
const topicPattern = memo(
  (said) =>
    new RegExp(
      `\\b(?:on|about|regarding|over|against|condemning|for|of|to|(?:mention|concern|involv|affect|cover|address|name)(?:s|e|es|ed|ing)?|deal(?:s|t|ing)? with|refer(?:s|red|ring)?(?: to)?) (?:\\w+ ){0,3}${said}\\b|\\b${said} (?:\\w+ )?(?:votes?|voting|resolutions?|texts?|drafts?|motions?)\\b`,
    ),
);

/**
 * The votes whose titles have what the question is about, and what no such title has.
 * @returns `unmatched`: the words that no vote on the rest of the question has, as they were read; `near`: the votes on that rest
 */
export function topicsOf({ retrieved, countries, spent, plain: words }: Question, edition: Edition) {
  const { votes } = edition.assessment;
  const { concepts } = retrieved;
  const hits = retrieved.hits.filter(({ kind }) => kind === 'vote');
  const weightOf = (i: number) => concepts[i]?.weight ?? 0;
  const has = (hit: (typeof hits)[number], i: number) => hit.meets(i) >= ON;
  // A country is a topic by its name alone: of several, the votes on any of them.
  const places = countries.flatMap(({ name }) => edition.votesOn(name).map(({ resolution }) => resolution));
  const placed = new Set(places);
  const placeTerms = new Set(countries.flatMap(({ name }) => edition.reading(name)));
  const topical: number[] = [];
  const unmatched: number[] = [];
  concepts.forEach(({ term, said, aside, isName, subject }, i) => {
    if (aside) return;
    const met = hits.filter((hit) => has(hit, i));
    const isPlace = placeTerms.has(term);
    const isMet = met.some(({ id }) => isPlace || placed.size === 0 || placed.has(id));
    if (isMet && met.length < votes.length * MOST_TITLES) topical.push(i);
    else if (
      !isMet &&
      !spent(said) &&
      !AT_LARGE.has(term) &&
      (isName || subject || met.length > 0 || isTopic(said, words))
    )
      unmatched.push(i);
  });
  // A mission is nearer to the text on its mandate than to every text on its country.
  const worth = (hit: (typeof hits)[number]) =>
    topical.reduce((sum, i) => sum + (has(hit, i) ? weightOf(i) * Math.min(hit.meets(i), 1) : 0), 0);
  const placesMet = topical.filter((i) => placeTerms.has(concepts[i]?.term ?? ''));
  const onAny = (hit: (typeof hits)[number]) => placesMet.length > 1 && placesMet.some((i) => has(hit, i));
  const most = Math.max(0, ...hits.map(worth));
  const ids = new Set(
    hits.filter((hit) => most > 0 && (onAny(hit) || worth(hit) >= most * 0.99)).map(({ id }) => id),
  );
  const onTopic = topical.length ? votes.filter((v) => ids.has(v.resolution)) : votes;
  // What is on a topic need not have every word of the question, "killings without trial" are executions; but what other
  // votes are on, these are not.
  const known = topical.reduce((sum, i) => sum + weightOf(i), 0);
  const missing = unmatched.filter((i) => {
    const { isName, subject } = concepts[i] ?? {};
    return isName || subject || hits.some((hit) => has(hit, i)) || weightOf(i) > known;
  });
  return { votes: onTopic, unmatched: missing.flatMap((i) => concepts[i]?.said ?? []) };
}
