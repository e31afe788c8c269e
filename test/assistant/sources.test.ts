/** Questions on where the report has something from. */
import { describe, expect, test } from 'vitest';
import { workProblems, worksInFile } from '../commands/true-to-footnotes.js';
import { raw } from '../library.js';
import { told } from './told.js';

const footnotesIn = (question: string) =>
  told(question)
    .evidence.flatMap((id) => /^footnote:(\d+)$/.exec(id)?.[1] ?? [])
    .map(Number);

describe('the source of a claim', () => {
  test.each([
    ['who says China is 179th in press freedom?', 24],
    ['source for 179th in press freedom', 24],
    ['link for the refugee claim', 22],
    ['which footnote on late treaty reports?', 7],
    ['where does the claim about overseas police stations come from?', 27],
    ['what is the source for the leaked lethal aid documents?', 39],
    ['Who says Mandarin is enforced?', 28],
    ['which source backs the 2,273 peacekeepers?', 47],
  ])('asked for as in “%s” is the footnote behind it, with the statement', (question, footnote) => {
    const answer = told(question);
    expect(answer.found).toBe(true);
    expect(answer.evidence[0]).toBe(`footnote:${footnote}`);
    expect(answer.sources).toContain(footnote);
    expect(answer.evidence.some((id) => id.startsWith('indicator:'))).toBe(true);
  });
});

describe('a footnote asked for by its number', () => {
  test.each(raw.footnotes.map(({ number }) => number))('is shown with all that it cites: %i', (number) => {
    const answer = told(`what is footnote ${number}?`);
    expect(answer.found).toBe(true);
    expect(answer.evidence[0]).toBe(`footnote:${number}`);
    const lines = answer.lines.map((line) => ({
      ...line,
      links: answer.lines.flatMap(({ links }) => links),
      text: answer.text,
    }));
    expect(lines[0] && workProblems(number, lines[0])).toEqual([]);
    for (const { URL: url } of worksInFile(number)) {
      if (url) expect(answer.lines.flatMap(({ links }) => links.map(({ target }) => target))).toContain(url);
    }
  });

  test.each([
    ['footnotes 24, 43 and 45', [24, 43, 45]],
    ['show me notes 3 & 8', [3, 8]],
    ['what do footnotes 35, 36 and 37 say', [35, 36, 37]],
  ])('is shown with the others that are named: %s', (question, numbers) => {
    expect(footnotesIn(question)).toEqual(numbers);
  });

  test.each([
    [23, 5],
    [18, 15],
    [21, 5],
    [22, 10],
  ])('and has a short form is shown with the one that has it in full: %i, %i', (number, full) => {
    const answer = told(`footnote ${number}`);
    expect(footnotesIn(`footnote ${number}`)).toEqual([number, full]);
    expect(answer.text).toContain(`given in full in footnote ${full}`);
  });
});

test('two works that fit as well are both shown', () => {
  expect(footnotesIn('the two USIP papers on Myanmar')).toEqual([35, 36]);
});

test('a mark as answers show it is a footnote, and no resolution', () => {
  expect(footnotesIn('[24]')).toEqual([24]);
});

describe('a work asked for by its author', () => {
  test.each([
    ['which footnote cites Reporters Without Borders?', 24],
    ['what is the source by Maizland?', 13],
    ['link to the SIPRI paper', 43],
    ['which article by Rosemary Foot is cited?', 45],
    ['is the Washington Post cited?', 39],
    ['which Brookings piece is used?', 44],
    ['which footnote is the press freedom index?', 24],
  ])('as in “%s” is the footnote that has it', (question, footnote) => {
    expect(footnotesIn(question)[0]).toBe(footnote);
  });
});

describe('sources asked for by what they are', () => {
  test.each([
    ['which works by Freedom House are cited', [5, 10, 23, 28]],
    ['articles by Maizland', [13, 14]],
    ['what did Reporters Without Borders publish', [24]],
    ['which sources are undated', [7, 8, 40]],
    ['which footnotes have no source', [2, 4, 25]],
  ])('are listed: %s', (question, numbers) => {
    expect(sorted(footnotesIn(question))).toEqual(numbers);
  });

  test('are all those of an indicator', () => {
    expect(footnotesIn('footnotes of indicator 21')).toEqual(expect.arrayContaining([28, 29]));
  });
});

test('articles of a paper are those of every footnote that has one', () => {
  expect(footnotesIn('al jazeera articles')).toEqual(expect.arrayContaining([14, 27]));
});

test('whether something is so is answered by what the report says, not by a title that has the words', () => {
  const answer = told('does china repress uyghurs in xinjiang');
  expect(answer.evidence[0]).toMatch(/^indicator:/);
});

test('what the report says without a footnote gets none, but the assessment itself', () => {
  const answer = told('cite the claim about Xi’s third term');
  expect(answer.found).toBe(true);
  expect(answer.sources).toEqual([]);
  expect(answer.text).toContain('third term');
  expect(answer.text).toContain('no footnote for that');
});

const sorted = (all: readonly number[]) => [...all].sort((a, b) => a - b);
