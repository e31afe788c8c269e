import { crossCheck } from '../../src/assessment/loading/cross-checks.js';
import { placeOf } from '../../src/assessment/loading/places.js';
import type { Assessment } from '../../src/assessment/schema.js';

/**
 * A small, well-formed assessment of an invented country, changed in the places given.
 * @param changes by dotted path, `{ 'indicators.1.rating': 'week' }`; undefined removes the key, and a position one past
 *   the end of a list appends. The result need not be well-formed any more: that is what it is for.
 */
export function ruritania(changes: Readonly<Record<string, unknown>> = {}): Assessment {
  const assessment = wellFormed();
  for (const [path, value] of Object.entries(changes)) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    let parent = assessment as unknown as Record<string, unknown>;
    for (const step of steps) {
      if (typeof parent[step] !== 'object') throw new Error(`the fixture has nothing at ${path}`);
      parent = parent[step] as Record<string, unknown>;
    }
    if (value === undefined) delete parent[last];
    else parent[last] = value;
  }
  return assessment;
}

/** What a person reads of the problems across its records after these changes: `place: message`, one each. */
export function problemsWith(changes: Readonly<Record<string, unknown>>): string[] {
  const it = ruritania(changes);
  return crossCheck(it).map(({ path, message }) => `${placeOf(it, path)}: ${message}`);
}

function wellFormed(): Assessment {
  return {
    id: 'rur-2021',
    country: { name: 'Ruritania', iso3: 'RUR' },
    year: 2021,
    title: 'Ruritania: An Assessment',
    publisher: 'Institute of Strelsau',
    url: 'https://example.org/ruritania-2021.pdf',
    comparedWith: 2020,
    indexChange: -1.5,
    wording: 'own-words',
    overview: [{ text: 'The castle is better kept than the law.', footnotes: [1] }],
    areas: [
      { id: 'protection', name: 'Protection' },
      { id: 'diplomacy', name: 'Diplomacy' },
    ],
    indicators: [
      {
        number: 1,
        id: 'castle',
        area: 'protection',
        name: 'Keep the castle open to those who flee.',
        label: 'Open castle',
        aliases: ['asylum'],
        rating: 'weak',
        trend: 'decrease',
        update: 'some',
        statements: [{ text: 'The drawbridge was up on most days of the year.', footnotes: [1, 2] }],
      },
      {
        number: 2,
        id: 'courts',
        area: 'protection',
        name: 'Let the courts of Zenda decide freely.',
        label: 'Free courts',
        aliases: [],
        rating: 'fair',
        trend: 'unchanged',
        update: 'none',
        statements: [{ text: 'Nothing new is known of the courts.', footnotes: [] }],
      },
      {
        number: 3,
        id: 'neighbours',
        area: 'diplomacy',
        name: 'Speak for others in the councils of the world.',
        label: 'Speaking up',
        aliases: ['votes'],
        rating: 'strong',
        trend: 'increase',
        update: 'some',
        statements: [{ text: 'Its envoy spoke in every debate.', footnotes: [3] }],
      },
    ],
    footnotes: [
      {
        number: 1,
        sources: [
          {
            type: 'report',
            title: 'The Drawbridge Register',
            author: [{ literal: 'Office of the Castle' }],
            issued: { 'date-parts': [[2021]] },
            URL: 'https://example.org/drawbridge',
          },
          {
            type: 'book',
            title: 'A History of Zenda',
            author: [{ family: 'Tarlenheim', given: 'Fritz' }],
            issued: { 'date-parts': [[1894, 4]] },
            publisher: 'Hentzau & Sons',
          },
        ],
      },
      {
        number: 2,
        sources: [
          {
            type: 'report',
            title: 'The Drawbridge Register',
            section: 'Winter',
            sameAs: { footnote: 1, source: 0 },
          },
        ],
      },
      {
        number: 3,
        statements: [{ text: 'The envoy was ill in March.', footnotes: [] }],
        sources: [],
      },
      {
        number: 4,
        sources: [{ type: 'webpage', title: 'How States Voted', URL: 'https://example.org/votes' }],
      },
    ],
    votes: [
      {
        resolution: 'S/RES/2605',
        body: 'security-council',
        year: 2021,
        title: null,
        position: 'abstained',
        wording: 'abstained',
        indicator: 3,
        footnote: 4,
        record: {
          adopted: '2021-11-12',
          tally: { yes: 13, no: 0, abstained: 2 },
          position: 'abstained',
          source: { title: 'Minutes', url: 'https://example.org/minutes' },
        },
      },
      {
        resolution: 'A/RES/76/177',
        body: 'general-assembly',
        year: 2021,
        title: 'Situation of drawbridges',
        position: 'without-vote',
        wording: 'adopted without vote',
        indicator: 3,
        footnote: 4,
        record: { adopted: null, tally: null, position: null, source: { title: 'Minutes' } },
      },
      {
        resolution: 'A/HRC/RES/48/15',
        body: 'human-rights-council',
        year: 2021,
        title: 'Situation of moats',
        position: 'no',
        wording: 'against',
        indicator: 3,
        footnote: 4,
      },
    ],
    treaties: [
      {
        id: 'rome-statute',
        name: 'Rome Statute',
        status: 'not-ratified',
        statements: [{ text: 'Ruritania has not ratified it.', footnotes: [] }],
        indicators: [2],
      },
    ],
    checks: [
      {
        about: { kind: 'treaty', id: 'rome-statute' },
        report: 'Not ratified.',
        record: 'Signed, not ratified.',
        sources: [{ title: 'Register of treaties' }],
      },
    ],
  };
}
