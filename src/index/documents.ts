/** What is searched: one document for each indicator, vote, footnote, treaty and overview statement. */
import type { Assessment, Body, Position, Statement } from '../assessment/schema.js';
import { worksOf } from '../assessment/works.js';
import { subjectOf, topicOf } from './topics.js';

export const KINDS = ['indicator', 'vote', 'footnote', 'treaty', 'overview'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * `id` is unique in its kind: number, canonical symbol, number, treaty id, ordinal. Symbols and numbers are not among the
 * searched fields: they are keys, and are looked up, never searched for.
 */
export interface Document {
  kind: Kind;
  id: string;
  name: string;
  aliases: string;
  text: string;
}

/** How a body and a position are called when people write about votes. */
const BODY_WORDS: Record<Body, string> = {
  'security-council': 'Security Council resolution vote',
  'general-assembly': 'General Assembly resolution vote',
  'human-rights-council': 'Human Rights Council resolution vote',
};
const POSITION_WORDS: Record<Position, string> = {
  yes: 'yes in favour supported',
  no: 'no against opposed',
  abstained: 'abstained abstention',
  'without-vote': 'consensus without vote',
};

/** The parts of a web address that name nobody. */
const NO_SITES = new Set(['www', 'com', 'co', 'org', 'gov', 'edu', 'net']);

/** The names in a web address that say who publishes there: "sipri" of www.sipri.org. */
export function siteOf(url: string): string {
  const parts = new URL(url).hostname.split('.').slice(0, -1);
  return parts.filter((part) => !NO_SITES.has(part)).join(' ');
}

const texts = (statements: readonly Statement[] = []) => statements.map((s) => s.text).join('\n');

/** Every document of an assessment, in the order indicators, votes, footnotes, treaties, overview. */
export function documentsOf(assessment: Assessment): Document[] {
  return [
    ...assessment.indicators.map((i) => ({
      kind: 'indicator' as const,
      id: String(i.number),
      name: `${i.label}\n${i.name}`,
      aliases: i.aliases.join('\n'),
      text: texts(i.statements),
    })),
    ...assessment.votes.map((v) => ({
      kind: 'vote' as const,
      id: v.resolution,
      name: `${subjectOf(v) ?? ''}\n${topicOf(v) ?? ''}`,
      aliases: `${BODY_WORDS[v.body]}\n${POSITION_WORDS[v.position]}\n${v.year}`,
      text: v.wording,
    })),
    ...assessment.footnotes.map((f) => {
      const works = worksOf(assessment, f.number);
      return {
        kind: 'footnote' as const,
        id: String(f.number),
        name: works.map((w) => `${w.title}\n${w.section ?? ''}`).join('\n'),
        aliases: works
          .flatMap((w) => [
            ...(w.author ?? []).map((a) => ('literal' in a ? a.literal : `${a.given ?? ''} ${a.family}`)),
            w['container-title'] ?? '',
            w.publisher ?? '',
            w.URL ? siteOf(w.URL) : '',
          ])
          .join('\n'),
        text: texts(f.statements),
      };
    }),
    ...assessment.treaties.map((t) => ({
      kind: 'treaty' as const,
      id: t.id,
      name: t.name,
      aliases: t.abbreviation ?? '',
      text: texts(t.statements),
    })),
    ...assessment.overview.map((s, i) => ({
      kind: 'overview' as const,
      id: String(i + 1),
      name: '',
      aliases: '',
      text: s.text,
    })),
  ];
}
