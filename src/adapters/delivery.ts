/** What follows an answer at Discord's API, whatever brought the interaction: its picture once it is drawn, its removal. */
import {
  type APIInteraction,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  Routes,
} from 'discord-api-types/v10';
import type { OutFile } from '../answer.js';
import type { Dispatched } from '../dispatch.js';

export interface RawFile {
  name: string;
  contentType: string;
  data: Buffer;
}

/** As much of discord.js's client for Discord's API as is used here. */
export interface Api {
  patch(route: `/${string}`, request: { body: unknown; files: RawFile[]; auth: false }): Promise<unknown>;
  delete(route: `/${string}`, request: { auth: false }): Promise<unknown>;
}

export interface Delivery {
  /** To be told of every answer before it is sent: a picture for a message that now goes on to something else is dropped. */
  begins(interaction: APIInteraction, dispatched: Dispatched): void;
  /** What remains to be done once the answer has reached Discord. @throws what the API throws */
  follows(interaction: APIInteraction, dispatched: Dispatched): Promise<void>;
}

export function createDelivery(api: Api): Delivery {
  /** The messages whose picture is being drawn; one that goes on to something else in the meantime is left alone. */
  const awaiting = new Map<string, { isStale: boolean }>();

  async function addPicture(
    later: NonNullable<Dispatched['later']>,
    interaction: APIInteraction,
    original: `/${string}`,
  ): Promise<void> {
    const [id = interaction.id] = messagesOf(interaction);
    const here = { isStale: false };
    awaiting.set(id, here);
    try {
      const sent = await later;
      if (!sent || here.isStale) return;
      // Whether the message is private stays as it is.
      const body = { ...sent.message, flags: MessageFlags.IsComponentsV2 };
      await api.patch(original, { body, files: sent.files.map(asRawFile), auth: false });
    } finally {
      if (awaiting.get(id) === here) awaiting.delete(id);
    }
  }

  return {
    begins(interaction, { response, removes }) {
      if (response.type !== InteractionResponseType.UpdateMessage && !removes) return;
      for (const id of messagesOf(interaction)) {
        const waiting = awaiting.get(id);
        if (waiting) waiting.isStale = true;
      }
    },
    async follows(interaction, { removes, later }) {
      const original = Routes.webhookMessage(interaction.application_id, interaction.token);
      if (removes) await api.delete(original, { auth: false });
      if (later) await addPicture(later, interaction, original);
    },
  };
}

/**
 * By what the message of an interaction is known to later ones: a button's message by its own id and by the interaction
 * that first brought it, a command's by that interaction.
 */
function messagesOf(interaction: APIInteraction): string[] {
  if (interaction.type !== InteractionType.MessageComponent) return [interaction.id];
  const { id, interaction_metadata: first } = interaction.message;
  return [id, ...(first ? [first.id] : [])];
}

export const asRawFile = ({ name, type, data }: OutFile): RawFile => ({
  name,
  contentType: type,
  data: Buffer.from(data),
});
