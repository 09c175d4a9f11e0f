export { type Guard, openGuard, type Resolve } from './guard.ts';
export { webhook_limits } from './limits.ts';
export { openWebhooks, type Webhooks } from './open.ts';
export { type Answer, openPoster, type Poster } from './post.ts';
export { postSigned } from './send.ts';
export { openWebhookSender, type WebhookSender } from './sender.ts';
