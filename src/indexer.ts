/** Has the index saved for the next start, in a process of its own. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Volume } from './assessment/volume.js';
import type { Config } from './config.js';
import type { Saved } from './index/saved.js';
import type { Log } from './log.js';
import { ROOT } from './root.js';

export interface Indexer {
  /** Saves what is not saved yet, unless that is under way. What goes wrong is logged: nothing else hangs on it. */
  save(volumes: readonly Volume[], saved: Saved): void;
  stop(): void;
}

const SCRIPT = fileURLToPath(new URL('dist/save-index.js', ROOT));

export function createIndexer({ DATA_DIR, INDEX_DIR }: Config, log: Log): Indexer {
  let saving: ChildProcess | undefined;
  return {
    save(volumes, saved) {
      const missing = volumes.filter(({ key, isAsWritten }) => isAsWritten && !saved.card(key));
      if (saving || missing.length === 0) return;
      let said = '';
      const since = performance.now();
      const child = fork(SCRIPT, [DATA_DIR, INDEX_DIR], {
        execArgv: [],
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      });
      // Nobody waits for it.
      child.unref();
      child.channel?.unref();
      saving = child;
      child.stderr?.on('data', (data) => {
        said = (said + String(data)).slice(-2000);
      });
      child.once('exit', (code, signal) => {
        saving = undefined;
        if (code === 0)
          log.info(
            { assessments: missing.length, ms: Math.round(performance.now() - since) },
            'the index is saved',
          );
        else if (signal !== 'SIGTERM')
          log.warn({ dir: INDEX_DIR, said }, 'the index could not be saved: the next start takes longer');
      });
    },
    stop: () => void saving?.kill('SIGTERM'),
  };
}
