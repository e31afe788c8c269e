import { expect, test } from 'vitest';
import { jsonOf } from '../../src/render/written.js';

test('what is written is in memory of its own, so that no more is kept with it', () => {
  for (const text of ['', 'short', 'ägyptisch …', '\ud800', 'long '.repeat(5000)]) {
    const json = jsonOf({ text });
    expect(json.toString()).toBe(JSON.stringify({ text }));
    expect(json.buffer.byteLength).toBe(json.length);
  }
});
