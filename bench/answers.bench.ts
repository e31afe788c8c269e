/** How long the start and an answer take. Run with `npm run bench`; nothing here passes or fails. */
import { bench, describe } from 'vitest';
import { readLine } from '../src/adapters/terminal/line.js';
import { loadAssessments } from '../src/assessment/loading/load.js';
import { createDispatch } from '../src/dispatch.js';
import { interactionOf } from '../src/interactions.js';
import { createLibrary } from '../src/library.js';
import { createLog } from '../src/log.js';

const assessments = loadAssessments('data');
const library = createLibrary(assessments);
const dispatch = createDispatch(library, createLog({ level: 'silent' }), 'bench');

describe('start', () => {
  bench('read and check the data', () => void loadAssessments('data'));
  bench('build the index', () => void createLibrary(assessments));
});

describe('an answer, from interaction to message', () => {
  for (const line of [
    '/indicator name:15',
    '/ratings',
    '/votes',
    '/votes resolution:S/RES/2677',
    '/search query:press freedom',
    'how are refugees from north korea treated',
  ]) {
    const interaction = interactionOf(readLine(line, library));
    bench(line, () => void dispatch(interaction));
  }
});

describe('autocomplete', () => {
  for (const typed of ['', 'peacek', 'kigalli principels']) {
    const interaction = interactionOf({ command: 'indicator', options: { name: typed } }, 'name');
    bench(`/indicator name:${typed}`, () => void dispatch(interaction));
  }
});
