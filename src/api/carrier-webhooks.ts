import { z } from '@hono/zod-openapi';
import { keepPayload, markHandled } from '../carriers/inbox.ts';
import { type CarrierSource, sourceOf } from '../carriers/index.ts';
import type { Config } from '../config.ts';
import { instant } from '../lib/clock.ts';
import type { Database } from '../lib/database.ts';
import type { Log } from '../lib/log.ts';
import type { Intake } from '../modules/shipments/intake.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { scan_ahead_max_ms } from './limits.ts';
import { notFound, Problem } from './problem.ts';

const decoder = new TextDecoder();

/** What carriers and tracking services post to us: kept as it came, then read on the road of every scan. */
export function carrierWebhookEndpoints(
  database: Database,
  intake: Intake,
  config: Config,
  log: Log,
): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/v1/carriers/{source}/webhooks',
      tag: 'Carriers',
      summary: 'Receive the webhook of a tracking service',
      description:
        'The raw body of the source, with its signature. Always 202 once stored; repeated deliveries change nothing.',
      access: 'open',
      params: z.object({ source: z.string().openapi({ example: 'aftership' }) }),
      raw_body: true,
      answers: { 202: { description: 'Stored', schema: z.strictObject({ received: z.literal(true) }) } },
      async handle({ params, raw, request, now_ms }) {
        const source = sourceOf(params.source);
        if (!source) throw notFound('source_not_found', 'There is no such source.');
        const secret = source.secret(config);
        if (secret === null || !source.verify(raw, request.headers, secret)) {
          throw new Problem(401, 'signature_wrong', { detail: 'The signature does not fit the body.' });
        }
        const received_at = instant(now_ms);
        const kept = await keepPayload(database, { source: source.name, received_at, body: raw });
        // Once it is kept nothing may be lost by failing: what is not read now is read by the recurring job.
        if (!kept.handled) {
          await readPayload(database, intake, source, { id: kept.id, body: raw }, now_ms).catch((error) =>
            log.warn({ err: error, source: source.name, payload: kept.id }, 'A webhook is read later'),
          );
        }
        return { status: 202, body: { received: true } };
      },
    }),
  ];
}

/** Reads one kept message into scans. Also the job's way of reading what a crash left behind. */
export async function readPayload(
  database: Database,
  intake: Intake,
  source: CarrierSource,
  payload: { id: string; body: Uint8Array },
  now_ms: number,
): Promise<void> {
  const { scans, unknown_codes } = source.parse(jsonOf(payload.body));
  // A scan of next year would hide every later one: it stays in the kept message, and nowhere else.
  const happened = scans.filter(({ occurred_at }) => Date.parse(occurred_at) <= now_ms + scan_ahead_max_ms);
  if (happened.length > 0) await intake.record(happened, now_ms);
  const numbers = scans.map(({ tracking_number }) => tracking_number);
  await markHandled(database, payload.id, instant(now_ms), { unknown_codes, numbers });
}

/** A source signs what it likes; what is no JSON says nothing to us, and is kept all the same. */
function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(body));
  } catch {
    return null;
  }
}
