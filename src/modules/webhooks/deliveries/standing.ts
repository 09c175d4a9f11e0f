import type { TryOutcome, WebhookResult } from './delivery.ts';

/** What the results of one write say about one endpoint. */
export interface Standing {
  endpoint: string;
  /** One of the tries succeeded. */
  succeeded: boolean;
  /** When the youngest of those began that failed after it; null: none did. RFC 3339 UTC. */
  failed_from: string | null;
  gone: boolean;
  throttled_until_ms: number | null;
}

const SAYS: Record<TryOutcome, 'success' | 'failure' | 'nothing'> = {
  delivered: 'success',
  refused: 'failure',
  throttled: 'failure',
  gone: 'failure',
  unreachable: 'failure',
  unready: 'nothing',
  unwritten: 'nothing',
  given_up: 'nothing',
};

/** What results, in the order they came, say about their endpoints. Sorted, since every process locks in this order. */
export function standingsOf(results: readonly WebhookResult[]): Standing[] {
  const standings = new Map<string, Standing>();
  for (const result of results) {
    const says = SAYS[result.outcome];
    if (says === 'nothing') continue;
    const { endpoint } = result;
    const standing = standings.get(endpoint) ?? {
      ...{ endpoint, succeeded: false, failed_from: null, gone: false, throttled_until_ms: null },
    };
    standings.set(endpoint, standing);
    if (says === 'success') {
      standing.succeeded = true;
      standing.failed_from = null;
      continue;
    }
    const began = result.tried!.at;
    if (standing.failed_from === null || standing.failed_from < began) standing.failed_from = began;
    standing.gone ||= result.outcome === 'gone';
    standing.throttled_until_ms = latest(standing.throttled_until_ms, result.throttled_until_ms);
  }
  return [...standings.values()].sort((a, b) => (a.endpoint < b.endpoint ? -1 : 1));
}

function latest(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.max(one, other);
}
