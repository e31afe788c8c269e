/** Questions on ratings, trends and the assessment as a whole. */
import { describe, expect, test } from 'vitest';
import type { Indicator, Rating, Trend } from '../../src/assessment/schema.js';
import { raw } from '../library.js';
import { indicatorsIn, statementsIn, told } from './told.js';

const WORDS: Record<Rating | Trend, string> = {
  'very-weak': 'Very Weak',
  weak: 'Weak',
  fair: 'Fair',
  strong: 'Strong',
  'very-strong': 'Very Strong',
  unchanged: 'Unchanged',
  decrease: 'Decrease',
  increase: 'Increase',
};
const numbers = (fits: (indicator: Indicator) => boolean) =>
  raw.indicators.filter(fits).map(({ number }) => number);
const sorted = (all: readonly number[]) => [...all].sort((a, b) => a - b);

function expectRated(question: string, number: number) {
  const answer = told(question);
  const indicator = raw.indicators.find((i) => i.number === number);
  if (!indicator) throw new Error(`no indicator ${number}`);
  expect(answer.found).toBe(true);
  expect(answer.evidence[0]).toBe(`indicator:${number}`);
  expect(answer.title).toContain(`${number} · ${indicator.label}`);
  const [, subtitle] = answer.text.split('\n');
  expect(subtitle).toContain(WORDS[indicator.rating]);
  expect(subtitle).toContain(WORDS[indicator.trend]);
}

describe('a rating', () => {
  test.each([
    ['What is China’s rating on civil society?', 19],
    ['How is press freedom rated?', 19],
    ['what rating did peacekeeping get', 33],
    ['grade for access to justice', 13],
    ['indicator 15 rating', 15],
    ['How well does China do on refugee protection?', 17],
    ['how is the Universal Periodic Review rated', 11],
    ['Kigali Principles rating', 35],
    ['how is academic freedom rated?', 21],
  ])('asked for as in “%s” is that of the indicator, named, with its trend', expectRated);

  test.each(raw.indicators.map(({ number, label }) => [number, label] as const))(
    'is found by the number of its indicator, %i, and by its name',
    (number, label) => {
      expectRated(`What is the rating of indicator ${number}?`, number);
      expectRated(`How is “${label}” rated?`, number);
    },
  );

  test('says who judged, and of which year that is', () => {
    const [page] = told('How is press freedom rated?').pages;
    const below = page?.seen.sources.at(-1)?.text;
    expect(below).toContain(raw.publisher);
    expect(below).toContain('2023');
  });
});

describe('a trend', () => {
  test.each([
    ['Did discrimination get worse?', 10],
    ['what is the trend for the security sector?', 20],
    ['Has education improved since 2022?', 21],
    ['is peacekeeping going up or down', 33],
  ])('asked for as in “%s” is that of the indicator', expectRated);
});

describe('ratings counted and listed', () => {
  test.each<[string, (indicator: Indicator) => boolean, string]>([
    ['how many indicators are very weak?', (i) => i.rating === 'very-weak', '16 of 36'],
    ['list everything rated Very Weak', (i) => i.rating === 'very-weak', '16 of 36'],
    ['how many are strong', (i) => i.rating === 'strong', '2 of 36'],
    ['list the strong indicators', (i) => i.rating === 'strong', '2 of 36'],
    ['which indicators are rated fair?', (i) => i.rating === 'fair', '6 of 36'],
    ['how many weak, not very weak', (i) => i.rating === 'weak', '12 of 36'],
    ['which indicators got worse?', (i) => i.trend === 'decrease', '2 of 36'],
    ['how many declined?', (i) => i.trend === 'decrease', '2 of 36'],
    ['how many indicators are unchanged?', (i) => i.trend === 'unchanged', '34 of 36'],
    ['which indicators have no update?', (i) => i.update === 'none', '10 of 36'],
    ['list the indicators without an update', (i) => i.update === 'none', '10 of 36'],
    ['which are rated weak or very weak?', (i) => /weak$/.test(i.rating), '28 of 36'],
    ['which areas got worse?', (i) => i.trend === 'decrease', '2 of 36'],
    [
      'which very weak indicators got worse',
      (i) => i.rating === 'very-weak' && i.trend === 'decrease',
      '1 of 36',
    ],
    ['weak indicators that decreased', (i) => i.rating === 'weak' && i.trend === 'decrease', '1 of 36'],
  ])('as in “%s” are those that fit, all of them, counted', (question, fits, counted) => {
    const answer = told(question);
    expect(answer.found).toBe(true);
    expect(sorted(indicatorsIn(answer))).toEqual(numbers(fits));
    expect(answer.text).toContain(counted);
    for (const number of numbers(fits)) {
      expect(answer.text).toContain(`${number} · ${raw.indicators[number - 1]?.label}`);
    }
  });

  test.each(['which indicators improved?', 'what got better?', 'did anything improve since 2022?'])(
    'are said to be none where none fits: %s',
    (question) => {
      const answer = told(question);
      expect(answer.found).toBe(true);
      expect(indicatorsIn(answer)).toEqual([]);
      expect(answer.text).toContain('0 of 36');
    },
  );

  test.each([
    ['How are the policy mechanisms rated?', 'policy-mechanisms'],
    ['which indicators are in the United Nations block?', 'united-nations'],
    ['list the indicators of the domestic section', 'domestic-implementation'],
  ])('are those of one area where it is named: %s', (question, area) => {
    expect(sorted(indicatorsIn(told(question)))).toEqual(numbers((i) => i.area === area));
  });
});

describe('a rating or trend that a question takes for granted', () => {
  test.each([
    [
      'China is rated Fair on civil society, right?',
      'The report has “Very Weak” and “Unchanged” here, not “Fair”.',
    ],
    [
      'did the civil society rating get worse?',
      'The report has “Very Weak” and “Unchanged” here, not “Decrease”.',
    ],
  ])('is corrected where it is not so: %s', (question, note) => {
    expect(told(question).text).toContain(note);
  });

  test('is not explained where it is not so', () => {
    const answer = told('why is the Kigali rating strong?');
    expect(answer.found).toBe(false);
    expect(answer.title).toBe('Not so, says the report');
  });

  test.each([
    'is civil society rated Very Weak?',
    'how is civil society rated?',
    'is it weak or very weak on civil society?',
  ])('is left alone where it is so, or open: %s', (question) => {
    expect(told(question).text).not.toContain('Note:');
  });
});

describe('a comparison', () => {
  test.each([
    ['is civil society rated lower than education?', 19, 21],
    ['Kigali Principles or peacekeeping, which is rated higher?', 35, 33],
    ['compare civil society and peacekeeping', 19, 33],
    ['civil society vs education', 19, 21],
  ])('as in “%s” shows both ratings and which is lower', (question, lower, higher) => {
    const answer = told(question);
    expect(answer.found).toBe(true);
    expect(sorted(indicatorsIn(answer))).toEqual(sorted([lower, higher]));
    const label = (number: number) => raw.indicators[number - 1]?.label ?? '';
    const said = answer.text.split('\n').find((line) => line.startsWith('Rated lower')) ?? '';
    const [low = '', high = ''] = said.split('rated higher');
    expect(low).toContain(label(lower));
    expect(high).toContain(label(higher));
  });

  test('of what is rated alike says so', () => {
    const answer = told('is the veto rated lower than the Kigali Principles?');
    expect(sorted(indicatorsIn(answer))).toEqual([35, 36]);
    expect(answer.text).toContain('Rated alike');
  });

  test.each(['most common rating', 'which rating was given most often?'])(
    'of the ratings among themselves counts them: %s',
    (question) => {
      const { text, found } = told(question);
      expect(found).toBe(true);
      expect(text).toContain('16 of 36');
      expect(text).toMatch(/Weak — 12\nFair — 6\nStrong — 2/);
    },
  );
});

describe('the assessment itself', () => {
  test.each([
    'what are the areas of the assessment?',
    'how many indicators are there?',
    'who made this assessment?',
    'how many footnotes are there',
    'which think tank published this?',
    'who is the author?',
    'who assessed China?',
    'when was the report published?',
    'cite the report',
    'summarise the report',
    'China',
    'how many sources does the report cite?',
  ])('is described to who asks “%s”', (question) => {
    const { text, found } = told(question);
    expect(found).toBe(true);
    expect(text).toContain('36 indicators in 6 areas, 48 footnotes, 6 treaties');
    expect(text).toContain(raw.publisher);
    for (const { name } of raw.areas) expect(text).toContain(name);
  });

  test('has an index that moved, and no score', () => {
    const moved = told('how did the index change?');
    expect(moved.found).toBe(true);
    expect(statementsIn(moved)).toEqual([raw.overview.at(-1)?.text]);
    for (const asked of ['what is the index score?', 'what is China’s overall score?', 'overall grade?'])
      expect(told(asked).found).toBe(false);
    expect(statementsIn(told('how far did the index fall?'))).toEqual([raw.overview.at(-1)?.text]);
  });
});

describe('an area', () => {
  const { areas, indicators } = raw;
  const inArea = (area: string | undefined, rating?: Rating) =>
    indicators.flatMap((i) => (i.area === area && (!rating || i.rating === rating) ? i.number : []));

  test.each([
    ['which of the basic compliance indicators is rated best', areas[0]?.id, 'fair'],
    ['worst in the UN area', areas[5]?.id, 'very-weak'],
    ['Which indicators of the last chapter have got Very Weak?', areas[5]?.id, 'very-weak'],
    ['which indicators in the second area are very weak', areas[1]?.id, 'very-weak'],
  ] as const)('has its own best and worst: %s', (question, area, rating) => {
    expect(sorted(indicatorsIn(told(question)))).toEqual(inArea(area, rating));
  });

  test('is not said to be without what others have', () => {
    const { text } = told('is anything rated strong in domestic implementation');
    expect(text).toContain('in the area “Domestic Implementation”');
    expect(text).toContain(`0 of ${inArea('domestic-implementation').length} indicators`);
  });

  test('did not change because others did', () => {
    expect(indicatorsIn(told('did anything change in the UN area'))).toEqual([]);
  });

  test.each(['rank the areas', 'which area does worst', 'compare the areas'])(
    'is set beside the others: %s',
    (question) => {
      expect(told(question).title).toBe('Areas by their ratings');
    },
  );
});

describe('the whole table', () => {
  test.each(['list all indicators', 'list all 36 indicators', 'show all ratings', 'what are the ratings'])(
    'is listed: %s',
    (question) => {
      expect(indicatorsIn(told(question))).toEqual(numbers(() => true));
    },
  );

  test.each(['average rating', 'most common rating', 'are there more weak than fair'])(
    'is counted: %s',
    (question) => {
      const { text } = told(question);
      for (const rating of ['very-weak', 'weak', 'fair', 'strong'] as const)
        expect(text).toContain(`${WORDS[rating]} — ${numbers((i) => i.rating === rating).length}`);
    },
  );

  test.each([
    'gimme all the plain Weak ones (not very weak)',
    'how many indicators have only Weak, so without the very weak ones?',
  ])('is read without what is not meant: %s', (question) => {
    expect(sorted(indicatorsIn(told(question)))).toEqual(numbers((i) => i.rating === 'weak'));
  });
});

describe('the assessed country as a whole', () => {
  test.each([
    'how is china rated',
    "what's China's rating?",
    'rate china',
    'how is China doing',
    'how good is china doing',
    'ratings',
    'least common rating',
  ])('has no rating of its own, but these: %s', (question) => {
    const { found, text } = told(question);
    expect(found).toBe(true);
    expect(text).toContain('gives no single rating');
    expect(text).toContain('Very Weak — 16');
  });

  test.each(['how does china compare to 2022', 'what changed since last year', 'what changed'])(
    'beside the edition before is what changed: %s',
    (question) => {
      const { text, evidence } = told(question);
      expect(evidence).toEqual(expect.arrayContaining(['indicator:10', 'indicator:20']));
      expect(text).toContain('one point lower than in 2022');
      expect(text).toContain('Increase: none');
    },
  );

  test.each<[string, Rating]>([
    ['what is china good at', 'strong'],
    ['where is china worst', 'very-weak'],
    ['share of indicators that are weak', 'weak'],
  ])('is best and worst at what is rated so: %s', (question, rating) => {
    expect(sorted(indicatorsIn(told(question)))).toEqual(numbers((i) => i.rating === rating));
  });

  test('in one of its areas', () => {
    const fair = numbers((i) => i.rating === 'fair' && i.area === 'bilateral-and-multilateral-relations');
    expect(fair.length).toBeGreaterThan(0);
    expect(sorted(indicatorsIn(told('fair indicators in bilateral relations')))).toEqual(fair);
  });
});

describe('indicators by their numbers', () => {
  test.each([
    ['is indicator 35 worse than 36', [35, 36]],
    ['compare 13 vs 20 vs 21', [13, 20, 21]],
    ['indicators 5 and 9', [5, 9]],
    ['did indicator 10 get worse', [10]],
  ])('are those and no others: %s', (question, wanted) => {
    expect(indicatorsIn(told(question))).toEqual(wanted);
  });
});
