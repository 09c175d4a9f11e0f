import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,test,scripts,bench}/**/*.test.ts'],
    globalSetup: ['test/support/server.ts'],
    // A process per file: some tests start programs, and a crash must not take its neighbours along.
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
