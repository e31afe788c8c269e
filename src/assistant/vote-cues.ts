/** What is said of votes: cues that only questions on votes need, and what they come to. */
import type { Position, Vote } from '../assessment/schema.js';
import { POSITIONS } from './cues.js';
import type { Question } from './question.js';

/** How others voted, the report does not say. */
const OTHERS =
  /\b(?:co )?sponsor\w*\b|\bpenholder\b|\bwho (?:drafted|tabled|introduced|proposed|wrote)\b|\b(?:who(?: else)?|(?:which|what|how many|name|list) (?:the )?(?:\w+ ){0,2}(?:countr\w+|states|members|nations)(?: that| who| which)?|(?:other|all|any) (?:countries|states|members|nations)|everyone else|anyone else|rest of the (?:world|council)) (?:also |all |has |have |had |did |were |was )?(?:against|in favou?r|vot(?:e[ds]?|ing)|abstain\w*|oppose[ds]?|support(?:ed|s)?|back(?:ed|s)?|veto\w*|reject(?:ed|s)?)\b/;
/** How many voted how, each of them. */
export const TALLY =
  /\btally\b|\bhow many (?:voted |were |said )?(?:yes|no|in favou?r|against|for|abstain\w*|abstentions?|countr\w+|states|members)\b|\b(?:yes no abstain|numbers?|vote count|head ?count|breakdown|result) (?:numbers?|of the vote)?\b/;
/** Why, in other words. */
export const REASON = /\b(?:reasons?|excuses?|justif\w+|explain(?:ed|s)? (?:its|the|their)|explanation)\b/;
const WITH =
  /\b(?:vot\w+|abstain\w*|sid\w+) (?:with|like|alongside|together with|the same (?:way )?as) (?:the )?@/;
/** A topic is asked for as that of a vote. */
export const VOTE_ON = /\b(?:vot(?:e[ds]?|ing)|resolutions?) (?:\w+ )?(?:on|about|regarding|concerning)\b/;
/** A negative vote of a permanent member of the Security Council. */
export const VETO = /\bveto(?:ed|es)?\b/;
/** One or the other, and not both of them together. */
export const EITHER =
  /\b(?:for|yes|favou?r|support\w*) (?:or|and) (?:against|no|oppos\w*|reject\w*)\b|\b(?:against|no) or (?:for|yes|in favou?r)\b/;
/** A topic that is not meant; `@` is a country. */
export const EXCEPT_TOPIC =
  /\b(?:not|non|except|excluding|other than|apart from|but not|besides|outside|everything but|all but) (?:of |on |about )?(?:the )?@/;

/** How others voted, or whether with them. */
export const isOnOthers = ({ plain: words, pattern }: Question) => OTHERS.test(words) || WITH.test(pattern);

/** The one position that a question takes for granted; none where it leaves it open, or asks how many took it. */
export function claimed({ plain: words, positions, asks }: Question): Position | undefined {
  const isOpen = EITHER.test(words) || asks.has('count') || positions.length !== 1;
  return isOpen ? undefined : positions[0];
}

/** "Didnt", "wasnt", "wont": folding takes the apostrophe away. */
const NEGATED_VERBS = '(?:did|does|do|has|have|had|was|is|are|were|would|could|should|ca|wo)nt';

/** Whether a position is asked for that it is not: "did not support". */
export function isDenied(words: string, position: Position): boolean {
  const said = POSITIONS.find(([each]) => each === position)?.[1].source ?? '';
  return new RegExp(
    `\\b(?:not|never|without|neither|nor|${NEGATED_VERBS}|except|excluding|other than|apart from|but not|but) (?:\\w+ ){0,2}?${said}`,
  ).test(words);
}
/** The first or last of them, where that is asked for: by their dates where all are known, else by their years. */
export function atEnd(words: string, votes: readonly Vote[]): readonly Vote[] {
  const [, which] = AT_END.exec(words) ?? [];
  if (which === undefined || votes.length === 0) return votes;
  const isDated = votes.every(({ record }) => record?.adopted);
  const dates = votes.map(({ year, record }) => (isDated ? (record?.adopted ?? '') : String(year)));
  const sorted = [...dates].sort();
  const wanted = /first|earliest|oldest/.test(which) ? sorted[0] : sorted.at(-1);
  return votes.filter((_, i) => dates[i] === wanted);
}
const AT_END =
  /\b(latest|most recent|newest|last|first|earliest|oldest) (?:\w+ ){0,2}(?:votes?|resolutions?|time|abstentions?)\b/;

/** Whether a year is one of those that are named, or lies before, after or between them as the words say. */
export function isWithin(year: number, years: readonly number[], words: string): boolean {
  const [first = 0, last = first] = [Math.min(...years), Math.max(...years)];
  const [, how, from] =
    /\b(before|until|till|up to|prior to|since|from|after|starting in|between) (?:the )?((?:19|20)\d\d)\b/.exec(
      words,
    ) ?? [];
  const given = Number(from);
  switch (how) {
    case 'before':
    case 'prior to':
      return year < given;
    case 'until':
    case 'till':
    case 'up to':
      return year <= given;
    case 'since':
    case 'starting in':
      return year >= given;
    case 'after':
      return year > given;
    case 'from':
    case 'between':
      return years.length > 1 ? year >= first && year <= last : years.includes(year);
    default:
      return years.includes(year);
  }
}
