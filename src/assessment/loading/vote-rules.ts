/** The rules on votes: symbols, wordings, and the UN record beside the report. */

import type { Assessment, Position, Vote } from '../schema.js';
import { bodyOf, isCanonical } from '../symbols/canonical.js';
import { noSuchFootnote, noSuchIndicator, type Report } from './rules.js';

export function votes(assessment: Assessment, report: Report): void {
  for (const [i, vote] of assessment.votes.entries()) {
    const { resolution, body } = vote;
    const at = (key: keyof Vote, message: string | undefined) => {
      if (message) report(['votes', i, key], message);
    };
    if (!isCanonical(resolution)) {
      const forms = 'S/RES/2605, A/RES/77/230 or A/HRC/RES/52/1 (a misprint of the report goes into printed)';
      at('resolution', `resolution "${resolution}" is not a canonical symbol; expected one like ${forms}`);
    } else if (bodyOf(resolution) !== body) {
      at('body', `body is ${body}; expected ${bodyOf(resolution)}, the body of ${resolution}`);
    }
    at('wording', wrongWording(vote));
    at('indicator', noSuchIndicator(assessment, vote.indicator));
    at('footnote', noSuchFootnote(assessment, vote.footnote));
    record(assessment, vote, (path, message) => report(['votes', i, 'record', ...path], message));
  }
}

/** The wordings in which reports print a position, in lower case and without punctuation. */
const WORDINGS: Readonly<Record<Position, RegExp>> = {
  yes: /^(?:voted )?(?:yes|for|in favou?r)$/,
  no: /^(?:voted )?(?:no|against)$/,
  abstained: /^(?:abstain(?:ed|s|ing)?|abstention)$/,
  'without-vote': /^(?:adopted )?(?:without (?:a )?vote|by consensus|by acclamation)$/,
};

function wrongWording({ wording, position }: Vote): string | undefined {
  const plain =
    wording
      .toLowerCase()
      .match(/[a-z]+/g)
      ?.join(' ') ?? '';
  const modes = Object.keys(WORDINGS) as Position[];
  const said = modes.find((mode) => WORDINGS[mode].test(plain));
  if (said === position) return undefined;
  if (said) return `wording "${wording}" means ${said}, but position is ${position}; expected them to agree`;
  const examples = 'yes, no, against, abstained, adopted without vote, adopted by consensus';
  return `wording "${wording}" is of no known position; expected one like ${examples}`;
}

function record({ checks }: Assessment, vote: Vote, report: Report): void {
  if (!vote.record) return;
  const { tally, position } = vote.record;
  const individual = position === 'without-vote' ? null : position;
  if (!tally && individual) {
    const message = `tally is null (adopted without a vote), but position is ${position}`;
    report(['tally'], `${message}; expected a tally, or position without-vote or null`);
  }
  if (tally && position === 'without-vote') {
    const message = 'position is without-vote, but there is a tally';
    report(['position'], `${message}; expected yes, no, abstained or null, or a tally of null`);
  }
  if (tally && individual && tally[individual] === 0) {
    report(['tally', individual], `${individual} is 0, but position is ${individual}; expected at least 1`);
  }
  // A reply shows a difference from its check: one without a check would go unseen.
  const checked = checks.some(({ about }) => about.kind === 'vote' && about.id === vote.resolution);
  if (position && position !== vote.position && !checked) {
    const message = `position is ${position}, but the report says ${vote.position}`;
    report(['position'], `${message}; expected them to agree, or a check about ${vote.resolution}`);
  }
}
