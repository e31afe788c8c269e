/**
 * What the schema cannot say about one field alone: numbering, marks and their footnotes, short forms and their full
 * references, symbols, votes. Each rule is one function, and all of them run, so that a person mends a file once.
 */

import type { Assessment } from '../schema.js';
import { footnotes, marks, orphans, sourceIds } from './footnote-rules.js';
import type { Path } from './places.js';
import { noSuchIndicator, type Report, type Rule } from './rules.js';
import { votes } from './vote-rules.js';

/** What is wrong across records, and where. */
export type CrossProblem = { path: Path; message: string };

const RULES: readonly Rule[] = [
  edition,
  numbering,
  uniqueness,
  areas,
  marks,
  orphans,
  sourceIds,
  footnotes,
  votes,
  treaties,
  checks,
];

/**
 * Checks an assessment across its records.
 * @param assessment one that has the shape of the schema
 * @returns every problem, the message saying what is wrong and what would be right; empty when all is well
 */
export function crossCheck(assessment: Assessment): CrossProblem[] {
  const problems: CrossProblem[] = [];
  for (const rule of RULES) rule(assessment, (path, message) => problems.push({ path, message }));
  return problems;
}

function edition({ year, comparedWith }: Assessment, report: Report): void {
  // The loader puts 0 for a year that it could not read, and reports that itself.
  if (year && comparedWith >= year) {
    report(
      ['comparedWith'],
      `comparedWith is ${comparedWith}; expected a year before this edition's, ${year}`,
    );
  }
}

function numbering(assessment: Assessment, report: Report): void {
  for (const collection of ['indicators', 'footnotes'] as const) {
    const firstAt = new Map<number, number>();
    // Each number is compared with the one before it, not with its position, so that one gap is one problem and not forty.
    let previous = 0;
    for (const [i, { number }] of assessment[collection].entries()) {
      const path = [collection, i, 'number'];
      const twin = firstAt.get(number);
      if (twin !== undefined) {
        report(path, `number ${number} stands twice, first at ${collection}[${twin}]; expected each once`);
      } else if (number !== previous + 1) {
        const rule = 'they run from 1 in order, without gaps';
        const after = previous ? `comes after ${previous}` : 'comes first';
        report(path, `number ${number} ${after}; expected ${previous + 1}: ${rule}`);
      }
      if (twin === undefined) firstAt.set(number, i);
      // Again, 0 stands for a number that could not be read.
      previous = number || previous + 1;
    }
  }
}

function uniqueness({ areas, indicators, treaties, votes }: Assessment, report: Report): void {
  /** Reports each record whose key an earlier one has already, in whatever case. */
  function unique<K extends string>(collection: string, key: K, records: readonly Record<K, string>[]): void {
    const firstAt = new Map<string, number>();
    for (const [i, record] of records.entries()) {
      const value = record[key].trim().toLowerCase();
      const twin = firstAt.get(value);
      if (twin === undefined) firstAt.set(value, i);
      else {
        const message = `${key} "${record[key]}" stands twice, first at ${collection}[${twin}]; expected each once`;
        report([collection, i, key], message);
      }
    }
  }
  unique('areas', 'id', areas);
  unique('indicators', 'id', indicators);
  unique('indicators', 'label', indicators);
  unique('votes', 'resolution', votes);
  unique('treaties', 'id', treaties);
}

function areas({ areas, indicators }: Assessment, report: Report): void {
  const known = new Set(areas.map(({ id }) => id));
  const used = new Set(indicators.map(({ area }) => area));
  for (const [i, { area }] of indicators.entries()) {
    if (!known.has(area)) {
      report(
        ['indicators', i, 'area'],
        `area "${area}" is not among the areas; expected one of ${[...known].join(', ')}`,
      );
    }
  }
  for (const [i, { id }] of areas.entries()) {
    if (!used.has(id)) {
      report(['areas', i], `no indicator has the area "${id}"; expected at least one, or no such area`);
    }
  }
}

function treaties(assessment: Assessment, report: Report): void {
  for (const [i, { indicators }] of assessment.treaties.entries()) {
    for (const [j, number] of indicators.entries()) {
      const missing = noSuchIndicator(assessment, number);
      if (missing) report(['treaties', i, 'indicators', j], missing);
    }
  }
}

function checks(assessment: Assessment, report: Report): void {
  const known = {
    vote: assessment.votes.map(({ resolution }) => resolution),
    treaty: assessment.treaties.map(({ id }) => id),
    indicator: assessment.indicators.map(({ number }) => String(number)),
  };
  for (const [i, { about }] of assessment.checks.entries()) {
    if (known[about.kind].includes(about.id)) continue;
    const message = `about points to ${about.kind} "${about.id}", which does not exist`;
    report(['checks', i, 'about'], `${message}; expected the id of one in the file`);
  }
}
