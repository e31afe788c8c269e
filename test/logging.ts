/** A program that writes two lines to its log and ends at once, in one way or the other. */
import { createLog } from '../src/log.js';

export function main([end]: readonly string[]): never {
  const log = createLog({ level: 'info' });
  log.info('one');
  log.error('two');
  if (end === 'ends') process.exit(0);
  throw new Error('it falls over');
}
