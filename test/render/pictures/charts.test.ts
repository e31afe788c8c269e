/** What the pictures show, read from the trees that they are drawn from. */
import { describe, expect, test } from 'vitest';
import { POSITIONS, RATINGS, TRENDS } from '../../../src/assessment/schema.js';
import { POSITION_WORDS, RATING_WORDS, TREND_WORDS } from '../../../src/assessment/words.js';
import { THEMES } from '../../../src/render/pictures/palette.js';
import { scorecard } from '../../../src/render/pictures/scorecard.js';
import { trendsChart } from '../../../src/render/pictures/trends-chart.js';
import { votesChart } from '../../../src/render/pictures/votes-chart.js';
import { capital, RATING_LETTERS } from '../../../src/render/pictures/words.js';
import { china, withChanges } from './data.js';
import { boxes, texts, timesShown } from './tree.js';

const { indicators, votes } = china;
const count = <Item>(items: readonly Item[], is: (item: Item) => boolean) => String(items.filter(is).length);

describe.each(THEMES)('in the %s theme', (theme) => {
  test.each([
    ['scorecard', scorecard],
    ['votes', votesChart],
    ['trends', trendsChart],
  ])('the %s say which country, which edition and whose judgement', (_name, chart) => {
    const said = texts(chart(china, theme));
    expect(said[0]).toMatch(/^China: /);
    expect(said[1]).toBe(china.title);
    expect(said.join(' ')).toContain(`${china.publisher}, 2023 edition. A judgement as of 2023.`);
  });

  describe('the scorecard', () => {
    const tree = scorecard(china, theme);

    test('has each indicator once, with its rating', () => {
      for (const { number, label, rating } of indicators) {
        expect(timesShown(tree, String(number), label), label).toBe(1);
        expect(timesShown(tree, RATING_LETTERS[rating], String(number), label), label).toBe(1);
      }
      expect(texts(tree).filter((text) => indicators.some(({ label }) => label === text))).toHaveLength(36);
    });

    test('has each area once, as a heading of its own', () => {
      for (const { name } of china.areas) expect(timesShown(tree, name)).toBe(1);
    });

    test('counts ratings and trends as the data do', () => {
      for (const rating of RATINGS) {
        const own = count(indicators, (i) => i.rating === rating);
        expect(timesShown(tree, RATING_LETTERS[rating], own, RATING_WORDS[rating])).toBe(1);
      }
      for (const trend of TRENDS)
        expect(
          timesShown(
            tree,
            count(indicators, (i) => i.trend === trend),
            TREND_WORDS[trend],
          ),
        ).toBe(1);
    });

    test('sets the indicators that moved apart, and no others', () => {
      const outlined = boxes(tree).filter(({ props }) => props.style?.boxShadow);
      expect(outlined.map((box) => texts(box)[1])).toEqual(['10', '20']);
    });

    test('parts an area in two columns where it is the only one, and says that it goes on', () => {
      const [, , area] = china.areas;
      if (!area) throw new Error('the assessment has a third area');
      const own = indicators.filter((i) => i.area === area.id);
      const tree = scorecard(withChanges({ areas: [area], indicators: own }), theme);
      expect(timesShown(tree, area.name)).toBe(1);
      expect(timesShown(tree, `${area.name} (continued)`)).toBe(1);
      for (const { number, label } of own) expect(timesShown(tree, String(number), label)).toBe(1);
    });
  });

  describe('the votes', () => {
    const tree = votesChart(china, theme);
    const LETTERS = { yes: 'Y', no: 'N', abstained: 'A', 'without-vote': '–' };

    test('has each vote once, with its position', () => {
      for (const { resolution, position } of votes) {
        const own = resolution.split('/RES/')[1] ?? '';
        expect(timesShown(tree, LETTERS[position], own), resolution).toBe(1);
        expect(texts(tree).filter((text) => text === own)).toHaveLength(1);
      }
    });

    test('counts positions as the data do, in all and by body', () => {
      expect(timesShown(tree, '27', 'in all')).toBe(1);
      for (const position of POSITIONS) {
        const word = capital(POSITION_WORDS[position]);
        expect(
          timesShown(
            tree,
            LETTERS[position],
            count(votes, (v) => v.position === position),
            word,
          ),
        ).toBe(1);
      }
      for (const [all, ...counts] of [
        ['7', '3', '0', '4', '0'],
        ['7', '0', '2', '1', '4'],
        ['13', '0', '8', '0', '5'],
      ])
        expect(timesShown(tree, all ?? '', ...counts)).toBe(1);
    });

    test('keeps what was adopted without a vote out of the votes cast', () => {
      const none = votesChart(
        withChanges({ votes: votes.map((v) => ({ ...v, position: 'without-vote' as const })) }),
        theme,
      );
      for (const position of ['yes', 'no', 'abstained'] as const)
        expect(timesShown(none, LETTERS[position], '0', capital(position))).toBe(1);
      expect(timesShown(none, '–', '27', 'Adopted without a vote')).toBe(1);
      expect(texts(none).join(' ')).toContain('nobody’s yes');
      const isTile = (letter: string) => (box: ReturnType<typeof boxes>[number]) =>
        texts(box).length === 2 && texts(box)[0] === letter && box.props.style?.minHeight;
      const dashed = boxes(tree).filter(isTile('–'));
      expect(dashed).toHaveLength(9);
      for (const { props } of dashed) expect(props.style?.border).toMatch(/dashed/);
      for (const letter of ['Y', 'N', 'A'])
        for (const { props } of boxes(tree).filter(isTile(letter)))
          expect(props.style?.border).toBeUndefined();
    });

    test('marks where the UN record differs, and nowhere else', () => {
      const said = 'S/RES/2677 abstained (the report: yes).';
      expect(timesShown(tree, 'The UN record differs: ', said)).toBe(1);
      const signs = boxes(tree).filter(({ type }) => type === 'svg');
      expect(signs).toHaveLength(2);
      const same = votesChart(
        withChanges({ votes: votes.filter((v) => v.resolution !== 'S/RES/2677') }),
        theme,
      );
      expect(texts(same).join(' ')).not.toContain('differs');
      expect(boxes(same).filter(({ type }) => type === 'svg')).toEqual([]);
    });

    test('says so where the assessment lists none', () => {
      const tree = votesChart(withChanges({ votes: [] }), theme);
      expect(texts(tree)).toContain('The assessment lists no votes.');
      expect(texts(tree)).not.toContain('Yes');
    });
  });

  describe('the trends', () => {
    const tree = trendsChart(china, theme);

    test('has the number of each indicator under its area, with counts', () => {
      for (const { id, name } of china.areas) {
        const own = indicators.filter((i) => i.area === id);
        const fell = own.filter((i) => i.trend === 'decrease').length;
        const counts = `${fell ? `${fell} Decrease and ` : ''}${own.length - fell} Unchanged`;
        expect(timesShown(tree, name, counts, ...own.map((i) => String(i.number)))).toBe(1);
      }
      for (const trend of TRENDS)
        expect(
          timesShown(
            tree,
            count(indicators, (i) => i.trend === trend),
            TREND_WORDS[trend],
          ),
        ).toBe(1);
    });

    test('names what moved, with the rating of this edition and no other', () => {
      const moved = indicators.filter((i) => i.trend !== 'unchanged');
      expect(moved).toHaveLength(2);
      for (const { number, label, rating, area } of moved) {
        const name = china.areas.find(({ id }) => id === area)?.name ?? '';
        const shown = [String(number), label, name, RATING_WORDS[rating], 'in 2023'];
        expect(timesShown(tree, ...shown)).toBe(1);
      }
      expect(texts(tree).filter((text) => Object.values(RATING_WORDS).includes(text))).toHaveLength(2);
      expect(texts(tree)).not.toContain('in 2022');
    });

    test.each([
      [
        -1,
        ['−1', 'China’s index score is one point lower than in 2022.', 'The score itself is not given here.'],
      ],
      [
        2.5,
        [
          '+2.5',
          'China’s index score is 2.5 points higher than in 2022.',
          'The score itself is not given here.',
        ],
      ],
      [0, ['0', 'China’s index score is the same as in 2022.', 'The score itself is not given here.']],
      [null, ['The report does not say how the index moved against 2022.']],
    ])('says of an index change of %s what the data say', (indexChange, said) => {
      expect(timesShown(trendsChart(withChanges({ indexChange }), theme), ...said)).toBe(1);
    });

    test('says so where nothing moved', () => {
      const still = indicators.map((i) => ({ ...i, trend: 'unchanged' as const }));
      expect(texts(trendsChart(withChanges({ indicators: still }), theme))).toContain('No indicator moved.');
    });

    test('names some where very many moved, and says how many more there are', () => {
      const all = indicators.map((i) => ({ ...i, trend: 'increase' as const }));
      const said = texts(trendsChart(withChanges({ indicators: all }), theme));
      const named = said.filter((text) => indicators.some(({ label }) => label === text)).length;
      expect(said).toContain(`And ${36 - named} more, marked above.`);
    });
  });
});
