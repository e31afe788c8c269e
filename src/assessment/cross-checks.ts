/**
 * What the schema cannot say about one field alone: numbering, marks and their footnotes, short forms and their full
 * references, symbols, votes. Each rule is one function, and all of them run, so that a person mends a file once.
 */
import type { Assessment, Footnote, Position, Source, Statement, Vote } from './schema.js';
import { bodyOf, isCanonical } from './symbols.js';

/** Where a value stands in an assessment file: keys, and positions counted from 0. */
export type Path = readonly PropertyKey[];

/** What is wrong across records, and where: `place` is `path` as a person reads it. */
export type CrossProblem = { path: Path; place: string; message: string };

type Report = (path: Path, message: string) => void;
type Rule = (assessment: Assessment, report: Report) => void;

const RULES: readonly Rule[] = [
  edition,
  numbering,
  uniqueness,
  areas,
  marks,
  orphans,
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
  for (const rule of RULES) {
    rule(assessment, (path, message) => problems.push({ path, place: placeOf(assessment, path), message }));
  }
  return problems;
}

/**
 * A path as a person reads it: `indicators[14] (15, "Countering extremism") statements[2].footnotes[0]`.
 * @param root the content of the file; it need not have the shape of the schema
 */
export function placeOf(root: unknown, path: Path): string {
  let place = '';
  let value = root;
  for (const [depth, step] of path.entries()) {
    value = (value as Record<PropertyKey, unknown> | null | undefined)?.[step];
    if (typeof step === 'number') place += `[${step}]`;
    else place += place === '' || place.endsWith(') ') ? String(step) : `.${String(step)}`;
    const name = depth === 1 ? nameOf(value) : '';
    if (name) place += ` (${name}) `;
  }
  return place.trimEnd();
}

/** What a person calls a record: `15, "Countering extremism"`, or `S/RES/2605`, or nothing. */
function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const { number, label, name, resolution, id, about } = value as Record<string, unknown>;
  const title = label ?? name;
  const parts = [number, typeof title === 'string' ? `"${clip(title, 40)}"` : (resolution ?? id)];
  if (typeof about === 'object' && about !== null) parts.push(...Object.values(about));
  return parts.filter((part) => typeof part === 'string' || typeof part === 'number').join(', ');
}

/** Text of at most `max` characters, closed by an ellipsis where it was longer. */
export function clip(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).trimEnd()}…`;
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

type PlacedStatement = { path: Path; statement: Statement };

/** The statements of the report itself. The footnotes' own remarks are not among them. */
function bodyStatements({ overview, indicators, treaties }: Assessment): PlacedStatement[] {
  return [
    ...overview.map((statement, i) => ({ path: ['overview', i], statement })),
    ...statementsIn('indicators', indicators),
    ...statementsIn('treaties', treaties),
  ];
}

function statementsIn(
  collection: string,
  records: readonly { statements?: Statement[] | undefined }[],
): PlacedStatement[] {
  return records.flatMap(({ statements = [] }, i) =>
    statements.map((statement, j) => ({ path: [collection, i, 'statements', j], statement })),
  );
}

function marks(assessment: Assessment, report: Report): void {
  const statements = [...bodyStatements(assessment), ...statementsIn('footnotes', assessment.footnotes)];
  for (const { path, statement } of statements) {
    for (const [i, mark] of statement.footnotes.entries()) {
      const at = [...path, 'footnotes', i];
      const missing = noSuchFootnote(assessment, mark);
      if (missing) report(at, missing);
      if (statement.footnotes.indexOf(mark) < i) {
        report(at, `mark ${mark} stands twice on one statement; expected each mark once`);
      }
    }
  }
}

function noSuchFootnote({ footnotes }: Assessment, mark: number): string | undefined {
  if (footnotes.some(({ number }) => number === mark)) return undefined;
  return `mark ${mark} has no footnote; expected the number of one of the ${footnotes.length} in the file`;
}

function noSuchIndicator({ indicators }: Assessment, wanted: number): string | undefined {
  if (indicators.some(({ number }) => number === wanted)) return undefined;
  return `indicator ${wanted} does not exist; expected the number of one of the ${indicators.length} in the file`;
}

function orphans(assessment: Assessment, report: Report): void {
  const cited = new Set([
    ...bodyStatements(assessment).flatMap(({ statement }) => statement.footnotes),
    ...assessment.votes.map(({ footnote }) => footnote),
  ]);
  for (const [i, { number }] of assessment.footnotes.entries()) {
    if (cited.has(number)) continue;
    const expected = 'its mark on a statement of the overview, an indicator or a treaty, or on a vote';
    report(['footnotes', i], `footnote ${number} is cited nowhere; expected ${expected}`);
  }
}

function footnotes(assessment: Assessment, report: Report): void {
  for (const [i, { number, statements, sources }] of assessment.footnotes.entries()) {
    const path = ['footnotes', i];
    if (sources.length === 0 && !statements?.length) {
      report(path, `footnote ${number} is empty; expected a remark (in statements) or a source`);
    }
    for (const [position, source] of sources.entries()) {
      const at = [...path, 'sources', position];
      const wrong = source.sameAs
        ? wrongShortForm(assessment.footnotes, { footnote: number, source: position }, source.sameAs)
        : wrongFullReference(source);
      if (wrong) report(source.sameAs ? [...at, 'sameAs'] : at, wrong);
      if (source.sameAs && source.URL) {
        report([...at, 'URL'], 'URL stands beside sameAs; expected sameAs alone on a short form');
      }
    }
  }
}

/**
 * A full reference has to lead somewhere. A printed work does so without a URL when it says who published it, or in
 * what; a work with none of these is most likely a short form that lacks its `sameAs`.
 */
function wrongFullReference(source: Source): string | undefined {
  if (source.URL ?? source.DOI ?? source.publisher ?? source['container-title']) return undefined;
  return `source "${clip(source.title, 40)}" leads nowhere; expected a URL, or sameAs where it is a short form (a printed work: DOI, publisher or container-title)`;
}

type Reference = NonNullable<Source['sameAs']>;

/** What is wrong with where a short form points; undefined where that is a full reference. */
function wrongShortForm(footnotes: Footnote[], self: Reference, target: Reference): string | undefined {
  const footnoteOf = (reference: Reference) => footnotes.find(({ number }) => number === reference.footnote);
  const sourceOf = (reference: Reference) => footnoteOf(reference)?.sources[reference.source];
  const name = ({ footnote, source }: Reference) => `source ${source} of footnote ${footnote}`;

  if (name(target) === name(self)) return 'sameAs points to itself; expected the full reference';
  const footnote = footnoteOf(target);
  if (!footnote) return `sameAs points to footnote ${target.footnote}, which is not in the file`;
  const found = sourceOf(target);
  if (!found) {
    const count = footnote.sources.length;
    return `sameAs points to ${name(target)}, which has ${count || 'none'}; expected a position counted from 0`;
  }
  if (!found.sameAs) return undefined;

  const trail = [name(self), name(target)];
  for (let next: Reference | undefined = found.sameAs; next; next = sourceOf(next)?.sameAs) {
    const circle = trail.includes(name(next));
    trail.push(name(next));
    if (circle) return `sameAs leads in a circle: ${trail.join(' -> ')}; expected a full reference`;
  }
  return `sameAs points to another short form: ${trail.join(' -> ')}; expected the full reference itself`;
}

/** The wordings in which reports print a position, in lower case and without punctuation. */
const WORDINGS: Readonly<Record<Position, RegExp>> = {
  yes: /^(?:voted )?(?:yes|for|in favou?r)$/,
  no: /^(?:voted )?(?:no|against)$/,
  abstained: /^(?:abstain(?:ed|s|ing)?|abstention)$/,
  'without-vote': /^(?:adopted )?(?:without (?:a )?vote|by consensus|by acclamation)$/,
};

function wrongWording({ wording, position }: Vote): string | undefined {
  const plain =
    wording
      .toLowerCase()
      .match(/[a-z]+/g)
      ?.join(' ') ?? '';
  const modes = Object.keys(WORDINGS) as Position[];
  const said = modes.find((mode) => WORDINGS[mode].test(plain));
  if (said === position) return undefined;
  if (said) return `wording "${wording}" means ${said}, but position is ${position}; expected them to agree`;
  const examples = 'yes, no, against, abstained, adopted without vote, adopted by consensus';
  return `wording "${wording}" is of no known position; expected one like ${examples}`;
}

function votes(assessment: Assessment, report: Report): void {
  for (const [i, vote] of assessment.votes.entries()) {
    const { resolution, body } = vote;
    const at = (key: keyof Vote, message: string | undefined) => {
      if (message) report(['votes', i, key], message);
    };
    if (!isCanonical(resolution)) {
      const forms = 'S/RES/2605, A/RES/77/230 or A/HRC/RES/52/1 (a misprint of the report goes into printed)';
      at('resolution', `resolution "${resolution}" is not a canonical symbol; expected one like ${forms}`);
    } else if (bodyOf(resolution) !== body) {
      at('body', `body is ${body}; expected ${bodyOf(resolution)}, the body of ${resolution}`);
    }
    at('wording', wrongWording(vote));
    at('indicator', noSuchIndicator(assessment, vote.indicator));
    at('footnote', noSuchFootnote(assessment, vote.footnote));
    record(assessment, vote, (path, message) => report(['votes', i, 'record', ...path], message));
  }
}

function record({ checks }: Assessment, vote: Vote, report: Report): void {
  if (!vote.record) return;
  const { tally, position } = vote.record;
  const individual = position === 'without-vote' ? null : position;
  if (!tally && individual) {
    const message = `tally is null (adopted without a vote), but position is ${position}`;
    report(['tally'], `${message}; expected a tally, or position without-vote or null`);
  }
  if (tally && position === 'without-vote') {
    const message = 'position is without-vote, but there is a tally';
    report(['position'], `${message}; expected yes, no, abstained or null, or a tally of null`);
  }
  if (tally && individual && tally[individual] === 0) {
    report(['tally', individual], `${individual} is 0, but position is ${individual}; expected at least 1`);
  }
  // A reply shows a difference from its check: one without a check would go unseen.
  const checked = checks.some(({ about }) => about.kind === 'vote' && about.id === vote.resolution);
  if (position && position !== vote.position && !checked) {
    const message = `position is ${position}, but the report says ${vote.position}`;
    report(['position'], `${message}; expected them to agree, or a check about ${vote.resolution}`);
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
