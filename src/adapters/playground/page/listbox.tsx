/** A list to choose from with arrows, mouse or touch: of commands, options and choices, and of menus. */
import { useEffect, useRef } from 'preact/hooks';

export interface Item {
  label: string;
  description?: string | undefined;
}

/** What has the focus says which item is active: `aria-activedescendant` is `idOf(id, active)`. */
export const idOf = (id: string, at: number) => `${id}-${at}`;

export function Listbox({
  id,
  label,
  items,
  active,
  onChoose,
}: {
  id: string;
  label: string;
  items: readonly Item[];
  /** -1: none. */
  active: number;
  onChoose: (at: number) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div class="listbox" role="listbox" id={id} aria-label={label} ref={list}>
      {items.map((item, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of what has the focus
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays where it is typed
        <div
          key={`${at} ${item.label}`}
          id={idOf(id, at)}
          role="option"
          aria-selected={at === active}
          // Before the focus could leave.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(at)}
        >
          <span>{item.label}</span>
          {item.description ? <small>{item.description}</small> : null}
        </div>
      ))}
    </div>
  );
}

/** The item that a key leads to, round at the ends; undefined for other keys. */
export function moved(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % count;
    case 'ArrowUp':
      return active <= 0 ? count - 1 : active - 1;
    default:
      return undefined;
  }
}
