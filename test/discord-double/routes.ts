/** Which request is answered by what. */

import type { JsonObject } from '../../src/adapters/playground/discord/json.js';
import { validateCommands } from '../../src/adapters/playground/discord/validate.js';
import type { Channels } from './channels.js';
import type { Gateway } from './gateway.js';
import { type Handler, type HttpAnswer, invalidForm, type RecordedRequest, refusal } from './http.js';
import type { Interactions } from './interactions.js';
import type { User } from './payload.js';
import { type CommandRegistry, withoutLocalisations } from './registry.js';

export interface World {
  token: string;
  applicationId: string;
  bot: User;
  registry: CommandRegistry;
  interactions: Interactions;
  channels: Channels;
  gateway: Gateway;
  violations: string[];
  /** What the gateway says of sharding. */
  shards: { recommended: number; atOnce: number };
  /** Called for each PUT or POST of commands. */
  onRegistration: () => void;
}

interface Route {
  methods: string;
  pattern: RegExp;
  /** Whether the token of the URL stands in for the bot's own. */
  isOpen?: boolean;
  answer: (request: RecordedRequest, parts: string[]) => HttpAnswer;
}

export function routes(world: World): Handler {
  const table = [...applicationRoutes(world), ...commandRoutes(world), ...messageRoutes(world)];
  return (request) => {
    for (const { methods, pattern, isOpen, answer } of table) {
      const match = pattern.exec(request.path);
      if (!match || !methods.split(' ').includes(request.method)) continue;
      if (!isOpen && request.headers.authorization !== `Bot ${world.token}`) {
        return refusal(401, 0, '401: Unauthorized');
      }
      return answer(request, match.slice(1));
    }
    world.violations.push(`${request.method} ${request.path}: the double knows no such route`);
    return refusal(404, 0, '404: Not Found');
  };
}

function applicationRoutes(world: World): Route[] {
  const get = (pattern: RegExp, body: () => JsonObject, isOpen = false): Route => ({
    methods: 'GET',
    pattern,
    isOpen,
    answer: () => ({ status: 200, body: body() }),
  });
  const application = () => ({
    id: world.applicationId,
    name: world.bot.username,
    icon: null,
    description: '',
    type: null,
    bot: world.bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    integration_types_config: { 0: {}, 1: {} },
  });
  return [
    get(/^\/gateway$/, () => ({ url: world.gateway.url }), true),
    get(/^\/gateway\/bot$/, () => ({
      url: world.gateway.url,
      shards: world.shards.recommended,
      session_start_limit: {
        total: 1000,
        remaining: 1000,
        reset_after: 0,
        max_concurrency: world.shards.atOnce,
      },
    })),
    get(/^\/users\/@me$/, () => world.bot),
    get(/^\/(?:oauth2\/)?applications\/@me$/, application),
  ];
}

function commandRoutes({ applicationId, registry, violations, onRegistration }: World): Route[] {
  const pattern = /^\/applications\/(\d+)(?:\/guilds\/(\d+))?\/commands$/;
  return [
    {
      methods: 'GET PUT POST',
      pattern,
      answer(request, [application, guildId]) {
        if (application !== applicationId) return refusal(403, 20012, 'You are not authorized');
        if (request.method === 'GET') {
          const commands = registry.list(guildId);
          const whole = request.query.get('with_localizations') === 'true';
          return { status: 200, body: whole ? commands : withoutLocalisations(commands) };
        }
        onRegistration();
        const isList = Array.isArray(request.body);
        const problems = validateCommands(request.body, { guild: guildId !== undefined });
        if (isList !== (request.method === 'PUT')) {
          problems.push(`a ${request.method} takes ${isList ? 'one command' : 'a list of commands'}`);
        }
        violations.push(...problems.map((problem) => `registration of commands: ${problem}`));
        if (problems.length > 0) return invalidForm(problems);
        if (request.method === 'PUT') {
          return { status: 200, body: registry.replaceAll(request.body as JsonObject[], guildId) };
        }
        const { command, isNew } = registry.upsert(request.body as JsonObject, guildId);
        return { status: isNew ? 201 : 200, body: command };
      },
    },
  ];
}

function messageRoutes({ applicationId, interactions, channels }: World): Route[] {
  const isOwn = (id: string | undefined) => id === applicationId;
  const unknown = refusal(404, 10015, 'Unknown Webhook');
  return [
    {
      methods: 'POST',
      pattern: /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
      isOpen: true,
      answer: (request, [id = '', token = '']) => interactions.callback(id, token, request),
    },
    {
      methods: 'POST',
      pattern: /^\/webhooks\/(\d+)\/([^/]+)$/,
      isOpen: true,
      answer: (request, [id, token = '']) => (isOwn(id) ? interactions.followUp(token, request) : unknown),
    },
    {
      methods: 'GET PATCH DELETE',
      pattern: /^\/webhooks\/(\d+)\/([^/]+)\/messages\/([^/]+)$/,
      isOpen: true,
      answer: (request, [id, token = '', message = '']) =>
        isOwn(id) ? interactions.webhookMessage(token, decodeURIComponent(message), request) : unknown,
    },
    {
      methods: 'POST',
      pattern: /^\/channels\/(\d+)\/typing$/,
      answer: () => ({ status: 204 }),
    },
    {
      methods: 'POST',
      pattern: /^\/channels\/(\d+)\/messages$/,
      answer: (request, [channel = '']) => channels.receive(channel, request),
    },
  ];
}
