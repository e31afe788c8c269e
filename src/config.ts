/** The configuration: a function of an environment object. Only `main.ts` calls it. */
import { z } from 'zod';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const PORT = 'expected a port: a whole number from 0 to 65535';

/** An empty variable is an absent one: `.env` files are full of them. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema);

const schema = z.object({
  DISCORD_TOKEN: optional(z.string().trim().optional()),
  DISCORD_PUBLIC_KEY: optional(
    z
      .string()
      .trim()
      .regex(/^[0-9a-f]{64}$/i, 'expected the 64 hexadecimal digits that the developer portal shows')
      .optional(),
  ),
  DISCORD_API_URL: optional(
    z
      .url({ protocol: /^https?$/, error: 'expected an http or https address' })
      .default('https://discord.com/api')
      .transform((url) => url.replace(/\/+$/, '')),
  ),
  DISCORD_GUILD_ID: optional(
    z
      .string()
      .trim()
      .regex(/^\d{15,21}$/, 'expected the id of a server: 15 to 21 digits')
      .optional(),
  ),
  SHARDS: optional(
    z
      .string()
      .trim()
      .regex(/^(?:auto|[1-9]\d{0,4})$/, 'expected auto or a whole number from 1')
      .transform((value) => (value === 'auto' ? value : Number(value)))
      .optional(),
  ),
  HOST: optional(z.string().trim().default('127.0.0.1')),
  PORT: optional(z.coerce.number({ error: PORT }).int(PORT).min(0, PORT).max(65535, PORT).default(3000)),
  METRICS_PORT: optional(z.coerce.number({ error: PORT }).int(PORT).min(0, PORT).max(65535, PORT).optional()),
  DATA_DIR: optional(z.string().default('./data')),
  INDEX_DIR: optional(z.string().default('./.index')),
  LOG_LEVEL: optional(
    z.enum(LOG_LEVELS, { error: `expected one of ${LOG_LEVELS.join(', ')}` }).default('info'),
  ),
});

export interface Config extends z.infer<typeof schema> {
  /** Which of the shards this process is, where it is one of several. */
  shard?: { id: number; count: number };
}

/** A variable is not what it should be; the message names each one and what would be right, and no value. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * @param env as `process.env`
 * @throws ConfigError with every problem at once
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  // In the process of a shard, discord.js's ShardingManager has put the number of that shard into SHARDS.
  const { SHARDING_MANAGER: manager, SHARDS: id, SHARD_COUNT: count, ...rest } = env;
  if (manager !== undefined) return { ...readConfig(rest), shard: { id: Number(id), count: Number(count) } };
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigError(
    `The configuration is not right:\n${problems.join('\n')}\nCorrect it in the environment or in .env (see .env.example).`,
  );
}
