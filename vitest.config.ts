import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The pages are hono/jsx here as they are in production.
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['{src,test,scripts,bench}/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/server.ts'],
    // A process per file: some tests start programs, and a crash must not take its neighbours along.
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
