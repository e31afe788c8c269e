/** An issue that zod found, in plain words. */
import { z } from 'zod';
import { listed, shown } from './describe.js';
import type { Path } from './places.js';
import { schemaAt } from './schema-paths.js';

export type Issue = z.core.$ZodIssue;

/** An issue of the schema in plain words: what is there, and what would be right. */
export function sentences(issue: Issue): string[] {
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

export function isMissing(issue: Issue): boolean {
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

function subjectOf(path: Path): string {
  const key = path.findLastIndex((step) => typeof step === 'string');
  return path
    .slice(Math.max(key, 0))
    .map((step) => (typeof step === 'number' ? `[${step}]` : String(step)))
    .join('');
}
