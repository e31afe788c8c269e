/**
 * Data with large texts and lists of numbers in it, as bytes: the texts and lists lie beside the rest, which is JSON, and are not
 * read but looked at where they lie. What `v8.deserialize` reads stays in memory until the whole heap is collected.
 */
import { crc32 } from 'node:zlib';

const LISTS = { Uint8Array, Uint16Array, Uint32Array, Float64Array };
type List = InstanceType<(typeof LISTS)[keyof typeof LISTS]>;
type Kind = keyof typeof LISTS | 'latin1' | 'utf16le';

/** Where a text or list lies: so many bytes from a place on. */
type Beside = { $: [kind: Kind, from: number, bytes: number] };

/** Every list begins where numbers of its kind may. */
const ALIGNED = 8;
const aligned = (length: number) => Math.ceil(length / ALIGNED) * ALIGNED;
/** A shorter text is as well off in the JSON. */
const LONG = 200;
/** The checksum of what follows, and the length of the JSON. */
const HEAD = 8;

/** @param data as JSON has it, and with lists of numbers in it; no key is "$" */
export function pack(data: unknown): Buffer {
  const parts: Buffer[] = [];
  let end = 0;
  const aside = (kind: Kind, bytes: Buffer): Beside => {
    const beside: Beside = { $: [kind, end, bytes.length] };
    parts.push(bytes, Buffer.alloc(aligned(bytes.length) - bytes.length));
    end += aligned(bytes.length);
    return beside;
  };
  const json = Buffer.from(
    JSON.stringify(data, (_, value: unknown) => {
      if (typeof value === 'string' && value.length >= LONG) {
        const kind = /[^\0-\xff]/.test(value) ? 'utf16le' : 'latin1';
        return aside(kind, Buffer.from(value, kind));
      }
      if (!ArrayBuffer.isView(value)) return value;
      const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
      return aside(value.constructor.name as keyof typeof LISTS, bytes);
    }),
  );
  const content = Buffer.alloc(HEAD + aligned(json.length) + end);
  content.writeUInt32LE(json.length, 4);
  json.copy(content, HEAD);
  Buffer.concat(parts).copy(content, HEAD + aligned(json.length));
  content.writeUInt32LE(crc32(content.subarray(4)));
  return content;
}

/** The data in `content`, whose bytes they are from now on. @throws where it is damaged */
export function unpack(content: Buffer): unknown {
  if (content.length < HEAD || content.readUInt32LE() !== crc32(content.subarray(4)))
    throw new Error('damaged');
  const length = content.readUInt32LE(4);
  const start = HEAD + aligned(length);
  const found = ({ $: [kind, from, bytes] }: Beside): string | List => {
    const at = content.byteOffset + start + from;
    if (kind === 'latin1' || kind === 'utf16le')
      return content.toString(kind, start + from, start + from + bytes);
    const List = LISTS[kind];
    return at % ALIGNED === 0
      ? new List(content.buffer as ArrayBuffer, at, bytes / List.BYTES_PER_ELEMENT)
      : new List(content.buffer.slice(at, at + bytes) as ArrayBuffer);
  };
  const restored = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if ('$' in value) return found(value as Beside);
    const fields = value as Record<string, unknown>;
    for (const key in fields) {
      const field = fields[key];
      if (typeof field === 'object' && field !== null) fields[key] = restored(field);
    }
    return value;
  };
  return restored(JSON.parse(content.toString('utf8', HEAD, HEAD + length)));
}
