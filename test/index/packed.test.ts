import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack, unpack } from '../../src/index/packed.js';

const list = fc.oneof(
  fc.uint8Array({ maxLength: 50 }),
  fc.uint16Array({ maxLength: 50 }),
  fc.uint32Array({ maxLength: 50 }),
  fc.float64Array({ maxLength: 50 }),
);
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'grapheme', minLength: 200, maxLength: 300 }),
  fc.string({ unit: 'grapheme-ascii', minLength: 190, maxLength: 250 }),
  fc.string({
    unit: fc.nat({ max: 0xff }).map((code) => String.fromCharCode(code)),
    minLength: 190,
    maxLength: 250,
  }),
  // Half a pair is no letter, and kept all the same.
  fc.string({ unit: fc.constantFrom('\ud800', '\udc00', 'a'), minLength: 190, maxLength: 250 }),
);
const key = fc.oneof(
  fc.string().filter((each) => each !== '\0' && each !== '__proto__'),
  fc.constantFrom('$', 'toJSON', 'constructor'),
);
const { data } = fc.letrec((tie) => ({
  data: fc.oneof(
    { maxDepth: 4 },
    text,
    list,
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('data'), { maxLength: 5 }),
    fc.dictionary(key, tie('data'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

describe('what was packed', () => {
  test('is unpacked as it was, wherever its bytes lie', () => {
    fc.assert(
      fc.property(data, fc.nat({ max: 9 }), (one, offset) => {
        const packed = pack(one);
        expect(unpack(packed)).toEqual(one);
        const moved = Buffer.alloc(packed.length + offset);
        packed.copy(moved, offset);
        expect(unpack(moved.subarray(offset))).toEqual(one);
      }),
    );
  });

  test('is not unpacked where anything in it was changed or is missing', () => {
    fc.assert(
      fc.property(data, fc.nat(), fc.integer({ min: 1, max: 255 }), (one, at, by) => {
        const changed = pack(one);
        const place = at % changed.length;
        changed[place] = (changed[place] as number) ^ by;
        expect(() => unpack(changed)).toThrow('damaged');
        expect(() => unpack(pack(one).subarray(0, place))).toThrow('damaged');
      }),
    );
  });

  test('may not be a list that could not be unpacked', () => {
    expect(() => pack({ list: new Int8Array(3) })).toThrow('Int8Array cannot be packed');
  });
});
