/**
 * What a command answers: content, never a Discord payload. `render/` alone turns it into a message, so that limits,
 * marks, sources, mentions and escaping have one owner.
 */
import type { Rating } from './assessment/schema.js';
import type { Kind } from './index/documents.js';

/** Plain text, escaped when rendered, or a piece of it set apart. */
export type Inline = string | { bold: string } | { italic: string } | { link: string; url: string };

/** One thing said. Its footnotes are marked behind it, and their sources stand in the same message. */
export interface Block {
  style: 'statement' | 'item' | 'plain' | 'small' | 'check';
  text: readonly Inline[];
  footnotes?: readonly number[];
  /** The footnote whose source this block itself is: it needs no mark, and no source line again. */
  sourceOf?: number;
}

export interface Section {
  /** Stands again, as continued, where the section goes on on the next page. */
  heading?: { text: string; footnotes?: readonly number[] };
  blocks: readonly Block[];
}

/** `id`: indicator or footnote number, canonical symbol, treaty id, ordinal of an overview statement (from 1). */
export interface Evidence {
  kind: Kind;
  id: string;
}

/** The option that says which of several assessments is asked. */
export const ASSESSMENT = 'assessment';

/** A command with its options: what a button does when it is pressed. Where no assessment is named, the answer's own. */
export interface Call {
  command: string;
  options: Readonly<Record<string, string>>;
}

export type Action =
  /** Runs a command and puts its answer in the place of this one; for others than its asker, beside it. */
  | { do: 'turn'; label: string; call: Call }
  /** Runs a command and answers with a message of its own. */
  | { do: 'open'; label: string; call: Call }
  /** Opens a document. */
  | { do: 'link'; label: string; url: string };

/** Something to go on to, offered as a button, or where there are many in a menu. */
export interface Onward {
  label: string;
  /** The same in a few words, for a button. */
  short?: string;
  /** What more there is to say of it, in a menu. */
  description?: string;
  call: Call;
}

/** A document that can be opened: as it stands today, and as it was archived. */
export interface Document {
  label: string;
  /** What more there is to say of it, in a menu. */
  description?: string;
  /** The same in a few words, for a button. */
  short: string;
  url: string;
  /** The answer that has its links, where there are too many documents for buttons. */
  call: Call;
}

export interface OutFile {
  name: string;
  /** A media type. */
  type: string;
  data: Uint8Array;
  /** What a picture shows, for those who do not see it. */
  alt?: string;
}

/** A picture of the whole edition, drawn from its data, on a dark or a light ground. */
export interface Pictured {
  shows: 'scorecard' | 'votes' | 'trends';
  theme: 'dark' | 'light';
}

export interface Answer {
  /** False where Footnote declined, or the thing is not in the assessment. */
  found: boolean;
  /** What was typed names nothing for certain: shown to the asker alone, where nothing else was asked for. */
  slip?: boolean;
  /** The id of the assessment that it comes from. */
  assessment: string;
  title: string;
  /** Under the title: the gist in a few words. */
  subtitle?: readonly Inline[];
  /** Under that, in small print: what it belongs to. */
  context?: string;
  /** Gives the accent colour; the words say it too. */
  rating?: Rating;
  sections: readonly Section[];
  /** The indicators that uncited statements stand under, for the line that cites the assessment itself. */
  indicators?: readonly number[];
  /** Best first. */
  evidence: readonly Evidence[];
  actions: readonly Action[];
  /** What else bears on it, or what is listed in it. */
  related?: readonly Onward[];
  /** What a menu of that is called, where it is not what is related. */
  relatedAs?: string;
  /** What can be opened beside the sources. */
  documents?: readonly Document[];
  /** Those alone, and not what the footnotes shown cite. */
  documentsOnly?: boolean;
  /** Other forms of the same: what is chosen turns the answer into it. */
  forms?: { label: string; choices: readonly Onward[] };
  /** Shown where it can be drawn; the words say it all without it. */
  picture?: Pictured;
  /** Attached to the message. */
  files?: readonly OutFile[];
  /** The options with which the same command says this and nothing else: its buttons carry them, whatever was typed. */
  byKey?: Call['options'];
  /** What answers this again where the call that brought it does not fit a button. */
  again?: Call;
}
