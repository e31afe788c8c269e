/**
 * Screenshots of replies into docs/replies, as they look in a chat: the very messages that Discord gets, drawn by Chromium.
 *
 *     npm run build && node scripts/replies.mjs
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { parse } from 'discord-markdown-parser';
import { chromium } from 'playwright-core';
import { readLine } from '../dist/adapters/terminal/line.js';
import { loadAssessments } from '../dist/assessment/loading/load.js';
import { createDispatch, messageOf } from '../dist/dispatch.js';
import { interactionOf } from '../dist/interactions.js';
import { createLibrary } from '../dist/library.js';
import { createLog } from '../dist/log.js';
import { draw } from '../dist/render/pictures/draw.js';
import { createPictures } from '../dist/render/pictures/pictures.js';

/** Each reply by its file, and how wide the screen is. */
const REPLIES = [
  { file: 'indicator', line: '/indicator name:education', width: 680 },
  { file: 'vote', line: '/votes resolution:S/RES/2677', width: 680 },
  { file: 'question', line: 'What did China vote on Syria in 2022?', width: 680 },
  { file: 'declined', line: 'What is Indonesia’s rating?', width: 680 },
  { file: 'citation', line: '/cite footnote:24 style:apa', width: 680 },
  { file: 'file', line: '/cite footnote:3, 24 style:bibtex', width: 680 },
  { file: 'pages', line: '/indicator name:violent extremism', width: 680 },
  { file: 'phone', line: '/treaty name:att', width: 390 },
  { file: 'phone-scorecard', line: '/ratings', width: 390 },
];

const root = fileURLToPath(new URL('..', import.meta.url));
const library = createLibrary(loadAssessments(`${root}/data`));
const log = createLog({ level: 'error' });
const pictures = createPictures(draw, log);
await pictures.drawAll(library.latest);
const dispatch = createDispatch(library, log, '', pictures);

const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const TAGS = { strong: 'b', em: 'i', text: '', link: 'a', autolink: 'a', url: 'a' };

/** Discord's markdown in a line. */
function inline(nodes) {
  if (typeof nodes === 'string') return escaped(nodes);
  return nodes
    .map(({ type, content = '' }) => {
      const tag = TAGS[type] ?? '';
      return tag ? `<${tag}>${inline(content)}</${tag}>` : inline(content);
    })
    .join('');
}

const BLOCKS = [
  [/^### /, 'h3'],
  [/^## /, 'h2'],
  [/^-# /, 'small'],
  [/^- /, 'li'],
  [/^> /, 'blockquote'],
];

function markdown(text) {
  return text
    .split('\n')
    .map((line) => {
      const [begins, tag] = BLOCKS.find(([pattern]) => pattern.test(line)) ?? [/^/, 'p'];
      return `<${tag}>${inline(parse(line.replace(begins, ''), 'extended'))}</${tag}>`;
    })
    .join('');
}

function component(part, files) {
  switch (part.type) {
    case ComponentType.Container: {
      const accent = part.accent_color?.toString(16).padStart(6, '0');
      return `<section style="border-color:#${accent}">${all(part.components, files)}</section>`;
    }
    case ComponentType.TextDisplay:
      return `<div>${markdown(part.content)}</div>`;
    case ComponentType.Separator:
      return '<hr>';
    case ComponentType.ActionRow:
      return `<nav>${all(part.components, files)}</nav>`;
    case ComponentType.Button:
      return `<button${part.disabled ? ' disabled' : ''}>${escaped(part.label)}${part.style === ButtonStyle.Link ? ' ↗' : ''}</button>`;
    case ComponentType.StringSelect:
      return `<label>${escaped(part.placeholder)}<span>⌄</span></label>`;
    case ComponentType.File: {
      const name = part.file.url.replace('attachment://', '');
      const { data } = files.find((file) => file.name === name);
      return `<label class="file"><a>${escaped(name)}</a><span>${Buffer.byteLength(data)} bytes</span></label>`;
    }
    case ComponentType.MediaGallery:
      return part.items
        .map(({ media }) => {
          const file = files.find(({ name }) => media.url === `attachment://${name}`);
          return `<img src="data:image/png;base64,${Buffer.from(file.data).toString('base64')}">`;
        })
        .join('');
    default:
      throw new Error(`nothing draws a component of type ${part.type}`);
  }
}
const all = (parts, files) => parts.map((part) => component(part, files)).join('');

const STYLE = `
  * { box-sizing: border-box; margin: 0 }
  body { background: #313338; color: #dbdee1; font: 16px/1.375 'gg sans', Inter, 'Noto Sans', Helvetica, Arial, sans-serif; padding: 16px }
  .typed { color: #949ba4; font-size: 14px; margin-bottom: 8px }
  section { background: #2b2d31; border: 1px solid #3f4147; border-left: 4px solid; border-radius: 8px; padding: 16px; display: grid; grid-template-columns: minmax(0, 1fr); gap: 10px }
  h2 { font-size: 20px; color: #f2f3f5 } h3 { font-size: 16px; color: #f2f3f5; margin-top: 8px } p { min-height: 8px }
  small { display: block; font-size: 13px; color: #949ba4 } li { margin-left: 20px } b { color: #f2f3f5 } a { color: #00a8fc; overflow-wrap: anywhere }
  blockquote { border-left: 4px solid #4e5058; padding-left: 12px } hr { border: 0; border-top: 1px solid #3f4147; width: 100% }
  nav { display: flex; flex-wrap: wrap; gap: 8px } button, label { background: #4e5058; color: #fff; border: 0; border-radius: 8px; padding: 7px 16px; font: 500 14px/18px inherit; font-family: inherit }
  button { max-width: 100%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap } label { background: #1e1f22; color: #b5bac1; width: 100%; max-width: 440px; display: flex; justify-content: space-between }
  button:disabled { opacity: .5 } .file { background: #242529; border: 1px solid #3f4147; padding: 14px }
  img { width: 100%; max-width: 420px; border-radius: 8px }`;

const out = `${root}/docs/replies`;
mkdirSync(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});
for (const { file, line, width } of REPLIES) {
  // Somebody asked: whoever that is may remove it.
  const dispatched = dispatch({ ...interactionOf(readLine(line, library)), user: { id: '1' } });
  const body = all(messageOf(dispatched).components, dispatched.files ?? []);
  const page = await browser.newPage({ viewport: { width, height: 200 }, deviceScaleFactor: 2 });
  await page.setContent(`<style>${STYLE}</style><p class="typed">${escaped(line)}</p>${body}`);
  await page.screenshot({ path: `${out}/${file}.png`, fullPage: true });
  await page.close();
}
await browser.close();
