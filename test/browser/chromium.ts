/** Debian's Chromium, or the one that CHROMIUM names. */
import { existsSync } from 'node:fs';

const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Where it is; undefined where there is none. */
export const chromium = PLACES.find((path) => path && existsSync(path));
