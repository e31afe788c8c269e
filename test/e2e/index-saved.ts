/** Before all tests: the index of the data is saved, so that no bot has it saved, and says so, in the middle of a test. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Of the bots that answer from the data of the project. */
export const INDEX_DIR = join(tmpdir(), 'footnote-e2e-index');

export default function setup(): void {
  // `npm test` builds first.
  if (existsSync('dist/save-index.js'))
    execFileSync(process.execPath, ['dist/save-index.js', 'data', INDEX_DIR]);
}
