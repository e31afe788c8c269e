/** Answers for what is not there, or is not certain: what was typed, and what there is instead. */
import type { Answer, Block } from '../answer.js';
import type { Vote } from '../assessment/schema.js';
import { count, list } from '../assessment/words.js';
import type { Edition } from '../library.js';

/** What the lists of votes cover: said where a resolution is not among them. */
export function coverage(edition: Edition): string {
  const { votes } = edition.assessment;
  const years = votes.map((v) => v.year);
  const by = (body: Vote['body'], name: string) => {
    const n = votes.filter((v) => v.body === body).length;
    return n ? `${n} of the ${name}` : '';
  };
  const bodies = [
    by('security-council', 'Security Council'),
    by('general-assembly', 'General Assembly'),
    by('human-rights-council', 'Human Rights Council'),
  ].filter(Boolean);
  if (bodies.length === 0) return 'The assessment lists no votes.';
  const [from, to] = [Math.min(...years), Math.max(...years)];
  return `The assessment lists ${count(votes.length, 'resolution')} ${from === to ? `of ${from}` : `from ${from} to ${to}`}: ${list(bodies)}.`;
}

type Way = { label: string; call: { command: string; options: Record<string, string> } };

/** What is not there: what was typed, and what there is instead, as buttons. */
export function instead(
  edition: Edition,
  title: string,
  said: string,
  ways: readonly Way[],
  { heading = 'Instead', evidence = [] as Answer['evidence'] } = {},
): Answer {
  return {
    found: false,
    assessment: edition.assessment.id,
    title,
    sections: [
      { blocks: [{ style: 'plain', text: [said] }] },
      ...(ways.length
        ? [
            {
              heading: { text: heading },
              blocks: ways.map(({ label }): Block => ({ style: 'item', text: [label] })),
            },
          ]
        : []),
    ],
    evidence,
    actions: ways.map(({ label, call }) => ({ do: 'turn', label, call })),
  };
}

/** What names nothing for certain: a slip of the pen, or a name of several things; the nearest names as buttons. */
export function slip(
  edition: Edition,
  title: string,
  said: string,
  near: readonly Way[],
  evidence: Answer['evidence'] = [],
): Answer {
  return { ...instead(edition, title, said, near, { heading: 'Nearest', evidence }), slip: true };
}

/** That resolutions are not in the assessment, and what its lists do cover. */
export function absentText(absent: readonly string[], edition: Edition): string {
  // A message may have any number of them, of any length.
  const named = absent.slice(0, NAMED_MAX).map(shortened);
  const others = absent.length - named.length;
  const all = others ? [...named, others === 1 ? 'another one' : `${others} others`] : named;
  return `${list(all)} ${absent.length === 1 ? 'is' : 'are'} not in this assessment. ${coverage(edition)}`;
}

const NAMED_MAX = 12;
const NAME_MAX = 60;
const shortened = (name: string): string => {
  const letters = [...name];
  return letters.length > NAME_MAX ? `${letters.slice(0, NAME_MAX).join('')}…` : name;
};
