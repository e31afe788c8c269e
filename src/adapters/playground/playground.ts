/** The local page: a chat with Footnote in a browser. It plays Discord's part, and the same dispatch answers. */
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import {
  type APIInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import type { Call, OutFile } from '../../answer.js';
import { declarations } from '../../declarations.js';
import type { Dispatch } from '../../dispatch.js';
import { messageOf, type Sent } from '../../dispatched.js';
import { interactionOf } from '../../interactions.js';
import type { Library } from '../../library.js';
import { ROOT } from '../../root.js';
import { callAt, linkTo, titleOf } from './permalinks.js';
import { CALL, type Declared, ROUTES, type Said, type WireFile } from './wire.js';

export interface Playground {
  dispatch: Dispatch;
  library: Library;
  /** Where `vite build` has put the page; the program's own unless told. */
  page?: URL;
}

const PAGE = new URL('dist/page/', ROOT);

/** Everything comes from the server itself, and nothing may stand in its pages that it did not send as a file. */
const POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    // Pictures come with the answers.
    imgSrc: ["'self'", 'blob:'],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

/** The plugin: the page, its files, and what it asks for. */
export const playground = async (
  server: FastifyInstance,
  { dispatch, library, page = PAGE }: Playground,
): Promise<void> => {
  const html = readFileSync(new URL('index.html', page), 'utf8');
  await server.register(helmet, {
    contentSecurityPolicy: POLICY,
    // Of pages with TLS: without it, browsers complain of them.
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
  await server.register(fastifyStatic, {
    root: fileURLToPath(new URL('assets/', page)),
    prefix: '/assets/',
    // Their names change with what is in them.
    immutable: true,
    maxAge: '1y',
  });

  server.get<{ Params: { '*': string }; Querystring: { assessment?: string } }>('/*', (request, reply) => {
    const path = `/${request.params['*']}`;
    reply.type('text/html; charset=utf-8');
    if (path === '/') return reply.send(html);
    const call = callAt(path, request.query.assessment);
    if (!call) return reply.code(404).send(withCall(named('Nothing at this address', ''), undefined));
    const dispatched = dispatch(interactionOf(call));
    const { title, description } = titleOf(messageOf(dispatched));
    reply.code(dispatched.answer?.found ? 200 : 404);
    return reply.send(withCall(named(title, description), call));
  });

  /** The page under a title, so that a link to it says what it leads to. */
  const named = (title: string, description: string): string =>
    html
      .replace(/<title>.*?<\/title>/s, () => `<title>${escaped(title)} · Footnote</title>`)
      .replace(/(<meta (?:name|property)="(?:og:)?description" content=")[^"]*/g, (_all, begins: string) =>
        [begins, escaped(description)].join(''),
      )
      .replace(/(<meta property="og:title" content=")[^"]*/, (_all, begins: string) =>
        [begins, escaped(title)].join(''),
      );

  /** The page that asks for an answer at once. */
  const withCall = (page: string, call: Call | undefined): string =>
    page.replace(
      '</head>',
      () => `<meta name="${CALL}" content="${call ? escaped(JSON.stringify(call)) : ''}"></head>`,
    );

  server.get(ROUTES.alive, async () => ({ status: 'ok' }));
  // As they are now: other data may offer other choices.
  server.get(ROUTES.commands, async () => declaredBy(library));

  server.post<{ Body: APIInteraction }>(ROUTES.interactions, async (request, reply) => {
    const interaction = request.body;
    const dispatched = dispatch(interaction);
    const { response, files = [], removes = false, later, answer } = dispatched;
    const { validateMessage, validateReply } = await import('./discord/validate.js');
    const link = linkTo(dispatched.command ?? '', answer, library.latest.assessment.id);
    async function* said(): AsyncGenerator<Said> {
      const refused = validateReply(response, files, kindOf(interaction), { optionType: TEXT });
      yield { now: { response, files: files.map(onWire), removes, refused, ...(link ? { link } : {}) } };
      const sent: Sent | undefined = await later;
      if (!sent) return;
      const message = { ...sent.message, flags: MessageFlags.IsComponentsV2 as number };
      yield {
        later: {
          message,
          files: sent.files.map(onWire),
          refused: validateMessage(message, sent.files, 'edit'),
        },
      };
    }
    reply.type('application/x-ndjson').header('cache-control', 'no-store');
    return reply.send(Readable.from(lines(said())));
  });
};

async function* lines(all: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const one of all) yield `${JSON.stringify(one)}\n`;
}

const onWire = ({ name, type, data }: OutFile): WireFile => ({
  name,
  type,
  base64: Buffer.from(data).toString('base64'),
});

/** The type of every option that is completed. */
const TEXT = ApplicationCommandOptionType.String;

function kindOf(interaction: APIInteraction): 'command' | 'component' | 'autocomplete' {
  switch (interaction?.type) {
    case InteractionType.ApplicationCommandAutocomplete:
      return 'autocomplete';
    case InteractionType.MessageComponent:
      return 'component';
    default:
      return 'command';
  }
}

/** The commands as Discord gets them, as much of them as the page looks at. */
function declaredBy(library: Library): Declared {
  const all = declarations(library, { inOneServer: false });
  return {
    commands: all.flatMap((command) =>
      command.type === ApplicationCommandType.ChatInput
        ? [
            {
              name: command.name,
              description: command.description,
              options: (command.options ?? []).map((option) => ({
                name: option.name,
                description: option.description,
                type: option.type,
                required: option.required ?? false,
                autocomplete: 'autocomplete' in option && option.autocomplete === true,
                choices: 'choices' in option ? ((option.choices ?? []) as never) : [],
              })),
            },
          ]
        : [],
    ),
    onMessage: all.flatMap(({ type, name }) => (type === ApplicationCommandType.Message ? [name] : [])),
  };
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
