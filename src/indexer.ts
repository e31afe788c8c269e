/** Has the index saved for the next start, in a process of its own. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Volume } from './assessment/volume.js';
import type { Config } from './config.js';
import type { Log } from './log.js';
import { ROOT } from './root.js';

export interface Indexer {
  /** Saves what is not saved yet, now or once what is under way is done. What goes wrong is logged: nothing else hangs on it. */
  save(volumes: readonly Volume[]): void;
  /** Throws away what was saved of data that are gone, and saves what is new. */
  renew(volumes: readonly Volume[]): void;
  stop(): void;
}

/** @param script another one than `save-index.ts`, for tests */
export function createIndexer(
  { DATA_DIR, INDEX_DIR }: Pick<Config, 'DATA_DIR' | 'INDEX_DIR'>,
  log: Log,
  script = new URL('dist/save-index.js', ROOT),
): Indexer {
  let saving: ChildProcess | undefined;
  /** Other data have come since it was begun. */
  let next: readonly Volume[] | undefined;
  let isStopped = false;

  const failed = (why: unknown) => {
    if (!isStopped)
      log.warn({ dir: INDEX_DIR, why }, 'the index could not be saved: the next start takes longer');
  };

  function start(volumes: readonly Volume[]): void {
    if (isStopped) return;
    if (saving) {
      next = volumes;
      return;
    }
    let said = '';
    const since = performance.now();
    try {
      saving = fork(fileURLToPath(script), [DATA_DIR, INDEX_DIR], {
        execArgv: [],
        // Nothing secret is any business of it.
        env: {},
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      });
    } catch (error) {
      failed(error);
      return;
    }
    // Nobody waits for it.
    saving.unref();
    saving.channel?.unref();
    saving.stderr?.on('data', (data) => {
      said = (said + String(data)).slice(-2000);
    });
    let isOver = false;
    const over = (act: () => void) => {
      // What could not be started may end as well.
      if (isOver) return;
      isOver = true;
      saving = undefined;
      act();
      const waiting = next;
      next = undefined;
      if (waiting) start(waiting);
    };
    saving.once('error', (error) => over(() => failed(error.message)));
    saving.once('exit', (code) =>
      over(() => {
        const ms = Math.round(performance.now() - since);
        if (code === 0) log.info({ assessments: volumes.length, ms }, 'the index is saved');
        else failed(said);
      }),
    );
  }

  return {
    save(volumes) {
      if (volumes.some(({ isAsWritten, isKnown }) => isAsWritten && !isKnown)) start(volumes);
    },
    renew: start,
    stop() {
      isStopped = true;
      saving?.kill('SIGTERM');
    },
  };
}
