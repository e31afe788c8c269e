/** What the page asks of its server. */
import type { APIInteraction } from 'discord-api-types/v10';
import { type Answered, type Declared, type Later, ROUTES, type Said } from '../wire.js';

/** The server did not answer, or broke off: it is stopped, or out of reach. */
export class Unreachable extends Error {
  override name = 'Unreachable';
}

/** The server is there, and does not take what was sent. The message says why. */
export class Declined extends Error {
  override name = 'Declined';
}

/**
 * Sends an interaction. @param onLater gets what takes the place of the message once its picture is drawn
 * @throws Unreachable or Declined
 */
export async function send(
  interaction: APIInteraction,
  { onLater }: { onLater?: (later: Later) => void } = {},
): Promise<Answered> {
  const lines = linesOf(interaction);
  const first = await lines.next().catch((error: unknown) => {
    throw error instanceof Declined || error instanceof Unreachable ? error : new Unreachable();
  });
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

async function* linesOf(interaction: APIInteraction): AsyncGenerator<Said> {
  const response = await reach(ROUTES.interactions, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(interaction),
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

/** The commands, as they are declared to Discord. @throws Unreachable or Declined */
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
  } catch {
    throw new Unreachable();
  }
  if (response.ok) return response;
  const { error = '' } = (await response.json().catch(() => ({}))) as { error?: string };
  throw new Declined(error || `The server answers with ${response.status}.`);
}
