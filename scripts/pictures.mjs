/**
 * Draws every picture of the newest edition into docs/pictures, and prints what each one shows.
 *
 *     npm run build && node scripts/pictures.mjs [directory of the build]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const build = resolve(process.argv[2] ?? `${root}/dist`);
const load = (file) => import(pathToFileURL(`${build}/${file}`).href);

const [{ loadAssessments }, { createLibrary }, { draw }, { PICTURES }, { THEMES }, { createPictures }] =
  await Promise.all(
    [
      'assessment/loading/load.js',
      'library.js',
      'render/pictures/draw.js',
      'render/pictures/job.js',
      'render/pictures/palette.js',
      'render/pictures/pictures.js',
    ].map(load),
  );

const edition = createLibrary(loadAssessments(`${root}/data`)).latest;
const pictures = createPictures(draw, console);
const out = `${root}/docs/pictures`;
mkdirSync(out, { recursive: true });

for (const name of PICTURES) {
  for (const theme of THEMES) {
    const picture = await pictures.get(name, theme, edition);
    if (!picture) process.exit(1);
    const file = picture.name.replace(/\.png$/, `-${theme}.png`);
    writeFileSync(`${out}/${file}`, picture.png);
    const { png, alt } = picture;
    console.log(`${file}: ${Math.round(png.length / 1000)} kB`);
    if (theme === THEMES[0]) console.log(`${alt}\n`);
  }
}
