import { loadConfig } from '../src/config.ts';
import { openLog } from '../src/lib/log.ts';
import { default_overrides_dir, openOverrides } from '../src/overrides/index.ts';

/**
 * `npm run check:overrides [-- <folder>]`: what of the shop's own words and templates will be used, and what will not
 * and why. Ends with 1 when something will not. The same is checked at every start.
 */
const loaded = loadConfig(process.env);
if ('mistakes' in loaded) {
  process.stderr.write(`${loaded.mistakes.join('\n')}\n`);
  process.exit(1);
}
const folder = process.argv[2] ?? loaded.config.overridesDir;
const overrides = await openOverrides({ folder, log: openLog({ level: 'silent' }) });
const lines = [
  ...overrides.used().map((what) => `used      ${what}`),
  ...overrides
    .problems()
    .map(({ file, key, reason }) => `not used  ${file}${key ? `, ${key}` : ''}: ${reason}`),
];
const nothing = `There are no words and no templates in ${folder ?? default_overrides_dir}.`;
process.stdout.write(`${lines.length > 0 ? lines.join('\n') : nothing}\n`);
process.exitCode = overrides.problems().length > 0 ? 1 : 0;
