// The way in: `npm start`. Plain JavaScript, so that a Node which is too old can still
// say so: what it may not know is imported after the check.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const node_major_min = 26;

refuseOldNode();
process.env.NODE_ENV ??= 'production';
buildStyles();
// The second start spares the compiling of some thousand files: a third of a second.
const { enableCompileCache } = await import('node:module');
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'));
await import('../src/main.ts');

function refuseOldNode() {
  if (Number.parseInt(process.versions.node, 10) >= node_major_min) return;
  console.error(
    `Tidings needs Node ${node_major_min} and this is ${process.version}. ` +
      'Use `npm start`: it runs the Node that `npm ci` has put into node_modules.',
  );
  process.exit(1);
}

/** Builds the style sheet when it is missing, or older than a page it is made from. */
function buildStyles() {
  const root = join(import.meta.dirname, '..');
  const built = modified(join(root, 'public/app.css'));
  const pages = join(root, 'src/web');
  if (modified(join(pages, 'styles/app.css')) === 0) return;
  const sources = readdirSync(pages, { recursive: true }).map((name) => modified(join(pages, name)));
  if (built >= Math.max(...sources)) return;
  const build = spawnSync('npm', ['run', '--silent', 'build:css'], { cwd: root, encoding: 'utf8' });
  if (build.status !== 0) {
    console.error(`The style sheet could not be built:\n${build.stderr || build.error}`);
    process.exit(1);
  }
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
