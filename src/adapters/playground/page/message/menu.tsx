/** A select menu: a button that opens a list, with what Discord says of each choice. */
import type { APISelectMenuOption } from 'discord-api-types/v10';
import { useId, useState } from 'preact/hooks';
import { idOf, Listbox, moved } from '../listbox.js';

export function Menu({
  placeholder,
  isDisabled,
  options,
  onChoose,
}: {
  placeholder: string;
  isDisabled: boolean;
  options: readonly APISelectMenuOption[];
  onChoose: (value: string) => void;
}) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const choose = (at: number) => {
    setOpen(false);
    const option = options[at];
    if (option) onChoose(option.value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      setActive(0);
      setOpen(true);
      return;
    }
    const next = moved(event.key, active, options.length);
    if (next !== undefined) setActive(next);
    else if (event.key === 'Enter' || event.key === ' ') choose(active);
    else if (event.key === 'Escape') setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="menu">
      <button
        type="button"
        role="combobox"
        aria-label={placeholder}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={id}
        {...(isOpen ? { 'aria-activedescendant': idOf(id, active) } : {})}
        disabled={isDisabled}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      >
        {placeholder} <span aria-hidden="true">⌄</span>
      </button>
      {isOpen ? (
        <Listbox id={id} label={placeholder} items={options} active={active} onChoose={choose} />
      ) : null}
    </div>
  );
}
