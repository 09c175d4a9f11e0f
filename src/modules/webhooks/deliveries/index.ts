export { anybodyListens, claimWebhooks, reclaimWebhooks } from './claim.ts';
export * from './delivery.ts';
export { forgetWebhooks, webhook_retention_days } from './forget.ts';
export { listWebhookDeliveries, readWebhookDelivery, type WebhookDelivery } from './list.ts';
export { type Disabled, recordWebhooks } from './record.ts';
export { replays_max, replayWebhooks } from './replay.ts';
export { retryAfter, webhook_attempts_max, webhookPauseAfter } from './retry.ts';
