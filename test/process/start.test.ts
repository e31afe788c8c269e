/** How the real program takes its variables and its flags. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { start } from './page.js';
import { run } from './run.js';

describe.concurrent('a variable that is not right', () => {
  test.each([
    ['PORT', 'abc'],
    ['DISCORD_API_URL', 'nonsense'],
    ['DISCORD_GUILD_ID', '12'],
  ])('stops the start and is named: %s=%s', async (name, value) => {
    const { code, stdout, stderr } = await run(['--chat', '/about'], { env: { [name]: value } });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^ {2}${name}: .*expected`, 'm'));
    expect(stderr).toContain('.env.example');
    expect(stderr).not.toMatch(/ {4}at /);
  });

  test('is told of together with every other', async () => {
    const env = { PORT: 'abc', DISCORD_API_URL: 'nonsense', DISCORD_GUILD_ID: '12' };
    const { code, stderr } = await run([], { env });
    expect(code).toBe(1);
    for (const name of Object.keys(env)) expect(stderr).toContain(`  ${name}: `);
  });
});

describe.concurrent('the command line', () => {
  test('with a flag that there is not ends with how to use the program', async () => {
    const { code, stdout, stderr } = await run(['--nope']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('--nope');
    expect(stderr).toContain('Usage:');
    expect(stderr).not.toMatch(/ {4}at /);
  });
});

describe('without a token', () => {
  test('the program says where the local page is, and how to go to Discord', async () => {
    const program = await start();
    expect(program.said).toMatch(/^Footnote is on http:\/\/127\.0\.0\.1:\d+\. Ctrl-C stops it\.$/m);
    expect(program.said).toContain('DISCORD_TOKEN is not set');
    expect(program.said).not.toContain('public');
    expect(await (await fetch(`${program.url}/healthz`)).json()).toEqual({ status: 'ok' });
    expect((await fetch(program.url)).headers.get('content-type')).toContain('text/html');
    await program.end();
  });

  test('a promise that is rejected, and that nobody looks at, does not end it', async () => {
    // As a fault anywhere in the program would: after it has started.
    const script = 'setTimeout(() => Promise.reject(new Error("nobody looks")), 1500)';
    const program = await start({
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}`,
    });
    await program.complained('a promise was rejected and nobody looked');
    expect((await fetch(program.url)).status).toBe(200);
    await program.end();
  });

  test('on a port that is taken it goes to the next, and says so', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const program = await start({ PORT: String(port) });
    expect(program.said).toContain(`Port ${port} is taken`);
    expect(Number(new URL(program.url).port)).toBeGreaterThan(port);
    await program.end();
    taken.close();
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it at once, whoever is connected', async (signal) => {
    const program = await start();
    // A connection that is kept open, as a browser's is.
    const socket = connect(Number(new URL(program.url).port), '127.0.0.1');
    socket.on('error', () => {});
    await once(socket, 'connect');
    socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(socket, 'data');
    const { code, ms } = await program.end(signal);
    expect(code).toBe(0);
    // Far from any waiting for connections, and far above what a busy machine takes.
    expect(ms).toBeLessThan(5000);
  });

  test('for others than this machine it warns that the page is public', async () => {
    const program = await start({ HOST: '0.0.0.0' });
    expect(program.said).toContain('public and read-only');
    await program.end();
  });

  test('an address that the machine does not have is told of in a sentence', async () => {
    const { code, stdout, stderr } = await run([], { env: { HOST: '203.0.113.7', PORT: '0' } });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('This machine has no address 203.0.113.7. Set HOST');
    expect(stderr).not.toMatch(/ {4}at /);
  });
});
