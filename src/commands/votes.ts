import type { Answer, Onward } from '../answer.js';
import type { Body, Position, Vote } from '../assessment/schema.js';
import type { Card } from '../assessment/volume.js';
import { BODY_WORDS, count, POSITION_WORDS } from '../assessment/words.js';
import { kept } from '../index/kept.js';
import { topicOf } from '../index/topics.js';
import type { Edition } from '../library.js';
import { coverage, instead } from './absent.js';
import { type Choice, type Command, type Context, themeOf } from './command.js';
import { asFile, exportActions, isTable, voteRow } from './export.js';
import { oneVote } from './one-vote.js';
import { citeAction, sourcesAction, toVote } from './onward.js';
import { contextOf, subjectText, tallyBlock, voteSections } from './pieces.js';
import { BODY_CHOICES, POSITION_CHOICES } from './words.js';

interface Filter {
  body?: Body;
  year?: string;
  position?: Position;
  topic?: string;
}

export const votes = {
  name: 'votes',
  description: 'One UN vote in full, or the list of votes by body, year, position or topic',
  options: [
    {
      name: 'resolution',
      description: 'A symbol in any notation: A/RES/77/230, S/RES/2666, HRC 51/28, 2666',
      maxLength: 200,
      autocomplete: resolutionChoices,
    },
    { name: 'body', description: 'The UN body', choices: () => BODY_CHOICES },
    { name: 'year', description: 'The year of the vote', choices: yearChoices },
    { name: 'position', description: 'How the state voted', choices: () => POSITION_CHOICES },
    {
      name: 'topic',
      description: 'A country or theme: Syria, North Korea, terrorism',
      maxLength: 60,
      autocomplete: topicChoices,
    },
  ],
  run(
    { resolution, as, ...filter }: Filter & { resolution?: string; as?: string },
    context: Context,
  ): Answer {
    return resolution === undefined ? listed(filter, as, context.edition) : oneVote(resolution, context, as);
  },
} satisfies Command;

/** @param as the form of the answer, where a button asks for one */
function listed(filter: Filter, as: string | undefined, edition: Edition): Answer {
  const { assessment } = edition;
  const { body, year, position, topic } = filter;
  const topical = topic ? edition.votesOn(topic) : assessment.votes;
  const rows = topical.filter(
    (v) =>
      (!body || v.body === body) &&
      (!year || v.year === Number(year)) &&
      (!position || v.position === position),
  );
  const asked = [
    topic ? topicName(topic, topical) : '',
    body ? BODY_WORDS[body] : '',
    year ?? '',
    position ? POSITION_WORDS[position] : '',
  ].filter(Boolean);
  const title = [`${assessment.country.name}: UN votes`, ...asked].join(' · ');
  if (rows.length === 0) return noVotes(title, filter, topical.length > 0, edition);
  const call = { command: 'votes', options: inShort(filter, edition) };
  const under = [...new Set(rows.map((v) => v.indicator))];
  const answer: Answer = {
    found: true,
    assessment: assessment.id,
    title,
    subtitle: [
      asked.length
        ? `${rows.length} of ${count(assessment.votes.length, 'vote')}`
        : count(rows.length, 'vote'),
    ],
    context: contextOf(edition),
    sections: [{ blocks: [tallyBlock(rows, position)] }, ...voteSections(rows)],
    indicators: under,
    evidence: rows.map((v) => ({ kind: 'vote', id: v.resolution })),
    again: call,
    actions: [
      ...(asked.length
        ? [{ do: 'turn' as const, label: 'All votes', call: { command: 'votes', options: {} } }]
        : []),
      ...sourcesAction(
        rows.map((v) => v.footnote),
        edition,
      ),
      citeAction(under.length === 1 ? `indicator ${under[0]}` : 'assessment'),
      ...exportActions(call),
    ],
    ...(rows.length > LISTED_MAX
      ? { related: lists(edition), relatedAs: 'Open a list of votes…' }
      : { related: rows.map(toVote), relatedAs: 'Open a vote…' }),
    ...(asked.length ? {} : { picture: { shows: 'votes', theme: themeOf(as) } }),
  };
  return isTable(as)
    ? asFile(
        answer,
        rows.map((vote) => voteRow(vote, edition)),
        as,
        'vote',
      )
    : answer;
}

/** As many as one menu holds. */
const LISTED_MAX = 25;

/** As the titles of its votes have it, where it is one. */
function topicName(topic: string, votes: readonly Vote[]): string {
  const [name, ...others] = new Set(votes.map(topicOf));
  return name && others.length === 0 ? name : topic;
}

/** A filter in as few letters as it takes: a button carries it, with all that it does. */
function inShort({ body, year, position, topic }: Filter, edition: Edition): Record<string, string> {
  const shortest = (choices: readonly Choice[], value: string) =>
    [value, ...(choices.find((c) => c.value === value)?.aliases ?? [])].sort(
      (a, b) => a.length - b.length,
    )[0] ?? value;
  return {
    ...(body && { body: shortest(BODY_CHOICES, body) }),
    ...(year && { year }),
    ...(position && { position: shortest(POSITION_CHOICES, position) }),
    ...(topic && { topic: edition.shortTopic(topic) }),
  };
}

/** The votes by body, and by topic. */
const lists = kept((edition: Edition): readonly Onward[] => {
  const bodies = BODY_CHOICES.map(
    ({ value, name }): Onward => ({ label: name, call: { command: 'votes', options: { body: value } } }),
  );
  const topics = edition.topics().map(
    ({ name, count: n }): Onward => ({
      label: name,
      description: count(n, 'vote'),
      call: { command: 'votes', options: { topic: edition.shortTopic(name) } },
    }),
  );
  return [...bodies, ...topics].slice(0, LISTED_MAX);
});

/** @param isKnown there are votes on the topic, if one is asked for */
function noVotes(title: string, filter: Filter, isKnown: boolean, edition: Edition): Answer {
  const total = edition.assessment.votes.length;
  if (total === 0) return instead(edition, title, coverage(edition), []);
  const isOne = Object.keys(filter).length === 1;
  const said = !isKnown
    ? `None of the ${count(total, 'vote')} is on that topic. ${coverage(edition)}`
    : isOne
      ? `None of the ${count(total, 'vote')} has that. ${coverage(edition)}`
      : `None of the ${count(total, 'vote')} fits all of that. Leave one of the filters out to see more.`;
  return instead(edition, title, said, nearestLists(filter, isKnown && !isOne, edition), {
    heading: isKnown ? 'Instead' : 'What the votes are on',
  });
}

function nearestLists({ topic, body, year, position }: Filter, known: boolean, edition: Edition) {
  const calls: Record<string, string>[] = known
    ? [
        ...(topic ? [{ topic }] : []),
        ...(body ? [{ body }] : []),
        ...(year ? [{ year }] : []),
        ...(position ? [{ position }] : []),
      ]
    : edition
        .topics()
        .slice(0, 4)
        .map(({ name }) => ({ topic: name }));
  return [
    ...calls.map((options) => ({
      label: `Votes: ${Object.entries(options)
        .map(([key, value]) => labelOf(key, value))
        .join(', ')}`,
      call: { command: 'votes', options },
    })),
    { label: 'All votes', call: { command: 'votes', options: {} } },
  ];
}

function labelOf(key: string, value: string): string {
  const choices = key === 'body' ? BODY_CHOICES : key === 'position' ? POSITION_CHOICES : [];
  return choices.find((choice) => choice.value === value)?.name ?? value;
}

function yearChoices({ voteYears }: Card): Choice[] {
  return [...voteYears].sort().map((year) => ({ name: String(year), value: String(year) }));
}

/** Resolutions as choices: an exact symbol first, then symbols that hold what is typed, then titles. */
function resolutionChoices(typed: string, edition: Edition): Choice[] {
  const { votes } = edition.assessment;
  const wanted = typed.trim().toLowerCase();
  const meant = new Set(
    edition.resolutions(typed).flatMap((r) => (r.kind === 'one' ? [r.symbol] : r.readings)),
  );
  const whole = edition.resolution(typed);
  if (whole.kind === 'one') meant.add(whole.symbol);
  // Digits are part of a symbol or of nothing: a number that no symbol holds brings up no title.
  const byWord = /\d/.test(wanted)
    ? []
    : edition.search(typed, { kinds: ['vote'], within: 'names', limit: 25 });
  const ranked = [
    ...votes.filter((v) => meant.has(v.resolution)),
    ...votes.filter((v) => v.resolution.toLowerCase().includes(wanted)),
    ...byWord.flatMap((hit) => edition.vote(hit.id) ?? []),
  ];
  return [...new Set(ranked)].slice(0, 25).map((v) => ({
    name: `${v.resolution} (${v.year}) ${v.wording}: ${subjectText(v)}`,
    value: v.resolution,
  }));
}

/** Topics as choices: names that begin so, names that hold it, other names for them, and names spelled nearly so. */
function topicChoices(typed: string, edition: Edition): Choice[] {
  const wanted = typed.trim().toLowerCase();
  const topicsOf = (votes: readonly Vote[]) => votes.flatMap((v) => topicOf(v) ?? []);
  const names = edition.topics().map(({ name }) => name);
  const near = edition.search(typed, { kinds: ['vote'], within: 'names', limit: 100 });
  const ranked = new Set([
    ...names.filter((name) => name.toLowerCase().startsWith(wanted)),
    ...names.filter((name) => name.toLowerCase().includes(wanted)),
    ...topicsOf(edition.votesOn(typed)),
    ...topicsOf(near.flatMap(({ id }) => edition.vote(id) ?? [])),
  ]);
  return [...ranked]
    .filter((name) => name.length <= 60)
    .slice(0, 25)
    .map((name) => {
      const n = edition.topics().find((topic) => topic.name === name)?.count ?? 0;
      return { name: `${name} (${count(n, 'vote')})`, value: name };
    });
}
