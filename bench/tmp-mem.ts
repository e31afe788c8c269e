import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { loadVolumes } from '../src/assessment/loading/load.js';
import { declarations } from '../src/declarations.js';
import { createLibrary } from '../src/library.js';
import { DiscordDouble } from '../test/discord-double/double.js';

const cmds = JSON.parse(
  JSON.stringify(declarations(createLibrary(loadVolumes('data')), { inOneServer: false })),
);
export async function main(args: string[]) {
  const d = await DiscordDouble.start({
    token: 'MTAw.bench.token',
    applicationId: '100000000000000001',
    commands: cmds,
    checks: false,
  });
  const child = spawn(process.execPath, args, {
    env: {
      PATH: process.env.PATH ?? '',
      DISCORD_TOKEN: 'MTAw.bench.token',
      DISCORD_API_URL: d.apiUrl,
      METRICS_PORT: process.env.MP ?? '',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const rss = (n: string) => {
    const s = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    console.log(
      n,
      Math.round(Number(/VmRSS:\s+(\d+)/.exec(s)?.[1]) / 1024),
      'anon',
      Math.round(Number(/RssAnon:\s+(\d+)/.exec(s)?.[1]) / 1024),
    );
  };
  await d.ready();
  rss('ready');
  await d.command('ask', { question: 'did china veto on syria?' });
  rss('ask');
  for (const s of [3, 4]) {
    await new Promise((r) => setTimeout(r, s * 1000));
    rss(`+${s}`);
  }
  child.kill('SIGTERM');
  await new Promise((r) => child.once('close', r));
  await d.close();
  return 0;
}
