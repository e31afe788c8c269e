/** The part of the schema that describes a place in a file, and the emptiest value that fits it. */
import { z } from 'zod';
import { assessmentSchema } from '../schema.js';
import type { Path } from './places.js';

/** The part of the schema that describes what stands at a path; undefined where it describes nothing there. */
export function schemaAt(path: Path): unknown {
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
export function blank(schema: unknown): unknown {
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
