/**
 * Builds the program and the local page into dist, where anything that they are made of has changed since: `npm start`
 * comes here first, and most of the time there is nothing to do.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const STAMP = 'dist/.built';

/** Of every file that the build reads: its path, when it was changed, and its size. */
function stampOf() {
  const files = [
    ...['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/build.mjs'],
    ...readdirSync('src', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `${parentPath}/${name}`)
      .sort(),
  ];
  const hash = createHash('sha256');
  for (const file of files) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

const stamp = stampOf();
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== stamp) {
  // What is not made any more would stay.
  rmSync('dist', { recursive: true, force: true });
  const run = (bin, ...args) =>
    execFileSync(process.execPath, [`node_modules/${bin}`, ...args], { stdio: 'inherit' });
  try {
    run('typescript/bin/tsc', '-p', 'tsconfig.build.json');
    run('vite/bin/vite.js', 'build', 'src/adapters/playground/page');
  } catch {
    // They have said what is wrong.
    process.exit(1);
  }
  writeFileSync(STAMP, stamp);
}
