/** What of the assessment bears on a message that somebody wrote, and that is no question to Footnote. */
import type { StatementHit } from '../index/statements.js';
import type { Edition } from '../library.js';
import { type Found, voteFound } from './found.js';
import { type LookedUp, resolutionsIn } from './look-up.js';
import { type Question, read } from './question.js';
import { answerVotes } from './votes.js';

/** More would talk over the message. */
const MOST = 5;
/** A sentence that so many votes fit is on votes at large. */
const VOTES_MOST = 10;
/** Each sentence is read by itself, so that one on the weather does not hide one on the courts. */
const SENTENCES = /(?<=[.!?;])\s+|\n+|\s[-–—]\s/;
const SENTENCES_MOST = 60;
/** So surely is a concept met that counts. */
const MET = 0.55;
/** A sentence in a message on the country bears on a record that speaks of so much of it, by concepts of so much weight … */
const ON_IT = { coverage: 0.22, weight: 5 };
/** … or by a single name or rare word of so much weight, where that is most of what it says. */
const ALONE = { coverage: 0.55, weight: 2.4 };
const NAMED = { coverage: 0.4, weight: 3 };
/** Elsewhere an everyday word may be about anything: it takes more of them. */
const ELSEWHERE = { coverage: 0.6, weight: 9, words: 3 };
/** Whoever wrote something is named in full. */
const AUTHOR = 0.9;
/** Votes that a sentence is about come before what else bears on it. */
const FIRST = 1000;
/** Where a rating is spoken of, the indicator that is called by its name comes before what is only near. */
const CALLED = 100;
/** A work stands behind what the report says of it. */
const WORK = 0.9;

/**
 * The indicators, votes and footnotes that bear on a message, best first, at most five, none where nothing does; and the
 * resolutions that it names and that are not listed.
 */
export function findSources(message: string, edition: Edition): LookedUp {
  const named = resolutionsIn(message, edition);
  const isHome = edition.isOn(message);
  const best = new Map<string, { found: Found; score: number }>();
  for (const sentence of message.split(SENTENCES).slice(0, SENTENCES_MOST)) {
    const question = read(sentence, edition);
    const votes = isHome ? answerVotes(question, edition) : undefined;
    if (votes?.kind === 'votes' && votes.symbols.length <= VOTES_MOST) {
      for (const [i, id] of votes.symbols.slice(0, MOST).entries()) {
        best.set(`vote:${id}`, { found: voteFound(id), score: FIRST - i });
      }
    }
    const isJudged = question.asks.has('rating') || question.ratings.length + question.trends.length > 0;
    const [called] = isHome && isJudged ? edition.indicatorsNamed(sentence) : [];
    for (const hit of question.retrieved.hits) {
      if (!bears(hit, question, isHome, edition)) continue;
      const found = asEvidence(hit, question);
      if (!found) continue;
      const isCalled = hit.kind === 'indicator' && called === Number(hit.id);
      const score = (hit.score + hit.stated) * (hit.kind === 'work' ? WORK : 1) + (isCalled ? CALLED : 0);
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

/** @param isHome the message is on the country */
function bears(hit: StatementHit, question: Question, isHome: boolean, edition: Edition): boolean {
  const { retrieved, countries } = question;
  const met = retrieved.concepts.filter((concept, i) => !concept.aside && hit.meets(i) >= MET);
  const weight = met.reduce((sum, concept) => sum + concept.weight, 0);
  const isAtLeast = (least: { coverage: number; weight: number }) =>
    hit.coverage >= least.coverage && weight >= least.weight;
  // The name of a thing is as good as two ordinary words.
  const isNamed = met.some(({ isName, said }) => isName || said.includes(' '));
  if (isHome)
    return (
      (isAtLeast(ON_IT) && (met.length > 1 || isNamed)) ||
      (isNamed && isAtLeast(NAMED)) ||
      (met.some(({ isCommon }) => !isCommon) && isAtLeast(ALONE))
    );
  if (hit.kind === 'work' && met.length > 1 && hit.named >= weight * AUTHOR) return isAtLeast(ON_IT);
  // What is said of another country bears on what the report says of that country.
  const places = new Set(countries.flatMap(({ name }) => edition.reading(name)));
  if (places.size > 0)
    return (
      met.some(({ term }) => places.has(term)) &&
      met.some(({ term }) => !places.has(term)) &&
      isAtLeast({ ...ELSEWHERE, weight: ON_IT.weight })
    );
  return isAtLeast(ELSEWHERE) && met.length >= ELSEWHERE.words;
}

/** A vote bears on what speaks of votes, a work on what names it; what the overview says stands there as such. */
function asEvidence({ kind, id, at, terms }: StatementHit, { asks, bodies }: Question): Found | undefined {
  if (kind === 'vote') return asks.has('vote') || bodies.length > 0 ? voteFound(id) : undefined;
  if (kind === 'work') return { kind: 'footnote', id, at: 0, terms };
  return { kind, id, at, terms };
}
