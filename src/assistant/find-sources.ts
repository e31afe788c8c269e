/** What of the assessment bears on a message that somebody wrote, and that is no question to Footnote. */
import type { StatementHit } from '../index/statements.js';
import type { Edition } from '../library.js';
import { type Found, voteFound } from './found.js';
import { type LookedUp, resolutionsIn } from './look-up.js';
import { type Question, read } from './question.js';
import { answerVotes } from './votes.js';

/** More would talk over the message. */
const MOST = 5;
/** Each sentence is read by itself, so that one on the weather does not hide one on the courts. */
const SENTENCES = /(?<=[.!?;:])\s+|\n+|\s[-–—]\s/;
const SENTENCES_MOST = 60;
/** A sentence bears on a record where the record speaks of so much of it … */
const COVERAGE = 0.42;
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
  const best = new Map<string, { found: Found; score: number }>();
  for (const sentence of message.split(SENTENCES).slice(0, SENTENCES_MOST)) {
    const question = read(sentence, edition);
    const votes = answerVotes(question, edition);
    if (votes?.kind === 'votes' && votes.symbols.length <= MOST) {
      for (const [i, id] of votes.symbols.entries()) {
        best.set(`vote:${id}`, { found: voteFound(id), score: FIRST - i });
      }
    }
    for (const hit of question.retrieved.hits) {
      if (!bears(hit, question)) continue;
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

function bears(hit: StatementHit, { retrieved }: Question): boolean {
  if (hit.coverage < COVERAGE) return false;
  const met = retrieved.concepts.filter((concept, i) => !concept.aside && (hit.met[i] ?? 0) >= MET);
  const weight = met.reduce((sum, concept) => sum + concept.weight, 0);
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
