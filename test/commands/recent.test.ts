/** What was asked lately is answered from memory: never to the wrong person, nor from other data. */
import { describe, expect, test, vi } from 'vitest';
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
const nextOf = ({ buttons }: Asked) => {
  const next = buttons.find(({ label }) => label.startsWith('Next'))?.customId;
  if (!next) throw new Error('there is no next page');
  return next;
};

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
      { command: 'ask', options: { question: 'who is “2x0”? \n "2x0"', private: 'false' } },
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
    const first = ask('indicator', { name: '15' });
    const next = nextOf(first);
    const second = shown(dispatch(pressOf(next, 0)));
    expect(second.said).not.toBe(first.said);
    expect(shown(dispatch(pressOf(next, 0))).said).toBe(second.said);
    expect(ask('indicator', { name: '15' }).said).toBe(first.said);
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

  test('is found in the data that are asked, though others have the same words in the same place', () => {
    const changed = structuredClone(raw);
    const at = changed.indicators.findIndex(({ number }) => number === 21);
    for (const statement of changed.indicators[at]?.statements ?? [])
      statement.text += ' So says another one.';
    const other = { ...changed, id: 'chn-2022', year: 2022, comparedWith: 2021 };
    const { library, ask } = world(raw, other);
    const search = (assessment: string) =>
      ask('search', { query: 'minorities', in: 'indicator', assessment }).said;
    const [own, theirs] = [search('chn-2023'), search('chn-2022')];
    expect(own).toContain('Indicator 21');
    expect(own).not.toContain('So says another one.');
    expect(theirs).toContain('Indicator 21');
    expect(theirs).toContain('So says another one.');
    // And where the data of one assessment change.
    library.replace([volumeOf({ ...changed, id: raw.id })]);
    expect(search('chn-2023')).toContain('So says another one.');
  });

  test('is told from what stands beside it, and from what has the same number', () => {
    const { dispatch, shown } = world(raw);
    const said = ['i15', 'i15.1', 'f15', 'i15 i15', 'i16'].map(
      (show) => shown(dispatch(pressOf(`2o1;search;show=${show}`, 0))).said,
    );
    const [first, second, footnote, twice, next] = said as [string, string, string, string, string];
    const { statements = [] } = raw.indicators.find(({ number }) => number === 15) ?? {};
    const [one, other] = statements.map(({ text }) => text.slice(0, 30)) as [string, string];
    expect([first.includes(one), first.includes(other)]).toEqual([true, false]);
    expect([second.includes(one), second.includes(other)]).toEqual([false, true]);
    expect(footnote).toContain('Footnote 15');
    expect(footnote).not.toContain(one);
    expect(twice.split('Indicator 15 ').length).toBe(3);
    expect(next).toContain('Indicator 16');
  });

  test('is the first statement of those that say as much of it', () => {
    const changed = structuredClone(raw);
    const indicator = changed.indicators.find(({ number }) => number === 21);
    const said = ['It has one tulip.', 'It has another tulip.', 'Tulips, tulips and TULIPS.'];
    if (indicator) indicator.statements = said.map((text) => ({ text, footnotes: [] }));
    const { ask } = world(changed);
    expect(ask('search', { query: 'tulip' }).said).toContain('It has one tulip.');
    // What is found twice in other letters is found once.
    expect(ask('search', { query: 'tulips one' }).said).toContain('It has one tulip.');
  });

  test('is answered anew where another assessment has come that has what this one has not', () => {
    const { library, ask } = world(raw);
    const absent = { resolution: 'S/RES/2613' };
    expect(
      ask('votes', absent)
        .buttons.map(({ label }) => label)
        .join(),
    ).not.toContain('China 2022');
    const [vote] = raw.votes;
    const other = { ...raw, id: 'chn-2022', year: 2022, comparedWith: 2021 };
    const votes = vote ? [{ ...vote, resolution: absent.resolution }] : [];
    library.replace([volumeOf(raw), volumeOf({ ...other, votes })]);
    expect(
      ask('votes', absent)
        .buttons.map(({ label }) => label)
        .join(),
    ).toContain('China 2022');
  });
});

describe('what is kept', () => {
  /** A dispatch over an edition that counts how often it is searched for what is typed. */
  const counted = () => {
    const { library } = world(raw);
    const { latest } = library;
    let searches = 0;
    const counting = <Asked extends unknown[], Found>(search: (...asked: Asked) => Found) => {
      return (...asked: Asked) => {
        searches++;
        return search(...asked);
      };
    };
    const edition = { ...latest, search: counting(latest.search), retrieve: counting(latest.retrieve) };
    const over = { ...library, cards: library.cards, latest: edition, edition: () => edition };
    const dispatch = createDispatch(over as never, createLog({ level: 'silent' }), '1');
    const searchesAt = (
      call: Parameters<typeof interactionOf>[0],
      how?: Parameters<typeof dispatch>[1],
      user = '11',
    ) => {
      const before = searches;
      dispatch({ ...interactionOf(call), user: { id: user } } as never, how);
      return searches - before;
    };
    const searchesFor = (how: Parameters<typeof dispatch>[1], query: string, user?: string) =>
      searchesAt({ command: 'search', options: { query } }, how, user);
    return { searchesAt, searchesFor };
  };

  test('is what anybody asked before, and for an hour at most', () => {
    vi.useFakeTimers();
    try {
      const { searchesFor } = counted();
      expect(searchesFor({}, 'press freedom')).toBeGreaterThan(0);
      expect(searchesFor({}, 'press freedom', '12')).toBe(0);
      vi.advanceTimersByTime(59 * 60_000);
      expect(searchesFor({}, 'press freedom')).toBe(0);
      vi.advanceTimersByTime(60_000);
      expect(searchesFor({}, 'press freedom')).toBeGreaterThan(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test('is not what may not be kept, nor what stands in messages', () => {
    const { searchesFor, searchesAt } = counted();
    for (const _ of [1, 2]) expect(searchesFor({ isKept: false }, 'press freedom')).toBeGreaterThan(0);
    const message = { command: 'Find sources', options: { message: 'Journalists are in prison there.' } };
    for (const _ of [1, 2]) expect(searchesAt(message)).toBeGreaterThan(0);
  });

  test('is no more than 4,000 answers, and the last 2,000 of them', () => {
    const { searchesFor } = counted();
    for (let i = 0; i < 4000; i++) searchesFor({}, `press freedom ${i}`);
    expect(searchesFor({}, 'press freedom 3999')).toBe(0);
    expect(searchesFor({}, 'press freedom 2000')).toBe(0);
    expect(searchesFor({}, 'press freedom 0')).toBeGreaterThan(0);
  });
});

test('the answer on a thing stays, whatever else was asked since', () => {
  const { dispatch, ask } = world(raw);
  const given = (name: string) =>
    dispatch(interactionOf({ command: 'indicator', options: { name, private: 'true' } })).json();
  const first = given('education');
  for (let i = 0; i < 4000; i++) ask('search', { query: `press freedom ${i}` });
  // Typed as nobody did, and yet not made again.
  expect(given('EDUCATION!')).toBe(first);
});

describe('a page that is turned', () => {
  const pressed = (customId: string, flags: number, stamp?: string) =>
    pressOf(stamp ? customId.replace(/\.[\w-]+;/, `.${stamp};`) : customId, flags);

  test('says that the data have changed, where they have and nowhere else', () => {
    const { dispatch, shown, ask } = world(raw);
    const next = nextOf(ask('indicator', { name: '15' }));
    const changed = 'have changed since that answer was given';
    const says = (stamp?: string) => shown(dispatch(pressed(next, 0, stamp))).said.includes(changed);
    expect([says(), says('older1'), says(), says('older1')]).toEqual([false, true, false, true]);
  });

  test('may be removed where everybody sees it, and not where one alone does', () => {
    const { dispatch, shown, ask } = world(raw);
    const first = ask('indicator', { name: '15' }, '11');
    const [remove] = removes(first);
    const turn = (flags: number) => {
      const press = pressed(nextOf(first), flags) as { message: object };
      const under = [{ type: 1, components: [{ type: 2, custom_id: remove }] }];
      return removes(
        shown(
          dispatch({
            ...press,
            user: { id: '11' },
            message: { ...press.message, components: under },
          } as never),
        ),
      );
    };
    expect([turn(0), turn(PRIVATE), turn(0), turn(PRIVATE)]).toEqual([[remove], [], [remove], []]);
  });
});
