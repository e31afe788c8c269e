import { type Answer, ASSESSMENT, type Block } from '../answer.js';
import { count } from '../assessment/words.js';
import type { Command, Context, Options } from './command.js';

/** A longer list would bury the rest. */
const OTHERS_MAX = 10;

export const about = {
  name: 'about',
  description: 'What is loaded, who assessed, how to read it, privacy, version, the other commands',
  options: [],
  run(_options: Options, { edition, library, version, commands }: Context): Answer {
    const { assessment } = edition;
    const { country, year, publisher, title } = assessment;
    const own = assessment.wording === 'own-words';
    const others = library.cards.filter(({ id }) => id !== assessment.id);
    const named = others.slice(0, OTHERS_MAX).map(({ id, title }) => `${title} (${id})`);
    const more = others.length - named.length;
    return {
      found: true,
      assessment: assessment.id,
      title: 'Footnote',
      subtitle: [
        `Answers from a published human-rights assessment, and always cites the footnoted source. Version ${version}`,
      ],
      sections: [
        {
          heading: { text: 'What is loaded' },
          blocks: [
            {
              style: 'plain',
              text: [
                { link: title, url: assessment.url },
                `: ${[
                  count(assessment.indicators.length, 'indicator'),
                  count(assessment.footnotes.length, 'footnote'),
                  count(assessment.votes.length, 'UN vote'),
                  count(assessment.treaties.length, 'treaty', 'treaties'),
                ].join(', ')}.`,
              ],
            },
            ...(others.length
              ? [
                  {
                    style: 'plain' as const,
                    text: [
                      `Also loaded: ${named.join('; ')}${more ? `; and ${count(more, 'other')}, all of them in the option ${ASSESSMENT}` : ''}.`,
                    ],
                  },
                ]
              : []),
          ],
        },
        {
          heading: { text: 'Who assessed' },
          blocks: [
            {
              style: 'plain',
              text: [
                `${publisher}. A rating is its judgement of ${country.name} as of ${year}, and nobody else’s. Footnote is not affiliated with it.`,
              ],
            },
          ],
        },
        {
          heading: { text: 'How to read an answer' },
          blocks: [
            {
              style: 'plain',
              text: [
                own
                  ? 'Each statement says in our own words what the report says. '
                  : 'Each statement is quoted from the report. ',
                'A number in brackets is the report’s own footnote; its source stands below in the same message. A statement without a number rests on the report itself.',
              ],
            },
            {
              style: 'plain',
              text: [
                'Where the public UN record differs from the report, the report’s statement stays as it is and the record is shown beside it. What was adopted without a vote is counted as nobody’s yes.',
              ],
            },
            {
              style: 'plain',
              text: [
                'What the assessment does not say, Footnote does not say either. No language model writes its answers.',
              ],
            },
          ],
        },
        {
          heading: { text: 'Privacy' },
          blocks: [
            {
              style: 'plain',
              text: [
                'Footnote writes nothing of what you ask anywhere: it keeps its last answers in memory, for an hour at most and without who asked. Its log keeps the name of the command, whether it was answered and how long that took, not your words and not who you are. It reads only the messages that mention it or are sent to it directly, and one that you pick for Find sources; it stores none of them.',
              ],
            },
          ],
        },
        {
          heading: { text: 'Commands' },
          blocks: commands
            .filter(({ on }) => on === undefined)
            .map((command) => item(`/${command.name}`, command.description)),
        },
        {
          heading: { text: 'Without a command' },
          blocks: [
            item('@Footnote and a question', 'The answer of /ask, as a reply that everybody sees'),
            item('A direct message', 'The same, with no mention needed'),
            ...commands
              .filter(({ on }) => on === 'message')
              .map(({ name, description }) => item(`${name}, in the Apps menu of a message`, description)),
          ],
        },
      ],
      evidence: [],
      actions: [
        { do: 'link', label: 'The report’s publisher', url: assessment.url },
        { do: 'open', label: 'All ratings', call: { command: 'ratings', options: {} } },
      ],
    };
  },
} satisfies Command;

function item(what: string, description: string): Block {
  return { style: 'item', text: [{ bold: what }, ` — ${description}`] };
}
