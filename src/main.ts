/** Reads the configuration, picks the adapter, starts, stops. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { config as readDotenv } from 'dotenv';
import { DataError, loadAssessments } from './assessment/loading/load.js';
import { type Config, ConfigError, readConfig } from './config.js';
import { createDispatch, type Dispatch } from './dispatch.js';
import { createLibrary, type Library } from './library.js';
import { createLog, type Log } from './log.js';
import { drawInWorker } from './render/pictures/in-worker.js';
import { createPictures, type Pictures } from './render/pictures/pictures.js';

const USAGE = `Usage:
  npm start                      Discord where DISCORD_TOKEN is set, else the local page
  npm run -s chat                the prompt
  npm run -s chat -- "/LINE"     one answer
  npm run -s chat -- --json      JSON lines: one line of input, one line of output
  npm run check-data             reads the data and reports every problem`;

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { chat: { type: 'boolean' }, json: { type: 'boolean' }, 'check-data': { type: 'boolean' } },
  });
  readDotenv({ quiet: true });
  const config = readConfig(process.env);
  const assessments = loadAssessments(config.DATA_DIR);
  if (values['check-data']) {
    const loaded = assessments.map(
      (a) =>
        `${a.id}: ${a.indicators.length} indicators, ${a.footnotes.length} footnotes, ${a.votes.length} votes, ${a.treaties.length} treaties`,
    );
    process.stdout.write(`${loaded.join('\n')}\nThe data is in order.\n`);
    return 0;
  }
  const library = createLibrary(assessments);
  const discord = config.DISCORD_TOKEN !== undefined && !values.chat;
  const page = !discord && !values.chat && !values.json && positionals.length === 0;
  // On the page and in the prompt, the answers are what is to be read: the log keeps to what went wrong.
  const level = discord || process.env.LOG_LEVEL ? config.LOG_LEVEL : 'warn';
  const log = createLog({ level, secrets: [config.DISCORD_TOKEN ?? ''] });
  // The prompt has no use for pictures.
  const pictures = discord || page || values.json ? createPictures(drawInWorker(), log) : undefined;
  const dispatch = createDispatch(library, log, version, pictures);

  if (page) return runPage(config, { dispatch, library, log, pictures });
  if (discord) {
    // Drawn before anybody asks, one after the other; who asks before that gets the words at once.
    drawAll(library, pictures);
    await runGateway(config, { dispatch, library, log });
    return 0;
  }
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

interface Program {
  dispatch: Dispatch;
  library: Library;
  log: Log;
}

function drawAll(library: Library, pictures: Pictures | undefined): void {
  for (const edition of library.editions)
    void pictures?.drawAll({ ...edition, before: library.before(edition) });
}

/** The local page, until SIGINT or SIGTERM. */
async function runPage(
  { HOST: host, PORT: port }: Config,
  { dispatch, library, log, pictures }: Program & { pictures: Pictures | undefined },
): Promise<number> {
  const [{ createServer, listen }, { playground }] = await Promise.all([
    import('./adapters/http/server.js'),
    import('./adapters/playground/playground.js'),
  ]);
  const stopped = signalled();
  const server = await createServer(log);
  await server.register(playground, { dispatch, library });
  const at = await listen(server, { host, port, orNext: true });
  const isLocal = LOOPBACK.test(host);
  process.stdout.write(
    [
      ...(at === port || port === 0 ? [] : [`Port ${port} is taken: this is on port ${at}.`]),
      `Footnote is on http://${host.includes(':') ? `[${host}]` : host}:${at}. Ctrl-C stops it.`,
      ...(isLocal
        ? []
        : [
            'HOST is not of this machine alone: whoever reaches it can open the page. It is public and read-only.',
          ]),
      'DISCORD_TOKEN is not set: the README says how to put Footnote on a server.\n',
    ].join('\n'),
  );
  // When the first page is drawn: the pictures can wait for that, and the page need not wait for them.
  setTimeout(() => drawAll(library, pictures), DRAW_AFTER).unref();
  await stopped;
  await server.close();
  process.exit(0);
}

/** This machine alone can reach it. */
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/;
/** In milliseconds. */
const DRAW_AFTER = 1000;

/** Comes with the name of the signal. */
const signalled = () =>
  new Promise<string>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal));
  });

/** Runs until SIGINT or SIGTERM. */
async function runGateway(config: Config, { dispatch, library, log }: Program): Promise<void> {
  // Imported here: discord.js takes a third of a second, which a prompt need not wait for.
  const { startGateway } = await import('./adapters/gateway/gateway.js');
  process.on('unhandledRejection', (error) =>
    log.error({ err: error }, 'a promise was rejected and nobody looked'),
  );
  const stopped = signalled();
  if (config.DISCORD_PUBLIC_KEY) {
    log.warn('DISCORD_PUBLIC_KEY is set, but this version answers over the gateway only');
  }
  const starting = startGateway({
    token: config.DISCORD_TOKEN as string,
    apiUrl: config.DISCORD_API_URL,
    guildId: config.DISCORD_GUILD_ID,
    dispatch,
    library,
    log,
  });
  const gateway = await Promise.race([starting, stopped]);
  // Still connecting: nothing is in flight, and a hanging connection need not be waited for.
  if (typeof gateway === 'string') process.exit(0);
  const end = await Promise.race([stopped, gateway.closed]);
  if (typeof end !== 'string') throw end;
  log.info({ signal: end }, 'stopping');
  await gateway.stop();
  log.info('stopped');
  // A request that Discord does not answer would keep the process.
  process.exit(0);
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

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isUsage = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  if (isExpected(error) || isUsage) {
    process.stderr.write(`${(error as Error).message}\n${isUsage ? `${USAGE}\n` : ''}`);
  } else {
    process.stderr.write(
      `Footnote failed to start: ${error instanceof Error ? error.stack : String(error)}\n`,
    );
  }
  // Now: what an adapter has opened by then would keep the process.
  process.exit(1);
}
