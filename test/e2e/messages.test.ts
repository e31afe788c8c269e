import { describe, expect, it, vi } from 'vitest';
import { isObject, type JsonObject } from '../../src/adapters/playground/discord/json.js';
import type { FaultResponse, RecordedRequest } from '../discord-double/http.js';
import type { StoredMessage } from '../discord-double/message.js';
import { type Place, settle } from '../discord-double/payload.js';
import { APPLICATION } from './bot.js';
import { HOSTILE, live } from './hostile.js';
import {
  button,
  buttons,
  expectCited,
  isPrivate,
  NEXT,
  PREVIOUS,
  SHARE,
  seen,
  sent,
  world,
} from './world.js';

const guilds = Array.from({ length: 80 }, (_, at) => ({
  id: String(29_000_000_000_000_000n + BigInt(at * 99)),
}));
const the = world({ guilds }, { LOG_LEVEL: 'debug' });

const BOT = `<@${APPLICATION}>`;
const QUESTION = 'How did China vote on A/RES/77/230?';
const REPLY = /\/channels\/\d+\/messages$/;
const UNANSWERED = 'too many questions at once: one was left unanswered';

let person = 19_000_000_000_000_000n;
const somebody = () => {
  person += 100n;
  return { id: String(person) };
};
const untouched = [...guilds];
/** A server, or a direct message, in which nobody has said anything yet: every place and person has a limit. */
function somewhere(context: 0 | 1 = 0): Place {
  const guild = context === 0 ? untouched.pop() : undefined;
  return { user: somebody(), context, ...(guild ? { guildId: guild.id } : {}) };
}

const channelOf = (place: Place) => settle(place, guilds).channelId;
const sentTo = (place: Place) => the.double.sent.filter(({ channel_id }) => channel_id === channelOf(place));
const repliedTo = ({ message_reference: to }: StoredMessage) => isObject(to) && to.message_id;
const bodies = () =>
  the.double.requests.filter(({ path }) => REPLY.test(path)).map(({ body }) => body as JsonObject);

/** What Footnote replies to a text, to that message and with nobody notified. */
async function reply(text: string, place: Place): Promise<StoredMessage> {
  const from = the.bot.lines.length;
  const message = await the.double.say(text, place);
  // Until the bot knows that it arrived, its line may be counted for the next one.
  await the.bot.logged(({ msg }) => msg === 'a reply was sent', from);
  const body = bodies().at(-1);
  expect(body?.allowed_mentions).toEqual({ parse: [], replied_user: false });
  expect(body?.flags).toBe(1 << 15);
  expect(body?.message_reference).toEqual({ message_id: repliedTo(message), fail_if_not_exists: false });
  // Sent again after a fault, it is the same message to Discord.
  expect(body).toMatchObject({ nonce: repliedTo(message), enforce_nonce: true });
  expect(message.type).toBe(19);
  expect(the.double.message(String(repliedTo(message)))?.content).toBe(text.trim());
  return message;
}

const asked = async (question: string) => seen(await the.double.command('ask', { question, private: false }));

it('a reply to a mention has no picture: to attach one, it would need a permission', async () => {
  const replied = await reply(`${BOT} how is China rated on all of the indicators?`, somewhere());
  expect(seen({ message: replied })).toContain('16 Very Weak');
  expect(replied.attachments).toEqual([]);
});

describe('a question in a message', () => {
  it.each([
    ['behind a mention', `${BOT} ${QUESTION}`],
    ['behind a mention in the older form', `<@!${APPLICATION}> ${QUESTION}`],
    ['before a mention', `${QUESTION} ${BOT}`],
    ['behind a mention with a comma', `${BOT}, ${QUESTION}`],
    ['twice mentioned, on lines of its own', `${BOT}\n${QUESTION}\n${BOT}`],
  ])('%s gets the answer of /ask, for everybody', async (_, text) => {
    const message = await reply(text, somewhere());
    expect(seen({ message })).toBe(await asked(QUESTION));
    expectCited(seen({ message }));
    expect(seen({ message })).toContain('A/RES/77/230');
    expect(isPrivate({ message })).toBe(false);
    expect(buttons({ message }).map(({ label }) => label)).not.toContain(SHARE);
  });

  it.each([QUESTION, `${BOT} ${QUESTION}`])('sent directly needs no mention: %s', async (text) => {
    expect(seen({ message: await reply(text, somewhere(1)) })).toBe(await asked(QUESTION));
  });

  it('is read without the mentions, emoji and times that stand in it', async () => {
    const others = '<@123456789012345678> <@&123456789012345678> <#123456789012345678> @everyone';
    const marks = '<:wave:123456789012345678> <a:wave:123456789012345678> <t:1700000000:R> </ask:123456789>';
    const message = await reply(`${BOT} ${others} ${marks} ${QUESTION} @here`, somewhere());
    expect(seen({ message })).toBe(await asked(QUESTION));
  });

  it('may be a reply to an answer, where it mentions Footnote itself', async () => {
    const place = somewhere();
    const answer = await reply(`${BOT} ${QUESTION}`, place);
    the.double.write(`And on S/RES/2666, ${BOT}?`, place, {
      type: 19,
      message_reference: { message_id: answer.id },
    });
    await vi.waitFor(() => expect(sentTo(place)).toHaveLength(2));
    expect(seen({ message: sentTo(place)[1] as StoredMessage })).toContain('S/RES/2666');
  });

  it('at the end of a long message is answered', async () => {
    const told = 'We have been at this for hours and nobody looks anything up. '.repeat(20);
    const message = await reply(`${BOT} ${told}${QUESTION}`, somewhere());
    const alone = await reply(`${BOT} ${QUESTION}`, somewhere());
    expect(seen({ message })).toBe(seen({ message: alone }));
  });

  it('of one long word is answered all the same', async () => {
    const message = await reply(`${BOT} ${'long'.repeat(400)}`, somewhere());
    expect(seen({ message })).toContain('does not say');
  });

  it('has a reply under which buttons work as under any answer', async () => {
    const place = somewhere();
    const message = await reply(`${BOT} ${QUESTION}`, place);
    const turn = { type: 2, id: 91, style: 2, label: NEXT, custom_id: '2t2;votes;assessment=chn-2023' };
    message.components.push({ type: 1, id: 90, components: [turn] });
    const turned = await the.double.clickMessage(message, turn.custom_id, place);
    expect(turned.response.type).toBe(7);
    expect(turned.message?.id).toBe(message.id);
    expect(seen(turned)).toContain('27 votes');
    expect(isPrivate(turned)).toBe(false);
    const back = await the.double.clickMessage(message, button(turned, PREVIOUS).custom_id ?? '', place);
    expectCited(seen(back));
    expect(buttons(back).map(({ label }) => label)).not.toContain(SHARE);
  });

  it('that was deleted meanwhile is answered by itself', async () => {
    const place = somewhere();
    the.double.remove(the.double.write(`${BOT} ${QUESTION}`, place));
    await vi.waitFor(() => expect(sentTo(place)).toHaveLength(1));
    expect(sentTo(place)[0]).toMatchObject({ type: 0 });
    expect(sentTo(place)[0]).not.toHaveProperty('message_reference');
  });

  it('that came while the connection was cut is answered when it is back', async () => {
    the.double.dropConnection();
    expect(seen({ message: await reply(`${BOT} ${QUESTION}`, somewhere()) })).toContain('A/RES/77/230');
    await the.double.ready();
  });

  it('leaves no word and no name in the log', async () => {
    const place = somewhere();
    const lines = the.bot.lines.length;
    await reply(`${BOT} zanzibarbecue?`, place);
    const said = the.bot.lines.slice(lines).filter(({ level }) => level !== 'debug');
    expect(said).toMatchObject([{ command: 'ask', outcome: 'not found' }]);
    for (const secret of ['zanzibarbecue', String(place.user?.id), channelOf(place)]) {
      expect(the.bot.stderr).not.toContain(secret);
    }
  });

  it.each(HOSTILE)('notifies nobody and is shown as text, whatever is in it: %s', async (_, text) => {
    const message = await the.double.say(`What about ${text}`.slice(0, 4000), somewhere(1));
    expect(live(sent({ message }))).toEqual([]);
    expect(sent({ message })).not.toMatch(/went wrong|undefined|\[object|\bat \w+ \(/);
  });
});

describe('left alone is', () => {
  const bot = { id: '18', username: 'other', bot: true };
  const self = { id: APPLICATION, username: 'footnote', bot: true };
  const ping = { mentions: [{ id: APPLICATION, username: 'footnote', bot: true }] };
  const everyone = { mention_everyone: true };
  const role = '<@&123456789012345678>';
  const IN_A_SERVER: [string, string, JsonObject?][] = [
    ['what does not mention it', QUESTION],
    ['what a bot says', `${BOT} ${QUESTION}`, { author: bot }],
    ['what it says itself', `${BOT} ${QUESTION}`, { author: self }],
    ['what a webhook says', `${BOT} ${QUESTION}`, { webhook_id: '17' }],
    ['what Discord says', `${BOT} ${QUESTION}`, { author: { id: '16', username: 'Discord', system: true } }],
    ['a notice that something was pinned', `${BOT} ${QUESTION}`, { type: 6 }],
    ['a notice of a new thread', `${BOT} ${QUESTION}`, { type: 18 }],
    ['a mention and nothing else', BOT],
    ['a mention and no word', `${BOT}, … 👋 <:wave:123456789012345678>?!`],
    ['a mention of everyone', `@everyone ${QUESTION}`, everyone],
    ['a mention of a role', `${role} ${QUESTION}`, { mention_roles: ['123456789012345678'] }],
    ['a mention of somebody else', `<@123456789012345678> ${QUESTION}`],
    ['a reply that pings it and does not name it', QUESTION, { type: 19, ...ping }],
    ['a message that is forwarded to it', '', { ...ping, message_reference: { type: 1 } }],
  ];
  const SENT_DIRECTLY: [string, string, JsonObject?][] = [
    ['what a bot says', QUESTION, { author: bot }],
    ['its own answer', QUESTION, { author: self }],
    ['what Discord says', QUESTION, { author: { id: '16', username: 'Discord', system: true } }],
    ['a notice of a call', QUESTION, { type: 3 }],
    ['a picture without a word', ''],
    ['a mention and nothing else', BOT],
  ];

  /** Of that message and another question after it, only that question is answered. */
  async function expectIgnored(place: Place, act: () => void): Promise<void> {
    act();
    const answer = await reply(`${BOT} And on S/RES/2666?`, place);
    expect(sentTo(place)).toEqual([answer]);
  }

  it.each(IN_A_SERVER)('in a server, %s', async (_, text, marks) => {
    const place = somewhere();
    await expectIgnored(place, () => the.double.write(text, place, marks));
  });

  it.each(SENT_DIRECTLY)('sent directly, %s', async (_, text, marks) => {
    const place = somewhere(1);
    await expectIgnored(place, () => the.double.write(text, place, marks));
  });

  it('a mention that an edit adds', async () => {
    const place = somewhere();
    const message = the.double.write('How did it vote?', place);
    await expectIgnored(place, () => the.double.edit(message, `${BOT} ${QUESTION}`, place));
  });

  it('an answered question that is edited', async () => {
    const place = somewhere();
    const answer = await reply(`${BOT} ${QUESTION}`, place);
    const question = the.double.message(String(repliedTo(answer)));
    the.double.edit(question as StoredMessage, `${BOT} How did China vote on S/RES/2666?`, place);
    await reply(`${BOT} ${QUESTION}`, place);
    expect(sentTo(place).map((message) => seen({ message }))).toEqual(
      Array(2).fill(seen({ message: answer })),
    );
  });
});

describe('where many ask at once', () => {
  const said = (from: number, what: string) => the.bot.lines.slice(from).filter(({ msg }) => msg === what);

  it('fifty questions get a few answers, and commands are answered as ever', async () => {
    const place = somewhere();
    const from = the.bot.lines.length;
    for (let n = 0; n < 50; n += 1) the.double.write(`${BOT} ${QUESTION}`, place);
    await the.bot.logged(() => said(from, 'answered').length + said(from, UNANSWERED).length === 50, from);
    expect(said(from, 'answered').length).toBeGreaterThan(0);
    expect(said(from, 'answered').length).toBeLessThanOrEqual(3);
    expect(seen(await the.double.command('about'))).toContain('36 indicators');
    // An answer is logged before it is sent.
    await vi.waitFor(() => expect(sentTo(place)).toHaveLength(said(from, 'answered').length - 1));
  });

  it('one who asks on and on gets three answers, and the next person theirs', async () => {
    const place = somewhere();
    for (let n = 0; n < 3; n += 1) await reply(`${BOT} ${QUESTION}`, place);
    const from = the.bot.lines.length;
    the.double.write(`${BOT} ${QUESTION}`, place);
    await the.bot.logged(({ msg }) => msg === UNANSWERED, from);
    await reply(`${BOT} ${QUESTION}`, { ...place, user: somebody() });
    expect(sentTo(place)).toHaveLength(4);
  });

  it('a channel gets five answers, and another one its own', async () => {
    const place = somewhere();
    for (let n = 0; n < 5; n += 1) await reply(`${BOT} ${QUESTION}`, { ...place, user: somebody() });
    const from = the.bot.lines.length;
    the.double.write(`${BOT} ${QUESTION}`, { ...place, user: somebody() });
    await the.bot.logged(({ msg }) => msg === UNANSWERED, from);
    await reply(`${BOT} ${QUESTION}`, somewhere());
    expect(sentTo(place)).toHaveLength(5);
  });

  it('a channel gets one answer after the other', async () => {
    const place = somewhere();
    const from = the.bot.lines.length;
    const isTheirs = ({ path }: RecordedRequest) => path === `/channels/${channelOf(place)}/messages`;
    const slow = the.double.fail(isTheirs, 1, { status: 429, headers: { 'Retry-After': '0.5' } });
    const first = the.double.say(`${BOT} ${QUESTION}`, place);
    await vi.waitFor(() => expect(slow.hits).toBe(1));
    the.double.write(`${BOT} ${QUESTION}`, { ...place, user: somebody() });
    expect(sentTo(place)).toEqual([]);
    const answer = await first;
    await vi.waitFor(() => expect(sentTo(place)).toHaveLength(2));
    const [one, two] = sentTo(place);
    expect(one).toEqual(answer);
    expect(repliedTo(two as StoredMessage)).not.toBe(repliedTo(answer));
    expect(the.bot.lines.slice(from).some(({ msg }) => msg === UNANSWERED)).toBe(false);
  });
});

describe('where Discord does not take a reply', () => {
  const refusal = (status: number, code: number) => ({ status, body: { code, message: 'Refused' } });
  const NOT_TAKEN = { level: 'warn', msg: 'Discord did not take a reply' };
  const NOT_DELIVERED = { level: 'error', msg: 'an answer did not reach Discord' };

  it.each<[string, FaultResponse, JsonObject]>([
    ['it may not write there', refusal(403, 50013), { ...NOT_TAKEN, status: 403, code: 50013 }],
    ['it may not look there', refusal(403, 50001), { ...NOT_TAKEN, status: 403, code: 50001 }],
    ['the person takes no messages', refusal(403, 50007), { ...NOT_TAKEN, status: 403, code: 50007 }],
    ['the message is gone', refusal(404, 10008), { ...NOT_TAKEN, status: 404, code: 10008 }],
    ['the channel is gone', refusal(404, 10003), { ...NOT_TAKEN, status: 404, code: 10003 }],
    ['Discord is out of order', 500, { ...NOT_TAKEN, status: 500 }],
    ['Discord is busy', 503, { ...NOT_TAKEN, status: 503 }],
    ['the line is cut', 'drop', NOT_DELIVERED],
  ])('because %s, it says so once, in short, and carries on', async (_, response, line) => {
    const place = somewhere();
    const lines = the.bot.lines.length;
    const fault = the.double.fail(REPLY, 100, response);
    the.double.write(`${BOT} zanzibarbecue?`, place);
    await the.bot.logged(({ msg }) => msg === line.msg, lines);
    fault.remove();

    await reply(`${BOT} ${QUESTION}`, place);
    const said = the.bot.lines
      .slice(lines)
      .filter(({ msg }) => msg !== 'answered' && msg !== 'a reply was sent');
    expect(said).toMatchObject([line]);
    for (const secret of ['zanzibarbecue', String(place.user?.id)]) {
      expect(JSON.stringify(said)).not.toContain(secret);
    }
  });
});
