import { Webhook } from 'standardwebhooks';
import type { webhooks } from './schema.ts';

type BodyOf<Operation> = Operation extends {
  post: { requestBody?: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

/** What a system is told; `type` says which. */
export type WebhookEvent = BodyOf<webhooks[keyof webhooks]>;

/**
 * The event in a request to your endpoint, once its signature is right and it is not older than five minutes (Standard
 * Webhooks 1.0.0).
 *
 * @param body as it came, before anybody parsed it
 * @param secret `whsec_...`, as it was shown when the endpoint was made
 * @throws WebhookVerificationError of `standardwebhooks` when it is not from there
 */
export function verifyWebhook(
  body: string,
  headers: Headers | Record<string, string | string[] | undefined>,
  secret: string,
): WebhookEvent {
  const given = headers instanceof Headers ? headers.entries() : Object.entries(headers);
  const plain = Object.fromEntries([...given].map(([name, value]) => [name.toLowerCase(), String(value)]));
  return new Webhook(secret).verify(body, plain) as WebhookEvent;
}
