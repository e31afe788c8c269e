import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/browser/loudly.ts', 'test/e2e/index-saved.ts'],
    // Much of the time is waiting, for processes and for Discord: one worker for each core.
    maxWorkers: '100%',
    // The end-to-end tests start real processes, some of them one after the other, on machines that are busy with others.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
