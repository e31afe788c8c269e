/** Runs main.ts as it stands, through Vite, as vitest runs the tests: Node 20 does not read TypeScript. */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const file = fileURLToPath(new URL('main.ts', import.meta.url));
const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' });
process.exitCode = module.main(process.argv.slice(2));
