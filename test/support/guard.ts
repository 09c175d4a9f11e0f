import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Watches this process from outside. However it ends (Ctrl-C twice, kill -9), the pipe to the watcher closes, and
 * the watcher stops the product and the database of `data_dir` and removes their files.
 *
 * Answers with how to let it go in the orderly case, when nothing is left to do.
 */
export async function guard(data_dir: string): Promise<() => void> {
  const watcher = spawn('/bin/sh', ['-c', watch, 'sh', data_dir], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  await once(watcher, 'spawn');
  watcher.unref();
  return () => void watcher.stdin.end('finished\n');
}

/** What is just being started has no number yet, so it is looked for during some seconds. */
const watch = `
  read -r finished
  [ "$finished" = finished ] && exit
  home=$(readlink -f "$1/postgresql")
  for pause in 1 1 1 1 1; do
    kill -TERM $(sed -n 's/.*"pid":\\([0-9]*\\).*/\\1/p' "$home/lock.json")
    kill -INT $(head -n 1 "$home/data/postmaster.pid")
    sleep $pause
  done
  rm -rf "$home" "$1"`;
