import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globals: false,
    pool: 'forks',
    // Each worker loads what the files share once: most of a file's time would go into that.
    isolate: false,
    setupFiles: ['test/support/set-up.ts'],
    maxWorkers: 2,
    // Two processes and hundreds of requests take their time on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    retry: 0,
  },
});
