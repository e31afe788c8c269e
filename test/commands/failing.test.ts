/** A fault of the program in one command: calm words, an id for the maintainers, and no harm to any other. */
import { expect, test } from 'vitest';
import { createDispatch } from '../../src/dispatch.js';
import { interactionOf } from '../../src/interactions.js';
import type { Library } from '../../src/library.js';
import { createLog } from '../../src/log.js';
import { edition, library } from '../library.js';
import { see } from '../render/reading.js';

const lines: { level: string; msg: string; id?: string; err?: { stack: string } }[] = [];
const log = createLog({ level: 'info', write: (line) => void lines.push(JSON.parse(line)) });
/** Its treaties cannot be read; everything else is as it is. */
const spared = (kind: string) => {
  if (kind === 'treaty') throw new TypeError('no such thing as secrets.json');
  return kind as 'indicator';
};
const broken = {
  ...edition,
  suggest: (kind: string, ...rest: [string]) => edition.suggest(spared(kind), ...rest),
  fitting: (kind: string, typed: string) => edition.fitting(spared(kind), typed),
};
const withFault = { ...library, latest: broken, edition: () => broken } as unknown as Library;
const observed: string[] = [];
const dispatch = createDispatch(withFault, log, '1.2.3', {
  observe: (command, outcome) => void observed.push(`${command} ${outcome}`),
});
const ask = (command: string, options: Record<string, string>) => {
  const { response } = dispatch(interactionOf({ command, options }));
  if (response.type !== 4) throw new Error('no message');
  return { flags: response.data.flags, said: see(response.data).said };
};

test('is told to whoever asked alone, by a number that the log has with the stack', () => {
  const { flags, said } = ask('treaty', { name: 'the one on torture' });
  expect(flags & 64).toBe(64);
  expect(said).toMatch(/^Something went wrong on our side, and it was not your input\./);
  expect(said).not.toMatch(/secrets\.json|TypeError/);
  const [, id] = /this number: (\w+)\./.exec(said) ?? [];
  const logged = lines.find(({ level }) => level === 'error');
  expect(logged).toMatchObject({ msg: 'a command failed', id });
  expect(logged?.err?.stack).toContain('secrets.json');
  expect(observed).toEqual(['treaty failed']);
});

test('leaves what is being typed alone', () => {
  const { response } = dispatch(interactionOf({ command: 'treaty', options: { name: 'tort' } }, 'name'));
  expect(response).toEqual({ type: 8, data: { choices: [] } });
});

test('does no harm to the other commands', () => {
  expect(ask('indicator', { name: '35' }).said).toContain('35 · Kigali Principles');
  expect(ask('votes', { resolution: 'S/RES/2613' }).said).toContain('not in this assessment');
});
