import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const root = join(import.meta.dirname, '../..');

/** Where Debian's package puts it; used only where the one from npm does not run. */
const installed = '/usr/bin/chromium';

/**
 * Starts a headless Chromium with nothing installed but `npm ci`: the browser, its shared libraries and a font come
 * out of @sparticuz/chromium. The caller closes it.
 */
export async function launchBrowser(): Promise<Browser> {
  const folder = await unpack();
  try {
    return await chromium.launch({
      executablePath: join(folder, 'chromium'),
      // Letters look alike on every machine, so that pictures can be compared.
      args: ['--font-render-hinting=none'],
      env: {
        ...environment(),
        LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
        FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      },
    });
  } catch (error) {
    if (await exists(installed)) return chromium.launch({ executablePath: installed });
    throw error;
  }
}

/**
 * Unpacks the browser once per clone and version. The package would unpack into /tmp itself, where parallel tests and
 * other users meet, and a run that is interrupted leaves half a browser; ours is renamed into place when complete.
 */
async function unpack(): Promise<string> {
  const cache = join(root, 'node_modules/.cache');
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = createRequire(import.meta.url)(join(dirname(entry), '../../package.json'));
  const folder = join(cache, `chromium-${version}`);
  if (await exists(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const unfinished = await mkdtemp(join(cache, 'unpacking-'));
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', unpackScript], {
    cwd: root,
    // It unpacks to the temporary folder, and its shared libraries only where it believes to be in AWS Lambda.
    env: { TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  await writeFile(join(unfinished, 'fonts.conf'), fonts);
  await rename(unfinished, folder).catch(async (error) => {
    await rm(unfinished, { recursive: true });
    // Another test file was faster.
    if (!(await exists(folder))) throw error;
  });
  return folder;
}

const unpackScript = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;

/** The fonts of the package first, then those of the machine (for scripts the package lacks). */
const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

function environment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
