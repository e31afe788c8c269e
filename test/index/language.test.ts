import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, plain, terms, words } from '../../src/index/language.js';
import { createLexicon, lexiconOf } from '../../src/index/lexicon.js';
import { createKnown, createSpeller, vocabularyOf } from '../../src/index/spelling.js';

describe('words', () => {
  test.each([
    ['Women’s Law', ['women', 'law']],
    ["states' rights", ['states', 'rights']],
    ['counter-terrorism/extremism', ['counter', 'terrorism', 'extremism']],
    ['U.N. and U.S Department', ['un', 'and', 'us', 'department']],
    ['2,273 of 1,000,000; 1,2', ['2273', 'of', '1000000', '1', '2']],
    ['Ｒ２Ｐ', ['r2p']],
    ['Xīn­jiāng', ['xinjiang']],
    ['F. Rule of law', ['f', 'rule', 'of', 'law']],
    ['', []],
    ['—', []],
  ])('of “%s”', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('are their own words, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(words(plain(text))).toEqual(words(text));
      }),
    );
  });
});

describe('terms', () => {
  test.each([
    ['organised', 'organized'],
    ['organisations', 'organization'],
    ['criminalising', 'criminalize'],
    ['labour', 'labor'],
    ['behaviours', 'behavior'],
    ['defences', 'defense'],
    ['centre', 'center'],
    ['programmes', 'program'],
    ['dialogue', 'dialog'],
    ['refugees', 'refugee'],
    ['terrorists', 'terrorism'],
    ['policies', 'policy'],
    ['ratified', 'ratifying'],
  ])('%s is %s', (a, b) => {
    expect(terms(a)).toEqual(terms(b));
  });

  test.each([
    ['internment', 'international'],
    ['university', 'universal'],
    ['authorities', 'author'],
    ['organ', 'organisation'],
    ['communist', 'community'],
    ['against', 'again'],
  ])('%s is not %s', (a, b) => {
    expect(terms(a)).not.toEqual(terms(b));
  });

  test('leave out stop words and what people put around a question, but no position', () => {
    expect(terms('What does the report say about it, please?')).toEqual(['report']);
    expect(terms('yes no not against without')).toEqual(['ye', 'no', 'not', 'against', 'without']);
  });

  test('leave out symbols and the numbers that count pages', () => {
    expect(terms('S/RES/2612, A/HRC/RES/51/28 (77/230) and 48 of 2022')).toEqual(['2022']);
  });
});

describe('a lexicon', () => {
  const lexicon = createLexicon(
    lexiconOf({
      variants: [
        ['North Korea', 'DPRK', 'Democratic People’s Republic of Korea'],
        ['Sudan', 'Sudanese'],
        ['South Sudan', 'South Sudanese'],
      ],
    }),
  );
  const read = (text: string) => lexicon.read(terms(text));

  test('reads every name of a thing as the first', () => {
    expect(read('the DPRK’s borders')).toEqual(['north korea', 'border']);
    expect(read('Democratic People’s Republic of Korea')).toEqual(['north korea']);
  });

  test('reads the longest name, and names only whole', () => {
    expect(read('Sudan, South Sudan')).toEqual(['sudan', 'south sudan']);
    expect(read('the south of Korea')).toEqual(['south', 'korea']);
  });

  test('knows the other names of a name, and none of another word', () => {
    expect(lexicon.names('north korea')).toEqual(['north korea', 'dprk', 'democrat peopl republ korea']);
    expect(lexicon.names('korea')).toEqual([]);
  });
});

describe('a speller', () => {
  const { spell, spellUnfinished } = createSpeller([
    createKnown(vocabularyOf(['Xinjiang, terrorism and terrorist; missions missions mission'])),
  ]);

  test.each([
    ['xinjang', 'xinjiang'],
    ['xinijang', 'xinjiang'],
    ['terorrism', 'terrorism'],
    ['terrorists', 'terrorists'],
    ['missons', 'missions'],
    ['emissions', 'emissions'],
    ['xinj', 'xinj'],
    ['mision1', 'mision1'],
    ['kangaroo', 'kangaroo'],
  ])('reads %s as %s', (typed, meant) => {
    expect(spell(typed)).toBe(meant);
  });

  test('leaves a word that is still being typed', () => {
    expect(spell('xinjian')).toBe('xinjiang');
    expect(spellUnfinished('xinjian')).toBe('xinjian');
    expect(spellUnfinished('xinjang')).toBe('xinjiang');
  });
});
