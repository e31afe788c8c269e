/** Whatever may arrive at the dispatch: what Discord sends, with anything at all in it, and what it never would. */
import fc from 'fast-check';
import type { Call } from '../../src/answer.js';
import { CARRIED } from '../../src/commands/command.js';
import { commands, slashCommands } from '../../src/commands/registry.js';
import { interactionOf, pressOf } from '../../src/interactions.js';
import { HOSTILE } from '../e2e/hostile.js';
import { raw } from '../library.js';
import { everyControl } from './replies.js';

export interface Arrival {
  interaction: unknown;
  /** Whether it has the form of what Discord sends, whatever it says: nothing may go wrong with it. */
  isWhole: boolean;
  /** What is pressed or chosen under the answer, one after the other: the number of a control, counted round. */
  presses: readonly number[];
  /** Whether the place can show pictures. */
  pictures: boolean;
}

const constants = (...values: readonly string[]) => fc.constantFrom(...values);

/** What the assessment speaks of, and words that questions have. */
const known = constants(
  ...raw.indicators.flatMap((i) => [i.label, ...i.aliases, String(i.number)]),
  ...raw.votes.flatMap((v) => [v.resolution, ...(v.title ?? [])]),
  ...raw.treaties.flatMap((t) => [t.name, t.id, ...(t.abbreviation ?? [])]),
  ...raw.areas.map(({ name }) => name),
  ...raw.footnotes.flatMap((f) => f.sources.map(({ title }) => title)),
  ...['very-weak', 'Weak', 'no', 'abstained', 'security-council', '2022', 'decrease', 'vote', 'report'],
  ...['true', 'false', 'bibtex', 'apa', 'csv', 'all', '5, 9-11', '1 and 48', 'dark', 'light', 'document'],
);
const asked = constants(
  ...['how is', 'rated', 'why', 'how many', 'which', 'compare', 'did', 'vote', 'against', 'in favour', 'not'],
  ...['ratified', 'treaty', 'who says', 'footnote', 'indicator', 'strong', 'worse', 'overall', 'without'],
  ...['China', 'Russia', 'Syria', 'Sudan', 'Taiwan', '2024', '0', '-3', '99', 'A/RES/77/999', '51/28'],
);
const hostile = constants(
  ...HOSTILE.map(([, text]) => text),
  ...['@everyone', '@here', '<@12345678901234567>', '<@&12345678901234567>', '<#12345678901234567>'],
  ...['<:pog:12345678901234567>', '<t:1700000000:R>', '</about:12345678901234567>', '<id:customize>'],
  ...['||', '**', '__', '~~', '`', '```', '> ', '>>> ', '# ', '-# ', '- ', '1. ', '\\', '\n', '\r\n'],
  ...['[a](https://evil.example)', '[a](javascript:alert(1))', 'javascript:alert(1)', '](', ')', '<', '>'],
  ...[
    'https://evil.example',
    '<https://evil.example>',
    'mailto:a@evil.example',
    'discord://x',
    'www.evil.example',
  ],
  ...['\u202e', '\u2066', '\u200b', '\u200f', '\ufeff', '\0', '\ud800', '\udc00', 'ﷺ', '😀', 'e\u0301'],
  ...['%3B', ';', '=', ';show=f~i1', '__proto__', 'constructor', 'undefined', 'NaN', '{{7*7}}', '“', '”'],
);
const phrase = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: asked },
      { weight: 3, arbitrary: hostile },
      { weight: 2, arbitrary: known },
      { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    ),
    { maxLength: 10 },
  )
  .chain((parts) => constants(' ', '').map((between) => parts.join(between)));
const words = fc.oneof(
  { weight: 6, arbitrary: phrase },
  { weight: 4, arbitrary: known },
  { weight: 1, arbitrary: fc.string({ maxLength: 120 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 120 }) },
  {
    weight: 1,
    arbitrary: fc.tuple(hostile, fc.nat(3000)).map(([text, times]) => text.repeat(times).slice(0, 9000)),
  },
);

/** Arrays in arrays or objects in objects, deeper than anybody would go. */
const deep = fc.tuple(constants('array', 'components', 'options'), fc.nat(500)).map(([key, depth]) => {
  let nested: unknown = 1;
  for (let i = 0; i < depth; i++) nested = key === 'array' ? [nested] : { [key]: [nested] };
  return nested;
});
const json = fc.oneof(
  { weight: 4, arbitrary: fc.jsonValue({ maxDepth: 1 }) },
  {
    weight: 4,
    arbitrary: constants('{}', '[]', 'null', '""', '-0', '1e400', '{"toString":1}').map((text) =>
      JSON.parse(text),
    ),
  },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 4, arbitrary: words },
);
/** What an option may hold: mostly text. */
const value = fc.oneof({ weight: 8, arbitrary: words }, { weight: 1, arbitrary: json });

const commandName = constants(...commands.map(({ name }) => name));
const slashName = constants(...slashCommands.map(({ name }) => name));
const optionName = constants(
  ...new Set(commands.flatMap((c) => c.options.map((o) => o.name))),
  ...[...CARRIED, 'private', 'assessment', 'x', '', '__proto__'],
);
const anyName = fc.oneof(
  { weight: 8, arbitrary: slashName },
  { weight: 1, arbitrary: constants('Find sources', 'unknown', '__proto__', 'ASK') },
  { weight: 1, arbitrary: words },
);

/** The options that a command has, each given or not, and some that it has not. */
const calls: fc.Arbitrary<{ command: string; options: Record<string, unknown> }> = anyName.chain((name) => {
  const command = commands.find((c) => c.name === name);
  const isOnMessage = command?.on === 'message';
  const own = (command?.options ?? []).map((o) => [o.name, isOnMessage ? words : value] as const);
  return fc
    .tuple(
      fc.record(Object.fromEntries(own), { requiredKeys: [] }),
      // Who picks a command from a menu has no options to give.
      isOnMessage ? fc.constant({}) : fc.dictionary(optionName, value, { maxKeys: 2 }),
    )
    .map(([given, others]) => ({ command: name, options: { ...others, ...given } }));
});
const asCall = (call: { command: string; options: Record<string, unknown> }) => call as Call;

/** Whoever asks: on a server, in a direct message, or nobody that is known. */
const snowflake = fc.bigInt({ min: 1n << 40n, max: (1n << 63n) - 1n }).map(String);
const asker = fc.oneof(
  fc.constant({}),
  snowflake.map((id) => ({ member: { user: { id } } })),
  snowflake.map((id) => ({ user: { id } })),
);

const typed = fc.tuple(calls, asker).map(([call, who]) => ({ ...interactionOf(asCall(call)), ...who }));

const completing = fc.tuple(calls, optionName, value, fc.boolean()).map(([call, other, typedText, isOwn]) => {
  const focused = Object.keys(call.options)[0];
  if (isOwn && focused) return interactionOf(asCall(call), focused);
  return interactionOf(asCall({ ...call, options: { ...call.options, [other]: typedText } }), other || 'x');
});

/** The ids of every kind of control, as replies have them. */
const real = fc.constantFrom(...everyControl());
const made = fc
  .tuple(
    constants('2t1', '2g1', '2o1', '2s1', '2t9', '2t999', '2s3', '1t1', '2t0', '2', `2t1.${'x'.repeat(6)}`),
    commandName,
    fc.array(fc.tuple(optionName, words), { maxLength: 3 }),
  )
  .map(([head, command, pairs]) => [head, command, ...pairs.map(([k, v]) => `${k}=${v}`)].join(';'));
/** A real one with a piece taken out, and another put in. */
const mutated = fc
  .tuple(real, fc.nat(100), fc.nat(8), fc.oneof(phrase, constants('', ';', '=', '%', '9', '0', 'x')))
  .map(([id, at, length, piece]) => id.slice(0, at) + piece + id.slice(at + length));
const customId = fc.oneof(
  { weight: 4, arbitrary: real },
  { weight: 4, arbitrary: mutated },
  { weight: 3, arbitrary: made },
  { weight: 1, arbitrary: words },
  { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: 1n << 70n }).map((id) => `2x${id.toString(36)}`) },
);

/** Another person's answer, one's own, and those that are nobody's. */
const under = fc.record(
  {
    flags: fc.constantFrom(0, 64, 1 << 15, (1 << 15) | 64),
    components: fc.oneof(
      fc.constant([]),
      fc.nat().map((id) => [
        {
          type: 17,
          components: [{ type: 1, components: [{ type: 2, custom_id: `2x${id.toString(36)}` }] }],
        },
      ]),
    ),
  },
  { requiredKeys: ['flags'] },
);
const pressed = fc
  .tuple(customId, under, asker)
  .map(([id, message, who]) => ({ ...pressOf(id, 0), message, ...who }));
const chosen = fc.tuple(pressed, customId, fc.integer({ min: 3, max: 8 })).map(([press, id, type]) => ({
  ...press,
  data: { component_type: type, custom_id: 'menu;related', values: [id] },
}));

/** A message that somebody wrote: any of it may be missing. */
const embed = fc.record(
  {
    title: words,
    description: words,
    url: words,
    fields: fc.array(fc.record({ name: words, value: words }, { requiredKeys: [] }), { maxLength: 3 }),
  },
  { requiredKeys: [] },
);
const wrote = fc.record(
  {
    content: fc.oneof(words, fc.constant('')),
    embeds: fc.array(embed, { maxLength: 3 }),
    attachments: fc.constant([]),
  },
  { requiredKeys: [] },
);
const message = fc.oneof(
  { weight: 3, arbitrary: wrote },
  {
    weight: 1,
    arbitrary: fc
      .tuple(wrote, fc.array(fc.record({ message: wrote }, { requiredKeys: [] }), { maxLength: 2 }))
      .map(([own, message_snapshots]) => ({ ...own, message_snapshots })),
  },
);
const onMessage = fc
  .tuple(
    fc.oneof({ weight: 9, arbitrary: fc.constant('Find sources') }, anyName),
    message,
    asker,
    fc.constantFrom('1', '2'),
  )
  .map(([name, said, who, target_id]) => ({
    ...who,
    id: '0',
    type: 2,
    data: { id: '0', name, type: 3, target_id, resolved: { messages: { 1: { id: '1', ...said } } } },
  }));

const modal = fc.tuple(customId, json).map(([custom_id, components]) => ({
  id: '0',
  type: 5,
  data: { custom_id, components: [{ type: 18, component: { type: 4, custom_id: 'x', value: components } }] },
}));
const otherKinds = fc
  .tuple(fc.oneof(fc.constantFrom(0, 1, 6, 7, 255, -1), fc.constant(2)), calls, fc.constantFrom(0, 2, 4, 5))
  .map(([type, call, kind]) => ({
    id: '0',
    type,
    data: { id: '0', name: call.command, type: kind, target_id: '1', options: [] },
  }));

/** The form of an interaction with anything in any of its places, or none of it. */
const place = fc.oneof({ weight: 8, arbitrary: json }, { weight: 1, arbitrary: deep });
const broken = fc.record(
  {
    type: fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 6 }) }, json),
    data: fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record(
          {
            name: fc.oneof(commandName, place),
            type: fc.oneof(fc.integer({ min: 1, max: 4 }), place),
            custom_id: fc.oneof(customId, place),
            component_type: fc.oneof(fc.integer({ min: 1, max: 8 }), place),
            values: fc.oneof(fc.tuple(customId), place),
            target_id: fc.oneof(constants('1', '__proto__'), place),
            resolved: fc.oneof(fc.record({ messages: fc.record({ 1: fc.oneof(message, place) }) }), place),
            options: fc.oneof(
              fc.array(
                fc.oneof(
                  fc.record(
                    { name: optionName, value, type: place, focused: place, options: place },
                    { requiredKeys: [] },
                  ),
                  place,
                ),
                { maxLength: 3 },
              ),
              place,
            ),
          },
          { requiredKeys: [] },
        ),
      },
      place,
    ),
    message: fc.oneof(under, fc.record({ flags: place, components: place }, { requiredKeys: [] }), place),
    member: fc.oneof(fc.record({ user: fc.oneof(fc.record({ id: place }), place) }), place),
    user: fc.oneof(fc.record({ id: place }), place),
  },
  { requiredKeys: ['type'] },
);

const whole = (interaction: fc.Arbitrary<unknown>) => ({ interaction, isWhole: fc.constant(true) });
const partial = (interaction: fc.Arbitrary<unknown>) => ({ interaction, isWhole: fc.constant(false) });
const arriving = (
  weight: number,
  what: { interaction: fc.Arbitrary<unknown>; isWhole: fc.Arbitrary<boolean> },
) => ({
  weight,
  arbitrary: fc.record({
    ...what,
    presses: fc.array(fc.nat(40), { maxLength: 2 }),
    pictures: fc.boolean(),
  }),
});

/** Every kind of arrival: those that Discord sends most often come most often. */
export const arrival: fc.Arbitrary<Arrival> = fc.oneof(
  arriving(34, whole(typed)),
  arriving(14, whole(completing)),
  arriving(14, whole(pressed)),
  arriving(6, whole(chosen)),
  arriving(12, whole(onMessage)),
  arriving(2, whole(modal)),
  arriving(2, whole(otherKinds)),
  arriving(12, partial(broken)),
  arriving(3, partial(place)),
  arriving(1, partial(fc.jsonValue())),
);
