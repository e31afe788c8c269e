/** What kind of thing a question asks for, where only that kind is an answer: a figure, a country, a place, a reason. */

import { markTerms } from '../index/search.js';
import type { Edition } from '../library.js';
import { textOf } from './evidence.js';
import type { Question } from './question.js';
import type { Stated } from './ranking.js';
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
  /\b(?:how many|how much|number of|a number|numbers|percent(?:age)?|figures?|statistics?|stats|exact|how (?:big|large|long|old|high|rich|tall|wealthy)|death toll|toll|total$|size of|tally|head ?count|amount|budget|costs?|dollars|usd|yuan|rank|ranks|ranked|ranking|population|proportion|share of|rate of|(?:conviction|acquittal|crime|literacy|mortality|poverty|unemployment|approval|birth|death|suicide|murder|success|execution|incarceration|arrest) rate)\b/;
const WHICH = '(?:which|what|names? of|name|list of|list)';
const COUNTRY = new RegExp(
  `\\bwho else\\b|\\bwho(?:s| is| was| came| comes| ranks?| ranked)? (?:dead |ranked |placed )?(?:last|bottom|first|top|below|above|ahead of|behind)\\b|\\bmembers of (?:that|this|the) (?:group|bloc|club)\\b|\\b${WHICH} (?:(?:the|other|all|foreign|of|these|those|neighbou?r\\w*|asian|african|western|\\w+ asian|\\d+) )*(?:countr\\w+|nations?|states)\\b`,
);
const PLACE =
  /\bwhere\b|\b(?:which|what) (?:\w+ ){0,2}(?:regions?|places?|provinces?|areas?|cit(?:y|ies)|parts)\b/;
const TOWN = new RegExp(
  `\\b${WHICH} (?:\\w+ ){0,2}(?:cit(?:y|ies)|towns?|villages?|streets?|address(?:es)?|cell|jails?|prisons?)\\b`,
);
/** Those whom one would call by their names. */
const WHO =
  '(?:officials?|leaders?|politicians?|generals?|judges?|lawyers?|journalists?|activists?|academics?|professors?|diplomats?|ambassadors?|envoys?|ministers?|celebrit(?:y|ies)|(?:famous|powerful|well known|rich) men|wom[ae]n|m[ae]n|protesters?|victims?|researchers?|authors?|head|chief|director)';
/** The same of what has a name and is nobody. */
const WHAT =
  '(?:compan(?:y|ies)|firms?|brands?|ministr(?:y|ies)|rapporteurs?|(?:militia|armed|rebel|terror\\w*|militant)(?: groups?)|militias?|agenc(?:y|ies) (?:runs?|is to run))';
const PERSON = new RegExp(
  `\\bnames? of (?:the |a |that |its )?(?:\\w+ ){0,2}${WHO}\\b|\\b(?:which|what) (?:\\w+ )?(?:officials?|leaders?|politicians?|generals?|judges?|lawyers?|journalists?|activists?|academics?|professors?|diplomats?|ambassadors?|envoys?|ministers?|celebrit(?:y|ies)|(?:famous|powerful|well known|rich) men)\\b|\\bwho (?:\\w+ )?(?:leak(?:ed|s)|heads?|leads?|(?:co )?sponsor\\w*|drafted|tabled|owns?|founded|chairs?|directs?|commands?)\\b|\\bwho(?:s| is)? the (?:head|boss|leader|chief|director|minister|ambassador|spokes\\w+)\\b`,
);
const NAMES = new RegExp(
  `\\bnames? of\\b|\\b(?:is|are|was|were) (?:the |their |its )?names?\\b|\\bname (?:the|all|some|those|one|a|any)\\b|\\b(?:her|his|their|whose) names?\\b|\\b(?:which|what) (?:\\w+ ){0,3}(?:models?|types?|brands?|makes?)\\b|\\b(?:which|what) (?:\\w+ ){0,2}${WHAT}\\b|\\bwho (?:\\w+ )?attacked\\b`,
);
const YEAR =
  /\b(?:what|which|exact) (?:year|month|date|day)\b|\bwhen (?:did|was|were|is|are|will|does|do|has|had)\b/;
const DAY = /\b(?:what|which|exact) (?:date|day)\b/;
const DATE = /\b(?:19|20)\d\d\b/;
const MONTH = /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;

/** The kind of thing that is asked for; nothing where any statement may answer. */
export function expected(question: Question, edition: Edition): Expected | undefined {
  const { plain } = question;
  const text = (hit: Stated) => textOf(hit, edition);
  const only = (gives: Expected['gives']): Expected => ({ reason: 'unknown', itself: true, gives });
  const countries = only((hit) => newCountries(text(hit), question, edition) > 0);
  // "Who ranks below it" asks for a country, and for no rank.
  if (COUNTRY.test(plain) && /^who\b/.test(plain)) return countries;
  if (FIGURE.test(plain)) {
    const things = countedThings(question);
    // Soldiers and police are counted together.
    const isTogether = /\bhow many (?:\w+ ){1,3}(?:and|or) \w+/.test(plain);
    const isMet = (hit: Stated) => (at: number) => hit.meets(at) > MET;
    const places = question.countries.map(({ name }) => name);
    const speaksOfAll = (of: string) => {
      const named = edition.countries(of).map(({ name }) => name);
      return places.every((place) => named.includes(place));
    };
    return {
      reason: 'figure',
      gives: (hit) =>
        (isTogether ? things.some(isMet(hit)) : things.every(isMet(hit))) &&
        speaksOfAll(text(hit)) &&
        givesFigure(text(hit), question, edition),
    };
  }
  if (COUNTRY.test(plain)) return countries;
  if (TOWN.test(plain)) return only((hit) => namesPlace(text(hit), edition));
  if (PERSON.test(plain)) return only((hit) => namesPerson(text(hit), question, edition));
  if (NAMES.test(plain)) return only((hit) => namesSomething(text(hit), question, edition));
  if (DAY.test(plain)) return only((hit) => MONTH.test(text(hit)));
  if (YEAR.test(plain)) return only((hit) => DATE.test(text(hit)));
  if (/\bwhen\b/.test(plain)) return { gives: (hit) => DATE.test(text(hit)) };
  if (PLACE.test(plain)) {
    return {
      gives: (hit) => newCountries(text(hit), question, edition) > 0 || namesPlace(text(hit), edition),
    };
  }
  return undefined;
}

/** What has to be met of a thing that is counted: a number of something else is no answer. */
const MET = 0.35;
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

/** How many countries a text names, beside the assessed one and those that the question has. */
function newCountries(text: string, question: Question, edition: Edition): number {
  const known = new Set([edition.home(), ...question.countries.map(({ name }) => name)]);
  return edition.countries(text).filter(({ name }) => !known.has(name)).length;
}

/** A name after what says that something is there. */
const SOMEWHERE = /\b(?:in|from|to|across|near|such as) (?:both |the )?((?!States?\b)\p{Lu}\p{Ll}+)/gu;

/** A name that does not begin a sentence, and of somebody by two of them. */
const NAME = /(?<![.!?:] |^|\b(?:in|from|to|across|near) )\b((?!States?\b)\p{Lu}\p{Ll}+)/gu;
const FULL_NAME = /(?<![.!?:] |^)\b(\p{Lu}\p{Ll}+) (\p{Lu}\p{Ll}+)\b/gu;
/** What bodies, treaties and the like are called, and nobody. */
const NOBODY =
  /^(?:Security|Police|Council|Assembly|Statute|Treaty|Rights|Party|Court|Nations|States|Road|Initiative|Principles|Commission|Alliance|Institutions|Congress|Index|Watch|House|Borders|Affairs|Law|Protection|Interests|Friends|Charter|Review|Rapporteurs?|Thought|Armed|Freedom|Mission|Office|Prevention|Covenant)$/;

/** Whether a text has a name that is no country's, no month's, not where something is, and not in the question. */
function namesSomething(text: string, { plain }: Question, edition: Edition): boolean {
  const said = new Set(plain.split(' '));
  return [...text.matchAll(NAME)].some(
    ([, name = '']) =>
      !said.has(name.toLowerCase()) && !MONTH.test(name) && edition.countries(name).length === 0,
  );
}

/** Whether a text has somebody's name that is not in the question. */
function namesPerson(text: string, { plain }: Question, edition: Edition): boolean {
  const said = new Set(plain.split(' '));
  return [...text.matchAll(FULL_NAME)].some(
    ([whole, first = '', last = '']) =>
      !said.has(first.toLowerCase()) &&
      !said.has(last.toLowerCase()) &&
      !NOBODY.test(last) &&
      edition.countries(whole).length === 0,
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

/** A number that says how many or how much: no year, no place in a row, no part of a symbol or a name. */
const CLAIMED =
  /(?<![\w/.-]|covid )(?!(?:19|20)\d\d\b)\d[\d,.]*\d(?![\w/]|st\b|nd\b|rd\b|th\b)|\b(?:million|billion|trillion)\b/gi;

/** Whether a question names a number that nothing near to it has: "102 stations, right?" */
export function namesOtherNumber(question: Question, edition: Edition): boolean {
  const { text, retrieved, indicators, asks } = question;
  const numbers = text.match(CLAIMED) ?? [];
  // Numbers of indicators, and those that are set beside each other.
  if (numbers.length === 0 || indicators.length > 0 || asks.has('compare')) return false;
  const said = retrieved.hits.flatMap((hit) =>
    hit.kind === 'work'
      ? edition.works(Number(hit.id)).map(({ title }) => title.toLowerCase())
      : textOf(hit, edition).toLowerCase(),
  );
  // With or without the comma in its thousands.
  const bare = (text: string) => text.toLowerCase().replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  return numbers.some((number) => !said.some((each) => bare(each).includes(bare(number))));
}
