/** What of a message is the question. */
import type { GatewayMessageCreateDispatchData } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { questionIn } from '../../src/adapters/gateway/question.js';

const BOT = '1100000000000000001';
const OTHER = '1100000000000000002';

const asked = (content: string, marks: object = {}) =>
  questionIn(
    { type: 0, author: { id: '5' }, content, ...marks } as unknown as GatewayMessageCreateDispatchData,
    BOT,
  )?.replace(/\s+/g, ' ');

test.each([
  [`<@${BOT}> what of arms?`, 'what of arms?'],
  [`<@!${BOT}>, what of arms?`, 'what of arms?'],
  [`<@${BOT}>: what of arms, <@!${BOT}>`, 'what of arms,'],
  [`hey <@${BOT}> what of arms?`, 'hey what of arms?'],
  ['what of arms?', 'what of arms?'],
  [`<@${OTHER}> <@!${OTHER}> <@&${OTHER}> what of arms in <#${OTHER}>?`, 'what of arms in ?'],
  [`what <:arms:${OTHER}><a:wave:${OTHER}> of <t:1700000000><t:-5:R> arms </ask:${OTHER}>`, 'what of arms'],
  [`what of arms? </look up all:${OTHER}> <id:customize>`, 'what of arms?'],
  ['@everyone @here what of arms? @everyone', 'what of arms?'],
  ['is 3 < 5 > 2 and <b> @everyoneelse', 'is 3 < 5 > 2 and <b> @everyoneelse'],
  ['中国如何投票?', '中国如何投票?'],
])('%s asks: %s', (content, question) => {
  expect(asked(content)).toBe(question);
});

test.each(['', ' ', `<@${BOT}>`, `<@${BOT}>, …?!`, `👋 <:wave:${OTHER}>`, '@everyone'])(
  '“%s” asks nothing',
  (content) => {
    expect(asked(content)).toBeUndefined();
  },
);

test('in a server, another bot with the same digits in its id is another bot', () => {
  expect(asked(`<@${BOT}0> what of arms?`, { guild_id: '1' })).toBeUndefined();
  expect(asked(`<@${BOT}> what of arms?`, { guild_id: '1' })).toBe('what of arms?');
});
