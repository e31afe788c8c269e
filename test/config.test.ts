import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.js';

const DEFAULTS = {
  DISCORD_API_URL: 'https://discord.com/api',
  HOST: '127.0.0.1',
  PORT: 3000,
  DATA_DIR: './data',
  INDEX_DIR: './.index',
  LOG_LEVEL: 'info',
};

const NO_DEFAULT = ['METRICS_PORT', 'DISCORD_TOKEN', 'DISCORD_PUBLIC_KEY', 'DISCORD_GUILD_ID', 'SHARDS'];

function problemsOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('expected the configuration to be refused');
}

describe('the configuration', () => {
  test('has a default for everything but what makes it a bot', () => {
    expect(readConfig({})).toEqual(DEFAULTS);
  });

  test('takes an empty variable for an absent one', () => {
    const names = [...NO_DEFAULT, ...Object.keys(DEFAULTS)];
    for (const nothing of ['', '  ']) {
      const env = Object.fromEntries(names.map((name) => [name, nothing]));
      expect(readConfig(env)).toEqual(DEFAULTS);
    }
  });

  test('is what the environment says', () => {
    const env = {
      DISCORD_TOKEN: 'a.b.c',
      DISCORD_PUBLIC_KEY: 'aB'.repeat(32),
      DISCORD_API_URL: 'http://127.0.0.1:8080/api',
      DISCORD_GUILD_ID: '123456789012345678',
      SHARDS: 'auto',
      HOST: '0.0.0.0',
      PORT: '0',
      DATA_DIR: '/srv/data',
      INDEX_DIR: '/var/cache/footnote',
      LOG_LEVEL: 'silent',
    };
    expect(readConfig(env)).toEqual({ ...env, PORT: 0 });
  });

  test('leaves alone what is not its own', () => {
    expect(readConfig({ PATH: '/bin', NO_COLOR: '1' })).toEqual(DEFAULTS);
  });

  test('takes white space around a pasted token for no part of it', () => {
    expect(readConfig({ DISCORD_TOKEN: ' a.b.c\n' }).DISCORD_TOKEN).toBe('a.b.c');
  });

  test.each(['https://discord.com/api/', 'https://discord.com/api//'])(
    'takes %s without the slash at its end',
    (url) => {
      expect(readConfig({ DISCORD_API_URL: url }).DISCORD_API_URL).toBe('https://discord.com/api');
    },
  );

  test('is in the example file, every variable of it, at its default', () => {
    const example = parse(readFileSync(new URL('../.env.example', import.meta.url)));
    expect(readConfig(example)).toEqual(DEFAULTS);
    expect(Object.keys(example).sort()).toEqual([...Object.keys(DEFAULTS), ...NO_DEFAULT].sort());
  });

  test('takes a number of shards', () => {
    expect(readConfig({ SHARDS: ' 16 ' }).SHARDS).toBe(16);
  });

  test('in the process of a shard says which one that is, and starts no shards there', () => {
    const env = { SHARDING_MANAGER: 'true', SHARDS: '0', SHARD_COUNT: '2', PORT: '0' };
    expect(readConfig(env)).toEqual({ ...DEFAULTS, PORT: 0, shard: { id: 0, count: 2 } });
  });
});

describe('a variable that is not right', () => {
  test.each([
    ['DISCORD_API_URL', 'nonsense'],
    ['DISCORD_API_URL', 'ftp://discord.com/api'],
    ['DISCORD_GUILD_ID', '12'],
    ['DISCORD_GUILD_ID', 'my server'],
    ['DISCORD_PUBLIC_KEY', 'zz'.repeat(32)],
    ['DISCORD_PUBLIC_KEY', 'ab'.repeat(31)],
    ['SHARDS', '0'],
    ['SHARDS', 'two'],
    ['SHARDS', '1.5'],
    ['PORT', 'abc'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['LOG_LEVEL', 'loud'],
  ])('is named, with what was expected: %s=%s', (name, value) => {
    expect(problemsOf({ [name]: value })).toMatch(new RegExp(`^ {2}${name}: .*expected .+`, 'm'));
  });

  test('is told of together with every other', () => {
    const env = { PORT: 'abc', DISCORD_API_URL: 'nonsense', DISCORD_GUILD_ID: '12', LOG_LEVEL: 'loud' };
    const lines = problemsOf(env).split('\n');
    expect(lines.filter((line) => line.startsWith('  ')).length).toBe(4);
    for (const name of Object.keys(env)) expect(lines.join('\n')).toContain(`  ${name}: `);
  });

  test('is told of without its value: it may be a secret in the wrong place', () => {
    const secret = 'MTEwMDAwMDAwMDAwMDAwMDAwMQ.GxQ7pz.s3cr3t';
    const names = [
      'DISCORD_API_URL',
      'DISCORD_GUILD_ID',
      'DISCORD_PUBLIC_KEY',
      'SHARDS',
      'PORT',
      'LOG_LEVEL',
    ];
    const message = problemsOf({
      DISCORD_TOKEN: secret,
      ...Object.fromEntries(names.map((name) => [name, secret])),
    });
    expect(message).not.toContain('s3cr3t');
    expect(message.match(/^ {2}[A-Z_]+:/gm)).toHaveLength(names.length);
  });
});
