import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../lib/log.ts';
import type { Postmaster } from './postmaster.ts';

/** A server that is started again whenever it ends by itself. */
export interface Supervised {
  /** Stops it for good. */
  stop(): Promise<void>;
}

/** How often the first start is tried: the children of a killed server may hold its memory for a moment. */
const first_attempts_max = 5;
const pause_first_ms = 100;
const pause_longest_ms = 5_000;

/**
 * Starts a server with `startServer` and keeps it running until it is stopped. The first start must succeed within
 * a few attempts, else its error is thrown. Later ones are tried for as long as it takes (a full disk is emptied
 * some day), with growing pauses.
 */
export async function keepRunning(startServer: () => Promise<Postmaster>, log: Log): Promise<Supervised> {
  const stopping = new AbortController();
  let server = await startAgain(startServer, first_attempts_max);
  const supervision = supervise();

  async function supervise(): Promise<void> {
    await server.ended;
    while (!stopping.signal.aborted) {
      log.error({ pid: server.pid }, 'The database ended by itself; starting it again');
      const again = await startAgain(startServer, Number.POSITIVE_INFINITY, stopping.signal, log).catch(
        () => null,
      );
      // Only a stop ends the attempts without a server.
      if (again === null) return;
      server = again;
      log.info({ pid: server.pid }, 'The database runs again');
      if (!stopping.signal.aborted) await server.ended;
    }
  }

  return {
    stop: async () => {
      stopping.abort();
      await server.stop();
      // A start that was under way when we were told to stop ends with a server that must be stopped too.
      await supervision;
      await server.stop();
    },
  };
}

async function startAgain(
  startServer: () => Promise<Postmaster>,
  attempts_max: number,
  stopping?: AbortSignal,
  log?: Log,
): Promise<Postmaster> {
  for (let attempt = 1, pause_ms = pause_first_ms; ; attempt += 1) {
    try {
      return await startServer();
    } catch (error) {
      if (attempt >= attempts_max || stopping?.aborted) throw error;
      log?.error({ err: error, attempt }, 'The database does not start; trying again');
    }
    await sleep(pause_ms, undefined, { signal: stopping });
    pause_ms = Math.min(pause_ms * 2, pause_longest_ms);
  }
}
