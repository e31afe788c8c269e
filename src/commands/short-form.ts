/** Evidence and replies in a short form that fits a button: `i15.2 f24 s2666`. */
import type { Position, Rating, Trend } from '../assessment/schema.js';
import { POSITION_WORDS, RATING_WORDS, TREND_WORDS } from '../assessment/words.js';
import { exists, type Found } from '../assistant/found.js';
import { REASONS, type Reason, type Reply } from '../assistant/reply.js';
import { KINDS } from '../index/documents.js';
import type { Edition } from '../library.js';

/** How a vote begins in the short form: a body's prefix is long, and a button's id has 100 characters. */
const VOTE_PREFIXES = { s: 'S/RES/', h: 'A/HRC/RES/', g: 'A/RES/' };

/** `i15.2`: indicator 15, its third statement; `s2666`: S/RES/2666. */
export function packFound({ kind, id, at }: Found): string {
  const [letter = kind[0], prefix = ''] =
    Object.entries(kind === 'vote' ? VOTE_PREFIXES : {}).find(([, p]) => id.startsWith(p)) ?? [];
  return letter + id.slice(prefix.length) + (at > 0 ? `.${at}` : '');
}

/** What a code stands for; nothing where this edition does not have it. */
export function unpackFound(code: string, edition: Edition): Found[] {
  const [, letter = '', own = '', at = '0'] = /^([a-z])([^.]+)(?:\.(\d+))?$/.exec(code) ?? [];
  const prefix = VOTE_PREFIXES[letter as keyof typeof VOTE_PREFIXES];
  const kind = prefix ? 'vote' : KINDS.find((k) => k[0] === letter);
  const found = kind && { kind, id: (prefix ?? '') + own, terms: [], at: Number(at) };
  return found && exists(found, edition) ? [found] : [];
}

const packAll = (all: readonly Found[]) => all.map(packFound).join(' ');
const unpackAll = (codes: string, edition: Edition) =>
  codes.split(' ').flatMap((code) => unpackFound(code, edition));

/** Which of the votes, in the report's order, as the bits of a number: a list of symbols does not fit. */
function packVotes(symbols: readonly string[], edition: Edition): string {
  const bits = edition.assessment.votes.map(({ resolution }) => (symbols.includes(resolution) ? '1' : '0'));
  return BigInt(`0b${bits.reverse().join('') || '0'}`).toString(36);
}

function unpackVotes(code: string, edition: Edition): string[] {
  const bits = [...code].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36) || 0), 0n);
  return edition.assessment.votes.flatMap(({ resolution }, i) =>
    (bits >> BigInt(i)) & 1n ? [resolution] : [],
  );
}

/** Between the parts of a reply's short form. */
const PART = '~';
const BY = { i: 'indicator', a: 'area', r: 'rating', t: 'trend' } as const;

/** A reply in its short form. */
export function packReply(reply: Reply, edition: Edition): string {
  const part = (...parts: (string | number | undefined)[]) => parts.map((p) => p ?? '').join(PART);
  switch (reply.kind) {
    case 'facts':
      return part('f', packAll(reply.picks));
    case 'rated':
      return part('r', packAll(reply.picks), reply.claim?.rating, reply.claim?.trend);
    case 'scores': {
      const area = edition.assessment.areas.findIndex(({ id }) => id === reply.area);
      return part(
        'c',
        reply.by[0],
        area < 0 ? '' : area,
        reply.ratings?.join(' '),
        reply.trend,
        reply.update,
      );
    }
    case 'votes':
      return part(
        'v',
        packVotes(reply.symbols, edition),
        reply.claim,
        reply.byBody ? 'b' : '',
        reply.absent?.join(' '),
        reply.misdated
          ?.map(({ symbol, year }) => `${packFound({ kind: 'vote', id: symbol, at: 0, terms: [] })}.${year}`)
          .join(' '),
        reply.differing && packVotes(reply.differing, edition),
      );
    case 'treaties':
      return part('t', reply.ids.join(' '));
    case 'sources':
      return part('s', reply.footnotes.join(' '), packAll(reply.picks));
    case 'outline':
      return 'o';
    case 'checks':
      return 'k';
    case 'declined':
      return part('d', REASONS[reply.reason], packAll(reply.near), reply.subject?.replaceAll(PART, ' '));
  }
}

/** The reply that a short form stands for, as far as this edition has what is in it; nothing where it is none. */
export function unpackReply(short: string, edition: Edition): Reply | undefined {
  const [kind, ...parts] = short.split(PART);
  const [first = '', second = '', third = '', fourth = '', fifth = '', sixth = ''] = parts;
  const oneOf = <Value extends string>(words: Record<Value, string>, value: string) =>
    value in words ? (value as Value) : undefined;
  switch (kind) {
    case 'f': {
      const picks = unpackAll(first, edition);
      return picks.length ? { kind: 'facts', picks } : undefined;
    }
    case 'r': {
      const picks = unpackAll(first, edition);
      const rating = oneOf<Rating>(RATING_WORDS, second);
      const trend = oneOf<Trend>(TREND_WORDS, third);
      const claim = { ...(rating && { rating }), ...(trend && { trend }) };
      return picks.length ? { kind: 'rated', picks, ...(rating || trend ? { claim } : {}) } : undefined;
    }
    case 'c': {
      const by = BY[first as keyof typeof BY];
      const area = second === '' ? undefined : edition.assessment.areas[Number(second)]?.id;
      const ratings = third.split(' ').flatMap((word) => oneOf<Rating>(RATING_WORDS, word) ?? []);
      const trend = oneOf<Trend>(TREND_WORDS, fourth);
      return (
        by && {
          kind: 'scores',
          by,
          ...(area && { area }),
          ...(ratings.length && { ratings }),
          ...(trend && { trend }),
          ...(fifth === 'none' && { update: fifth }),
        }
      );
    }
    case 'v': {
      const symbols = unpackVotes(first, edition);
      const claim = oneOf<Position>(POSITION_WORDS, second);
      const misdated = fifth.split(' ').flatMap((code) => {
        const [, vote = '', year = ''] = /^(.+)\.(\d{4})$/.exec(code) ?? [];
        return unpackFound(vote, edition).map(({ id }) => ({ symbol: id, year: Number(year) }));
      });
      return symbols.length === 0
        ? undefined
        : {
            kind: 'votes',
            symbols,
            ...(claim && { claim }),
            ...(third ? { byBody: true } : {}),
            ...(fourth ? { absent: fourth.split(' ') } : {}),
            ...(misdated.length ? { misdated } : {}),
            ...(sixth ? { differing: unpackVotes(sixth, edition) } : {}),
          };
    }
    case 't': {
      const ids = first.split(' ').filter((id) => edition.treaty(id));
      return ids.length ? { kind: 'treaties', ids } : undefined;
    }
    case 's': {
      const footnotes = first
        .split(' ')
        .map(Number)
        .filter((number) => edition.footnote(number));
      const picks = unpackAll(second, edition);
      return footnotes.length + picks.length ? { kind: 'sources', footnotes, picks } : undefined;
    }
    case 'o':
      return { kind: 'outline' };
    case 'k':
      return { kind: 'checks' };
    case 'd': {
      const reason = (Object.keys(REASONS) as Reason[]).find((r) => REASONS[r] === first);
      return (
        reason && {
          kind: 'declined',
          reason,
          near: unpackAll(second, edition),
          ...(third && { subject: third }),
        }
      );
    }
  }
  return undefined;
}
