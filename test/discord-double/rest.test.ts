import { Routes } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/adapters/playground/discord/json.js';
import { schemaProblems } from '../../src/adapters/playground/discord/schema.js';
import type { DiscordDouble, DoubleOptions } from './double.js';
import { APPLICATION, COMMANDS, failure, GUILD, Rig, says, TOKEN } from './rig.js';

let rig: Rig;
let double: DiscordDouble;

afterEach(() => rig.stop());

async function start(options: Partial<DoubleOptions> = {}): Promise<void> {
  rig = await Rig.start(options);
  double = rig.double;
}

describe('REST', () => {
  it('registers commands and gives them back as Discord does', async () => {
    await start({ commands: [] });
    const { rest } = rig.makeClient();
    rest.setToken(TOKEN);
    const put = () => rest.put(Routes.applicationCommands(APPLICATION), { body: COMMANDS });
    const [votes, , find] = (await put()) as JsonObject[];
    expect(votes).toMatchObject({
      application_id: APPLICATION,
      type: 1,
      name_localizations: null,
      default_member_permissions: null,
      nsfw: false,
      dm_permission: true,
      contexts: [0, 1, 2],
      integration_types: [0, 1],
    });
    const options = votes?.options as JsonObject[];
    expect(options.map(({ name }) => name)).toEqual(['resolution', 'year', 'private', 'body']);
    expect(options.map(({ required }) => required)).toEqual([true, undefined, undefined, undefined]);
    expect(options[3]?.choices).toEqual([{ name: 'Council', name_localizations: null, value: 'sc' }]);
    expect(find).toMatchObject({ type: 3, description: '' });
    for (const command of double.commands()) {
      expect(schemaProblems('ApplicationCommandResponseSchema', command, 'command')).toEqual([]);
    }

    const before = double.commands().map(({ id, version }) => [id, version]);
    await put();
    expect(double.commands().map(({ id, version }) => [id, version])).toEqual(before);
    expect(double.registrations).toBe(2);

    const route = Routes.applicationCommands(APPLICATION);
    const [short] = (await rest.get(route)) as JsonObject[];
    expect(JSON.stringify(short)).not.toContain('_localizations');
    const [whole] = (await rest.get(`${route}?with_localizations=true`)) as JsonObject[];
    expect(whole).toEqual(double.commands()[0]);
  });

  it('keeps the commands of a server apart', async () => {
    await start({ commands: [] });
    const { rest } = rig.makeClient();
    rest.setToken(TOKEN);
    const route = Routes.applicationGuildCommands(APPLICATION, GUILD);
    await rest.post(route, { body: { name: 'here', description: 'Only here' } });
    await rest.post(route, { body: { name: 'here', description: 'Changed' } });
    expect(double.commands()).toEqual([]);
    expect(double.commands(GUILD)).toHaveLength(1);
    expect(double.commands(GUILD)[0]).toMatchObject({ guild_id: GUILD, description: 'Changed' });
    expect(double.commands(GUILD)[0]).not.toHaveProperty('contexts');
    const refused = await failure(rest.put(route, { body: COMMANDS }));
    expect(refused).toMatchObject({ status: 400, code: 50035 });
    expect(double.violations[0]).toMatch(/integration_types: only allowed on global commands/);
  });

  it('wants the right token, and knows who it is', async () => {
    await start({ commands: [] });
    const { rest } = rig.makeClient();
    rest.setToken('wrong');
    expect(await failure(rest.get(Routes.user()))).toMatchObject({ status: 401, code: 0 });
    rest.setToken(TOKEN);
    expect(await rest.get(Routes.user())).toMatchObject({ id: APPLICATION, bot: true });
    expect(await rest.get(Routes.currentApplication())).toMatchObject({ id: APPLICATION });
    expect(await rest.get(Routes.oauth2CurrentApplication())).toMatchObject({ id: APPLICATION });
    expect(await rest.get(Routes.gateway())).toMatchObject({ url: double.gateway.url });
    expect(double.violations).toEqual([]);
    expect(await failure(rest.get('/nowhere'))).toMatchObject({ status: 404 });
    expect(double.violations).toEqual(['GET /nowhere: the double knows no such route']);
  });

  it('fails on demand, and says how long to wait', async () => {
    await start();
    const client = await rig.connect(() => says('Here'));
    const limited = double.fail('/callback', 1, 429);
    expect((await double.command('about')).response.data?.content).toBe('Here');
    expect(limited.hits).toBe(1);
    const broken = double.fail(/^POST .*callback$/, 1, 500);
    expect((await double.command('about')).message?.content).toBe('Here');
    expect(broken.hits).toBe(1);
    const dropped = double.fail(({ method }) => method === 'GET', 1, 'drop');
    await failure(client.rest.get(Routes.user()));
    expect(dropped.hits).toBe(1);
    const hanging = double.fail('GET /users/@me', 1, 'hang');
    const signal = AbortSignal.timeout(100);
    expect(await failure(client.rest.get(Routes.user(), { signal }))).toMatchObject({ name: 'AbortError' });
    expect(hanging.hits).toBe(1);
    expect(double.requests.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(4);
    expect(double.violations).toEqual([]);
  });
});
