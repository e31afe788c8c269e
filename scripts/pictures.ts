/**
 * Draws every picture of the newest edition into docs/pictures, and prints what each one shows.
 *
 *     node scripts/run.mjs scripts/pictures.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadVolumes } from '../src/assessment/loading/load.js';
import { createLibrary } from '../src/library.js';
import { draw } from '../src/render/pictures/draw.js';
import { PICTURES } from '../src/render/pictures/job.js';
import { THEMES } from '../src/render/pictures/palette.js';
import { createPictures } from '../src/render/pictures/pictures.js';
import { ROOT } from '../src/root.js';

const pathOf = (name: string) => fileURLToPath(new URL(name, ROOT));

/** @returns the exit code */
export async function main(): Promise<number> {
  const edition = createLibrary(loadVolumes(pathOf('data'))).latest;
  const pictures = createPictures(draw, console);
  const out = pathOf('docs/pictures');
  mkdirSync(out, { recursive: true });
  for (const name of PICTURES) {
    for (const theme of THEMES) {
      const picture = await pictures.get(name, theme, edition);
      if (!picture) return 1;
      const file = picture.name.replace(/\.png$/, `-${theme}.png`);
      writeFileSync(`${out}/${file}`, picture.png);
      const { png, alt } = picture;
      console.log(`${file}: ${Math.round(png.length / 1000)} kB`);
      if (theme === THEMES[0]) console.log(`${alt}\n`);
    }
  }
  return 0;
}
