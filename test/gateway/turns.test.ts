/** Who may have an answer: what a minute looks like, without waiting for one. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTurns } from '../../src/adapters/gateway/turns.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const atOnce = async () => {};

test('an asker has three answers in any fifteen seconds that begin with one', async () => {
  const turns = createTurns();
  const answered: number[] = [];
  for (let second = 0; second < 60; second += 1) {
    if (await turns.take({ asker: 'a', channel: `c${second}` }, atOnce)) answered.push(second);
    vi.advanceTimersByTime(1000);
  }
  expect(answered).toEqual([0, 1, 2, 15, 16, 17, 30, 31, 32, 45, 46, 47]);
});

test('a channel has five in any twenty seconds that begin with one, whoever asks', async () => {
  const turns = createTurns();
  const answered: number[] = [];
  for (let second = 0; second < 40; second += 1) {
    if (await turns.take({ asker: `a${second}`, channel: 'c' }, atOnce)) answered.push(second);
    vi.advanceTimersByTime(1000);
  }
  expect(answered).toEqual([0, 1, 2, 3, 4, 20, 21, 22, 23, 24]);
});

test('one who floods a channel uses up nobody else’s turns', async () => {
  const turns = createTurns();
  for (let n = 0; n < 50; n += 1) await turns.take({ asker: 'a', channel: 'c' }, atOnce);
  expect(await turns.take({ asker: 'b', channel: 'c' }, atOnce)).toBe(true);
});

test('a channel gets one answer after the other, even if one failed', async () => {
  const turns = createTurns();
  let finish = () => {};
  const first = turns.take({ asker: 'a', channel: 'c' }, () => new Promise((resolve) => (finish = resolve)));
  const order: string[] = [];
  const second = turns.take({ asker: 'b', channel: 'c' }, async () => void order.push('second'));
  expect(await turns.take({ asker: 'b', channel: 'd' }, async () => void order.push('elsewhere'))).toBe(true);
  order.push('first');
  finish();
  expect(await first).toBe(true);
  expect(await second).toBe(true);
  expect(order).toEqual(['elsewhere', 'first', 'second']);
  const failing = turns.take({ asker: 'b', channel: 'c' }, () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(await turns.take({ asker: 'd', channel: 'c' }, atOnce)).toBe(true);
});

test('nothing is kept of anybody for longer than that', async () => {
  const turns = createTurns();
  for (let n = 0; n < 1000; n += 1) await turns.take({ asker: `a${n}`, channel: `c${n}` }, atOnce);
  expect(vi.getTimerCount()).toBe(2000);
  vi.advanceTimersByTime(20_000);
  expect(vi.getTimerCount()).toBe(0);
});
