/** Why there is no connection to Discord, in sentences for the operator. */
import { GatewayCloseCodes } from 'discord-api-types/v10';

/** The bot cannot start, or go on, and the operator can mend it: the message says how. */
export class GatewayError extends Error {
  override name = 'GatewayError';
  /** Whether it may be over by itself: another try may do, without anybody mending anything. */
  readonly mayPass: boolean;

  constructor(message: string, { mayPass = false } = {}) {
    super(message);
    this.mayPass = mayPass;
  }
}

/**
 * For a connection that Discord closed for good.
 * https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
 */
export function closedFor(code: number): GatewayError {
  if (code === GatewayCloseCodes.AuthenticationFailed) return refusedToken('no longer takes');
  return new GatewayError(
    code === GatewayCloseCodes.ShardingRequired
      ? 'Discord wants more than one connection for so many servers. Set SHARDS=auto and start again.'
      : `Discord closed the connection for good (code ${code}). Start again; the code says why.`,
  );
}

/** For what is thrown where the token is refused or Discord cannot be reached. */
export function explained(error: unknown, apiUrl: string): GatewayError {
  const { code } = error as { code?: unknown };
  if ((error as { status?: unknown }).status === 401) return refusedToken('refused');
  return new GatewayError(
    `Discord could not be reached at ${apiUrl} (${code ? String(code) : (error as Error).name}). Check the network and DISCORD_API_URL.`,
    { mayPass: true },
  );
}

function refusedToken(verb: string): GatewayError {
  return new GatewayError(
    `Discord ${verb} DISCORD_TOKEN. Copy the token anew from the Bot page of https://discord.com/developers/applications (Reset Token), put it into .env and start again.`,
  );
}
