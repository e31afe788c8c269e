/** The program's log: JSON lines on standard error, so that standard output is the program's answers alone. */
import { type Logger, pino } from 'pino';

export type Log = Logger;

export interface LogOptions {
  level: string;
  /** Never written, wherever they might turn up: in an error's text, in an address, in an object. */
  secrets?: readonly string[];
  /** The number of the shard that this process is, where it is one of several: it stands in every line. */
  shard?: number | undefined;
  /** Where a line goes; standard error unless told. */
  write?: (line: string) => void;
}

/** @returns a pino logger whose lines hold none of `secrets`. */
export function createLog({ level, secrets = [], shard, write }: LogOptions): Log {
  const hidden = secrets.filter((secret) => secret.length > 0);
  const out = write ?? together;
  return pino(
    {
      level,
      base: shard === undefined ? null : { shard },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      // What a rate limit is of has the token of an interaction in it.
      redact: ['err.requestBody', 'err.url', 'err.rawError', 'err.majorParameter'],
    },
    {
      write(line: string) {
        // Interaction tokens stand in the addresses of callbacks, and errors quote those; and under their own name, at
        // whatever depth.
        const scrubbed = line
          .replace(/(\/(?:interactions|webhooks)\/\d+\/)[\w.-]+/g, '$1[token]')
          .replace(/"token":"(?:[^"\\]|\\.)*"/g, '"token":"[token]"');
        out(hidden.reduce((text, secret) => text.replaceAll(secret, '[secret]'), scrubbed));
      },
    },
  );
}

/**
 * Writes to standard error, all lines of one turn of the event loop at once: each write takes longer than what the line
 * tells of. None is lost where the process ends by itself.
 */
function together(line: string): void {
  if (!isHeard) process.on('exit', flush);
  isHeard = true;
  if (!waiting) setImmediate(flush);
  waiting += line;
}
let waiting = '';
/** Whether the end of the process is waited for: once, however many logs there are. */
let isHeard = false;
function flush(): void {
  if (waiting) process.stderr.write(waiting);
  waiting = '';
}
