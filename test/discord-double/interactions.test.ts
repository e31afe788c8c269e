import { type Client, DiscordAPIError, Events, GatewayIntentBits, Routes } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { isObject, type JsonObject } from '../../src/adapters/playground/discord/json.js';
import { schemaProblems } from '../../src/adapters/playground/discord/schema.js';
import type { DiscordDouble, DoubleOptions } from './double.js';
import { componentsOf, textOf } from './message.js';
import { type Answering, APPLICATION, failure, GUILD, onEvent, quiet, Rig, says } from './rig.js';

let rig: Rig;
let double: DiscordDouble;

afterEach(() => rig.stop());

async function start(options: Partial<DoubleOptions> = {}): Promise<void> {
  rig = await Rig.start(options);
  double = rig.double;
}

/** A client that is connected, and answers as told. */
async function connect(
  answering?: Answering,
  options: Partial<DoubleOptions> = {},
  intents = 0,
): Promise<Client> {
  await start(options);
  return rig.connect(answering, intents);
}

describe('interactions', () => {
  it('are commands with the shapes of Discord, in a server', async () => {
    await connect(() => says('Hello'));
    const reply = await double.command('votes', { resolution: 'A/RES/77/230', private: true, year: 2022 });
    expect(reply.response).toEqual(says('Hello').body);
    expect(reply.ms).toBeGreaterThan(0);
    expect(reply.interaction).toMatchObject({
      type: 2,
      version: 1,
      application_id: APPLICATION,
      guild_id: GUILD,
      context: 0,
      locale: 'en-US',
      authorizing_integration_owners: { 0: GUILD },
      entitlements: [],
      data: {
        id: double.commands()[0]?.id,
        name: 'votes',
        type: 1,
        options: [
          { name: 'resolution', type: 3, value: 'A/RES/77/230' },
          { name: 'private', type: 5, value: true },
          { name: 'year', type: 4, value: 2022 },
        ],
      },
    });
    expect(reply.interaction).toHaveProperty('member.user.id');
    expect(reply.interaction).not.toHaveProperty('user');
    expect(double.violations).toEqual([]);
  });

  it('come from direct messages and private channels too', async () => {
    await connect((data) => says(String(data.locale)));
    const dm = await double.command('votes', { resolution: 'x' }, { context: 1, locale: 'zh-CN' });
    expect(dm.interaction).toMatchObject({
      context: 1,
      channel: { type: 1 },
      user: { id: expect.any(String) },
    });
    expect(dm.interaction).not.toHaveProperty('member');
    expect(dm.message?.content).toBe('zh-CN');
    const place = { context: 2, user: { id: '77' } } as const;
    const group = await double.command('votes', { resolution: 'x' }, place);
    expect(group.interaction).toMatchObject({
      authorizing_integration_owners: { 1: '77' },
      user: { id: '77' },
    });
    await expect(double.command('about', {}, { context: 1 })).rejects.toThrow(/this context/);
  });

  it('reach the structures of discord.js whole', async () => {
    const client = await connect(() => says('Hello'));
    const seen = new Promise<unknown>((resolve) => {
      client.on(Events.InteractionCreate, (interaction) => {
        if (interaction.isChatInputCommand()) resolve(interaction.options.getString('resolution'));
      });
    });
    await double.command('votes', { resolution: 'A/77' }, { context: 1 });
    expect(await seen).toBe('A/77');
  });

  it('refuse what a user could not send', async () => {
    await connect(() => says('Hello'));
    const voting = (options: Record<string, string | number>) => double.command('votes', options);
    await expect(voting({ resolution: 'x', nonsense: 1 })).rejects.toThrow(/no option nonsense/);
    await expect(voting({})).rejects.toThrow(/resolution is missing/);
    await expect(voting({ resolution: 5 })).rejects.toThrow(/takes a string/);
    await expect(voting({ resolution: 'x', body: 'ga' })).rejects.toThrow(/not one of the choices/);
    await expect(voting({ resolution: 'x', year: 1900 })).rejects.toThrow(/at least 1945/);
    await expect(double.command('nothing')).rejects.toThrow(/no command nothing/);
    await expect(double.autocomplete('votes', {}, 'year')).rejects.toThrow(/no autocomplete/);
  });

  it('complete an option as it is typed', async () => {
    await connect((data) => {
      const options = isObject(data.data) ? data.data.options : [];
      return { body: { type: 8, data: { choices: [{ name: JSON.stringify(options), value: 'a' }] } } };
    });
    const [choice] = await double.autocomplete('votes', { resolution: '77' }, 'resolution');
    expect(JSON.parse(String(choice?.name))).toEqual([
      { name: 'resolution', type: 3, value: '77', focused: true },
    ]);
    expect(double.violations).toEqual([]);
  });

  it('point at a message from its menu', async () => {
    await connect((data) => says(JSON.stringify(data.data)));
    const reply = await double.messageCommand('Find sources', 'See A/RES/77/230');
    const data = JSON.parse(String(reply.message?.content)) as JsonObject;
    const target = String(data.target_id);
    expect(data).toMatchObject({
      type: 3,
      resolved: { messages: { [target]: { content: 'See A/RES/77/230' } } },
    });
    expect(reply.message?.type).toBe(23);
  });

  it('click on buttons and choose from selects', async () => {
    const page = (n: number, type: number) => ({
      body: {
        type,
        data: {
          ...quiet,
          flags: type === 4 ? 32768 | 64 : 32768,
          components: [
            { type: 17, components: [{ type: 10, content: `Page ${n}` }, { type: 14 }] },
            { type: 1, components: [{ type: 2, style: 1, label: 'Next', custom_id: `page:${n + 1}` }] },
            {
              type: 1,
              components: [{ type: 3, custom_id: 'pick', options: [{ label: 'One', value: '9' }] }],
            },
          ],
        },
      },
    });
    await connect((interaction) => {
      const data = isObject(interaction.data) ? interaction.data : {};
      if (interaction.type === 2) return page(1, 4);
      if (data.custom_id === 'pick') return page(Number((data.values as string[])[0]), 7);
      return page(Number(String(data.custom_id).slice(5)), 7);
    });
    const first = await double.command('votes', { resolution: 'x' });
    if (!first.message) throw new Error('no message');
    expect(schemaProblems('MessageResponseSchema', first.message, 'message')).toEqual([]);
    expect(first.message.flags).toBe(32768 | 64);
    expect(componentsOf(first.message).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7]);

    const second = await double.click(first, 'page:2');
    expect(second.interaction).toMatchObject({
      type: 3,
      data: { custom_id: 'page:2', component_type: 2 },
      message: { id: first.message.id, flags: 32768 | 64 },
    });
    expect(second.message && textOf(second.message)).toBe('Page 2');
    expect(second.message?.id).toBe(first.message.id);
    await expect(double.click(first, 'page:2')).rejects.toThrow(/no component/);
    await expect(double.click(first, 'pick', { values: ['1'] })).rejects.toThrow(/does not offer 1/);
    await expect(double.click(first, 'pick', { user: { id: '5' } })).rejects.toThrow(
      /only the user who asked/,
    );
    const third = await double.click(second, 'pick', { values: ['9'] });
    expect(third.message && textOf(third.message)).toBe('Page 9');
    expect(double.violations).toEqual([]);
  });

  it('carry files', async () => {
    const client = await connect(() => ({
      files: [{ name: 'a.bib', data: Buffer.from('@book{}') }],
      body: {
        type: 4,
        data: { ...quiet, flags: 32768, components: [{ type: 13, file: { url: 'attachment://a.bib' } }] },
      },
    }));
    const { files, message, interaction } = await double.command('about');
    expect(files.map(({ name, data }) => [name, Buffer.from(data).toString()])).toEqual([
      ['a.bib', '@book{}'],
    ]);
    expect(message?.attachments).toMatchObject([{ filename: 'a.bib', size: 7 }]);
    expect(message?.components).toMatchObject([{ name: 'a.bib', size: 7 }]);
    expect(schemaProblems('MessageResponseSchema', message, 'message')).toEqual([]);
    const original = Routes.webhookMessage(APPLICATION, interaction.token, '@original');
    expect(await client.rest.get(original, { auth: false })).toEqual(message);
    expect(double.violations).toEqual([]);
  });

  it('can be deferred, followed up, edited and deleted', async () => {
    const client = await connect(() => ({ body: { type: 5, data: { flags: 64 } } }));
    const asked = double.command('about');
    const callback = () => double.requests.find(({ path }) => path.endsWith('/callback'));
    await expect.poll(callback).toBeDefined();
    const token = String(callback()?.path.split('/')[3]);
    const original = Routes.webhookMessage(APPLICATION, token, '@original');
    await client.rest.patch(original, { body: { content: 'At last', ...quiet }, auth: false });
    const reply = await asked;
    expect(reply.message).toMatchObject({ content: 'At last', flags: 64 });

    const followed = await client.rest.post(Routes.webhook(APPLICATION, token), {
      body: { content: 'And more', ...quiet },
      auth: false,
    });
    expect(double.message((followed as { id: string }).id)?.content).toBe('And more');
    await client.rest.delete(original, { auth: false });
    expect(double.message(String(reply.message?.id))).toBeUndefined();
    expect(await failure(client.rest.get(original, { auth: false }))).toMatchObject({ status: 404 });
  });

  it('are answered once, and only if they exist', async () => {
    const client = await connect(() => says('Hello'));
    const { interaction } = await double.command('about');
    const post = (id: string, token: string, query = '') =>
      client.rest.post(`${Routes.interactionCallback(id, token)}${query}` as `/${string}`, {
        body: says('Again').body,
        auth: false,
      });
    expect(await failure(post(interaction.id, interaction.token))).toMatchObject({
      status: 400,
      code: 40060,
    });
    expect(await failure(post('1', 'unknown'))).toMatchObject({ status: 404, code: 10062 });
  });

  it('are answered in time', async () => {
    const client = await connect(() => null, { answerWithin: 200 });
    const heard = new Promise<JsonObject>((resolve) => {
      onEvent(client, 'INTERACTION_CREATE', resolve);
    });
    await expect(double.command('about')).rejects.toThrow(/no answer to \/about/);
    const late = await heard;
    const route = Routes.interactionCallback(String(late.id), String(late.token));
    const answer = client.rest.post(route, { body: says('Hello').body, auth: false });
    expect(await failure(answer)).toMatchObject({ status: 404, code: 10062 });
  });

  it('give the message back with_response', async () => {
    const client = await connect(() => null);
    const response = new Promise<unknown>((resolve) => {
      onEvent(client, 'INTERACTION_CREATE', (data) => {
        const query = new URLSearchParams({ with_response: 'true' });
        const options = { ...says('Hello'), query, auth: false };
        resolve(client.rest.post(Routes.interactionCallback(String(data.id), String(data.token)), options));
      });
    });
    const { message, interaction } = await double.command('about');
    expect(await response).toMatchObject({
      interaction: { id: interaction.id },
      resource: { type: 4, message },
    });
    expect(schemaProblems('InteractionCallbackResponseSchema', await response, 'response')).toEqual([]);
  });

  it('refuse an invalid answer and say why', async () => {
    const client = await connect(() => null);
    const refused = new Promise<unknown>((resolve) => {
      onEvent(client, 'INTERACTION_CREATE', (data) => {
        const body = { type: 4, data: { content: 'x'.repeat(2001), ...quiet } };
        const route = Routes.interactionCallback(String(data.id), String(data.token));
        client.rest.post(route, { body, auth: false }).catch(resolve);
      });
    });
    await expect(double.command('about')).rejects.toThrow(/2001 characters/);
    expect(await refused).toBeInstanceOf(DiscordAPIError);
    expect(await refused).toMatchObject({ status: 400, code: 50035 });
    expect(double.violations).toContainEqual(expect.stringMatching(/^answer to \/about: content: 2001/));
  });

  it('answer what people write', async () => {
    const client = await connect(
      undefined,
      {},
      GatewayIntentBits.DirectMessages | GatewayIntentBits.GuildMessages,
    );
    onEvent(client, 'MESSAGE_CREATE', (data) => {
      const body = {
        content: `> ${String(data.content)}`,
        message_reference: { message_id: data.id },
        ...quiet,
      };
      client.rest.post(Routes.channelMessages(String(data.channel_id)), { body }).catch(() => {});
    });
    expect((await double.say('Hello', { context: 1 })).content).toBe('> Hello');
    expect((await double.say(`<@${APPLICATION}> Hello`)).content).toBe(`> <@${APPLICATION}> Hello`);
    expect((await double.say('Nothing to you')).content).toBe('>');
    expect(double.sent).toHaveLength(3);
    expect(double.violations).toEqual([]);
  });

  it('tell of an edit by an event of its own', async () => {
    const client = await connect(undefined, {}, GatewayIntentBits.GuildMessages);
    const heard: string[] = [];
    for (const event of ['MESSAGE_CREATE', 'MESSAGE_UPDATE']) {
      onEvent(client, event, ({ id, content }) => heard.push(`${event} ${id} ${content}`));
    }
    const message = double.write(`<@${APPLICATION}> Hello`);
    double.edit(message, `<@!${APPLICATION}> Goodbye`);
    await double.command('about');
    expect(heard).toEqual([
      `MESSAGE_CREATE ${message.id} <@${APPLICATION}> Hello`,
      `MESSAGE_UPDATE ${message.id} <@!${APPLICATION}> Goodbye`,
    ]);
  });

  it('take a reply to what is gone only where it says that it may be, and one message for each nonce', async () => {
    const client = await connect(undefined, {}, GatewayIntentBits.GuildMessages);
    const question = double.write('Hello');
    const send = (body: JsonObject) =>
      client.rest.post(Routes.channelMessages(question.channel_id), { body: { ...body, ...quiet } });
    const reply = { content: 'Hello', nonce: question.id, enforce_nonce: true };
    const first = await send({ ...reply, message_reference: { message_id: question.id } });
    expect(first).toMatchObject({ type: 19, message_reference: { message_id: question.id } });
    expect(await send(reply)).toEqual(first);

    double.remove(question);
    const late = { content: 'Late', message_reference: { message_id: question.id } };
    expect(await failure(send(late))).toMatchObject({ status: 400, code: 50035 });
    late.message_reference = { ...late.message_reference, fail_if_not_exists: false } as never;
    expect(await send(late)).toMatchObject({ type: 0, content: 'Late' });
    expect(double.sent).toHaveLength(2);
    expect(double.violations).toEqual([]);
  });
});

describe('a double that checks nothing', () => {
  const anything = { type: 4, data: { content: 'x'.repeat(5000) } };

  it('takes whatever is answered, to whatever is asked, and says how long it took', async () => {
    await connect(() => ({ body: anything }), { checks: false });
    const reply = await double.command('votes', { resolution: 'A/RES/77/230', body: 'no choice of it' });
    expect(reply.response).toEqual(anything);
    expect(reply.ms).toBeGreaterThan(0);
    expect(await double.completion('votes', { resolution: 'A' }, 'resolution')).toBeGreaterThan(0);
    expect(double.violations).toEqual([]);
  });

  it('keeps nothing', async () => {
    await connect(undefined, { checks: false });
    const { message } = await double.command('about');
    expect(message).toBeNull();
    expect(double.requests).toEqual([]);
  });

  it('takes no second answer', async () => {
    const client = await connect(undefined, { checks: false });
    const { interaction } = await double.command('about');
    const route = Routes.interactionCallback(interaction.id, interaction.token);
    const again = await failure(client.rest.post(route, { body: anything, auth: false }));
    expect(again).toMatchObject({ code: 10062 });
  });
});
