import { describe, expect, test } from 'vitest';
import { crossCheck } from '../../src/assessment/loading/cross-checks.js';
import { problemsWith, ruritania } from './fixture.js';

const shortForm = (footnote: number, source: number) => ({
  type: 'report',
  title: 'Register',
  sameAs: { footnote, source },
});

test('a well-formed assessment has no problems', () => {
  expect(crossCheck(ruritania())).toEqual([]);
});

describe('numbers run from 1 in order, each once', () => {
  test.each([
    [
      'a gap, told once',
      { 'indicators.1.number': 3, 'indicators.2.number': 4, 'treaties.0.indicators.0': 3 },
      'indicators[1] (3, "Free courts") number: number 3 comes after 1; expected 2: they run from 1 in order, without gaps',
    ],
    [
      'a duplicate',
      { 'indicators.2.number': 1, 'votes.0.indicator': 1, 'votes.1.indicator': 1, 'votes.2.indicator': 1 },
      'indicators[2] (1, "Speaking up") number: number 1 stands twice, first at indicators[0]; expected each once',
    ],
    [
      'a start other than 1',
      {
        'indicators.0.number': 2,
        'indicators.1.number': 3,
        'indicators.2.number': 4,
        'treaties.0.indicators.0': 3,
      },
      'indicators[0] (2, "Open castle") number: number 2 comes first; expected 1: they run from 1 in order, without gaps',
    ],
    [
      'a gap among the footnotes',
      {
        'footnotes.3.number': 5,
        'votes.0.footnote': 5,
        'votes.1.footnote': 5,
        'votes.2.footnote': 5,
      },
      'footnotes[3] (5) number: number 5 comes after 3; expected 4: they run from 1 in order, without gaps',
    ],
    [
      'a duplicate among the footnotes',
      { 'footnotes.2.number': 2, 'indicators.2.statements.0.footnotes.0': 2, 'footnotes.3.number': 3 },
      'footnotes[2] (2) number: number 2 stands twice, first at footnotes[1]; expected each once',
    ],
  ])('%s', (_, changes, problem) => {
    expect(problemsWith(changes)).toContain(problem);
    expect(problemsWith(changes).filter((line) => line.includes(' number: '))).toHaveLength(1);
  });

  test('an order that is not theirs', () => {
    const changes = { 'indicators.1.number': 3, 'indicators.2.number': 2 };
    expect(problemsWith(changes)[0]).toContain('number 3 comes after 1; expected 2');
  });
});

describe('ids and labels are unique', () => {
  test.each([
    [
      { 'indicators.1.id': 'castle' },
      'indicators[1] (2, "Free courts") id: id "castle" stands twice, first at indicators[0]; expected each once',
    ],
    [
      { 'indicators.1.label': 'OPEN castle' },
      'indicators[1] (2, "OPEN castle") label: label "OPEN castle" stands twice, first at indicators[0]; expected each once',
    ],
    [
      { 'areas.2': { id: 'protection', name: 'Protection again' } },
      'areas[2] ("Protection again") id: id "protection" stands twice, first at areas[0]; expected each once',
    ],
    [
      { 'treaties.1': { ...ruritania().treaties[0], name: 'Another' } },
      'treaties[1] ("Another") id: id "rome-statute" stands twice, first at treaties[0]; expected each once',
    ],
    [
      { 'votes.3': ruritania().votes[2] },
      'votes[3] (A/HRC/RES/48/15) resolution: resolution "A/HRC/RES/48/15" stands twice, first at votes[2]; expected each once',
    ],
  ])('%o', (changes, problem) => {
    expect(problemsWith(changes)).toEqual([problem]);
  });
});

describe('areas and indicators belong together', () => {
  test('an indicator of no area', () => {
    expect(problemsWith({ 'indicators.1.area': 'protecton' })).toEqual([
      'indicators[1] (2, "Free courts") area: area "protecton" is not among the areas; expected one of protection, diplomacy',
    ]);
  });

  test('an area without an indicator', () => {
    expect(problemsWith({ 'areas.2': { id: 'defence', name: 'Defence' } })).toEqual([
      'areas[2] ("Defence"): no indicator has the area "defence"; expected at least one, or no such area',
    ]);
  });
});

describe('every mark has its footnote, and every footnote its mark', () => {
  test.each([
    ['overview.0', 'overview[0].footnotes[0]'],
    ['indicators.2.statements.0', 'indicators[2] (3, "Speaking up") statements[0].footnotes[0]'],
    ['treaties.0.statements.0', 'treaties[0] ("Rome Statute") statements[0].footnotes[0]'],
    ['footnotes.2.statements.0', 'footnotes[2] (3) statements[0].footnotes[0]'],
  ])('a mark without a footnote on %s', (statement, place) => {
    expect(problemsWith({ [`${statement}.footnotes.0`]: 99 })).toContain(
      `${place}: mark 99 has no footnote; expected the number of one of the 4 in the file`,
    );
  });

  test('a footnote that is missing: each of its marks is named', () => {
    const four = ruritania().footnotes.slice(0, 3);
    expect(problemsWith({ footnotes: four })).toEqual(
      ['votes[0] (S/RES/2605)', 'votes[1] (A/RES/76/177)', 'votes[2] (A/HRC/RES/48/15)'].map(
        (vote) => `${vote} footnote: mark 4 has no footnote; expected the number of one of the 3 in the file`,
      ),
    );
  });

  const orphan =
    'footnotes[2] (3): footnote 3 is cited nowhere; expected its mark on a statement of the overview, an indicator or a treaty, or on a vote';

  test('a footnote that nothing cites', () => {
    expect(problemsWith({ 'indicators.2.statements.0.footnotes': [] })).toEqual([orphan]);
  });

  test('a footnote that only a remark cites, its own or another', () => {
    expect(
      problemsWith({
        'indicators.2.statements.0.footnotes': [],
        'footnotes.2.statements.0.footnotes': [3],
      }),
    ).toEqual([orphan]);
  });

  test('a mark that stands twice on one statement', () => {
    expect(problemsWith({ 'indicators.0.statements.0.footnotes': [1, 2, 1] })).toEqual([
      'indicators[0] (1, "Open castle") statements[0].footnotes[2]: mark 1 stands twice on one statement; expected each mark once',
    ]);
  });

  test('one footnote may stand on several statements', () => {
    expect(problemsWith({ 'treaties.0.statements.0.footnotes': [1] })).toEqual([]);
  });
});

describe('a footnote says something', () => {
  test('neither remark nor source', () => {
    expect(problemsWith({ 'footnotes.2.statements': undefined })).toEqual([
      'footnotes[2] (3): footnote 3 is empty; expected a remark (in statements) or a source',
    ]);
  });

  test('a source that leads nowhere', () => {
    expect(problemsWith({ 'footnotes.0.sources.1.publisher': undefined })).toEqual([
      'footnotes[0] (1) sources[1]: source "A History of Zenda" leads nowhere; expected a URL, or sameAs where it is a short form (a printed work: DOI, publisher or container-title)',
    ]);
  });
});

describe('a short form leads to a full reference', () => {
  const at = 'footnotes[1] (2) sources[0].sameAs';

  test.each([
    [
      'a footnote that does not exist',
      { 'footnotes.1.sources.0': shortForm(9, 0) },
      'sameAs points to footnote 9, which is not in the file',
    ],
    [
      'a source that does not exist',
      { 'footnotes.1.sources.0': shortForm(1, 2) },
      'sameAs points to source 2 of footnote 1, which has 2; expected a position counted from 0',
    ],
    [
      'a source of a footnote that has none',
      { 'footnotes.1.sources.0': shortForm(3, 0) },
      'sameAs points to source 0 of footnote 3, which has none; expected a position counted from 0',
    ],
    [
      'itself',
      { 'footnotes.1.sources.0': shortForm(2, 0) },
      'sameAs points to itself; expected the full reference',
    ],
  ])('and not to %s', (_, changes, message) => {
    expect(problemsWith(changes)).toEqual([`${at}: ${message}`]);
  });

  test('and not to another short form, whose full reference the message names', () => {
    expect(problemsWith({ 'footnotes.3.sources.1': shortForm(2, 0) })).toEqual([
      'footnotes[3] (4) sources[1].sameAs: sameAs points to another short form: source 1 of footnote 4 -> source 0 of footnote 2 -> source 0 of footnote 1; expected the full reference itself',
    ]);
  });

  test('and not in a circle, which each short form in it is told', () => {
    expect(
      problemsWith({ 'footnotes.1.sources.0': shortForm(4, 1), 'footnotes.3.sources.1': shortForm(2, 0) }),
    ).toEqual([
      `${at}: sameAs leads in a circle: source 0 of footnote 2 -> source 1 of footnote 4 -> source 0 of footnote 2; expected a full reference`,
      'footnotes[3] (4) sources[1].sameAs: sameAs leads in a circle: source 1 of footnote 4 -> source 0 of footnote 2 -> source 1 of footnote 4; expected a full reference',
    ]);
  });

  test('and has no URL of its own', () => {
    expect(problemsWith({ 'footnotes.1.sources.0.URL': 'https://example.org/drawbridge' })).toEqual([
      'footnotes[1] (2) sources[0].URL: URL stands beside sameAs; expected sameAs alone on a short form',
    ]);
  });
});

describe('what points to a record finds it', () => {
  test('a treaty its indicators', () => {
    expect(problemsWith({ 'treaties.0.indicators': [2, 4] })).toEqual([
      'treaties[0] ("Rome Statute") indicators[1]: indicator 4 does not exist; expected the number of one of the 3 in the file',
    ]);
  });

  test.each([
    ['vote', 'S/RES/2606'],
    ['treaty', 'arms-trade-treaty'],
    ['indicator', '4'],
  ])('a check its %s', (kind, id) => {
    expect(problemsWith({ 'checks.0.about': { kind, id } })).toEqual([
      `checks[0] (${kind}, ${id}) about: about points to ${kind} "${id}", which does not exist; expected the id of one in the file`,
    ]);
  });

  test.each([
    ['vote', 'S/RES/2605'],
    ['indicator', '3'],
  ])('a check may be about a %s', (kind, id) => {
    expect(problemsWith({ 'checks.0.about': { kind, id } })).toEqual([]);
  });
});

test('an edition is compared with an earlier one', () => {
  expect(problemsWith({ comparedWith: 2021 })).toEqual([
    "comparedWith: comparedWith is 2021; expected a year before this edition's, 2021",
  ]);
});
