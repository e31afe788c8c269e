/** Questions on where the report has something from. */
import type { Edition } from '../library.js';
import { YES_OR_NO } from './cues.js';
import { declined } from './decline.js';
import { asFound, ENOUGH, inPlace } from './evidence.js';
import type { Found } from './found.js';
import type { Question } from './question.js';
import { bySaying, type Stated } from './ranking.js';
import type { Reply } from './reply.js';

/** How much of a question the author and title of a work have to be for that work to be asked for. */
const NAMED_WORK = 0.55;
const AS_GOOD = 0.97;
/** Authors that are so much of what is asked for are asked for as such. */
const NAMED_ALL = 0.9;
/** What a statement says so much of is a claim of the report's, whatever a title says of it. */
const SAID = 0.6;
/** A statement with a footnote has to come so near to the best, and itself say so much of what that says. */
const NEAR_BEST = 0.85;
const SAYS_AS_MUCH = 0.9;

/** Footnotes by what they are, and not by what they are on. */
const UNDATED = /\b(?:undated|n d|no date|without (?:a )?date|not dated)\b/;
const REMARKS =
  /\b(?:without|no|lacks?|not cite|remarks? only|only remarks?|just (?:a )?remarks?) (?:an? |any |their |its )?(?:sources?|works?|references?|links?)?\b/;

/**
 * The footnotes behind what is asked about.
 * @param how `numbered`: only footnotes that are named by their number; `described`: those behind a claim, by an author…
 */
export function answerSources(
  question: Question,
  edition: Edition,
  how: 'numbered' | 'described',
): Reply | undefined {
  const { footnotes, asks, retrieved } = question;
  if (how === 'numbered') {
    if (footnotes.length === 0) return undefined;
    const known = [...new Set(footnotes)].filter((number) => edition.footnote(number));
    return known.length ? sources(known, [], edition) : declined('footnote', [], footnotes.join(', '));
  }
  // Who counts asks for the number first.
  if (/\bhow many (?!sources|footnotes|works|citations)/.test(question.plain)) return undefined;
  const ofKind = asks.has('source') ? [...listed(question, edition), ...byMaker(question, edition)] : [];
  if (ofKind.length > 0) return sources(ofKind, [], edition);
  const works = retrieved.hits.filter(({ kind }) => kind === 'work');
  const [work] = works;
  const mayBeNamed = work !== undefined && work.coverage >= NAMED_WORK;
  if (!mayBeNamed && !asks.has('source')) return undefined;
  const stated = inPlace(question, edition).toSorted(bySaying);
  const [best] = stated;
  const isNamed = mayBeNamed && work.score > 1.25 * (best?.score ?? 0);
  /** The work, and those that are as good: two papers of one institute. */
  const asGood = works
    .filter(({ score }) => score >= (work?.score ?? 0) * AS_GOOD)
    .map(({ id }) => Number(id))
    .sort((a, b) => a - b);
  // Whether something is so is asked of the report, and not of a title that has its words.
  const isCalledFor = isNamed && !asks.has('count') && !YES_OR_NO.test(question.plain);
  if (!asks.has('source')) return isCalledFor ? sources(asGood, [], edition) : undefined;
  // By its author or title, where that says more than what the report says, or is all that is asked for.
  const asked = retrieved.concepts.reduce((sum, { aside, weight }) => sum + (aside ? 0 : weight), 0);
  const isBy = work !== undefined && asked > 0 && work.named >= asked * NAMED_ALL;
  const isSaid = best !== undefined && best.stated >= asked * SAID;
  if (work && (isBy || (!isSaid && work.coverage >= ENOUGH && work.score > (best?.score ?? 0) * 1.1))) {
    return sources(asGood, [], edition);
  }
  if (!best || best.coverage < ENOUGH) return undefined;
  const isCited = (hit: Stated) => marksOf(hit, edition).length > 0;
  const cited = stated.filter((hit) => hit.score >= best.score * NEAR_BEST);
  const first = cited.find(isCited);
  // What the report says without a footnote has none: another statement's would be a false one.
  const isBare = !isCited(best) && (!first || first.stated < best.stated * SAYS_AS_MUCH);
  if (isBare && best.kind !== 'footnote') return { kind: 'sources', footnotes: [], picks: [asFound(best)] };
  if (!first) return undefined;
  const chosen = cited
    .filter((hit) => hit.id === first.id && hit.kind === first.kind && isCited(hit))
    .slice(0, 2)
    .map(asFound);
  const marks = [...new Set(chosen.flatMap((found) => marksOf(found, edition)))];
  return sources(marks, chosen, edition);
}

/** The footnotes of the indicators that are named by number, or those that are undated or remarks only. */
function listed({ plain, indicators, retrieved }: Question, edition: Edition): number[] {
  const { assessment } = edition;
  if (indicators.length > 0) {
    const named = indicators.flatMap((number) => edition.indicator(number) ?? []);
    const marks = named.flatMap(({ statements }) => statements.flatMap(({ footnotes }) => footnotes));
    const lists = assessment.votes.flatMap((v) => (indicators.includes(v.indicator) ? v.footnote : []));
    return [...new Set([...marks, ...lists])].sort((a, b) => a - b);
  }
  if (retrieved.concepts.some(({ isName, aside }) => isName && !aside)) return [];
  const numbers = assessment.footnotes.map(({ number }) => number);
  if (UNDATED.test(plain))
    return numbers.filter((number) => edition.works(number).some((work) => work.author && !work.issued));
  if (/\bfootnotes?|notes?\b/.test(plain) && REMARKS.test(plain))
    return numbers.filter((number) => edition.works(number).length === 0);
  return [];
}

/** The footnotes that cite works of an author, paper or publisher, where nothing but that is named: "articles by …". */
function byMaker({ retrieved: { concepts } }: Question, edition: Edition): readonly number[] {
  const named = concepts.filter(({ aside, said }) => !aside && !PUBLISHING.test(said));
  return edition.footnotesBy(named.map(({ term }) => term));
}
/** What an author does. */
const PUBLISHING = /^(?:publish\w*|publications?|author(?:s|ed)?)$/;

/** Footnotes as sources, with those that give their short forms in full; a remark stands in its footnote anyway. */
function sources(footnotes: readonly number[], chosen: readonly Found[], edition: Edition): Reply {
  const inFull = footnotes.flatMap((number) =>
    edition.works(number).flatMap(({ shortFor }) => shortFor ?? []),
  );
  return {
    kind: 'sources',
    footnotes: [...new Set([...footnotes, ...inFull])],
    picks: chosen.filter(({ kind }) => kind !== 'footnote'),
  };
}

/** The footnotes that stand on a statement; a footnote's remark stands in that footnote. */
function marksOf(found: Omit<Found, 'terms'>, edition: Edition): readonly number[] {
  if (found.kind === 'footnote') return [Number(found.id)];
  if (found.kind === 'indicator')
    return edition.indicator(Number(found.id))?.statements[found.at]?.footnotes ?? [];
  return [];
}
