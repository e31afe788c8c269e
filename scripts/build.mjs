/**
 * Builds the program and the local page into dist, where anything that they are made of has changed since: `npm start`
 * comes here first, and most of the time there is nothing to do. The program is put into few files, together with most of
 * the packages that it uses: Node takes half as long to read them as the hundreds that they are made of.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const STAMP = 'dist/.built';

const PROGRAM = {
  configFile: false,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'dist',
    target: 'node20',
    rolldownOptions: {
      external: [
        // For shards alone.
        'discord.js',
        // For pictures alone; the first is native.
        '@resvg/resvg-js',
        'satori',
        // Looked for by packages that do without.
        'zlib-sync',
        'bufferutil',
        'utf-8-validate',
      ],
      input: {
        main: 'src/main.ts',
        draw: 'src/render/pictures/worker.ts',
        'save-index': 'src/save-index.ts',
      },
    },
  },
};

/** Of every file that the build reads: its path, when it was changed, and its size. */
function stampOf() {
  const files = [
    ...['package-lock.json', 'scripts/build.mjs'],
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
  const { build } = await import('vite');
  try {
    await build(PROGRAM);
    await build({ configFile: 'src/adapters/playground/page/vite.config.ts' });
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  writeFileSync(STAMP, stamp);
}
