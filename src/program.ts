/** What everything that runs is made of. */
import type { Limits } from './adapters/limits.js';
import type { Config } from './config.js';
import type { Dispatch } from './dispatch.js';
import type { Saved } from './index/saved.js';
import type { LiveLibrary } from './library.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import type { Pictures } from './render/pictures/pictures.js';

export interface Program {
  config: Config;
  dispatch: Dispatch;
  /** One for everything: who asks in two ways has no more than who asks in one. */
  limits: Limits;
  library: LiveLibrary;
  log: Log;
  metrics: Metrics;
  pictures: Pictures;
  saved: Saved;
}
