export {
  type AnswerOf,
  type ItemOf,
  type ListPath,
  openTidings,
  type PathOf,
  type Tidings,
  type TidingsOptions,
} from './client.ts';
export { default_patience, keyed, type Patience, patiently, withPatience } from './patience.ts';
export { type ProblemDocument, TidingsProblem } from './problem.ts';
export type { components, operations, paths } from './schema.ts';
export { verifyWebhook, type WebhookEvent } from './webhook.ts';
