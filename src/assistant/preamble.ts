/** What people say of themselves before they ask. */
import type { Edition } from '../library.js';
import { patternOf } from './question.js';

/** Somebody speaks of themselves, or greets. */
const PERSONAL =
  /\b(?:i|im|ive|id|ill|i'm|i've|i'd|me|my|mine|we|our|us all|hi|hello|hey|yo|greetings|mods?|good (?:morning|evening|afternoon|day)|sorry|quick (?:question|one|q)|folks|guys|dear)\b/i;
/** A question begins, after a break in the sentence or after what says that one follows. */
const ASKING =
  /(?:[.,;:!?\n–—]\s*(?:(?:and|but|so|ok|okay|now|then|anyway|also|please|pls)\s+)*|\b(?:know|wonder|wondering|curious|ask|asking|tell me|find out|figure out|check|remember|understand|sure)(?: about)?,? )(?=(?:if|whether|what|whats|what's|which|who|whos|who's|whose|when|where|why|how|hows|did|does|do|is|are|was|were|has|have|had|can|could|will|would|should|any|anything)\b)/gi;
/** "If" and "whether" only lead over to what is asked. */
const LEAD = /^(?:if|whether) /i;
/** A question of fewer words leans on what was said before it: "is that right?" */
const WHOLE = 4;
const LEANS = /\b(?:that|this|it|them|he right|she right|true|correct|so)\b[^a-z]*$/i;

/** Whoever was named before. */
const THEY = /\b(?:it|its|they|their|them|there|that|this)\b/i;

/** A question without a name in it is on what was named before: "I read that they joined the ATT. Is the report wrong?" */
function hangsOn(asked: string, before: string, edition: Edition): boolean {
  const places = new Set(
    [before, asked].flatMap((text) => edition.countries(text).flatMap(({ name }) => edition.reading(name))),
  );
  const names = (text: string) =>
    edition
      .retrieve(text)
      .concepts.some(({ isName, term, tokens }) => isName && tokens.size > 0 && !places.has(term));
  return /\b(?:report|record|right|wrong|true|correct)\b/i.test(asked) && names(before) && !names(asked);
}

/** What is said behind a question, and asks for nothing more: "or is that just propaganda", "could you check?". */
const TAILS: readonly RegExp[] = [
  /[\s,;?!.–—-]+(?:or )(?:is|was|are) (?:that|it|this|they|all that) (?:just|only|all|merely|simply|pure|more|some) .*$/i,
  /[\s,;?!.–—-]+(?:(?:could|can|would|will) (?:you|someone|anyone|somebody|anybody)|please|pls|plz) (?:please )?(?:check|confirm|verify|clarify|tell me|look (?:it|that|this) up|help(?: me)?(?: out)?|explain|let me know)(?: that| this| it| for me| please)*[?!.]*$/i,
  /[\s,;?!.–—-]+(?:it |that |this )?(?:sounds|smells|looks|seems) (?:fake|false|wrong|off|made up|like .*|fishy|dubious)[?!.]*$/i,
  /[\s,;?!.–—-]+(?:or )(?:it|its|it's|thats|that's) (?:didnt happen|didn't happen|nonsense|fake|false|bs|bullshit|a lie|lies|made up|rubbish)[?!.]*$/i,
  /[\s,;?!.–—-]+(?:isnt it|isn't it|innit|amirite|prove it|change my mind|bet you cant|i bet|no cap|fr fr)[?!.]*$/i,
  /\b(?:for|in) my (?:\w+ )?(?:article|essay|paper|thesis|class|homework|story|piece|assignment|presentation|debate|report|dissertation|exam)\b/i,
];

/** What follows a question and is about the one who asks: "I need all names". */
function withoutAfterthought(text: string): string {
  const [, asked, after] = /^(.*?\?)\s+([^?]+)$/s.exec(text) ?? [];
  return asked && after && /^(?:i|im|i'm|we|it is|it's|its|thanks?|asking)\b/i.test(after.trim())
    ? asked
    : text;
}

/** The question without what was said around it, where that is about the one who asks and not about the question. */
export function withoutPreamble(typed: string, edition: Edition): string {
  const shorter = withoutAfterthought(TAILS.reduce((left, tail) => left.replace(tail, ''), typed));
  const text = /[\p{L}\p{N}]/u.test(shorter) ? shorter : typed;
  for (const match of text.matchAll(ASKING)) {
    const before = text.slice(0, match.index);
    const asked = text.slice(match.index + match[0].length).replace(LEAD, '');
    const isWhole = asked.trim().split(/\s+/).length >= WHOLE && !LEANS.test(asked.trim());
    // "I am from Indonesia. How are they rated?"
    const names = patternOf(before, edition).includes('@') && THEY.test(asked);
    if (PERSONAL.test(before) && isWhole && !names && !hangsOn(asked, before, edition)) return asked;
  }
  return text;
}
