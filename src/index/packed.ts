/**
 * Data with large texts and lists of numbers in it, as bytes: JSON, and behind it the texts and the lists, which cost no more to read
 * than to copy. What `v8.deserialize` reads stays in memory until the whole heap is collected.
 */
import { crc32 } from 'node:zlib';

const LISTS = { Uint8Array, Uint16Array, Uint32Array, Float64Array };
type ListKind = keyof typeof LISTS;
const TEXTS = ['latin1', 'utf16le'] as const;
type TextKind = (typeof TEXTS)[number];

/**
 * The key in the JSON that stands for what lies behind it: so many bytes from a place on, among the texts or among the lists. It is
 * the key of nothing else.
 */
const BESIDE = '\0';
type Beside = { [BESIDE]: [kind: TextKind | ListKind, from: number, bytes: number] };

/** Every list begins where numbers of its kind may. */
const ALIGNED = 8;
/** A shorter text is as well off in the JSON. */
const LONG = 200;
/** The checksum of what follows, and the lengths of the JSON and of the texts. */
const HEAD = 12;

/**
 * @param data as JSON has it, and with lists of numbers in it
 * @throws TypeError where there is a list of another kind in it
 */
export function pack(data: unknown): Buffer {
  const texts = createArea(1);
  const lists = createArea(ALIGNED);
  const json = Buffer.from(
    JSON.stringify(data, (_, value: unknown) => {
      if (typeof value === 'string' && value.length >= LONG) {
        const kind: TextKind = /[^\0-\xff]/.test(value) ? 'utf16le' : 'latin1';
        return { [BESIDE]: [kind, ...texts.add(Buffer.from(value, kind))] };
      }
      if (!ArrayBuffer.isView(value)) return value;
      const kind = value.constructor.name;
      if (!(kind in LISTS)) throw new TypeError(`${kind} cannot be packed`);
      return {
        [BESIDE]: [kind, ...lists.add(Buffer.from(value.buffer, value.byteOffset, value.byteLength))],
      };
    }),
  );
  const head = Buffer.alloc(HEAD);
  const content = Buffer.concat([head, json, ...texts.parts, ...lists.parts]);
  content.writeUInt32LE(json.length, 4);
  content.writeUInt32LE(texts.length(), 8);
  content.writeUInt32LE(crc32(content.subarray(4)));
  return content;
}

/** Bytes one after the other, each beginning at a multiple of `aligned`. */
function createArea(aligned: number) {
  const parts: Buffer[] = [];
  let length = 0;
  return {
    parts,
    length: () => length,
    add(bytes: Buffer): [from: number, bytes: number] {
      const from = length;
      length = Math.ceil((from + bytes.length) / aligned) * aligned;
      parts.push(bytes, Buffer.alloc(length - from - bytes.length));
      return [from, bytes.length];
    },
  };
}

/** The data in `content`; nothing of that is held on to. @throws where it is damaged */
export function unpack(content: Buffer): unknown {
  if (content.length < HEAD || content.readUInt32LE() !== crc32(content.subarray(4)))
    throw new Error('damaged');
  const textsAt = HEAD + content.readUInt32LE(4);
  const listsAt = textsAt + content.readUInt32LE(8);
  const lists = content.buffer.slice(content.byteOffset + listsAt, content.byteOffset + content.length);
  const isText = (kind: TextKind | ListKind): kind is TextKind => TEXTS.some((text) => text === kind);
  const found = ({ [BESIDE]: [kind, from, bytes] }: Beside): unknown => {
    if (isText(kind)) return content.toString(kind, textsAt + from, textsAt + from + bytes);
    const List = LISTS[kind];
    return new List(lists as ArrayBuffer, from, bytes / List.BYTES_PER_ELEMENT);
  };
  const restored = (value: object): unknown => {
    if (BESIDE in value) return found(value as Beside);
    const fields = value as Record<string, unknown>;
    for (const key in fields) {
      const field = fields[key];
      if (typeof field === 'object' && field !== null) fields[key] = restored(field);
    }
    return value;
  };
  const [data] = restored([JSON.parse(content.toString('utf8', HEAD, textsAt))]) as unknown[];
  return data;
}
