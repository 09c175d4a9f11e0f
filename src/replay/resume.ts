import type { Api } from '../client/api.ts';
import { BATCH_PATHS } from './life.ts';
import { nameReplay, readMark, writeMark } from './mark.ts';
import type { PlannedCall } from './plan.ts';

/** A note is written this often: a run that is killed repeats at most so much, and repeating changes nothing. */
const note_every_ms = 1_000;

/** Where a replay begins, and how it notes how far it has come. */
export interface Resumption {
  /** Calls that need not be made again. */
  first: number;
  /** Notes the calls done; not more often than is useful, but always the last time. */
  note(calls_done: number, last: boolean): Promise<void>;
}

/** @param restart begin with the first call whatever an earlier run has done. */
export async function openResumption(
  api: Api,
  path: string,
  replay: { url: string; notify: boolean; calls: readonly PlannedCall[]; restart: boolean },
): Promise<Resumption> {
  const of = nameReplay(replay.url, replay.notify, replay.calls);
  const marked = replay.restart ? 0 : await readMark(path, of);
  const first = (await remembers(api, replay.calls.slice(0, marked))) ? marked : 0;
  let noted_ms = performance.now();
  let writing: Promise<void> = Promise.resolve();
  return {
    first,
    note(calls_done, last) {
      if (!last && performance.now() - noted_ms < note_every_ms) return writing;
      noted_ms = performance.now();
      // One after the other: two writers would move each other's file.
      writing = writing.then(() => writeMark(path, { of, calls_done }));
      return writing;
    },
  };
}

/** The note may be older than the database: has the server the first and the last order placed before it? */
async function remembers(api: Api, done: readonly PlannedCall[]): Promise<boolean> {
  const placings = done.filter((call) => call.path === BATCH_PATHS.orders);
  for (const event of [placings[0]?.events[0], placings.at(-1)?.events.at(-1)]) {
    if (!event || (await api.call('GET', `/v1/orders/${event.order}`)).status !== 200) return false;
  }
  return true;
}
