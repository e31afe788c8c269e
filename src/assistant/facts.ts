/** Questions on what the report says, and on where it has that from. */
import type { Edition } from '../library.js';
import { declined, nearest } from './decline.js';
import { asFound, ENOUGH, picks, statements, textOf } from './evidence.js';
import type { Found } from './found.js';
import type { Question } from './question.js';
import type { Reply } from './reply.js';

/** A figure in digits that is no year, no place in a row ("179th out of 180"), or in words before what is counted. */
const DIGITS = /(?<!out of )\b(?!(?:19|20)\d\d\b)\d[\d,.]*(?![\d,]*(?:st|nd|rd|th)\b)/;
const PLACE_IN_ROW = /\d(?:st|nd|rd|th)\b/;
const MONEY = /[$€£¥]|\b(?:dollars?|usd|yuan|euros?|million|billion)\b/i;
const NUMBER =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|dozen|half|quarter|third|hundred|thousand|million|billion';

const COUNTED = /\b(?:how many|number of) (?:more |other |different |of )?(\w+(?: \w+)?)/;

/** Which of the question's concepts is what is counted: a number of something else is no answer. */
function countedThing({ plain, retrieved }: Question, edition: Edition): number {
  const [, words = ''] = COUNTED.exec(plain) ?? [];
  const [first] = edition.reading(words);
  return retrieved.concepts.findIndex(({ term, aside }) => !aside && term === first);
}

/** Whether a statement gives a number of what is counted. */
function counts(text: string, question: Question, edition: Edition): boolean {
  if (/\bhow (?:long|old)\b/.test(question.plain)) return /\d/.test(text);
  if (/\brank/.test(question.plain)) return PLACE_IN_ROW.test(text);
  const money = /\b(?:dollars|usd|yuan|budget|costs?|money)\b/.test(question.plain);
  if (!money && /\bhow much\b/i.test(text)) return true;
  if (/\b(?:how much|dollars|usd|yuan|budget|costs?|money)\b/.test(question.plain)) return MONEY.test(text);
  if (DIGITS.test(text) || /\bhow (?:much|many)\b/i.test(text)) return true;
  const [, counted = ''] =
    /\b(?:how many|number of) (?:more |other |different |of )?(\w+)/.exec(question.plain) ?? [];
  const [wanted] = edition.reading(counted);
  const numbered = [...text.matchAll(new RegExp(`\\b(?:${NUMBER})\\b((?: \\S+){1,4})`, 'gi'))];
  return wanted !== undefined && numbered.some(([, after = '']) => edition.reading(after).includes(wanted));
}

/** What gives a reason. */
const BECAUSE =
  /\b(?:because|since|therefore|so as to|so that|in order|with the aim|aim of|put down to|due to|as both|on the condition|purpose|could affect|affects?|after|for no more than|believes?|maintains?|holds? that|sees in|account|primarily to|way of|less about|bodes|though|but)\b/i;
/** A figure is asked for, and nothing else would do. */
const HOW_MANY =
  /\b(?:how many|how much|number of|a number|numbers|percent(?:age)?|figures?|statistics?|stats|exact|how big|how large|how long|how old|death toll|toll|amount|budget|costs?|dollars|usd|yuan|rank|ranks|ranked|ranking|population|proportion|share of|rate of|(?:conviction|acquittal|crime|literacy|mortality|poverty|unemployment|approval|birth|death|suicide|murder|success|execution|incarceration|arrest) rate)\b/;

/** The statements that answer, or why none does. */
export function answerFacts(question: Question, edition: Edition): Reply {
  const { asks, plain: words } = question;
  const all = statements(question.retrieved);
  const placed = inPlace(question, edition);
  const [best] = placed;
  if (!best) {
    const [country] = question.countries;
    if (all.length > 0 && country) return declined('country', nearest(question, edition), country.name);
    return declined('unknown', nearest(question, edition));
  }
  if (best.coverage < ENOUGH) return declined('unknown', nearest(question, edition));
  if (HOW_MANY.test(words)) {
    const thing = countedThing(question, edition);
    const counted = placed.filter(
      (hit) =>
        hit.coverage >= ENOUGH &&
        hit.score >= best.score * 0.6 &&
        (hit.met[thing] ?? 1) > 0.25 &&
        counts(textOf(hit, edition), question, edition),
    );
    if (counted.length === 0) return declined('figure', nearest(question, edition));
    return { kind: 'facts', picks: picks(counted, question, edition, 2) };
  }
  const year = question.years.find((y) => y !== edition.assessment.year);
  if (year !== undefined) {
    const dated = placed.filter(
      (hit) => hit.coverage >= ENOUGH && textOf(hit, edition).includes(String(year)),
    );
    if (dated.length > 0) return { kind: 'facts', picks: picks(dated, question, edition) };
    if (year !== edition.assessment.comparedWith)
      return declined('year', nearest(question, edition), String(year));
  }
  if (lacksAttribute(question, best)) return declined('unknown', nearest(question, edition));
  const chosen = picks(placed, question, edition);
  if (asks.has('why') && !chosen.some((found) => BECAUSE.test(textOf(found, edition)))) {
    return declined('reason', nearest(question, edition));
  }
  return { kind: 'facts', picks: chosen };
}

/** What is asked of a person or thing by a word of its own, which a statement on that person does not answer. */
const ATTRIBUTE =
  /\b(?:found(?:ed|er|ing)|invent(?:ed|or)|born|birthday|birth|married|wife|husband|daughter|son|height|tall|salary|net worth|capital(?: city)?|population|president|prime minister|ceo|chairman|leaker|leaked|mayor|died|dead)\b/g;

function lacksAttribute({ plain, retrieved }: Question, best: { met: readonly number[] }): boolean {
  const asked = new Set(plain.match(ATTRIBUTE) ?? []);
  return retrieved.concepts.some(({ said }, i) => asked.has(said) && (best.met[i] ?? 0) < 0.5);
}

/** Statements that speak of every place that is asked about; all of them where none is. */
function inPlace(question: Question, edition: Edition) {
  const { retrieved, countries } = question;
  const places = countries.flatMap(({ name }) => {
    const [read] = edition.reading(name);
    const at = retrieved.concepts.findIndex(({ term }) => term === read);
    return at < 0 || !edition.speaksOf(name) ? [] : [at];
  });
  return statements(retrieved).filter((hit) => places.every((at) => (hit.met[at] ?? 0) > 0.25));
}

/** How much of a question the author and title of a work have to be for that work to be asked for. */
const NAMED_WORK = 0.55;

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
  const stated = inPlace(question, edition);
  const works = retrieved.hits.filter(({ kind }) => kind === 'work');
  const [best] = stated;
  const [work] = works;
  const isNamed = work !== undefined && work.coverage >= NAMED_WORK && work.score > 1.25 * (best?.score ?? 0);
  if (!asks.has('source')) return isNamed ? sources([Number(work.id)], [], edition) : undefined;
  // By its author or title, where that says more than what the report says.
  if (work && work.coverage >= ENOUGH && work.score > (best?.score ?? 0) * 1.1) {
    return sources([Number(work.id)], [], edition);
  }
  if (!best || best.coverage < ENOUGH) return undefined;
  const cited = stated.filter((hit) => hit.score >= best.score * 0.85);
  const first = cited.find((hit) => marksOf(asFound(hit), edition).length > 0);
  if (!first) return undefined;
  const chosen = cited
    .filter(
      (hit) => hit.id === first.id && hit.kind === first.kind && marksOf(asFound(hit), edition).length > 0,
    )
    .slice(0, 2)
    .map(asFound);
  const marks = [...new Set(chosen.flatMap((found) => marksOf(found, edition)))];
  return sources(marks, chosen, edition);
}

/** Footnotes as sources, with those that give their short forms in full. */
function sources(footnotes: readonly number[], chosen: readonly Found[], edition: Edition): Reply {
  const inFull = footnotes.flatMap((number) =>
    edition.works(number).flatMap(({ shortFor }) => shortFor ?? []),
  );
  return { kind: 'sources', footnotes: [...new Set([...footnotes, ...inFull])], picks: chosen };
}

/** The footnotes that stand on a statement; a footnote's remark stands in that footnote. */
function marksOf(found: Found, edition: Edition): readonly number[] {
  if (found.kind === 'footnote') return [Number(found.id)];
  if (found.kind === 'indicator')
    return edition.indicator(Number(found.id))?.statements[found.at]?.footnotes ?? [];
  return [];
}
