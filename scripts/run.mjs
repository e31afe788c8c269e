/**
 * `node scripts/run.mjs FILE [arguments]`: runs the `main` of a TypeScript file as it stands, through Vite, as vitest runs the
 * tests: Node 20 does not read TypeScript.
 */
import { pathToFileURL } from 'node:url';
import { runnerImport } from 'vite';

const [file, ...args] = process.argv.slice(2);
const { module } = await runnerImport(pathToFileURL(file).pathname, { configFile: false, logLevel: 'error' });
process.exitCode = await module.main(args);
