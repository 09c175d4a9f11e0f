import { chmod, chown, lstat, mkdir, mkdtemp, realpath, rmdir, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Account, canEnter, unprivilegedAccount, weAreRoot } from './account.ts';

/** Where the embedded PostgreSQL lives and as whom. */
export interface Place {
  /** Real path of the folder that holds its data, log, password, socket and lock. Mode 0700. */
  home: string;
  account: Account | null;
}

/** For a root whose clone lies where no other account may go (a home folder of mode 700). */
export const shared_folder = '/var/lib/tidings';

/**
 * Finds or makes the home of the embedded PostgreSQL: `DATA_DIR/postgresql`. Where the account it must run as
 * cannot go there, that name is a symbolic link to a folder of its own under /var/lib/tidings.
 *
 * Throws a readable error when the folder is another account's, or its link leads nowhere.
 */
export async function findPlace(data_dir: string): Promise<Place> {
  const folder = await makeDataDir(data_dir);
  const name = join(folder, 'postgresql');
  const exists = await lstat(name).catch(() => null);
  // A twin that starts at this instant may be the one who makes it.
  if (!exists) await makeHome(folder, name).catch(ignoreExisting);
  const home = await realpath(name).catch(() => {
    throw new Error(
      `${name} is a link to a folder that is gone. Put it back, or remove the link to begin empty.`,
    );
  });
  return { home, account: await accountOf(home) };
}

/** Whose the home is says as whom PostgreSQL runs. One that root has just made is given away. */
async function accountOf(home: string): Promise<Account | null> {
  const { uid, gid } = await stat(home);
  if (!weAreRoot) {
    if (uid === process.getuid?.()) return null;
    throw new Error(
      `${home} belongs to the account number ${uid}. Start Tidings as that account, or set DATA_DIR.`,
    );
  }
  const account = uid === 0 ? await unprivilegedAccount() : { uid, gid };
  if (!(await canEnter(account, dirname(home)))) {
    throw new Error(
      `The account number ${account.uid}, which owns ${home}, may not enter the folders above it.`,
    );
  }
  await chown(home, account.uid, account.gid);
  return account;
}

async function makeHome(folder: string, name: string): Promise<void> {
  if (!weAreRoot || (await canEnter(await unprivilegedAccount(), folder))) {
    await mkdir(name, { mode: 0o700 });
    return;
  }
  await makeSharedFolder();
  const project = basename(dirname(folder)).replace(/[^\w.-]/g, '_');
  const home = await mkdtemp(join(shared_folder, `${project}-`));
  try {
    await symlink(home, name);
  } catch (error) {
    await rmdir(home);
    throw error;
  }
}

async function makeDataDir(data_dir: string): Promise<string> {
  try {
    await mkdir(data_dir, { recursive: true });
    return await realpath(data_dir);
  } catch (error) {
    throw new Error(`DATA_DIR cannot be used: ${(error as Error).message}.`, { cause: error });
  }
}

/** Makes the shared folder, which everybody may enter whatever the umask of root is. */
export async function makeSharedFolder(): Promise<void> {
  await mkdir(shared_folder, { recursive: true });
  await chmod(shared_folder, 0o755);
}

/** For what two processes may make at once: that it is there is all that matters. */
export function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST' && error.code !== 'ENOTEMPTY') throw error;
}
