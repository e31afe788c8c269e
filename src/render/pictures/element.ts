/** A tree of boxes and text, as satori lays it out: what React would make of JSX, without either. */

export type Style = Readonly<Record<string, string | number>>;

export interface Element {
  type: string;
  props: {
    style?: Style;
    children?: readonly Child[];
    /** The attributes of shapes. */
    [attribute: string]: unknown;
  };
}

export type Child = Element | string;

/** A box whose children lie beside each other unless `style` says otherwise. */
export function el(style: Style, ...children: readonly Child[]): Element {
  return { type: 'div', props: { style: { display: 'flex', boxSizing: 'border-box', ...style }, children } };
}

/** Children below each other. */
export function column(style: Style, ...children: readonly Child[]): Element {
  return el({ flexDirection: 'column', ...style }, ...children);
}

/** A text of pieces that flow on, and break between words or, where one is too long for its box, within. */
export function text(style: Style, ...pieces: readonly Child[]): Element {
  return {
    type: 'div',
    props: { style: { display: 'block', wordBreak: 'break-word', ...style }, children: pieces },
  };
}

/** A piece of a text that is set apart. */
export function span(style: Style, ...pieces: readonly Child[]): Element {
  return { type: 'span', props: { style, children: pieces } };
}

/** A shape drawn with strokes, `size` wide and high; `path` stands in a square of 16. */
export function stroke(path: string, size: number, colour: string, width: number): Element {
  const line = {
    d: path,
    fill: 'none',
    stroke: colour,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  };
  return {
    type: 'svg',
    props: { viewBox: '0 0 16 16', width: size, height: size, children: [{ type: 'path', props: line }] },
  };
}

const UNITLESS = new Set(['fontWeight', 'lineHeight', 'flexGrow', 'flexShrink']);

/**
 * The same in a layout that is `factor` times as large. Satori puts words at whole pixels: in a small layout that is
 * enlarged only when it is drawn, the spaces between them come out uneven.
 */
export function enlarged({ type, props }: Element, factor: number): Element {
  const { style, children, width, height, ...others } = props;
  const larger = (value: unknown) =>
    typeof value === 'number'
      ? value * factor
      : String(value).replace(/[\d.]+(?=px)/g, (length) => String(Number(length) * factor));
  return {
    type,
    props: {
      ...others,
      ...(width === undefined ? {} : { width: larger(width), height: larger(height) }),
      ...(style && {
        style: Object.fromEntries(
          Object.entries(style).map(([name, value]) => [name, UNITLESS.has(name) ? value : larger(value)]),
        ),
      }),
      ...(children && {
        children: children.map((child) => (typeof child === 'string' ? child : enlarged(child, factor))),
      }),
    },
  };
}
