/** Data that change are taken into service without a restart: on SIGHUP, and when a file of theirs changes. */
import { type FSWatcher, type Stats, unwatchFile, watch, watchFile } from 'node:fs';
import { changesBetween } from './assessment/changes.js';
import { DataError, loadVolumes } from './assessment/loading/load.js';
import type { Saved } from './index/saved.js';
import type { LiveLibrary } from './library.js';
import type { Log } from './log.js';

export interface ReloadOptions {
  /** The folder of the data. */
  dir: string;
  /** What was found to be in order before is not looked through again. */
  saved: Saved;
  library: LiveLibrary;
  log: Log;
  /** Whether SIGHUP reads the data: where a terminal may close, it ends the program, as it does every other. */
  hears: boolean;
  /** Called after other data were taken into service. */
  onChange: () => void;
}

export interface Reload {
  stop(): void;
}

/** A file is written in several steps, and several files one after the other. In milliseconds. */
const SETTLES_IN = 300;
/** In milliseconds. */
const LOOKS_EVERY = 5000;

/**
 * Watches the folder. What is not in order leaves the data that are in service where they are, and the log says why.
 */
export function watchData({ dir, saved, library, log, hears, onChange }: ReloadOptions): Reload {
  let timer: NodeJS.Timeout | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(now, SETTLES_IN);
  };

  /** Reads the data, and where they are in order and not as before, takes them into service. */
  function now(): void {
    clearTimeout(timer);
    try {
      const volumes = loadVolumes(dir, saved.card);
      const changes = changesBetween(library.volumes, volumes);
      if (changes.length === 0) {
        log.debug('the data are as they were');
        return;
      }
      library.replace(volumes);
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
  function watchFolder(): void {
    watcher?.close();
    try {
      watcher = watch(dir, { persistent: false }, later);
      watcher.on('error', () => watcher?.close());
    } catch {
      // It may be there again by the next look.
    }
  }
  // A folder that is put in the place of another, and file systems that tell of nothing, are looked at now and then.
  const onLook = (now: Stats, before: Stats) => {
    if (now.ino !== before.ino) watchFolder();
    later();
  };
  watchFolder();
  watchFile(dir, { persistent: false, interval: LOOKS_EVERY }, onLook);
  if (hears) process.on('SIGHUP', now);
  return {
    stop() {
      clearTimeout(timer);
      watcher?.close();
      unwatchFile(dir, onLook);
      process.off('SIGHUP', now);
    },
  };
}
