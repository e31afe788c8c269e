/** What was asked lately is answered from memory: never to the wrong person, nor from other data. */
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/schema.js';
import { volumeOf } from '../../src/assessment/volume.js';
import { createDispatch } from '../../src/dispatch.js';
import { interactionOf, pressOf } from '../../src/interactions.js';
import { createLibrary } from '../../src/library.js';
import { createLog } from '../../src/log.js';
import { encodeRemove } from '../../src/render/custom-id.js';
import { raw } from '../library.js';
import { see } from '../render/reading.js';

const world = (...assessments: Assessment[]) => {
  const library = createLibrary(assessments.map((each) => volumeOf(each)));
  const dispatch = createDispatch(library, createLog({ level: 'silent' }), '1');
  const shown = (dispatched: ReturnType<typeof dispatch>) => {
    const { response } = dispatched;
    if (response.type !== 4 && response.type !== 7) throw new Error('no message');
    return { ...see(response.data), flags: response.data.flags };
  };
  const ask = (command: string, options: Record<string, string>, user?: string) => {
    const interaction = interactionOf({ command, options });
    return shown(dispatch({ ...interaction, ...(user ? { user: { id: user } } : {}) } as typeof interaction));
  };
  return { library, dispatch, shown, ask };
};
type Asked = ReturnType<ReturnType<typeof world>['ask']>;
const removes = ({ buttons }: Asked) =>
  buttons.filter(({ label }) => label === 'Remove').map(({ customId }) => customId);
const PRIVATE = 64;

describe('the same, asked again', () => {
  test('is the same, but for whoever may remove it', () => {
    const { ask } = world(raw);
    const [one, other, again] = ['11', '12', '11'].map((id) => ask('indicator', { name: '15' }, id));
    expect(one?.said).toBe(other?.said);
    expect(removes(one as Asked)).toHaveLength(1);
    expect(removes(other as Asked)).not.toEqual(removes(one as Asked));
    expect(removes(again as Asked)).toEqual(removes(one as Asked));
    expect(removes(ask('indicator', { name: '15' }))).toEqual([]);
  });

  test('is sent as it is said', () => {
    const { dispatch } = world(raw);
    const asked = [
      { command: 'indicator', options: { name: 'education' } },
      { command: 'ask', options: { question: 'who is “2x0”? \n "2x0"' } },
      { command: 'votes', options: {} },
    ];
    for (const call of [...asked, ...asked]) {
      for (const id of ['11', '99999999999999999999', undefined]) {
        const interaction = { ...interactionOf(call), ...(id ? { user: { id } } : {}) };
        const { response, json } = dispatch(interaction as never);
        expect(JSON.parse(json().toString())).toEqual(JSON.parse(JSON.stringify(response)));
        const { data } = response as { data: { flags: number } };
        const removers =
          json()
            .toString()
            .match(/"2x[0-9a-z]+"/g) ?? [];
        expect(removers.at(-1)).toBe(id && !(data.flags & PRIVATE) ? `"${encodeRemove(id)}"` : undefined);
      }
    }
  });

  test('is one answer to every name of a thing, whose buttons have its key', () => {
    const { ask } = world(raw);
    const [number, label, alias] = ['10', 'LGBTIQ+ rights', '#10'].map((name) => ask('indicator', { name }));
    expect(label).toEqual(number);
    expect(alias).toEqual(number);
    expect(ask('votes', { resolution: 'SC 2677' })).toEqual(ask('votes', { resolution: 'S/RES/2677' }));
    // What was typed for it has something to be said of.
    expect(ask('votes', { resolution: 'S/RES/2677 (2021)' }).said).toContain('not of 2021');
    expect(ask('votes', { resolution: 'S/RES/2677' }).said).not.toContain('not of 2021');
  });

  test('is private where it is asked for so, whoever asked before', () => {
    const { ask } = world(raw);
    const flags = ['false', 'true', 'false'].map(
      (isPrivate) => ask('indicator', { name: '15', private: isPrivate }, '11').flags & PRIVATE,
    );
    expect(flags).toEqual([0, PRIVATE, 0]);
  });

  test('says on every page what stands there', () => {
    const { dispatch, shown, ask } = world(raw);
    const first = ask('indicator', { name: '10' });
    const next = first.buttons.find(({ label }) => label.startsWith('Next'))?.customId ?? '';
    const second = shown(dispatch(pressOf(next, 0)));
    expect(second.said).not.toBe(first.said);
    expect(shown(dispatch(pressOf(next, 0))).said).toBe(second.said);
    expect(ask('indicator', { name: '10' }).said).toBe(first.said);
  });

  test('is answered from the data that are in service by then', () => {
    const { library, ask } = world(raw);
    const before = ask('indicator', { name: '15' });
    expect(before.said).toContain('Weak');
    const changed = structuredClone(raw);
    const indicator = changed.indicators.find(({ number }) => number === 15);
    if (indicator) indicator.rating = 'very-strong';
    library.replace([volumeOf(changed)]);
    expect(ask('indicator', { name: '15' }).said).toContain('Very Strong');
  });

  test('is answered anew where what it is compared with has come', () => {
    const { library, ask } = world(raw);
    expect(ask('trends', {}).said).toContain('the ratings of 2022 are not given here');
    library.replace(
      [raw, { ...raw, id: 'chn-2022', year: 2022, comparedWith: 2021 }].map((a) => volumeOf(a)),
    );
    expect(ask('trends', {}).said).not.toContain('are not given here');
  });
});
