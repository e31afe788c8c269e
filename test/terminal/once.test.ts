/** `npm run -s chat -- "/LINE"` and lines piped into the prompt, through the real process. */
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { raw } from '../library.js';
import { run } from '../process/run.js';

const squeezed = (text: string) => text.replace(/\s+/g, ' ');
/** Anything that a terminal would obey: all control characters but the line feed. */
const CONTROL = /(?!\n)\p{Cc}/u;

describe.concurrent('one line', () => {
  test('prints one answer and ends with 0', async () => {
    const { code, stdout, stderr } = await run(['--chat', '/treaty name:iccpr']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^International Covenant on Civil and Political Rights \(ICCPR\)\n/);
    expect(stdout).toContain('has not ratified it so far. [2]');
    expect(stdout).toMatch(/^\[2\] /m);
    expect(stdout).toMatch(/^Assessment: Asia-Pacific Centre/m);
  });

  test('prints all pages of an answer, every statement with its source', async () => {
    const { code, stdout } = await run(['--chat', '/indicator name:violent-extremism']);
    expect(code).toBe(0);
    const words = squeezed(stdout);
    const indicator = raw.indicators.find(({ id }) => id === 'violent-extremism');
    expect(indicator?.statements.length).toBeGreaterThan(10);
    for (const { text, footnotes } of indicator?.statements ?? []) {
      expect(words).toContain(squeezed(text));
      for (const number of footnotes) expect(stdout).toMatch(new RegExp(`^\\[${number}\\] `, 'm'));
    }
  });

  test('is asked where it has no slash, and ends with 0 where the answer is that there is none', async () => {
    const { code, stdout, stderr } = await run(['--chat', 'what about the moons of Jupiter?']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Assessment: /m);
  });

  test('is a message to find sources for, where it begins so', async () => {
    const { code, stdout } = await run(['--chat', 'find sources: They said: no to A/RES/77/230.']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^What the assessment says on this\n/);
    expect(stdout).toContain('A/RES/77/230');
    expect(stdout).not.toContain('They said');
  });

  test('may be given in several words', async () => {
    const { code, stdout } = await run(['--chat', '/treaty', 'name:rome', 'statute']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Rome Statute of the International Criminal Court/);
  });

  test.each([
    ['a command that there is not', '/nonsense', 'There is no command /nonsense'],
    ['an option that there is not', '/treaty nam:iccpr', '/treaty has no option nam'],
  ])('that could not be understood ends with 1, and says why: %s', async (_, line, why) => {
    const { code, stdout, stderr } = await run(['--chat', line]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(squeezed(stdout)).toContain(why);
  });

  test('fits 80 columns and has no colours where the output is no terminal', async () => {
    const { stdout } = await run(['--chat', '/votes'], { env: { FORCE_COLOR: '1', TERM: 'xterm-256color' } });
    expect(stdout).not.toMatch(CONTROL);
    expect(stdout.split('\n').filter((line) => stringWidth(line) > 80 && !/^\S+$/.test(line))).toEqual([]);
  });

  test('never brings control characters to the terminal', async () => {
    const { stdout } = await run(['--chat', '/treaty name:\u001b[31mred\u0007 \u009b2J']);
    expect(stdout).toContain('red');
    expect(stdout).not.toMatch(CONTROL);
  });
});

describe.concurrent('lines piped into the prompt', () => {
  test('are answered in order, and the end of the input ends with 0', async () => {
    const input = '/treaty name:iccpr\n\n/nonsense\n/treaty name:rome statute';
    const { code, stdout, stderr } = await run(['--chat'], { input });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const answers = ['International Covenant', 'There is no command', 'Rome Statute of the'];
    const places = answers.map((answer) => stdout.indexOf(answer));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(stdout).not.toContain('›');
  });

  test('press the buttons under the last answer by their numbers', async () => {
    const { stdout } = await run(['--chat'], { input: '/indicator name:violent-extremism\n!1\n!99\n!1\n' });
    const titles = stdout.split('\n').filter((line) => line.startsWith('15 · '));
    expect(titles.length).toBeGreaterThanOrEqual(3);
    expect(stdout).toContain('[!1] ‹ Previous');
    expect(stdout).toContain('[!1] ‹ Previous');
    expect(stdout).toContain('There is no such button');
  });

  test.each(['quit', '/exit'])('end at %s', async (word) => {
    const { code, stdout } = await run(['--chat'], { input: `${word}\n/treaty name:iccpr\n` });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  });
});
