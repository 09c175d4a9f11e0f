import type { Registry } from 'prom-client';
import type { InboundSettings } from '../../../config/inbound.ts';
import { databaseIsAway } from '../../../lib/database.ts';
import { unhandledMails } from './inbox.ts';
import type { InboundLimits } from './limits.ts';
import { type Listener, listenForMail } from './listener.ts';
import { registerInboundMetrics } from './metrics.ts';
import { type ReaderDeps, readInboundMail } from './read.ts';

export { mayBeAnswered } from './answerable.ts';
export { evidenceIn } from './evidence.ts';
export { forgetInboundMails, readKeptMail } from './inbox.ts';
export { countReturned, type ReturnedOrder, readReturnedOrders } from './overview.ts';
export { type OurAddresses, verifyAddress } from './recipient.ts';

export interface MailInOptions extends Omit<ReaderDeps, 'metrics'> {
  /** Null: another process listens; this one only reads what was left unread. */
  listen: InboundSettings | null;
  registry: Registry;
  limits?: Partial<InboundLimits>;
}

/** What comes back: the listener and the reader behind it. */
export interface MailIn {
  /** Null when nobody listens here. */
  port: number | null;
  /** Reads what a crash, or the database being away, left unread. */
  readUnhandled(): Promise<void>;
  close(): Promise<void>;
}

/** Between the tries of a mail that came before we had written down what it answers. */
const pauses_ms = [200, 1_000, 5_000];
/** Younger ones are being read by who received them. */
const unhandled_age_ms = 60_000;
const unhandled_page = 100;

export async function openMailIn(options: MailInOptions): Promise<MailIn> {
  const { database, clock, log, listen } = options;
  const metrics = registerInboundMetrics(options.registry);
  const deps: ReaderDeps = { ...options, metrics };
  const timers = new Set<NodeJS.Timeout>();
  const reading = new Set<Promise<void>>();
  let closing = false;

  async function read(id: string, tries = 0): Promise<void> {
    try {
      if (await readInboundMail(deps, id)) return;
    } catch (error) {
      const level = databaseIsAway(error) ? 'debug' : 'error';
      log[level]({ err: error, mail: id }, 'A mail that came in could not be read; it is tried again');
    }
    const pause_ms = pauses_ms[tries];
    // Later tries are a job's.
    if (pause_ms === undefined || closing) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      begin(id, tries + 1);
    }, pause_ms);
    timers.add(timer);
  }

  function begin(id: string, tries = 0): void {
    const done = read(id, tries).finally(() => reading.delete(done));
    reading.add(done);
  }

  let listener: Listener | null = null;
  if (listen) listener = await listenForMail({ ...deps, ...listen, arrived: begin, ...limitsOf(options) });
  return {
    port: listener?.port ?? null,
    async readUnhandled() {
      for (const id of await unhandledMails(database, clock.now() - unhandled_age_ms, unhandled_page)) {
        await read(id, pauses_ms.length);
      }
    },
    async close() {
      closing = true;
      await listener?.close();
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(reading);
    },
  };
}

function limitsOf({ limits }: MailInOptions): { limits?: Partial<InboundLimits> } {
  return limits ? { limits } : {};
}
