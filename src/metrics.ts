/** What the program counts. */

/** What became of an interaction: "not found" is declined, or not in the assessment. */
export type Outcome = 'found' | 'not found' | 'done' | 'refused' | 'failed' | 'too many';

export interface Metrics {
  /** The media type of the text. */
  contentType: string;
  /** Everything counted so far, as text. */
  text(): Promise<string>;
  /** An interaction was answered. @param ms how long that took, in milliseconds */
  answered(command: string, outcome: Outcome, ms: number): void;
  /** The connection to Discord dropped, and is made again. */
  reconnected(): void;
  /** Discord's API did not take a request. @param status of the response, or "none" */
  apiFailed(status: number | 'none'): void;
  /** Data are in service: how many records are indexed. */
  indexed(records: number): void;
}

/** Where nobody can read what was counted. */
export const UNCOUNTED: Metrics = {
  contentType: 'text/plain',
  text: async () => '',
  answered() {},
  reconnected() {},
  apiFailed() {},
  indexed() {},
};
