/** How the real program takes its variables and its flags. */
import { describe, expect, test } from 'vitest';
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

  test('without a token says that this is the local prompt', async () => {
    const { code, stdout, stderr } = await run([], { input: '/treaty name:iccpr\n' });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')[0]).toContain('DISCORD_TOKEN is not set');
    expect(stdout).toContain('Signed, not ratified');
  });
});
