/** The least that a bot which searches can do with discord.js and MiniSearch: it names the best record, and says nothing else. */
import { readFileSync } from 'node:fs';
import { Client, Events } from 'discord.js';
import MiniSearch from 'minisearch';

const index = new MiniSearch({
  idField: 'key',
  fields: ['name', 'aliases', 'text'],
  storeFields: ['name'],
});
index.addAll(JSON.parse(readFileSync(process.env.RECORDS, 'utf8')));

const client = new Client({ intents: [], rest: { api: process.env.DISCORD_API_URL } });
client.on(Events.InteractionCreate, (interaction) => {
  const [typed] = interaction.options.data;
  const [best] = index.search(String(typed?.value));
  return interaction.reply(best ? best.name : 'Nothing found.');
});
await client.login(process.env.DISCORD_TOKEN);
process.on('SIGTERM', () => process.exit(0));
