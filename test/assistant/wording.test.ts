/** However it is put, the same question gets the same answer. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { told } from './told.js';

/** What is answered, without the words set in bold. */
const answerTo = (question: string) => {
  const { found, evidence, sources, text } = told(question);
  return { question: '', found, evidence, sources, text };
};

describe.each<[what: string, questions: string[]]>([
  [
    'capitals and marks',
    ['How is press freedom rated?', 'HOW IS PRESS FREEDOM RATED', 'how is press freedom rated???'],
  ],
  [
    'greetings and thanks',
    [
      'How is press freedom rated?',
      'hello, how is press freedom rated?',
      'Hi there! How is press freedom rated? Thanks!',
      'could you please tell me how press freedom is rated',
    ],
  ],
  [
    'a slip of the fingers',
    ['How is press freedom rated?', 'how is press fredom rated', 'How is press freedm rated?'],
  ],
  [
    'names of a country',
    [
      'How did China vote on North Korea?',
      'How did China vote on the DPRK?',
      'how did China vote on the Democratic People’s Republic of Korea',
      'How did China vote on North Koera?',
    ],
  ],
  ['old and new names', ['How did China vote on Myanmar?', 'How did China vote on Burma?']],
  [
    'the people for the country',
    ['How did China vote on Syria?', 'how did china vote on the syrian resolutions'],
  ],
  [
    'names of the assessed country',
    ['How did China vote on Syria?', 'How did Beijing vote on Syria?', 'How did the PRC vote on Syria?'],
  ],
  [
    'spellings of a name',
    [
      'What does the report say about Uighurs?',
      'What does the report say about Uyghurs?',
      'What does the report say about Uygurs?',
      'What does the report say about Uighers?',
    ],
  ],
  ['American and British spelling', ['campaign against organised crime', 'campaign against organized crime']],
  ['singular and plural', ['overseas police stations', 'overseas police station']],
  [
    'hyphens',
    [
      'what does the report say about counter-terrorism',
      'what does the report say about counterterrorism',
      'what does the report say about counter terrorism',
      'what does the report say about counter‑terrorism',
    ],
  ],
  [
    'quotation marks and apostrophes',
    ['women’s law', "women's law", 'womens law', '“women’s law”', 'women`s law'],
  ],
  [
    'abbreviations of a treaty',
    ['Has China ratified the ICCPR?', 'has china ratified the covenant on civil and political rights'],
  ],
  [
    'abbreviations of a court',
    ['is China a member of the ICC?', 'is China a member of the International Criminal Court?'],
  ],
  [
    'abbreviations of an institution',
    ['what is the rating on NHRI', 'what is the rating on national human rights institutions'],
  ],
  [
    'abbreviations of a body',
    ['UNGA votes on Syria', 'General Assembly votes on Syria', 'U.N.G.A. votes on Syria'],
  ],
  [
    'spellings of a symbol',
    [
      'How did China vote on A/RES/77/230?',
      'how did china vote on a/res/77/230',
      'How did China vote on A / RES / 77 / 230?',
      'How did China vote on A-RES-77-230?',
      'how did china vote on resolution 77/230',
    ],
  ],
  [
    'wide letters',
    ['Kigali Principles', 'Ｋｉｇａｌｉ　Ｐｒｉｎｃｉｐｌｅｓ', 'kigali  principles', ' Kigali\nPrinciples '],
  ],
])('%s', (_, [first = '', ...others]) => {
  test.each(others)(`make no difference to “${first}”: %s`, (other) => {
    expect(told(first).found).toBe(true);
    expect(answerTo(other)).toEqual(answerTo(first));
  });
});

test('a question is answered the same whatever marks stand around it', () => {
  const questions = fc.constantFrom(
    'how is press freedom rated',
    'how did China vote on Syria',
    'has China ratified the Rome Statute',
    'who says China is 179th in press freedom',
    'how many indicators are very weak',
    'how is Russia rated on civil society',
    'tell me a joke',
  );
  const around = fc.string({
    unit: fc.constantFrom(' ', '?', '!', '.', '…', '"', '“', '”', '\n', '😀'),
    maxLength: 6,
  });
  fc.assert(
    fc.property(questions, around, around, (question, before, after) => {
      expect(answerTo(`${before} ${question} ${after}`)).toEqual(answerTo(question));
    }),
    { numRuns: 150 },
  );
});
