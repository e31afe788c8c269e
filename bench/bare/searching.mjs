/** The least that a bot which searches can do with discord.js and a search library: it names the best record, and says nothing else. */
import { readFileSync } from 'node:fs';
import { Client, Events } from 'discord.js';
import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';

/** Records by their libraries: what each gives is the name of the best for a query, or nothing. As in eval/baselines.ts. */
const LIBRARIES = {
  MiniSearch(records) {
    const index = new MiniSearch({
      idField: 'key',
      fields: ['name', 'aliases', 'text'],
      storeFields: ['name'],
    });
    index.addAll(records);
    return (query) => index.search(query)[0]?.name;
  },
  FlexSearch(records) {
    const index = new Index();
    for (const [at, { name, aliases, text }] of records.entries())
      index.add(at, [name, aliases, text].join('\n'));
    return (query) => records[index.search(query, { limit: 1, suggest: true })[0]]?.name;
  },
};

const best = LIBRARIES[process.env.LIBRARY](JSON.parse(readFileSync(process.env.RECORDS, 'utf8')));
const client = new Client({ intents: [], rest: { api: process.env.DISCORD_API_URL } });
client.on(Events.InteractionCreate, (interaction) => {
  const [typed] = interaction.options.data;
  return interaction.reply(best(String(typed?.value)) ?? 'Nothing found.');
});
await client.login(process.env.DISCORD_TOKEN);
process.on('SIGTERM', () => process.exit(0));
