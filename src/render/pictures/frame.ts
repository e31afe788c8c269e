/** What the pictures have in common: their width, title and footer, the keys to their colours, the arrows of trends. */
import type { Assessment, Trend } from '../../assessment/schema.js';
import { type Child, column, type Element, el, type Style, stroke, text } from './element.js';
import type { Fill, Palette } from './palette.js';

/** In the units of the layout: as wide as a phone shows a picture, so that sizes are what one sees there. */
export const WIDTH = 400;
const MARGIN = 10;
export const INNER = WIDTH - 2 * MARGIN;
export const FAMILY = 'Inter';

/**
 * A picture under its title, above whose judgement it is.
 * @param note what else must be known to read it, in sentences
 */
export function frame(
  title: string,
  note: string,
  { title: report, publisher, year }: Assessment,
  palette: Palette,
  ...children: readonly Child[]
): Element {
  const { background, ink, muted, line } = palette;
  return column(
    {
      width: WIDTH,
      padding: MARGIN,
      gap: 10,
      backgroundColor: background,
      color: ink,
      fontFamily: FAMILY,
      fontWeight: 500,
      fontSize: 10,
      lineHeight: 1.2,
    },
    column(
      { gap: 2 },
      text({ fontSize: 19, fontWeight: 700, lineHeight: 1.15 }, title),
      text({ fontSize: 11, color: muted }, report),
    ),
    ...children,
    column(
      { gap: 3, paddingTop: 7, borderTop: `1px solid ${line}`, color: muted },
      text({}, `Assessment: ${publisher}, ${year} edition. A judgement as of ${year}.`),
      ...(note ? [text({}, note)] : []),
    ),
  );
}

/** The look of a box that has a colour, of what it lies on, or of one that is empty. */
export const filled = ({ fill, ink }: Fill): Style => ({ backgroundColor: fill, color: ink });
export const outlined = ({ background, ink, muted }: Palette): Style => ({
  backgroundColor: background,
  color: ink,
  border: `1.5px dashed ${muted}`,
});
const hollow = ({ fill }: Fill, { background, muted }: Palette): Style => ({
  backgroundColor: background,
  color: muted,
  border: `1.5px solid ${fill}`,
});

/**
 * The key to a look with its count: what stands on it, how many there are, and the word for it below. Where there is none,
 * the colour goes to the edge: a full box would be the one that is seen first.
 */
export function key(
  {
    mark,
    count,
    word,
    look,
  }: { mark: (colour: string) => Child; count: number; word: string; look: Fill | 'outlined' },
  palette: Palette,
): Element {
  const style = look === 'outlined' ? outlined(palette) : count > 0 ? filled(look) : hollow(look, palette);
  return column(
    { flexGrow: 1, flexBasis: 0, gap: 3 },
    el(
      {
        height: 28,
        padding: '0 7px',
        justifyContent: 'space-between',
        alignItems: 'center',
        borderRadius: 5,
        fontSize: 12,
        fontWeight: 700,
        ...style,
      },
      mark(String(style.color)),
      text({ fontSize: 15 }, String(count)),
    ),
    text({ fontSize: 11, textAlign: 'center' }, word),
  );
}

const ARROWS: Record<Trend, string> = {
  unchanged: 'M3 8H13M9.5 4.5L13 8L9.5 11.5',
  decrease: 'M8 2.5V13.5M3.5 9L8 13.5L12.5 9',
  increase: 'M8 13.5V2.5M3.5 7L8 2.5L12.5 7',
};

/** An arrow: thin where nothing moved, so that what moved stands out. */
export function arrow(trend: Trend, size: number, colour: string): Element {
  return stroke(ARROWS[trend], size, colour, trend === 'unchanged' ? 1.3 : 2.6);
}

/** An arrow that stands out whatever it lies on. */
export function arrowBadge(trend: Trend, size: number, { badge: { fill, trends } }: Palette): Element {
  return badge(arrow(trend, size * 0.66, trends[trend]), size, fill, trends[trend]);
}

/** The mark of what the public record has otherwise: an unequal sign. */
export function unequalBadge(size: number, { badge: { fill, ink } }: Palette): Element {
  return badge(stroke('M3 6H13M3 10.5H13M10.5 2L5.5 14.5', size * 0.7, ink, 2), size, fill, ink);
}

function badge(shape: Element, size: number, fill: string, edge: string): Element {
  return el(
    {
      width: size,
      height: size,
      flexShrink: 0,
      alignItems: 'center',
      justifyContent: 'center',
      backgroundColor: fill,
      border: `1px solid ${edge}`,
      borderRadius: size / 2,
    },
    shape,
  );
}
