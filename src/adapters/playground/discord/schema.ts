/**
 * The first layer of validation: the zod schemas generated from Discord's own API specification.
 *
 * The schemas are loose (unknown keys are dropped, not refused), so the parsed output is compared with the
 * input: whatever did not come out again is a key that Discord does not know.
 */

import * as spec from 'discord-api-spec/zod';
import { z } from 'zod';
import { isObject } from './json.js';

// The specification uses zod/mini, which has no messages of its own.
z.config(z.locales.en());

/** As much of a zod issue as is read here. */
interface Issue {
  code?: string;
  path: PropertyKey[];
  message: string;
  errors?: Issue[][];
}

interface Schema {
  safeParse(
    value: unknown,
  ): { success: true; data: unknown } | { success: false; error: { issues: unknown[] } };
}

const schemas = spec as unknown as Record<string, Schema>;

/** The problems that the named schema of the specification has with a value. `root` is what to call it. */
export function schemaProblems(name: string, value: unknown, root: string): string[] {
  const schema = schemas[name];
  if (!schema) throw new Error(`discord-api-spec has no schema ${name}`);
  const result = schema.safeParse(value);
  if (result.success) return unknownKeys(value, result.data, root);
  return (result.error.issues as Issue[]).flatMap((issue) => describe(issue, root));
}

/** One line for each thing wrong; of a union, those of the branch that was most likely meant. */
function describe(issue: Issue, at: string): string[] {
  const here = at + issue.path.map(step).join('');
  if (issue.code !== 'invalid_union' || !issue.errors?.length) return [`${here}: ${issue.message}`];
  const meant = issue.errors.filter((branch) => !branch.some(isDiscriminator));
  const branches = meant.length > 0 ? meant : issue.errors;
  if (meant.length === 0 && branches.every((branch) => branch.some(isDiscriminator))) {
    return [`${here}: no such type is allowed here`];
  }
  const best = branches.reduce((least, branch) => (branch.length < least.length ? branch : least));
  return best.flatMap((inner) => describe(inner, here));
}

/** Whether a branch of a union failed because it describes another `type`. */
function isDiscriminator(issue: Issue): boolean {
  return issue.path.length === 1 && issue.path[0] === 'type';
}

function unknownKeys(input: unknown, output: unknown, at: string): string[] {
  if (Array.isArray(input) && Array.isArray(output)) {
    return input.flatMap((item, index) => unknownKeys(item, output[index], `${at}[${index}]`));
  }
  if (!isObject(input) || !isObject(output)) return [];
  return Object.entries(input).flatMap(([key, value]) =>
    key in output ? unknownKeys(value, output[key], `${at}.${key}`) : [`${at}.${key}: unknown key`],
  );
}

function step(key: PropertyKey): string {
  return typeof key === 'number' ? `[${key}]` : `.${String(key)}`;
}
