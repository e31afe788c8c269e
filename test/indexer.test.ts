/** An index that cannot be saved harms nobody: the log says so. */
import { expect, test, vi } from 'vitest';
import { volumeOf } from '../src/assessment/volume.js';
import { createIndexer } from '../src/indexer.js';
import { createLog } from '../src/log.js';
import { raw } from './library.js';

const indexer = (script: URL) => {
  const lines: { level: string; msg: string }[] = [];
  const log = createLog({ level: 'info', write: (line) => void lines.push(JSON.parse(line)) });
  return { lines, indexer: createIndexer({ DATA_DIR: 'data', INDEX_DIR: '/nowhere' }, log, script) };
};
const FAILED = 'the index could not be saved: the next start takes longer';

test('where the program that saves it is not there', async () => {
  const { lines, indexer: own } = indexer(new URL('./no-such-program.js', import.meta.url));
  own.save([volumeOf(raw)]);
  await vi.waitFor(() => expect(lines.map(({ msg }) => msg)).toEqual([FAILED]), 10_000);
  // And again, another time.
  own.renew([volumeOf(raw)]);
  await vi.waitFor(() => expect(lines).toHaveLength(2), 10_000);
});

test('where no process can be started', async () => {
  const { lines, indexer: own } = indexer(new URL('./no-such-program.js', import.meta.url));
  const { execPath } = process;
  try {
    process.execPath = '/no/such/node';
    own.save([volumeOf(raw)]);
  } finally {
    process.execPath = execPath;
  }
  await vi.waitFor(() => expect(lines.map(({ msg }) => msg)).toEqual([FAILED]), 10_000);
});

test('where it is told to stop, nothing is said and nothing begun', async () => {
  const { lines, indexer: own } = indexer(new URL('./no-such-program.js', import.meta.url));
  own.save([volumeOf(raw)]);
  own.stop();
  own.renew([volumeOf(raw)]);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(lines).toEqual([]);
});
