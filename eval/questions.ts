/** The questions: their shape, and reading a file of them. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

export const HALVES = ['tune', 'check'] as const;
export type Half = (typeof HALVES)[number];

/** The kind of a question that the assessment does not answer: the right thing is to say so. */
export const UNANSWERABLE = 'unanswerable';

const text = z.string().trim().min(1);
const numbers = z.array(z.int().min(1)).default([]);
const pattern = text.refine(isPattern, { error: 'expected a regular expression' });

/** What a right answer rests on, and what it says; scoring.ts has the rules. */
const gold = z.strictObject({
  indicators: numbers,
  /** Each of them has to be cited. */
  footnotes: numbers,
  votes: z.array(text).default([]),
  /** Ordinals of overview statements. */
  overview: z.array(z.int().min(1)).min(1).optional(),
  /** For people. */
  answer: text,
  /** The parts between | are alternatives. */
  must_include: z.array(text).default([]),
  must_match: z.array(pattern).default([]),
  expect: z.literal('abstain').optional(),
  /** The nearest thing that the assessment does say, for people. */
  near: z.strictObject({ indicators: numbers, footnotes: numbers, votes: z.array(text) }).optional(),
});

const question = z.strictObject({
  id: text,
  q: text,
  type: text,
  gold,
  difficulty: text.optional(),
  split: z.enum(HALVES).optional(),
});

const questions = z
  .array(question)
  .min(1)
  .check(({ value, issues }) => {
    const seen = new Set<string>();
    value.forEach(({ id, split }, at) => {
      const problem = (field: string, message: string) =>
        issues.push({ code: 'custom', input: value, path: [at, field], message });
      if (seen.has(id)) problem('id', 'expected an id of its own; an earlier question has it');
      seen.add(id);
      if ((split === undefined) !== (value[0]?.split === undefined)) {
        problem('split', 'expected a half for every question of the file, or for none');
      }
    });
  });

export type Question = z.infer<typeof question>;

/** The file cannot be read, or holds something else than questions. `message` says where, one problem a line. */
export class QuestionsError extends Error {
  override name = 'QuestionsError';
}

/**
 * @param file absolute, or from the working directory
 * @throws {QuestionsError} with every problem of the file
 */
export function readQuestions(file: string): Question[] {
  let json: string;
  try {
    json = readFileSync(file, 'utf8');
  } catch (error) {
    throw new QuestionsError(`${file} cannot be read: ${(error as Error).message}`);
  }
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new QuestionsError(`${file} is not JSON: ${(error as Error).message}`);
  }
  const parsed = questions.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    (issue) => `  ${placeOf(issue.path, value) || 'the file'}: ${issue.message}`,
  );
  throw new QuestionsError([`${file} does not hold questions:`, ...problems].join('\n'));
}

/** "[3] (q010) gold.votes[0]": where in the file, with the id of the question for a person to search for. */
function placeOf(path: readonly PropertyKey[], value: unknown): string {
  const [at, ...rest] = path;
  if (typeof at !== 'number') return path.map(String).join('.');
  const id = (value as { id?: unknown }[])[at]?.id;
  const within = rest.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return [`[${at}]`, typeof id === 'string' ? `(${id})` : '', within.replace(/^\./, '')]
    .filter(Boolean)
    .join(' ');
}

function isPattern(source: string): boolean {
  try {
    new RegExp(source, 'i');
    return true;
  } catch {
    return false;
  }
}
