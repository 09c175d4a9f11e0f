import { createHmac } from 'node:crypto';
import { equalTexts } from '../../../lib/signed.ts';
import type { Objection } from '../../../modules/phones/index.ts';
import { callGateway, type GatewayAnswer } from '../call.ts';
import type { Gateway, GatewayOptions, GatewayRequest } from '../gateway.ts';
import { setbackOf } from '../outcome.ts';
import type { TextOutcome, TextProvider } from '../provider.ts';
import { measure } from '../segments.ts';

const concurrency = 8;
/** How far the clocks of two servers may be apart (Standard Webhooks: five minutes). */
const tolerance_ms = 5 * 60_000;

/**
 * Any other gateway, behind a few lines of somebody's own: a POST of JSON there, the same back. Both ways are signed as
 * Standard Webhooks say (headers webhook-id, webhook-timestamp, webhook-signature) when there is a SMS_SECRET.
 */
export const http: Gateway = {
  name: 'http',
  open: openHttp,
  verify({ headers, raw, now_ms }, { secret }) {
    const [id, timestamp] = [headers.get('webhook-id'), headers.get('webhook-timestamp') ?? ''];
    if (secret === null || id === null || !/^\d{1,12}$/.test(timestamp)) return false;
    if (Math.abs(Number(timestamp) * 1_000 - now_ms) > tolerance_ms) return false;
    const expected = signatureOf(secret, id, timestamp, raw);
    const given = (headers.get('webhook-signature') ?? '').split(' ');
    return given.some((signature) => equalTexts(signature, expected));
  },
  readMessage({ headers, raw }) {
    const { id, from, text } = jsonOf(raw);
    if (typeof from !== 'string' || typeof text !== 'string') return null;
    return { id: typeof id === 'string' ? id : headers.get('webhook-id'), from, text };
  },
  readReport(request) {
    const { id, status, error, to, reason } = jsonOf(request.raw);
    if (typeof id !== 'string' || (status !== 'failed' && status !== 'delivered')) return null;
    return {
      message_id: id,
      kind: status,
      error: status === 'failed' ? ['undelivered', plain(error)].filter(Boolean).join(': ') : null,
      to: typeof to === 'string' ? to : null,
      objection: objectionOf(reason),
    };
  },
  answer(reply) {
    return { body: { reply } };
  },
  replies_itself: [],
};

const error_length_max = 100;

function openHttp({ settings, reportUrl, clock }: GatewayOptions): TextProvider {
  const { url, user, password, from, secret } = settings;
  const authorization = user || password ? basic(user, password) : null;
  return {
    concurrency,
    repeats_safely: true,
    async deliver({ to, body: text, message_id: id }, signal) {
      const { alphabet, segments } = measure(text);
      const body = JSON.stringify({ id, to, from, text, alphabet, segments, report_url: reportUrl(id) });
      // A signature says when: the one thing that differs when the same text is handed over again.
      const timestamp = String(Math.floor(clock.now() / 1_000));
      const headers = {
        'Content-Type': 'application/json',
        'Idempotency-Key': id,
        ...(authorization ? { Authorization: authorization } : {}),
        ...(secret
          ? {
              'webhook-id': id,
              'webhook-timestamp': timestamp,
              'webhook-signature': signatureOf(secret, id, timestamp, Buffer.from(body)),
            }
          : {}),
      };
      return outcomeOf(await callGateway({ method: 'POST', url: new URL(url), headers, body }, signal), to);
    },
    async close() {},
  };
}

/** Any 2xx is taken; `{ "id" }` may name it. A refusal may say why in `reason`. */
function outcomeOf(answer: GatewayAnswer, to: string): TextOutcome {
  if (answer.kind !== 'answered') return answer;
  const { status, body } = answer;
  const { id, error, reason } = jsonOf(Buffer.from(body));
  if (status >= 200 && status < 300) return { kind: 'sent', provider_id: typeof id === 'string' ? id : null };
  const setback = setbackOf(status, plain(error) || body, to);
  const objection = objectionOf(reason);
  return objection && setback.kind === 'refused' ? { ...setback, objection } : setback;
}

function objectionOf(reason: unknown): Objection | null {
  return reason === 'opted_out' || reason === 'unreachable_number' ? reason : null;
}

/** Numbers are taken out of what a gateway says: it is stored and shown. */
function plain(said: unknown): string {
  if (typeof said !== 'string') return '';
  return said
    .replace(/\+?\d[\d ().-]{6,}\d/g, '***')
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, error_length_max)
    .toWellFormed();
}

function jsonOf(raw: GatewayRequest['raw']): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(raw));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

/** Standard Webhooks 1.0.0: a secret that begins with `whsec_` is base64, any other is its own bytes. */
export function signatureOf(secret: string, id: string, timestamp: string, body: Uint8Array): string {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : secret;
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')}`;
}
