import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { REST } from '@discordjs/rest';
import type { APIInteraction } from 'discord-api-types/v10';
import { Pool } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { createCallback } from '../../src/adapters/gateway/callback.js';

test('an answer that is not taken off the line is given up in time', async () => {
  const sockets: Socket[] = [];
  const server = createServer({ pauseOnConnect: true }, (socket) => void sockets.push(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  const pool = new Pool(new URL(api).origin);
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
});
