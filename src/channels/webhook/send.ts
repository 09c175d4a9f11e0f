import { performance } from 'node:perf_hooks';
import type { Clock } from '../../lib/clock.ts';
import { databaseIsAway } from '../../lib/database.ts';
import type { Log } from '../../lib/log.ts';
import { type ClaimedWebhook, signatureOf, type WebhookWriter } from '../../modules/webhooks/index.ts';
import type { Answer, Poster } from './post.ts';
import type { Attempt } from './result.ts';

interface Sending {
  clock: Clock;
  log: Log;
  write: WebhookWriter;
  poster: Poster;
}

/** One try of one claimed delivery. Never rejects. */
export async function tryOnce(
  { clock, log, write, poster }: Sending,
  claimed: ClaimedWebhook,
  signal: AbortSignal,
): Promise<Attempt> {
  const began_ms = clock.now();
  const from_ms = performance.now();
  const took = (answer: Attempt['answer']): Attempt => ({
    ...{ began_ms, answer, duration_ms: performance.now() - from_ms },
  });
  try {
    const body = await write(claimed);
    if (body === null) return took({ unwritten: 'nothing_to_tell' });
    return took(await postSigned(poster, { ...claimed, body, now_ms: began_ms }, signal));
  } catch (error) {
    if (databaseIsAway(error)) return took({ unready: 'database_away' });
    const { order_number, fact_version } = claimed;
    log.error({ err: error, order_number, fact_version }, 'A webhook could not be made');
    return took({ unwritten: `internal: ${error instanceof Error ? error.name : 'error'}` });
  }
}

/** A message with the three headers of Standard Webhooks. `now_ms` is this try's: the timestamp is signed. */
export function postSigned(
  poster: Poster,
  message: { id: string; url: string; body: string; secrets: readonly Uint8Array[]; now_ms: number },
  signal: AbortSignal,
): Promise<Answer> {
  const { id, url, body, secrets } = message;
  const timestamp_s = Math.floor(message.now_ms / 1_000);
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    'User-Agent': 'Tidings',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp_s),
    'webhook-signature': signatureOf({ id, timestamp_s, body }, secrets),
  };
  return poster.post(url, headers, body, signal);
}
