/** What people type and paste, in plain characters, so that a pattern has one way to write each thing. */

/** A text in plain characters. `from[i]` and `to[i]` bound the character `i` in the text as given. */
interface Plain {
  text: string;
  from: number[];
  to: number[];
}

const SPACE = /[\s\p{Cc}]/u;
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/u;
/** Superscripts, fractions, circled digits: compatible with digits, but no digits of a symbol ("S/RES/266⁶"). */
const OTHER_NUMERAL = /\p{No}/u;
const DASH = /[\p{Pd}\u2212\u2043]/u;
const SLASH = /[\u2044\u2215\u2571\u29F8]/;
const SINGLE_QUOTE = /[\u2018-\u201B\u2032]/;
const NUMBER_SIGN = /\u2116/;
const DOUBLE_QUOTE = /[\u201C-\u201F\u00AB\u00BB]/;
/** A run of percent-encoded bytes, encoded once or several times ("%2F", "%252F"). */
const ENCODED = /(?:%(?:25)*[0-9a-f]{2})+/iy;
const ESCAPED_BY_MARKDOWN = /[!-/:-@[-`{-~]/;

/** Plain already: nothing in it is unified, dropped, decoded or run together. */
const PLAIN = /^(?:[!-$&-[\]-~]| (?! ))*$/;

/** Unifies compatible characters, dashes, slashes, quotes and spaces; drops what is invisible; decodes links. */
export function plain(given: string): Plain {
  if (PLAIN.test(given)) {
    const bounds = Array.from({ length: given.length + 1 }, (_, at) => at);
    return { text: given, from: bounds, to: bounds.slice(1) };
  }
  const out: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const put = (characters: string, start: number, end: number) => {
    for (const character of characters) {
      if (INVISIBLE.test(character)) continue;
      const unified = unify(character);
      if (unified === ' ' && out.at(-1) === ' ') {
        to[to.length - 1] = end;
        continue;
      }
      for (const unit of unified.split('')) {
        out.push(unit);
        from.push(start);
        to.push(end);
      }
    }
  };
  for (let at = 0; at < given.length; ) {
    const character = String.fromCodePoint(given.codePointAt(at) ?? 0);
    ENCODED.lastIndex = at;
    const run = character === '%' ? ENCODED.exec(given)?.[0] : undefined;
    const length = run?.length ?? character.length;
    if (character === '\\') {
      // "A\_RES\_77\_230" is Discord's way to write underscores; any other backslash is a slash gone wrong.
      if (!ESCAPED_BY_MARKDOWN.test(given[at + 1] ?? '')) put('/', at, at + 1);
    } else {
      put(run === undefined ? character : decode(run), at, at + length);
    }
    at += length;
  }
  return { text: out.join(''), from, to };
}

function unify(character: string): string {
  if (SPACE.test(character)) return ' ';
  if (OTHER_NUMERAL.test(character)) return character;
  if (NUMBER_SIGN.test(character)) return '#';
  const compatible = character.normalize('NFKC');
  if (SPACE.test(compatible)) return ' ';
  if (DASH.test(compatible)) return '-';
  if (SLASH.test(compatible)) return '/';
  if (SINGLE_QUOTE.test(compatible)) return "'";
  if (DOUBLE_QUOTE.test(compatible)) return '"';
  return compatible;
}

function decode(run: string): string {
  try {
    return decodeURIComponent(run.replace(/%(?:25)+(?=[0-9a-f]{2})/gi, '%'));
  } catch {
    return run;
  }
}
