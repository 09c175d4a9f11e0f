import type { Registry } from 'prom-client';
import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';
import type { Log } from '../../lib/log.ts';
import type { State } from '../../modules/state.ts';
import { openWebhookWriter } from '../../modules/webhooks/index.ts';
import type { Composition } from '../../story/index.ts';
import { type Guard, openGuard } from './guard.ts';
import { openPoster, type Poster } from './post.ts';
import { openWebhookSender } from './sender.ts';

/** Telling other systems, as one process takes part in it. */
export interface Webhooks {
  guard: Guard;
  poster: Poster;
  /** Something was planned. Without a sender here, one of another process finds it within a second. */
  wake(): void;
  close(): Promise<void>;
}

interface Surroundings {
  database: Database;
  clock: Clock;
  log: Log;
  composition: Composition<State>;
  config: { privateHosts: boolean };
}

/** @param sends false: a process that only answers; it still tries endpoints for whoever asks */
export function openWebhooks(core: Surroundings, sends: boolean, registry?: Registry): Webhooks {
  const { database, clock, log, composition, config } = core;
  const guard = openGuard({ private_hosts: config.privateHosts });
  const poster = openPoster(guard);
  const write = openWebhookWriter(database, composition);
  const sender = sends
    ? openWebhookSender({ database, clock, log, write, poster, ...(registry && { registry }) })
    : null;
  return {
    guard,
    poster,
    wake: () => sender?.wake(),
    async close() {
      await sender?.close();
      poster.close();
    },
  };
}
