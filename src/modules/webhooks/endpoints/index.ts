export {
  changeWebhookEndpoint,
  createWebhookEndpoint,
  deleteWebhookEndpoint,
  type EndpointChange,
} from './change.ts';
export { disabled_reasons, type Owner, type WebhookEndpoint } from './endpoint.ts';
export { endpoints_max, old_secret_hours } from './limits.ts';
export { listWebhookEndpoints, readWebhookEndpoint } from './read.ts';
export { readWebhookSecrets, rotateWebhookSecret } from './secrets.ts';
export { countWebhooks, readWebhookStandings, type WebhookStanding } from './standings.ts';
