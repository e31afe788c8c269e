/** Says, after all tests, where those in the browser did not run: skipped tests are easily overlooked. */
import { chromium } from './chromium.js';

export default function setup() {
  return () => {
    if (chromium) return;
    process.stderr.write(
      `\n${'!'.repeat(78)}\nTHE BROWSER TESTS WERE SKIPPED: there is no Chromium. Install Debian's (apt install\nchromium), or name one in CHROMIUM, and run npm test again.\n${'!'.repeat(78)}\n`,
    );
  };
}
