/** The page: a channel with Footnote in it. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Call } from '../../../answer.js';
import type { Declared } from '../wire.js';
import { type Chat, createChat } from './chat.js';
import { Composer } from './composer/composer.js';
import { useConnection } from './connection.js';
import { EntryView } from './message/entry.js';
import { declared as fetchDeclared } from './server.js';
import { useTheme } from './theme.js';
import { Welcome } from './welcome.js';

/** What the address of the page stands for. */
export type Address = { kind: 'start' } | { kind: 'nothing' } | { kind: 'record'; call: Call };

export function App({ address }: { address: Address }) {
  const [isUp, setDown] = useConnection();
  const [theme, toggleTheme] = useTheme();
  const chat = useChat(setDown);
  const declared = useDeclared(isUp, setDown);
  const list = useRef<HTMLElement>(null);
  const [sent, setSent] = useState<readonly string[]>([]);
  useAddress(address, declared, chat);
  useScroll(list, chat);

  const say = (line: string) => {
    if (!declared) return;
    setSent([...sent, line]);
    leaveAddress();
    chat.say(line, declared);
  };

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
        {address.kind === 'nothing' ? (
          <p class="nothing" role="alert">
            There is nothing at this address. Addresses look like /indicator/35, /vote/A/RES/77/230,
            /footnote/24 or /treaty/iccpr.
          </p>
        ) : null}
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
      {declared ? <Composer declared={declared} sent={sent} onSend={say} /> : <div class="composer" />}
    </div>
  );
}

const NO_COMMANDS: readonly string[] = [];

function useChat(onLost: () => void): Chat {
  const [chat] = useState(() => createChat(onLost));
  const [, redraw] = useState(0);
  useEffect(() => chat.subscribe(() => redraw((n) => n + 1)), [chat]);
  return chat;
}

/** The commands; asked for again when the server comes back, for it may have others. */
function useDeclared(isUp: boolean, onLost: () => void): Declared | undefined {
  const [declared, setDeclared] = useState<Declared>();
  useEffect(() => {
    if (isUp) fetchDeclared().then(setDeclared, onLost);
  }, [isUp]);
  return declared;
}

/** Asks for what the address stands for, once. */
function useAddress(address: Address, declared: Declared | undefined, chat: Chat): void {
  const isAsked = useRef(false);
  useEffect(() => {
    if (!declared || isAsked.current || address.kind !== 'record') return;
    isAsked.current = true;
    chat.ask(address.call, declared);
  }, [declared]);
}

/** What is asked from now on is not what the address stands for. */
function leaveAddress(): void {
  if (location.pathname === '/') return;
  history.replaceState(null, '', '/');
  document.title = 'Footnote';
}

/** Keeps the newest entry in view: its end, or where it is longer than the screen its beginning. */
function useScroll(list: { current: HTMLElement | null }, { entries }: Chat): void {
  const last = entries.at(-1)?.id;
  const first = useRef(last);
  /** Whether whoever reads is where the newest entry is, and not further up. */
  const isFollowing = useRef(true);
  const reveal = () => {
    const view = list.current;
    const entry = view?.querySelector('.entry:last-child');
    if (view && entry)
      entry.scrollIntoView({ block: entry.clientHeight > view.clientHeight ? 'start' : 'end' });
  };
  useLayoutEffect(() => {
    if (last === first.current) return;
    isFollowing.current = true;
    reveal();
  }, [last]);
  useEffect(() => {
    const view = list.current;
    if (!view) return;
    const isAtNewest = () => {
      const bottom = view.getBoundingClientRect().bottom;
      const entry = view.querySelector('.entry:last-child')?.getBoundingClientRect();
      return !entry || (entry.top < bottom && entry.bottom <= bottom + CLOSE) || view.scrollTop < CLOSE;
    };
    const onScroll = () => {
      isFollowing.current = isAtNewest();
    };
    // A picture has come, or a banner has taken of the room.
    const observer = new ResizeObserver(() => {
      if (isFollowing.current && view.scrollTop >= CLOSE) reveal();
    });
    observer.observe(view);
    for (const child of view.children) observer.observe(child);
    view.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      view.removeEventListener('scroll', onScroll);
    };
  }, []);
}

/** In pixels: as good as there. */
const CLOSE = 40;
