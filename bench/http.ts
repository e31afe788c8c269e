/** Interactions over HTTP, beside the least that a server can do: check the signature, answer with one fixed line. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { APIInteraction } from 'discord-api-types/v10';
import { Pool } from 'undici';
import { table } from '../eval/table.js';
import type { Assessment } from '../src/assessment/schema.js';
import { interactionOf } from '../src/interactions.js';
import { type Asked, GROUPS, subjectOf, take, WAYS, type Way } from './asked.js';
import { type Compared, compareBy, inRoundsEach, runAll, SIDES, type Side, spreadOf } from './figures.js';
import { BARE_SERVER, busyOf, comeToRest, NODE_START, type Running, startServer } from './processes.js';
import { AT_ONCE, comparedCells, type Effort } from './whole-way.js';

/** By what was sent. */
export interface Http {
  /** In milliseconds, one at a time. */
  alone: Record<string, { p50: Compared; p99: Compared }>;
  /** `busy`: the processor time of the program, in milliseconds a request, of all its threads. */
  together: Record<string, { perSecond: Compared; p99: Compared; busy: Compared }>;
}

export const PING = 'PING';
const WARM_UP = 1000;
/** Nobody is there: what would follow an answer goes nowhere. */
const NOWHERE = 'http://127.0.0.1:9';

const COMMAND: Record<Side, string[]> = {
  bare: BARE_SERVER,
  footnote: NODE_START.footnote,
};

interface Serving {
  program: Running;
  pool: Pool;
}

export async function measureHttp(
  assessment: Assessment,
  effort: Effort,
  told: (what: string) => void,
): Promise<Http> {
  const subject = subjectOf(assessment);
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const sides = {} as Record<Side, Serving>;
  const bodiesOf = (name: string, from: number, count: number) => {
    if (name === PING) return Array.from({ length: count }, () => ({ type: 1 }));
    return take(WAYS[name] as Way, subject, from, count).map(interaction);
  };

  /** Signs beforehand, sends so many at once, and takes the times. */
  async function load(side: Side, bodies: readonly object[], atOnce: number) {
    const { pool, program } = sides[side];
    const requests = bodies.map((body) => signed(body, privateKey));
    const busy = busyOf(program);
    const since = performance.now();
    const times = await program.whileItRuns(runAll(requests, atOnce, (request) => send(pool, request)));
    const seconds = (performance.now() - since) / 1000;
    return {
      ...spreadOf(times),
      perSecond: times.length / seconds,
      busy: (busyOf(program) - busy) / times.length,
    };
  }

  try {
    for (const side of SIDES) sides[side] = await serve(side, Buffer.from(x, 'base64url').toString('hex'));
    await comeToRest(SIDES.map((side) => sides[side].program));
    const figures: Http = { alone: {}, together: {} };
    for (const names of [[PING], ...GROUPS]) {
      told('warming up');
      for (const name of names)
        for (const side of SIDES) await load(side, bodiesOf(name, 0, WARM_UP), AT_ONCE);
      told(`one at a time: ${names.join('; ')}`);
      const one = await inRoundsEach(names, SIDES, effort.rounds, (name, side, round) =>
        load(side, bodiesOf(name, WARM_UP + round * effort.alone, effort.alone), 1),
      );
      told(`${AT_ONCE} at once`);
      const from = WARM_UP + effort.rounds * effort.alone;
      const many = await inRoundsEach(names, SIDES, effort.rounds, (name, side, round) =>
        load(side, bodiesOf(name, from + round * effort.together, effort.together), AT_ONCE),
      );
      for (const name of names) {
        const [own, ofMany] = [one[name] ?? [], many[name] ?? []];
        figures.alone[name] = { p50: compareBy(own, 'p50'), p99: compareBy(own, 'p99') };
        figures.together[name] = {
          perSecond: compareBy(ofMany, 'perSecond'),
          p99: compareBy(ofMany, 'p99'),
          busy: compareBy(ofMany, 'busy'),
        };
      }
    }
    return figures;
  } finally {
    for (const { pool, program } of Object.values(sides)) {
      await pool.close();
      await program.end();
    }
  }
}

async function serve(side: Side, publicKey: string): Promise<Serving> {
  const env = { DISCORD_PUBLIC_KEY: publicKey, DISCORD_API_URL: NOWHERE };
  const { program, origin } = await startServer(side, COMMAND[side], env);
  return { program, pool: new Pool(origin, { connections: AT_ONCE }) };
}

function interaction({ name, options, focused }: Asked): APIInteraction {
  return interactionOf({ command: name, options }, focused);
}

interface Signed {
  body: string;
  headers: Record<string, string>;
}

let sent = 0;
/** Of somebody who has asked nothing yet, with an id of its own: what one person may ask is limited, and so are signatures. */
function signed(interaction: object, key: KeyObject): Signed {
  sent += 1;
  const id = String(1_100_000_000_000_000_000n + BigInt(sent));
  const body = JSON.stringify({ ...interaction, id, token: `bench-${id}`, member: { user: { id } } });
  const timestamp = String(Math.floor(Date.now() / 1000));
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'x-signature-timestamp': timestamp,
      'x-signature-ed25519': sign(null, Buffer.from(timestamp + body), key).toString('hex'),
    },
  };
}

/** @returns milliseconds until the whole answer is there */
async function send(pool: Pool, { body, headers }: Signed): Promise<number> {
  const since = performance.now();
  const answer = await pool.request({ path: '/interactions', method: 'POST', headers, body });
  if (answer.statusCode !== 200)
    throw new Error(`${answer.statusCode} over HTTP: ${await answer.body.text()}`);
  // Not looked into: the longer answer would take the longer, in this process and on the same cores.
  await answer.body.dump();
  return performance.now() - since;
}

export function httpTables({ alone, together }: Http): string[] {
  return [
    'HTTP interactions, one at a time (ms)',
    table([
      ['', 'bare p50', 'Footnote', 'ratio', 'bare p99', 'Footnote', 'ratio'],
      ...Object.entries(alone).map(([name, { p50, p99 }]) => [
        name,
        ...comparedCells(p50, 2),
        ...comparedCells(p99, 2),
      ]),
    ]),
    `HTTP interactions, ${AT_ONCE} at once (requests a second, ms, processor ms a request)`,
    table([
      ['', 'bare /s', 'Footnote', 'ratio', 'bare p99', 'Footnote', 'ratio', 'bare busy', 'Footnote', 'ratio'],
      ...Object.entries(together).map(([name, { perSecond, p99, busy }]) => [
        name,
        ...comparedCells(perSecond, 0),
        ...comparedCells(p99, 1),
        ...comparedCells(busy, 2),
      ]),
    ]),
  ];
}
