/**
 * What a command answers: content, never a Discord payload. `render/` alone turns it into a message, so that limits,
 * marks, sources, mentions and escaping have one owner.
 */
import type { Rating } from './assessment/schema.js';
import type { Kind } from './index/documents.js';

/** Plain text, escaped when rendered, or a piece of it set apart. */
export type Inline = string | { bold: string } | { link: string; url: string };

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

/** A command with its options: what a button does when it is pressed. */
export interface Call {
  command: string;
  options: Readonly<Record<string, string>>;
}

export type Action =
  /** Runs a command and puts its answer in the place of this one. */
  | { do: 'turn'; label: string; call: Call }
  /** Runs a command and answers with a message of its own. */
  | { do: 'open'; label: string; call: Call }
  /** Opens a document. */
  | { do: 'link'; label: string; url: string };

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
  /** Gives the accent colour; the words say it too. */
  rating?: Rating;
  sections: readonly Section[];
  /** The indicators that uncited statements stand under, for the line that cites the assessment itself. */
  indicators?: readonly number[];
  /** Best first. */
  evidence: readonly Evidence[];
  actions: readonly Action[];
  /** What answers this again where the call that brought it does not fit a button. */
  again?: Call;
}
