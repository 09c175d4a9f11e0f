import type { Connection, Database } from '../../lib/database.ts';
import type { Log } from '../../lib/log.ts';

/** PostgreSQL's channel on which processes that only write tell those that send. */
const topic = 'deliveries';
/** After the connection was lost; meanwhile the lines poll. */
const reconnect_pause_ms = 5_000;
/** At most so often a process that only writes says that it wrote. */
const announce_pause_ms = 20;

/** Calls `wake` whenever another process says that it planned something. Holds one connection. */
export function listenForDeliveries(
  database: Database,
  log: Log,
  wake: () => void,
): { close(): Promise<void> } {
  let connection: Connection | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function connect(): Promise<void> {
    try {
      const fresh = await database.connect();
      const lost = (): void => {
        if (connection !== fresh) return;
        connection = null;
        fresh.release(true);
        again();
      };
      connection = fresh;
      fresh.on('notification', wake);
      fresh.once('error', lost);
      fresh.once('end', lost);
      await fresh.query(`listen ${topic}`);
      wake();
    } catch (error) {
      log.debug({ err: error }, 'Not listening for deliveries of other processes');
      connection?.release(true);
      connection = null;
      again();
    }
  }

  function again(): void {
    if (!closed) timer = setTimeout(() => void connect(), reconnect_pause_ms);
  }

  const connecting = connect();
  return {
    async close() {
      closed = true;
      await connecting;
      clearTimeout(timer);
      // A connection that listens is of no use to anybody else.
      const last = connection;
      connection = null;
      last?.release(true);
    },
  };
}

/**
 * The other end, for a process without an outbox (`ROLE=web`): its `wake` tells those that have one, at most
 * once in a short while. One that is lost costs a second, since the lines poll.
 */
export function openAnnouncer(database: Database): { wake(): void } {
  let waiting = false;
  return {
    wake() {
      if (waiting) return;
      waiting = true;
      setTimeout(() => {
        waiting = false;
        database.query({ name: 'deliveries_announce', text: `notify ${topic}` }).catch(() => {});
      }, announce_pause_ms).unref();
    },
  };
}
