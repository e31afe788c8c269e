/**
 * What an answer to a question is worth.
 *
 * To a question that the assessment answers:
 *   right at 1  the first evidence is one that the question's gold names
 *   right at 3  one of the first three is
 *   says        the text has every string of `must_include` (the parts between | are alternatives; case, typographic
 *               quotes and markdown's marks do not count) and matches every pattern of `must_match`
 *   cites       every footnote that the gold names is among the sources; asked only where it names some
 *   correct     right at 3 and says, and not declined
 * To one that it does not answer:
 *   abstains    Footnote declined
 * Overall is the share of all questions that are correct, or abstained from where that is right.
 */
import { type Question, UNANSWERABLE } from './questions.js';

/** What was answered, by Footnote or by another engine. */
export interface Given {
  /** False where it declined. */
  found: boolean;
  /** Best first. */
  evidence: readonly { kind: string; id: string }[];
  /** The numbers of the footnotes whose sources it shows. */
  sources: readonly number[];
  /** Everything that is there to read. */
  text: string;
}

export interface Mark {
  question: Question;
  given: Given;
  /** Whether the assessment answers the question: the fields below up to `abstains` are about such a one alone. */
  answerable: boolean;
  rightAt1: boolean;
  rightAt3: boolean;
  says: boolean;
  /** Null where the gold names no footnote. */
  cites: boolean | null;
  /** Of `must_include` and `must_match`, what the text does not have. */
  unsaid: string[];
  uncited: number[];
  correct: boolean;
  /** About a question that the assessment does not answer. */
  abstains: boolean;
}

/** Shares from 0 to 1; null where no question asks for it. */
export interface Figures {
  questions: number;
  rightAt1: number | null;
  rightAt3: number | null;
  says: number | null;
  cites: number | null;
  abstains: number | null;
  correct: number | null;
  wronglySilent: number | null;
  overall: number | null;
}

/** @param indicatorsOf the indicators that a treaty stands under: treaties are evidence for those */
export function mark(
  question: Question,
  given: Given,
  indicatorsOf: (treaty: string) => readonly number[],
): Mark {
  const { gold } = question;
  const answerable = question.type !== UNANSWERABLE;
  const rank = rankOf(question, given.evidence, indicatorsOf);
  const rightAt1 = rank <= 1;
  const rightAt3 = rank <= 3;
  const unsaid = missing(gold, given.text);
  const uncited = gold.footnotes.filter((number) => !given.sources.includes(number));
  const says = unsaid.length === 0;
  return {
    question,
    given,
    answerable,
    rightAt1,
    rightAt3,
    says,
    cites: gold.footnotes.length > 0 ? uncited.length === 0 : null,
    unsaid,
    uncited,
    correct: answerable && rightAt3 && says && given.found,
    abstains: !answerable && !given.found,
  };
}

/**
 * The place, from 1, of the first evidence that the question's gold names; infinite where none of it does. Where the gold
 * names none, as for a count of everything, whatever comes first is right.
 */
export function rankOf(
  { gold }: Question,
  evidence: Given['evidence'],
  indicatorsOf: (treaty: string) => readonly number[],
): number {
  const named = [gold.indicators, gold.footnotes, gold.votes, gold.overview ?? []];
  if (named.every((ids) => ids.length === 0)) return 1;
  const at = evidence.findIndex((one) => isGold(gold, one, indicatorsOf));
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}

export function figuresOf(marks: readonly Mark[]): Figures {
  const answerable = marks.filter((m) => m.answerable);
  const citing = answerable.filter((m) => m.cites !== null);
  const unanswerable = marks.filter((m) => !m.answerable);
  return {
    questions: marks.length,
    rightAt1: share(answerable, (m) => m.rightAt1),
    rightAt3: share(answerable, (m) => m.rightAt3),
    says: share(answerable, (m) => m.says),
    cites: share(citing, (m) => m.cites === true),
    abstains: share(unanswerable, (m) => m.abstains),
    correct: share(answerable, (m) => m.correct),
    wronglySilent: share(answerable, (m) => !m.given.found),
    overall: share(marks, (m) => m.correct || m.abstains),
  };
}

/** What went wrong, in the words of a report; nothing where all was well. */
export function faultsOf(m: Mark): string[] {
  if (!m.answerable) return m.abstains ? [] : ['answered; the assessment does not say'];
  const quoted = (found: readonly string[]) => found.map((s) => `"${s}"`).join(', ');
  return [
    ...(m.given.found ? [] : ['declined']),
    ...(m.rightAt3 ? (m.rightAt1 ? [] : ['right at 3, not at 1']) : ['not right at 3']),
    ...(m.says ? [] : [`does not say ${quoted(m.unsaid)}`]),
    ...(m.cites === false ? [`does not cite ${m.uncited.join(', ')}`] : []),
  ];
}

function isGold(
  gold: Question['gold'],
  { kind, id }: Given['evidence'][number],
  indicatorsOf: (treaty: string) => readonly number[],
): boolean {
  switch (kind) {
    case 'indicator':
      return gold.indicators.includes(Number(id));
    case 'footnote':
      return gold.footnotes.includes(Number(id));
    case 'vote':
      return gold.votes.includes(id);
    case 'treaty':
      return indicatorsOf(id).some((number) => gold.indicators.includes(number));
    case 'overview':
      // Any of its statements: they say the same things in several places.
      return (gold.overview ?? []).length > 0;
    default:
      return false;
  }
}

function missing(gold: Question['gold'], read: string): string[] {
  const plain = read
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[*_~`]/g, '');
  const matches = (source: string) => {
    const pattern = new RegExp(source, 'i');
    return pattern.test(read) || pattern.test(plain);
  };
  return [
    ...gold.must_include.filter(
      (wanted) =>
        !wanted
          .toLowerCase()
          .split('|')
          .some((part) => plain.includes(part)),
    ),
    ...gold.must_match.filter((source) => !matches(source)),
  ];
}

function share<T>(list: readonly T[], holds: (item: T) => boolean): number | null {
  return list.length === 0 ? null : list.filter(holds).length / list.length;
}
