/** The gateway half of the double: sessions, heartbeats and replay, in Discord's version 10 and JSON. */

import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
import { isObject, type JsonObject, list, objects } from '../../src/adapters/playground/discord/json.js';
import { snowflake } from './snowflake.js';
import { Waiters } from './waiters.js';

const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  members: 8,
  invalidSession: 9,
  hello: 10,
  ack: 11,
};
const CLOSE = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSeq: 4007,
  invalidShard: 4010,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
};
/** GUILD_MEMBERS, GUILD_PRESENCES and MESSAGE_CONTENT: an application has to be granted these. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
const KNOWN_INTENTS = (1 << 26) - 1;
const GUILDS = 1 << 0;
const LARGEST_PAYLOAD = 4096;

type Shard = readonly [id: number, count: number];

interface Session {
  id: string;
  intents: number;
  /** Which part of the servers it is for: its number, and how many there are. */
  shard: Shard;
  /** The sequence number of the last event. */
  seq: number;
  /** Everything dispatched so far, for replay; the sequence number of an event is its place plus one. */
  sent: JsonObject[];
  socket: WebSocket | null;
}

export interface GatewayOptions {
  token: string;
  heartbeatInterval: number;
  /** The data of READY, without what belongs to the connection. */
  ready: () => JsonObject;
  /** The servers, as GUILD_CREATE gives them; a shard gets its own. */
  guilds: () => JsonObject[];
  /** Whether events are kept for replay; where not, no session can be resumed. */
  keeps: boolean;
}

export class Gateway {
  /** The payloads of all Identify so far. */
  readonly identifies: JsonObject[] = [];
  /** How often a session was resumed. */
  resumes = 0;
  heartbeats = 0;
  /** The codes with which connections were refused or ended by the gateway itself. */
  readonly closes: number[] = [];
  readonly #options: GatewayOptions;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #sessions = new Map<string, Session>();
  /** Those who wait for a shard. */
  readonly #open = new Map<number, Waiters<void>>();
  /** The last session of each shard. */
  readonly #current = new Map<number, Session>();
  #acknowledges = true;
  #refusal: number | undefined;
  #url = '';

  constructor(options: GatewayOptions) {
    this.#options = options;
  }

  attach(server: Server, url: string): void {
    this.#url = url;
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      this.#server.handleUpgrade(request, socket, head, (opened) => this.#accept(opened, request));
    });
  }

  get url(): string {
    return this.#url;
  }

  /** The intents of the client that is, or was last, connected. */
  get intents(): number {
    return this.#current.get(0)?.intents ?? 0;
  }

  /** Waits for a client that identified or resumed, as that shard. */
  ready(timeoutMs: number, shard = 0): Promise<void> {
    if (this.#current.get(shard)?.socket?.readyState === WebSocket.OPEN) return Promise.resolve();
    const waiters = this.#open.get(shard) ?? new Waiters<void>();
    this.#open.set(shard, waiters);
    return waiters.wait(timeoutMs, () => `no client became ready as shard ${shard}`);
  }

  /** Sends an event to the shard that its server belongs to; while the client is away it is kept for replay. */
  dispatch(event: string, data: JsonObject): void {
    const session = this.#current.get(this.#shardFor(data.guild_id));
    if (!session) throw new Error('no client has identified yet: await double.ready() first');
    this.#send(session, event, data);
  }

  /** Cuts the connection of a shard; with a code it is closed in good order instead. */
  drop(code?: number, shard = 0): void {
    const { socket } = this.#detach(shard);
    if (code === undefined) socket.terminate();
    else socket.close(code);
  }

  /** Tells the client to reconnect and resume. Events from now on wait for it. */
  reconnect(): void {
    send(this.#detach().socket, { op: OP.reconnect, d: null });
  }

  /** Tells the client that its session is invalid, and whether it may try to resume. */
  invalidate(resumable: boolean): void {
    const { session, socket } = this.#detach();
    if (!resumable) this.#forget(session);
    send(socket, { op: OP.invalidSession, d: resumable });
  }

  acknowledge(acknowledges: boolean): void {
    this.#acknowledges = acknowledges;
  }

  /** Closes from now on with that code whenever a client identifies. */
  refuse(code: number): void {
    this.#refusal = code;
  }

  close(): void {
    for (const waiters of this.#open.values()) waiters.rejectAll(new Error('the double was closed'));
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  /** Which shard a server belongs to; direct messages are the first one's. */
  #shardFor(guildId: unknown): number {
    const [, count] = [...this.#current.values()].at(-1)?.shard ?? [0, 1];
    return typeof guildId === 'string' ? shardOf(guildId, count) : 0;
  }

  #detach(shard = 0): { session: Session; socket: WebSocket } {
    const session = this.#current.get(shard);
    const socket = session?.socket;
    if (!session || !socket) throw new Error('no client is connected: await double.ready() first');
    session.socket = null;
    return { session, socket };
  }

  #forget(session: Session): void {
    this.#sessions.delete(session.id);
    const [shard] = session.shard;
    if (this.#current.get(shard) === session) this.#current.delete(shard);
  }

  #accept(socket: WebSocket, request: IncomingMessage): void {
    const { searchParams } = new URL(request.url ?? '/', this.#url);
    if (searchParams.get('v') !== '10' || (searchParams.get('encoding') ?? 'json') !== 'json') {
      this.#refuse(socket, CLOSE.invalidVersion);
      return;
    }
    socket.on('message', (data) => {
      const refused = this.#receive(socket, data);
      if (refused !== undefined) this.#refuse(socket, refused);
    });
    // A client that leaves for good ends its session; with any other code it may come back and resume.
    socket.on('close', (code) => {
      const session = this.#sessionOf(socket);
      if (!session) return;
      session.socket = null;
      if (code === 1000 || code === 1001) this.#forget(session);
    });
    socket.on('error', () => socket.terminate());
    send(socket, { op: OP.hello, d: { heartbeat_interval: this.#options.heartbeatInterval, _trace: [] } });
  }

  #sessionOf(socket: WebSocket): Session | undefined {
    return [...this.#sessions.values()].find((session) => session.socket === socket);
  }

  /** Acts on what a client sent, or says with which code to close on it. */
  #receive(socket: WebSocket, data: RawData): number | undefined {
    const raw = data.toString();
    let payload: unknown;
    try {
      payload = JSON.parse(raw);
    } catch {
      // Left undefined, and refused below.
    }
    if (!isObject(payload) || raw.length > LARGEST_PAYLOAD) return CLOSE.decodeError;
    const body = isObject(payload.d) ? payload.d : {};
    switch (payload.op) {
      case OP.heartbeat:
        this.heartbeats += 1;
        if (this.#acknowledges) send(socket, { op: OP.ack });
        return undefined;
      case OP.identify:
        return this.#identify(socket, body);
      case OP.resume:
        return this.#resume(socket, body);
      case OP.presence:
      case OP.voice:
      case OP.members:
        return this.#sessionOf(socket) ? undefined : CLOSE.notAuthenticated;
      default:
        return CLOSE.unknownOpcode;
    }
  }

  #identify(socket: WebSocket, body: JsonObject): number | undefined {
    this.identifies.push(body);
    const intents = Number(body.intents);
    if (this.#sessionOf(socket)) return CLOSE.alreadyAuthenticated;
    if (body.token !== this.#options.token) return CLOSE.authenticationFailed;
    if (!Number.isInteger(intents) || intents < 0 || intents > KNOWN_INTENTS) {
      return CLOSE.invalidIntents;
    }
    if (intents & PRIVILEGED) return CLOSE.disallowedIntents;

    if (this.#refusal !== undefined) return this.#refusal;
    const shard = asShard(body.shard);
    if (!shard) return CLOSE.invalidShard;

    const session: Session = { id: snowflake(), intents, shard, seq: 0, sent: [], socket };
    this.#sessions.set(session.id, session);
    this.#current.set(shard[0], session);
    const isOwn = ({ id }: JsonObject) => shardOf(String(id), shard[1]) === shard[0];
    const ready = this.#options.ready();
    this.#send(session, 'READY', {
      v: 10,
      ...ready,
      guilds: objects(ready.guilds).filter(isOwn),
      session_id: session.id,
      resume_gateway_url: this.#url,
      ...(body.shard === undefined ? {} : { shard: body.shard }),
    });
    if (intents & GUILDS) {
      for (const guild of this.#options.guilds().filter(isOwn)) this.#send(session, 'GUILD_CREATE', guild);
    }
    this.#open.get(shard[0])?.resolveAll();
    return undefined;
  }

  #resume(socket: WebSocket, body: JsonObject): number | undefined {
    if (body.token !== this.#options.token) return CLOSE.authenticationFailed;
    const session = this.#sessions.get(String(body.session_id));
    if (!session || !this.#options.keeps) {
      send(socket, { op: OP.invalidSession, d: false });
      return undefined;
    }
    const seen = Number(body.seq);
    if (!Number.isInteger(seen) || seen < 0 || seen > session.sent.length) {
      return CLOSE.invalidSeq;
    }
    session.socket = socket;
    this.#current.set(session.shard[0], session);
    this.resumes += 1;
    for (const missed of session.sent.slice(seen)) send(socket, missed);
    this.#send(session, 'RESUMED', { _trace: [] });
    this.#open.get(session.shard[0])?.resolveAll();
    return undefined;
  }

  #send(session: Session, t: string, d: JsonObject): void {
    session.seq += 1;
    const payload = { op: OP.dispatch, t, s: session.seq, d };
    if (this.#options.keeps) session.sent.push(payload);
    if (session.socket) send(session.socket, payload);
  }

  #refuse(socket: WebSocket, code: number): void {
    this.closes.push(code);
    const session = this.#sessionOf(socket);
    if (session) session.socket = null;
    socket.close(code);
  }
}

/** Which of `count` shards a server belongs to, as Discord reckons it. */
function shardOf(guildId: string, count: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(count));
}

/** What a client says of its shard: nothing where it is the only one, `undefined` where it makes no sense. */
function asShard(given: unknown): Shard | undefined {
  const [id, count, ...more] = given === undefined ? [0, 1] : list(given).map(Number);
  const isOne = Number.isInteger(id) && Number.isInteger(count) && more.length === 0;
  return isOne && id !== undefined && count !== undefined && id >= 0 && id < count ? [id, count] : undefined;
}

function send(socket: WebSocket, payload: JsonObject): void {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(payload));
}
