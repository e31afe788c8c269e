import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drawInProcess } from '../../../src/render/pictures/in-process.js';
import type { PictureName } from '../../../src/render/pictures/job.js';
import { china } from './data.js';

const FAKE = new URL('./fake-worker.js', import.meta.url);
const job = (picture: PictureName) => ({ picture, theme: 'light' as const, assessment: china });
const draw = drawInProcess(FAKE);
/** Which job it was, and which process did it. */
const said = (png: Uint8Array) => {
  const [id, pid] = Buffer.from(png).toString().split(' ');
  return { id, pid };
};

describe('a drawing in a process of its own', () => {
  test('comes back to who asked for it', async () => {
    const drawn = await Promise.all([draw(job('scorecard')), draw(job('scorecard'))]);
    expect(drawn.map((png) => said(png).id)).toEqual(['1', '2']);
  });

  test('shares the worker with those who wait too, and with nobody after them', async () => {
    const [first, second] = await Promise.all([draw(job('scorecard')), draw(job('scorecard'))]);
    expect(said(second).pid).toBe(said(first).pid);
    const third = await draw(job('scorecard'));
    expect(said(third).pid).not.toBe(said(first).pid);
  });

  test('fails alone', async () => {
    const [failed, drawn] = await Promise.allSettled([draw(job('votes')), draw(job('scorecard'))]);
    expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'no ink' } });
    expect(drawn).toMatchObject({ status: 'fulfilled' });
  });

  test('fails with the worker that dies, and the next one gets a new worker', async () => {
    const lost = await Promise.allSettled([draw(job('trends')), draw(job('scorecard'))]);
    for (const each of lost)
      expect(each).toMatchObject({
        status: 'rejected',
        reason: { message: 'the drawing process ended with 3' },
      });
    expect(said(await draw(job('scorecard'))).pid).toBeTruthy();
  });

  test('fails where there is no worker to start', async () => {
    const nowhere = drawInProcess(new URL('./no-such-worker.js', import.meta.url));
    await expect(nowhere(job('scorecard'))).rejects.toThrow('the drawing process ended with 1');
  });

  test('that hangs is given up, and the next one is drawn', async () => {
    const impatient = drawInProcess(FAKE, 300);
    await expect(impatient({ ...job('scorecard'), theme: 'dark' })).rejects.toThrow(
      'the drawing process ended with SIGKILL',
    );
    expect(said(await impatient(job('scorecard'))).pid).toBeTruthy();
  });
});

// `npm test` builds first.
const BUILT = new URL('../../../dist/draw.js', import.meta.url);

test.skipIf(!existsSync(BUILT))('the worker of the program draws', async () => {
  const png = await drawInProcess(BUILT)({ picture: 'trends', theme: 'dark', assessment: china });
  expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG');
});
