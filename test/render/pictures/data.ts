/** The assessment as it is, and others that are made from it. */
import fc from 'fast-check';
import {
  type Assessment,
  BODIES,
  type Indicator,
  POSITIONS,
  RATINGS,
  TRENDS,
  type Vote,
} from '../../../src/assessment/schema.js';
import { raw } from '../../library.js';

export const china = raw;

/** The assessment with other values in some of its fields. */
export const withChanges = (changes: Partial<Assessment>): Assessment => ({ ...raw, ...changes });

const sampleIndicator = raw.indicators[0] as Indicator;
const sampleVote = raw.votes[0] as Vote;

const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).filter((text) => text.trim() !== ''),
  fc.lorem({ maxCount: 12 }).map((text) => text.slice(0, 80)),
  fc.constantFrom('W'.repeat(80), 'i', 'Việt Nam', 'Türkiye', 'Donaudampfschifffahrtsgesellschaftskapitän'),
);

/** Assessments of any country, with any areas, indicators and votes. */
export const anyAssessment: fc.Arbitrary<Assessment> = fc
  .record({
    name: words,
    title: words,
    publisher: words,
    year: fc.integer({ min: 1946, max: 2100 }),
    indexChange: fc.option(fc.constantFrom(-1, 0, 1, 2.5, -13)),
    areas: fc.array(words, { minLength: 1, maxLength: 8 }),
    indicators: fc.array(
      fc.record({
        label: words,
        rating: fc.constantFrom(...RATINGS),
        trend: fc.constantFrom(...TRENDS),
        area: fc.nat(),
      }),
      { minLength: 1, maxLength: 60 },
    ),
    votes: fc.array(
      fc.record({
        symbol: fc.constantFrom('S/RES/9', 'A/RES/77/230', 'A/HRC/RES/S-31/12', 'A/RES/3379(S-XXXVIII)'),
        body: fc.constantFrom(...BODIES),
        year: fc.integer({ min: 2020, max: 2024 }),
        position: fc.constantFrom(...POSITIONS),
        recorded: fc.option(fc.constantFrom(...POSITIONS)),
      }),
      { maxLength: 40 },
    ),
  })
  .map(({ name, title, publisher, year, indexChange, areas, indicators, votes }) =>
    withChanges({
      id: 'any-1',
      country: { name, iso3: 'ANY' },
      title,
      publisher,
      year,
      comparedWith: year - 1,
      indexChange,
      areas: areas.map((area, at) => ({ id: `area-${at}`, name: area })),
      indicators: indicators.map(({ label, rating, trend, area }, at) => ({
        ...sampleIndicator,
        number: at + 1,
        id: `indicator-${at + 1}`,
        area: `area-${area % areas.length}`,
        label,
        rating,
        trend,
      })),
      votes: votes.map(({ symbol, body, year: of, position, recorded }) => ({
        ...sampleVote,
        resolution: symbol,
        body,
        year: of,
        position,
        record: { tally: null, position: recorded, source: { title: 'A record' } },
      })),
    }),
  );
