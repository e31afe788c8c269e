/** Questions on treaties: those that the assessment speaks of, and those that it does not. */
import type { Treaty } from '../assessment/schema.js';
import { kept } from '../index/kept.js';
import type { Edition } from '../library.js';
import { NEGATED } from './cues.js';
import { declined, nearest } from './decline.js';
import { textOf } from './evidence.js';
import type { Found } from './found.js';
import type { Question } from './question.js';
import type { Reply } from './reply.js';

/** A treaty by what it is called, before it is known whether the assessment speaks of it. */
const NAMED =
  /\b((?:[a-z0-9]+ ){1,4}(?:convention|treaty|covenant|protocol)s?(?: (?:on|against|for) (?:the )?(?:[a-z]+ ){0,5}[a-z]+)?)\b/;
/** Not the name of one treaty. */
const GENERIC =
  /\b(?:which|what|any|many|how many|other|this|that|such|said|these|those|all|of the|the|un|human rights|international|core|a|every|each|no|its|their|late|with) (?:treaty|treaties|convention|conventions|covenants|protocols|covenant|protocol)\b(?! (?:on|against|for|concerning|relating|about)\b)|\btreaty (?:body|bodies|reports?|status|obligations?|commitments?)\b/;
const RATIFYING =
  /\b(?:ratif\w+|sign(?:s|ed|ing)?|signator\w+|acced\w+|accession|join(?:s|ed|ing)?|party|member|status|committed|bound|adopted?)\b/;
const SIGNED_ONLY = /\bsign\w* (?:\w+ )?(?:but|and|without|yet) (?:\w+ ){0,3}ratif\w*/;
/** Said as of something done. */
const RATIFIED = /\b(?:ratif(?:y|ied|ies)|joined|join|acceded|accede|part(?:y|ies)|member)\b/;
const DONE =
  /\b(?:has|have|had|did|does) (?:\w+ ){0,3}(?:ratif(?:y|ied)|join(?:ed)?|acceded?)\b(?<!\bto \w+)|\b(?:is|are) ratified\b/;
const REPORTING =
  /\b(?:reports?|reporting|submi\w+|papers?|paperwork|homework|filings?|deadlines?|treaty bod(?:y|ies)|committees?)\b/;

/** So many words ask for the treaties that fit, and for nothing else. */
const SHORT = 4;

/** The status of treaties; nothing where no treaty is asked about. */
export function answerTreaty(question: Question, edition: Edition): Reply | undefined {
  const { asks, plain, pattern, countries } = question;
  const { treaties } = edition.assessment;
  if (asks.has('rating') || asks.has('trend') || asks.has('source')) return undefined;
  if (asks.has('vote') && !asks.has('treaty')) return undefined;
  // Whether there is news of it is said where it is assessed.
  if (/\b(?:anything|something|whats|what is) new\b|\bupdates?\b/.test(plain)) return undefined;
  const terms = new Set(question.retrieved.concepts.map(({ term }) => term));
  const named = treatyNames(edition).flatMap(({ treaty, names, asWord }) =>
    names.some((name) => terms.has(name)) && !asWord?.test(question.text) ? treaty : [],
  );
  const others = edition.otherTreaties(question.text);
  if (others.length > 0 && named.length === 0) {
    return declined('treaty', near(question, edition), others[0]);
  }
  // What the report says of Hong Kong or Macau is a statement of its own.
  if (countries.length > 0 && named.length > 0) return undefined;
  // How late, it does not say.
  if (asks.has('overdue') && /\bhow (?:many (?:years|months|days|weeks)|long|late)\b/.test(plain))
    return declined('figure', near(question, edition));
  const late = asks.has('overdue') && (REPORTING.test(plain) || named.length > 0);
  if (named.length > 0) {
    const about = asks.has('treaty') || late || RATIFYING.test(plain) || isAllOf(named, question, edition);
    return about ? ofNamed(named, question, late) : undefined;
  }
  if (late) {
    const overdue = treaties.filter((t) => t.status === 'report-overdue');
    return overdue.length && !asks.has('why')
      ? { kind: 'treaties', ids: overdue.map((t) => t.id) }
      : undefined;
  }
  if (!asks.has('treaty')) return undefined;
  const [, name] = NAMED.exec(pattern) ?? [];
  if (name && !GENERIC.test(plain))
    return declined(
      'treaty',
      near(question, edition),
      name.replace(/^(?:the|a|has|did|is|of|to|signed|ratified|about|join|joined|on|in) /g, ''),
    );
  if (
    !/\b(?:treat(?:y|ies)|conventions?|covenants?|instruments?|ratif\w+|agreements?)\b|\bsigned (?:up )?(?:to )?(?:\w+ )?(?:but|anything|so far)\b|\b(?:has|did) % sign(?:ed)?$/.test(
      pattern,
    )
  )
    return undefined;
  if (asks.has('why') || countries.length > 0) return undefined;
  const unratified = treaties.filter((t) => t.status !== 'report-overdue');
  // Signed and no more: the rest of them is not said to be signed.
  if (/\bsign(?:ed|s)?\b/.test(plain) && (!/\bratif/.test(plain) || SIGNED_ONLY.test(plain))) {
    const signed = treaties.filter((t) => t.status === 'signed-not-ratified');
    if (signed.length > 0) return { kind: 'treaties', ids: signed.map((t) => t.id) };
  }
  if (DONE.test(plain) && !NEGATED.test(plain) && asks.has('list'))
    return declined('unknown', near(question, edition));
  const [year] = question.years;
  if (year !== undefined) {
    const dated = treaties.filter(({ statements }) =>
      statements.some(({ text }) => text.includes(String(year))),
    );
    return dated.length > 0
      ? { kind: 'treaties', ids: dated.map(({ id }) => id) }
      : declined('year', near(question, edition), String(year));
  }
  const some = NEGATED.test(plain) || /\b(?:un|non )?ratif/.test(plain) ? unratified : treaties;
  const isShort = plain.split(' ').length <= SHORT;
  return asks.has('list') || asks.has('count') || isShort
    ? { kind: 'treaties', ids: some.map((t) => t.id) }
    : undefined;
}

function ofNamed(named: readonly Treaty[], question: Question, late: boolean): Reply {
  const { asks, plain } = question;
  const shown = named.slice(0, 2).map(({ id }): Found => ({ kind: 'treaty', id, at: 0, terms: [] }));
  // The report gives no reason for a treaty's status, and none for what it says is not so.
  if (asks.has('why')) {
    const denied = named.every(({ status }) => status !== 'report-overdue');
    return declined(denied && RATIFIED.test(plain) && !NEGATED.test(plain) ? 'premise' : 'reason', shown);
  }
  const [only] = named;
  // Of some treaties it only says that a report is late: whether they are ratified, the record beside it may say.
  const joined =
    /\b(?:ratif\w+|sign(?:s|ed|ing)?|signator\w+|acced\w+|accession|join(?:s|ed|ing)?|(?:state )?party|member)\b/.test(
      plain,
    );
  if (only?.status === 'report-overdue' && !only.record && !late && joined && !REPORTING.test(plain)) {
    return declined('treaty', shown);
  }
  return { kind: 'treaties', ids: named.map(({ id }) => id) };
}

/** The treaties with their names, those that are read as one. `asWord`: the abbreviation as a word of its own, "my cat". */
const treatyNames = kept(({ assessment, reading }: Edition) =>
  assessment.treaties.map((treaty) => {
    const { name, abbreviation } = treaty;
    const read = [name, abbreviation ?? ''].map((called) => reading(called));
    return {
      treaty,
      names: read.flatMap(([only, ...others]) => (only && others.length === 0 ? only : [])),
      asWord:
        abbreviation === undefined
          ? undefined
          : new RegExp(`\\b(?:my|your|his|her|our|a) ${abbreviation.toLowerCase()}\\b`),
    };
  }),
);

/** Whether a question is hardly more than the name of a treaty. */
function isAllOf(named: readonly Treaty[], question: Question, edition: Edition): boolean {
  const own = new Set(named.flatMap((t) => edition.reading(t.name)));
  const { concepts } = question.retrieved;
  const weight = (of: typeof concepts) => of.reduce((sum, c) => sum + c.weight, 0);
  return weight(concepts.filter(({ term }) => own.has(term))) > 0.6 * weight(concepts);
}

/** What is nearest to a treaty that is not there: the indicator on treaties, where one has most of them. */
function near(question: Question, edition: Edition): Found[] {
  const { treaties } = edition.assessment;
  const ratified = treaties.filter((t) => t.status !== 'report-overdue').slice(0, 3);
  const said = new Set(treaties.flatMap(({ statements }) => statements.map(({ text }) => text)));
  const own = nearest(question)
    .slice(0, 1)
    .filter((found) => !said.has(textOf(found, edition)));
  return [...ratified.map(({ id }): Found => ({ kind: 'treaty', id, at: 0, terms: [] })), ...own];
}
