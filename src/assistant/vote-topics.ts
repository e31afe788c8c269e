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
      `\\b(?:on|about|regarding|concerning|over|against|condemning|for|of) (?:\\w+ ){0,3}${said}\\b|\\b${said} (?:\\w+ )?(?:votes?|voting|resolutions?|texts?|drafts?|motions?)\\b`,
    ),
);

/** The votes whose titles have what the question is about, and what no title has. */
export function topicsOf({ retrieved, countries, spent, plain: words }: Question, edition: Edition) {
  const { votes } = edition.assessment;
  const hits = retrieved.hits.filter(({ kind }) => kind === 'vote');
  const topical: number[] = [];
  const unmatched: string[] = [];
  retrieved.concepts.forEach((concept, i) => {
    const met = hits.filter((hit) => (hit.met[i] ?? 0) >= ON).length;
    if (met > 0 && met < votes.length * MOST_TITLES && !concept.aside) topical.push(i);
    else if (
      met === 0 &&
      !concept.aside &&
      !spent(concept.said) &&
      !AT_LARGE.has(concept.term) &&
      (concept.isName || concept.subject || isTopic(concept.said, words))
    )
      unmatched.push(concept.said);
  });
  // A mission is nearer to the text on its mandate than to every text on its country.
  const worth = (hit: (typeof hits)[number]) =>
    topical.reduce((sum, i) => {
      const met = Math.min(hit.met[i] ?? 0, 1);
      return sum + (met >= ON ? (retrieved.concepts[i]?.weight ?? 0) * met : 0);
    }, 0);
  // Of several countries, the votes on any of them.
  const places = new Set(countries.flatMap(({ name }) => edition.reading(name)));
  const placed = topical.filter((i) => places.has(retrieved.concepts[i]?.term ?? ''));
  const onAny = (hit: (typeof hits)[number]) =>
    placed.length > 1 && placed.some((i) => (hit.met[i] ?? 0) >= ON);
  const most = Math.max(0, ...hits.map(worth));
  const ids = new Set(
    hits.filter((hit) => most > 0 && (onAny(hit) || worth(hit) >= most * 0.99)).map(({ id }) => id),
  );
  const onTopic = topical.length ? votes.filter((v) => ids.has(v.resolution)) : votes;
  // What is on a topic need not have every word of the question: "killings without trial" are executions.
  const missing = topical.length && !countries.some(({ name }) => unmatched.includes(name)) ? [] : unmatched;
  return { votes: onTopic, unmatched: missing };
}
