/** What whoever runs it relies on: limits, other data without a restart, monitoring, and nothing lost under load. */
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Assessment } from '../../src/assessment/schema.js';
import type { DiscordDouble } from '../discord-double/double.js';
import { Bot, leaks, ROOT } from './bot.js';
import { isPrivate, seen, startDouble } from './world.js';

let folder: string;
let double: DiscordDouble;
let bot: Bot;
const FILE = 'chn-2023.json';
const ASKER = { id: '290000000000000777' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-data-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(`${folder}-index`, { recursive: true, force: true });
});

beforeEach(async () => {
  await cp(join(ROOT, 'data', FILE), join(folder, FILE));
  double = await startDouble();
  bot = await Bot.start(double, {
    DATA_DIR: folder,
    INDEX_DIR: `${folder}-index`,
    METRICS_PORT: '0',
    LOG_LEVEL: 'debug',
  });
});
afterEach(async () => {
  await bot.kill();
  await double.close();
  expect(double.violations).toEqual([]);
  expect(leaks(bot, double)).toEqual([]);
});

/** Writes the data with something changed, as an editor does: aside, and then in the place of the old. */
async function change(by: (data: Assessment) => void): Promise<void> {
  const data = JSON.parse(await readFile(join(ROOT, 'data', FILE), 'utf8')) as Assessment;
  by(data);
  await writeFile(join(folder, '.new'), JSON.stringify(data));
  await rename(join(folder, '.new'), join(folder, FILE));
}
const ratingNow = async () =>
  /(?<=^. )\w+(?: \w+)?(?= · )/m.exec(seen(await double.command('indicator', { name: '35' })))?.[0];
const reloaded = (from: number) => bot.logged(({ msg }) => msg === 'other data are in service', from);

async function monitoring(path: string): Promise<{ status: number; text: string }> {
  const { port } = await bot.logged(({ msg }) => msg === 'listening for monitoring');
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, text: await response.text() };
}

describe('one person', () => {
  it('may ask twenty times at once, and is told to wait; others, and what is being typed, are not held up', async () => {
    const place = { user: ASKER };
    const replies = await Promise.all(Array.from({ length: 25 }, () => double.command('about', {}, place)));
    const held = replies.filter((reply) => seen(reply).startsWith('That was a lot in a short time. Wait '));
    expect(held).toHaveLength(5);
    for (const reply of held) expect(isPrivate(reply)).toBe(true);
    expect(await double.autocomplete('indicator', { name: 'ed' }, 'name', place)).not.toEqual([]);
    expect(seen(await double.command('about'))).toContain('What is loaded');
  });
});

describe('other data', () => {
  it('are in service without a restart, and the log says what changed', async () => {
    expect(await ratingNow()).toBe('Very Weak');
    const from = bot.lines.length;
    await change((data) => {
      Object.assign(data.indicators[34] ?? {}, { rating: 'strong', trend: 'increase' });
      data.votes.splice(0, 1);
    });
    const { changes } = await reloaded(from);
    expect(changes).toMatchObject([
      {
        assessment: 'chn-2023',
        ratings: ['35: very-weak to strong'],
        trends: ['35: unchanged to increase'],
        indicators: ['35'],
        votes: [expect.stringMatching(/^S\/RES\//)],
      },
    ]);
    expect(await ratingNow()).toBe('Strong');
  });

  it('are read again on SIGHUP; where nothing changed, nothing happens', async () => {
    const from = bot.lines.length;
    bot.signal('SIGHUP');
    await bot.logged(({ msg }) => msg === 'the data are as they were', from);
    expect(await ratingNow()).toBe('Very Weak');
  });

  it('that are broken leave those before in service, and the log says where', async () => {
    const from = bot.lines.length;
    await change((data) => Object.assign(data.indicators[34] ?? {}, { rating: 'splendid' }));
    const { level, problems } = await bot.logged(
      ({ msg }) => msg.startsWith('the data are not in order'),
      from,
    );
    expect(level).toBe('error');
    expect(JSON.stringify(problems)).toMatch(/indicator.{0,20}35.*expected/);
    expect(await ratingNow()).toBe('Very Weak');
    await change((data) => Object.assign(data.indicators[34] ?? {}, { rating: 'fair' }));
    await reloaded(from);
    expect(await ratingNow()).toBe('Fair');
  });

  it('are taken from a folder that was put in the place of the old one, and from then on from that', async () => {
    const from = bot.lines.length;
    await rename(folder, `${folder}.old`);
    await mkdir(folder);
    await change((data) => Object.assign(data.indicators[34] ?? {}, { rating: 'fair' }));
    await reloaded(from);
    expect(await ratingNow()).toBe('Fair');
    const again = bot.lines.length;
    await change((data) => Object.assign(data.indicators[34] ?? {}, { rating: 'strong' }));
    await reloaded(again);
    await rm(`${folder}.old`, { recursive: true });
    expect(await ratingNow()).toBe('Strong');
  });

  it('bring the commands up to date where their choices are others, and only then', async () => {
    const before = double.registrations;
    const from = bot.lines.length;
    await change((data) => Object.assign(data.indicators[34] ?? {}, { rating: 'strong' }));
    await reloaded(from);
    await bot.logged(({ msg }) => msg === 'commands are registered as they are', from);
    expect(double.registrations).toBe(before);
    const again = bot.lines.length;
    await change((data) => Object.assign(data.areas[0] ?? {}, { name: 'Basics' }));
    await bot.logged(({ msg }) => msg === 'commands registered', again);
    expect(JSON.stringify(double.commands())).toContain('"Basics"');
  });

  it('never mix in an answer, whenever they change', async () => {
    // Each state of the data says the same of itself in two places.
    const states = ['very-weak', 'strong', 'fair'] as const;
    let isOver = false;
    const wrong: string[] = [];
    const asking = (async () => {
      while (!isOver) {
        const text = seen(await double.command('ratings', { area: 'united-nations', private: true }));
        const counted = /^(\d+) Very Weak/m.exec(text)?.[1] ?? '0';
        const listed = [...text.matchAll(/^- ○ Very Weak · /gm)].length;
        if (Number(counted) !== listed) wrong.push(text);
      }
    })();
    for (const rating of [...states, ...states]) {
      const from = bot.lines.length;
      await change((data) => {
        for (const i of data.indicators) if (i.area === 'united-nations') i.rating = rating;
      });
      await reloaded(from);
      // And a file that is broken in between has no effect but its line in the log.
      const broken = bot.lines.length;
      await writeFile(join(folder, FILE), '{"id": "chn-20');
      await bot.logged(({ msg }) => msg.startsWith('the data are not in order'), broken);
    }
    isOver = true;
    await asking;
    expect(wrong).toEqual([]);
  });
});

describe('monitoring', () => {
  it('says that the process is alive, and whether it can answer', async () => {
    expect(await monitoring('/healthz')).toMatchObject({ status: 200 });
    expect(await monitoring('/readyz')).toEqual({
      status: 200,
      text: '{"status":"ready","data":true,"gateway":true,"http":false}',
    });
    // A session that is gone for good is made anew, which asks for the gateway again.
    const hanging = double.fail('GET /gateway/bot', 100, 503);
    double.invalidate(false);
    await vi.waitFor(async () => expect((await monitoring('/readyz')).status).toBe(503), 10_000);
    hanging.remove();
    await vi.waitFor(async () => expect((await monitoring('/readyz')).status).toBe(200), 20_000);
  });

  it('counts what is asked, how it ends, and what goes wrong', async () => {
    await double.command('votes', { resolution: 'S/RES/2613' });
    await double.command('ask', { question: 'What is Indonesia’s rating?' });
    await double.command('about');
    double.fail(/\/callback$/, 1, { status: 404, body: { code: 10062, message: 'Unknown interaction' } });
    double.command('about').catch(() => {});
    await bot.logged(({ msg }) => msg.startsWith('an interaction was over'));
    const { text } = await monitoring('/metrics');
    expect(text).toContain('footnote_interactions_total{command="votes",outcome="not found"} 1');
    expect(text).toContain('footnote_interactions_total{command="about",outcome="found"} 2');
    expect(text).toContain('footnote_declined_questions_total 1');
    expect(text).toContain('footnote_api_errors_total{status="404"} 1');
    expect(text).toMatch(/footnote_answer_seconds_bucket\{le="0\.\d+",command="about"\} \d/);
    expect(text).toMatch(/footnote_build_info\{version="[\d.]+",node="v\d+\.[\d.]+"\} 1/);
    expect(text).toMatch(/^footnote_index_records 1[1-9]\d$/m);
    expect(text).toMatch(/^process_cpu_user_seconds_total /m);
    expect(text).toContain('footnote_gateway_reconnects_total 0');
    double.dropConnection();
    await bot.logged(({ msg }) => msg.endsWith('connecting again'));
    expect((await monitoring('/metrics')).text).toContain('footnote_gateway_reconnects_total 1');
  });
});

describe('under load', () => {
  it('10,000 interactions while the connection drops ten times: each is answered once, or lost by Discord’s rules', async () => {
    const COUNT = 10_000;
    const [AT_ONCE, EVERY] = [40, COUNT / 10];
    let [answered, lost, sent] = [0, 0, 0];
    const worker = async () => {
      while (sent < COUNT) {
        sent++;
        if (sent % EVERY === 0) {
          // While it is connected: a connection that is down cannot drop.
          await double.ready();
          double.dropConnection();
        }
        await double.command('votes', { resolution: '2677' }).then(
          (reply) => {
            if (seen(reply).startsWith('## S/RES/2677')) answered++;
          },
          () => lost++,
        );
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    expect(answered + lost).toBe(COUNT);
    expect(bot.lines.filter(({ msg }) => msg.endsWith('connecting again'))).toHaveLength(10);
    // Those that were under way when the connection dropped come again when it is back: some may be too late by then.
    expect(lost).toBeLessThan(COUNT / 50);
    const ids = double.requests.filter(({ path }) => path.endsWith('/callback')).map(({ path }) => path);
    expect(new Set(ids).size).toBe(ids.length);
  }, 180_000);

  it('nothing that was accepted is lost on SIGTERM', async () => {
    const asked = Array.from({ length: 200 }, () =>
      double.command('treaty', { name: 'iccpr' }).then(
        (reply) => (seen(reply).includes('Signed, not ratified') ? 'answered' : 'wrong'),
        () => 'not taken',
      ),
    );
    await vi.waitFor(() =>
      expect(bot.lines.filter(({ msg }) => msg === 'answered').length).toBeGreaterThan(20),
    );
    const { code } = await bot.end('SIGTERM');
    expect(code).toBe(0);
    await double.close();
    const outcomes = await Promise.all(asked);
    const taken = bot.lines.filter(({ msg }) => msg === 'answered').length;
    expect(outcomes.filter((outcome) => outcome === 'answered')).toHaveLength(taken);
    expect(outcomes).not.toContain('wrong');
  });
});
