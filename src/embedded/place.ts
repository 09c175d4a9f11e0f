import { chmod, chown, lstat, mkdir, mkdtemp, realpath, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
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
  const name = join(resolve(data_dir), 'postgresql');
  await mkdir(dirname(name), { recursive: true });
  const exists = await lstat(name).then(
    () => true,
    () => false,
  );
  if (!exists) return makePlace(name);
  const home = await realpath(name).catch(() => {
    throw new Error(
      `${name} is a link to a folder that is gone. Put it back, or remove the link to begin empty.`,
    );
  });
  const owner = await stat(home);
  if (weAreRoot) {
    const account = owner.uid === 0 ? await unprivilegedAccount() : { uid: owner.uid, gid: owner.gid };
    await chown(home, account.uid, account.gid);
    if (await canEnter(account, home)) return { home, account };
    throw new Error(
      `The account with number ${account.uid}, which owns ${home}, may not enter the folders above it.`,
    );
  }
  if (owner.uid === process.getuid?.()) return { home, account: null };
  throw new Error(
    `${home} belongs to the account with number ${owner.uid}. Start Tidings as that account, or set DATA_DIR.`,
  );
}

async function makePlace(name: string): Promise<Place> {
  if (!weAreRoot) {
    await mkdir(name, { mode: 0o700 });
    return { home: await realpath(name), account: null };
  }
  const account = await unprivilegedAccount();
  const home = await makeHome(name, account);
  await chown(home, account.uid, account.gid);
  return { home, account };
}

async function makeHome(name: string, account: Account): Promise<string> {
  const folder = await realpath(dirname(name));
  if (await canEnter(account, folder)) {
    await mkdir(name, { mode: 0o700 });
    return join(folder, basename(name));
  }
  await makeSharedFolder();
  const project = basename(dirname(folder)).replace(/[^\w.-]/g, '_');
  const home = await mkdtemp(join(shared_folder, `${project}-`));
  await symlink(home, name);
  return home;
}

/** Makes the shared folder, which everybody may enter whatever the umask of root is. */
export async function makeSharedFolder(): Promise<void> {
  await mkdir(shared_folder, { recursive: true });
  await chmod(shared_folder, 0o755);
}
