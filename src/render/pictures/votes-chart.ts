/** Votes as tiles, by body and year, each under its position; what was adopted without a vote stands apart. */
import {
  type Assessment,
  BODIES,
  type Body,
  POSITIONS,
  type Position,
  type Vote,
} from '../../assessment/schema.js';
import { BODY_WORDS, POSITION_WORDS } from '../../assessment/words.js';
import { column, type Element, el, span, text } from './element.js';
import { differencesText, recordedOtherwise, symbolParts, yearsOf } from './facts.js';
import { filled, frame, key, outlined, unequalBadge } from './frame.js';
import { PALETTES, type Palette, type Theme } from './palette.js';
import { capital } from './words.js';

/** The first letter of each position; what was adopted without a vote has none. */
const LETTERS: Record<Position, string> = { yes: 'Y', no: 'N', abstained: 'A', 'without-vote': '–' };

export function votesChart(assessment: Assessment, theme: Theme): Element {
  const palette = PALETTES[theme];
  const { votes, country } = assessment;
  const [first, ...others] = yearsOf(votes);
  const years = others.length ? ` ${first} to ${others.at(-1)}` : first ? ` ${first}` : '';
  const title = `${country.name}: UN votes${years}`;
  if (votes.length === 0)
    return frame(title, '', assessment, palette, text({ fontSize: 13 }, 'The assessment lists no votes.'));
  const apart = 'Adopted without a vote: no state’s position is recorded, so it is nobody’s yes.';
  const note = `Votes as the report lists them. ${votes.some((v) => v.position === 'without-vote') ? apart : ''}`;
  return frame(
    title,
    note,
    assessment,
    palette,
    column(
      {},
      keys(votes, palette),
      ...BODIES.flatMap((body) => {
        const own = votes.filter((v) => v.body === body);
        return own.length ? [bodySection(body, own, palette)] : [];
      }),
    ),
    ...differences(votes, palette),
  );
}

/** A row of a cell for each position, the last of them beyond a line. */
function row(label: Element, cellOf: (position: Position) => readonly Element[], { line }: Palette): Element {
  const apart = { paddingLeft: 7, marginLeft: 2, borderLeft: `1px solid ${line}` };
  return el(
    { gap: 5 },
    column({ width: 34, flexShrink: 0, paddingTop: 4 }, label),
    ...POSITIONS.map((position) =>
      column(
        {
          flexGrow: 1,
          flexBasis: 0,
          gap: 3,
          padding: '2px 0',
          ...(position === 'without-vote' ? apart : {}),
        },
        ...cellOf(position),
      ),
    ),
  );
}

function keys(votes: readonly Vote[], palette: Palette): Element {
  return row(
    column(
      { gap: 5 },
      text({ fontSize: 15, fontWeight: 700 }, String(votes.length)),
      text({ fontSize: 11 }, 'in all'),
    ),
    (position) => [
      key(
        {
          mark: () => text({}, LETTERS[position]),
          count: votes.filter((v) => v.position === position).length,
          word: capital(POSITION_WORDS[position]),
          look: position === 'without-vote' ? 'outlined' : palette.positions[position],
        },
        palette,
      ),
    ],
    palette,
  );
}

function bodySection(body: Body, votes: readonly Vote[], palette: Palette): Element {
  const series = [...new Set(votes.map((v) => symbolParts(v).series))].filter(Boolean);
  return column(
    { marginTop: 8, paddingTop: 6, borderTop: `1px solid ${palette.line}` },
    el(
      { gap: 8, alignItems: 'baseline' },
      text({ fontSize: 13, fontWeight: 700 }, BODY_WORDS[body]),
      text({ color: palette.muted }, series.map((s) => `${s}…`).join(', ')),
    ),
    row(
      text({ fontWeight: 700, fontSize: 11 }, String(votes.length)),
      (position) => {
        const count = votes.filter((v) => v.position === position).length;
        const look = count > 0 ? { fontWeight: 700 } : { color: palette.muted };
        return [text({ textAlign: 'center', fontSize: 11, paddingTop: 2, ...look }, String(count))];
      },
      palette,
    ),
    ...yearsOf(votes).map((year) =>
      row(
        text({ fontSize: 11, color: palette.muted, paddingTop: 2 }, String(year)),
        (position) =>
          votes.filter((v) => v.year === year && v.position === position).map((v) => tile(v, palette)),
        palette,
      ),
    ),
  );
}

function tile(vote: Vote, palette: Palette): Element {
  const { position } = vote;
  const isMarked = recordedOtherwise(vote) !== undefined;
  return el(
    {
      minHeight: 21,
      padding: isMarked ? '0 4px' : '0 7px',
      gap: 3,
      alignItems: 'center',
      justifyContent: 'space-between',
      borderRadius: 4,
      fontSize: 11,
      fontWeight: 700,
      ...(position === 'without-vote' ? outlined(palette) : filled(palette.positions[position])),
    },
    text({}, LETTERS[position]),
    text({ flexShrink: 1 }, symbolParts(vote).own),
    ...(isMarked ? [unequalBadge(12, palette)] : []),
  );
}

/** What the unequal sign on tiles means, with what the record says. */
function differences(votes: readonly Vote[], palette: Palette): Element[] {
  const said = differencesText(votes);
  if (!said) return [];
  return [
    el(
      { gap: 6, fontSize: 11 },
      unequalBadge(14, palette),
      text({ flexShrink: 1 }, span({ fontWeight: 700 }, 'The UN record differs: '), span({}, said)),
    ),
  ];
}
