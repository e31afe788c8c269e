/** The assessment in `data/`, loaded once for all tests that answer from it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadVolumes } from '../src/assessment/loading/load.js';
import type { Assessment } from '../src/assessment/schema.js';
import { createLibrary } from '../src/library.js';

const DATA = new URL('../data/', import.meta.url);

export const library = createLibrary(
  loadVolumes(fileURLToPath(DATA)).filter(({ card }) => card.id === 'chn-2023'),
);
export const edition = library.latest;

/** The file as it stands on disk: what the program says is measured against this, and not against its own reading. */
export const raw = JSON.parse(readFileSync(new URL('chn-2023.json', DATA), 'utf8')) as Assessment;
