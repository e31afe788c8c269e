import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { REST } from '@discordjs/rest';
import type { APIInteraction } from 'discord-api-types/v10';
import { buildConnector, Pool } from 'undici';
import { expect, onTestFinished, test } from 'vitest';

import { createCallback } from '../../src/adapters/gateway/callback.js';

test.each([
  ['at once', 0],
  ['too late', 3400],
])(
  'an answer that is not taken off a line that is there %s is given up in time',
  async (_, late) => {
    const sockets: Socket[] = [];
    const server = createServer({ pauseOnConnect: true }, (socket) => void sockets.push(socket));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
    const connector = buildConnector({});
    const pool = new Pool(new URL(api).origin, {
      connect: (options, done) => void setTimeout(() => connector(options, done), late),
    });
    onTestFinished(async () => {
      for (const socket of sockets) socket.destroy();
      await pool.destroy();
      server.close();
    });
    const callback = createCallback(new REST({ api }), pool);
    // More than the system takes in for whoever does not read.
    const files = [{ name: 'a.png', type: 'image/png', data: new Uint8Array(50_000_000) }];
    const answer = { response: { type: 1 as const }, json: () => Buffer.from('{}'), files, understood: true };
    await expect(callback({ id: '1', token: 'x' } as APIInteraction, answer)).rejects.toThrow('in time');
    expect(sockets).toHaveLength(1);
    // Three seconds from when the line is there would be longer.
  },
  5500,
);
