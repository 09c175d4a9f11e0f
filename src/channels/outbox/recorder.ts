import { setTimeout as sleep } from 'node:timers/promises';
import { databaseIsAway } from '../../lib/database.ts';
import type { Log } from '../../lib/log.ts';

/** Writes results down, all that gathered while the last write was under way in one statement. */
export interface Recorder<Result> {
  /** Resolves when it is written, or given up. */
  record(result: Result): Promise<void>;
  /** Resolves when everything given so far is written. */
  finished(): Promise<void>;
  /** From now on an absent database is not waited for: the leases run out and the messages go again. */
  giveUpWaiting(): void;
}

const pause_min_ms = 100;
const pause_max_ms = 5_000;

export function openRecorder<Result>(options: {
  log: Log;
  /** One statement: all of them or none. */
  store(results: Result[]): Promise<void>;
}): Recorder<Result> {
  const { log, store } = options;
  let gathered: { result: Result; settle(): void }[] = [];
  let writing: Promise<void> | null = null;
  let patient = true;

  async function writeAll(): Promise<void> {
    while (gathered.length > 0) {
      const entries = gathered;
      gathered = [];
      await write(entries.map(({ result }) => result));
      for (const { settle } of entries) settle();
    }
    writing = null;
  }

  /** A sent message that is not written down will be sent again, so this waits for the database to come back. */
  async function write(results: Result[]): Promise<void> {
    for (let pause_ms = pause_min_ms; ; pause_ms = Math.min(pause_max_ms, 2 * pause_ms)) {
      try {
        return await store(results);
      } catch (error) {
        log.warn({ err: error, results: results.length }, 'Delivery results are not written yet');
        if (!databaseIsAway(error) && results.length > 1) return writeSingly(results);
        if (!databaseIsAway(error) || !patient) return;
      }
      await sleep(pause_ms);
    }
  }

  /** One result that cannot be written must not take its neighbors along. */
  async function writeSingly(results: Result[]): Promise<void> {
    for (const result of results) await write([result]);
  }

  return {
    record(result) {
      const { promise, resolve } = Promise.withResolvers<void>();
      gathered.push({ result, settle: resolve });
      writing ??= Promise.resolve().then(writeAll);
      return promise;
    },
    async finished() {
      while (writing) await writing;
    },
    giveUpWaiting() {
      patient = false;
    },
  };
}
