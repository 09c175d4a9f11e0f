import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';
import type { Log } from '../../lib/log.ts';
import {
  anybodyListens,
  type ClaimedWebhook,
  claimWebhooks,
  type TryOutcome,
} from '../../modules/webhooks/index.ts';
import { openWaker } from '../outbox/waker.ts';
import type { WebhookLimits } from './limits.ts';

export interface LaneOptions {
  database: Database;
  clock: Clock;
  log: Log;
  /** Of endpoints whose last try failed, or of all others. */
  failing: boolean;
  /** How many messages may be on their way at once, in all and to one endpoint. */
  concurrency: number;
  per_endpoint: number;
  /** How many this process has on their way to each endpoint, on either lane. */
  onTheirWay: Map<string, number>;
  limits: WebhookLimits;
  /** Sends one, and writes down what became of it. Never rejects. */
  send(claimed: ClaimedWebhook): Promise<TryOutcome>;
  /** Told when there is room again. */
  settled(outcome: TryOutcome): void;
}

export interface Lane {
  /** Something may be due, or there is room again: looks at once. */
  wake(): void;
  /** Claims nothing more. Resolves when nothing is on its way. */
  close(): Promise<void>;
}

/** Claims what there is room for and sends it side by side, until it is closed. */
export function openLane(options: LaneOptions): Lane {
  const { database, clock, log, failing, concurrency, per_endpoint, onTheirWay, limits } = options;
  const waker = openWaker();
  const mine = new Set<Promise<void>>();
  let closing = false;

  async function run(): Promise<void> {
    while (!closing) {
      try {
        await step();
      } catch (error) {
        log.warn({ err: error }, 'The line of webhooks cannot be read');
        await waker.sleep(limits.poll_ms, 'soundly');
      }
    }
  }

  async function step(): Promise<void> {
    const limit = concurrency - mine.size;
    if (limit === 0) {
      await Promise.race(mine);
      return;
    }
    waker.listen();
    const claimed = await claimWebhooks(database, {
      ...{ failing, limit, per_endpoint, on_their_way: onTheirWay },
      ...{ now_ms: clock.now(), lease_ms: limits.lease_ms },
    });
    for (const each of claimed) launch(each);
    if (claimed.length === limit) return;
    const news = claimed.length > 0 || mine.size > 0 || (await anybodyListens(database));
    await waker.sleep(limits.poll_ms, news ? 'lightly' : 'soundly');
  }

  function launch(claimed: ClaimedWebhook): void {
    const { endpoint } = claimed;
    onTheirWay.set(endpoint, (onTheirWay.get(endpoint) ?? 0) + 1);
    // The room is taken until the result is written: only then the next claim knows how it stands with the endpoint.
    const sending = options.send(claimed).then((outcome) => {
      mine.delete(sending);
      const left = onTheirWay.get(endpoint)! - 1;
      if (left === 0) onTheirWay.delete(endpoint);
      else onTheirWay.set(endpoint, left);
      options.settled(outcome);
    });
    mine.add(sending);
  }

  const running = run();
  return {
    wake: waker.wake,
    async close() {
      closing = true;
      waker.wakeForGood();
      await running;
      await Promise.all(mine);
    },
  };
}
