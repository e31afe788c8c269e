/** What the tests of the double share: a double, and plain discord.js clients that answer as they are told. */

import { Client, Events, Routes } from 'discord.js';
import type { JsonObject } from '../../src/adapters/playground/discord/json.js';
import { DiscordDouble, type DoubleOptions } from './double.js';

export const TOKEN = 'MTAw.test.token';
export const APPLICATION = '100000000000000001';
export const GUILD = '290000000000000001';
/** What every message of the project says: nobody is notified. */
export const quiet = { allowed_mentions: { parse: [] } };
export const COMMANDS = [
  {
    name: 'votes',
    description: 'Shows votes',
    integration_types: [0, 1],
    contexts: [0, 1, 2],
    options: [
      { type: 3, name: 'resolution', description: 'Which', required: true, autocomplete: true },
      { type: 4, name: 'year', description: 'When', min_value: 1945 },
      { type: 5, name: 'private', description: 'Only for you', required: false },
      { type: 3, name: 'body', description: 'Who', choices: [{ name: 'Council', value: 'sc' }] },
    ],
  },
  { name: 'about', description: 'What this is', contexts: [0] },
  { type: 3, name: 'Find sources', integration_types: [0, 1], contexts: [0, 1, 2] },
];

export interface Answer {
  body: unknown;
  files?: { name: string; data: Buffer }[];
}
export type Answering = (interaction: JsonObject) => Answer | null;

export const says = (content: string) => ({ body: { type: 4, data: { content, ...quiet } } });

/** What a promise was rejected with, or null. */
export async function failure(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
    return null;
  } catch (error) {
    return error;
  }
}

export class Rig {
  readonly double: DiscordDouble;
  readonly #clients: Client[] = [];

  private constructor(double: DiscordDouble) {
    this.double = double;
  }

  static async start(options: Partial<DoubleOptions> = {}): Promise<Rig> {
    const all = { token: TOKEN, applicationId: APPLICATION, commands: COMMANDS, ...options };
    return new Rig(await DiscordDouble.start(all));
  }

  makeClient(
    answering: Answering = () => says('Hello'),
    intents = 0,
    [id, count]: readonly [id: number, count: number] = [0, 1],
  ): Client {
    const rest = { api: this.double.apiUrl, version: '10', retries: 1 };
    const client = new Client({ intents, rest, shards: [id], shardCount: count });
    this.#clients.push(client);
    client.on(Events.Error, () => {});
    onEvent(client, 'INTERACTION_CREATE', (data) => {
      const answer = answering(data);
      if (!answer) return;
      const route = Routes.interactionCallback(String(data.id), String(data.token));
      client.rest.post(route, { ...answer, auth: false }).catch(() => {});
    });
    return client;
  }

  async connect(answering?: Answering, intents = 0): Promise<Client> {
    const client = this.makeClient(answering, intents);
    await client.login(TOKEN);
    await this.double.ready();
    return client;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.destroy()));
    await this.double.close();
  }
}

/** Raw gateway events, which the typings of discord.js do not offer to listeners. */
export function onEvent(client: Client, event: string, listener: (data: JsonObject) => void): void {
  client.ws.on(event as never, listener as never);
}
