/** Reads the assessments of a folder and says everything that is wrong with them in one report. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { clip, crossCheck, type Path, placeOf } from './cross-checks.js';
import { type Assessment, assessmentSchema } from './schema.js';

/** One thing to mend. `place` is where in the file, for a person to find; empty where it is the file as a whole. */
export type DataProblem = { file: string; place: string; message: string };

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
 * @returns the assessments, newest first (by year, then by id); at least one
 * @throws {DataError} with all problems of all files, when there is any; nothing else
 */
export function loadAssessments(dir: string): Assessment[] {
  const loaded = listFiles(dir).map(loadFile);
  const problems = [...loaded.flatMap((file) => file.problems), ...sharedIds(loaded)];
  if (problems.length > 0) throw new DataError(problems);
  return loaded
    .flatMap(({ assessment }) => assessment ?? [])
    .sort((a, b) => b.year - a.year || (a.id < b.id ? -1 : 1));
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

/** `id` is as the file has it, even where the rest is wrong; `assessment` is there where nothing is. */
type LoadedFile = { file: string; id?: unknown; assessment?: Assessment; problems: DataProblem[] };

function loadFile(file: string): LoadedFile {
  const failed = (message: string, place = ''): LoadedFile => ({
    file,
    problems: [{ file, place, message }],
  });

  let text: string;
  try {
    // Drops a byte order mark, and throws on what is not UTF-8.
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
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

  const parsed = assessmentSchema.safeParse(value, { reportInput: true });
  const issues = parsed.success ? [] : parsed.error.issues;
  const problems = [
    ...issues.flatMap((issue) =>
      sentences(issue).map((message) => ({ file, place: placeOf(value, issue.path), message })),
    ),
    ...crossProblems(parsed.data ?? value, issues).map((problem) => ({ file, ...problem })),
  ];
  const { id } = value;
  return parsed.success ? { file, id, assessment: parsed.data, problems } : { file, id, problems };
}

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

/** @param reason what JSON.parse said, in the words of V8 */
function syntaxProblem(text: string, reason: string): { place: string; message: string } {
  const position = syntaxErrorAt(text, reason);
  const before = text.slice(0, position).split('\n');
  const place = `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
  const [here = ''] = text.slice(position).trimStart().split('\n');
  if (here === '') {
    const last = text.trimEnd().split('\n').at(-1)?.trim().slice(-40);
    return { place, message: `is not whole JSON: the file ends too early, after ${last}; was it cut off?` };
  }
  // V8's own account of where is dropped: a bare position, or a few characters in quotation marks.
  const why = reason.replace(/ (?:in JSON )?at position \d.*|, (?:\.\.\.)?".*/s, '');
  return { place, message: `is not valid JSON: ${why}; here stands ${clip(here, 50)}` };
}

/** V8 gives the position of some errors only. Of an unexpected token it does not: that is found by halving. */
function syntaxErrorAt(text: string, reason: string): number {
  const position = /at position (\d+)/.exec(reason)?.[1];
  if (position) return Number(position);
  if (!reason.endsWith('is not valid JSON')) return text.length;
  let good = 0;
  let bad = text.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (hasBadToken(text.slice(0, middle))) bad = middle;
    else good = middle;
  }
  return bad - 1;
}

function hasBadToken(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    return (error as SyntaxError).message.endsWith('is not valid JSON');
  }
}

type Issue = z.core.$ZodIssue;

/** An issue of the schema in plain words: what is there, and what would be right. */
function sentences(issue: Issue): string[] {
  const subject = subjectOf(issue.path);
  const found = `${subject} is ${shown(issue.input)}`;
  // A message of the schema's own says what it expected; see there.
  if (isMissing(issue)) return [`${subject} is missing${expectedOf(issue)}`];
  if (issue.message.startsWith('expected')) return [`${found}; ${issue.message}`];
  switch (issue.code) {
    case 'too_big': {
      const limit = `at most ${issue.maximum}`;
      if (typeof issue.input === 'string') {
        return [`${subject} has ${issue.input.length} characters; ${limit} fit`];
      }
      if (Array.isArray(issue.input)) return [`${subject} has ${issue.input.length} entries; ${limit} fit`];
      return [`${found}; expected ${limit}`];
    }
    case 'too_small':
      if (issue.input === '') return [`${subject} is empty; expected text`];
      if (Array.isArray(issue.input)) {
        return [`${subject} has ${issue.input.length} entries; expected at least ${issue.minimum}`];
      }
      return [`${found}; expected at least ${issue.minimum}`];
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, issue.path));
    case 'invalid_union': {
      // The path leads to the key that tells the kinds apart, but the input is the object that holds it.
      const { options = [] } = issue as { options?: readonly string[] };
      return [`${subject} is none of the known ones; expected one of ${listed(options)}`];
    }
    default:
      return [found + (expectedOf(issue) || `; ${issue.message}`)];
  }
}

function isMissing(issue: Issue): boolean {
  return issue.input === undefined && issue.code !== 'unrecognized_keys';
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
};

function expectedOf(issue: Issue): string {
  if (issue.code === 'invalid_type') return `; expected ${KINDS[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `; expected one of ${issue.values.join(', ')}`;
  return '';
}

function unknownKey(key: string, path: Path): string {
  const schema = schemaAt(path);
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const distance = (candidate: string) => editDistance(key.toLowerCase(), candidate.toLowerCase());
  const [nearest] = known
    .filter((candidate) => distance(candidate) <= Math.ceil(candidate.length / 3))
    .sort((a, b) => distance(a) - distance(b));
  if (nearest) return `unknown key "${key}"; did you mean "${nearest}"?`;
  return `unknown key "${key}"${known.length > 0 ? `; expected one of ${listed(known)}` : ''}`;
}

/** How many letters have to be added, dropped or replaced to make one word of the other (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const replaced = (row[j] ?? 0) + (letter === b[j] ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/**
 * The problems across records of a file that may have issues of its own. What has the wrong shape is read as blank, so
 * that the rest can be checked in the same go, and its record is not blamed for what follows from that.
 */
function crossProblems(value: unknown, issues: readonly Issue[]): { place: string; message: string }[] {
  const broken = issues.filter(hasWrongShape);
  // Without a whole collection, nearly every record would be found to point nowhere.
  if (broken.some(({ path }) => path.length === 1 && schemaAt(path) instanceof z.ZodArray)) return [];
  const copy = structuredClone(value);
  for (const { path } of broken) {
    let parent = copy as Record<PropertyKey, unknown>;
    for (const step of path.slice(0, -1)) parent = parent[step] as Record<PropertyKey, unknown>;
    parent[path.at(-1) as PropertyKey] = blank(schemaAt(path));
  }
  return crossCheck(copy as Assessment)
    .filter(({ path }) => !broken.some((issue) => issue.path[0] === path[0] && issue.path[1] === path[1]))
    .map(({ path, message }) => ({ place: placeOf(value, path), message }));
}

/** Whether a value is of another kind than it should be: not text that is too long, say, or no known choice. */
function hasWrongShape(issue: Issue): boolean {
  if (issue.code === 'invalid_value') return typeof issue.input !== 'string';
  return issue.code === 'invalid_type' || issue.code === 'invalid_union' || isMissing(issue);
}

/** The part of the schema that describes what stands at a path; undefined where it describes nothing there. */
function schemaAt(path: Path): unknown {
  let schema: unknown = assessmentSchema;
  for (const step of path) {
    schema = unwrapped(schema);
    if (schema instanceof z.ZodUnion) schema = schema.options[0];
    if (schema instanceof z.ZodObject) schema = schema.shape[step as string];
    else if (schema instanceof z.ZodArray) schema = schema.element;
    else return undefined;
  }
  return unwrapped(schema);
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? schema.unwrap() : schema;
}

/** The emptiest value that has the shape of a schema. */
function blank(schema: unknown): unknown {
  if (schema instanceof z.ZodObject) {
    return Object.fromEntries(Object.entries(schema.shape).map(([key, part]) => [key, blank(part)]));
  }
  if (schema instanceof z.ZodArray) return [];
  if (schema instanceof z.ZodUnion) return blank(schema.options[0]);
  if (schema instanceof z.ZodLiteral) return schema.value;
  if (schema instanceof z.ZodNumber) return 0;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return undefined;
  return '';
}

function subjectOf(path: Path): string {
  const key = path.findLastIndex((step) => typeof step === 'string');
  return path
    .slice(Math.max(key, 0))
    .map((step) => (typeof step === 'number' ? `[${step}]` : String(step)))
    .join('');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `the ${typeof value} ${shown(value)}`;
}

function shown(value: unknown): string {
  return clip(JSON.stringify(value) ?? 'nothing', 60);
}

function listed(keys: readonly string[]): string {
  return keys.length === 0 ? 'none' : clip(keys.join(', '), 300);
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
