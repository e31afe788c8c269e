/**
 * From `npm start` on a built tree to the first contentful paint of the page, in milliseconds: several times, then the
 * median and the slowest.
 *
 *     npm run build && node bench/first-paint.mjs
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const RUNS = 10;
const root = fileURLToPath(new URL('..', import.meta.url));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});

async function once() {
  const context = await browser.newContext();
  const page = await context.newPage();
  const since = performance.timeOrigin + performance.now();
  const program = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, DISCORD_TOKEN: '', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  let said = '';
  const url = await new Promise((resolve) => {
    program.stdout.on('data', (chunk) => {
      said += chunk;
      const [address] = /http:\S+:\d+/.exec(said) ?? [];
      if (address) resolve(address);
    });
  });
  await page.goto(url, { waitUntil: 'commit' });
  const painted = await page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => {
          const [paint] = list.getEntriesByName('first-contentful-paint');
          if (paint) resolve(performance.timeOrigin + paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  process.kill(-program.pid, 'SIGINT');
  await context.close();
  return Math.round(painted - since);
}

const times = [];
for (let i = 0; i < RUNS; i++) times.push(await once());
await browser.close();
times.sort((a, b) => a - b);
console.log(`${times.join(' ')}\nmedian ${times[RUNS / 2]} ms, slowest ${times.at(-1)} ms`);
