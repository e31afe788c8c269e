/**
 * What an assessment is: the shape of one file in `data/`. Everything else in the program is typed from here.
 * Rules that span several records (a mark needs its footnote, a short form its full reference) are in `cross-checks.ts`.
 */
import { z } from 'zod';

export const RATINGS = ['very-weak', 'weak', 'fair', 'strong', 'very-strong'] as const;
export const TRENDS = ['unchanged', 'decrease', 'increase'] as const;
export const BODIES = ['security-council', 'general-assembly', 'human-rights-council'] as const;
/** Voting modes stay apart: `without-vote` (adopted without a vote, or by consensus) is nobody's yes. */
export const POSITIONS = ['yes', 'no', 'abstained', 'without-vote'] as const;
export const TREATY_STATUSES = ['not-ratified', 'signed-not-ratified', 'report-overdue'] as const;

/** The longest label that fits a choice of an option, a button's neighbour and a heading alike. */
export const LABEL_MAX = 80;

const text = z.string().trim().min(1);
const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected a slug: lower-case words joined by hyphens');
const footnoteNumber = z.int().min(1);
const indicatorNumber = z.int().min(1);
const year = z.int().min(1945).max(2100);
// A message of the schema's own begins with "expected"; the loader puts what was found before it.
const isoDate = z.iso.date('expected a date that exists, like 2023-03-15');
const httpUrl = z
  .url({ protocol: /^https?$/, error: 'expected an http or https URL', abort: true })
  .refine((url) => !/[\s\\<>]/.test(url), {
    error: 'expected a clean URL, without spaces, backslashes or angle brackets',
  });

/** So that a statement fits a message together with its sources: it is never cut. */
const STATEMENT_MAX = 1500;

/** One thing that the report says, in our words and complete in itself, with the footnotes that stand on it. */
const statement = z.strictObject({ text: text.max(STATEMENT_MAX), footnotes: z.array(footnoteNumber) });

const cslName = z.union(
  [z.strictObject({ literal: text }), z.strictObject({ family: text, given: text.optional() })],
  'expected {"literal": "an institution"} or {"family": "a person", "given": "…"}',
);

/** A work may be older than the United Nations. */
const workYear = z.int().min(1000).max(2100);

/** A date in CSL: one array of year, month, day, as far as it is known. */
const cslDate = z.strictObject({
  'date-parts': z.tuple([
    z.union(
      [
        z.tuple([workYear]),
        z.tuple([workYear, z.int().min(1).max(12)]),
        z.tuple([workYear, z.int().min(1).max(12), z.int().min(1).max(31)]),
      ],
      'expected [year], [year, month] or [year, month, day] in numbers',
    ),
  ]),
});

/** The types of CSL 1.0.2, https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types */
const CSL_TYPES = (
  'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset ' +
  'document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation ' +
  'manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical ' +
  'personal_communication post post-weblog regulation report review review-book software song speech standard thesis ' +
  'treaty webpage'
).split(' ');

/**
 * A work, as a CSL-JSON item. An undated work has no `issued`. `sameAs` stands instead of `URL` on a short form:
 * `footnote`, and the position (from 0) of the full reference among the sources of that footnote.
 */
const source = z.strictObject({
  id: text.optional(),
  type: z.enum(CSL_TYPES),
  title: text,
  author: z.array(cslName).min(1).optional(),
  editor: z.array(cslName).min(1).optional(),
  issued: cslDate.optional(),
  'container-title': text.optional(),
  'collection-title': text.optional(),
  publisher: text.optional(),
  'publisher-place': text.optional(),
  genre: text.optional(),
  language: text.optional(),
  note: text.optional(),
  volume: text.optional(),
  issue: text.optional(),
  page: text.optional(),
  edition: text.optional(),
  ISBN: text.optional(),
  ISSN: text.optional(),
  accessed: cslDate.optional(),
  number: text.optional(),
  section: text.optional(),
  locator: text.optional(),
  label: z.enum(['page', 'section']).optional(),
  DOI: text.optional(),
  URL: httpUrl.optional(),
  sameAs: z.strictObject({ footnote: footnoteNumber, source: z.int().min(0) }).optional(),
});

const footnote = z.strictObject({
  number: footnoteNumber,
  statements: z.array(statement).min(1).optional(),
  sources: z.array(source),
});

const indicator = z.strictObject({
  number: indicatorNumber,
  id: slug,
  area: slug,
  name: text,
  label: text.max(LABEL_MAX),
  aliases: z.array(text),
  rating: z.enum(RATINGS),
  trend: z.enum(TRENDS),
  /** `none` where the report itself says that it has nothing new on this indicator. */
  update: z.enum(['none', 'some']),
  statements: z.array(statement).min(1),
});

const recordSource = z.strictObject({ title: text, url: httpUrl.optional() });

const vote = z.strictObject({
  resolution: text,
  /** The symbol as the report prints it, where that is a misprint. */
  printed: text.optional(),
  body: z.enum(BODIES),
  year,
  title: text.nullable(),
  position: z.enum(POSITIONS),
  wording: text,
  indicator: indicatorNumber,
  footnote: footnoteNumber,
  record: z
    .strictObject({
      /** Absent or null: not verified. */
      adopted: isoDate.nullish(),
      /** Null: adopted without a vote. */
      tally: z
        .strictObject({ yes: z.int().min(0), no: z.int().min(0), abstained: z.int().min(0) })
        .nullable(),
      /** Null: not verified. */
      position: z.enum(POSITIONS).nullable(),
      subject: text.optional(),
      source: recordSource,
    })
    .optional(),
});

const treaty = z.strictObject({
  id: slug,
  name: text,
  abbreviation: text.optional(),
  status: z.enum(TREATY_STATUSES),
  statements: z.array(statement).min(1),
  indicators: z.array(indicatorNumber).min(1),
  record: z.strictObject({ text, sources: z.array(recordSource) }).optional(),
});

/** A place where the public record differs from the report: what each says, and where the record is. */
const check = z.strictObject({
  about: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('vote'), id: text }),
    z.strictObject({ kind: z.literal('treaty'), id: slug }),
    z.strictObject({ kind: z.literal('indicator'), id: z.string().regex(/^[1-9]\d*$/) }),
  ]),
  report: text,
  record: text,
  sources: z.array(recordSource),
});

export const assessmentSchema = z.strictObject({
  id: slug,
  country: z.strictObject({
    name: text,
    iso3: z.string().regex(/^[A-Z]{3}$/, 'expected three capital letters (ISO 3166-1 alpha-3)'),
  }),
  year,
  title: text,
  publisher: text,
  url: httpUrl,
  comparedWith: year,
  /** Points gained or lost against `comparedWith`; null where the report does not say. */
  indexChange: z.number().nullable(),
  wording: z.enum(['own-words', 'verbatim']),
  overview: z.array(statement),
  areas: z.array(z.strictObject({ id: slug, name: text })).min(1),
  indicators: z.array(indicator).min(1),
  footnotes: z.array(footnote),
  votes: z.array(vote),
  treaties: z.array(treaty),
  checks: z.array(check),
});

export type Assessment = z.infer<typeof assessmentSchema>;
export type Statement = z.infer<typeof statement>;
export type Source = z.infer<typeof source>;
export type Footnote = z.infer<typeof footnote>;
export type Area = Assessment['areas'][number];
export type Indicator = z.infer<typeof indicator>;
export type Vote = z.infer<typeof vote>;
export type Treaty = z.infer<typeof treaty>;
export type Check = z.infer<typeof check>;
export type RecordSource = z.infer<typeof recordSource>;
export type Rating = (typeof RATINGS)[number];
export type Trend = (typeof TRENDS)[number];
export type Body = (typeof BODIES)[number];
export type Position = (typeof POSITIONS)[number];
export type TreatyStatus = (typeof TREATY_STATUSES)[number];
