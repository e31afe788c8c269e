/** The gateway half of the double: sessions, heartbeats and replay, in Discord's version 10 and JSON. */

import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
import { isObject, type JsonObject } from '../../src/adapters/playground/discord/json.js';
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
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
};
/** GUILD_MEMBERS, GUILD_PRESENCES and MESSAGE_CONTENT: an application has to be granted these. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
const KNOWN_INTENTS = (1 << 26) - 1;
const GUILDS = 1 << 0;
const LARGEST_PAYLOAD = 4096;

interface Session {
  id: string;
  intents: number;
  /** Everything dispatched so far, for replay; the sequence number of an event is its place plus one. */
  sent: JsonObject[];
  socket: WebSocket | null;
}

export interface GatewayOptions {
  token: string;
  heartbeatInterval: number;
  /** The data of READY, without what belongs to the connection. */
  ready: () => JsonObject;
  /** The servers, as GUILD_CREATE gives them. */
  guilds: () => JsonObject[];
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
  readonly #open = new Waiters<void>();
  #current: Session | null = null;
  #acknowledges = true;
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

  get isReady(): boolean {
    return this.#current?.socket?.readyState === WebSocket.OPEN;
  }

  /** The intents of the client that is, or was last, connected. */
  get intents(): number {
    return this.#current?.intents ?? 0;
  }

  /** Waits for a client that identified or resumed. */
  ready(timeoutMs: number): Promise<void> {
    if (this.isReady) return Promise.resolve();
    return this.#open.wait(timeoutMs, () => 'no client became ready');
  }

  /** Sends an event; while the client is away it is kept for replay. */
  dispatch(event: string, data: JsonObject): void {
    if (!this.#current) throw new Error('no client has identified yet: await double.ready() first');
    this.#send(this.#current, event, data);
  }

  /** Cuts the connection; with a code it is closed in good order instead. */
  drop(code?: number): void {
    const socket = this.#detach();
    if (code === undefined) socket.terminate();
    else socket.close(code);
  }

  /** Tells the client to reconnect and resume. Events from now on wait for it. */
  reconnect(): void {
    send(this.#detach(), { op: OP.reconnect, d: null });
  }

  /** Tells the client that its session is invalid, and whether it may try to resume. */
  invalidate(resumable: boolean): void {
    const session = this.#current;
    const socket = this.#detach();
    if (!resumable && session) this.#forget(session);
    send(socket, { op: OP.invalidSession, d: resumable });
  }

  acknowledge(acknowledges: boolean): void {
    this.#acknowledges = acknowledges;
  }

  close(): void {
    this.#open.rejectAll(new Error('the double was closed'));
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #detach(): WebSocket {
    const session = this.#current;
    const socket = session?.socket;
    if (!session || !socket) throw new Error('no client is connected: await double.ready() first');
    session.socket = null;
    return socket;
  }

  #forget(session: Session): void {
    this.#sessions.delete(session.id);
    if (this.#current === session) this.#current = null;
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

    const session: Session = { id: snowflake(), intents, sent: [], socket };
    this.#sessions.set(session.id, session);
    this.#current = session;
    this.#send(session, 'READY', {
      v: 10,
      ...this.#options.ready(),
      session_id: session.id,
      resume_gateway_url: this.#url,
      ...(body.shard === undefined ? {} : { shard: body.shard }),
    });
    if (intents & GUILDS) {
      for (const guild of this.#options.guilds()) this.#send(session, 'GUILD_CREATE', guild);
    }
    this.#open.resolveAll();
    return undefined;
  }

  #resume(socket: WebSocket, body: JsonObject): number | undefined {
    if (body.token !== this.#options.token) return CLOSE.authenticationFailed;
    const session = this.#sessions.get(String(body.session_id));
    if (!session) {
      send(socket, { op: OP.invalidSession, d: false });
      return undefined;
    }
    const seen = Number(body.seq);
    if (!Number.isInteger(seen) || seen < 0 || seen > session.sent.length) {
      return CLOSE.invalidSeq;
    }
    session.socket = socket;
    this.#current = session;
    this.resumes += 1;
    for (const missed of session.sent.slice(seen)) send(socket, missed);
    this.#send(session, 'RESUMED', { _trace: [] });
    this.#open.resolveAll();
    return undefined;
  }

  #send(session: Session, t: string, d: JsonObject): void {
    const payload = { op: OP.dispatch, t, s: session.sent.length + 1, d };
    session.sent.push(payload);
    if (session.socket) send(session.socket, payload);
  }

  #refuse(socket: WebSocket, code: number): void {
    this.closes.push(code);
    const session = this.#sessionOf(socket);
    if (session) session.socket = null;
    socket.close(code);
  }
}

function send(socket: WebSocket, payload: JsonObject): void {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(payload));
}
