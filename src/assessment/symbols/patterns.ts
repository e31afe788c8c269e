/**
 * The patterns of resolution symbols in running text, over plain text (`plain-text.ts`); letter case does not matter.
 * Each matches a short piece, so that reading takes time linear in the text. Only those for a link and a glued word
 * repeat without a bound, and what they match is not looked at again.
 */

const WORD = '[\\p{L}\\p{N}\\p{M}]';
const NO_LETTER = '(?!\\p{L})';
/** Between the parts of a code: "A/RES", "A-RES", "A RES", "A / RES". */
const JOINT = ' ?[/_.-]? ?';
/** Between the words of a name, as in a sentence, a file name or a link. */
const GAP = '[ _-]';
const MARKUP = '[*_`"\']{0,3}';
const UN = `(?:(?:U\\.?N\\.?|United${GAP}Nations)${GAP}?)?`;
const RESOLUTION = `(?:resolutions?|reso?l?\\.?)${NO_LETTER}`;
/** From the marker to the number: "/", " no. ", ": **". */
const TO_NUMBER = ` ?[/:_-]? ?(?:(?:(?:nos?|nrs?|num|numbers?)${NO_LETTER}\\.?|n°) ?)?#? ?${MARKUP}`;

/** The beginning of a symbol, as in documents. "A/HR/RES" is a misprint that is in use for "A/HRC/RES". */
const CODE =
  `(?:(?<hrcCode>(?:A${JOINT})?HRC|A${JOINT}HR|UN${GAP}?HRC)` +
  `|(?<gaCode>(?:UN${GAP}?)?GA|A)` +
  `|(?<scCode>(?:UN${GAP}?)?SC|S))${JOINT}RES${NO_LETTER}\\.?`;
/** A body's name. An R for "resolution" may be glued to the short ones ("UNSCR"). */
const SHORT_NAME_ENDS = '\\.?(?=R?(?!\\p{L}))';
const NAME =
  `${UN}(?:(?<hrc>H\\.?R\\.?C${SHORT_NAME_ENDS}|(?:Human${GAP}Rights|HR)${GAP}Council${NO_LETTER})` +
  `|(?<ga>G\\.?A${SHORT_NAME_ENDS}|General${GAP}Assembly${NO_LETTER})` +
  `|(?<sc>S\\.?C${SHORT_NAME_ENDS}|Security${GAP}Council${NO_LETTER}))(?: \\((?:UN)?(?:HRC|GA|SC)\\))?`;
/** What a body, or a state in it, does with a resolution: " adopted", " vote on". */
const ACT = `(?:${GAP}(?:adopt(?:ed)?|pass(?:ed)?|vot(?:es?|ed|ing))(?:${GAP}(?:on|for|against))?)?`;
/** From a body's name to "resolution": " ", "'s ", ") ", ", ", " adopted its ". */
const TO_RESOLUTION = `(?:'s|\\))?,?${ACT}(?:${GAP}(?:its|the))?${GAP}?`;
/** Among UN people the rest of the name goes without saying, before "resolution". */
const PART_OF_NAME = `(?:(?<assembly>Assembly)|(?<council>Council))${TO_RESOLUTION}`;

/** Other bodies, and what is numbered like a resolution without being one: the number behind it is theirs. */
const OTHER =
  `(?:(?:ECOSOC|Economic${GAP}and${GAP}Social${GAP}Council|Commission${GAP}on${GAP}Human${GAP}Rights` +
  `|World${GAP}Health${GAP}Assembly|WHA|Trusteeship${GAP}Council|Parliamentary${GAP}Assembly|European${GAP}Parliament` +
  `|House|Senate|Congress|H\\. ?R\\.|H\\.)(?:'s)?${GAP}?(?:res(?:olutions?)?${NO_LETTER}\\.?)?` +
  `|(?:decisions?|dec|documents?|docs?|A ?/ ?HRC|articles?|art|paragraphs?|paras?|pages?|pp?|footnotes?|chapter|section|rule)` +
  `${NO_LETTER}\\.?)`;

const ITEM_BEGINS = '(?=(?:E?S[_-])?[1-9])';
const BEFORE_CODE = `(?<!${WORD}'?|/)`;
/** Words must not be the rest of a path, or of a hyphenated or dotted word: "E/RES/5", "E-RES-5". */
const BEFORE_WORD = `(?<!${WORD}['._-]?|/ ?)`;
/** A bare number stands alone: not in "$2666", "-2666", "x=2666", "1,2666". */
const BEFORE_BARE = `(?<=^|[ ([{<>"'*_|,;:\`\\uFFFC])(?<!\\p{L}['*_]|\\p{N}['*_,;:]|/ |\\p{Sc} )`;

/** Finds where the next resolution is named, or a bare number or pair stands; ends where the number begins. */
export const MARKER = new RegExp(
  `(?:(?<code>${BEFORE_CODE}${CODE})` +
    `|${BEFORE_WORD}(?<other>${OTHER})` +
    `|${BEFORE_WORD}(?:${NAME}(?:(?<r>R)${NO_LETTER})?(?:${TO_RESOLUTION}${RESOLUTION}|(?:'s|\\))?${ACT})` +
    `|(?:${PART_OF_NAME}|${UN})${RESOLUTION}))${TO_NUMBER}${ITEM_BEGINS}` +
    `|(?<bare>${BEFORE_BARE}#?)${ITEM_BEGINS}`,
  'giu',
);

/** A number, a pair, or a number with a session in Roman numerals; `joint` is what may stand within the pair. */
const item = (joint: string) =>
  new RegExp(
    `(?:(?<session>(?:E?S[_-])?[1-9]\\d?)(?<joint>${joint})(?<ofSession>[1-9]\\d{0,2})` +
      `|(?<number>[1-9]\\d{0,3})(?:[ _]?[([](?<roman>(?:E?S-)?[IVX]{1,7})[)\\]])?)(?!\\d)`,
    'iuy',
  );
export const ITEM_AFTER_CODE = item(' ?[/_.-] ?| ');
export const ITEM_AFTER_WORDS = item(' ?/ ?|[_-]');
export const ITEM_ALONE = item('/');

const YEAR_NUMBER = '(?:194[6-9]|19[5-9]\\d|20\\d\\d)';
export const LOOKS_LIKE_YEAR = new RegExp(`^${YEAR_NUMBER}$`);
/** "(2022)", " [2022]", " of 2022". */
export const YEAR = new RegExp(
  `[ _+-]{0,2}[([] ?(?<inBrackets>${YEAR_NUMBER}) ?[)\\]]` +
    `| (?:of|from) (?<inWords>${YEAR_NUMBER})(?!${WORD}|[/-]\\d)`,
  'iuy',
);
/** "S-RES-2666-2022", "S/RES/2666/2022": file names have it so. A Security Council number has no other second part. */
export const YEAR_GLUED = new RegExp(`[/_-](?<glued>${YEAR_NUMBER})(?!${WORD})`, 'uy');

/**
 * What makes the number before it another number, another symbol or another thing: digits, a part letter, an addendum,
 * decimals, thousands, a percentage.
 */
export const GOES_ON = new RegExp(
  `${WORD}|/${WORD}|[.:]\\d|,\\d{1,3}(?![\\d/-])|[_-](?:\\d|\\p{L}${NO_LETTER})` +
    `|[([](?:\\p{L}|[IVX]{1,7})[)\\]]| [A-Z]{1,2} ?\\([IVX]{1,7}\\)` +
    `|[ ./_,-]{0,2}(?:Add|Rev|Corr|Amend)\\.? ?\\d| ?%| ?\\p{Sc}|°`,
  'iuy',
);
/** A bare number ends with its word; "51/28-style" and "2666+" are no resolutions. */
export const BARE_ENDS = /(?=$|[ .,;:!?)\]}>"'*_|~`&\uFFFC])(?!_[\p{L}\p{N}])/uy;
/** A symbol written with spaces around its slashes goes on behind such a slash. */
export const SPACED_SLASH = / \/|\/ /;
export const GOES_ON_SPACED = new RegExp(` ?/ ?${WORD}`, 'uy');

/** From one item of a list to the next: ", ", " and ", " / ". */
export const NEXT = new RegExp(
  `${MARKUP}(?:,? (?:and|or|plus|vs\\.?|versus|with) | ?[,;&+] ?(?:and |or )?| / )(?:no\\.? )?#?${MARKUP}${ITEM_BEGINS}`,
  'iuy',
);
/** The body behind the number: " of the Human Rights Council", " (HRC)". */
export const BODY_BEHIND = new RegExp(
  `${MARKUP}(?: (?:adopted )?(?:of|by|from|in|at) (?:the )?| ?[([](?:the )?)${NAME}(?!R| ?(?:resolutions?|res\\.?|nos?\\.?|#)? ?\\d)`,
  'iuy',
);
/** Skips a word, with what is glued to it. */
export const CHUNK = new RegExp(`(?:${WORD}|[/._-](?=${WORD}))*`, 'uy');

export const LINK =
  /(?:https?:\/\/|www\.|[a-z0-9-]{1,63}\.(?:org|com|net|int|info|gov|edu|io)(?=[/?]))[^\s<>"'`|\]\uFFFC]*/giu;
export const MARKER_IN_LINK = new RegExp(
  `(?<!${WORD})(?:${CODE}|(?:${NAME}R?${TO_RESOLUTION})?${RESOLUTION})${TO_NUMBER}${ITEM_BEGINS}`,
  'iu',
);

/** The match of a sticky or global pattern from `at` on; a sticky one matches there or not at all. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
