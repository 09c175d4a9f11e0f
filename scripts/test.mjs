// `npm test`: types, lint and every test, all of them even when one fails, and one line at the end that counts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'tidings-report-'));
const report = join(folder, 'report.json');

// The pages are tested as buyers see them, so they need their style sheet first.
const checks = [
  run('npm', 'run', '--silent', 'build:css'),
  run('tsc', '--noEmit'),
  run('biome', 'check', '--error-on-warnings'),
];
const tested = run('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
const counted = count();
rmSync(folder, { recursive: true });

const passed = counted.passed + checks.filter((fine) => fine).length;
const failed = counted.failed + checks.filter((fine) => !fine).length;
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** Runs a program of node_modules/.bin, where npm has put the path, and says whether it was content. */
function run(program, ...args) {
  console.log(
    `\n> ${[program, ...args.filter((arg) => !arg.includes('eporter') && !arg.includes('output'))].join(' ')}`,
  );
  return spawnSync(program, args, { stdio: 'inherit' }).status === 0;
}

/** A file that cannot be loaded has no tests that could fail, and an error outside of tests belongs to none. */
function count() {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const unloadable = testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    );
    const failed = numFailedTests + unloadable.length;
    return { passed: numPassedTests, failed: tested ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
