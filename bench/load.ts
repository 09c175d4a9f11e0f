import { fork } from 'node:child_process';
import { join } from 'node:path';

/** What to ask of a server, and how. The requests themselves are made in the load process: see load-process.ts. */
export interface Load {
  url: string;
  kind: 'orders' | 'scans' | 'scan_batches' | 'order_reads' | 'lookups' | 'page';
  connections: number;
  seconds: number;
  headers: Record<string, string>;
  /** Prefix of the orders to choose from, or of new ones. */
  run: string;
  /** When the first scan was made, in minutes: later slices go on from there. */
  minute: number;
  /** How many stored orders, or shipments, the requests are spread over: originals times copies. */
  originals: number;
  copies: number;
}

export interface Figures {
  /** Answers per second, averaged over the run. */
  per_second: number;
  p50_ms: number;
  p99_ms: number;
  /** Anything but 2xx, and broken connections: must be 0 for a figure to count. */
  errors: number;
  requests: number;
}

/** Runs a load in a process of its own, on the same machine: the server pays for the generator as it does in life. */
export async function measure(load: Load): Promise<Figures> {
  const child = fork(join(import.meta.dirname, 'load-process.ts'), [JSON.stringify(load)]);
  const { promise, resolve, reject } = Promise.withResolvers<Figures>();
  child.on('message', (figures) => resolve(figures as Figures));
  child.on('error', reject);
  child.on('exit', (code) => reject(new Error(`the load process ended with ${code}`)));
  return promise;
}
