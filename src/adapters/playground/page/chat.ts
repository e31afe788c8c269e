/** The channel: its messages, and what happens to them. Discord's part is played here, and nothing is kept elsewhere. */
import type { APIInteraction } from 'discord-api-types/v10';
import type { Call } from '../../../answer.js';
import { readTyped, type Typed } from '../../../commands/typed.js';
import type { Message as Payload } from '../../../render/message.js';
import type { Answered, Declared, DeclaredCommand, Later, WireFile } from '../wire.js';
import {
  commandInteraction,
  componentInteraction,
  EPHEMERAL,
  messageInteraction,
  snowflake,
} from './discord.js';
import type { BotMessage, Entry, Failed, UserMessage } from './entries.js';
import { Declined, send, Unreachable } from './server.js';

/** What Discord calls the answers to an interaction. */
const NEW_MESSAGE = 4;
const UPDATE = 7;

/** A message that somebody else has written, to try the menu of a message on. */
const EXAMPLE: UserMessage = {
  kind: 'user',
  id: '1100000000000000003',
  at: Date.now(),
  author: 'Robin',
  text: 'Didn’t China vote against every single resolution on Syria?',
};

export interface Chat {
  readonly entries: readonly Entry[];
  /** Something is being answered. */
  readonly isBusy: boolean;
  subscribe(listener: () => void): () => void;
  /** Sends a line: a command, or a question. */
  say(line: string, declared: Declared): void;
  /** Runs a command with its options as they are. */
  ask(call: Call, declared: Declared): void;
  press(message: BotMessage, customId: string, value?: string): void;
  /** Uses a command of the menu of a message on one. */
  use(name: string, on: UserMessage | BotMessage): void;
  /** Takes an entry away, for whoever sees it alone. */
  dismiss(id: string): void;
}

/** @param onLost is told when the server is not there */
export function createChat(onLost: () => void): Chat {
  let entries: readonly Entry[] = [EXAMPLE];
  let busy = 0;
  const listeners = new Set<() => void>();
  const change = (next: readonly Entry[]) => {
    entries = next;
    for (const listener of listeners) listener();
  };
  const replace = (id: string, by: (entry: Entry) => Entry | undefined) =>
    change(entries.flatMap((entry) => (entry.id === id ? (by(entry) ?? []) : [entry])));

  /** Sends an interaction, and does with its answer what Discord would. */
  async function exchange(interaction: APIInteraction, used?: string, under?: BotMessage): Promise<void> {
    busy++;
    change(entries);
    let shown: BotMessage | undefined;
    try {
      const answered = await send(interaction, { onLater: (later) => shown && putPicture(shown, later) });
      shown = take(answered, interaction, used, under);
    } catch (error) {
      if (error instanceof Unreachable) onLost();
      const id = snowflake();
      const again = () => {
        dismiss(id);
        void exchange(interaction, used, under);
      };
      const why =
        error instanceof Unreachable
          ? 'This did not reach Footnote.'
          : error instanceof Declined
            ? error.message
            : 'Something went wrong in this page.';
      add(failed(id, [], { used, why, again }));
    } finally {
      busy--;
      change(entries);
    }
  }

  /** @returns the message that now shows the answer, where one does */
  function take(
    { response, files, removes, refused, link }: Answered,
    interaction: APIInteraction,
    used: string | undefined,
    under: BotMessage | undefined,
  ): BotMessage | undefined {
    if (refused.length) add(failed(snowflake(), refused, { used }));
    else if (removes && under) dismiss(under.id);
    else if (response.type === UPDATE && under) return update(under, response.data, files, link);
    else if (response.type === NEW_MESSAGE) {
      const message: BotMessage = {
        kind: 'bot',
        id: snowflake(),
        at: Date.now(),
        interaction: interaction.id,
        payload: response.data,
        files: addresses(files),
        ...(used ? { used } : {}),
        ...(link ? { link } : {}),
      };
      add(message);
      return message;
    } else {
      const why = `This page cannot show an answer of type ${response.type}.`;
      add(failed(snowflake(), [], { used, why }));
    }
    return undefined;
  }

  /** Puts other content into a message. Whether it is private stays as it was. */
  function update(
    message: BotMessage,
    payload: Payload,
    files: readonly WireFile[],
    link: string | undefined,
  ): BotMessage {
    const { link: _, ...same } = message;
    const flags = payload.flags | (message.payload.flags & EPHEMERAL);
    const updated = {
      ...same,
      payload: { ...payload, flags },
      files: addresses(files),
      ...(link ? { link } : {}),
    };
    replace(message.id, () => updated);
    release(message);
    return updated;
  }

  /** Unless the message has gone on to something else in the meantime; where it is refused, the words stay. */
  function putPicture(shown: BotMessage, { message, files, refused }: Later): void {
    if (entries.find(({ id }) => id === shown.id) !== shown) return;
    if (refused.length) add(failed(snowflake(), refused, { used: shown.used }));
    else update(shown, message, files, shown.link);
  }

  const add = (entry: Entry) => change([...entries, entry]);

  function dismiss(id: string): void {
    const entry = entries.find((one) => one.id === id);
    replace(id, () => undefined);
    if (entry?.kind === 'bot') release(entry);
  }

  return {
    get entries() {
      return entries;
    },
    get isBusy() {
      return busy > 0;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    say(line, { commands }) {
      const { command, options } = commandIn(line, commands);
      if (!command) return;
      const isQuestion = !line.startsWith('/');
      if (isQuestion) add({ kind: 'user', id: snowflake(), at: Date.now(), author: 'You', text: line });
      void exchange(commandInteraction(command, options), isQuestion ? undefined : line);
    },
    ask({ command: name, options }, { commands }) {
      const command = commands.find((one) => one.name === name);
      if (!command) return;
      const given = Object.entries(options).map(([option, value]) => ({ name: option, value }));
      const used = [`/${name}`, ...given.map((option) => `${option.name}:${option.value}`)].join(' ');
      void exchange(commandInteraction(command, given), used);
    },
    press(message, customId, value) {
      void exchange(componentInteraction(message, customId, value), undefined, message);
    },
    use(name, on) {
      void exchange(messageInteraction(name, on), name);
    },
    dismiss,
  };
}

/** The command of a line; a question is that of /ask. */
function commandIn(
  line: string,
  commands: readonly DeclaredCommand[],
): { command?: DeclaredCommand; options: Extract<Typed<DeclaredCommand>, { kind: 'command' }>['options'] } {
  const typed = readTyped(line, commands);
  if (typed.kind === 'command') return typed;
  const ask = commands.find(({ name }) => name === 'ask');
  return ask
    ? { command: ask, options: [{ name: 'question', value: line, from: 0, to: line.length }] }
    : { options: [] };
}

const failed = (
  id: string,
  refused: string[],
  { used, why, again }: { used?: string | undefined; why?: string; again?: () => void },
): Failed => ({
  kind: 'failed',
  id,
  at: Date.now(),
  refused,
  ...(used ? { used } : {}),
  ...(why ? { why } : {}),
  ...(again ? { again } : {}),
});

/** The files of a message that is gone. */
function release({ files }: BotMessage): void {
  for (const address of Object.values(files)) URL.revokeObjectURL(address);
}

/** The files that came with a message, each as an address of this page. */
function addresses(files: readonly WireFile[]): Record<string, string> {
  return Object.fromEntries(
    files.map(({ name, type, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      return [name, URL.createObjectURL(new Blob([bytes], { type }))];
    }),
  );
}
