/** Reads the trees that the pictures are drawn from, as an eye reads the picture. */
import type { Element } from '../../../src/render/pictures/element.js';

/** Every box, outer ones first. */
export function boxes(tree: Element): Element[] {
  return [
    tree,
    ...(tree.props.children ?? []).flatMap((child) => (typeof child === 'string' ? [] : boxes(child))),
  ];
}

/** The texts of a box in order, without the spaces between them. */
export function texts(tree: Element): string[] {
  return (tree.props.children ?? [])
    .flatMap((child) => (typeof child === 'string' ? [child] : texts(child)))
    .filter((text) => text.trim() !== '');
}

/** How many boxes have exactly these texts. Boxes around such a box count with it as one. */
export function timesShown(tree: Element, ...wanted: string[]): number {
  const isShown = (box: Element) => JSON.stringify(texts(box)) === JSON.stringify(wanted);
  const inner = (box: Element) => boxes(box).slice(1).some(isShown);
  return boxes(tree).filter((box) => isShown(box) && !inner(box)).length;
}

/** What is written or drawn with strokes, each with its colour and that of the box that it lies on. */
export function marks(
  tree: Element,
  around: { colour: string; background: string } = { colour: '', background: '' },
): { mark: string; colour: string; background: string }[] {
  const { style = {}, children = [], stroke } = tree.props;
  const here = {
    colour: String(style.color ?? around.colour),
    background: String(style.backgroundColor ?? around.background),
  };
  return [
    ...(typeof stroke === 'string' ? [{ mark: tree.type, colour: stroke, background: here.background }] : []),
    ...children.flatMap((child) =>
      typeof child === 'string' ? [{ mark: child, ...here }] : marks(child, here),
    ),
  ];
}
