/** Reads the configuration, picks the adapter, starts, stops. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { config as readDotenv } from 'dotenv';
import { tellManager } from './adapters/gateway/shard.js';
import { createLimits } from './adapters/limits.js';
import { DataError, loadVolumes } from './assessment/loading/load.js';
import { ConfigError, readConfig } from './config.js';
import { createDispatch } from './dispatch.js';
import { openSaved } from './index/saved.js';
import { createLibrary } from './library.js';
import { createLog } from './log.js';
import { UNCOUNTED } from './metrics.js';
import { drawInProcess } from './render/pictures/in-process.js';
import { createPictures } from './render/pictures/pictures.js';
import { ROOT } from './root.js';
import { run, runShards } from './run.js';

const USAGE = `Usage:
  npm start                      Discord where DISCORD_TOKEN is set, else the local page
  npm run -s chat                the prompt
  npm run -s chat -- "/LINE"     one answer
  npm run -s chat -- --json      JSON lines: one line of input, one line of output
  npm run check-data             reads the data and reports every problem
  npm run register               registers the commands with Discord, for interactions over HTTP alone`;

const { version } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as {
  version: string;
};

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      chat: { type: 'boolean' },
      json: { type: 'boolean' },
      'check-data': { type: 'boolean' },
      register: { type: 'boolean' },
    },
  });
  readDotenv({ quiet: true });
  const config = readConfig(process.env);
  const { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl, SHARDS: shards } = config;
  const discord = token !== undefined && !values.chat;
  const page = !discord && !values.chat && !values.json && positionals.length === 0;
  // On the page and in the prompt, the answers are what is to be read: the log keeps to what went wrong.
  const level = discord || process.env.LOG_LEVEL ? config.LOG_LEVEL : 'warn';
  const log = createLog({ level, secrets: [token ?? ''], shard: config.shard?.id });
  if (discord && shards && !values['check-data'] && !values.register) {
    // The data are read by the shards: where something is wrong with them, the first one says so.
    return runShards({ token, apiUrl, shards, file: import.meta.filename, log });
  }
  if (values['check-data']) {
    const loaded = loadVolumes(config.DATA_DIR)
      .map((volume) => volume.open())
      .map(
        ({ id, indicators, footnotes, votes, treaties }) =>
          `${id}: ${indicators.length} indicators, ${footnotes.length} footnotes, ${votes.length} votes, ${treaties.length} treaties`,
      );
    process.stdout.write(`${loaded.join('\n')}\nThe data is in order.\n`);
    return 0;
  }
  const saved = openSaved(config.INDEX_DIR);
  const library = createLibrary(loadVolumes(config.DATA_DIR, saved.card), saved);
  if (values.register) {
    if (!token)
      throw new ConfigError('DISCORD_TOKEN is not set: it says whose commands are to be registered.');
    const { registerAlone } = await import('./adapters/gateway/registration.js');
    const changed = await registerAlone({ token, apiUrl, guildId: config.DISCORD_GUILD_ID, library });
    process.stdout.write(
      changed ? 'The commands are registered.\n' : 'The commands are registered as they are.\n',
    );
    return 0;
  }
  const pictures = createPictures(drawInProcess(), log);
  if (discord || page) {
    // Served beside the page or interactions, or on a port of their own.
    const isMonitored = page || config.DISCORD_PUBLIC_KEY || config.METRICS_PORT !== undefined;
    const metrics = isMonitored ? (await import('./prometheus.js')).createMetrics(version) : UNCOUNTED;
    const dispatch = createDispatch(library, log, version, { pictures, observe: metrics.answered });
    const limits = createLimits(library, log, metrics);
    return run({ config, dispatch, limits, library, log, metrics, pictures, saved });
  }
  // The prompt has no use for pictures.
  const dispatch = createDispatch(library, log, version, values.json ? { pictures } : {});
  const { answerAsJson, answerOnce, prompt } = await import('./adapters/terminal/terminal.js');
  const terminal = { dispatch, library, input: process.stdin, output: process.stdout, env: process.env };
  if (values.json) {
    await answerAsJson(terminal);
    return 0;
  }
  if (positionals.length > 0) return answerOnce(positionals.join(' '), terminal);
  await prompt(terminal);
  return 0;
}

/** What the operator can mend is said in a sentence; anything else is a fault of the program, and shows its stack. */
function isExpected(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if (error instanceof DataError || error instanceof ConfigError) return true;
  return error.name === 'GatewayError' || error.name === 'HttpError';
}

// The reader of a pipe may leave before everything is written, as head does: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

async function say(error: unknown): Promise<void> {
  const isUsage = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  if (isExpected(error) && (await tellManager(error))) return;
  if (isExpected(error) || isUsage) {
    process.stderr.write(`${(error as Error).message}\n${isUsage ? `${USAGE}\n` : ''}`);
  } else {
    process.stderr.write(
      `Footnote failed to start: ${error instanceof Error ? error.stack : String(error)}\n`,
    );
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  await say(error);
  // Now: what an adapter has opened by then would keep the process.
  process.exit(1);
}
