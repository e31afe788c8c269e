import { describe, expect, it } from 'vitest';
import {
  type InteractionKind,
  validateMessage,
  validateReply,
} from '../../src/adapters/playground/discord/validate.js';

const V2 = 32768;
const quiet = { allowed_mentions: { parse: [] } };
const write = (content = 'Hello') => ({ type: 10, content });
const button = (more: object = {}) => ({ type: 2, style: 2, label: 'Next', custom_id: 'next', ...more });
const link = (more: object = {}) => ({
  type: 2,
  style: 5,
  label: 'Source',
  url: 'https://example.org',
  ...more,
});
const row = (...components: object[]) => ({ type: 1, components });
const option = (n: number) => ({ label: `Label ${n}`, value: `v${n}`, description: 'Described' });
const select = (more: object = {}) => ({
  type: 3,
  custom_id: 'pick',
  options: [option(1), option(2)],
  ...more,
});
const image = (url = 'attachment://a.png') => ({ media: { url } });
const section = (more: object = {}) => ({ type: 9, components: [write()], accessory: button(), ...more });
const box = (...components: object[]) => ({ type: 17, components });
const v2 = (components: object[], more: object = {}) => ({
  type: 4,
  data: { flags: V2, components, ...quiet, ...more },
});
const plain = (more: object = {}) => ({ type: 4, data: { content: 'Hello', ...quiet, ...more } });
const times = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));
const choices = (count: number) => times(count, (n) => ({ name: `c${n}`, value: `v${n}` }));
const png = [{ name: 'a.png' }];

describe('good answers', () => {
  it.each<[string, unknown, InteractionKind, { name: string }[]]>([
    ['a plain one', plain(), 'command', []],
    ['a private one', plain({ flags: 64 }), 'command', []],
    ['embeds', plain({ embeds: [{ title: 'T', description: 'D', color: 1 }] }), 'command', []],
    ['deferred', { type: 5, data: { flags: 64 } }, 'command', []],
    ['a modal', { type: 9, data: { custom_id: 'm', title: 'T', components: [write()] } }, 'command', []],
    ['deferred update', { type: 6 }, 'component', []],
    [
      'all components',
      v2(
        [
          box(
            write(),
            section(),
            { type: 14, divider: true, spacing: 2 },
            row(link(), button({ custom_id: 'b' })),
          ),
          row(select({ custom_id: 's' })),
          { type: 12, items: [{ ...image(), description: 'A chart' }] },
          { type: 13, file: { url: 'attachment://b.bib' } },
          section({ accessory: { type: 11, ...image('https://example.org/a.png') } }),
        ],
        { flags: V2 | 64, attachments: [{ id: 0, description: 'A chart' }, { id: '1' }] },
      ),
      'command',
      [...png, { name: 'b.bib' }],
    ],
    ['40 components', v2(times(40, () => write('x'))), 'command', []],
    ['4000 characters', v2([write('x'.repeat(2000)), box(write('x'.repeat(2000)))]), 'command', []],
    ['an update', { type: 7, data: { flags: V2, components: [write()], ...quiet } }, 'component', []],
    ['25 choices', { type: 8, data: { choices: choices(25) } }, 'autocomplete', []],
    ['no choices', { type: 8, data: { choices: [] } }, 'autocomplete', []],
  ])('%s', (_, body, kind, files) => {
    expect(validateReply(body, files, kind)).toEqual([]);
  });

  it('an update of a message that has the flag and the file already', () => {
    const message = { flags: V2 | 64, attachments: [{ id: '7', filename: 'a.png' }] };
    const update = (more: object = {}) => ({
      type: 7,
      data: { components: [{ type: 12, items: [image()] }], ...quiet, ...more },
    });
    expect(validateReply(update(), [], 'component', { message })).toEqual([]);
    expect(validateReply(update({ attachments: [{ id: '7' }] }), [], 'component', { message })).toEqual([]);
    expect(validateReply(update({ attachments: [] }), [], 'component', { message })).toEqual([
      'attachment://a.png: no such file is attached',
    ]);
  });
});

describe('bad messages', () => {
  it.each<[string, unknown, RegExp]>([
    ['content with V2', v2([write()], { content: 'x' }), /content: not allowed/],
    ['embeds with V2', v2([write()], { embeds: [{ title: 'x' }] }), /embeds: not allowed/],
    ['a poll with V2', v2([write()], { poll: {} }), /poll: not allowed/],
    ['stickers', v2([write()], { sticker_ids: ['1'] }), /sticker_ids: not allowed/],
    ['V2 without components', v2([]), /at least one is needed/],
    [
      'new components without the flag',
      plain({ components: [write()] }),
      /without the flag IS_COMPONENTS_V2/,
    ],
    ['41 components', v2([box(...times(40, () => write('x')))]), /41 components/],
    ['4001 characters', v2([write('x'.repeat(4000)), write('x')]), /4001 characters/],
    ['an empty text', v2([write(' \n')]), /text is empty/],
    ['a custom_id of 101', v2([row(button({ custom_id: 'x'.repeat(101) }))]), /custom_id is 101/],
    ['an empty custom_id', v2([row(button({ custom_id: '' }))]), /custom_id is 0/],
    [
      'a custom_id twice',
      v2([row(button()), box(row(button()))]),
      /two components have the custom_id “next”/,
    ],
    [
      'an id twice',
      v2([
        { ...write(), id: 3 },
        { ...write(), id: 3 },
      ]),
      /two components have the id 3/,
    ],
    ['a label of 81', v2([row(button({ label: 'x'.repeat(81) }))]), /label is 81/],
    ['a button without label', v2([row(button({ label: undefined }))]), /neither a label/],
    ['a link of 513', v2([row(link({ url: `https://e.org/${'x'.repeat(499)}` }))]), /url is 513/],
    ['a link without url', v2([row(link({ url: undefined }))]), /needs a url/],
    ['a link with custom_id', v2([row(link({ custom_id: 'x' }))]), /no custom_id/],
    ['a link to javascript', v2([row(link({ url: 'javascript:x' }))]), /neither http/],
    ['a button with url', v2([row(button({ url: 'https://e.org' }))]), /only link buttons/],
    ['a button without custom_id', v2([row(button({ custom_id: undefined }))]), /custom_id is 0/],
    ['a premium button without sku', v2([row({ type: 2, style: 6 })]), /sku_id/],
    ['6 buttons', v2([row(...times(6, (n) => button({ custom_id: `b${n}` })))]), /6 components, at most 5/],
    ['an empty row', v2([row()]), /is empty/],
    ['a select and a button', v2([row(select(), button())]), /alone in its row/],
    ['a text in a row', v2([row(write())]), /not allowed here/],
    ['26 options', v2([row(select({ options: times(26, option) }))]), /26 options/],
    ['no options', v2([row(select({ options: [] }))]), /0 options/],
    [
      'an option label of 101',
      v2([row(select({ options: [{ label: 'x'.repeat(101), value: 'a' }] }))]),
      /label is 101/,
    ],
    [
      'an option value of 101',
      v2([row(select({ options: [{ label: 'a', value: 'x'.repeat(101) }] }))]),
      /value is 101/,
    ],
    [
      'an option description of 101',
      v2([row(select({ options: [{ ...option(1), description: 'x'.repeat(101) }] }))]),
      /description is 101/,
    ],
    [
      'an option value twice',
      v2([row(select({ options: [option(1), option(1)] }))]),
      /two options have the value/,
    ],
    ['too many to choose', v2([row(select({ max_values: 3 }))]), /max_values/],
    ['a section without accessory', v2([section({ accessory: undefined })]), /accessory/],
    ['a section with a wrong accessory', v2([section({ accessory: write() })]), /not allowed here/],
    ['a section of 4 texts', v2([section({ components: times(4, () => write()) })]), /4 text displays/],
    ['a section of none', v2([section({ components: [] })]), /0 text displays/],
    ['a button in a section', v2([section({ components: [button()] })]), /not allowed here/],
    ['a container in a container', v2([box(box(write()))]), /container\): not allowed here/],
    ['a button in a container', v2([box(button())]), /button\): not allowed here/],
    [
      'a thumbnail on its own',
      v2([{ type: 11, ...image('https://e.org/a.png') }]),
      /thumbnail\): not allowed/,
    ],
    ['an empty container', v2([box()]), /container\): is empty/],
    ['no colour', v2([{ ...box(write()), accent_color: 0x1000000 }]), /not a colour/],
    ['11 pictures', v2([{ type: 12, items: times(11, () => image('https://e.org/a.png')) }]), /11 items/],
    ['no pictures', v2([{ type: 12, items: [] }]), /0 items/],
    [
      'a long description of a picture',
      v2([{ type: 12, items: [{ ...image('https://e.org/a'), description: 'x'.repeat(1025) }] }]),
      /description is 1025/,
    ],
    [
      'a picture that is not there',
      v2([{ type: 12, items: [image()] }]),
      /attachment:\/\/a\.png: no such file/,
    ],
    ['a file from elsewhere', v2([{ type: 13, file: { url: 'https://e.org/a' } }]), /attachment:\/\/name/],
    ['metadata without file', plain({ attachments: [{ id: 0 }] }), /0 has no file/],
    ['no allowed_mentions', plain({ allowed_mentions: undefined }), /allowed_mentions: missing/],
    ['no parse', plain({ allowed_mentions: {} }), /parse: must be/],
    ['parse of users', plain({ allowed_mentions: { parse: ['users'] } }), /parse: must be/],
    ['named users', plain({ allowed_mentions: { parse: [], users: ['1'] } }), /users: must not/],
    ['named roles', plain({ allowed_mentions: { parse: [], roles: ['1'] } }), /roles: must not/],
    ['the replied user', plain({ allowed_mentions: { parse: [], replied_user: true } }), /replied_user/],
    ['an unknown flag', plain({ flags: 128 }), /flags: 128 cannot/],
    ['content of 2001', plain({ content: 'x'.repeat(2001) }), /2001 characters/],
    ['nothing', plain({ content: '' }), /the message is empty/],
    ['11 embeds', plain({ embeds: times(11, () => ({ title: 'x' })) }), /embeds: 11/],
    [
      'embeds of 6001',
      plain({ embeds: [{ description: 'x'.repeat(3001) }, { description: 'x'.repeat(3000) }] }),
      /6001/,
    ],
    ['a long title of an embed', plain({ embeds: [{ title: 'x'.repeat(257) }] }), /title/],
    ['26 fields', plain({ embeds: [{ fields: times(26, () => ({ name: 'a', value: 'b' })) }] }), /fields/],
    ['an empty embed', plain({ embeds: [{}] }), /embeds\[0\]: is empty/],
    ['6 rows', plain({ components: times(6, (n) => row(button({ custom_id: `${n}` }))) }), /6 action rows/],
    ['an unknown key', plain({ colour: 1 }), /body\.data\.colour: unknown key/],
    ['an unknown key of a button', v2([row(button({ size: 1 }))]), /components\[0\]\.size: unknown key/],
    ['an unknown component', v2([{ type: 99 }]), /type 99/],
  ])('%s', (_, body, problem) => {
    expect(validateReply(body, [], 'command')).toContainEqual(expect.stringMatching(problem));
  });

  it('a file that no component shows', () => {
    expect(validateReply(v2([write()]), png, 'command')).toEqual([
      'a.png: attached, but no component shows it',
    ]);
  });

  it('files that are too many or too large', () => {
    const files = times(11, (n) => ({ name: `${n}.txt` }));
    expect(validateReply(plain(), files, 'command')).toEqual(['11 files, at most 10 allowed']);
    const large = [{ name: 'a', data: new Uint8Array(10 * 1024 * 1024 + 1) }];
    expect(validateReply(plain(), large, 'command')).toEqual(['a: over 10 MiB']);
  });
});

describe('answers that do not fit the question', () => {
  it.each<[string, unknown, InteractionKind, RegExp]>([
    [
      'an update of a command',
      { type: 7, data: { content: 'x' } },
      'command',
      /type 7 is no answer to command/,
    ],
    ['choices for a command', { type: 8, data: { choices: [] } }, 'command', /type 8/],
    ['a message for autocomplete', plain(), 'autocomplete', /type 4/],
    ['choices for a click', { type: 8, data: { choices: [] } }, 'component', /type 8/],
    ['no type', { data: {} }, 'command', /type undefined/],
    ['no object', 'hello', 'command', /not an object/],
    ['a message without data', { type: 4 }, 'command', /needs data/],
    ['deferred with content', { type: 5, data: { content: 'x' } }, 'command', /shows nothing yet/],
    [
      'an update made private',
      { type: 7, data: { content: 'x', flags: 64, ...quiet } },
      'component',
      /flags: 64/,
    ],
    ['26 choices', { type: 8, data: { choices: choices(26) } }, 'autocomplete', /26, at most 25/],
    [
      'a choice twice',
      { type: 8, data: { choices: [...choices(1), ...choices(1)] } },
      'autocomplete',
      /two choices/,
    ],
    [
      'a nameless choice',
      { type: 8, data: { choices: [{ name: '', value: 'a' }] } },
      'autocomplete',
      /0 characters/,
    ],
    [
      'a long choice',
      { type: 8, data: { choices: [{ name: 'a', value: 'x'.repeat(101) }] } },
      'autocomplete',
      /over 100/,
    ],
    ['no choices', { type: 8, data: {} }, 'autocomplete', /choices: missing/],
  ])('%s', (_, body, kind, problem) => {
    expect(validateReply(body, [], kind)).toContainEqual(expect.stringMatching(problem));
  });

  it('choices of another type than the option', () => {
    const body = { type: 8, data: { choices: choices(1) } };
    expect(validateReply(body, [], 'autocomplete', { optionType: 3 })).toEqual([]);
    expect(validateReply(body, [], 'autocomplete', { optionType: 4 })).toEqual(['choices: v0 is no number']);
  });
});

it('messages outside of callbacks follow the same rules', () => {
  const good = { content: 'x', ...quiet };
  const reply = { ...good, message_reference: { message_id: '1' } };
  expect(validateMessage(good, [], 'followUp')).toEqual([]);
  expect(validateMessage(good, [], 'edit')).toEqual([]);
  expect(validateMessage(reply, [], 'channel')).toEqual([]);
  expect(validateMessage({ ...reply, flags: 1 << 6 }, [], 'channel')).toEqual([
    'flags: 64 cannot be set here',
  ]);
  expect(validateMessage({ ...good, flags: 1 << 6 }, [], 'followUp')).toEqual([]);
  expect(validateMessage({ content: 'x' }, [], 'followUp')).toEqual([
    expect.stringMatching(/allowed_mentions/),
  ]);
  expect(validateMessage({ ...good, flags: 64 }, [], 'edit')).toEqual(['flags: 64 cannot be set here']);
});
