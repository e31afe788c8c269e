/** What the figures were taken on. */
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

export interface Machine {
  processor: string;
  cores: number;
  memoryGb: number;
  node: string;
  /** Versions by package. */
  packages: Record<string, string>;
  /** Of the last minute, before anything was measured. */
  load: number;
}

const PACKAGES = ['discord.js', 'minisearch', 'lunr', 'flexsearch', '@orama/orama', 'fuse.js'];

export function machine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: totalmem() / 2 ** 30,
    node: process.version,
    packages: Object.fromEntries(PACKAGES.map((name) => [name, versionOf(name)])),
    load: loadavg()[0] ?? 0,
  };
}

function versionOf(name: string): string {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

export function machineText({ processor, cores, memoryGb, node, packages, load }: Machine): string {
  const versions = Object.entries(packages).map(([name, version]) => `${name} ${version}`);
  return [
    `${processor}, ${cores} cores, ${memoryGb.toFixed(0)} GB; load before: ${load.toFixed(2)}`,
    `Node ${node}, ${versions.join(', ')}`,
  ].join('\n');
}
