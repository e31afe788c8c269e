/** What of the assessment bears on a message that somebody wrote, and that is no question to Footnote. */
import type { StatementHit } from '../index/statements.js';
import type { Edition } from '../library.js';
import { type Found, voteFound } from './found.js';
import { type LookedUp, resolutionsIn } from './look-up.js';
import { patternOf, type Question, read } from './question.js';
import { answerVotes } from './votes.js';

/** More would talk over the message. */
const MOST = 5;
/** A sentence that so many votes fit is on votes at large. */
const VOTES_MOST = 10;
/** Each sentence is read by itself, so that one on the weather does not hide one on the courts. */
const SENTENCES = /(?<=[.!?;:])\s+|\n+|\s[-–—]\s/;
const SENTENCES_MOST = 60;
/** A sentence bears on a record where the record speaks of so much of it … */
const COVERAGE = 0.42;
const COVERAGE_ELSEWHERE = 0.6;
/** … by concepts of so much weight together: one common word is no bearing. */
const WEIGHT = 5;
/** So surely is a concept met that counts. */
const MET = 0.45;
/** Votes that a sentence is about come before what else bears on it. */
const FIRST = 1000;
/** A work stands behind what the report says of it. */
const WORK = 0.9;

/**
 * The indicators, votes and footnotes that bear on a message, best first, at most five, none where nothing does; and the
 * resolutions that it names and that are not listed.
 */
export function findSources(message: string, edition: Edition): LookedUp {
  const named = resolutionsIn(message, edition);
  const isHome = patternOf(message, edition).includes('%');
  const best = new Map<string, { found: Found; score: number }>();
  for (const sentence of message.split(SENTENCES).slice(0, SENTENCES_MOST)) {
    const question = read(sentence, edition);
    const votes = isHome ? answerVotes(question, edition) : undefined;
    if (votes?.kind === 'votes' && votes.symbols.length <= VOTES_MOST) {
      for (const [i, id] of votes.symbols.slice(0, MOST).entries()) {
        best.set(`vote:${id}`, { found: voteFound(id), score: FIRST - i });
      }
    }
    for (const hit of question.retrieved.hits) {
      if (!bears(hit, question, isHome, edition)) continue;
      const found = asEvidence(hit, question);
      if (!found) continue;
      const score = hit.score * (hit.kind === 'work' ? WORK : 1);
      const key = `${found.kind}:${found.id}`;
      if (score > (best.get(key)?.score ?? 0)) best.set(key, { found, score });
    }
  }
  const found = [...best.values()].sort((a, b) => b.score - a.score).map((each) => each.found);
  const others = found.filter(
    ({ kind, id }) => !named.hits.some((vote) => kind === 'vote' && vote.id === id),
  );
  return { ...named, hits: [...named.hits, ...others].slice(0, MOST) };
}

/** @param isHome the message names the country: without it, an everyday word may be about anything */
function bears(hit: StatementHit, question: Question, isHome: boolean, edition: Edition): boolean {
  const { retrieved, countries } = question;
  if (hit.coverage < (isHome ? COVERAGE : COVERAGE_ELSEWHERE)) return false;
  const met = retrieved.concepts.filter((concept, i) => !concept.aside && (hit.met[i] ?? 0) >= MET);
  const weight = met.reduce((sum, concept) => sum + concept.weight, 0);
  if (!isHome) {
    // What is said of another country bears on what the report says of that country.
    const places = new Set(countries.flatMap(({ name }) => edition.reading(name)));
    if (places.size > 0 && !met.some(({ term }) => places.has(term))) return false;
    // Civil society and surveillance are everywhere; what has a name of its own, or meets three words, is not.
    if (met.length < 3 && !met.some((concept) => concept.isName && !places.has(concept.term))) return false;
  }
  // The name of a thing is enough by itself; of ordinary words it takes two.
  const isName = met.some(({ said }) => said.includes(' '));
  return weight >= WEIGHT * (isName ? 0.6 : 1) && (met.length > 1 || isName);
}

/** A vote bears on what speaks of votes, a work on what names it; what the overview says stands there as such. */
function asEvidence({ kind, id, at, terms }: StatementHit, { asks, bodies }: Question): Found | undefined {
  if (kind === 'vote') return asks.has('vote') || bodies.length > 0 ? voteFound(id) : undefined;
  if (kind === 'work') return { kind: 'footnote', id, at: 0, terms };
  return { kind, id, at, terms };
}
