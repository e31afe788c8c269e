/** Whom a question is about: an assessment of one country says nothing on how another is rated, votes or ratifies. */
import type { Edition } from '../library.js';
import { textOf } from './evidence.js';
import { patternOf, type Question } from './question.js';

const AUXILIARY = '(?:did|does|do|has|have|had|is|was|are|were|will|would|can|could|should)';
/** What an assessed state does or gets. */
const DOES =
  '(?:vote[sd]?|voting|abstain(?:s|ed)?|oppose[sd]?|support(?:s|ed)?|veto(?:ed)?|ratif(?:y|ied|ies)|sign(?:s|ed)?|accede[sd]?|join(?:s|ed)?|rated?|ranked?|scored?|graded?|perform(?:s|ed|ing)?|improve[sd]?|doing|fare[sd]?|stand|party|signatory|members?|score|rank)';
const RESULT =
  '(?:ratings?|rated|scores?|grades?|ranks?|ranking|results?|trend|index|assessment|voting record|vote on|voted|abstained|ratified|signed|position on|indicators?|record|press freedom|focal point)';
/** Any word, the assessed country among them. */
const ANY = '[\\w%]+';

/** What says that another country is the one that is asked about; `@` is that country, `%` the assessed one. */
const SUBJECT: readonly RegExp[] = [
  new RegExp(`\\b${AUXILIARY} (?:the |also )?@ (?:${ANY} ){0,3}${DOES}\\b`),
  new RegExp(`@ (?:also |ever |has |have |had |own )*${RESULT}\\b`),
  /\b(?:ratings?|rates?|scores?|grades?|ranks?|ranking|rank|trend|indexe?|level|marks?|assess(?:ment)?|report|indicators?|votes?|voting record) (?:did|does|do|is|of|for|has|about|given to|by|was|were) (?:the )?@/,
  /\b(?:rate|grade|score|assess|rank) (?:the )?@/,
  /\b(?:did|does|do|has|is|was) (?:the )?@ (?:\w+ ){0,2}(?:do|get|got|receive|come|land)\b.*\b(?:rat\w+|scor\w+|grad\w+|assess\w+|rank\w*)\b/,
  /\b(?:rat\w+|scor\w+|grad\w+|rank\w*) (?:did|does|do) (?:the )?@ (?:get|got|have|receive)\b/,
  /% (?:vs|versus|or|compared (?:to|with)|against|better than|worse than|than) (?:the )?@/,
  /@ (?:vs|versus|or|compared (?:to|with)|against|better than|worse than|than) %/,
  new RegExp(`\\bcompar\\w* (?:${ANY} ){0,4}@`),
  /\b(?:than|unlike|instead of|what about|how about|and what about|same (?:for|about)|not %) (?:the |in )?@/,
  new RegExp(`\\b(?:higher|lower|better|worse|weaker|stronger|more|less) than (?:${ANY} )?@`),
  /@ .*\bthan (?:the )?%/,
  /\bwhat(?:s| is| does| did| do)? (?:the )?@ (?:get|got|gets|score|have)\b/,
  /@ (?:\w+ ){0,5}(?:members?|part(?:y|ies)|signator(?:y|ies)|ratified|signed)\b/,
];

/** Other countries as such, beside the assessed one. */
const OTHERS =
  /\b(?:which|what) (?:\w+ )?(?:countr\w+|states?|nations?) (?:\w+ )?(?:scor\w+|(?:is |are )?rated|ranks?|perform\w*|(?:does|do|is|are) (?:the )?(?:best|worst|better|worse))\b|\b(?:countr(?:y|ies)|states|nations|neighbou?rs)\b.*\b(?:than|compared (?:to|with)|as (?:bad|good|weak|strong|repressive) as) (?:the )?%|% .*\b(?:than|compared (?:to|with)) (?:the )?(?:other|rest|most|any|average)\b/;

/** A country that stands by itself, and not as whom something is done to, or where. */
const ALONE =
  /(?<!\b(?:on|in|to|with|from|towards?|over|against|for|between|near|about|and|or|of|by|via|across|into|at|regarding|like|%|back|inside|outside|neighbou?ring) (?:the |its |other )?)@(?! (?:and|or) @)/;

/** Another country does what is asked about. */
const AGENT = new RegExp(
  `^(?:so |and |but |ok |well )*(?:(?:how|why|what|when|where|which|who|whom) (?:\\w+ ){0,3}?)?${AUXILIARY} (?:the |ever |also |even |already )*@(?= |$)`,
);
/** It stands in the report, which is no deed of its own. */
const MENTIONED =
  /@ (?:even |also |ever )?(?:mentioned|covered|named|included|listed|discussed|in (?:the |this |your )?(?:report|assessment|lists?|vote lists?|votes?|data|table|document)\b)/;

/** "How did China vote on Ukraine" is a question on China's votes. */
const VOTED_ON = new RegExp(
  `(?:^|(?<!\\w)(?:%|compare|all|the|list|show|which|their|its|they|many|what|any|for|latest|recent|me|did|about) (?:${ANY} ){0,2})(?:vot(?:e[ds]?|ing)|resolutions?|abstain\\w*) (?:${ANY} ){0,3}(?:on|about|regarding|against|for) (?:(?:the|a|any|resolutions?|situation|war|crisis|conflict|invasion|in|of|on) )*@`,
);

/**
 * The country that is asked about in place of the assessed one, as it was named; empty where none of the others is.
 * @returns undefined where the question is on the assessed country, or where the report itself says it of the other
 */
export function otherCountry(question: Question, edition: Edition): string | undefined {
  const { text, countries, pattern, asks } = question;
  const [first] = countries;
  if (!first) return OTHERS.test(pattern) ? '' : undefined;
  const isNext = /\b(?:what|how) about (?:the )?@/.test(pattern);
  if (
    (VOTED_ON.test(pattern) && !isNext) ||
    (asks.has('vote') && /\b(?:other than|except|apart from) (?:the )?@/.test(pattern))
  )
    return undefined;
  const unknown = countries.find(({ name }) => !edition.speaksOf(name));
  if (unknown) return unknown.name;
  const own = patternOf(text, edition, { adjectives: false });
  const isAgent = AGENT.test(own) && !own.includes('%') && !MENTIONED.test(own);
  const isSubject =
    isAgent ||
    SUBJECT.some((subject) => subject.test(pattern)) ||
    (asks.has('rating') && ALONE.test(pattern));
  if (!isSubject) return undefined;
  // How another one voted, the report never says.
  const isAsked = isAgent || asks.has('rating');
  const says = !asks.has('vote') && isSaid(question, edition, isAsked ? first.name : undefined);
  return says ? undefined : first.name;
}

/** How much of a question a statement has to speak of to be on that country. */
const SAID = 0.6;

/**
 * Whether the report itself says nearly all of it, as of Macau and Hong Kong on the Arms Trade Treaty.
 * @param agent whom it is about: a statement on them names them before the assessed country
 */
function isSaid(
  { retrieved, countries, statements }: Question,
  edition: Edition,
  agent: string | undefined,
): boolean {
  const isAbout = (text: string) => {
    const named = edition.countries(text).map(({ name }) => name);
    const home = named.indexOf(edition.home());
    return (home < 0 ? named : named.slice(0, home)).some((name) => name === agent);
  };
  const [best] = statements().filter((hit) => !agent || isAbout(textOf(hit, edition)));
  const places = new Set(countries.flatMap(({ name }) => edition.reading(name)));
  return (
    best !== undefined &&
    retrieved.concepts.some(({ term, aside }, i) => !aside && !places.has(term) && best.meets(i) > 0.5) &&
    best.coverage >= SAID &&
    retrieved.concepts.every(({ term }, i) => !places.has(term) || best.meets(i) > 0.5)
  );
}
