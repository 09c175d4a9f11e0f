import { join } from 'node:path';
import { checkBounces } from './bounces.ts';
import { checkCarriers } from './carriers.ts';
import { checkRecommendations } from './recommendations.ts';
import type { Report } from './report.ts';
import { checkTrackingNumbers } from './tracking-numbers.ts';
import { checkWebhooks } from './webhooks.ts';

/**
 * `npm run check:data [-- <folder>]`: compares the code with data no one here wrote, which is not part of this
 * repository (default: `../shared/data`). Prints every disagreement and ends with one if there was any.
 */
const CHECKS: readonly [name: string, check: (data: string) => Promise<Report>][] = [
  ['carriers', checkCarriers],
  ['tracking numbers', checkTrackingNumbers],
  ['bounces', checkBounces],
  ['webhooks', checkWebhooks],
  ['recommendations', checkRecommendations],
];

/** A folder of thousands of samples must not fill the screen when one rule is wrong. */
const failures_shown = 20;

const data = process.argv[2] ?? join(import.meta.dirname, '../../../shared/data');
let passed = 0;
let failed = 0;
for (const [name, check] of CHECKS) {
  const report = await check(data);
  passed += report.passed;
  failed += report.failures.length;
  console.log(`${name}: ${report.passed} agree, ${report.failures.length} disagree`);
  for (const failure of report.failures.slice(0, failures_shown)) console.log(`  ${failure}`);
  for (const remark of report.remarks ?? []) console.log(`  ${remark}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
