import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Job } from '../../../src/render/pictures/job.js';
import { createPictures, type Drawable } from '../../../src/render/pictures/pictures.js';
import { edition } from '../../library.js';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
const { assessment } = edition;
const changed: Drawable = { assessment, stamp: 'other1' };

/** Draws nothing, and says what it was asked for; drawings wait until they are let go. */
function easel() {
  const jobs: Job[] = [];
  const waiting: ((error?: Error) => void)[] = [];
  const logged: unknown[] = [];
  const pictures = createPictures(
    (job) => {
      jobs.push(job);
      return new Promise((resolve, reject) => {
        waiting.push((error) => (error ? reject(error) : resolve(PNG)));
      });
    },
    { error: (...said: unknown[]) => void logged.push(said), debug: () => {} },
  );
  return {
    pictures,
    jobs,
    logged,
    finish: (error?: Error) => waiting.splice(0).forEach((go) => void go(error)),
  };
}

afterEach(() => void vi.useRealTimers());

describe('a picture', () => {
  test('has a name and a description', async () => {
    const { pictures, finish, jobs } = easel();
    const asked = pictures.get('scorecard', 'dark', edition);
    finish();
    expect(await asked).toMatchObject({ name: 'chn-2023-scorecard.png', png: PNG });
    expect((await asked)?.alt).toContain('36 indicators: ');
    expect(jobs[0]).toEqual({ picture: 'scorecard', theme: 'dark', assessment });
  });

  test('is drawn once, and is ready from then on', async () => {
    const { pictures, finish, jobs } = easel();
    expect(pictures.ready('votes', 'light', edition)).toBeUndefined();
    const asked = pictures.get('votes', 'light', edition);
    expect(pictures.ready('votes', 'light', edition)).toBeUndefined();
    finish();
    const picture = await asked;
    expect(pictures.ready('votes', 'light', edition)).toBe(picture);
    expect(await pictures.get('votes', 'light', edition)).toBe(picture);
    expect(jobs.filter(({ theme }) => theme === 'light')).toHaveLength(1);
  });

  test('is shared by those who ask while it is drawn', async () => {
    const { pictures, finish, jobs } = easel();
    const asked = [pictures.get('trends', 'light', edition), pictures.get('trends', 'light', edition)];
    finish();
    const [one, other] = await Promise.all(asked);
    expect(one).toBeDefined();
    expect(other).toBe(one);
    expect(jobs.filter(({ theme }) => theme === 'light')).toHaveLength(1);
  });

  test('is drawn on the other ground as well, behind it', async () => {
    const { pictures, finish, jobs } = easel();
    const asked = pictures.get('trends', 'dark', edition);
    expect(jobs.map(({ theme }) => theme)).toEqual(['dark', 'light']);
    finish();
    await asked;
    expect(await pictures.get('trends', 'light', edition)).toBeDefined();
    expect(jobs).toHaveLength(2);
  });

  test('is drawn again when the data change, and the old one is given up', async () => {
    const { pictures, finish, jobs } = easel();
    const before = pictures.get('trends', 'light', edition);
    const after = pictures.get('trends', 'light', changed);
    finish();
    await Promise.all([before, after]);
    expect(jobs.filter(({ theme }) => theme === 'light')).toHaveLength(2);
    expect(pictures.ready('trends', 'light', changed)).toBe(await after);
    expect(pictures.ready('trends', 'light', edition)).toBeUndefined();
  });

  test('that could not be drawn is logged, and may be asked for again', async () => {
    const { pictures, finish, jobs, logged } = easel();
    const failed = pictures.get('votes', 'dark', edition);
    const err = new Error('no ink');
    finish(err);
    expect(await failed).toBeUndefined();
    expect(logged[0]).toEqual([
      { err, picture: 'votes', theme: 'dark', assessment: 'chn-2023' },
      'a picture could not be drawn',
    ]);
    // Not at once: what failed would fail again, for everyone who asks.
    expect(await pictures.get('votes', 'dark', edition)).toBeUndefined();
    vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ['Date'] });
    const again = pictures.get('votes', 'dark', edition);
    finish();
    expect(await again).toMatchObject({ name: 'chn-2023-votes.png' });
    expect(jobs.filter(({ theme }) => theme === 'dark')).toHaveLength(2);
  });

  test('is left out where too many wait to be drawn, and drawn when they are', async () => {
    const { pictures, finish, jobs } = easel();
    const many = Array.from({ length: 20 }, (_, i): Drawable => ({ assessment, stamp: `of ${i}` }));
    const [last] = many.slice(-1) as [Drawable];
    const asked = many.map((one) => pictures.get('votes', 'dark', one));
    expect(jobs).toHaveLength(12);
    // Who asks for one that is being drawn waits for it all the same.
    const shared = pictures.get('votes', 'dark', many[0] as Drawable);
    expect(await pictures.get('votes', 'dark', last)).toBeUndefined();
    finish();
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(9);
    expect(await shared).toBeDefined();
    const again = pictures.get('votes', 'dark', last);
    finish();
    expect(await again).toBeDefined();
  });
});
