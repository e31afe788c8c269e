/** The HTTP half of the double: listens on loopback, records every request, and misbehaves on demand. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isObject, type JsonObject } from '../../src/adapters/playground/discord/json.js';

export interface SentFile {
  name: string;
  type: string;
  data: Uint8Array;
}

export interface RecordedRequest {
  method: string;
  /** Without the prefix /api/v10, and without the query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  /** The JSON body; of a multipart body its `payload_json`. */
  body: unknown;
  files: SentFile[];
  /** Milliseconds since the epoch. */
  at: number;
  /** When all of it was there, by `performance.now()`. */
  arrivedAt: number;
}

export interface HttpAnswer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A text must occur in "METHOD /path", a pattern must match it, a function decides for itself. */
export type Matcher = string | RegExp | ((request: RecordedRequest) => boolean);
/** A status, a whole answer, no answer at all (`hang`), or a connection cut off (`drop`). */
export type FaultResponse = number | HttpAnswer | 'hang' | 'drop';

export interface Fault {
  /** How many requests it has met so far. */
  readonly hits: number;
  /** Lets requests through again before all the times are used up. */
  remove(): void;
}

interface ActiveFault {
  matches: (request: RecordedRequest) => boolean;
  left: number;
  hits: number;
  response: FaultResponse;
}

export type Handler = (request: RecordedRequest) => HttpAnswer;

const PREFIX = '/api/v10';

export class HttpServer {
  readonly requests: RecordedRequest[] = [];
  readonly server: Server;
  readonly #faults: ActiveFault[] = [];
  readonly #keeps: boolean;

  /** @param keeps whether requests are kept, to be looked at later */
  constructor(handler: Handler, onError: (error: unknown) => void, keeps: boolean) {
    this.#keeps = keeps;
    this.server = createServer((request, response) => {
      this.#serve(request, response, handler).catch((error: unknown) => {
        onError(error);
        if (response.headersSent) response.destroy();
        else send(response, { status: 500, body: { message: String(error), code: 0 } });
      });
    });
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(0, '127.0.0.1', resolve);
    });
    return (this.server.address() as AddressInfo).port;
  }

  fail(matcher: Matcher, times: number, response: FaultResponse): Fault {
    const fault: ActiveFault = { matches: asPredicate(matcher), left: times, hits: 0, response };
    this.#faults.push(fault);
    return {
      get hits() {
        return fault.hits;
      },
      remove() {
        fault.left = 0;
      },
    };
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await closed;
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse, handler: Handler): Promise<void> {
    const request = await read(incoming);
    if (this.#keeps) this.requests.push(request);
    const fault = this.#faults.find((candidate) => candidate.left > 0 && candidate.matches(request));
    if (!fault) {
      send(response, handler(request));
      return;
    }
    fault.left -= 1;
    fault.hits += 1;
    if (fault.response === 'drop') response.destroy();
    else if (fault.response !== 'hang') send(response, faultAnswer(fault.response));
  }
}

function asPredicate(matcher: Matcher): (request: RecordedRequest) => boolean {
  if (typeof matcher === 'function') return matcher;
  return ({ method, path }) => {
    const line = `${method} ${path}`;
    return typeof matcher === 'string' ? line.includes(matcher) : matcher.test(line);
  };
}

/** Fills in what Discord sends with a bare status; a rate limit says how long to wait. */
function faultAnswer(response: number | HttpAnswer): HttpAnswer {
  const answer = typeof response === 'number' ? { status: response } : response;
  if (answer.status !== 429) return { body: { message: `Fault ${answer.status}`, code: 0 }, ...answer };
  const wait = Number(answer.headers?.['Retry-After'] ?? 0.05);
  return {
    status: 429,
    body: answer.body ?? { message: 'You are being rate limited.', retry_after: wait, global: false },
    headers: { 'Retry-After': String(wait), 'X-RateLimit-Scope': 'user', ...answer.headers },
  };
}

async function read(incoming: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const arrivedAt = performance.now();
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  const { body, files } = await parse(Buffer.concat(chunks), incoming.headers['content-type'] ?? '');
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname.startsWith(`${PREFIX}/`) ? url.pathname.slice(PREFIX.length) : url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body,
    files,
    at: Date.now(),
    arrivedAt,
  };
}

async function parse(raw: Buffer, type: string): Promise<{ body: unknown; files: SentFile[] }> {
  if (raw.length === 0) return { body: undefined, files: [] };
  if (!type.startsWith('multipart/form-data')) return { body: fromJson(raw.toString()), files: [] };
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData();
  const files: SentFile[] = [];
  let body: unknown;
  for (const [key, value] of form) {
    if (key === 'payload_json') body = fromJson(String(value));
    else if (typeof value !== 'string') {
      files.push({ name: value.name, type: value.type, data: new Uint8Array(await value.arrayBuffer()) });
    }
  }
  return { body, files };
}

/** What is not JSON stays text, for the validators to refuse. */
function fromJson(raw: string): unknown {
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    return raw;
  }
}

function send(response: ServerResponse, { status, body, headers }: HttpAnswer): void {
  const payload = body === undefined ? undefined : JSON.stringify(body);
  response.writeHead(status, {
    ...(payload === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...headers,
  });
  response.end(payload);
}

/** Discord's own error, as discord.js reads it. */
export function refusal(status: number, code: number, message: string, errors?: JsonObject): HttpAnswer {
  return { status, body: isObject(errors) ? { code, message, errors } : { code, message } };
}

/** The answer to a body that breaks the rules. */
export function invalidForm(problems: string[]): HttpAnswer {
  const errors = { _errors: problems.map((message) => ({ code: 'INVALID', message })) };
  return refusal(400, 50035, 'Invalid Form Body', errors);
}
