import { describe, expect, it } from 'vitest';
import type { OptionValues } from '../discord-double/options.js';
import { data, expectCited, isPrivate, pagesOf, seen, sources, world } from './world.js';

const the = world();

async function ask(command: string, options: OptionValues = {}): Promise<string> {
  const text = seen(await the.double.command(command, options));
  expectCited(text);
  return text;
}

/** The indicators that a list has, in its order. */
const numbers = (text: string) =>
  [...text.matchAll(/^- .*? · (\d+) · /gm)].map(([, number]) => Number(number));

describe('/indicator', () => {
  it('gives rating, trend and notes, each with the footnote that supports it', async () => {
    const text = await ask('indicator', { name: 'education' });
    expect(text).toContain('## 21 · An education system that reflects diversity and inclusiveness');
    expect(text).toMatch(/^◔ Weak · → Unchanged since 2022/m);
    expect(text).toMatch(
      /enforce Mandarin as China’s only language.* \[\[28\]\]\(https:\/\/freedomhouse\.org/,
    );
    expect(text).toMatch(/Academic freedom in China no longer exists.* \[\[29\]\]\(https:\/\/www\.hrw\.org/);
    expect(text).not.toMatch(/police station/i);
    expect(sources(text)).toEqual([28, 29]);
  });

  it('gives in full the work that a footnote only names in short, with the section of its own', async () => {
    const text = await ask('indicator', { name: 'police stations' });
    expect(text).toContain('## 20 ·');
    expect(text).toMatch(/^◔ Weak · ↓ Decrease since 2022/m);
    expect(text).toMatch(
      /^-# \[26\] U\.S Department of State, 2023\. .*\]\(https:\/\/www\.state\.gov\/.*‘Section 1\. Respect for/m,
    );
  });

  it('says where the UN record differs, beside what the report says', async () => {
    const text = await ask('indicator', { name: '12' });
    expect(text).toMatch(
      /^> The report says that a UN Special Rapporteur .* UN record: The visitor was the High Commi/m,
    );
  });

  it('takes every number that there is, and says so of one that there is not', async () => {
    for (const { number, label } of data.indicators) {
      const first = await the.double.command('indicator', { name: String(number) });
      expect(seen(first)).toContain(`## ${number} · ${label}`);
      for (const page of await pagesOf(the.double, first)) expectCited(seen(page));
    }
    expect(await ask('indicator', { name: '37' })).toMatch(/No such indicator.*from 1 to 36/s);
  });
});

describe('/ratings and /trends', () => {
  it('shows the scoreboard with its counts', async () => {
    const first = await the.double.command('ratings');
    const text = (await pagesOf(the.double, first)).map(seen).join('\n');
    expect(text).toContain('16 Very Weak, 12 Weak, 6 Fair and 2 Strong');
    for (const { number, label } of data.indicators) expect(text).toContain(` · ${number} · ${label}`);
    for (const { name } of data.areas) expect(text).toContain(`### ${name}`);
  });

  it('filters by area, rating and trend', async () => {
    const strong = await ask('ratings', { rating: 'strong' });
    expect(numbers(strong)).toEqual([11, 33]);
    const fallen = await ask('ratings', { area: 'domestic-implementation', trend: 'decrease' });
    expect(numbers(fallen)).toEqual([20]);
    const none = await ask('ratings', { rating: 'strong', trend: 'decrease' });
    expect(none).toContain('None of the 36 indicators fits all of that');
  });

  it('says what changed, and by how much the index did', async () => {
    const text = await ask('trends');
    expect(text).toContain('index score is one point lower than in 2022');
    expect(numbers(text)).toEqual([10, 20]);
    expect(text).toContain('Unchanged: 34 of 36');
  });
});

describe('/votes', () => {
  it('does not put a neighbour in the place of a resolution that the report does not list', async () => {
    const text = await ask('votes', { resolution: 'S/RES/2613' });
    expect(text).toContain('S/RES/2613 is not in this assessment');
    expect(text).toContain('27 resolutions from 2021 to 2023: 7 of the Security Council');
    expect(text).not.toContain('2612');
  });

  it('lists the votes on a topic in a year with their footnotes', async () => {
    const text = await ask('votes', { topic: 'Syria', year: '2022' });
    const symbols = [...text.matchAll(/^- (\S+) \(2022\) — ✕ (no|against) — /gm)].map(([, symbol]) => symbol);
    expect(symbols).toEqual(['A/RES/77/230', 'A/HRC/RES/49/27', 'A/HRC/RES/50/19', 'A/HRC/RES/51/26']);
    expect(sources(text)).toEqual([33, 34]);
    expect(text).toContain('yes 0, no 4 and abstained 0');
  });

  it('keeps the vote in the report, and shows the other one in the UN record beside it', async () => {
    const text = await ask('votes', { resolution: 'S/RES/2677' });
    expect(text).toContain('China, in the report: yes [[32]](');
    expect(text).toMatch(
      /^> The report prints “yes”.*UN record: China abstained.*adopted on 15 March 2023.*SC\/15227\]\(https:\/\/press\.un\.org/m,
    );
  });

  it.each(['a/res/77/230', 'UNGA resolution 77/230', 'A/RES/77/230'])(
    'reads the symbol %s',
    async (symbol) => {
      const text = await ask('votes', { resolution: symbol });
      expect(text).toContain('## A/RES/77/230');
      expect(text).toMatch(/in the report: no \[\[33\]\]/);
    },
  );

  it('counts what was adopted without a vote as nobody’s yes', async () => {
    const text = await ask('votes', { position: 'without-vote' });
    expect(text).toContain('In the report: adopted without a vote 9.');
    const all = await ask('votes');
    expect(all).toContain('yes 3, no 10 and abstained 5. Apart from these, 9 adopted without a vote');
    const one = await ask('votes', { resolution: 'A/HRC/RES/48/19' });
    expect(one).toMatch(/in the report’s words “adopted by consensus”.*nobody’s yes/);
  });

  it('lists all 27 by body, and filters by body and position', async () => {
    const pages = await pagesOf(the.double, await the.double.command('votes'));
    const rows = pages.map(seen).join('\n');
    for (const { resolution } of data.votes) expect(rows.split(`\n- ${resolution} (`)).toHaveLength(2);
    const council = await ask('votes', { body: 'security-council', position: 'yes' });
    expect(council.match(/^- S\/RES\/\d+/gm)).toEqual(['- S/RES/2612', '- S/RES/2666', '- S/RES/2677']);
    expect(council).toMatch(/S\/RES\/2677 .*UN record: abstained/);
  });
});

describe('/treaty', () => {
  it('shows the accession that the report does not know of', async () => {
    const text = await ask('treaty', { name: 'att' });
    expect(text).toContain('## Arms Trade Treaty (ATT)\nNot ratified, says the report');
    expect(text).toMatch(
      /^> The report says .*instrument of accession on 6 July 2020.*Global Times, July 2020\]\(https:/m,
    );
    expect(sources(text)).toEqual([1]);
  });

  it('says of a late report no more than that it is late', async () => {
    const text = await ask('treaty', { name: 'convention against torture' });
    expect(text).toContain('does not speak of ratification');
    expect(sources(text)).toEqual([7]);
  });

  it('shows all six without a name', async () => {
    const text = await ask('treaty');
    for (const { name } of data.treaties) expect(text).toContain(name);
  });

  it('says of another treaty that the assessment says nothing on it', async () => {
    const text = await ask('treaty', { name: 'Ottawa Treaty' });
    expect(text).toContain('says nothing about a treaty called “Ottawa Treaty”');
  });
});

describe('/cite', () => {
  it('gives the work of a footnote to paste', async () => {
    const text = await ask('cite', { footnote: '24' });
    expect(text).toContain('## Footnote 24\nUnder 19 ·');
    expect(text).toContain('- Reporters Without Borders, 2023. China. <https://rsf.org/en/country/china>');
  });

  it.each(['[24]', 'fn 24', 'reporters without borders'])('finds it as %s', async (typed) => {
    expect(await ask('cite', { footnote: typed })).toContain('## Footnote 24');
  });

  it('gives every footnote of the report', async () => {
    for (const { number } of data.footnotes) {
      expect(await ask('cite', { footnote: String(number) })).toContain(`## Footnote ${number}\n`);
    }
    expect(await ask('cite', { footnote: '49' })).toContain('They run from 1 to 48');
  });
});

describe('/search and /ask', () => {
  it('finds by another spelling, and sets apart the words that it met', async () => {
    const reply = await the.double.command('search', { query: 'uygur camps' });
    const text = seen(reply);
    expectCited(text);
    expect(text).toContain('### Indicator 15 · Countering and preventing violent extremism');
    expect(text).toMatch(/camps to re-educate and assimilate the Uighur population.*\[13\]/);
    expect(isPrivate(reply)).toBe(true);
  });

  it('searches in one kind alone', async () => {
    const text = await ask('search', { query: 'Freedom House', in: 'footnote' });
    expect([...text.matchAll(/^### (\w+)/gm)].map(([, kind]) => kind)).toContain('Footnote');
    expect(text).not.toContain('### Indicator');
  });

  it('answers a question from the assessment alone', async () => {
    const text = await ask('ask', { question: 'How did China vote on A/RES/77/230?' });
    expect(text).toMatch(/A\/RES\/77\/230[\s\S]*\bno\b.*\[33\]/);
  });

  it('does not answer on a resolution that is not there', async () => {
    for (const text of [
      await ask('ask', { question: 'How did China vote on S/RES/2613?' }),
      await ask('search', { query: 'S/RES/2613' }),
    ]) {
      expect(text).toContain('S/RES/2613 is not in this assessment');
      expect(text).not.toContain('2612');
    }
  });
});

it('/about says what is loaded, who assessed, and what it keeps of you', async () => {
  const text = await ask('about');
  expect(text).toContain('36 indicators, 48 footnotes, 27 UN votes, 6 treaties');
  expect(text).toContain('writes nothing of what you ask anywhere');
  for (const { name } of the.double.commands().filter(({ type }) => type === 1)) {
    expect(text).toContain(`/${name} — `);
  }
  expect(text).toMatch(/^- Find sources, in the Apps menu of a message — /m);
  expect(text).not.toContain('/Find');
  expect(text).toMatch(/^- @Footnote and a question — /m);
  expect(text).toContain('reads only the messages that mention it or are sent to it directly');
});

it('says nothing of what was asked, or by whom, in its log', async () => {
  await ask('search', { query: 'zanzibarbecue' });
  await the.bot.logged(({ command }) => command === 'search');
  expect(the.bot.stderr).not.toContain('zanzibarbecue');
  expect(the.bot.stderr).not.toContain('190000000000000001');
  expect(the.bot.stdout).toBe('');
  expect(the.bot.sentences).toEqual([]);
});
