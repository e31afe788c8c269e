/** What holds for every message of every command: what is said here is checked on each page of each answer. */
import { isDeepStrictEqual } from 'node:util';
import { validateReply } from '../../src/adapters/playground/discord/validate.js';
import type { Statement } from '../../src/assessment/schema.js';
import { documentUrl } from '../../src/assessment/symbols/symbols.js';
import { raw } from '../library.js';
import { type Line, textOf } from '../render/reading.js';
import { PRIVATE, type Reply } from './asking.js';

const MARKUP = new Set(['strong', 'link', 'autolink', 'url', 'heading', 'subtext', 'blockQuote']);

/** What is wrong with a message, each with the title it stands under; nothing where all is well. */
export function problemsOf(reply: Reply): string[] {
  const problems = [
    ...messageProblems(reply),
    ...markupProblems(reply),
    ...assessmentProblems(reply),
    ...(reply.dispatched.answer
      ? [...sourceProblems(reply), ...statementProblems(reply)]
      : noticeProblems(reply)),
  ];
  return problems.map((problem) => `${reply.seen.head[0]?.text}: ${problem}`);
}

/** The footnotes marked at the end of a line. */
export function marksOf({ text }: Pick<Line, 'text'>): number[] {
  const [marks = ''] = /(?: \[\d+\])+$/.exec(text) ?? [];
  return [...marks.matchAll(/\d+/g)].map(Number);
}

/** A line without the marks at its end. */
export const unmarked = ({ text }: Pick<Line, 'text'>) => text.replace(/(?: \[\d+\])+$/, '');

/** Everything that the assessment says about its subject, remarks in the footnotes apart. */
export const statements: readonly Statement[] = [
  ...raw.overview,
  ...raw.indicators.flatMap((i) => i.statements),
  ...raw.treaties.flatMap((t) => t.statements),
];

/** The footnotes in which a remark stands: one may stand in several. */
const footnotesWith = (remark: string) =>
  raw.footnotes.flatMap((f) => (f.statements?.some(({ text }) => text === remark) ? [f.number] : []));

/** The works of a footnote as the file has them, short forms followed by hand. */
export function worksInFile(number: number) {
  const sources = raw.footnotes.find((f) => f.number === number)?.sources ?? [];
  return sources.map((own) => {
    const full = own.sameAs && raw.footnotes[own.sameAs.footnote - 1]?.sources[own.sameAs.source];
    return full ? { ...own, author: full.author, title: full.title, URL: full.URL } : own;
  });
}

function messageProblems({ dispatched, kind, message, seen }: Reply): string[] {
  const files = dispatched.files ?? [];
  const length = seen.markdown.join('').length;
  return [
    ...validateReply(dispatched.response, files, kind),
    ...(length > 4000 ? [`${length} characters`] : []),
    ...(isDeepStrictEqual(message.allowed_mentions, { parse: [] }) ? [] : ['somebody may be mentioned']),
  ];
}

/** No markup but ours, none that spans lines, and no address but those of the data. */
function markupProblems({ seen }: Reply): string[] {
  const lines = [...seen.head, ...seen.body, ...seen.sources];
  // Citation styles, and nothing else, write in italics.
  const isStyled = / · (?:APA|Chicago|Harvard|MLA) \(/.test(seen.head[0]?.text ?? '');
  const foreign = lines
    .flatMap((l) => l.markup)
    .filter((type) => !MARKUP.has(type) && !(isStyled && type === 'em'));
  const targets = lines.flatMap((l) => l.links.map(({ target }) => target));
  const broken = targets.filter((target) => !ADDRESSES.has(target));
  const letters = (text: string) => text.replace(/[\s#>-]/g, '');
  const whole = letters(seen.markdown.map(textOf).join('\n'));
  return [
    ...foreign.map((type) => `has ${type}`),
    ...broken.map((target) => `links to ${target}`),
    ...(whole === letters(lines.map((l) => l.text).join('\n')) ? [] : ['markup spans lines']),
  ];
}

/** Every address of the data, each once. */
export const addresses: readonly string[] = [
  ...new Set([
    raw.url,
    ...raw.footnotes.flatMap((f) => f.sources.flatMap((s) => s.URL ?? [])),
    ...raw.votes.flatMap((v) => [documentUrl(v.resolution, v.year), v.record?.source.url ?? []]).flat(),
    ...raw.treaties.flatMap((t) => t.record?.sources.flatMap((s) => s.url ?? []) ?? []),
    ...raw.checks.flatMap((c) => c.sources.flatMap((s) => s.url ?? [])),
  ]),
];

/** In a link, parentheses are encoded; written out, they stand as they are. */
export const asLinked = (url: string): string => url.replace(/\(/g, '%28').replace(/\)/g, '%29');
const ADDRESSES = new Set(addresses.flatMap((url) => [url, asLinked(url)]));

/** The last line of every message cites the assessment itself. */
function assessmentProblems({ seen }: Reply): string[] {
  const line = seen.sources.at(-1);
  const missing = [raw.title, raw.publisher, String(raw.year)].filter((part) => !line?.text.includes(part));
  if (!line?.links.some(({ target }) => target === raw.url)) missing.push(raw.url);
  return missing.map((part) => `does not cite the assessment with ${part}`);
}

/** Marks and sources are the same footnotes, and each source is there in full. */
function sourceProblems({ dispatched, seen }: Reply): string[] {
  const problems: string[] = [];
  const marked = new Set(seen.body.flatMap(marksOf));
  const above = new Set(
    [...seen.head, ...seen.body]
      .filter(({ style }) => style === 'heading')
      .flatMap(({ text }) => /^Footnote (\d+)(?: ·.*| \(continued\))?$/.exec(text)?.[1] ?? [])
      .map(Number),
  );
  const lines = seen.sources.slice(0, -1);
  const sourced = lines.map(({ bold }) => Number(/^\[(\d+)\]$/.exec(bold[0] ?? '')?.[1]));
  if (
    !isDeepStrictEqual(
      sourced,
      [...marked].sort((a, b) => a - b),
    )
  ) {
    problems.push(`marks ${[...marked]}, but sources ${sourced}`);
  }
  for (const [i, number] of sourced.entries()) {
    problems.push(...workProblems(number, lines[i] as Line));
  }
  const shown = [...new Set([...marked, ...above])].sort((a, b) => a - b);
  const { sources = [], evidence = [] } = dispatched.answer ?? {};
  if (!isDeepStrictEqual(sources, shown)) problems.push(`answer.sources ${sources}, but shown ${shown}`);
  for (const { assessment: id, kind, id: of } of evidence) {
    if (id !== raw.id || !IDS[kind]?.includes(of))
      problems.push(`no evidence ${id} ${kind} ${of} in the data`);
  }
  return problems;
}

const IDS: Record<string, string[]> = {
  indicator: raw.indicators.map((i) => String(i.number)),
  vote: raw.votes.map((v) => v.resolution),
  footnote: raw.footnotes.map((f) => String(f.number)),
  treaty: raw.treaties.map((t) => t.id),
  overview: raw.overview.map((_, i) => String(i + 1)),
};

/** What a line leaves out of the works of a footnote. */
export function workProblems(number: number, line: Line): string[] {
  const works = worksInFile(number);
  const parts = works.flatMap((work) => [
    work.title,
    work.section ?? [],
    work['container-title'] ?? [],
    work.locator ?? [],
    work.issued ? String(work.issued['date-parts'][0][0]) : work.author ? 'n.d.' : [],
    (work.author ?? []).map((a) => ('literal' in a ? a.literal : a.family)),
  ]);
  const own = works.length ? [] : (raw.footnotes[number - 1]?.statements ?? []).map((s) => s.text);
  return [
    ...[...parts.flat(), ...own].filter((part) => !line.text.includes(part)),
    ...works.flatMap(({ URL: url }) => (url && !line.links.some((l) => l.target === url) ? [url] : [])),
  ].map((missing) => `source ${number} does not give “${missing}”`);
}

/**
 * A statement stands in one line, whole, with the footnotes that it has in the data and no others; a remark with the
 * footnote under whose heading it stands.
 */
function statementProblems({ seen }: Reply): string[] {
  // Where footnotes are cited, each stands under its own number and needs no mark.
  const cites = /^(?:Footnotes? \d+|All \d+ footnotes)/.test(seen.head[0]?.text ?? '');
  let under: number | undefined;
  return seen.body.flatMap((line) => {
    if (line.style === 'heading') under = Number(/^Footnote (\d+)\b/.exec(line.text)?.[1]) || undefined;
    const said = unmarked(line);
    const own = statements.filter((s) => s.text === said).map((s) => [...s.footnotes]);
    const remark = footnotesWith(said);
    if (cites && remark.length) own.push([]);
    else own.push(...remark.flatMap((number) => (under && under !== number ? [] : [[number]])));
    if (own.length === 0 || own.some((footnotes) => isDeepStrictEqual(footnotes, marksOf(line)))) return [];
    return [`“${said}” has ${own[0]} in the data, and ${marksOf(line)} here`];
  });
}

/** A notice is for the asker alone, and says nothing of the program's inside. */
function noticeProblems({ dispatched, message, seen }: Reply): string[] {
  const problems: string[] = [];
  if ((message.flags & PRIVATE) === 0) problems.push('a notice that others see');
  if (dispatched.understood) problems.push('something went wrong');
  // What was typed is given back in quotation marks, or as the name of a command.
  const own = seen.said.replace(/“.*”|(?<=^There is no command \/).*/s, '');
  if (/Error|undefined|null|NaN|\[object|\bat .*:\d+/.test(own)) problems.push('shows its inside');
  return problems;
}
