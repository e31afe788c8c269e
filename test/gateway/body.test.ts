import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyOf, requestOf, streamOf } from '../../src/adapters/body.js';

const json = Buffer.from('{"content":"Zoë’s “answer”"}');

/** As whoever receives it reads it. */
async function received(body: ReturnType<typeof bodyOf>) {
  const stream = streamOf(body);
  const bytes = stream instanceof Uint8Array ? stream : await buffer(stream);
  expect(bytes).toHaveLength(body.length);
  // What may be sent again is the same.
  expect(Buffer.concat(requestOf(body).body)).toEqual(Buffer.from(bytes));
  return new Response(Uint8Array.from(bytes), { headers: { 'content-type': body.type } });
}

test('an answer without files is sent as it is', async () => {
  const response = await received(bodyOf({ json: () => json }));
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(Buffer.from(await response.arrayBuffer())).toEqual(json);
});

test('files arrive byte for byte, under their names and in their order', async () => {
  const file = fc.record({
    // Of a line's end in a name, and of a character that is half of one, no form says anything certain.
    name: fc.string({ unit: 'grapheme', minLength: 1 }).filter((name) => !/[\r\n"]/.test(name)),
    type: fc.constantFrom('image/png', 'text/csv'),
    data: fc.uint8Array({ maxLength: 500 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 4 }), async (files) => {
      const form = await (await received(bodyOf({ json: () => json, files }))).formData();
      expect([...form.keys()]).toEqual(['payload_json', ...files.map((_, i) => `files[${i}]`)]);
      expect(form.get('payload_json')).toBe(json.toString());
      for (const [i, { name, type, data }] of files.entries()) {
        const one = form.get(`files[${i}]`) as File;
        expect([one.name, one.type]).toEqual([name, type]);
        expect(new Uint8Array(await one.arrayBuffer())).toEqual(data);
      }
    }),
  );
});

test('a name ends no part of the form', () => {
  const name = 'a"\r\n\r\nb.csv';
  const { pieces } = bodyOf({
    json: () => json,
    files: [{ name, type: 'text/csv', data: Uint8Array.of(1) }],
  });
  expect(Buffer.concat(pieces).toString()).toContain('filename="a%22%0D%0A%0D%0Ab.csv"');
});
