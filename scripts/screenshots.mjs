/**
 * Screenshots into docs: the local page on a desktop and a phone, and single replies, all of the real program and its data.
 *
 *     npm run build && node scripts/screenshots.mjs
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/** Each reply by its file, and how wide the screen is. */
const REPLIES = [
  { file: 'indicator', line: '/indicator name:education', width: 760 },
  { file: 'vote', line: '/votes resolution:S/RES/2677', width: 760 },
  { file: 'question', line: 'What did China vote on Syria in 2022?', width: 760 },
  { file: 'declined', line: 'What is Indonesia’s rating?', width: 760 },
  { file: 'citation', line: '/cite footnote:24 style:APA (7th edition)', width: 760 },
  { file: 'file', line: '/cite footnote:3, 24 style:BibTeX file', width: 760 },
  { file: 'pages', line: '/indicator name:violent extremism', width: 760 },
  { file: 'phone', line: '/treaty name:att', width: 390 },
  { file: 'phone-scorecard', line: '/ratings', width: 390 },
];

/** The page: what was said before, and what is being typed. */
const PAGES = [
  {
    file: 'desktop',
    size: { width: 1100, height: 820 },
    lines: ['/votes resolution:S/RES/2677'],
    typing: '/votes topic:s',
  },
  {
    file: 'phone',
    size: { width: 390, height: 844 },
    lines: ['/indicator name:education'],
    typing: '',
    colorScheme: 'light',
  },
  { file: 'welcome', size: { width: 1100, height: 620 }, lines: [], typing: '/' },
];

const root = fileURLToPath(new URL('..', import.meta.url));
const program = spawn(process.execPath, ['dist/main.js'], {
  cwd: root,
  env: { PATH: process.env.PATH, PORT: '0', DOTENV_CONFIG_PATH: '/dev/null' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const url = await new Promise((resolve) => {
  program.stdout.on('data', (said) => {
    const [address] = /http:\S+:\d+/.exec(said) ?? [];
    if (address) resolve(address);
  });
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});

async function open(size, colorScheme = 'dark') {
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: 2, colorScheme });
  await page.goto(url);
  await page.locator('.composer input').waitFor();
  return page;
}

async function say(page, line) {
  await page.locator('.composer input').fill(line);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  const answer = page.getByRole('article', { name: 'Footnote: message' }).last();
  await answer.waitFor();
  // Its picture is drawn by then.
  await page.waitForTimeout(1500);
  return answer;
}

mkdirSync(`${root}/docs/replies`, { recursive: true });
mkdirSync(`${root}/docs/page`, { recursive: true });
for (const { file, line, width } of REPLIES) {
  const page = await open({ width, height: 900 });
  const answer = await say(page, line);
  // All of it on one screen.
  await page.setViewportSize({ width, height: Math.ceil((await answer.boundingBox()).height) + 400 });
  await page.locator('.tools').evaluateAll((all) => all.map((one) => one.remove()));
  await page.mouse.move(0, 0);
  await answer.screenshot({ path: `${root}/docs/replies/${file}.png` });
  await page.close();
}
for (const { file, size, lines, typing, colorScheme } of PAGES) {
  const page = await open(size, colorScheme);
  for (const line of lines) await say(page, line);
  await page.locator('.composer input').fill(typing);
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${root}/docs/page/${file}.png` });
  await page.close();
}
await browser.close();
program.kill();
