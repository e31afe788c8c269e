/** Choices to offer, and how records are called in a line. */
import type { Indicator, Position, Vote } from '../assessment/schema.js';
import { BODY_WORDS, list, POSITION_SHAPES, RATING_WORDS, TREND_WORDS } from '../assessment/words.js';
import type { Choice } from './command.js';

const choices = <Value extends string>(
  names: Record<Value, string>,
  aliases: Partial<Record<Value, string[]>> = {},
): Choice[] =>
  (Object.keys(names) as Value[]).map((value) => ({
    name: names[value],
    value,
    ...(aliases[value] ? { aliases: aliases[value] } : {}),
  }));

export const RATING_CHOICES = choices(RATING_WORDS);
export const TREND_CHOICES = choices(TREND_WORDS, {
  unchanged: ['same', 'no change', 'stable'],
  decrease: ['worse', 'down', 'decreased', 'fell'],
  increase: ['better', 'up', 'increased', 'rose'],
});
export const BODY_CHOICES = choices(BODY_WORDS, {
  'security-council': ['UNSC', 'SC', 'UN Security Council'],
  'general-assembly': ['UNGA', 'GA', 'UN General Assembly'],
  'human-rights-council': ['HRC', 'UNHRC', 'UN Human Rights Council'],
});
export const POSITION_CHOICES = choices<Position>(
  { yes: 'Yes', no: 'No (against)', abstained: 'Abstained', 'without-vote': 'Adopted without a vote' },
  {
    yes: ['in favour', 'for', 'voted yes'],
    no: ['no', 'against', 'voted no', 'voted against'],
    abstained: ['abstain', 'abstention'],
    'without-vote': [
      'without vote',
      'consensus',
      'by consensus',
      'no vote',
      'adopted by consensus',
      'adopted without vote',
    ],
  },
);

/** "5, 9–11 and 24" of numbers in order: those that follow each other as a range. */
export function numberList(numbers: readonly number[], last = 'and'): string {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return list(
    runs.flatMap((run) => (run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run.map((number) => `${number}`))),
    last,
  );
}

/** Made once: making one takes longer than an answer. */
const LONG = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** "15 March 2023" of "2023-03-15". */
export const longDate = (iso: string): string => LONG.format(new Date(`${iso}T00:00:00Z`));

/** "15 · Countering and preventing violent extremism". */
export function indicatorTitle(indicator: Pick<Indicator, 'number' | 'label'>): string {
  return `${indicator.number} · ${indicator.label}`;
}

/** "✕ against": a position by shape and in the report's own word. */
export const positionInline = ({ position, wording }: Vote): string =>
  `${POSITION_SHAPES[position]} ${wording}`;

/** The body, the year: what stands beside a symbol. */
export function voteContext(vote: Vote): string {
  return `${BODY_WORDS[vote.body]}, ${vote.year}`;
}
