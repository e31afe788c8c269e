/** Pictures beside answers: they keep nobody waiting, and nothing depends on them. */
import { describe, expect, test } from 'vitest';
import { validateReply } from '../../src/adapters/playground/discord/validate.js';
import { createDispatch } from '../../src/dispatch.js';
import { messageOf } from '../../src/dispatched.js';
import { interactionOf, pressOf } from '../../src/interactions.js';
import { createLog } from '../../src/log.js';
import { createPictures } from '../../src/render/pictures/pictures.js';
import { library } from '../library.js';
import { see } from '../render/reading.js';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
const over = (draw: () => Promise<Uint8Array>) => {
  const log = createLog({ level: 'silent' });
  return createDispatch(library, log, '1', { pictures: createPictures(draw, log) });
};
const GALLERY = 12;
const hasPicture = (message: ReturnType<typeof messageOf>) =>
  JSON.stringify(message).includes(`"type":${GALLERY},`);
const asked = (command: string, options = {}) => interactionOf({ command, options });

describe.each(['ratings', 'votes', 'trends'])('/%s', (command) => {
  test('comes without its picture first, and the same with it when it is drawn', async () => {
    const dispatch = over(async () => PNG);
    const first = dispatch(asked(command));
    expect(hasPicture(messageOf(first))).toBe(false);
    const later = await first.later;
    if (!later) throw new Error('there is no picture');
    expect(hasPicture(later.message)).toBe(true);
    expect(later.files).toHaveLength(1);
    const response = { type: 4, data: later.message };
    expect(validateReply(response as never, [{ name: later.files[0]?.name ?? '' }], 'command')).toEqual([]);
    expect(see(later.message).body).toEqual(see(messageOf(first)).body);
    // From then on it is there at once.
    const second = dispatch(asked(command));
    expect(second.later).toBeUndefined();
    expect(second.response).toMatchObject({ data: later.message });
    expect(second.files).toEqual(later.files);
  });

  test('stays as it is where the picture cannot be drawn', async () => {
    const first = over(async () => {
      throw new Error('no');
    })(asked(command));
    expect(first.answer?.found).toBe(true);
    expect(await first.later).toBeUndefined();
  });

  test('has no picture and no button for one where none can be shown', () => {
    const bare = createDispatch(library, createLog({ level: 'silent' }), '1')(asked(command));
    expect(bare.later).toBeUndefined();
    expect(see(messageOf(bare)).buttons.map(({ label }) => label)).not.toContain('Light picture');
  });
});

test('a picture stands on the first page alone, and not beside a file', async () => {
  const dispatch = over(async () => PNG);
  await dispatch(asked('votes')).later;
  const { buttons } = see(messageOf(dispatch(asked('votes'))));
  const idOf = (label: string) => buttons.find((b) => b.label === label)?.customId ?? '';
  const next = dispatch(pressOf(idOf('Next ›'), 0));
  expect([hasPicture(messageOf(next)), next.later, next.files]).toEqual([false, undefined, undefined]);
  const file = dispatch(pressOf(idOf('CSV file'), 0));
  expect([hasPicture(messageOf(file)), file.later, file.files?.length]).toEqual([false, undefined, 1]);
});

test.each([
  ['ratings', { rating: 'weak' }],
  ['votes', { topic: 'Syria' }],
])('/%s %j has none: the picture shows all', (command, options) => {
  expect(over(async () => PNG)(asked(command, options)).later).toBeUndefined();
});

test('what was answered where none can be shown is not what others get', async () => {
  const dispatch = over(async () => PNG);
  expect(dispatch(asked('ratings'), { pictures: false }).later).toBeUndefined();
  const later = await dispatch(asked('ratings')).later;
  expect(later?.files).toHaveLength(1);
  expect(dispatch(asked('ratings'), { pictures: false }).files ?? []).toEqual([]);
  expect(dispatch(asked('ratings')).files).toHaveLength(1);
});

test('a picture that is drawn is there on the first page, also where a later one was asked for that is none', async () => {
  const dispatch = over(async () => PNG);
  await dispatch(asked('ratings')).later;
  const { buttons } = see(messageOf(dispatch(asked('ratings'))));
  const other = buttons.find(({ label }) => label === 'Light picture')?.customId ?? '';
  const ninth = other.replace(/^2g1/, '2t9').replace(/;as=light/, '');
  expect(dispatch(pressOf(ninth, 0)).files).toHaveLength(1);
});
