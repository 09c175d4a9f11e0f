import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,test,scripts,bench}/**/*.test.ts'],
    globalSetup: ['test/support/server.ts'],
    // A process per file: some tests start programs, and a crash must not take its neighbours along.
    pool: 'forks',
    // A build machine with other guests was once ten times slower for minutes: what hangs is still found.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // There a wait that ran out says more about the guests than about us; a test that fails twice has failed.
    retry: process.env.CI ? 1 : 0,
  },
});
