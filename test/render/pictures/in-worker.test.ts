import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { drawInWorker } from '../../../src/render/pictures/in-worker.js';
import type { PictureName } from '../../../src/render/pictures/job.js';
import { china } from './data.js';

const FAKE = new URL('./fake-worker.js', import.meta.url);
const job = (picture: PictureName) => ({ picture, theme: 'light' as const, assessment: china });
const draw = drawInWorker(FAKE);

describe('a drawing in a worker', () => {
  test('comes back to who asked for it', async () => {
    const drawn = await Promise.all([draw(job('scorecard')), draw(job('scorecard'))]);
    expect(drawn.map(([id]) => id)).toEqual([1, 2]);
  });

  test('shares the worker with those who wait too, and with nobody after them', async () => {
    const [[, first], [, second]] = await Promise.all([draw(job('scorecard')), draw(job('scorecard'))]);
    expect(second).toBe(first);
    const [, third] = await draw(job('scorecard'));
    expect(third).not.toBe(first);
  });

  test('fails alone', async () => {
    const [failed, drawn] = await Promise.allSettled([draw(job('votes')), draw(job('scorecard'))]);
    expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'no ink' } });
    expect(drawn).toMatchObject({ status: 'fulfilled' });
  });

  test('fails with the worker that dies, and the next one gets a new worker', async () => {
    const lost = await Promise.allSettled([draw(job('trends')), draw(job('scorecard'))]);
    for (const each of lost)
      expect(each).toMatchObject({ status: 'rejected', reason: { message: 'the worker broke' } });
    expect(await draw(job('scorecard'))).toHaveLength(2);
  });

  test('fails where there is no worker to start', async () => {
    const nowhere = drawInWorker(new URL('./no-such-worker.js', import.meta.url));
    await expect(nowhere(job('scorecard'))).rejects.toThrow('no-such-worker');
  });

  test('that hangs is given up, and the next one is drawn', async () => {
    const impatient = drawInWorker(FAKE, 300);
    await expect(impatient({ ...job('scorecard'), theme: 'dark' })).rejects.toThrow(
      'the drawing worker ended',
    );
    expect(await impatient(job('scorecard'))).toHaveLength(2);
  });
});

// `npm test` builds first.
const BUILT = new URL('../../../dist/render/pictures/in-worker.js', import.meta.url);

test.skipIf(!existsSync(BUILT))('the worker of the program draws, and does not keep it alive', async () => {
  const program = `
    const assessment = JSON.parse(require('node:fs').readFileSync(process.argv[1], 'utf8'));
    import(process.argv[2])
      .then(({ drawInWorker }) => drawInWorker()({ picture: 'trends', theme: 'dark', assessment }))
      .then((png) => console.log(Buffer.from(png.subarray(1, 4)).toString()));
  `;
  const data = fileURLToPath(new URL('../../../data/chn-2023.json', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', program, data, BUILT.href]);
  expect(stdout).toBe('PNG\n');
});
