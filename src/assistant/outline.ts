/** Questions on the assessment as a whole: its ratings counted and listed, its areas, its index, what it is. */
import { RATINGS } from '../assessment/schema.js';
import type { Edition } from '../library.js';
import { EXTREME, INDEX, OVERALL } from './cues.js';
import { declined } from './decline.js';
import type { Found } from './found.js';
import type { Question } from './question.js';
import type { Reply } from './reply.js';

const AREAS =
  /\b(?:areas?|themes?|thematic|sections?|pillars?|categor(?:y|ies)|domains?|dimensions?|chapters?|headings?)\b/;
const PARTS =
  /\b(?:indicators?|footnotes?|areas?|themes?|resolutions|treaties|votes|sections|categories|pillars|sources|citations)\b/;
const PART = new RegExp(`^(?:${PARTS.source})$`);
const MAKER =
  /\b(?:who|which (?:organi[sz]ation|centre|center|institute|think tank|group|ngo)|whose)\b.*\b(?:made|makes|wrote|writes|did|does|published|publishes|publisher|behind|assess(?:ed|es)|author(?:s|ed)?|produced|responsible for|gave|gives|rated|rates|ratings|graded|runs|judg\w+|decides?|decided)\b.*\b(?:assessment|report|ratings?|this|document|scorecard|grades?|scores?|indicators?)\b/;
const THE_MAKER =
  /\bwho (?:assess(?:ed|es)|rate[ds]?|grade[ds]?|judge[ds]?|scored?|evaluated?) (?:the )?%|\b(?:which|what) (?:year|date) is (?:this|it|the (?:report|assessment))\b|\bwhen (?:was|is|did) (?:this|it|the (?:report|assessment)) (?:published|written|released|made|from|come out)\b|\b(?:who|what) (?:is|are|was|were) the (?:authors?|publishers?|makers?)\b(?! of)/;
/** One person, whom the report does not name. */
const PERSON =
  /\b(?:lead|main|principal|first|head|co) authors?\b|\bauthors? names?\b|\bnames? of (?:the |its )?(?:\w+ )?(?:researchers?|people|persons?|team|staff|analysts?|writers?)\b|\bnames? of (?:the |its )?authors?\b/;
/** What the report does not say of itself: who paid for it, how far it may be trusted, what should follow from it. */
const OF_ITSELF =
  /\b(?:who|what) (?:\w+ )?(?:fund|paid|pays|sponsor|financ)\w* .*\b(?:report|assessment|cent(?:re|er)|institute|authors?|this)\b|\b(?:is|are) (?:this|the) (?:report|assessment) (?:\w+ )?(?:reliable|accurate|trustworthy|credible|objective|neutral|long)\b|\bhow (?:reliable|accurate|trustworthy|credible|objective|neutral|long|many pages) (?:is|has|are) (?:this|the) (?:report|assessment)\b|\b(?:contact|email|e mail|phone|address)\b.*\b(?:cent(?:re|er)|authors?|publisher|report|assessment)\b|\b(?:report|assessment|authors?) (?:\w+ )?(?:recommend\w*|advis\w+|call(?:s|ed|ing)? (?:for|on)|propos\w+|demand\w*)\b|\brecommendations?\b|\bmethodology\b|\bhow many (?:other )?countries .*\b(?:covered|assessed|rated|series|programme)\b/;
/** A word of what asks for the maker. */
const MAKING =
  /^(?:think|tank|think tank|ngo|centre|center|institute|organi[sz]ation|publish(?:ed|es|er)?|produced|behind|made|responsible)$/;
const ITSELF =
  /\b(?:cite|citation (?:for|of)|reference (?:for|to)|link (?:to|for)) (?:this|the) (?:assessment|report)(?: itself)?$|\b(?:what|which|tell me about|about|describe|explain|introduce|purpose of|whats|summari[sz]e|summary of)\b.*\b(?:this|the) (?:assessment|report|document|scorecard)\b(?! (?:say|says|said|mention|on|about|cover))/;

/** A word of what counts or orders ratings, or sets the report beside the record. */
const COUNTING =
  /^(?:rank\w*|least|fewest|most|rarest|frequent|share|shares|proportion|percentage|fraction|majority|good|bad|worst|best|strongest|weakest|doing|fare[ds]?|perform\w*|compar\w*|since|order\w*|sort\w*|average|mean|median|typical|distribut\w+|breakdown|spread|difference|different|differ\w*|common|points?|lose|lost|budg\w+|shift\w*|moved?|chang\w+|errors?|mistakes?|misprints?|wrong|corrections?|check|un record|record|un)$/;
/** How much of the question is about something, and not about how it is asked. */
function topical({ retrieved }: Question): number {
  return retrieved.concepts
    .filter(
      ({ aside, said, isEverywhere }) =>
        !aside &&
        !isEverywhere &&
        !/^(?:19|20)\d\d$/.test(said) &&
        !PART.test(said) &&
        !OVERALL.test(said) &&
        !AREAS.test(said) &&
        !MAKING.test(said) &&
        !COUNTING.test(said),
    )
    .reduce((sum, { weight }) => sum + weight, 0);
}
const LITTLE = 1;

/** Whether the areas as such are compared or asked for. */
export const comparesAreas = ({ plain }: Question): boolean => AREAS.test(plain);

/** A score of the whole: the report prints none, only how the index moved. */
export function answerOverall(question: Question, edition: Edition): Reply | undefined {
  const { plain, asks } = question;
  const index = INDEX.test(plain) || POINTS.test(plain);
  if (!index && !(OVERALL.test(plain) && (asks.has('rating') || asks.has('trend')))) return undefined;
  // The index of another maker is another one.
  const isOthers = question.retrieved.concepts.some(({ isName, aside }) => isName && !aside);
  if (index ? isOthers : topical(question) > LITTLE) return undefined;
  const near = indexStatements(edition);
  if (asks.has('why')) return declined('reason', near);
  const moved =
    asks.has('trend') ||
    /\b(?:up|down|lower|higher|change[ds]?|points?|better|worse|direction|move[ds]?)\b/.test(plain);
  return moved && near.length > 0 ? { kind: 'facts', picks: near } : declined('overall', near);
}

/** Points are what an index is counted in. */
const POINTS =
  /\b(?:how many |a |any )points? (?:\w+ ){0,3}(?:los[et]\w*|drop\w*|fell|fall\w*|down|gain\w*|up|lower|higher)\b|\blost? (?:\w+ )?points?\b/;

/** What the overview says of the index. */
export function indexStatements(edition: Edition): Found[] {
  return edition.assessment.overview.flatMap(({ text }, i): Found[] =>
    /\bindex\b/i.test(text) ? [{ kind: 'overview', id: String(i + 1), at: 0, terms: [] }] : [],
  );
}

/** The report beside the record, as a whole. */
const DIFFERS =
  /\b(?:differ\w*|disagree\w*|contradict\w*|conflict\w*|discrepanc\w+|deviat\w+|mismatch\w*|inconsisten\w+)\b.*\b(?:record|records|un)\b|\b(?:errors?|mistakes?|misprints?|typos?|wrong|corrections?|corrected|incorrect|inaccura\w+|checks?|fact checks?|errata)\b.*\b(?:report|assessment)\b|\b(?:report|assessment)\b.*\b(?:errors?|mistakes?|misprints?|typos?|wrong|corrections?|incorrect|inaccura\w+)\b|^(?:any |all |the |known )*(?:errors?|corrections?|checks|errata|misprints?|mistakes?)$/;

/** What the report has wrong, by the public record. */
export function answerChecks(question: Question): Reply | undefined {
  return DIFFERS.test(question.plain) && topical(question) <= LITTLE * 2 ? { kind: 'checks' } : undefined;
}

/** What the assessment is and how large. */
export function answerOutline(question: Question): Reply | undefined {
  const { text, plain, pattern, asks, ratings, trends } = question;
  if (NOT_VERY.test(text)) return undefined;
  // Nothing but the country: what the assessment of it is.
  if (pattern === '%') return { kind: 'outline' };
  if (OF_ITSELF.test(plain)) return declined('unknown', []);
  if (PERSON.test(plain) && /\b(?:this|the) (?:assessment|report)\b/.test(plain))
    return declined('unknown', []);
  if (ratings.length > 0 || trends.length > 0 || asks.has('overdue')) return undefined;
  if (topical(question) > LITTLE) return undefined;
  const parts =
    (asks.has('count') && PARTS.test(plain)) ||
    (AREAS.test(plain) && !extreme(plain) && !RANKED.test(plain) && !question.areas.length);
  if (parts && asks.has('vote') && !/\bresolutions|votes\b/.test(plain)) return undefined;
  if (asks.has('vote') && (question.positions.length > 0 || question.bodies.length > 0)) return undefined;
  return parts || MAKER.test(plain) || THE_MAKER.test(pattern) || ITSELF.test(plain)
    ? { kind: 'outline' }
    : undefined;
}

const RANKED = /\b(?:rank\w*|order\w*|sort\w*|compar\w*)\b/;
const extreme = (plain: string) =>
  EXTREME.worst.test(plain) || EXTREME.best.test(plain) || /\bmost\b/.test(plain);

/** The whole table. */
const EVERYTHING =
  /\b(?:all|every|each|list|the|full|complete|whole) (?:the |of the |\d+ )?(?:indicators?|ratings?|scores?|grades?|scorecard|scoreboard|table)\b(?! (?:for|of|on|in)\b)/;

/** Where the report says that it has nothing new. */
const NOTHING_NEW =
  /\b(?:no|nothing|without|any|not|lack) (?:(?!good\b|bad\b|positive\b)\w+ )?(?:new|updates?|updated|news|developments?|fresh)\b/;

/** A rating that is not meant: how often each was given says it all. */
const NOT_VERY = /\b(?:not|aren.?t|isn.?t) (?:rated )?(?:very )?(?:weak|strong|fair)\b/i;

const CHANGED = /\b(?:what|anything|which)\b.* changed?\b|\bany changes\b/;
/** The whole beside the edition before: "how does China compare to 2022". */
const SINCE =
  /\b(?:compar\w*|chang\w*|chang\w* since|doing) (?:to|with|against|since|from|between|vs|versus) (?:the )?(?:(?:19|20)\d\d|last year|(?:previous|last) (?:edition|assessment|report|year)|the year before)\b/;
/** The assessed country as a whole: how it is rated, how it is doing. */
const AS_A_WHOLE =
  /\bhow (?:(?:well|badly|good|bad|strong|weak|highly|poorly) )?(?:is|are|was|does|do|did|has) (?:the )?% (?:\w+ )?(?:rated?|doing|do|done|fare[ds]?|fared|perform(?:s|ed|ing)?|scored?|graded?)$|\b(?:ratings?|scores?|grades?|marks?|report card|scorecard) (?:of|for|does|did|has) (?:the )?%(?: (?:get|got|have|receive))?$|^(?:what(?:s| is| are)? |show |give me |the )*% (?:\w+ )?(?:ratings?|scores?|grades?|marks?|scorecard|report card)$|^(?:rate|grade|score|assess) (?:the )?%$|^(?:the |all )?(?:ratings?|scores?|grades?|scorecard)$|^how (?:\w+ )?(?:is|are) (?:it|they) (?:doing|rated)$/;
/** What it is good or bad at. */
const STANDING =
  /\b(?:what|where|which|anything) .*%.* (good|best|bad|worst|well|badly|poorly|strong|strongest|weak|weakest)(?: (?:at|in|on))?$/;

/** The indicators with the lowest or highest rating that was given. */
function atEnd(which: keyof typeof EXTREME, edition: Edition, area?: string): Reply | undefined {
  const used = edition.assessment.indicators.flatMap((i) => (!area || i.area === area ? i.rating : []));
  const scale = which === 'best' ? [...RATINGS].reverse() : RATINGS;
  const rating = scale.find((r) => used.includes(r));
  return rating ? { kind: 'scores', by: 'indicator', ...(area && { area }), ratings: [rating] } : undefined;
}

/** Ratings and trends listed and counted, as a whole or in one area. */
export function answerScores(question: Question, edition: Edition): Reply | undefined {
  const { text, plain, pattern, asks, ratings, trends, areas } = question;
  if (asks.has('source') || asks.has('why')) return undefined;
  const [area] = areas;
  const inArea = areas.length === 1 && area ? { area } : {};
  if (NOTHING_NEW.test(plain) && (asks.has('list') || asks.has('count')) && topical(question) <= LITTLE * 2) {
    return { kind: 'scores', by: 'indicator', ...inArea, update: 'none' };
  }
  if (!area && topical(question) > LITTLE) return undefined;
  const ranked = extreme(plain) || asks.has('compare') || RANKED.test(plain);
  if (AREAS.test(plain) && !area && trends.length === 0 && ranked) return { kind: 'scores', by: 'area' };
  if (areas.length > 1) return { kind: 'scores', by: 'area' };
  if (
    /\b(?:(?:most|least) (?:common|frequent|often|used|given|handed out)|rarest|(?:comes? up|appears?|occurs?|used|given|handed out|awarded) (?:the )?most|commonest|distribution|breakdown|spread|average|typical|more (?:very )?(?:weak|strong|fair) (?:\w+ )?than|how (?:are|is) .*ratings? (?:distributed|spread|split))\b/.test(
      plain,
    )
  ) {
    return { kind: 'scores', by: 'rating', ...inArea };
  }
  const [rating] = ratings;
  const [trend] = trends;
  if (ratings.length === 0 && NOT_VERY.test(text)) return { kind: 'scores', by: 'rating', ...inArea };
  // How the scale is meant, the report does not say.
  const isMeaning =
    /\b(?:means?|meaning|defin\w+|(?:difference|different|distinction) (?:between|from))\b/.test(plain);
  if ((rating || trend) && isMeaning) return declined('unknown', []);
  if (
    rating &&
    (asks.has('list') || asks.has('count') || asks.has('rating') || /\bindicators?\b/.test(plain))
  ) {
    return {
      kind: 'scores',
      by: 'indicator',
      ...inArea,
      ratings,
      ...(trend && asks.has('trend') ? { trend } : {}),
    };
  }
  if (trend && (asks.has('trend') || asks.has('list') || asks.has('count'))) {
    return { kind: 'scores', by: 'indicator', ...inArea, trend };
  }
  if (extreme(plain) && (area || asks.has('rating') || asks.has('list') || /\bindicators?\b/.test(plain))) {
    return atEnd(EXTREME.best.test(plain) ? 'best' : 'worst', edition, area);
  }
  if (CHANGED.test(plain) || SINCE.test(pattern)) return { kind: 'scores', by: 'trend', ...inArea };
  if (AS_A_WHOLE.test(pattern)) return { kind: 'scores', by: 'rating', ...inArea };
  const end = STANDING.exec(pattern)?.[1];
  if (end && !area) return atEnd(/good|best|well|strong/.test(end) ? 'best' : 'worst', edition);
  if (EVERYTHING.test(plain)) return { kind: 'scores', by: 'indicator', ...inArea };
  return area &&
    (/\bindicators?\b/.test(plain) ||
      asks.has('rating') ||
      asks.has('list') ||
      asks.has('trend') ||
      asks.has('count'))
    ? { kind: 'scores', by: 'indicator', ...inArea }
    : undefined;
}
