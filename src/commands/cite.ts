import type { Action, Answer, Section } from '../answer.js';
import type { Footnote } from '../assessment/schema.js';
import { authorsOf, citeInFull, yearOf } from '../citation/report-style.js';
import type { Edition } from '../library.js';
import type { Choice, Command, Context } from './command.js';
import { resolveNamed } from './named.js';
import { notFound, slip } from './pieces.js';
import { indicatorTitle, list } from './words.js';

export const cite = {
  name: 'cite',
  description: 'A footnote of the report as a citation to paste',
  options: [
    {
      name: 'footnote',
      description: 'Its number, an author or a title: 24, Freedom House',
      required: true,
      maxLength: 200,
      autocomplete: footnoteChoices,
    },
    {
      name: 'style',
      description: 'How the citation is written',
      choices: () => [{ name: 'As in the report', value: 'report' }],
    },
  ],
  run({ footnote = '' }: { footnote?: string; style?: string }, { edition }: Context): Answer {
    const typed = footnote
      .replace(/^\[\s*(\d+)\s*\]$/, '$1')
      .replace(/^(?:footnote|note|fn|no\.?|#)\s*\.?\s*(?=\d)/i, '');
    const found = resolveNamed(edition, 'footnote', typed);
    if ('id' in found) return describe(edition.footnote(Number(found.id)) as Footnote, edition);
    const { length } = edition.assessment.footnotes;
    if (length === 0) return notFound(edition, 'No such footnote', 'This assessment has no footnotes.', []);
    const near = found.nearest.flatMap((id) => edition.footnote(Number(id)) ?? []);
    return slip(
      edition,
      near.length ? 'Which footnote?' : 'No such footnote',
      near.length
        ? `“${footnote}” fits more than one footnote. Choose one, or give a number from 1 to ${length}.`
        : `“${footnote}” is no footnote of this assessment. They run from 1 to ${length}; an author or a word of a title finds one too.`,
      near.map((f) => ({ label: nameOf(f, edition), call: call(f) })),
    );
  },
} satisfies Command;

function describe(footnote: Footnote, edition: Edition): Answer {
  const { assessment } = edition;
  const works = edition.works(footnote.number);
  const citedBy = assessment.indicators.filter(
    (i) =>
      i.statements.some((s) => s.footnotes.includes(footnote.number)) ||
      assessment.votes.some((v) => v.footnote === footnote.number && v.indicator === i.number),
  );
  const sections: Section[] = [
    {
      blocks: [
        ...(footnote.statements ?? []).map((s) => ({
          style: 'item' as const,
          text: [s.text],
          sourceOf: footnote.number,
        })),
        ...works.map((work) => ({
          style: 'item' as const,
          text: [
            ...citeInFull(work),
            ...(work.shortFor ? [` (given in full in footnote ${work.shortFor})`] : []),
          ],
          sourceOf: footnote.number,
        })),
        ...(works.length
          ? []
          : [{ style: 'small' as const, text: ['A remark of the report: this footnote cites no work.'] }]),
      ],
    },
  ];
  return {
    found: true,
    assessment: assessment.id,
    title: `Footnote ${footnote.number}`,
    subtitle: citedBy.length ? [`Under ${list(citedBy.map(indicatorTitle))}`] : [],
    sections,
    ...(citedBy[0] ? { indicator: citedBy[0].number } : {}),
    again: call(footnote),
    evidence: [
      { kind: 'footnote', id: String(footnote.number) },
      ...citedBy.map((i) => ({ kind: 'indicator' as const, id: String(i.number) })),
    ],
    actions: [
      ...works
        .filter((w) => w.URL)
        .slice(0, 5)
        .map((w): Action => ({ do: 'link', label: w['container-title'] ?? w.title, url: w.URL as string })),
      ...[-1, 1].flatMap((step): Action[] => {
        const next = edition.footnote(footnote.number + step);
        const label = next && (step < 0 ? `‹ Footnote ${next.number}` : `Footnote ${next.number} ›`);
        return next && label ? [{ do: 'turn', label, call: call(next) }] : [];
      }),
    ],
  };
}

const call = (f: Footnote) => ({ command: 'cite', options: { footnote: String(f.number) } });

/** "24 · Reporters Without Borders, 2023: China". */
function nameOf(footnote: Footnote, edition: Edition): string {
  const works = edition.works(footnote.number);
  const names = works.map((w) => [authorsOf(w), `${yearOf(w)}: ${w.title}`].filter(Boolean).join(', '));
  return `${footnote.number} · ${names.join('; ') || footnote.statements?.[0]?.text || ''}`;
}

function footnoteChoices(typed: string, edition: Edition): Choice[] {
  return edition.suggest('footnote', typed).flatMap(({ id }) => {
    const found = edition.footnote(Number(id));
    return found ? [{ name: nameOf(found, edition), value: id }] : [];
  });
}
