/**
 * `node dist/save-index.js DATA_DIR INDEX_DIR`: indexes every assessment that is not saved yet, and saves it. A program of its own,
 * started by `indexer.ts`: indexing a thousand takes minutes, in which the one that answers has better things to do.
 */
import { setPriority } from 'node:os';
import { loadVolumes } from './assessment/loading/load.js';
import { indexOf } from './index/edition-index.js';
import { createLexicon, readLexicon } from './index/lexicon.js';
import { createSaver, programKey } from './index/saved.js';

const [dataDir, indexDir] = process.argv.slice(2);
const program = programKey();
if (!dataDir || !indexDir || !program) throw new Error('usage: node dist/save-index.js DATA_DIR INDEX_DIR');

// Who asks comes first.
setPriority(10);
const saver = createSaver(indexDir, program);
const { saved } = saver;
let words = saved.lexicon();
if (!words) {
  words = readLexicon();
  saver.saveLexicon(words);
}
const lexicon = createLexicon(words);
const volumes = loadVolumes(dataDir, saved.card);
for (const { key, card, isAsWritten, open } of volumes) {
  if (isAsWritten && !saved.card(key)) saver.save(key, indexOf(open(), lexicon), card);
}
saver.keepOnly(volumes.map(({ key }) => key));
