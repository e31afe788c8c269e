/** The least that a bot can do with discord.js: every command gets one fixed line, every completion one fixed choice. */
import { Client, Events } from 'discord.js';

const client = new Client({ intents: [], rest: { api: process.env.DISCORD_API_URL } });
client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isAutocomplete()) return interaction.respond([{ name: 'A choice', value: 'choice' }]);
  return interaction.reply('One fixed line.');
});
await client.login(process.env.DISCORD_TOKEN);
process.on('SIGTERM', () => process.exit(0));
