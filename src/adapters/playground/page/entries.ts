/** What stands in the channel. */
import type { Message as Payload } from '../../../render/message.js';

export interface UserMessage {
  kind: 'user';
  id: string;
  at: number;
  author: string;
  text: string;
}

export interface BotMessage {
  kind: 'bot';
  id: string;
  at: number;
  /** The id of the interaction that brought it. */
  interaction: string;
  /** What was used, over the message: "/votes". */
  used?: string;
  payload: Payload;
  /** By name, each as an address of this page. */
  files: Record<string, string>;
  link?: string;
}

/** What did not work, in the place of an answer. */
export interface Failed {
  kind: 'failed';
  id: string;
  at: number;
  used?: string;
  /** What Discord would refuse in the answer; none where there was none. */
  refused: string[];
  /** Why there was none. */
  why?: string;
  again?: () => void;
}

export type Entry = UserMessage | BotMessage | Failed;
