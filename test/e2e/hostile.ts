/** Texts that people type to see what happens. */
export const HOSTILE: [what: string, text: string][] = [
  ['a mention of everyone', '@everyone @here'],
  ['mentions', '<@123456789012345678> <@!123456789012345678> <@&123456789012345678> <#123456789012345678>'],
  [
    'a timestamp, an emoji and a command',
    '<t:1700000000:R> <a:wave:123456789012345678> </about:123456789012345678>',
  ],
  ['markdown', '**bold** __under__ ~~gone~~ ||spoiler|| *it* _it_ `code` ``` block'],
  ['a heading and a quote', '# heading > quote - item 1. item -# small'],
  ['a masked link', '[the report](https://evil.example/a) [x](<https://evil.example/b> "t")'],
  ['addresses', 'https://evil.example/c <https://evil.example/d> discord.gg/abc'],
  ['a half-open link', '](https://evil.example/e) [['],
  ['backslashes', '\\@everyone \\\\@everyone \\[a\\](https://evil.example/f)'],
  ['another direction and no width', 'a\u202Egnp.exe\u202C @\u200Beveryone \uFEFF\u2066x\u2069'],
  ['lone halves of characters', 'a\uD800b\uDC00c'],
  ['characters on characters', `Z${'\u0351'.repeat(40)}`],
  ['families and flags', '👨‍👩‍👧‍👦🏳️‍🌈🇨🇳'.repeat(4)],
  ['names of an object', '__proto__ constructor toString hasOwnProperty'],
  ['a pattern', '(a+)+$ .* [^] \\d{1,99}'],
  ['a query', '\'; DROP TABLE votes; -- " OR 1=1'],
  ['a path and a template', '../../etc/passwd %00 \u0024{process.env.X} {{7*7}} <script>alert(1)</script>'],
  ['the form of a button', '1t1;about;x=%3B;private=true'],
  ['white space', ' \t \u00a0 \u3000 '],
  ['something long', 'long '.repeat(1200)],
  ['one long word', 'x'.repeat(6000)],
  ['many digits', '9'.repeat(400)],
];

/** What Discord would act on in a text: mentions, and addresses that somebody typed. */
export function live(text: string): string[] {
  // A backslash takes the meaning from the character after it.
  const bare = text.replace(/\\[^\p{L}\p{N}\s]/gu, '');
  return [
    ...(bare.match(/@(?:everyone|here)|<(?:@[!&]?|#|t:|a?:\w+:|\/\w+:)\d+[^>]*>/g) ?? []),
    ...(bare.match(/https?:\/\/evil\.example\S*/g) ?? []),
    ...(bare.match(/\[the report\]|\|\|spoiler|~~gone|__under|`code/g) ?? []),
  ];
}
