/** What one can do here, to be tried with a click. */
const EXAMPLES = [
  '/indicator name:education',
  '/votes resolution:S/RES/2677',
  'What did China vote on Syria in 2022?',
  '/treaty name:iccpr',
  '/cite footnote:24 style:APA (7th edition)',
  'What is Indonesia’s rating?',
];

export function Welcome({ onSend }: { onSend: (line: string) => void }) {
  return (
    <section class="welcome" aria-labelledby="welcome">
      <h2 id="welcome">Ask, and get the report’s own footnote</h2>
      <p>
        This is Footnote as it answers in Discord, without Discord: the same commands, the same messages. Type
        a question, or <kbd>/</kbd> for the commands. Or try one of these:
      </p>
      <ul>
        {EXAMPLES.map((line) => (
          <li key={line}>
            <button type="button" onClick={() => onSend(line)}>
              {line}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
