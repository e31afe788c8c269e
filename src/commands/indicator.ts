import type { Action, Answer, Section } from '../answer.js';
import type { Indicator } from '../assessment/schema.js';
import { RATING_WORDS } from '../assessment/words.js';
import { keptByKey } from '../index/kept.js';
import type { Edition } from '../library.js';
import { slip } from './absent.js';
import type { Choice, Command, Context } from './command.js';
import { resolveNamed } from './named.js';
import { checksUnder, citeAction, footnotesOf, relatedToIndicator, sourcesAction } from './onward.js';
import { checkSections, contextOf, ratingInline, statementBlock, tallyBlock, treatyItem } from './pieces.js';
import { indicatorTitle } from './words.js';

export const indicator = {
  name: 'indicator',
  description: 'Rating, trend and notes of one indicator, with their footnoted sources',
  options: [
    {
      name: 'name',
      description: 'Number, name or a word for it: 15, education, press freedom',
      required: true,
      maxLength: 200,
      autocomplete: indicatorChoices,
    },
  ],
  run({ name = '' }: { name?: string }, { edition }: Context): Answer {
    const typed = name.replace(/^(?:indicator|no\.?|#)\s*(?=\d)/i, '');
    const found = resolveNamed(edition, 'indicator', typed);
    if ('nearest' in found) {
      const { length } = edition.assessment.indicators;
      const near = found.nearest.flatMap((id) => edition.indicator(Number(id)) ?? []);
      return slip(
        edition,
        near.length ? 'Which indicator?' : 'No such indicator',
        `“${name}” names no indicator of this assessment for certain. Its indicators run from 1 to ${length}; /ratings shows them all.`,
        near.map((i) => ({ label: indicatorTitle(i), call: call(i) })),
      );
    }
    return describe(Number(found.id), edition);
  },
} satisfies Command;

const describe = keptByKey((number: number, edition: Edition): Answer => {
  const { assessment } = edition;
  const subject = edition.indicator(number) as Indicator;
  const votes = assessment.votes.filter((v) => v.indicator === subject.number);
  // The lists are long, and a button away: here stands how they come out.
  const marks = [...new Set(votes.map((v) => v.footnote))];
  const treaties = assessment.treaties.filter((t) => t.indicators.includes(subject.number));
  const sections: Section[] = [
    { blocks: subject.statements.map(statementBlock) },
    ...(votes.length
      ? [{ heading: { text: 'Votes' }, blocks: [{ ...tallyBlock(votes), footnotes: marks }] }]
      : []),
    ...(treaties.length ? [{ heading: { text: 'Treaties' }, blocks: treaties.map(treatyItem) }] : []),
    ...checkSections(checksUnder(subject, edition)),
  ];
  return {
    found: true,
    assessment: assessment.id,
    title: indicatorTitle(subject),
    subtitle: ratingInline(subject, edition),
    context: contextOf(edition, edition.area(subject.area).name),
    rating: subject.rating,
    sections,
    indicators: [subject.number],
    byKey: call(subject).options,
    evidence: [
      { kind: 'indicator', id: String(subject.number) },
      ...treaties.map((t) => ({ kind: 'treaty' as const, id: t.id })),
    ],
    actions: [
      ...neighbours(subject, edition),
      ...(votes.length
        ? [{ do: 'open', label: 'All votes', call: { command: 'votes', options: {} } } satisfies Action]
        : []),
      ...sourcesAction(footnotesOf(subject, edition), edition),
      citeAction(`indicator ${subject.number}`),
    ],
    related: relatedToIndicator(subject, edition),
  };
});

function neighbours(subject: Indicator, edition: Edition): Action[] {
  return [
    { step: -1, arrow: '‹' },
    { step: 1, arrow: '›' },
  ].flatMap(({ step, arrow }): Action[] => {
    const neighbour = edition.indicator(subject.number + step);
    if (!neighbour) return [];
    const label =
      step < 0 ? `${arrow} Indicator ${neighbour.number}` : `Indicator ${neighbour.number} ${arrow}`;
    return [{ do: 'turn', label, call: call(neighbour) }];
  });
}

const call = (to: Indicator) => ({ command: 'indicator', options: { name: String(to.number) } });

/** Indicators as choices: "15 · Countering … (Weak)". */
function indicatorChoices(typed: string, edition: Edition): Choice[] {
  return edition.suggest('indicator', typed).flatMap(({ id }) => {
    const found = edition.indicator(Number(id));
    return found ? [{ name: `${indicatorTitle(found)} (${RATING_WORDS[found.rating]})`, value: id }] : [];
  });
}
