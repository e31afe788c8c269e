import { setTimeout as wait } from 'node:timers/promises';
import { type Client, Events, GatewayIntentBits, Routes } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { JsonObject } from '../../src/adapters/playground/discord/json.js';
import type { DiscordDouble, DoubleOptions } from './double.js';
import { APPLICATION, Rig, says, TOKEN } from './rig.js';

/** Of two shards, each has one of these. */
const GUILDS_OF_SHARDS = [0n, 1n].map((shard) => ({ id: String(((1n << 36n) + shard) << 22n) }));

let rig: Rig;
let double: DiscordDouble;

afterEach(() => rig.stop());

async function start(options: Partial<DoubleOptions> = {}): Promise<void> {
  rig = await Rig.start(options);
  double = rig.double;
}

async function connect(options: Partial<DoubleOptions> = {}): Promise<Client> {
  await start(options);
  return rig.connect();
}

describe('the gateway', () => {
  it('lets a client in', async () => {
    await start();
    const client = rig.makeClient();
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(TOKEN);
    await ready;
    expect(client.user?.id).toBe(APPLICATION);
    expect(client.application?.id).toBe(APPLICATION);
    expect(double.gateway.identifies).toMatchObject([{ token: TOKEN, intents: 0 }]);
    expect(double.violations).toEqual([]);
  });

  it('gives servers to a client with the intent', async () => {
    await start({ guilds: [{ id: '5', name: 'Five' }] });
    const client = rig.makeClient(undefined, GatewayIntentBits.Guilds);
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(TOKEN);
    await ready;
    expect(client.guilds.cache.get('5')?.name).toBe('Five');
  });

  it('gives each shard its own servers, and what happens in them', async () => {
    await start({ guilds: GUILDS_OF_SHARDS });
    const answering = (name: string) => () => says(name);
    const clients = ['first', 'second'].map((name, at) =>
      rig.makeClient(answering(name), GatewayIntentBits.Guilds, [at, 2]),
    );
    for (const [at, client] of clients.entries()) {
      const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
      await client.login(TOKEN);
      await ready;
      await double.ready(undefined, at);
    }
    expect(double.gateway.identifies.map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(clients.map(({ guilds }) => [...guilds.cache.keys()])).toEqual(
      GUILDS_OF_SHARDS.map(({ id }) => [id]),
    );
    for (const [at, { id: guildId }] of GUILDS_OF_SHARDS.entries()) {
      const { message } = await double.command('about', {}, { guildId });
      expect(message?.content).toBe(['first', 'second'][at]);
    }
    const direct = await double.command('votes', { resolution: 'x' }, { context: 1 });
    expect(direct.message?.content).toBe('first');
    double.dropConnection(undefined, 1);
    await double.ready(undefined, 1);
    expect(double.gateway.resumes).toBe(1);
  });

  it('refuses who identifies, where it is told to', async () => {
    await start();
    double.refuseIdentify(4011);
    expect((await converse([identify(0)])).code).toBe(4011);
  });

  it('turns a wrong token away', async () => {
    await start();
    await expect(rig.makeClient().login('wrong')).rejects.toThrow(/invalid token/i);
    const answers = await converse([{ op: 2, d: { token: 'wrong', intents: 0 } }]);
    expect(answers.code).toBe(4004);
  });

  it.each([
    GatewayIntentBits.GuildMembers,
    GatewayIntentBits.GuildPresences,
    GatewayIntentBits.MessageContent,
  ])('does not grant the privileged intent %i', async (intents) => {
    await start();
    const client = rig.makeClient(undefined, intents);
    const closed = new Promise((resolve) => client.once(Events.ShardDisconnect, resolve));
    client.login(TOKEN).catch(() => {});
    expect(await closed).toMatchObject({ code: 4014 });
  });

  it('lets a dropped client resume and replays what it missed', async () => {
    await connect();
    double.dropConnection();
    const reply = await double.command('about');
    expect(reply.message?.content).toBe('Hello');
    await double.ready();
    expect(double.gateway.resumes).toBe(1);
    expect(double.gateway.identifies).toHaveLength(1);
  });

  it('closes with a code', async () => {
    await connect();
    double.dropConnection(4000);
    await double.ready();
    expect(double.gateway.resumes).toBe(1);
  });

  it('asks to reconnect (op 7)', async () => {
    await connect();
    double.reconnect();
    expect((await double.command('about')).message?.content).toBe('Hello');
    expect(double.gateway.resumes).toBe(1);
  });

  it('invalidates a session (op 9) that may be resumed', async () => {
    await connect();
    double.invalidate(true);
    await double.ready();
    expect(double.gateway.resumes).toBe(1);
    expect((await double.command('about')).message?.content).toBe('Hello');
  });

  // The client waits five seconds between two Identify.
  it('invalidates a session (op 9) for good', async () => {
    await connect();
    double.invalidate(false);
    await expect(double.command('about')).rejects.toThrow(/no client/);
    await double.ready();
    expect(double.gateway.resumes).toBe(0);
    expect(double.gateway.identifies).toHaveLength(2);
    expect((await double.command('about')).message?.content).toBe('Hello');
  });

  it('withholds acknowledgements, so that the client takes the connection for dead', async () => {
    await connect({ heartbeatInterval: 150 });
    await expect.poll(() => double.gateway.heartbeats).toBeGreaterThan(1);
    expect(double.gateway.resumes).toBe(0);
    double.withholdAcks();
    await expect.poll(() => double.gateway.resumes, { timeout: 5000 }).toBe(1);
    double.withholdAcks(false);
    await double.ready();
    expect((await double.command('about')).message?.content).toBe('Hello');
  });
});

describe('the protocol', () => {
  it.each<[string, (string | JsonObject)[], number]>([
    ['what is not JSON', ['{'], 4002],
    ['an unknown opcode', [{ op: 99 }], 4001],
    ['anything before Identify', [{ op: 3, d: {} }], 4003],
    ['two Identify', [identify(0), identify(0)], 4005],
    ['impossible intents', [identify(-1)], 4013],
    ['a shard that there is not', [identify(0, [2, 2])], 4010],
    ['more than 4096 bytes', [{ op: 1, d: 'x'.repeat(5000) }], 4002],
  ])('closes on %s', async (_, payloads, code) => {
    await start();
    expect((await converse(payloads)).code).toBe(code);
    expect(double.gateway.closes).toEqual([code]);
  });

  it('closes on another version', async () => {
    await start();
    expect((await converse([], '?v=6&encoding=json')).code).toBe(4012);
  });

  it('acknowledges heartbeats, and knows no session but its own', async () => {
    await start();
    const resume = { op: 6, d: { token: TOKEN, session_id: 'x', seq: 1 } };
    const { answers } = await converse([{ op: 1, d: null }, resume, '{']);
    expect(answers.map(({ op }) => op)).toEqual([10, 11, 9]);
  });
});

it('leaves nothing behind, whatever is still under way', async () => {
  const handles = () => process.getActiveResourcesInfo().filter((name) => /TCP|Timeout/.test(name)).length;
  const before = handles();
  await start();
  let answers = true;
  const client = await rig.connect(() => (answers ? says('Hello') : null));
  await double.command('about');
  answers = false;
  const unanswered = expect(double.command('about')).rejects.toThrow('the double was closed');
  double.fail('/users', 1, 'hang');
  const hanging = expect(client.rest.get(Routes.user())).rejects.toThrow();
  await wait(50);
  await rig.stop();
  await unanswered;
  await hanging;
  await expect.poll(handles).toBeLessThanOrEqual(before);
});

function identify(intents: number, shard?: number[]): JsonObject {
  return { op: 2, d: { token: TOKEN, intents, properties: {}, ...(shard ? { shard } : {}) } };
}

/** Sends payloads one after the other, and gives what came back until the connection was closed. */
async function converse(
  payloads: (string | JsonObject)[],
  query = '?v=10&encoding=json',
): Promise<{ code: number; answers: JsonObject[] }> {
  const socket = new WebSocket(`${double.gateway.url}/${query}`);
  const answers: JsonObject[] = [];
  socket.on('message', (data) => answers.push(JSON.parse(String(data)) as JsonObject));
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve);
  });
  socket.on('open', () => {
    for (const payload of payloads) {
      socket.send(typeof payload === 'string' ? payload : JSON.stringify(payload));
    }
  });
  return { code: await closed, answers };
}
