import { expect, test } from 'vitest';
import { webhook_attempts_max } from '../../modules/webhooks/index.ts';
import type { Answer } from './post.ts';
import { webhookResult } from './result.ts';

const began_ms = Date.parse('2026-03-02T12:00:00Z');
const claimed = {
  ...{ order_number: 'o-1', fact_version: 1, endpoint: 'whe_1', id: 'msg_1', url: 'https://a.example/' },
  ...{
    seller: null,
    fact: null,
    secrets: [],
    attempts: 1,
    created_at: new Date(began_ms),
    lease_until: new Date(0),
  },
};
const resultOf = (answer: Answer, changes: Partial<typeof claimed> = {}) =>
  webhookResult({ ...claimed, ...changes }, { began_ms, duration_ms: 0, answer }, { unready_pause_ms: 1 }, 0);
const answered = (http_status: number, retry_after?: string): Answer => ({ http_status, retry_after });

test.each([
  [200, 'delivered', 'delivered'],
  [204, 'delivered', 'delivered'],
  [299, 'delivered', 'delivered'],
  [300, 'refused', 'waiting'],
  [301, 'refused', 'waiting'],
  [308, 'refused', 'waiting'],
  [400, 'refused', 'waiting'],
  [401, 'refused', 'waiting'],
  [404, 'refused', 'waiting'],
  [410, 'gone', 'failed'],
  [429, 'throttled', 'waiting'],
  [500, 'refused', 'waiting'],
  [502, 'refused', 'waiting'],
  [503, 'refused', 'waiting'],
])('%i is %s', (http_status, outcome, status) => {
  const result = resultOf(answered(http_status));
  expect(result).toMatchObject({ outcome, status, tried: { http_status } });
  expect(result.tried!.error).toBe(outcome === 'delivered' ? null : `http_${http_status}`);
});

test('the last try is the last', () => {
  expect(resultOf(answered(500), { attempts: webhook_attempts_max - 1 }).status).toBe('waiting');
  expect(resultOf(answered(500), { attempts: webhook_attempts_max }).status).toBe('failed');
});

test('who is turned away by a rate limit keeps its tries, for a day', () => {
  const soon = resultOf(answered(429, '60'), { attempts: webhook_attempts_max });
  expect(soon).toMatchObject({ status: 'waiting', given_back: true });
  expect(soon.due_at_ms - began_ms).toBe(60_000);
  expect(soon.throttled_until_ms).toBe(began_ms + 60_000);
  const created_at = new Date(began_ms - 25 * 3_600_000);
  const old = resultOf(answered(429, '60'), { attempts: webhook_attempts_max, created_at });
  expect(old).toMatchObject({ status: 'failed', given_back: false });
});

test('Retry-After puts a retry off and never brings it forward', () => {
  expect(resultOf(answered(500, '600')).due_at_ms - began_ms).toBe(600_000);
  expect(resultOf(answered(500, '1'), { attempts: 2 }).due_at_ms - began_ms).toBe(300_000);
});

test('a try that was stopped by ourselves does not count', () => {
  const result = resultOf({ http_status: null, error: 'given_up' });
  expect(result).toMatchObject({
    outcome: 'given_up',
    status: 'waiting',
    given_back: true,
    due_at_ms: began_ms,
  });
});
