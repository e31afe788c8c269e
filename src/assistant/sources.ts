/** Questions on where the report has something from. */
import type { Edition } from '../library.js';
import { declined } from './decline.js';
import { asFound, ENOUGH, inPlace } from './evidence.js';
import type { Found } from './found.js';
import type { Question } from './question.js';
import type { Reply } from './reply.js';

/** How much of a question the author and title of a work have to be for that work to be asked for. */
const NAMED_WORK = 0.55;
const AS_GOOD = 0.97;

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
  /** The work, and those that are as good: two papers of one institute. */
  const asGood = works
    .filter(({ score }) => score >= (work?.score ?? 0) * AS_GOOD)
    .map(({ id }) => Number(id))
    .sort((a, b) => a - b);
  if (!asks.has('source')) return isNamed ? sources(asGood, [], edition) : undefined;
  // By its author or title, where that says more than what the report says.
  if (work && work.coverage >= ENOUGH && work.score > (best?.score ?? 0) * 1.1) {
    return sources(asGood, [], edition);
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
function marksOf(found: Found, edition: Edition): readonly number[] {
  if (found.kind === 'footnote') return [Number(found.id)];
  if (found.kind === 'indicator')
    return edition.indicator(Number(found.id))?.statements[found.at]?.footnotes ?? [];
  return [];
}
