import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/browser/loudly.ts',
    benchmark: { include: ['bench/**/*.bench.ts'] },
    // The end-to-end tests start real processes.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
