/** What kind of thing a question asks for, where only that kind is an answer: a figure, a country, a place, a reason. */

import { markTerms } from '../index/search.js';
import type { Edition } from '../library.js';
import { type Stated, textOf } from './evidence.js';
import type { Question } from './question.js';
import type { Reason } from './reply.js';

export interface Expected {
  /** Why a question is declined where no statement gives it; without it, a statement that gives it only comes first. */
  reason?: Reason;
  gives(hit: Stated): boolean;
  /** The statement itself has to speak of what is asked, and not only the record that it stands under. */
  itself?: boolean;
}

/** A figure is asked for, and nothing else would do. */
const FIGURE =
  /\b(?:how many|how much|number of|a number|numbers|percent(?:age)?|figures?|statistics?|stats|exact|how big|how large|how long|how old|death toll|toll|amount|budget|costs?|dollars|usd|yuan|rank|ranks|ranked|ranking|population|proportion|share of|rate of|(?:conviction|acquittal|crime|literacy|mortality|poverty|unemployment|approval|birth|death|suicide|murder|success|execution|incarceration|arrest) rate)\b/;
const COUNTRY =
  /\b(?:which|what|name|names of|list|list of) (?:(?:the|other|all|foreign|of|these|those|neighbou?r\w*|asian|african|western) )*(?:countr(?:y|ies)|nations?)\b/;
const PLACE =
  /\bwhere\b|\b(?:which|what) (?:\w+ ){0,2}(?:regions?|places?|provinces?|areas?|cit(?:y|ies)|parts)\b/;

const TOWN =
  /\b(?:which|what|name|names of|list|list of) (?:\w+ ){0,2}(?:cit(?:y|ies)|towns?|villages?|streets?|address(?:es)?|cell|jails?|prisons?)\b/;

const NAMES =
  /\bnames? of\b|\b(?:is|are|was|were) (?:the |their |its )?names?\b|\bname (?:the|all|some|those)\b|\b(?:which|what) (?:\w+ )?(?:officials?|leaders?|politicians?|generals?|judges?|lawyers?|journalists?|activists?|academics?|professors?|companies|company|firms?)\b/;
const YEAR = /\b(?:what|which|exact) (?:year|month|date|day)\b/;

/** The kind of thing that is asked for; nothing where any statement may answer. */
export function expected(question: Question, edition: Edition): Expected | undefined {
  const text = (hit: Stated) => textOf(hit, edition);
  if (FIGURE.test(question.plain)) {
    const things = countedThings(question);
    const places = question.countries.map(({ name }) => name);
    const speaksOfAll = (of: string) => {
      const named = edition.countries(of).map(({ name }) => name);
      return places.every((place) => named.includes(place));
    };
    return {
      reason: 'figure',
      gives: (hit) =>
        things.every((at) => (hit.met[at] ?? 0) > MET) &&
        speaksOfAll(text(hit)) &&
        givesFigure(text(hit), question, edition),
    };
  }
  if (COUNTRY.test(question.plain)) {
    return { reason: 'unknown', itself: true, gives: (hit) => otherCountries(text(hit), edition) > 0 };
  }
  if (TOWN.test(question.plain)) {
    return { reason: 'unknown', itself: true, gives: (hit) => namesPlace(text(hit), edition) };
  }
  if (NAMES.test(question.plain)) {
    return { reason: 'unknown', itself: true, gives: (hit) => namesSomething(text(hit), edition) };
  }
  if (YEAR.test(question.plain)) {
    return { reason: 'unknown', itself: true, gives: (hit) => /\b(?:19|20)\d\d\b/.test(text(hit)) };
  }
  if (/\bwhen\b/.test(question.plain)) {
    return { gives: (hit) => /\b(?:19|20)\d\d\b/.test(text(hit)) };
  }
  if (PLACE.test(question.plain)) {
    return { gives: (hit) => otherCountries(text(hit), edition) > 0 || namesPlace(text(hit), edition) };
  }
  return undefined;
}

/** What has to be met of a thing that is counted: a number of something else is no answer. */
const MET = 0.25;
const COUNTED = /\b(?:how many|numbers? of)((?: (?!WORD\b)\w+){1,4})/.source.replace(
  'WORD',
  '(?:on|in|at|to|without|for|from|with|that|who|which|were|was|are|is|do|does|did|has|have|had|can|will|would|by|under|during|since|there|live|get|got|serve|serving|deployed|died|go|went|vote)',
);

/** Which of the question's concepts are what is counted. */
function countedThings({ plain, retrieved }: Question): number[] {
  const [, counted = ''] = new RegExp(COUNTED).exec(plain) ?? [];
  const words = ` ${counted.trim()} `;
  return retrieved.concepts.flatMap(({ said, aside }, at) =>
    !aside && words.includes(` ${said} `) ? [at] : [],
  );
}

/** A figure in digits that is no year, no place in a row ("179th out of 180"), or in words before what is counted. */
const DIGITS = /(?<!out of )\b(?!(?:19|20)\d\d\b)\d[\d,.]*(?![\d,]*(?:st|nd|rd|th)\b)/;
const PLACE_IN_ROW = /\d(?:st|nd|rd|th)\b/;
const MONEY = /[$€£¥]|\b(?:dollars?|usd|yuan|euros?|million|billion)\b/i;
const NUMBER =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|dozen|half|quarter|third|hundred|thousand|million|billion';

/** Whether a statement gives a number of what is counted. */
function givesFigure(text: string, { plain }: Question, edition: Edition): boolean {
  if (/\bhow (?:long|old)\b/.test(plain)) return /\d/.test(text);
  if (/\brank/.test(plain)) return PLACE_IN_ROW.test(text);
  const money = /\b(?:dollars|usd|yuan|budget|costs?|money)\b/.test(plain);
  // How much may become known is no figure, and is not asked for as one.
  if (
    /\b(?:who|which|find out|know|tell|see|learn|track|transparent|clear|public|disclos\w+|publish\w*)\b.*\bhow much\b/.test(
      plain,
    ) &&
    /\bhow much\b/i.test(text)
  )
    return true;
  if (money || /\bhow much\b/.test(plain)) return MONEY.test(text);
  if (DIGITS.test(text)) return true;
  const [, counted = ''] = /\b(?:how many|number of) (?:more |other |different |of )?(\w+)/.exec(plain) ?? [];
  const [wanted] = edition.reading(counted);
  const numbered = [...text.matchAll(new RegExp(`\\b(?:${NUMBER})\\b((?: \\S+){1,4})`, 'gi'))];
  return wanted !== undefined && numbered.some(([, after = '']) => edition.reading(after).includes(wanted));
}

function otherCountries(text: string, { countries, assessment }: Edition): number {
  const home = new Set(countries(assessment.country.name).map(({ name }) => name));
  return countries(text).filter(({ name }) => !home.has(name)).length;
}

/** A name after what says that something is there. */
const SOMEWHERE = /\b(?:in|from|to|across|near|such as) (?:both |the )?((?!States?\b)\p{Lu}\p{Ll}+)/gu;

/** A name that does not begin a sentence. */
const NAME = /(?<![.!?:] |^)\b((?!States?\b|Chinese\b)\p{Lu}\p{Ll}+)/gu;

function namesSomething(text: string, edition: Edition): boolean {
  const [home] = edition.countries(edition.assessment.country.name);
  return [...text.matchAll(NAME)].some(
    ([, name = '']) => !edition.countries(name).some((country) => country.name === home?.name),
  );
}

function namesPlace(text: string, edition: Edition): boolean {
  const [home] = edition.countries(edition.assessment.country.name);
  return [...text.matchAll(SOMEWHERE)].some(
    ([, name = '']) => !edition.countries(name).some((country) => country.name === home?.name),
  );
}

/** What leads over from what is so to why it is. */
const BECAUSE =
  /\b(?:because|so as to|so that|in order to|in response to|(?:with|for) the (?:aim|purpose)|aim(?:s|ed|ing)? (?:of|to|at)|put down to|attributed to|due to|owing to|on account of|on the condition|meant to|set up to|primarily to|(?:less|more) about|for no more than|after (?:the|those|these|this|that))\b/i;
/** What is so follows from what was said before. */
const THEREFORE = /\b(?:therefore|as a result|that is why|for that reason)\b/i;

/** Whether a statement gives the reason for what was met in it, and not only for something else: that comes behind. */
export function givesReason(text: string, met: readonly string[]): boolean {
  if (THEREFORE.test(text)) return true;
  const because = BECAUSE.exec(text);
  return because !== null && markTerms(text.slice(0, because.index), met).some(({ hit }) => hit);
}

const NOT = /\b(?:not|never|no|yet to|neither|nor|nobody|without)\b(?: \w+)? $/i;

/** Whether a statement denies a word that was met in it: "has yet to support". */
export function denies(text: string, met: readonly string[]): boolean {
  let before = '';
  return markTerms(text, met).some(({ text: part, hit }) => {
    const isDenied = hit && NOT.test(before);
    before += part;
    return isDenied;
  });
}
