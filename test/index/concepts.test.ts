/** A question read into concepts, by a small lexicon and the tokens of a small text. */
import { describe, expect, test } from 'vitest';
import { type Concept, createConcepts } from '../../src/index/concepts.js';
import { term, terms } from '../../src/index/language.js';
import { createLexicon, lexiconOf } from '../../src/index/lexicon.js';
import { createMeanings, meaningsOf } from '../../src/index/meanings.js';
import { createKnown, createSpeller, vocabularyOf } from '../../src/index/spelling.js';
import { tokensOf } from '../../src/index/tokens.js';

const lexicon = createLexicon(
  lexiconOf({
    variants: [
      ['Uighur', 'Uyghur'],
      ['South Sudan', 'South Sudanese'],
      ['Taiwan', 'Formosa'],
    ],
    related: [
      { say: ['cop', 'boys in blue'], for: ['police'] },
      { say: ['locked up'], for: ['arbitrary arrest'] },
    ],
    subjects: ['arbitrary arrest', 'Falun Gong', 'police brutality', 'moon landing'],
  }),
);
const TEXTS = [
  'The police make an arbitrary arrest',
  'Police and courts',
  'Uyghur camps',
  'A mission in South Sudan',
  'brutality of the courts',
  'counterterrorism',
];
const holders = new Map<string, number>();
for (const text of TEXTS)
  for (const token of new Set(tokensOf(text, lexicon))) holders.set(token, (holders.get(token) ?? 0) + 1);
const meanings = createMeanings(meaningsOf(TEXTS));
const read = createConcepts({
  lexicon,
  meanings,
  spell: createSpeller([createKnown(vocabularyOf(TEXTS)), lexicon.known], meanings.isWord).spell,
  holders,
  total: TEXTS.length,
});
const concepts = (question: string, except: string[] = []): Concept[] =>
  read(question, new Set(except.flatMap((word) => terms(word))));
const only = (question: string, except?: string[]): Concept => {
  const [concept, ...more] = concepts(question, except);
  if (!concept || more.length > 0)
    throw new Error(`“${question}” is ${more.length + (concept ? 1 : 0)} concepts`);
  return concept;
};
const sure = (concept: Concept, word: string) => concept.tokens.get(term(word) ?? '') ?? 0;

describe('a word', () => {
  test('stands for itself, more surely than a saying that stands for it', () => {
    expect(sure(only('courts'), 'court')).toBe(1);
    expect(sure(only('police'), 'police')).toBe(1);
    expect(sure(only('cop'), 'police')).toBeGreaterThan(0);
    expect(sure(only('cop'), 'police')).toBeLessThan(1);
  });

  test('is read as it is meant where it is misspelled', () => {
    const slip = only('arbitraray');
    expect(sure(slip, 'arbitrary')).toBe(1);
    expect(slip.said).toBe('arbitraray');
  });

  test('stands for two that are written as one', () => {
    expect(concepts('counter terrorism').some((c) => sure(c, 'counterterrorism') > 0)).toBe(true);
  });

  test('that nothing knows stands for nothing', () => {
    expect(only('xqzzvk').tokens.size).toBe(0);
  });
});

describe('a name', () => {
  test.each(['Uighur', 'uyghurs', 'UYGHUR'])('is one thing however it is called: %s', (name) => {
    expect([...only(name).tokens.keys()]).toEqual([...only('Uighur').tokens.keys()]);
    expect(only(name).term).toBe('uighur');
  });

  test('of several words is one concept', () => {
    expect(only('South Sudanese').term).toBe('south sudan');
  });

  test('that no text has is a subject that is not there', () => {
    expect(only('Formosa').subject).toBeDefined();
    expect(only('Uyghur').subject).toBeUndefined();
  });
});

describe('a saying', () => {
  test('of several words is read whole', () => {
    expect(sure(only('boys in blue'), 'police')).toBeGreaterThan(0);
    expect(only('locked up').tokens.get(`${term('arbitrary')}+${term('arrest')}`)).toBeGreaterThan(0);
  });
});

describe('a subject', () => {
  test('that no text has is named as it is written', () => {
    expect(only('falun gong').subject).toBe('Falun Gong');
    expect(concepts('the moon landings').map(({ subject }) => subject)).toEqual(['moon landing']);
  });

  test('whose words the texts have, but not together, is one all the same', () => {
    expect(concepts('police brutality').map(({ subject }) => subject)).toEqual(['police brutality']);
  });

  test('that a text has is none', () => {
    expect(concepts('arbitrary arrest').map(({ subject }) => subject)).toEqual([undefined, undefined]);
  });
});

describe('what tells little', () => {
  test('is set aside, and weighs less', () => {
    const [aside] = concepts('courts', ['courts']);
    expect(aside?.aside).toBe(true);
    expect(aside?.weight).toBeLessThan(only('courts').weight);
    expect(only('courts').aside).toBe(false);
  });

  test('is not taken from a name that has more words', () => {
    expect(only('South Sudan', ['south']).aside).toBe(false);
  });

  test('such as what stands nearly everywhere is left out beside what does not', () => {
    const everywhere = new Map(holders).set(term('report') ?? '', TEXTS.length);
    const reading = createConcepts({
      lexicon,
      meanings,
      spell: (w) => w,
      holders: everywhere,
      total: TEXTS.length,
    });
    expect(reading('report on courts', new Set()).map((c) => c.term)).toEqual([term('courts')]);
    expect(reading('report', new Set()).map((c) => c.term)).toEqual([term('report')]);
  });

  test('is a common word, beside a rare one', () => {
    const [police] = concepts('police');
    const [arbitrary] = concepts('arbitrary');
    expect(police?.weight).toBeLessThan(arbitrary?.weight ?? 0);
  });
});

test('no question is no concept', () => {
  expect(concepts('')).toEqual([]);
  expect(concepts('?!')).toEqual([]);
});
