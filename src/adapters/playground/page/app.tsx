/** The page: a channel with Footnote in it. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Declared } from '../wire.js';
import { type Chat, createChat } from './chat.js';
import { Composer } from './composer/composer.js';
import { useConnection } from './connection.js';
import { EntryView } from './message/entry.js';
import { declared as fetchDeclared } from './server.js';
import { useTheme } from './theme.js';
import { Welcome } from './welcome.js';

const NO_COMMANDS: readonly string[] = [];

/** @param line the line of a permalink, to be asked at once */
export function App({ line }: { line: string | undefined }) {
  const [isUp, setDown] = useConnection();
  const [theme, toggleTheme] = useTheme();
  const chat = useChat(setDown);
  const declared = useDeclared(isUp, setDown);
  const list = useRef<HTMLElement>(null);
  const say = (said: string) => declared && chat.say(said, declared);

  useEffect(() => {
    if (declared && line) chat.say(line, declared);
  }, [declared]);
  useScroll(list, chat);

  return (
    <div class="page">
      <header>
        <h1>
          <a href="/"># footnote</a>
        </h1>
        <p>Answers from a published human-rights assessment, each with its footnote</p>
        <button type="button" onClick={toggleTheme}>
          {theme === 'dark' ? 'Light' : 'Dark'}
        </button>
      </header>
      <div role="status">
        {isUp ? null : <p class="lost">Footnote does not answer. Waiting for it to come back…</p>}
      </div>
      <main ref={list} tabIndex={-1}>
        <Welcome onSend={say} />
        <div role="log" aria-live="polite" aria-label="Messages" aria-busy={chat.isBusy}>
          {chat.entries.map((entry) => (
            <EntryView
              key={entry.id}
              entry={entry}
              chat={chat}
              onMessage={declared?.onMessage ?? NO_COMMANDS}
            />
          ))}
        </div>
      </main>
      {declared ? <Composer declared={declared} onSend={say} /> : <div class="composer" />}
    </div>
  );
}

function useChat(onLost: () => void): Chat {
  const [chat] = useState(() => createChat(onLost));
  const [, redraw] = useState(0);
  useEffect(() => chat.subscribe(() => redraw((n) => n + 1)), [chat]);
  return chat;
}

/** The commands; asked for again where the server was not there. */
function useDeclared(isUp: boolean, onLost: () => void): Declared | undefined {
  const [declared, setDeclared] = useState<Declared>();
  useEffect(() => {
    if (isUp) fetchDeclared().then(setDeclared, onLost);
  }, [isUp]);
  return declared;
}

/** Brings a new entry into view: its end, or where it is longer than the screen its beginning. */
function useScroll(list: { current: HTMLElement | null }, { entries }: Chat): void {
  const last = entries.at(-1)?.id;
  const first = useRef(last);
  useLayoutEffect(() => {
    const view = list.current;
    const entry = view?.querySelector(`[data-id="${last}"]`);
    if (!view || !entry || last === first.current) return;
    const isLong = entry.clientHeight > view.clientHeight;
    entry.scrollIntoView({ block: isLong ? 'start' : 'end' });
  }, [last]);
}
