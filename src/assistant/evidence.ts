/** From what was retrieved to what is shown: which statements answer, and how much of the question they speak of. */
import type { Edition } from '../library.js';
import type { Found } from './found.js';
import type { Question } from './question.js';
import type { Stated } from './ranking.js';

/** Below this share of what a question names, the assessment does not speak of it. */
export const ENOUGH = 0.34;
/** How near a statement of the same record, or of another one, has to come to the best to be shown beside it. */
const BESIDE = { same: 0.65, short: 0.3, other: 0.5 };
/** What has no more statements than this is a short note, and shown whole where more than one bears on the question. */
const SHORT = 3;
/** So surely a statement speaks of a place itself, and not only one that stands beside it. */
const THERE = 0.35;
/** What is shown beside the best statement says so much itself of what that says, and does not only stand beside it. */
const ITSELF = 0.1;
/** Another record has to speak of everything that the question names, so surely. */
const NAMED = 0.5;
/** One other record is enough: more would be a list of what is near. */
const RECORDS = 2;
/** More than this is a text to read, and not an answer. */
const MOST = 4;
export const asFound = ({ kind, id, at, terms }: Stated): Found => ({ kind, id, at, terms });

/** One to four statements: the best, and those that come near it; what says the same is said once. */
export function picks(
  hits: readonly Stated[],
  { retrieved: { concepts } }: Pick<Question, 'retrieved'>,
  edition: Edition,
  most = MOST,
): Found[] {
  const [best] = hits;
  if (!best) return [];
  const indicator = best.kind === 'indicator' ? edition.indicator(Number(best.id)) : undefined;
  const isShort = indicator !== undefined && indicator.statements.length <= SHORT;
  // That there is nothing new is said first, and says nothing of what was there before.
  const isNoNews = indicator?.update === 'none' && best.at === 0;
  const said = new Set<string>();
  const chosen: Stated[] = [];
  for (const hit of hits) {
    const isSame = hit.kind === best.kind && hit.id === best.id;
    const near = isSame ? (isShort ? BESIDE.short : BESIDE.same) : BESIDE.other;
    const least = isSame && isNoNews ? 0 : best.stated * ITSELF;
    if (hit.score < best.score * near || hit.stated < least) continue;
    const text = textOf(hit, edition);
    if (said.has(text) || chosen.length >= most) continue;
    const records = new Set(chosen.map(({ kind, id }) => kind + id));
    if (!isSame && !concepts.every(({ isName }, i) => !isName || hit.meets(i) >= NAMED)) continue;
    if (records.size >= RECORDS && !records.has(hit.kind + hit.id)) continue;
    said.add(text);
    chosen.push(hit);
  }
  return withSameMark(chosen.map(asFound), edition, most);
}

/** What hangs on the same footnote as the best statement, and stands next to it, goes on saying what that says. */
function withSameMark(chosen: readonly Found[], edition: Edition, most: number): Found[] {
  const [best] = chosen;
  const all = best?.kind === 'indicator' ? edition.indicator(Number(best.id))?.statements : undefined;
  const mark = all?.[best?.at ?? 0]?.footnotes.join();
  if (!best || !all || !mark) return [...chosen];
  const grown = [...chosen];
  for (const step of [1, 2, -1]) {
    const at = best.at + step;
    const between = all[best.at + Math.sign(step)]?.footnotes.join() === mark;
    const has = grown.some((hit) => hit.kind === best.kind && hit.id === best.id && hit.at === at);
    if (between && all[at]?.footnotes.join() === mark && !has && grown.length < most)
      grown.push({ ...best, at });
  }
  return grown;
}

/** The text of a statement. */
export function textOf({ kind, id, at }: { kind: string; id: string; at: number }, edition: Edition): string {
  const { assessment } = edition;
  if (kind === 'indicator') return edition.indicator(Number(id))?.statements[at]?.text ?? '';
  if (kind === 'footnote') return edition.footnote(Number(id))?.statements?.[at]?.text ?? '';
  if (kind === 'overview') return assessment.overview[Number(id) - 1]?.text ?? '';
  return '';
}

/** Statements that speak of every place that is asked about; all of them where none is. */
export function inPlace(question: Question, edition: Edition): readonly Stated[] {
  const { retrieved, countries, statements } = question;
  const isThere = countries
    .filter(({ name }) => edition.speaksOf(name))
    .map(({ name }) => {
      const [read] = edition.reading(name);
      const at = retrieved.concepts.findIndex(({ term }) => term === read);
      // As part of a saying it is no concept of its own.
      return (hit: Stated) =>
        at < 0
          ? edition.countries(textOf(hit, edition)).some((named) => named.name === name)
          : hit.meets(at) > THERE;
    });
  if (isThere.length === 0) return statements();
  return statements().filter((hit) => isThere.every((is) => is(hit)));
}
