/** An assessment as it stands on the shelf: its card in the catalogue, and itself where somebody opens it. */
import { createHash } from 'node:crypto';
import type { Area, Assessment } from './schema.js';

/** As much of an assessment as it takes to list it, to offer it and to know what it has votes on. */
export interface Card extends Pick<Assessment, 'id' | 'country' | 'year' | 'title' | 'comparedWith'> {
  /** Of the data: another one where anything in it changed. Six characters. */
  stamp: string;
  areas: readonly Area[];
  /** The symbols of its votes. */
  symbols: readonly string[];
  /** The years of its votes, each once. */
  voteYears: readonly number[];
  /** How many indicators, votes, footnotes, treaties and overview statements it has. */
  records: number;
}

export interface Volume {
  readonly card: Card;
  /** Of the file that it was read from, by its content: what was made of the same file is found again by it. */
  readonly key: string;
  /** Whether the file has it letter by letter: it may be read again without looking for faults. */
  readonly isAsWritten: boolean;
  /** Its card was kept from an earlier time. */
  readonly isKnown: boolean;
  /** Reads the assessment: anew each time, since most of many are seldom asked. Nothing in it may be changed. */
  open(): Assessment;
}

/** The volume of an assessment that is read already. @param key of its content, where another one is known */
export function volumeOf(assessment: Assessment, key = keyOf(JSON.stringify(assessment))): Volume {
  return { card: cardOf(assessment), key, isAsWritten: true, isKnown: false, open: () => assessment };
}

/** Of the content of a file. */
export const keyOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 32);

function cardOf(assessment: Assessment): Card {
  const { id, country, year, title, comparedWith, areas, indicators, votes, footnotes, treaties, overview } =
    assessment;
  return {
    id,
    country,
    year,
    title,
    comparedWith,
    stamp: createHash('sha256').update(JSON.stringify(assessment)).digest('base64url').slice(0, 6),
    areas,
    symbols: votes.map(({ resolution }) => resolution),
    voteYears: [...new Set(votes.map((vote) => vote.year))],
    records: [indicators, votes, footnotes, treaties, overview].reduce((sum, list) => sum + list.length, 0),
  };
}
