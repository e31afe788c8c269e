/** Checks the content of one file against the schema and across its records, and says all that is wrong at once. */
import { z } from 'zod';
import { type Assessment, assessmentSchema } from '../schema.js';
import { crossCheck } from './cross-checks.js';
import { type Issue, isMissing, sentences } from './issue-sentences.js';
import { placeOf } from './places.js';
import { blank, schemaAt } from './schema-paths.js';

/** One thing to mend. `place` is where in the file, for a person to find; empty where it is the file as a whole. */
export type Problem = { place: string; message: string };

/** @returns the assessment where `value` has the shape of one, and everything that is wrong: nothing, in a good file */
export function validate(value: object): { assessment?: Assessment; problems: Problem[] } {
  const parsed = assessmentSchema.safeParse(value, { reportInput: true });
  if (parsed.success) return { assessment: parsed.data, problems: crossProblems(parsed.data, []) };
  const { issues } = parsed.error;
  const problems = issues.flatMap((issue) =>
    sentences(issue).map((message) => ({ place: placeOf(value, issue.path), message })),
  );
  return { problems: [...problems, ...crossProblems(value, issues)] };
}

/**
 * The problems across records of a file that may have issues of its own. What has the wrong shape is read as blank, so
 * that the rest can be checked in the same go, and its record is not blamed for what follows from that.
 */
function crossProblems(value: object, issues: readonly Issue[]): Problem[] {
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
