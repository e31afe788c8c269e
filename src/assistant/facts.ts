/** Questions on what the report says. */
import type { Edition } from '../library.js';
import { NEGATED } from './cues.js';
import { declined, nearest } from './decline.js';
import { ENOUGH, inPlace, picks, textOf } from './evidence.js';
import { denies, expected, givesReason } from './expected.js';
import type { Question } from './question.js';
import type { Stated } from './ranking.js';
import type { Reply } from './reply.js';

/** What gives the kind of thing that is asked for has to come so near to the best, and nearer where others may answer. */
const NEAR_ENOUGH = 0.6;
const NEARER = 0.75;
/** The least that words which ask for nothing by themselves have to meet together. */
const LEAST = 0.5;

/** The statements that answer, or why none does. */
export function answerFacts(question: Question, edition: Edition): Reply {
  const { asks } = question;
  const all = question.statements();
  const placed = inPlace(question, edition);
  const [best] = placed;
  if (!best) {
    const [country] = question.countries;
    if (all.length > 0 && country) return declined('country', nearest(question), country.name);
    return declined('unknown', nearest(question));
  }
  // "Is that true?" asks of nothing that is named.
  const isEmpty = question.retrieved.concepts.every(({ aside }) => aside);
  if (isEmpty && best.score < LEAST) return declined('unknown', []);
  if (best.coverage < ENOUGH) return declined('unknown', nearest(question));
  if (isGuess(question, best)) return declined('unknown', nearest(question));
  if (lacksName(question, best)) return declined('unknown', nearest(question));
  const wanted = expected(question, edition);
  const most = wanted?.itself ? Math.max(...placed.map(({ stated }) => stated)) : 0;
  const giving = wanted
    ? placed.filter(
        (hit) =>
          hit.coverage >= ENOUGH &&
          hit.score >= best.score * (wanted.reason ? NEAR_ENOUGH : NEARER) &&
          (!wanted.itself || hit.stated >= most * NEAR_ENOUGH) &&
          wanted.gives(hit),
      )
    : placed;
  if (wanted?.reason && giving.length === 0) return declined(wanted.reason, nearest(question));
  const pool =
    !wanted || wanted.reason ? giving : [...giving, ...placed.filter((hit) => !giving.includes(hit))];
  const year = question.years.find((y) => y !== edition.assessment.year);
  if (year !== undefined) {
    const dated = pool.filter((hit) => hit.coverage >= ENOUGH && textOf(hit, edition).includes(String(year)));
    if (dated.length > 0) return { kind: 'facts', picks: picks(dated, question, edition) };
    if (year !== edition.assessment.comparedWith) return declined('year', nearest(question), String(year));
  }
  if (lacksAttribute(question, best, edition)) return declined('unknown', nearest(question));
  const chosen = picks(pool, question, edition, wanted?.reason ? 2 : undefined);
  if (asks.has('why') && !chosen.some((found) => givesReason(textOf(found, edition), found.terms))) {
    const isContrary =
      !NEGATED.test(question.plain) && chosen.some((found) => denies(textOf(found, edition), found.terms));
    return declined(isContrary ? 'premise' : 'reason', nearest(question));
  }
  return { kind: 'facts', picks: chosen };
}

/** What is asked of a person or thing by a word of its own, which a statement on that person does not answer. */
const ATTRIBUTE =
  /\b(?:found(?:ed|er|ing)|invent(?:ed|or)|born|birthday|birth|married|wife|husband|daughter|son|height|tall|salary|net worth|capital(?: city)?|population|(?<=\bwho (?:\w+ ){0,4})(?:president|prime minister|ceo|chairman|mayor|director)|leaker|leaked|died|dead(?! last)|headed|chaired)\b/g;

/** Whether nothing of the question is met but by words that are near to its own in meaning. */
function isGuess({ retrieved: { concepts } }: Question, hit: Stated): boolean {
  const own = concepts.filter(({ aside }, i) => !aside && hit.meets(i) >= GUESS_MET);
  return own.length > 0 && own.every(({ isGuessed }) => isGuessed);
}
const GUESS_MET = 0.2;

/** A rare name, which the report has elsewhere: a statement without it is on something else. */
const RARE = 4.5;

function lacksName({ retrieved }: Question, hit: Stated): boolean {
  return retrieved.concepts.some(
    ({ isName, tokens, term, weight }, i) =>
      isName && weight >= RARE && tokens.has(term) && hit.meets(i) < 0.25,
  );
}

/** One article of a law. */
const ARTICLE = /\barticle \d+(?= (?:of|in)\b)|(?<=\bwhat (?:is|does) )article \d+/;

function lacksAttribute({ plain, retrieved }: Question, best: Stated, edition: Edition): boolean {
  const [article] = plain.match(ARTICLE) ?? [];
  if (article && !textOf(best, edition).toLowerCase().includes(article)) return true;
  const asked = new Set(plain.match(ATTRIBUTE) ?? []);
  return retrieved.concepts.some(({ said }, i) => asked.has(said) && best.meets(i) < 0.5);
}
