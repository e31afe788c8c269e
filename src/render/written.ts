/** Messages as they are sent. */
import { encodeRemove } from './custom-id.js';
import { type Rendered, removableBy } from './message.js';

/** JSON in UTF-8. */
export const jsonOf = (value: unknown): Buffer => bytesOf(JSON.stringify(value));

const encoder = new TextEncoder();
/** In memory of its own: the pool of Buffer.from, which short texts share, would be kept with each of them. */
function bytesOf(text: string): Buffer {
  const { buffer, byteOffset, byteLength } = encoder.encode(text);
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** Of nobody: in its place stands the id of whoever may remove the message. */
const NOBODY = '0';

/**
 * A message written once for all who ask the same: what makes it another one for each is the button that removes it.
 * @param response what is sent, with a message in it
 * @param isRemovable whether whoever asked for it may remove it
 * @returns the JSON of the response for the id of a user; of nobody where it is not to be removed
 */
export function writtenOnce(
  response: (message: Rendered['message']) => object,
  rendered: Rendered,
  isRemovable: boolean,
): (asker?: string) => Buffer {
  if (!isRemovable) {
    const whole = jsonOf(response(rendered.message));
    return () => whole;
  }
  const whole = JSON.stringify(response(removableBy(rendered, NOBODY)));
  const id = encodeRemove(NOBODY);
  // The button is the last of the message, and no file is named behind it.
  const at = whole.lastIndexOf(`"${id}"`) + 1;
  const [before, behind] = [whole.slice(0, at), whole.slice(at + id.length)].map(bytesOf) as [Buffer, Buffer];
  return (asker = NOBODY) => Buffer.concat([before, Buffer.from(encodeRemove(asker)), behind]);
}
