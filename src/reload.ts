/** Data that change are taken into service without a restart: on SIGHUP, and when a file of theirs changes. */
import { type FSWatcher, watch } from 'node:fs';
import { changesBetween } from './assessment/changes.js';
import { DataError, loadAssessments } from './assessment/loading/load.js';
import type { LiveLibrary } from './library.js';
import type { Log } from './log.js';

export interface ReloadOptions {
  /** The folder of the data. */
  dir: string;
  library: LiveLibrary;
  log: Log;
  /** Called after other data were taken into service. */
  onChange: () => void;
}

export interface Reload {
  /** Reads the data, and where they are in order and not as before, takes them into service. */
  now(): void;
  stop(): void;
}

/** A file is written in several steps, and several files one after the other. In milliseconds. */
const SETTLES_IN = 300;

/**
 * Watches. What is not in order leaves the data that are in service where they are, and the log says why. Where the folder
 * cannot be watched (some network file systems), SIGHUP remains.
 */
export function watchData({ dir, library, log, onChange }: ReloadOptions): Reload {
  let timer: NodeJS.Timeout | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(now, SETTLES_IN);
  };

  function now(): void {
    clearTimeout(timer);
    try {
      const assessments = loadAssessments(dir);
      const before = library.editions.map(({ assessment }) => assessment);
      const changes = changesBetween(before, assessments);
      if (changes.length === 0) {
        log.debug('the data are as they were');
        return;
      }
      library.replace(assessments);
      log.info({ changes }, 'other data are in service');
      onChange();
    } catch (error) {
      if (error instanceof DataError) {
        log.error({ problems: error.problems }, 'the data are not in order: those before stay in service');
      } else {
        log.error({ err: error }, 'the data could not be taken into service: those before stay');
      }
    }
  }

  let watcher: FSWatcher | undefined;
  try {
    watcher = watch(dir, { persistent: false }, (_event, file) => {
      if (!file || file.endsWith('.json')) later();
    });
    watcher.on('error', (error) =>
      log.warn({ err: error }, 'the data are no longer watched; SIGHUP reads them again'),
    );
  } catch (error) {
    log.warn({ err: error }, 'the data cannot be watched; SIGHUP reads them again');
  }
  process.on('SIGHUP', now);
  return {
    now,
    stop() {
      clearTimeout(timer);
      watcher?.close();
      process.off('SIGHUP', now);
    },
  };
}
