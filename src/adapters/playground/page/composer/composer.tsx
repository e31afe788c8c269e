/** Where one types: a slash opens the commands, and what can come next is offered until the line is whole. */
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { problemIn, readTyped } from '../../../../commands/typed.js';
import type { Declared } from '../../wire.js';
import { commandInteraction } from '../discord.js';
import { idOf, Listbox, moved } from '../listbox.js';
import { send } from '../server.js';
import { type Complete, type Suggestions, suggest } from './suggestions.js';

const CLOSED: Suggestions = { label: '', items: [], takesFirst: false };
/** As Discord has it for a message. */
const LINE_MAX = 2000;

export function Composer({
  declared,
  sent,
  onSend,
}: {
  declared: Declared;
  /** The lines that were sent, here or by a click. */
  sent: readonly string[];
  onSend: (line: string) => void;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [line, setLine] = useState('');
  const [offered, setOffered] = useState({ ...CLOSED, of: '' });
  const [active, setActive] = useState(-1);
  const [problem, setProblem] = useState('');
  const history = useHistory(sent);
  /** What is typed now: choices for what was typed before come too late. */
  const latest = useRef('');

  // What was offered for another line is of no use for this one.
  const open = offered.of === line ? offered : CLOSED;

  const close = () => {
    setOffered({ ...CLOSED, of: '' });
    setActive(-1);
  };

  async function type(next: string, caret = next.length): Promise<void> {
    setLine(next);
    setProblem('');
    latest.current = next;
    try {
      const suggestions = await suggest(next, caret, declared.commands, complete);
      if (latest.current !== next) return;
      setOffered({ ...suggestions, of: next });
      setActive(suggestions.takesFirst ? 0 : -1);
    } catch (error) {
      if (latest.current === next && error instanceof Refused) setProblem(error.message);
    }
  }

  function recall(past: string | undefined): void {
    if (past === undefined) return;
    latest.current = past;
    setLine(past);
    close();
  }

  function submit(): void {
    const said = line.trim();
    if (!said) return;
    const wrong = problemIn(readTyped(said, declared.commands), declared.commands);
    if (wrong) {
      setProblem(wrong);
      return;
    }
    latest.current = '';
    setLine('');
    setProblem('');
    close();
    onSend(said);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Enter and the arrows are those of whatever composes the letters.
    if (event.isComposing) return;
    const next = moved(event.key, active, open.items.length);
    const taken = open.items[event.key === 'Tab' && !event.shiftKey ? Math.max(active, 0) : active];
    if (next !== undefined) setActive(next);
    else if (event.key === 'ArrowUp') recall(history.earlier(line));
    else if (event.key === 'ArrowDown') recall(history.later());
    else if (event.key === 'Escape' && open.label) close();
    else if ((event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && taken)
      void type(taken.line);
    else if (event.key === 'Enter') submit();
    else return;
    event.preventDefault();
  }

  // Whoever types where nothing is to be typed begins a line, as in Discord.
  useLayoutEffect(() => {
    const onType = ({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent) => {
      const isLetter = key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
      if (isLetter && !(target as Element).closest('input, [role=combobox]')) input.current?.focus();
    };
    addEventListener('keydown', onType);
    // On a touch screen it would bring up the keyboard.
    if (matchMedia('(hover: hover)').matches) input.current?.focus();
    return () => removeEventListener('keydown', onType);
  }, []);

  return (
    <section class="composer" aria-label="Write">
      {open.label ? (
        <div class="suggestions">
          <p>{open.label}</p>
          {open.items.length ? (
            <Listbox
              id={id}
              label={open.label}
              items={open.items}
              active={active}
              onChoose={(at) => {
                input.current?.focus();
                void type(open.items[at]?.line ?? line);
              }}
            />
          ) : null}
        </div>
      ) : null}
      {problem ? (
        <p class="problem" role="alert">
          {problem}
        </p>
      ) : null}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label="Message: a question, or / for the commands"
          aria-autocomplete="list"
          aria-expanded={open.items.length > 0}
          aria-controls={id}
          {...(open.items.length && active >= 0 ? { 'aria-activedescendant': idOf(id, active) } : {})}
          placeholder="Ask a question, or type / for the commands"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={LINE_MAX}
          value={line}
          onInput={({ currentTarget: { value, selectionStart } }) =>
            void type(value, selectionStart ?? value.length)
          }
          onKeyDown={onKeyDown}
          onBlur={close}
        />
        <button type="submit" aria-label="Send">
          ➤
        </button>
      </form>
    </section>
  );
}

/** Choices that Discord would refuse. */
class Refused extends Error {}

const complete: Complete = async (command, options, focused) => {
  const { response, refused } = await send(commandInteraction(command, options, focused));
  if (refused.length) throw new Refused(`Discord would refuse these choices: ${refused.join('; ')}`);
  return response.type === 8 ? (response.data.choices ?? []) : [];
};

/** What was sent, to be had again with the arrows. */
function useHistory(lines: readonly string[]) {
  const at = useRef(0);
  useEffect(() => {
    at.current = lines.length;
  }, [lines]);
  return {
    /** From an empty line, or from one that was recalled. */
    earlier(line: string): string | undefined {
      if (line && line !== lines[at.current]) return undefined;
      at.current = Math.max(at.current - 1, 0);
      return lines[at.current];
    },
    later(): string | undefined {
      if (at.current >= lines.length) return undefined;
      at.current++;
      return lines[at.current] ?? '';
    },
  };
}
