/** Where the program lies: what it reads beside its code is found from here, be it built into one file or not. */
import { existsSync } from 'node:fs';

function rootAbove(url: URL): URL {
  if (existsSync(new URL('package.json', url))) return url;
  const above = new URL('..', url);
  if (above.href === url.href) throw new Error('Footnote is not in its folder: there is no package.json.');
  return rootAbove(above);
}

/** The folder with package.json, data and dist. */
export const ROOT = rootAbove(new URL('.', import.meta.url));
