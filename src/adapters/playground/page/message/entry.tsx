/** One entry of the channel: what somebody said, what Footnote answers, or that it could not. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Chat } from '../chat.js';
import { EPHEMERAL } from '../discord.js';
import type { BotMessage, Entry, Failed, UserMessage } from '../entries.js';
import { Components, Unknown } from './components.js';

export interface EntryProps {
  entry: Entry;
  chat: Chat;
  /** The commands of the menu of a message. */
  onMessage: readonly string[];
}

/** Drawn again only where it has changed itself: a channel has hundreds of them. */
export function EntryView(props: EntryProps) {
  const { entry, chat, onMessage } = props;
  return useMemo(() => <EntryOf {...props} />, [entry, chat, onMessage]);
}

function EntryOf(props: EntryProps) {
  const { entry } = props;
  switch (entry.kind) {
    case 'user':
      return (
        <Frame entry={entry} author={entry.author} tools={<Tools on={entry} {...props} />}>
          <p class="said">{entry.text}</p>
        </Frame>
      );
    case 'bot':
      return <Answer {...props} message={entry} />;
    case 'failed':
      return <Refusal {...props} failed={entry} />;
  }
}

function Answer({ message, ...props }: EntryProps & { message: BotMessage }) {
  const { payload, used } = message;
  const isPrivate = (payload.flags & EPHEMERAL) !== 0;
  return (
    <Frame
      entry={message}
      author="Footnote"
      used={used}
      isPrivate={isPrivate}
      tools={
        // As in Discord, where only one sees it there is no menu of the message; its address is there all the same.
        <Tools
          on={message}
          link={message.link}
          chat={props.chat}
          onMessage={isPrivate ? [] : props.onMessage}
        />
      }
    >
      {'content' in payload || 'embeds' in payload ? (
        <Unknown what="a message with content or embeds" />
      ) : null}
      <Components
        parts={payload.components ?? []}
        message={message}
        onPress={(id, value) => props.chat.press(message, id, value)}
      />
      {isPrivate ? (
        <p class="note">
          Only you can see this ·{' '}
          <button
            type="button"
            class="plain"
            onClick={() => {
              props.chat.dismiss(message.id);
              goToComposer();
            }}
          >
            Dismiss message
          </button>
        </p>
      ) : null}
    </Frame>
  );
}

function Refusal({ failed, chat }: EntryProps & { failed: Failed }) {
  const { refused, again } = failed;
  return (
    <Frame entry={failed} author="Footnote" used={failed.used}>
      <div class="refused" role="alert">
        {refused.length ? (
          <>
            <p>Discord would refuse this reply:</p>
            <ul>
              {refused.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </>
        ) : (
          <p>{failed.why}</p>
        )}
      </div>
      <p class="note">
        {again ? (
          <>
            <button type="button" class="plain" onClick={again}>
              Try again
            </button>{' '}
            ·{' '}
          </>
        ) : null}
        <button
          type="button"
          class="plain"
          onClick={() => {
            chat.dismiss(failed.id);
            goToComposer();
          }}
        >
          Dismiss message
        </button>
      </p>
    </Frame>
  );
}

function Frame({
  entry,
  author,
  used,
  isPrivate = false,
  tools,
  children,
}: {
  entry: Entry;
  author: string;
  used?: string | undefined;
  isPrivate?: boolean;
  tools?: preact.ComponentChildren;
  children: preact.ComponentChildren;
}) {
  const isBot = author === 'Footnote';
  return (
    <article
      class={isPrivate ? 'entry private' : 'entry'}
      data-id={entry.id}
      aria-label={`${author}: message`}
    >
      <span class={isBot ? 'avatar bot' : 'avatar'} aria-hidden="true">
        {isBot ? '[1]' : author[0]}
      </span>
      <div class="content">
        {used ? <p class="used">You used {used}</p> : null}
        <p class="by">
          <b>{author}</b> {isBot ? <span class="tag">App</span> : null}{' '}
          <time dateTime={new Date(entry.at).toISOString()}>{timeOf(entry.at)}</time>
        </p>
        {children}
      </div>
      {tools}
    </article>
  );
}

/** The menu of a message. */
function Tools({
  on,
  link,
  chat,
  onMessage,
}: Pick<EntryProps, 'chat' | 'onMessage'> & {
  on: UserMessage | BotMessage;
  link?: string | undefined;
}) {
  const menu = useRef<HTMLDetailsElement>(null);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    const close = ({ target }: Event) => {
      if (!menu.current?.contains(target as Node)) menu.current?.removeAttribute('open');
    };
    addEventListener('click', close);
    return () => removeEventListener('click', close);
  }, []);
  if (onMessage.length === 0 && !link) return null;
  const copy = async (path: string) => {
    await navigator.clipboard.writeText(new URL(path, location.href).href);
    setCopied(true);
  };
  return (
    <details
      class="tools"
      ref={menu}
      onToggle={() => setCopied(false)}
      onKeyDown={({ key }) => {
        if (key !== 'Escape') return;
        menu.current?.removeAttribute('open');
        menu.current?.querySelector('summary')?.focus();
      }}
    >
      <summary aria-label="Apps: the menu of this message">⋯</summary>
      <div>
        {onMessage.map((name) => (
          <button
            key={name}
            type="button"
            onClick={() => {
              menu.current?.removeAttribute('open');
              goToComposer();
              chat.use(name, on);
            }}
          >
            {name}
          </button>
        ))}
        {link && navigator.clipboard ? (
          <button type="button" onClick={() => void copy(link)}>
            <span aria-live="polite">{isCopied ? 'Copied' : 'Copy link'}</span>
          </button>
        ) : null}
        {link ? <a href={link}>Open by itself</a> : null}
      </div>
    </details>
  );
}

/** Where the focus goes when what had it is gone. */
const goToComposer = () => document.querySelector<HTMLElement>('.composer input')?.focus();

const timeOf = (at: number) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at);
