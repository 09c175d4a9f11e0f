import { configDefaults, defineConfig } from 'vitest/config';

/** Next to what they test: they neither start programs nor change what others read. */
const beside = 'src/{api,carriers,channels,lib,modules,story,web,why}/**/*.test.ts';

export default defineConfig({
  test: {
    globalSetup: ['test/support/server.ts'],
    pool: 'forks',
    // Tests wait for PostgreSQL as long as they think: two at once took two thirds of the time on two cores.
    maxWorkers: 2,
    // A build machine with other guests was once ten times slower for minutes: what hangs is still found.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // There a wait that ran out says more about the guests than about us; a test that fails twice has failed.
    retry: process.env.CI ? 1 : 0,
    projects: [
      {
        extends: true,
        // One process for many files: each would import the same modules, 27 seconds of 37 for 42 files.
        test: { name: 'beside', include: [beside], isolate: false },
      },
      {
        extends: true,
        // A process per file: some start programs, and a crash must not take its neighbours along.
        test: {
          name: 'whole',
          include: ['{src,test,scripts,bench}/**/*.test.ts'],
          exclude: [...configDefaults.exclude, beside],
        },
      },
    ],
  },
});
