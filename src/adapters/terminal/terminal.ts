/** The terminal: a prompt, a single answer, or JSON lines; the same dispatch as everywhere. */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { APIInteraction } from 'discord-api-types/v10';
import type { Call, OutFile } from '../../answer.js';
import { Refusal } from '../../commands/command.js';
import { choicesOf, optionsOf, slashCommands } from '../../commands/registry.js';
import type { Dispatch } from '../../dispatch.js';
import { type Dispatched, messageOf, type Sent } from '../../dispatched.js';
import { interactionOf, pressOf } from '../../interactions.js';
import type { Library } from '../../library.js';
import { type Message, renderNotice } from '../../render/message.js';
import { readLine } from './line.js';
import { buttonsOf, type Look, textOf } from './text.js';

export interface Terminal {
  dispatch: Dispatch;
  library: Library;
  input: Readable & { isTTY?: boolean };
  output: Writable & { isTTY?: boolean; columns?: number };
  env: Readonly<Record<string, string | undefined>>;
}

const COLUMNS = 80;

/** One line, one answer with all its pages. @returns the exit code: 1 where the line could not be understood. */
export function answerOnce(line: string, terminal: Terminal): number {
  const { understood, ...first } = ask(line, terminal);
  let sent: Sent = first;
  for (;;) {
    const { message } = sent;
    const next = buttonsOf(message).find((button) => button.label.startsWith('Next ›'));
    // Every page has the same files: the last one shows them.
    print(next ? { message, files: [] } : sent, terminal, false);
    if (!next?.customId) return understood ? 0 : 1;
    sent = sentBy(terminal.dispatch(pressOf(next.customId, message.flags)));
  }
}

/** Each line of input gives one line of JSON. @returns when the input ends. */
export async function answerAsJson(terminal: Terminal): Promise<void> {
  for await (const input of linesOf(terminal.input)) {
    const { answer, later, ...first } = ask(input, terminal);
    // Whoever reads this sees the message as it stands in the end.
    const { message, files } = (await later) ?? first;
    const line = {
      input,
      answer: answer ?? { found: false, evidence: [], sources: [] },
      message,
      ...(files.length ? { files: files.map(asJson) } : {}),
    };
    terminal.output.write(`${JSON.stringify(line)}\n`);
  }
}

const asJson = ({ name, type, data }: OutFile) => ({
  name,
  type,
  base64: Buffer.from(data).toString('base64'),
});

/** Lines as line feeds divide them and nothing else does: whoever pairs them with the answers counts those. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of input.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (rest) yield rest;
}

/** The prompt. @returns when the input ends or the asker leaves. */
export async function prompt(terminal: Terminal): Promise<void> {
  const { input, output } = terminal;
  const interactive = Boolean(input.isTTY && output.isTTY);
  const lines = createInterface({
    input,
    output: interactive ? output : undefined,
    prompt: '› ',
    historySize: 200,
    completer: (line: string) => completions(line, terminal),
  } as Parameters<typeof createInterface>[0]);
  let shown: Message | undefined;
  if (interactive) {
    output.write(
      'Type a command such as /indicator name:education, or a question. Tab completes, Ctrl-D leaves.\n',
    );
    lines.prompt();
  }
  for await (const raw of lines) {
    const line = raw.trim();
    if (/^(?:\/?(?:quit|exit))$/i.test(line)) break;
    if (line) {
      const pressed = /^!(\d+)$/.exec(line);
      const sent = pressed ? press(Number(pressed[1]), shown, terminal) : ask(line, terminal);
      // A notice has no buttons: those of the answer above it stay in reach.
      if (buttonsOf(sent.message).length > 0) shown = sent.message;
      print(sent, terminal, true);
    }
    if (interactive) lines.prompt();
  }
  lines.close();
}

function ask(input: string, terminal: Terminal): Pick<Dispatched, 'answer' | 'understood' | 'later'> & Sent {
  let line: Call;
  try {
    line = readLine(input, terminal.library);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { message: renderNotice(error.message, terminal.library.latest), files: [], understood: false };
  }
  const dispatched = terminal.dispatch(interactionOf(line));
  return { ...dispatched, ...sentBy(dispatched) };
}

const sentBy = (dispatched: Dispatched): Sent => ({
  message: messageOf(dispatched),
  files: dispatched.files ?? [],
});

function press(number: number, under: Message | undefined, terminal: Terminal): Sent {
  const button = under && buttonsOf(under)[number - 1];
  const notice = (sentence: string): Sent => ({
    message: renderNotice(sentence, terminal.library.latest),
    files: [],
  });
  if (!button) return notice('There is no such button. The numbers stand under the last answer.');
  if (!button.customId) return notice(`Open ${button.url} in a browser.`);
  return sentBy(terminal.dispatch(pressOf(button.customId, under.flags)));
}

/** A file is text, and so shown as it is, to be taken from there. */
function print({ message, files }: Sent, { output, env }: Terminal, pressing: boolean): void {
  const look: Look = {
    // A terminal that does not know its width says 0.
    columns: Math.min(output.columns || COLUMNS, COLUMNS),
    colour: Boolean(output.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb',
    pressing,
  };
  output.write(`${textOf(message, look)}\n\n`);
  for (const { name, data } of files) output.write(`--- ${name} ---\n${new TextDecoder().decode(data)}\n`);
}

/** What Tab offers: commands, then options, then the same choices that Discord would show. */
export function completions(line: string, { dispatch, library }: Terminal): [string[], string] {
  const start = /^\/(\S*)$/.exec(line);
  if (start) return [slashCommands.map((c) => `/${c.name} `).filter((name) => name.startsWith(line)), line];
  const command = slashCommands.find((c) => line.toLowerCase().startsWith(`/${c.name} `));
  if (!command) return [[], line];
  const options = optionsOf(command, library);
  const value = new RegExp(`(?:^|\\s)(${options.map((o) => o.name).join('|')}):([^:]*)$`, 'i').exec(line);
  if (value) {
    const [, name = '', typed = ''] = value;
    const values = valuesFor(name.toLowerCase(), typed, line);
    const whole = typed.trim().toLowerCase();
    // Behind a whole value and a blank comes the next option.
    const isWhole = typed.endsWith(' ') && values.some((v) => v.toLowerCase() === whole);
    if (values.length > 0 && !isWhole) return [values, typed];
  }
  const word = /\S*$/.exec(line)?.[0] ?? '';
  return [
    options.map((o) => `${o.name}:`).filter((o) => o.startsWith(word) && !line.includes(` ${o}`)),
    word,
  ];

  function valuesFor(name: string, typed: string, whole: string): string[] {
    if (name === 'private') return ['true', 'false'].filter((v) => v.startsWith(typed));
    const option = options.find((o) => o.name === name);
    const choices = option && choicesOf(option, library);
    if (choices) {
      return choices.map((c) => c.name).filter((n) => n.toLowerCase().startsWith(typed.toLowerCase()));
    }
    const { response } = dispatch(interactionOf(readLine(whole, library), name) as APIInteraction);
    return 'data' in response && 'choices' in response.data
      ? (response.data.choices ?? []).map((choice) => String(choice.value))
      : [];
  }
}
