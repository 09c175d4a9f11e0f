import { hash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PlannedCall } from './plan.ts';

/** How far a replay has come, in a file beside the server's data: what an interrupted run goes on from. */
export interface Mark {
  /** What is sent, and where to: with any of it changed the mark means nothing. */
  of: string;
  calls_done: number;
}

/** Names a replay: the same calls to the same server have the same name. */
export function nameReplay(url: string, notify: boolean, calls: readonly PlannedCall[]): string {
  return hash('sha256', JSON.stringify([url, notify, calls]), 'base64url');
}

/** Calls an earlier run of this replay has done; 0 when there was none. */
export async function readMark(path: string, of: string): Promise<number> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return 0;
  const mark = JSON.parse(text) as Mark;
  return mark.of === of ? mark.calls_done : 0;
}

/** Whole or not at all: a file half written would make the next run fail. */
export async function writeMark(path: string, mark: Mark): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, `${JSON.stringify(mark)}\n`);
  await rename(`${path}.new`, path);
}
