/** What the page asks of its server. */
import type { APIInteraction } from 'discord-api-types/v10';
import { type Answered, type Declared, type Later, ROUTES, type Said } from '../wire.js';

/** The server did not answer: it is stopped, or out of reach. */
export class Unreachable extends Error {
  override name = 'Unreachable';
}

/**
 * Sends an interaction. @param onLater gets what takes the place of the message once its picture is drawn
 * @throws Unreachable
 */
export async function send(
  interaction: APIInteraction,
  { onLater, signal }: { onLater?: (later: Later) => void; signal?: AbortSignal } = {},
): Promise<Answered> {
  const lines = linesOf(interaction, signal);
  const first = await lines.next();
  if (first.done || !('now' in first.value)) throw new Unreachable();
  void rest(lines, onLater);
  return first.value.now;
}

async function rest(lines: AsyncGenerator<Said>, onLater?: (later: Later) => void): Promise<void> {
  try {
    for await (const said of lines) if ('later' in said) onLater?.(said.later);
  } catch {
    // The picture will not come any more; the words are there.
  }
}

async function* linesOf(interaction: APIInteraction, signal?: AbortSignal): AsyncGenerator<Said> {
  const response = await reach(ROUTES.interactions, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(interaction),
    ...(signal ? { signal } : {}),
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value = '' } = (await reader?.read()) ?? { done: true };
    text += value;
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Said;
    if (done) return;
  }
}

/** The commands, as they are declared to Discord. @throws Unreachable */
export async function declared(): Promise<Declared> {
  return (await (await reach(ROUTES.commands)).json()) as Declared;
}

/** Whether the server is there. */
export async function isThere(): Promise<boolean> {
  try {
    await reach(ROUTES.alive, { signal: AbortSignal.timeout(2000), cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
}

async function reach(route: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(route, init);
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error;
    throw new Unreachable();
  }
  if (!response.ok) throw new Unreachable();
  return response;
}
