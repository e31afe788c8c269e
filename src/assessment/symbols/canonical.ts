/** Canonical symbols of UN resolutions: the one way in which this program writes them. */
import type { Body } from '../schema.js';

/**
 * UN sessions and numbers have no leading zero. General Assembly symbols have the form session/number since the 31st
 * session (1976); before, the session stood in Roman numerals behind a running number. A special session is "S-10", an
 * emergency special session "ES-11"; the Human Rights Council has the former kind only.
 * https://research.un.org/en/docs/symbols
 */
const ROMAN = '(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})';
const CANONICAL = new RegExp(
  '^(?:' +
    [
      'S/RES/[1-9]\\d{0,3}',
      'A/HRC/RES/(?:S-)?[1-9]\\d?/[1-9]\\d{0,2}',
      'A/RES/(?:3[1-9]|[4-9]\\d|E?S-[1-9]\\d?)/[1-9]\\d{0,2}',
      `A/RES/[1-9]\\d{0,3}\\((?:E?S-)?${ROMAN}\\)`,
    ].join('|') +
    ')$',
);

/** Whether the symbol is written exactly as this program writes it. */
export function isCanonical(symbol: string): boolean {
  return CANONICAL.test(symbol);
}

/** The body that adopted the resolution, from its canonical symbol. */
export function bodyOf(symbol: string): Body {
  if (symbol.startsWith('S/')) return 'security-council';
  return symbol.startsWith('A/HRC/') ? 'human-rights-council' : 'general-assembly';
}

/**
 * The address of the resolution's text, from its canonical symbol and the year of its adoption. The UN's document
 * server wants the year behind a Security Council symbol, and behind no other.
 */
export function documentUrl(symbol: string, year: number): string {
  const suffix = bodyOf(symbol) === 'security-council' ? `(${year})` : '';
  return `https://docs.un.org/en/${symbol}${suffix}`;
}
