/** Reads the assessments of a folder and says everything that is wrong with them in one report. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assessment } from '../schema.js';
import { type Card, keyOf, type Volume, volumeOf } from '../volume.js';
import { kindOf, listed } from './describe.js';
import { syntaxProblem } from './json-syntax.js';
import { type Problem, validate } from './validate.js';

/** One thing to mend, and in which file; `place` is empty where it is the file as a whole. */
export type DataProblem = Problem & { file: string };

/** What is wrong with the data. `message` is the whole report, ready to be printed: no stack is needed beside it. */
export class DataError extends Error {
  readonly problems: readonly DataProblem[];

  /** @param where what `file` is in these problems: the folder itself can be at fault */
  constructor(problems: readonly DataProblem[], where: 'file' | 'folder' = 'file') {
    super(printable(problems, where));
    this.name = 'DataError';
    this.problems = problems;
  }
}

/** In the data folder, but not an assessment: the vocabulary of the search. */
const NOT_ASSESSMENTS = new Set(['lexicon.json']);

/**
 * Loads every assessment of a folder: each `*.json` in it but `lexicon.json` and hidden files.
 * @param dir the folder, absolute or from the working directory
 * @param known the card of a file that was found to be in order before, by its key: it is not read until it is opened
 * @returns the assessments, newest first (by year, then by id); at least one
 * @throws {DataError} with all problems of all files, when there is any; nothing else
 */
export function loadVolumes(
  dir: string,
  known: (key: string) => Card | undefined = () => undefined,
): Volume[] {
  const loaded = listFiles(dir).map((file) => loadFile(file, known));
  const problems = [...loaded.flatMap((file) => file.problems), ...sharedIds(loaded)];
  if (problems.length > 0) throw new DataError(problems);
  return loaded
    .flatMap(({ volume }) => volume ?? [])
    .sort(({ card: a }, { card: b }) => b.year - a.year || (a.id < b.id ? -1 : 1));
}

function listFiles(dir: string): string[] {
  let names: string[];
  try {
    names = readdirSync(dir);
  } catch (error) {
    const message = `${cannotRead(error)}; expected a folder with one *.json for each assessment`;
    const where = (error as NodeJS.ErrnoException).code === 'ENOTDIR' ? 'file' : 'folder';
    throw new DataError([{ file: dir, place: '', message }], where);
  }
  const files = names.filter(
    (name) => name.endsWith('.json') && !name.startsWith('.') && !NOT_ASSESSMENTS.has(name),
  );
  if (files.length > 0) return files.sort().map((name) => join(dir, name));
  const message = 'holds no assessment: expected at least one *.json';
  throw new DataError([{ file: dir, place: '', message }], 'folder');
}

/** `id` is as the file has it, even where the rest is wrong; `volume` is there where nothing is. */
type LoadedFile = { file: string; id?: unknown; volume?: Volume; problems: DataProblem[] };

function loadFile(file: string, known: (key: string) => Card | undefined): LoadedFile {
  const failed = (message: string, place = ''): LoadedFile => ({
    file,
    problems: [{ file, place, message }],
  });

  let text: string;
  let key: string;
  let content: Uint8Array;
  try {
    content = readFileSync(file);
    key = keyOf(content);
    const card = known(key);
    if (card) return { file, id: card.id, volume: unread(card, key, content, true), problems: [] };
    text = decode(content);
  } catch (error) {
    return failed(cannotRead(error));
  }
  if (text.trim() === '') return failed('is empty; expected an assessment in JSON');

  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { place, message } = syntaxProblem(text, (error as SyntaxError).message);
    return failed(message, place);
  }
  if (!isObject(value)) return failed(`holds ${kindOf(value)}; expected an object, one assessment`);
  if (!TELLING_KEYS.some((key) => key in value)) {
    const expected = `expected an assessment, which has ${TELLING_KEYS.join(', ')} and more`;
    return failed(`is not an assessment (its keys: ${listed(Object.keys(value))}); ${expected}`);
  }

  const { assessment, problems } = validate(value);
  return {
    file,
    id: value.id,
    ...(assessment && { volume: read(assessment, key, value, content) }),
    problems: problems.map((problem) => ({ file, ...problem })),
  };
}

/** Drops a byte order mark, and throws on what is not UTF-8. */
const decode = (content: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(content);

/** A file that was looked through just now; where blanks were taken away, what was read stands for it. */
function read(assessment: Assessment, key: string, value: object, content: Uint8Array): Volume {
  const isAsWritten = JSON.stringify(value).length === JSON.stringify(assessment).length;
  const volume = volumeOf(assessment, key);
  return isAsWritten ? unread(volume.card, key, content, false) : { ...volume, isAsWritten };
}

/** What was found to be in order. Its content is kept, and not its file: that may be another one when it is opened. */
const unread = (card: Card, key: string, content: Uint8Array, isKnown: boolean): Volume => ({
  card,
  key,
  isAsWritten: true,
  isKnown,
  open: () => JSON.parse(decode(content)) as Assessment,
});

/** A file with none of these is something else, and deserves one message rather than one for each missing key. */
const TELLING_KEYS = ['country', 'indicators', 'footnotes'];

function sharedIds(files: readonly LoadedFile[]): DataProblem[] {
  return files.flatMap(({ file, id }) => {
    if (typeof id !== 'string') return [];
    const others = files.filter((other) => other.id === id && other.file !== file).map((other) => other.file);
    if (others.length === 0) return [];
    const message = `id "${id}" is also that of ${others.join(' and ')}; expected each file to have its own`;
    return [{ file, place: 'id', message }];
  });
}

function cannotRead(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'does not exist';
  if (code === 'ENOTDIR') return 'is not a folder';
  if (code === 'EISDIR') return 'is a folder; expected a file (or another name, without .json)';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read: permission denied';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'is not UTF-8 text; expected JSON saved as UTF-8';
  return `cannot be read: ${message}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function printable(problems: readonly DataProblem[], where: 'file' | 'folder'): string {
  const byFile = new Map<string, string[]>();
  for (const { file, place, message } of problems) {
    const line = place === '' ? `  ${message}` : `  ${place}: ${message}`;
    byFile.set(file, [...(byFile.get(file) ?? []), line]);
  }
  const blocks = [...byFile].map(([file, lines]) => [file, ...lines].join('\n'));
  const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
  const total = `${count(problems.length, 'problem')} in ${count(byFile.size, where)}. Nothing was started.`;
  return [...blocks, total].join('\n\n');
}
