/** An answer as the body of what is sent to Discord: of a callback, of the response over HTTP, of a message that gets its picture. */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { OutFile } from '../answer.js';
import type { Dispatched } from '../dispatched.js';

export interface Body {
  /** Its media type. */
  type: string;
  /** In bytes. */
  length: number;
  /** What it consists of, one behind the other. */
  pieces: readonly Uint8Array[];
}

export function bodyOf({ json, files = [] }: Pick<Dispatched, 'json' | 'files'>): Body {
  const message = json();
  return files.length > 0
    ? formOf(message, files)
    : { type: 'application/json', length: message.length, pieces: [message] };
}

/** To be sent once, as undici and Fastify take it: nothing is copied. */
export function streamOf({ pieces }: Body): Uint8Array | Readable {
  const [only, ...others] = pieces;
  return only && others.length === 0 ? only : Readable.from(pieces);
}

/** A request of @discordjs/rest, which may send it more than once and so makes one piece of it each time. */
export const requestOf = ({ type, pieces }: Body) => ({
  body: pieces,
  passThroughBody: true as const,
  headers: { 'content-type': type },
  auth: false as const,
});

const LINE = '\r\n';

/**
 * A message with its files: `multipart/form-data`, by RFC 7578 and https://discord.com/developers/docs/reference#uploading-files.
 * The files are not copied: FormData makes three copies of each, and with some thousands of pictures of half a megabyte sent, the
 * process had come to 0.8 GB.
 */
function formOf(message: Buffer, files: readonly OutFile[]): Body {
  const boundary = randomUUID();
  const part = (disposition: string, type: string, data: Uint8Array) => [
    Buffer.from(
      `--${boundary}${LINE}Content-Disposition: form-data; ${disposition}${LINE}Content-Type: ${type}${LINE}${LINE}`,
    ),
    data,
    Buffer.from(LINE),
  ];
  const pieces = [
    ...part('name="payload_json"', 'application/json', message),
    ...files.flatMap(({ name, type, data }, i) =>
      part(`name="files[${i}]"; filename="${escaped(name)}"`, type, data),
    ),
    Buffer.from(`--${boundary}--${LINE}`),
  ];
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    length: pieces.reduce((sum, { length }) => sum + length, 0),
    pieces,
  };
}

/** https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data */
const escaped = (name: string) => name.replace(/["\r\n]/g, encodeURIComponent);
