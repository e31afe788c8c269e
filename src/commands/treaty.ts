import type { Answer, Block, Section } from '../answer.js';
import type { Treaty } from '../assessment/schema.js';
import { count, TREATY_STATUS_WORDS } from '../assessment/words.js';
import { keptByKey } from '../index/kept.js';
import type { Edition } from '../library.js';
import { instead, slip } from './absent.js';
import type { Command, Context } from './command.js';
import { resolveNamed } from './named.js';
import { citeAction, sourcesAction, toIndicator, toTreaty } from './onward.js';
import {
  checkSections,
  contextOf,
  indicatorItem,
  sources,
  statementBlock,
  treatyItem,
  treatyTitle,
} from './pieces.js';

export const treaty = {
  name: 'treaty',
  description: 'Status of a treaty, what hangs on it, and its sources; without a name, all of them',
  options: [
    {
      name: 'name',
      description: 'Name or abbreviation: ICCPR, Rome Statute, Arms Trade Treaty',
      maxLength: 200,
      autocomplete: (typed, edition) =>
        edition.suggest('treaty', typed).flatMap(({ id }) => {
          const found = edition.treaty(id);
          return found
            ? [{ name: `${treatyTitle(found)}: ${TREATY_STATUS_WORDS[found.status]}`, value: id }]
            : [];
        }),
    },
  ],
  run({ name }: { name?: string }, { edition }: Context): Answer {
    if (!name) return all(edition);
    const found = resolveNamed(edition, 'treaty', name);
    if ('id' in found) return one(found.id, edition);
    const { treaties, year, country } = edition.assessment;
    const near = found.nearest.flatMap((id) => edition.treaty(id) ?? []);
    const ways = (near.length ? near : treaties).map((t) => ({
      label: t.abbreviation ?? t.name,
      call: { command: 'treaty', options: { name: t.id } },
    }));
    if (near.length)
      return slip(edition, 'Which treaty?', `“${name}” fits more than one treaty. Choose one.`, ways);
    const which = treaties.length ? ` Choose one of the treaties that it does speak of.` : '';
    return instead(
      edition,
      'Not in this assessment',
      `The ${year} assessment of ${country.name} says nothing about a treaty called “${name}”.${which}`,
      ways,
    );
  },
} satisfies Command;

const one = keptByKey((id: string, edition: Edition): Answer => {
  const answer = treatyAnswer(edition.treaty(id) as Treaty, edition);
  return { ...answer, byKey: { name: id } };
});

/** One treaty: its status, what the report says of it, and where the record differs. */
export function treatyAnswer(subject: Treaty, edition: Edition): Answer {
  const indicators = subject.indicators.flatMap((number) => edition.indicator(number) ?? []);
  const checks = edition.checks('treaty', subject.id);
  // A check says what the record says, and more.
  const record: Block[] =
    subject.record && checks.length === 0
      ? [
          {
            style: 'plain',
            text: [{ bold: 'UN record: ' }, `${subject.record.text} `, ...sources(subject.record.sources)],
          },
        ]
      : [];
  const scope: Block[] =
    subject.status === 'report-overdue'
      ? [
          {
            style: 'plain',
            text: [
              'The report says only that the report to the treaty body is late; it does not speak of ratification.',
            ],
          },
        ]
      : [];
  return {
    found: true,
    assessment: edition.assessment.id,
    title: treatyTitle(subject),
    subtitle: [{ bold: TREATY_STATUS_WORDS[subject.status] }, ', says the report'],
    context: contextOf(edition, 'Treaties'),
    sections: [
      { blocks: [...subject.statements.map(statementBlock), ...scope, ...record] },
      ...checkSections(checks),
      { heading: { text: 'Indicators that it bears on' }, blocks: indicators.map(indicatorItem) },
    ],
    indicators: subject.indicators,
    again: { command: 'treaty', options: { name: subject.id } },
    evidence: [
      { kind: 'treaty', id: subject.id },
      ...indicators.map((i) => ({ kind: 'indicator' as const, id: String(i.number) })),
    ],
    actions: [
      { do: 'turn', label: 'All treaties', call: { command: 'treaty', options: {} } },
      ...sourcesAction(
        subject.statements.flatMap(({ footnotes }) => footnotes),
        edition,
      ),
      citeAction(indicators[0] ? `indicator ${indicators[0].number}` : 'assessment'),
    ],
    related: indicators.map(toIndicator),
  };
}

function all(edition: Edition): Answer {
  const { treaties, country, id } = edition.assessment;
  if (treaties.length === 0)
    return instead(edition, `${country.name}: treaties`, 'The assessment speaks of no treaties.', []);
  const checks = treaties.flatMap((t) => edition.checks('treaty', t.id));
  const sections: Section[] = [{ blocks: treaties.map(treatyItem) }, ...checkSections(checks)];
  return {
    found: true,
    assessment: id,
    title: `${country.name}: treaties`,
    subtitle: [`${count(treaties.length, 'treaty', 'treaties')} in the report`],
    sections,
    evidence: treaties.map((t) => ({ kind: 'treaty', id: t.id })),
    actions: [],
    related: treaties.map(toTreaty),
    relatedAs: 'Open a treaty…',
  };
}
